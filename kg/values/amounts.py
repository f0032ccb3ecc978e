"""Durations, money and percentages; :mod:`kg.values.quantities` counts things."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.model import Value
from kg.values.currencies import CODES, DOUBTFUL, SYMBOLS, WORDS, code_of
from kg.values.patterns import (
    AMOUNT,
    DIGITS,
    NUMBER,
    RANGE,
    SCALE,
    START,
    Candidates,
    Form,
    approximation,
    number,
    pattern,
    scaled,
)
from kg.values.reference import Reference

_ISO_UNITS = {
    "year": (1, "P{}Y"), "month": (1, "P{}M"), "week": (7, "P{}D"), "day": (1, "P{}D"), "hour": (1, "PT{}H"),
    "minute": (1, "PT{}M"), "decade": (10, "P{}Y"), "centur": (100, "P{}Y"),
}  # fmt: skip
_DURATION = Form(
    pattern(
        rf"{START}(?P<n>{NUMBER}){RANGE} "
        r"(?i:(?P<unit>year|month|week|day|hour|minute|decade|centur(?=y|ies))(?:y|ies|s)?)(?![\w-])"
    ),
    tuple(_ISO_UNITS),
)


def _any(written: dict[str, str] | tuple[str, ...]) -> str:
    """One of these, the longest first."""
    return "|".join(map(re.escape, sorted(written, key=lambda each: (-len(each), each)))).replace(r"\ ", " ")


_SCALES = rf"(?P<scale>{SCALE}| ?(?:mn|bn|tn|[mk])\b)?"
_SIGNS = tuple(sorted({symbol[-1] for symbol in SYMBOLS}))
_LETTERS = tuple(code.lower() for code in CODES)
_LAST_WORDS = tuple(sorted({name.split()[-1] for name in WORDS}))
_MONEY = [
    Form(pattern(rf"(?<![\w$])(?P<unit>{_any(SYMBOLS)}) ?(?P<n>{DIGITS}){RANGE}{_SCALES}"), _SIGNS),
    Form(pattern(rf"(?<!\w)(?P<unit>{_any(CODES)}) ?(?P<n>{DIGITS}){RANGE}{_SCALES}"), _LETTERS),
    Form(pattern(rf"{START}(?P<n>{DIGITS}){RANGE}{_SCALES} ?(?P<unit>€|(?:{_any(CODES)})(?!\w))"), ("€", *_LETTERS)),
    Form(pattern(rf"{START}{AMOUNT}[ -](?P<unit>(?i:{_any(WORDS)}))(?!\w)"), _LAST_WORDS),
    Form(
        pattern(rf"{START}(?P<n>{NUMBER}){RANGE}(?P<scale>{SCALE}) (?P<unit>{_any(DOUBTFUL)})(?!\w)"),
        tuple(DOUBTFUL),
    ),
]
_PERCENT = Form(
    pattern(rf"(?:(?<!\S)(?P<minus>[-−])|{START})(?P<n>{NUMBER}){RANGE} ?(?:%|(?i:per ?cent)(?!\w))"), ("%", "cent")
)


def find(text: str, reference: Reference | None) -> Candidates:
    """Durations, money and percentages; the reference plays no part."""
    for match in _DURATION.finditer(text):
        # "over three years" is as often during as more than: only "about" and its like count.
        yield _about(text, match, None if match["range"] else _duration(match), bounds=False)
    for form in _MONEY:
        for match in form.finditer(text):
            lexical = scaled(match["n"], match["scale"])
            yield _about(text, match, None if match["range"] else Value("money", lexical, code_of(match["unit"])))
    for match in _PERCENT.finditer(text):
        lexical = ("-" if match["minus"] else "") + scaled(match["n"], None)
        yield _about(text, match, None if match["range"] else Value("percent", lexical, "%"))


def _about(
    text: str, match: re.Match[str], value: Value | None, *, bounds: bool = True
) -> tuple[tuple[int, int], Value | None]:
    """The candidate with a word of approximation before it."""
    start = approximation(text, match.start(), bounds=bounds)
    if value and start < match.start():
        value = Value(value.kind, value.value, value.unit, value.precision, approximate=True)
    return (start, match.end()), value


def _duration(match: re.Match[str]) -> Value | None:
    """An ISO 8601 duration in whole units; a year and a half in months, other fractions are left out."""
    factor, form = _ISO_UNITS[match["unit"].lower()]
    count: Decimal = number(match["n"]) * factor
    if count != int(count) and form == "P{}Y":
        count, form = count * 12, "P{}M"
    return Value("duration", form.format(int(count))) if count == int(count) else None
