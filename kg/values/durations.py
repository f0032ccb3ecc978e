"""Durations: "three years", "a 30-day period", "two and a half years", "half a year", "for a decade"."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Value
from kg.values.patterns import NUMBER, RANGE, START, Candidates, Form, about, before, holding, number, pattern
from kg.values.reference import Reference

_ISO_UNITS = {
    "year": (1, "P{}Y"), "month": (1, "P{}M"), "week": (7, "P{}D"), "day": (1, "P{}D"), "hour": (1, "PT{}H"),
    "minute": (1, "PT{}M"), "decade": (10, "P{}Y"), "centur": (100, "P{}Y"),
}  # fmt: skip
_UNIT = r"(?i:(?P<unit>year|month|week|day|hour|minute|decade|centur(?=y|ies))(?:y|ies|s)?)(?![\w-])"
_COUNTED = Form(
    pattern(rf"{START}(?P<n>{NUMBER}){RANGE}(?P<half> and a half)? {_UNIT}"),
    holding(*(f" {unit}" for unit in _ISO_UNITS)),
)
# "a five-year plan"; "the 14th Five-Year Plan" is a name.
_HYPHENED = Form(
    pattern(rf"{START}(?P<n>{NUMBER})-(?P<unit>year|month|week|day|hour|minute)(?![\w-])"),
    holding(*(f"-{unit}" for unit in _ISO_UNITS)),
)
_SINGLE = Form(
    pattern(rf"(?<![\w-])(?i:(?P<half>half )?an? ){_UNIT}(?! ago)"),
    holding(*(f"{article} {unit}" for unit in _ISO_UNITS for article in ("a", "an"))),
)
_MEASURED = pattern(r"(?i)(?<!\w)(?:for|over|within|than|nearly|almost|about|lasted|lasts|took|takes) \Z")
_HALF = Decimal("0.5")


def find(text: str, reference: Reference | None) -> Candidates:
    """Durations; the reference plays no part. A single one needs a word that measures: "twice a year" lasts nothing."""
    for match in _COUNTED.finditer(text):
        count = number(match["n"]) + (_HALF if match["half"] else 0)
        # "over three years" is as often during as more than: only "about" and its like count.
        yield about(text, match, None if match["range"] else _duration(count, match), bounds=False)
    for match in _HYPHENED.finditer(text):
        if match["n"].islower() or match["n"].isdigit():
            yield match.span(), _duration(number(match["n"]), match)
    for match in _SINGLE.finditer(text):
        if match["half"] or _MEASURED.search(before(text, match.start(), 20)):
            yield match.span(), _duration(_HALF if match["half"] else Decimal(1), match)


def _duration(count: Decimal, match: re.Match[str]) -> Value | None:
    """An ISO 8601 duration in whole units; a year and a half in months, other fractions are left out."""
    factor, form = _ISO_UNITS[match["unit"].lower()]
    count *= factor
    if count != int(count) and form == "P{}Y":
        count, form = count * 12, "P{}M"
    return Value("duration", form.format(int(count))) if count == int(count) else None
