"""What the rules for values share: how a pattern is written, and the numbers, months and days in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from msgspec.structs import replace

from kg.model import Span, Value

Candidate = tuple[Span, Value | None]  # None: the words are taken, but have no certain value
Candidates = Iterator[Candidate]

# A space in a pattern stands for spaces or one line end: texts are wrapped, but a value does not cross a blank line.
_SPACE = r"(?:[^\S\r\n]{1,4}|[^\S\r\n]{0,4}\r?\n[^\S\r\n]{0,4})"

_MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = {name[:3].lower(): number for number, name in enumerate(_MONTH_NAMES, start=1)}
WEEKDAYS = {name[:3].lower(): number for number, name in enumerate(_DAY_NAMES)}

# Capitals are asked for: "may", "march" and "sat" are verbs.
_SHORT_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
MONTH = f"(?:{'|'.join(_MONTH_NAMES)}|{'|'.join(_MONTH_NAMES).upper()}|(?:{_SHORT_MONTHS})\\b\\.?)"
WEEKDAY = f"(?:{'|'.join(_DAY_NAMES)})"
YEAR = r"(?:1[89]\d\d|20\d\d|2100)(?![\w%]|[.,]\d)"

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEEN_WORDS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TEN_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_UNITS = {word: value for value, word in enumerate(_ONES, start=1)}
_TEENS = {word: value for value, word in enumerate(_TEEN_WORDS, start=10)}
_TENS = {word: value * 10 for value, word in enumerate(_TEN_WORDS, start=2)}
_WORDS = {**_UNITS, **_TEENS, **_TENS}
_SCALES = {
    "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "mn": 10**6, "m": 10**6, "crore": 10**7,
    "lakh crore": 10**12,
    "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12,
}  # fmt: skip

_BELOW_HUNDRED = (
    f"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?\\b|(?:{'|'.join(_TEENS)})\\b|(?:{'|'.join(_UNITS)})\\b)"
)
# How a number in words begins, said first: most words do not, and all the alternatives need not be tried on them.
_BEGINNING = "(?=[EFNOSTefnost][EHILNOWehilnow])"
_NUMBER_WORDS = f"{_BEGINNING}(?i:{_BELOW_HUNDRED}(?: hundred\\b(?: (?:and )?{_BELOW_HUNDRED})?)?)"
# "1,200", and as it is grouped in India: "1,00,000".
DIGITS = (
    r"(?:\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:(?:,\d{3})+|(?:[\x20\xa0\u2009\u202f]\d{3})+)|\d+)(?:\.\d+)?(?![.,:/]?\d)"
)
NUMBER = f"(?:{DIGITS}|{_NUMBER_WORDS})"
SCALE = r"(?:[ -](?:thousand|lakh(?: crore)?|million|crore|billion|trillion)\b)"
# "10-15 percent" has no one value; its digits are taken, so that "15 percent" is not read out of it.
RANGE = rf"(?P<range>(?: ?[–—-] ?| to ){NUMBER})?"
AMOUNT = rf"(?P<n>{NUMBER}){RANGE}(?P<scale>{SCALE})?"
# Nothing that belongs to a longer token: a version, a time, a code ("Covid-19"), a fraction, an article's number. What
# follows from \b is said twice: it turns most places away at once.
START = r"\b(?<![\w.,:/$€£¥₹'’–-])(?<!\d\s)"

_APPROXIMATELY = r"(?:about|around|approximately|roughly|nearly|almost|circa|close to|an estimated|estimated)"
_AT_LEAST = (
    r"(?:some|up to|at least|at most|(?:no )?(?:more|less|fewer) than|over|under|above|below|as (?:many|much) as)"
)


def pattern(source: str) -> re.Pattern[str]:
    """Compile ``source``, in which a space stands for white space without a blank line (in a class, for one such)."""
    return re.compile(
        re.sub(r"\[[^\]]*\]| ", lambda part: _SPACE if part[0] == " " else part[0].replace(" ", r"\s"), source)
    )


@lru_cache(maxsize=1)  # one text is tried for many forms
def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def holding(*parts: str, cased: bool = False) -> Callable[[str], bool]:
    """A test of whether a text holds one of ``parts``; the answer for the last text is kept, since forms share tests.

    A part is a regular expression, in lower case; case does not matter, and a space in it is any white space.
    ``cased`` ones are looked for as they stand.
    """
    search = re.compile("|".join(parts)).search

    @lru_cache(maxsize=1)
    def holds(text: str) -> bool:
        return search(text if cased else _folded(text)) is not None

    return holds


def word_of(words: Iterable[str]) -> str:
    """A part that is one of these at the beginning of a word, for :func:`holding`."""
    return rf"\b(?:{'|'.join(words)})"


@dataclass(frozen=True, slots=True)
class Form:
    """A pattern that is tried only on texts that hold what it cannot match without.

    Most texts do not, and the test is far cheaper than the pattern.
    """

    pattern: re.Pattern[str]
    holds: Callable[[str], bool]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in ``text``, in its order."""
        return self.pattern.finditer(text) if self.holds(text) else iter(())


# What stands in every text that names one: the first three letters, as they may be written; what years begin with.
HAS_MONTH = holding(*(part for name in _MONTH_NAMES for part in (name[:3], name[:3].upper())), cased=True)
HAS_WEEKDAY = holding(*(name[:3] for name in _DAY_NAMES), cased=True)
HAS_CENTURY = holding("18", "19", "20", "21", cased=True)
HAS_NUMBER = holding(r"\d", word_of(_WORDS))

_ABOUT = pattern(rf"(?i)\b{_APPROXIMATELY} \Z")
_ABOUT_OR_BOUND = pattern(rf"(?i)\b(?:{_APPROXIMATELY}|{_AT_LEAST}) \Z")


def before(text: str, start: int, length: int = 80) -> str:
    """The end of what stands before ``start``, ``length`` code points at most."""
    return text[max(0, start - length) : start]


def approximation(text: str, start: int, *, bounds: bool = True) -> int:
    """Where a word of approximation before ``start`` begins, else ``start``; ``bounds`` adds "more than", "some" …"""
    found = (_ABOUT_OR_BOUND if bounds else _ABOUT).search(before(text, start, 30))
    return start - (found.end() - found.start()) if found else start


def about(
    text: str, match: re.Match[str], value: Value | None, *, bounds: bool = True
) -> tuple[tuple[int, int], Value | None]:
    """A candidate with a word of approximation before it."""
    start = approximation(text, match.start(), bounds=bounds)
    if value and start < match.start():
        value = replace(value, approximate=True)
    return (start, match.end()), value


def number(text: str) -> Decimal:
    """The value of digits with separators or of a number in words, as :data:`NUMBER` finds them.

    >>> number("1,200.5"), number("three hundred and twenty-five")
    (Decimal('1200.5'), Decimal('325'))
    """
    if text[0].isdigit():
        return Decimal(re.sub(r"[,\s]", "", text))
    total = 0
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += _WORDS[word]
    return Decimal(total)


def scaled(digits: str, scale: str | None) -> str:
    """The lexical form of a number times its scale word: plain decimal, no exponent, no needless zeros."""
    value = number(digits) * _SCALES[" ".join(scale.strip("- ").split()).lower()] if scale else number(digits)
    lexical = format(value, "f")
    return lexical.rstrip("0").rstrip(".") if "." in lexical else lexical
