"""Paragraphs → the labels that open turns in the record of a conference: "MR. PRICE:", "Secretary Lee:", "Q:"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Span
from kg.names.words import name_words

LONGEST = 80  # code points of a label
FEWEST = 2  # turns of a record: one label alone may be a heading
LINKS = frozenset({"and", "for", "of", "the"})
# "President: Jane Doe" in a list of names is no speech: that ends as a sentence does.
ENDERS = frozenset(".?!…–—-)]”’\"'")
_LINES = re.compile(r"\n\s*")
_ASIDE = re.compile(r"\s*\([^()]*\)$")  # how it is said: (via interpreter)
_BARE_QUESTION = re.compile(r"Q\.?(?=\s+[A-Z“\"])")  # as the White House writes it, without a colon


class Turn(NamedTuple):
    """A paragraph by its offsets in the text: its label from ``start`` to ``label``, what is said from ``said`` on.

    Where no turn begins, all three are one.
    """

    start: int
    label: int
    said: int
    end: int


def find_turns(text: str, paragraphs: Sequence[Span], lexicon: Lexicon) -> tuple[Turn, ...]:
    """The paragraphs of a text, parted where a line of one that opens a turn opens the next."""
    found = tuple(turn for start, end in paragraphs for turn in _turns(text, start, end, lexicon))
    if sum(turn.label > turn.start for turn in found) >= FEWEST:
        return found
    return tuple(Turn(start, start, start, end) for start, end in paragraphs)


def _turns(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Turn]:
    lines = [start]
    if _label_end(text, start, lexicon):
        starts = (line.end() for line in _LINES.finditer(text, start, end))
        lines += [line for line in starts if _label_end(text, line, lexicon)]
    for left, following in itertools.pairwise([*lines, end]):
        right = left + len(text[left:following].rstrip())
        label = _label_end(text, left, lexicon) if text[right - 1] in ENDERS else 0
        if label:
            yield Turn(left, label, right - len(text[label:right].lstrip()), right)
        else:
            yield Turn(left, left, left, right)


def plain_label(label: str) -> str:
    """A label in lower case, without its colon, its full stop and an aside: "question"."""
    return _ASIDE.sub("", label.rstrip(": \r\n\t")).strip(" .").lower()


def _label_end(text: str, start: int, lexicon: Lexicon) -> int:
    """The offset behind the label of the line that starts here, 0 where it has none."""
    bare = _BARE_QUESTION.match(text, start)
    if bare:
        return bare.end()
    label, colon, _ = text[start : start + LONGEST].partition(":")
    end = start + len(label) + 1
    spoken = colon and "\n" not in label and text[end : end + 1].isspace()
    return end if spoken and _names_speaker(label, lexicon) else 0


def _names_speaker(label: str, lexicon: Lexicon) -> bool:
    """Whether a label is one by itself (MODERATOR), or a title with capitalised words around it alone."""
    words = _ASIDE.sub("", label).split()
    if not words or not words[0][0].isupper():
        return False
    if plain_label(label) in lexicon.asking_labels | lexicon.answering_labels | lexicon.speaking_labels:
        return True
    lists = name_words()
    known = lists.titles | lists.honorifics
    titles = [i for i, word in enumerate(words) if not known.isdisjoint((word.lower(), *word.lower().split("-")))]
    return bool(titles) and all(word[0].isupper() or (i > titles[0] and word in LINKS) for i, word in enumerate(words))
