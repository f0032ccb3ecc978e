"""Dates: a day, a month or a year, with or without the year."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from kg.model import Value
from kg.values.patterns import (
    HAS_CENTURY,
    HAS_MONTH,
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    Candidates,
    Form,
    approximation,
    before,
    holding,
    pattern,
)
from kg.values.reference import Reference, looks_ahead, moment, year_of

DAY = r"\d\d?(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_WEEKDAY = rf"(?:(?P<w{{n}}>{WEEKDAY}),? )?"
_YEAR_AFTER = rf"(?:,? (?:of )?(?P<y{{n}}>{YEAR}))"
DAY_FIRST = rf"{_WEEKDAY}(?:the )?(?P<d{{n}}>{DAY}) (?:of )?(?P<m{{n}}>{MONTH})(?!\w)(?:{_YEAR_AFTER})?"
MONTH_FIRST = (
    rf"{_WEEKDAY}(?P<m{{n}}>{MONTH}) (?:the )?(?P<d{{n}}>{DAY})(?! (?:per|percent|million|billion))(?:{_YEAR_AFTER})?"
)
MONTH_YEAR = rf"(?P<m{{n}}>{MONTH}){_YEAR_AFTER}"

# "mid-2024", "end-March 2025": a part of it is joined by a hyphen.
_PART_OF = "".join(rf"|(?<=\b{part}-)" for part in ("mid", "Mid", "end", "End", "late", "Late", "early", "Early"))
_BOUND = rf"\b(?=[\dA-Zt])(?:(?<![\w/.-]){_PART_OF})"
_DAYS = [pattern(_BOUND + form.replace("{n}", "")) for form in (DAY_FIRST, MONTH_FIRST, MONTH_YEAR)]
_ISO = Form(
    re.compile(r"(?<![\w/.-])(?P<y>\d{4})([-/.])(?P<m>\d\d?)\2(?P<d>\d\d?)(?!\d|[-/]\w)"),
    holding(r"\d{4}[-/.]", cased=True),
)
_ISO_MONTH = Form(re.compile(r"(?<![\w/.-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])(?![\w/]|-\w)"), HAS_CENTURY)
_NUMERIC = Form(re.compile(r"(?<![\w/.-])(\d\d?)([/.])(\d\d?)\2((?:19|20)\d\d)(?![\w/]|[.-]\d)"), HAS_CENTURY)
_BARE_MONTH = Form(pattern(rf"(?<![\w-]){MONTH}(?![\w'’])(?!,? \d)"), HAS_MONTH)
_BARE_YEAR = Form(re.compile(rf"\b(?=[12])(?:(?<![\w/.,:$€£¥₹–-]){_PART_OF}){YEAR}(?![/–-]\w|:\d)"), HAS_CENTURY)

_PART = (
    r"(?:(?:the )?(?:end|start|beginning|middle|close) of |end-|(?P<loose>(?:early|mid|late)(?:[ -]| in )))"
    r"(?:the year )?\Z"
)
_LEAD = pattern(rf"(?i)(?<!\w){_PART}")
_BEFORE_MONTH = pattern(
    r"(?i)(?<!\w)(?:in|since|until|till|by|during|from|through|before|after|late|early|mid|of)[ -]\Z"
)
_BEFORE_YEAR = pattern(
    r"(?i)(?<!\w)(?:(?:in|by|since|until|till|before|during|throughout|early|late|mid|year|around|circa)[ -]"
    rf"|{YEAR}(?:,|,? and|,? or) )\Z"
)
_BEFORE_PLAIN_YEAR = pattern(r"(?i)(?:(?<!\w)(?:of|for|from|to|through|after|than|with) |\(|, |\A\s*)\Z")
_BEFORE_NOUN_YEAR = pattern(r"(?i)(?<!\w)(?:the|its|their|our|his|her) \Z")
_CAPITAL_AFTER = re.compile(r"\s+[A-Z]")
_COUNTED_AFTER = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?!(?:afterwards|as|has|is|its|onwards|this|was)\b)(?:[a-z-]{3,}s|people|children|women|men|staff|persons)\b"
)


class Parts(Struct, frozen=True):
    """What an expression names of a date; None where it leaves it out."""

    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def parts_of(match: re.Match[str], n: str = "") -> Parts:
    """The parts in the groups ``y``, ``m``, ``d`` and ``w`` with the suffix ``n``."""
    groups = match.groupdict()
    year, month, day, weekday = (groups.get(letter + n) for letter in "ymdw")
    return Parts(
        int(year) if year else None,
        MONTHS[month[:3].lower()] if month else None,
        int(re.sub(r"\D", "", day)) if day else None,
        WEEKDAYS[weekday[:3].lower()] if weekday else None,
    )


def dated(parts: Parts, text: str, start: int, reference: Reference | None) -> Parts | None:
    """``parts`` with their year, from the reference where the text does not give it; None where nothing does."""
    if parts.year is not None:
        return parts
    if reference is None or parts.month is None:
        return None
    month, ahead = parts.month, looks_ahead(text, start)
    year = reference.agreed(lambda today: year_of(month, parts.day, parts.weekday, today, ahead))
    return None if year is None else replace(parts, year=year)


def value_of(parts: Parts | None) -> Value | None:
    """The date that full parts name, if the calendar has it."""
    return None if parts is None or parts.year is None else moment(parts.year, parts.month, parts.day)


def find(text: str, reference: Reference | None) -> Candidates:
    """Dates in any of the written forms, with "end of", "early" and "about" before them."""
    for form in _DAYS if HAS_MONTH(text) else ():
        for match in form.finditer(text):
            yield _led(text, match, value_of(dated(parts_of(match), text, match.start(), reference)))
    for match in _ISO.finditer(text):
        yield match.span(), moment(int(match["y"]), int(match["m"]), int(match["d"])) if int(match["m"]) < 13 else None
    for match in _ISO_MONTH.finditer(text):
        # "2010-12" may as well be the years 2010 to 2012.
        certain = int(match["m"]) <= int(match["y"][2:])
        yield match.span(), moment(int(match["y"]), int(match["m"])) if certain else None
    for match in _NUMERIC.finditer(text):
        yield match.span(), _numeric(match)
    for match in _BARE_MONTH.finditer(text):
        if _BEFORE_MONTH.search(before(text, match.start(), 20)):
            month = Parts(None, MONTHS[match[0][:3].lower()])
            yield _led(text, match, value_of(dated(month, text, match.start(), reference)))
    for match in _BARE_YEAR.finditer(text):
        if _is_year(text, match):
            yield _led(text, match, moment(int(match[0])))


def _led(text: str, match: re.Match[str], value: Value | None) -> tuple[tuple[int, int], Value | None]:
    """The candidate with the words that belong before it: "the end of" (as precise), "early", "about" (not)."""
    lead = _LEAD.search(before(text, match.start(), 30))
    if lead:
        start = match.start() - (lead.end() - lead.start())
        loose = bool(lead["loose"])
    else:
        start = approximation(text, match.start(), bounds=False)
        loose = start < match.start()
    return (start, match.end()), replace(value, approximate=True) if value and loose else value


def _numeric(match: re.Match[str]) -> Value | None:
    """16/09/2021 or 09/16/2021 where only one order is possible; with dots the day comes first."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if match[2] == "." or first > 12 or first == second:
        return moment(year, second, first) if second < 13 else None
    return moment(year, first, second) if second > 12 else None


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: by the word before them and, where that is weak, by what follows."""
    lead = before(text, match.start(), 30)
    if _BEFORE_YEAR.search(lead) or _LEAD.search(lead):
        return True
    if _CAPITAL_AFTER.match(text, match.end()):
        return False  # part of a name: "the 2030 Agenda"
    if _BEFORE_NOUN_YEAR.search(lead):
        return True
    return bool(_BEFORE_PLAIN_YEAR.search(lead)) and not _COUNTED_AFTER.match(text, match.end())
