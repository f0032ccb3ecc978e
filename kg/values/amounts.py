"""Money and percentages; :mod:`kg.values.quantities` counts things."""

from __future__ import annotations

import re

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
    about,
    holding,
    pattern,
    scaled,
    word_of,
)
from kg.values.reference import Reference


def _any(written: dict[str, str] | tuple[str, ...]) -> str:
    """One of these, the longest first."""
    return "|".join(map(re.escape, sorted(written, key=lambda each: (-len(each), each)))).replace(r"\ ", " ")


_SCALES = rf"(?P<scale>{SCALE}| ?(?:mn|bn|tn|[mk])\b)?"
_HAS_SIGN = holding(*sorted({re.escape(symbol[-1]) for symbol in SYMBOLS}), cased=True)
_HAS_CODE = holding("€", *CODES, cased=True)
_LAST_WORDS = tuple(sorted({name.split()[-1] for name in WORDS}))
_MONEY = [
    Form(pattern(rf"(?<![\w$])(?P<unit>{_any(SYMBOLS)}) ?(?P<n>{DIGITS}){RANGE}{_SCALES}"), _HAS_SIGN),
    Form(pattern(rf"(?<!\w)(?P<unit>{_any(CODES)}) ?(?P<n>{DIGITS}){RANGE}{_SCALES}"), _HAS_CODE),
    Form(pattern(rf"{START}(?P<n>{DIGITS}){RANGE}{_SCALES} ?(?P<unit>€|(?:{_any(CODES)})(?!\w))"), _HAS_CODE),
    Form(pattern(rf"{START}{AMOUNT}[ -](?P<unit>(?i:{_any(WORDS)}))(?!\w)"), holding(word_of(_LAST_WORDS))),
    Form(
        pattern(rf"{START}(?P<n>{NUMBER}){RANGE}(?P<scale>{SCALE}) (?P<unit>{_any(DOUBTFUL)})(?!\w)"),
        holding(*DOUBTFUL),
    ),
]
_PERCENT = Form(
    pattern(rf"(?:(?<!\S)(?P<minus>[-−])|{START})(?P<n>{NUMBER}){RANGE} ?(?:%|(?i:per ?cent)(?!\w))"),
    holding("%", "cent"),
)


def find(text: str, reference: Reference | None) -> Candidates:
    """Money and percentages; the reference plays no part."""
    for form in _MONEY:
        for match in form.finditer(text):
            lexical = scaled(match["n"], match["scale"])
            yield about(text, match, None if match["range"] else Value("money", lexical, code_of(match["unit"])))
    for match in _PERCENT.finditer(text):
        lexical = ("-" if match["minus"] else "") + scaled(match["n"], None)
        yield about(text, match, None if match["range"] else Value("percent", lexical, "%"))
