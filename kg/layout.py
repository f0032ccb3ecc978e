"""text → the places of its title and paragraphs, and what its head lines say; from the text alone.

A *head* is what stands above the body: a kicker ("News Express"), the title, lines such as ``Release Date: …`` or
``Issued by: …``, or a front matter between two ``---``. Titles and paragraphs are text; the rest is not, and no
sentence is read from it. So is what only marks up: rules, fences, the marks of headings and list items.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.model import Span
from kg.values import find_values

# A block (lines without a blank one between) whose longest line is longer was not wrapped by hand: each of its lines
# is a paragraph. Mail and typewriter conventions wrap at 60 to 100 characters.
LONGEST_WRAPPED_LINE = 120
LONGEST_TITLE = 250
LONGEST_KICKER_WORDS = 8  # "Ministry of Foreign Affairs of the Republic" still is one; longer lines are text
MOST_TITLE_LINES = 3
MOST_HEAD_LINES = 40

FIELDS = {
    "date": "date", "release date": "date", "released": "date", "published": "date", "publication date": "date",
    "published on": "date", "date of publication": "date", "date published": "date", "issued on": "date",
    "date of issue": "date", "issued": "date",
    "issued by": "issuer", "issuer": "issuer", "publisher": "issuer", "published by": "issuer", "source": "source",
    "title": "title", "genre": "genre", "type": "genre", "document type": "genre", "country": "country",
    "language": "language",
}  # fmt: skip

_FIELD = re.compile(r"([^\W\d_][^:：\n]{0,30}?)[ \t]*[:：]\s*(\S.*)")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_MARK = re.compile(r"(?:#{1,6}|[-*+•]|>+)[ \t]+(?=\S)")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)][ \t]+(?=\S)")
# What numbers a provision: "Article 2.", "Section 4(1) –", "Rule 7:". "Article 2 says" is text.
_PROVISION = re.compile(
    r"(?:Article|Art\.|Section|Sec\.|Clause|Rule|Paragraph|Para\.|§+)[ \t]*\d+[A-Za-z]?(?:\(\w+\))*"
    r"[ \t]*[.:)\u2013\u2014-][ \t]+(?=\S)"
)
_CLOSED = re.compile(r"[.!;:,。][\"'”’»)\]]*$")  # what ends a sentence, or goes on, is no title


@dataclass(frozen=True, slots=True)
class Layout:
    """Where things stand in a text, in code points.

    ``fields`` are the head's lines in order, as (name, value): the names are the values of :data:`FIELDS`, ``kicker``,
    or what a front matter calls them. ``paragraphs`` are trimmed, in order, and hold neither title nor fields.
    """

    title: Span | None
    fields: tuple[tuple[str, str], ...]
    paragraphs: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without the white space and the marks around its words."""

    start: int
    end: int
    text: str
    mark: str = ""  # "#", "-" or "1": what stood before the words
    field: tuple[str, str] | None = None


def layout(text: str) -> Layout:
    r"""Read the layout of a text, in time linear in its length.

    >>> text = "News Express\n\nA quality conference opens\nRelease Date:2021-09-27\n\nIt was held in Hangzhou."
    >>> found = layout(text)
    >>> text[slice(*found.title)], found.fields
    ('A quality conference opens', (('kicker', 'News Express'), ('date', '2021-09-27')))
    """
    fields, title, body = _front_matter(list(_lines(text)))
    head, rest = _split_head(list(_blocks(body)))
    chosen = _title_line(head, followed=bool(rest), known=title is not None)
    paragraphs: list[Span] = []
    for block in head:
        for leftover, lines in groupby(block, key=lambda line: not (line.field or line is chosen)):
            if leftover:
                run = list(lines)
                if chosen and run[0].start < chosen.start and _is_kicker(run):
                    fields.extend(("kicker", line.text) for line in run)
                else:
                    paragraphs.append(_paragraph(run))
            else:
                fields.extend(line.field for line in lines if line.field)
    paragraphs.extend(_paragraph(block) for block in rest)
    return Layout((chosen.start, chosen.end) if chosen else title, tuple(fields), tuple(paragraphs))


def _lines(text: str) -> Iterator[_Line | None]:
    """Give the lines in order; None for a blank one."""
    offset = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        start = offset + len(raw) - len(raw.lstrip())
        yield _Line(start, start + len(words), words) if words else None
        offset += len(raw)


def _front_matter(lines: Sequence[_Line | None]) -> tuple[list[tuple[str, str]], Span | None, Sequence[_Line | None]]:
    """Give the fields between two ``---`` at the very start, the place of the title there, and the other lines."""
    if not lines or lines[0] is None or lines[0].text != "---":
        return [], None, lines
    fields: list[tuple[str, str]] = []
    title = None
    for number, line in enumerate(lines[1 : MOST_HEAD_LINES + 1], 1):
        if line is None:
            continue
        if line.text in ("---", "..."):
            return fields, title, lines[number + 1 :]
        match = re.fullmatch(r"([\w -]{1,40}?)\s*:(?:\s+(.*))?", line.text)
        if not match:
            break
        value = (match[2] or "").strip().strip("\"'").strip()
        name = match[1].strip().casefold()
        if value:
            fields.append((FIELDS.get(name, name), value))
            if name == "title":
                start = line.start + line.text.rindex(value)
                title = (start, start + len(value))
    return [], None, lines  # a rule at the top of an ordinary text


def _blocks(lines: Sequence[_Line | None]) -> Iterator[list[_Line]]:
    """Give the runs of lines without a blank line or a rule between, marks taken off; headings stand alone."""
    for is_text, run in groupby(lines, key=lambda line: line is not None and not _is_rule(line.text)):
        if not is_text:
            continue
        block: list[_Line] = []
        present = [line for line in run if line is not None]
        wrapped = max(len(line.text) for line in present) <= LONGEST_WRAPPED_LINE
        for line in present:
            marked = _without_mark(line, inside_list=not block or bool(block[0].mark))
            if block and (marked.mark or block[0].mark == "#" or not wrapped):
                yield block
                block = []
            block.append(marked)
        yield block


def _is_rule(text: str) -> bool:
    """Tell whether a line is a rule, an underline or a fence: three or more of one of ``- = * _ ~`` or a backtick."""
    marks = set(text.replace(" ", ""))
    return len(text) >= 3 and ((len(marks) == 1 and marks <= set("-=*_~`")) or text.startswith("```"))


def _without_mark(line: _Line, inside_list: bool) -> _Line:
    """Take off the mark of a heading, a list item or a quotation; a number counts as one only where a list can be.

    A wrapped line may begin with "16. State Councilor …" after "on September".
    """
    match = _MARK.match(line.text) or (
        (_NUMBER.match(line.text) or _PROVISION.match(line.text)) if inside_list else None
    )
    if not match:
        return line
    mark = line.text[0] if line.text[0] in "#-*+•>" else "1"
    return _Line(line.start + match.end(), line.end, line.text[match.end() :], mark)


def _split_head(blocks: Sequence[list[_Line]]) -> tuple[list[list[_Line]], list[list[_Line]]]:
    """Part the blocks of the head from the body's: those of few short lines, none a sentence, and of fields."""
    head: list[list[_Line]] = []
    count = 0
    for number, block in enumerate(blocks):
        count += len(block)
        if count > MOST_HEAD_LINES:
            return head, list(blocks[number:])
        lines = [_with_field(line) for line in block]
        if not _is_head(lines, after_heading=any(line.mark == "#" for block in head for line in block)):
            return head, list(blocks[number:])
        head.append(lines)
    return head, []


def _is_head(lines: Sequence[_Line], after_heading: bool) -> bool:
    """Tell whether these lines still belong to the head; below a heading there are but fields."""
    others = [line for line in lines if not line.field]
    if after_heading or not others:
        return not others
    if len(others) > MOST_TITLE_LINES or any(len(line.text) > LONGEST_TITLE for line in others):
        return False
    if any(line.mark not in ("", "#") for line in others):
        return False
    return len(others) < len(lines) or not any(_CLOSED.search(line.text) for line in others)


def _with_field(line: _Line) -> _Line:
    if line.mark or len(line.text) > LONGEST_TITLE:
        return line
    match = _FIELD.fullmatch(line.text)
    name = FIELDS.get(match[1].casefold()) if match else None
    if match and name == "title":
        return _Line(line.start + match.start(2), line.end, match[2], mark="#")  # as good as a heading
    if match and name:
        return _Line(line.start, line.end, line.text, field=(name, match[2].strip()))
    if _is_bare_date(line.text):
        return _Line(line.start, line.end, line.text, field=("date", line.text))
    return line


def _is_bare_date(text: str) -> bool:
    """Tell whether the line is a date to the day and nothing else."""
    if len(text) > 40 or not any(char.isdigit() for char in text):
        return False
    return any(
        span == (0, len(text)) and value.kind == "date" and value.precision == "day" and not value.approximate
        for span, value in find_values(text)
    )


def _title_line(head: Sequence[Sequence[_Line]], followed: bool, known: bool) -> _Line | None:
    """Choose the title: a heading; else what opens the first field's block; else the first long line.

    ``known``: a front matter gives a title, and only a heading in the text stands above that. Four words tell a title
    from a kicker. A line that nothing follows is a text of one line rather than a title.
    """
    lines = [line for block in head for line in block]
    plain = [line for line in lines if not line.field]
    heading = next((line for line in plain if line.mark == "#"), None)
    if heading or known or not plain:
        return heading
    opening = next((block[0] for block in head if any(line.field for line in block) and not block[0].field), None)
    if opening:
        return opening
    if not followed and len(plain) == len(lines):
        return None
    return next((line for line in plain if len(line.text.split()) >= 4), plain[0])


def _is_kicker(lines: Sequence[_Line]) -> bool:
    return all(len(line.text.split()) <= LONGEST_KICKER_WORDS for line in lines)


def _paragraph(block: Sequence[_Line]) -> Span:
    """Give the block as one paragraph: its lines were wrapped, or it has but one."""
    return block[0].start, block[-1].end
