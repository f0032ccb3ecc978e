"""Names as token offsets, beside the words of the text that they stand in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Name(NamedTuple):
    """Tokens ``start`` to ``end`` (the latter not in it) of a Doc, and what they name."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Text:
    """A Doc and its words; the Doc is asked only where a word's tag or offset matters."""

    doc: Doc
    words: tuple[str, ...]

    def capital(self, i: int) -> bool:
        return self.words[i][0].isupper()

    def proper(self, i: int) -> bool:
        """Whether the word is tagged as a proper noun."""
        return self.doc[i].tag_ in ("NNP", "NNPS")

    def spaced(self, i: int) -> bool:
        """Whether a blank stands behind the word."""
        return bool(self.doc[i].whitespace_)

    def starts_sentence(self, i: int) -> bool:
        return i == 0 or self.doc[i].is_sent_start is True

    def stands_alone(self, start: int, end: int) -> bool:
        """Whether no other capitalised word of the sentence stands beside tokens ``start`` to ``end``."""
        inside = start > 0 and not self.starts_sentence(start)
        if inside and self.capital(start - 1) and (not self.starts_sentence(start - 1) or self.proper(start - 1)):
            return False
        return end == len(self.words) or not self.capital(end) or self.starts_sentence(end)

    def form(self, name: Name) -> str:
        return " ".join(self.words[name.start : name.end])


Rule = Callable[[Text, list[Name]], list[Name]]


def text_of(doc: Doc) -> Text:
    return Text(doc, tuple(token.text for token in doc))


def overlay(names: Iterable[Name], new: Iterable[Name]) -> list[Name]:
    """The names in text order, the new ones in place of all that they overlap; of two new ones the longer."""
    kept: set[Name] = set()
    taken: set[int] = set()
    for name in (*sorted(new, key=lambda name: (name.start - name.end, name.start)), *names):
        if taken.isdisjoint(range(name.start, name.end)):
            kept.add(name)
            taken.update(range(name.start, name.end))
    return sorted(kept)


def owners(names: Iterable[Name]) -> dict[int, Name]:
    """The name of each token that has one."""
    return {i: name for name in names for i in range(name.start, name.end)}
