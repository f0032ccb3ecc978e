"""Paragraphs → the labels that open turns in the record of a conference: "MR. PRICE:", "Secretary Lee:", "Q:"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence, Set
from functools import partial
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Span
from kg.names.words import name_words

LONGEST = 80  # code points of a label
LONGEST_NAME = 4  # words
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
    """The paragraphs of a text, parted where a line of one that opens a turn opens the next.

    Two labels with a title make a record; there a name is a label without one: "Vladimir Putin: …".
    """
    titled = partial(has_title, lexicon=lexicon)
    found = _parted(text, paragraphs, titled)
    labels = [plain_label(text[turn.start : turn.label]) for turn in found if turn.label > turn.start]
    if len(labels) < FEWEST:
        return tuple(Turn(start, start, start, end) for start, end in paragraphs)
    surnames = {label.split()[-1] for label in labels if label not in lexicon.asking_labels | lexicon.answering_labels}
    if not surnames:
        return found
    return _parted(text, paragraphs, lambda label: titled(label) or _is_name(label, surnames))


def has_title(label: str, lexicon: Lexicon) -> bool:
    """Whether a label is one by itself (MODERATOR), or a title with capitalised words around it alone."""
    words = _words(label)
    if not words or not words[0][0].isupper():
        return False
    if plain_label(label) in lexicon.asking_labels | lexicon.answering_labels | lexicon.speaking_labels:
        return True
    lists = name_words()
    known = lists.titles | lists.honorifics
    titles = [i for i, word in enumerate(words) if not known.isdisjoint((word.lower(), *word.lower().split("-")))]
    return bool(titles) and all(word[0].isupper() or (i > titles[0] and word in LINKS) for i, word in enumerate(words))


def plain_label(label: str) -> str:
    """A label in lower case, without its colon, its full stop and an aside: "question"."""
    return " ".join(_words(label)).strip(" .").lower()


def _words(label: str) -> list[str]:
    return _ASIDE.sub("", label.rstrip(": \r\n\t")).split()


def _is_name(label: str, surnames: Set[str]) -> bool:
    """Whether a label is a name: two to four capitalised words, or the surname of somebody who has spoken."""
    words = _words(label)
    capitalised = all(word[0].isupper() for word in words)
    return capitalised and (2 <= len(words) <= LONGEST_NAME or plain_label(label) in surnames)


def _parted(text: str, paragraphs: Sequence[Span], is_label: Callable[[str], bool]) -> tuple[Turn, ...]:
    return tuple(turn for start, end in paragraphs for turn in _turns(text, start, end, is_label))


def _turns(text: str, start: int, end: int, is_label: Callable[[str], bool]) -> Iterator[Turn]:
    labels = {start: _label_end(text, start, is_label)}
    if labels[start]:
        lines = (line.end() for line in _LINES.finditer(text, start, end))
        labels |= {line: label for line in lines if (label := _label_end(text, line, is_label))}
    for left, following in itertools.pairwise([*labels, end]):
        right = left + len(text[left:following].rstrip())
        label = labels[left] if text[right - 1] in ENDERS else 0
        if label:
            yield Turn(left, label, right - len(text[label:right].lstrip()), right)
        else:
            yield Turn(left, left, left, right)


def _label_end(text: str, start: int, is_label: Callable[[str], bool]) -> int:
    """The offset behind the label of the line that starts here, 0 where it has none."""
    bare = _BARE_QUESTION.match(text, start)
    if bare:
        return bare.end()
    label, colon, _ = text[start : start + LONGEST].partition(":")
    end = start + len(label) + 1
    spoken = colon and "\n" not in label and text[end : end + 1].isspace()
    return end if spoken and is_label(label) else 0
