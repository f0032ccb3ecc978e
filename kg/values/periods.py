"""Stretches of the calendar with a name of their own: quarters, halves, fiscal years, decades, seasons."""

from __future__ import annotations

import re
from datetime import date

from kg.model import Value
from kg.values.patterns import HAS_CENTURY, YEAR, Candidates, Form, holding, pattern
from kg.values.reference import Reference, looks_ahead, stretch

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4,
}  # fmt: skip
_ORDINAL = "|".join(_ORDINALS)
_COUNTS = {"two": 2, "three": 3}
_YEARS = {"last": -1, "this": 0, "next": 1}
_OF_YEAR = rf"(?:,? (?:of |in )?(?P<y>{YEAR})| of (?P<which>last|this|next) year(?!\w))"
_CENTURIES = {
    word: number
    for number, word in enumerate(
        ("fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth", "twenty-first"), start=15
    )
}

_QUARTER = Form(pattern(rf"(?<![\w-])(?i:(?:the )?(?P<q>{_ORDINAL})[ -]quarter)(?!\w){_OF_YEAR}?"), holding("quarter"))
_Q = Form(
    pattern(rf"(?<![\w-])(?:(?P<y1>{YEAR})[ -]?)?Q(?P<q>[1-4])(?!\w)(?:[ /-]?(?:of )?(?P<y2>{YEAR}))?"),
    holding("q[1-4]"),
)
_QUARTERS = Form(
    pattern(rf"(?<![\w-])(?i:(?:the )?first (?P<count>two|three) quarters){_OF_YEAR}"), holding("quarters")
)
_HALF = Form(
    pattern(
        rf"(?<![\w-])(?i:(?:the )?(?P<h>first|second|latter) half){_OF_YEAR}"
        rf"|(?<![\w-])H(?P<h2>[12])[ -](?P<y2>{YEAR})"
    ),
    holding("half", "h1", "h2"),
)
_FISCAL = Form(
    pattern(
        r"(?<![\w-])(?:FY ?|(?i:(?:the )?(?:fiscal|financial)(?: year)?) )(?P<y>(?:19|20)\d\d|(?<=FY)\d\d)"
        r"(?:[/–-](?P<to>(?:20)?\d\d))?(?![\w/-])"
        r"|(?<![\w-])(?P<y2>20\d\d)(?:[/–-](?P<to2>(?:20)?\d\d))? (?i:fiscal|financial) year"
    ),
    holding("fy", "fiscal", "financial"),
)
_DECADE = Form(
    pattern(r"(?<![\w-])(?:the )?(?:(?i:early|mid|late)[ -])?(?P<y>(?:1[89]|20)\d0)[’']?s(?!\w)"), HAS_CENTURY
)
_SEASON = Form(
    pattern(rf"(?<![\w-])(?i:(?:the )?(?:spring|summer|autumn|fall|winter)),? (?:of )?(?P<y>{YEAR})"), HAS_CENTURY
)


_CENTURY = Form(
    pattern(rf"(?<![\w-])(?i:(?:the )?(?:(?P<n>\d\d?)(?:st|nd|rd|th)|(?P<word>{'|'.join(_CENTURIES)})) century)(?!\w)"),
    holding("century"),
)


def find(text: str, reference: Reference | None) -> Candidates:
    """Named periods. A quarter or half is an interval of months, a decade one of years."""
    for match in _QUARTER.finditer(text):
        if match["q"].lower() in ("last", "final") and not (match["y"] or match["which"]):
            continue  # "last quarter" is the one before this
        yield match.span(), _quarter(match, text, reference)
    for match in _Q.finditer(text):
        year = match["y1"] or match["y2"]
        yield match.span(), _months(int(year), int(match["q"]) * 3, 3, "quarter") if year else None
    for match in _QUARTERS.finditer(text):
        months = _COUNTS[match["count"].lower()] * 3
        yield match.span(), _of_year(_year(match, reference), months, months, "quarter")
    for match in _HALF.finditer(text):
        half = 1 if (match["h"] or match["h2"]).lower() in ("first", "1") else 2
        year = int(match["y2"]) if match["y2"] else _year(match, reference)
        yield match.span(), _of_year(year, half * 6, 6, "half")
    for match in _FISCAL.finditer(text):
        yield match.span(), _fiscal(match["y"] or match["y2"], match["to"] or match["to2"])
    for match in _DECADE.finditer(text):
        yield match.span(), stretch(match["y"], str(int(match["y"]) + 9), "decade")
    for match in _CENTURY.finditer(text):
        number = int(match["n"] or _CENTURIES[match["word"].lower()])
        yield match.span(), stretch(f"{number * 100 - 99:04}", f"{number * 100:04}", "century")
    for match in _SEASON.finditer(text):
        # No finer: a season falls in other months on the other half of the earth, and winter in two years.
        yield match.span(), Value("date", match["y"], precision="year", approximate=True)


def _year(match: re.Match[str], reference: Reference | None) -> int | None:
    """The year that a period is said to be of: in figures, or the reference's, the one before or behind it."""
    if match["y"]:
        return int(match["y"])
    shift = _YEARS[match["which"].lower()]
    return None if reference is None else reference.agreed(lambda today: today.year + shift)


def _of_year(year: int | None, last: int, count: int, precision: str) -> Value | None:
    return None if year is None else _months(year, last, count, precision)


def _months(year: int, last: int, count: int, precision: str) -> Value:
    """The ``count`` months up to the month ``last`` of ``year``."""
    return stretch(f"{year:04}-{last - count + 1:02}", f"{year:04}-{last:02}", precision)


def _quarter(match: re.Match[str], text: str, reference: Reference | None) -> Value | None:
    """A quarter of its year, or of the reference's: the last such quarter that has begun, or the next to come."""
    number = _ORDINALS[match["q"].lower()]
    if match["y"] or match["which"]:
        return _of_year(_year(match, reference), number * 3, 3, "quarter")
    if reference is None:
        return None
    ahead = looks_ahead(text, match.start())

    def year(today: date) -> int:
        current = (today.month + 2) // 3
        if ahead:
            return today.year + (number < current)
        return today.year - (number > current)

    found = reference.agreed(year)
    return None if found is None else _months(found, number * 3, 3, "quarter")


def _fiscal(year: str, to: str | None) -> Value | None:
    """A year of account: when it begins differs by country, so its number alone is given."""
    first = year if len(year) == 4 else f"20{year}"
    if to is None:
        return Value("date", first, precision="fiscal-year")
    last = to if len(to) == 4 else first[:2] + to
    return stretch(first, last, "fiscal-year") if int(last) == int(first) + 1 else None
