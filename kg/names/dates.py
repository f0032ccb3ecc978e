"""Dates by rule: a pattern finds them more surely than a recogniser that has seen a few thousand."""

from __future__ import annotations

import re

from kg.names.spans import Name, Text, overlay

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR = r"(?:1[4-9]|20)\d\d"
_PART = r"(?:(?:early|mid|late)[ -])?"
DATE = re.compile(
    r"(?<![\w.,$€£/-])(?:"
    rf"(?:{_WEEKDAY},? )?(?:{_MONTH} {_DAY}(?:-{_DAY})?,? {_YEAR}|{_DAY}(?: of)? {_MONTH},? {_YEAR})"
    rf"|{_YEAR}-[01]\d-[0-3]\d"
    rf"|{_YEAR} ?[-–/] ?(?:{_YEAR}|\d\d)"
    rf"|{_PART}{_MONTH}(?: of|,)? {_YEAR}"
    rf"|(?:{_WEEKDAY},? )?(?:{_MONTH} {_DAY}|{_DAY}(?: of)? {_MONTH})"
    # "the 1990s" is a date, of "the early 1990s" the last two words.
    rf"|(?:the |{_PART})(?:{_YEAR}s|\d{{1,2}}(?:st|nd|rd|th) century)"
    rf"|{_PART}{_YEAR}"
    rf"|{_WEEKDAY}"
    # May and March are words as well; the other months are not.
    r"|(?:January|February|April|June|July|August|September|October|November|December)"
    r"|[Tt]oday|[Yy]esterday|[Tt]omorrow"
    r"|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|weekend|month|year|decade|century|spring|summer|autumn|winter)"
    r")(?![\w%]|[.,]\d|-\w)"
)
LABEL = "DATE"


def found_dates(text: Text) -> list[Name]:
    """What the pattern finds, in whole tokens."""
    written = text.doc.text
    matches = list(DATE.finditer(written))
    if not matches:
        return []
    starts = {token.idx: token.i for token in text.doc}
    ends = {token.idx + len(token): token.i + 1 for token in text.doc}
    spans = ((starts.get(match.start()), ends.get(match.end())) for match in matches)
    return [Name(start, end, LABEL) for start, end in spans if start is not None and end is not None]


def dates(text: Text, names: list[Name]) -> list[Name]:
    """The dates of the pattern, but those within a longer date or name that the recogniser found ("2008 Olympics")."""
    found = found_dates(text)
    longer = [name for name in names if name.end > name.start + 1]
    within = {date for date in found for name in longer if name.start <= date.start and date.end <= name.end}
    return overlay(names, [date for date in found if date not in within])
