"""Sentence starts that are told by rule, whatever the model would say: numbers, notes, captions, datelines.

A paragraph goes in as its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.names.dates import DATE

STOPS = frozenset(".?!")
CLOSERS = frozenset({'"', "'", "”", "’", "»", ")", "]", "''", "}", ">"})
CAPTIONED = frozenset({"box", "chart", "exhibit", "figure", "map", "table"})
NOTE = 3  # digits that the mark of a footnote has at most: four are a year
DATELINE = 7  # words that a dateline has at most: Tuesday , 1 September , 2015


@dataclass(frozen=True, slots=True)
class StartRules:
    """The words that the rules know, in lower case.

    ``numbered``: those before whose full stop and a number no sentence ends (No. 4). ``openers``: those of the closed
    classes that open sentences; a number between a full stop and one of them is the mark of a footnote.
    """

    numbered: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()

    def told(self, words: Sequence[str], i: int) -> bool | None:
        """Whether a sentence starts at the word ``i`` (1 at least); None where no rule speaks."""
        if i > 1 and words[i - 1] == "." and words[i][0].isdigit() and words[i - 2].lower() in self.numbered:
            return False
        if i > 1 and words[i - 1] in CLOSERS and words[i - 2] == ",":
            return False  # “…,” she said
        if self._marks_note(words, i):
            return False  # … of the majority. 4 However, …
        if self._marks_note(words, i - 1) or _follows_caption(words, i) or self._is_dateline(words, i):
            return True
        return None

    def _marks_note(self, words: Sequence[str], i: int) -> bool:
        """Whether a word is the mark of a footnote: it belongs to the sentence before it."""
        if i < 2 or i + 1 >= len(words) or not words[i].isdigit() or len(words[i]) > NOTE:
            return False
        behind = words[i - 2] if words[i - 1] in CLOSERS else words[i - 1]
        stopped = behind in STOPS and words[i - 2].lower() not in self.numbered
        return stopped and words[i + 1].istitle() and words[i + 1].lower() in self.openers

    def _is_dateline(self, words: Sequence[str], i: int) -> bool:
        """Whether a day of the week with its full date closes the paragraph, behind a heading and no preposition."""
        if len(words) - i > DATELINE or not words[i].endswith("day") or not words[-1].isdigit() or len(words[-1]) != 4:
            return False
        date = DATE.fullmatch(" ".join(words[i:]).replace(" ,", ","))
        return date is not None and words[i - 1] != "," and words[i - 1].lower() not in self.openers


def _follows_caption(words: Sequence[str], i: int) -> bool:
    """Whether what a figure is called stands before the word, as all that its paragraph has said: Figure 1.5."""
    number = words[1].split(".") if i == 2 else ()
    captioned = len(number) > 1 and all(part.isdigit() for part in number) and words[0].lower() in CAPTIONED
    return captioned and (words[2][0].isupper() or words[2] == "(")
