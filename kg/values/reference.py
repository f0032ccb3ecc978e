"""A document's date, and what a date without its year means against it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from kg.model import Value
from kg.values.patterns import before, pattern

Answer = TypeVar("Answer")

# A release looks back more often than ahead: a date without a year is next year's only when that is near.
AHEAD = timedelta(days=150)

_SENSIBLE_YEARS = (1000, 9000)  # arithmetic on a date stays within the calendar

_CUE = pattern(
    r"(?i)\b(?:will|shall|must|should|need|(?:is|are) (?:to|due|set|scheduled|expected|planned)|by|until|no later than"
    r"|to (?:start|begin|open|close|end|apply|come|enter|take|be|meet|visit|host|hold|launch))\b"
)
_PAST = pattern(r"(?i)\b(?!be |been )(\w+) (?:\w+ed|held|made|met|begun|given|signed)(?: (?:on|in|of|the|last))*\s*\Z")


@dataclass(frozen=True, slots=True)
class Reference:
    """The first and last day that a document's date may mean: the same day, or the ends of its month or year."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str | None) -> Reference | None:
        """Read an ISO 8601 date at any precision (a time of day is ignored); None for anything else."""
        found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", text or "")
        if not found:
            return None
        if not _SENSIBLE_YEARS[0] <= int(found[1]) <= _SENSIBLE_YEARS[1]:
            return None
        year, month, day = (int(part) if part else None for part in found.groups())
        try:
            first = date(year or 0, month or 1, day or 1)
        except ValueError:
            return None
        if day:
            return cls(first, first)
        end = month or 12
        return cls(first, date(first.year, end, monthrange(first.year, end)[1]))

    def agreed(self, answer: Callable[[date], Answer | None]) -> Answer | None:
        """What ``answer`` gives for a day of the reference, None where its first and last day disagree."""
        first = answer(self.first)
        return first if first == answer(self.last) else None


def moment(year: int, month: int | None = None, day: int | None = None) -> Value | None:
    """A date at its precision, None when the calendar has no such day."""
    if month is None:
        return Value("date", f"{year:04}", precision="year")
    if day is None:
        return Value("date", f"{year:04}-{month:02}", precision="month")
    try:
        return Value("date", date(year, month, day).isoformat(), precision="day")
    except ValueError:
        return None


def on(day: date) -> Value:
    """That day as a value."""
    return Value("date", day.isoformat(), precision="day")


def stretch(first: str, last: str, precision: str) -> Value:
    """An interval between two ISO dates, both included."""
    return Value("interval", f"{first}/{last}", precision=precision)


def looks_ahead(text: str, start: int) -> bool:
    """Whether the words before ``start`` in its sentence speak of the future ("will be held on …", "by …").

    A finished act in between takes that back: "will carry out the plan adopted on Monday" is about a past Monday.
    """
    clause = re.split(r"[.!?;]\s|\n\s*\n", before(text, start, 160))[-1]
    cues = list(_CUE.finditer(clause))
    return bool(cues) and not _PAST.search(clause[cues[-1].end() :])


def year_of(month: int, day: int | None, weekday: int | None, today: date, ahead: bool) -> int | None:
    """The year meant by a date without one: of the nearest such date, leaning to the past unless ``ahead``.

    A weekday named with the date rules out the years in which it does not fit.
    """
    candidates = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            candidate = date(year, month, day or 15)
        except ValueError:
            continue
        if weekday is None or candidate.weekday() == weekday:
            candidates.append(candidate)
    if ahead:
        coming = [
            each
            for each in candidates
            if each >= today or (not day and each.month == today.month and each.year == today.year)
        ]
        return coming[0].year if coming else None
    near = [each for each in candidates if each - today <= AHEAD]
    return min(near, key=lambda each: (abs(each - today), each)).year if near else None
