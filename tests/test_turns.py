from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon import load_lexicon
from kg.turns import Turn, find_turns, plain_label

LEXICON = load_lexicon()
OTHER = "MODERATOR: Thank you."


def label_of(paragraph: str) -> str | None:
    """What is taken for a label in a record that has another turn."""
    text = f"{paragraph}\n\n{OTHER}"
    first, *_ = find_turns(text, [(0, len(paragraph)), (len(paragraph) + 2, len(text))], LEXICON)
    return text[first.start : first.label] or None


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("MR. PRICE: Good afternoon.", "MR. PRICE:"),
        ("SECRETARY KERRY: We met.", "SECRETARY KERRY:"),
        ("Secretary Blinken: We met.", "Secretary Blinken:"),
        ("The President: We met.", "The President:"),
        ("THE PRESIDENT:  We met.", "THE PRESIDENT:"),
        ("Prime Minister Rishi Sunak (via video): We met.", "Prime Minister Rishi Sunak (via video):"),
        ("Minister of Trade Li: We met.", "Minister of Trade Li:"),
        ("Secretary-General António Guterres: “We met.”", "Secretary-General António Guterres:"),
        ("QUESTION: Did you meet?", "QUESTION:"),
        ("Q: Did you meet?", "Q:"),
        ("Q    Did you meet?", "Q"),
        ("Moderator: We met.", "Moderator:"),
        ("The minister said: We met.", None),
        ("Note to the Minister: We met.", None),
        ("For the President: We met.", None),
        ("President Li’s message: We met.", None),
        ("NOTE: We met.", None),
        ("Background: We met.", None),
        ("President: Jane Doe", None),  # a list of names
        ("Mr. Li:", None),
        ("Mr. Li:we met.", None),
        ("moderator: We met.", None),
        ("Quality rose.", None),
        (": We met.", None),
        ("(): We met.", None),
        ("Mr. Li\nMr. Wu: We met.", None),
        (f"Mr. {'Li ' * 40}: We met.", None),
    ],
)
def test_a_label_is_a_title_with_capitalised_words_or_a_part_that_somebody_has(
    paragraph: str, label: str | None
) -> None:
    assert label_of(paragraph) == label


@pytest.mark.parametrize(
    ("paragraph", "label"),
    [
        ("Vladimir Putin: We met.", "Vladimir Putin:"),
        ("LEE WU: We met.", "LEE WU:"),
        ("Wu (off mike): We met.", "Wu (off mike):"),
        ("Background: We met.", None),
        ("The talks in May: We met.", None),
        ("Ann Mary Jane Lou Holt: We met.", None),
    ],
)
def test_in_a_record_a_name_needs_no_title_and_a_surname_no_name(paragraph: str, label: str | None) -> None:
    parts = ["Mr. Wu: We met.", paragraph, OTHER]
    text = "\n\n".join(parts)
    starts = [text.index(part) for part in parts]
    spans = [(start, start + len(part)) for start, part in zip(starts, parts, strict=True)]
    _, found, _ = find_turns(text, spans, LEXICON)
    assert (text[found.start : found.label] or None) == label


def test_among_questions_and_answers_a_heading_is_no_name() -> None:
    text = "Q: Did you meet?\nA: We did.\nNext Steps: We will meet."
    assert [text[t.start : t.label] for t in find_turns(text, [(0, len(text))], LEXICON)] == ["Q:", "A:"]


def test_one_label_alone_is_no_record() -> None:
    assert find_turns(OTHER, [(0, len(OTHER))], LEXICON) == (Turn(0, 0, 0, len(OTHER)),)


def test_a_paragraph_is_parted_where_a_line_opens_the_next_turn() -> None:
    text = "Q: Did you meet?\nA: We met\nin May.\nQ: Why?"
    found = find_turns(text, [(0, len(text))], LEXICON)
    assert [(text[t.start : t.label], text[t.said : t.end]) for t in found] == [
        ("Q:", "Did you meet?"),
        ("A:", "We met\nin May."),
        ("Q:", "Why?"),
    ]


@pytest.mark.parametrize("label", ["QUESTION:", "Question:", "Question", "Q.", "Question (off mike):"])
def test_a_label_is_compared_without_case_marks_and_aside(label: str) -> None:
    assert plain_label(label) in {"question", "q"}


PIECES = st.sampled_from(["Q: ", "MR. LI: ", "A: ", "The President: ", "met", "Li", ".", "?", "\n", " ", ":", "("])


@given(st.lists(st.lists(PIECES, min_size=1).map("".join).map(str.strip).filter(bool)))
def test_turns_lie_in_their_paragraphs_in_order_and_lose_nothing_but_white_space(paragraphs: list[str]) -> None:
    text, spans, start = "\n\n".join(paragraphs), [], 0
    for paragraph in paragraphs:
        spans.append((start, start + len(paragraph)))
        start += len(paragraph) + 2
    found = find_turns(text, spans, LEXICON)
    assert all(one.start <= one.label <= one.said < one.end for one in found)
    kept = "".join(text[one.start : one.label] + text[one.said : one.end] for one in found)
    assert "".join(kept.split()) == "".join(text.split())
