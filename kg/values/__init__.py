"""text → values: the dates, intervals, durations and amounts that a text names, with their places.

Regular expressions alone, so that a value never depends on the language model. A candidate that reads as a date but is
impossible ("February 30"), or relative while the document has no date, takes its place and yields nothing: no date is
invented, and its digits are not read as something else.

>>> find_values("held on September 16, with €1.2 billion", "2021-09-27")[0]
((8, 20), Value(kind='date', value='2021-09-16', unit=None, precision='day', approximate=False))
"""

from __future__ import annotations

from kg.model import Span, Value
from kg.values import amounts, dates, durations, intervals, periods, quantities, relative
from kg.values.patterns import HAS_MONTH, HAS_NUMBER
from kg.values.reference import Reference

__all__ = ["find_values"]

# The order decides between two readings of the same words ("30 days": a duration before a quantity).
FINDERS = (intervals.find, dates.find, periods.find, relative.find, durations.find, amounts.find, quantities.find)
# Those that find things without a number and a month too: "last quarter", "yesterday", "for a decade".
WITHOUT_NUMBER = (periods.find, relative.find, durations.find)


def find_values(text: str, reference: str | None = None) -> tuple[tuple[Span, Value], ...]:
    """The values in ``text`` in text order, without overlaps; offsets are code points of ``text``.

    ``reference`` is the document's ISO 8601 date at any precision. Without it what is relative or lacks its year is
    left out; so is what a reference of low precision leaves open. Prepositions stand outside the spans ("by 2030"
    gives the span of "2030"), words of approximation ("about") within. A "$" without a country is read as USD.
    """
    against = Reference.parse(reference)
    finders = FINDERS if HAS_NUMBER(text) or HAS_MONTH(text) else WITHOUT_NUMBER
    found = [candidate for find in finders for candidate in find(text, against)]
    chosen: list[tuple[Span, Value]] = []
    end = 0
    for span, value in sorted(found, key=lambda candidate: (candidate[0][0], -candidate[0][1])):  # in their order else
        if span[0] < end:
            continue
        end = span[1]
        if value is not None:
            chosen.append((span, value))
    return tuple(chosen)
