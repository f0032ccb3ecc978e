"""Intervals between two dates that one expression names: years, or days and months that share their parts."""

from __future__ import annotations

import re

from msgspec.structs import replace

from kg.model import Value
from kg.values.dates import DAY, DAY_FIRST, MONTH_FIRST, Parts, dated, parts_of, value_of
from kg.values.patterns import HAS_CENTURY, HAS_MONTH, MONTH, YEAR, Candidates, Form, approximation, before, pattern
from kg.values.reference import Reference, stretch

_TO = r"(?: ?[–—-] ?| to | until | till | through )"
_AND = r" and "
_BETWEEN = re.compile(r"(?i)(?<!\w)between\s+(?:the\s+)?\Z")
_YEARS = Form(
    pattern(
        r"(?<![\w/.,:$€£¥₹–-])(?P<y1>(?:1[89]|20)\d\d)"
        rf"(?P<to>{_TO}|{_AND}|/)(?P<y2>{YEAR}|\d\d)(?![\w%]|[.,/–-]\d)"
    ),
    HAS_CENTURY,
)

# What stands left and right of the joint: "1 to 3 March 2022", "March 1-3, 2022", "30 March to 2 April 2022", "March 30
# to April 2", "May-July".
_FORMS = (
    (r"(?P<d1>\d\d?(?:st|nd|rd|th)?)", DAY_FIRST.replace("{n}", "2")),
    (MONTH_FIRST.replace("{n}", "1"), r"(?P<d2>" + DAY + r")(?! [A-Z])(?:,? (?P<y2>" + YEAR + r"))?"),
    (DAY_FIRST.replace("{n}", "1"), DAY_FIRST.replace("{n}", "2")),
    (MONTH_FIRST.replace("{n}", "1"), MONTH_FIRST.replace("{n}", "2")),
    (
        rf"(?P<m1>{MONTH})(?:,? (?P<y1>{YEAR}))?",
        rf"(?P<m2>{MONTH})(?!\w| \d\d?(?!\d))(?:,? (?P<y2>{YEAR}))?",
    ),
)
_SPANS = [pattern(rf"\b(?<![\w/.-]){left}(?P<to>{_TO}|{_AND}){right}") for left, right in _FORMS]


def find(text: str, reference: Reference | None) -> Candidates:
    """Intervals; "and" joins one only after "between", or two days that follow one another."""
    for match in _YEARS.finditer(text):
        if match["to"] == "-" and len(match["y2"]) == 2 and 1 <= int(match["y2"]) <= 12:
            continue  # "2021-09" may be a month, "2010-12" a month or two years
        if match["to"].strip() != "and" or _BETWEEN.search(before(text, match.start(), 20)):
            start = approximation(text, match.start(), bounds=False)
            value = _years(match["y1"], match["y2"], match["to"])
            yield (start, match.end()), replace(value, approximate=True) if value and start < match.start() else value
    for form in _SPANS if HAS_MONTH(text) else ():
        for match in form.finditer(text):
            between = bool(_BETWEEN.search(before(text, match.start(), 20)))
            value = _days(match, text, reference)
            if match["to"].strip() != "and" or between or (value and _adjacent(value)):
                yield match.span(), value


def _years(first: str, last: str, to: str) -> Value | None:
    """2021-2025, 2021-25, or 2021/22 for a year of account; None where the end is not after the beginning."""
    if len(last) == 2:
        last = first[:2] + last
    if to == "/" and int(last) != int(first) + 1:
        return None
    return stretch(first, last, "year") if first < last else None


def _days(match: re.Match[str], text: str, reference: Reference | None) -> Value | None:
    """The interval in which each side borrows from the other the month and year that it lacks."""
    left, right = parts_of(match, "1"), parts_of(match, "2")
    left = replace(left, month=left.month or right.month)
    right = replace(right, month=right.month or left.month, year=right.year or left.year)
    known = dated(right, text, match.start(), reference)
    if known is None:
        return None
    if left.year is None:
        left = replace(left, year=_year_before(left, known))
    first, last = value_of(left), value_of(known)
    if first is None or last is None or first.precision != last.precision or first.value >= last.value:
        return None
    return stretch(first.value, last.value, first.precision or "day")


def _year_before(left: Parts, right: Parts) -> int | None:
    """The year of a beginning whose end is known: the year before where its month comes later in the year."""
    if right.year is None or left.month is None or right.month is None:
        return None
    return right.year - (left.month > right.month)


def _adjacent(value: Value) -> bool:
    """Whether the interval is of two days, one after the other."""
    first, last = value.value.split("/")
    return value.precision == "day" and first[:-2] == last[:-2] and int(last[-2:]) - int(first[-2:]) == 1
