"""text → the places of title, fields and paragraphs."""

import itertools
import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.layout import FIELDS, layout

LIST_NUMBER = re.compile(r"\(?[a-z0-9]+[.)]")
BODY = "It was held in Oslo. The minister spoke."
CASES = [
    ("a title and a body", f"A title\n\n{BODY}", "A title", [], [BODY]),
    (
        "a kicker above the title",
        f"News Express\n\nA title of words\nRelease Date:2021-09-27\n\n{BODY}",
        "A title of words",
        [("kicker", "News Express"), ("date", "2021-09-27")],
        [BODY],
    ),
    (
        "a kicker without fields",
        f"Press release\n\nA long enough title here\n\n{BODY}",
        "A long enough title here",
        [("kicker", "Press release")],
        [BODY],
    ),
    (
        "a subtitle is text",
        f"A title\nWith a subtitle\nDate: 2021\n\n{BODY}",
        "A title",
        [("date", "2021")],
        ["With a subtitle", BODY],
    ),
    ("fields above the title", f"Date: 2021\nA title\n\n{BODY}", "A title", [("date", "2021")], [BODY]),
    ("fields in a block of their own", f"A title\n\nIssuer: A\n\n{BODY}", "A title", [("issuer", "A")], [BODY]),
    ("a bare date", f"A title\n\n27 September 2021\n\n{BODY}", "A title", [("date", "27 September 2021")], [BODY]),
    ("a date within words is none", f"A title of 2021 words\n\n{BODY}", "A title of 2021 words", [], [BODY]),
    ("a field with title", f"Title: A title\nDate: 2021\n{BODY}", "A title", [("date", "2021")], [BODY]),
    ("a full stop before fields", f"To the U.S.\nDate: 2021\n\n{BODY}", "To the U.S.", [("date", "2021")], [BODY]),
    ("a sentence is no title", f"He spoke.\n\n{BODY}", None, [], ["He spoke.", BODY]),
    ("a field in the body is text", f"{BODY}\n\nDate: 2021", None, [], [BODY, "Date: 2021"]),
    ("an unknown field is text", f"{BODY}\nContact: me", None, [], [f"{BODY}\nContact: me"]),
    ("a line alone is text", "Wang Yong read out a letter", None, [], ["Wang Yong read out a letter"]),
    ("a heading", f"# A title\n\nDate: 2021\n\n## A part\n{BODY}", "A title", [("date", "2021")], ["A part", BODY]),
    ("an underlined title", f"A title\n=======\n\n{BODY}", "A title", [], [BODY]),
    (
        "front matter",
        f"---\ntitle: One\ndate: 2021\nseries: B\n---\n\n{BODY}",
        "One",
        [("title", "One"), ("date", "2021"), ("series", "B")],
        [BODY],
    ),
    ("a heading under front matter", f"---\ntitle: One\n---\n# Two\n\n{BODY}", "Two", [("title", "One")], [BODY]),
    ("a rule is no front matter", f"---\n\n{BODY}\n\n---", None, [], [BODY]),
    ("wrapped lines are one paragraph", "It was held\nin Oslo on\n16. May it last.", None, [],
     ["It was held\nin Oslo on\n16. May it last."]),
    ("lines too long to be wrapped", f"{BODY * 4}\n{BODY}", None, [], [BODY * 4, BODY]),
    ("numbered provisions", "Article 1. This is one.\n\nSection 2(a) – Two is here.\n\nArticle 3 says no.", None, [],
     ["This is one.", "Two is here.", "Article 3 says no."]),
    ("list items", "He said:\n- one\n- two\n  and more\n\n1. three\n2. four", None, [],
     ["He said:", "one", "two\n  and more", "three", "four"]),
    ("old line breaks", f"A title\r\rOne.\r\r\n\r\n{BODY}", "A title", [], ["One.", BODY]),
    ("punctuation alone", "?! ...\n---", None, [], ["?! ..."]),
    ("nothing", "", None, [], []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "fields", "paragraphs"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_what_stands_where(text: str, title: str | None, fields: list[tuple[str, str]], paragraphs: list[str]) -> None:
    found = layout(text)
    assert (text[slice(*found.title)] if found.title else None) == title
    assert list(found.fields) == fields
    assert [text[start:end] for start, end in found.paragraphs] == paragraphs


LINES = st.sampled_from(
    ["", " ", "A title", "News Express", "Date: 2021", "Issued by: A", "It was held. He spoke.", "# H", "- item", "---",
     "> said", "2. two", "a: b", "x" * 130, "é\u2028ü", "27 September 2021", "Title: T", "\tindented", "```"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(LINES, max_size=12).map("\n".join), st.lists(LINES, max_size=8).map("\r\n".join))


@given(TEXTS)
@example("---\ntitle: a\n---\n# a\n")
def test_spans_are_in_order_trimmed_and_apart(text: str) -> None:
    found = layout(text)
    spans = sorted(((found.title,) if found.title else ()) + found.paragraphs)
    assert list(found.paragraphs) == sorted(found.paragraphs)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


@given(TEXTS)
@example("Title: T")
@example("a. b")
def test_no_letter_is_lost(text: str) -> None:
    """What neither a title nor a paragraph holds is a field of the head, a mark, or stands beside that of a fence."""
    found = layout(text)
    spans = ((found.title,) if found.title else ()) + found.paragraphs
    covered = {index for start, end in spans for index in range(start, end)}
    values = {value for _, value in found.fields}
    offset = 0
    for line in text.splitlines(keepends=True):
        left = "".join(char for index, char in enumerate(line, offset) if index not in covered).strip()
        offset += len(line)
        is_field = left in values or left.partition(":")[0].strip().casefold() in FIELDS or left == "a: b"
        is_mark = left.startswith("```") or LIST_NUMBER.fullmatch(left)
        assert is_field or is_mark or not any(char.isalpha() for char in left)


@pytest.mark.parametrize("unit", ["word ", "A line of words here\n", "-", "# ", "Date: ", "a. ", "word.\n\n", "(1"])
def test_five_megabytes_take_seconds(unit: str) -> None:
    """A reader that is not linear would take hours over them."""
    begin = time.perf_counter()
    layout(unit * (5_000_000 // len(unit)))
    assert time.perf_counter() - begin < 30
