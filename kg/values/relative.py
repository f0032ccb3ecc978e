"""Times told from the document's date: "last year", "on Monday", "three months ago"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from kg.model import Value
from kg.values.dates import DAY
from kg.values.patterns import (
    HAS_MONTH,
    HAS_WEEKDAY,
    MONTH,
    MONTHS,
    NUMBER,
    START,
    WEEKDAY,
    WEEKDAYS,
    Candidates,
    Form,
    before,
    holding,
    number,
    pattern,
)
from kg.values.reference import Reference, looks_ahead, moment, on, stretch

_SHIFTS = {"last": -1, "this": 0, "next": 1, "yesterday": -1, "today": 0, "tomorrow": 1}
_LONG_AGO = 500  # more years, months or weeks than that are no date
_UNIT = Form(
    pattern(
        r"(?<![\w-])(?i:(?P<which>last|this|next) (?P<unit>year|quarter|month|week))(?![\w-])"
        r"(?! (?:and|or) (?:a|the) )"
    ),
    holding(" year", " quarter", " month", " week"),
)
_DAY = Form(
    re.compile(r"(?<![\w-])(?i:(?P<day>yesterday|today|tomorrow))(?![\w-]|['’]s)"),
    holding("yesterday", "today", "tomorrow"),
)
_WEEKDAY = Form(
    pattern(rf"(?<![\w-])(?:(?P<which>[Ll]ast|[Tt]his|[Nn]ext) )?(?P<day>{WEEKDAY})(?!\w)(?!,? (?:the )?\d| [A-Z])"),
    HAS_WEEKDAY,
)
_ON = re.compile(r"(?i)(?<!\w)(?:on|by|until|since|before|after|from|late|early|and|of)\s+\Z")
_MONTH_OF = Form(
    pattern(
        rf"(?<![\w/.-])(?:(?:the )?(?P<d>{DAY}) (?:of )?)?(?P<m>{MONTH})(?: (?:the )?(?P<d2>{DAY}))?,? "
        r"(?i:(?:of )?(?P<which>last|this|next) year)(?![\w-])"
    ),
    holding(" year"),
)
_NEAR_MONTH = Form(pattern(rf"(?<![\w-])(?i:(?P<which>last|this|next)) (?P<m>{MONTH})(?!\w)(?!,? \d)"), HAS_MONTH)
_STRETCH = Form(
    pattern(
        rf"(?<![\w-])(?i:(?:the )?(?P<which>past|last|next|coming) )(?P<n>{NUMBER}) "
        r"(?i:(?P<unit>year|month|week|day|decade)s)(?![\w-])"
    ),
    holding("past ", "last ", "next ", "coming "),
)
_AGO = Form(
    pattern(rf"{START}(?:(?P<n>{NUMBER})|(?i:an?)) (?i:(?P<unit>year|month|week|day)s?) ago(?!\w)"), holding(" ago")
)


def find(text: str, reference: Reference | None) -> Candidates:
    """Relative times; with no reference, or one too coarse, their words are taken and yield nothing."""
    for match in _UNIT.finditer(text):
        yield match.span(), _shifted(reference, match["unit"], _SHIFTS[match["which"].lower()])
    for match in _DAY.finditer(text):
        yield match.span(), _shifted(reference, "day", _SHIFTS[match["day"].lower()])
    for match in _WEEKDAY.finditer(text):
        if match["which"] or _ON.search(before(text, match.start(), 20)):
            yield match.span(), _weekday(match, text, reference)
    for match in _MONTH_OF.finditer(text):
        yield match.span(), _in_year(match, reference)
    for match in _NEAR_MONTH.finditer(text):
        month, shift = MONTHS[match["m"][:3].lower()], _SHIFTS[match["which"].lower()]
        yield match.span(), None if reference is None else reference.agreed(partial(_near, month, shift))
    for match in _STRETCH.finditer(text):
        count, back = number(match["n"]), match["which"].lower() in ("past", "last")
        known = reference if count == int(count) and count < _LONG_AGO else None
        yield match.span(), None if known is None else _around(match["unit"].lower(), int(count), back, known)
    for match in _AGO.finditer(text):
        count = number(match["n"]) if match["n"] else Decimal(1)
        known = reference if count == int(count) and count < _LONG_AGO else None
        yield match.span(), _shifted(known, match["unit"], -int(count))


def _shifted(reference: Reference | None, unit: str, shift: int) -> Value | None:
    return None if reference is None else reference.agreed(partial(_unit, unit.lower(), shift))


def _unit(unit: str, shift: int, today: date) -> Value | None:
    """The day, week (Monday to Sunday), month, quarter or year that lies ``shift`` of them from today's."""
    if unit == "year":
        return moment(today.year + shift)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + shift
        return moment(months // 12, months % 12 + 1)
    if unit == "quarter":
        quarters = today.year * 4 + (today.month - 1) // 3 + shift
        year, first = quarters // 4, quarters % 4 * 3 + 1
        return stretch(f"{year:04}-{first:02}", f"{year:04}-{first + 2:02}", "quarter")
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return stretch(monday.isoformat(), (monday + timedelta(days=6)).isoformat(), "week")
    return on(today + timedelta(days=shift))


def _in_year(match: re.Match[str], reference: Reference | None) -> Value | None:
    """A month or day of last, this or next year: "October last year", "1 July this year"."""
    month, day = MONTHS[match["m"][:3].lower()], match["d"] or match["d2"]
    number_of_day, shift = int(re.sub(r"\D", "", day)) if day else None, _SHIFTS[match["which"].lower()]
    return (
        None if reference is None else reference.agreed(lambda today: moment(today.year + shift, month, number_of_day))
    )


def _near(month: int, shift: int, today: date) -> Value | None:
    """The nearest such month before (-1) or behind (1) today's, or that of this year (0)."""
    over = {-1: -(month >= today.month), 0: 0, 1: month <= today.month}[shift]
    return moment(today.year + over, month)


def _around(unit: str, count: int, back: bool, reference: Reference) -> Value | None:
    """The time from so many units before the reference up to it, or from it on, at the unit's precision."""
    years = unit in ("year", "decade")
    count, unit = count * 10 if unit == "decade" else count, "year" if years else unit
    now, then = _shifted(reference, unit, 0), _shifted(reference, unit, -count if back else count)
    if unit == "week":
        now, then = _shifted(reference, "day", 0), _shifted(reference, "day", 7 * (-count if back else count))
    if now is None or then is None:
        return None
    first, last = (then, now) if back else (now, then)
    return stretch(first.value, last.value, now.precision or unit)


def _weekday(match: re.Match[str], text: str, reference: Reference | None) -> Value | None:
    """The day meant by a weekday: the last one up to today, or the coming one where the words look ahead."""
    if reference is None:
        return None
    which = (match["which"] or "").lower()
    wanted = WEEKDAYS[match["day"][:3].lower()]
    ahead = which == "next" or (not which and looks_ahead(text, match.start()))

    def day(today: date) -> Value:
        if which == "this":
            return on(today + timedelta(days=wanted - today.weekday()))
        if ahead:
            return on(today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1))
        back = (today.weekday() - wanted) % 7
        return on(today - timedelta(days=back or (7 if which == "last" else 0)))

    return reference.agreed(day)
