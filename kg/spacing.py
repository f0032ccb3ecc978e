"""A paragraph as the parser reads it: every run of white space is one space, and offsets lead back to the text.

Wrapped lines, tabs and carriage returns say nothing about a sentence; a token of white space in its midst misleads both
the parser and rules that look at the word beside a word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import Span

SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Spacing:
    """``text`` with single spaces; ``start`` is the paragraph's offset in its document, in code points.

    ``places`` are the offsets of the characters of ``text`` within the paragraph, None where they are their own.
    """

    text: str
    start: int = 0
    places: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """The document's span of a non-empty stretch of ``text``."""
        if self.places is None:
            return self.start + start, self.start + end
        return self.start + self.places[start], self.start + self.places[end - 1] + 1


def spaced(text: str, start: int = 0) -> Spacing:
    r"""The spacing of a paragraph.

    >>> spaced("no\r\nlonger").text, spaced("no\r\nlonger").span(3, 9)
    ('no longer', (4, 10))
    """
    single = SPACES.sub(" ", text)
    if len(single) == len(text):
        return Spacing(single, start)
    places: list[int] = []
    last = 0
    for run in SPACES.finditer(text):
        places += [*range(last, run.start()), run.start()]
        last = run.end()
    return Spacing(single, start, (*places, *range(last, len(text))))
