"""A statement's own words → the policy themes that they bring up, by the labels of a SKOS scheme.

How words are compared, which of several labels wins and which theme is the primary one: docs/themes.md. Nothing here
knows a theme by its name, reads a file or needs a language model; :mod:`kg.scheme` reads a scheme.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from kg.model import Span, Spans, ThemeMention

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
# What may stand between two words of a label: a space ("consumers' rights", "low- and middle-income"), or a hyphen,
# dash, slash or ampersand. A comma or a bracket may not: "quality, supervision" is not the supervision of quality.
_JOINT = re.compile(r"['\u2019\-]?\s+|[-\u2010\u2011\u2013/&]")

_NO_PLURAL = frozenset(
    "aids arms customs economics ethics goods means news politics savings securities species".split()  # noqa: SIM905
)
_IRREGULAR = {"children": "child", "crises": "crisis", "men": "man", "women": "woman"}
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Theme:
    """A concept of a scheme: a CURIE, and the labels that bring it up or rule it out.

    ``broader`` are the CURIEs of the concepts right above it; a theme without any is a top concept.
    """

    concept: str
    iri: str
    label: str
    notation: str
    definition: str
    broader: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()


@dataclass(slots=True)
class _Node:
    """A word of a trie of labels: the words that may follow, and the concepts whose label ends here."""

    below: dict[str, _Node] = field(default_factory=dict)
    triggers: list[str] = field(default_factory=list)
    excluding: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Themes:
    """A scheme: its concepts by CURIE, by notation, and the prefixes of these. Made by :func:`themes_of`."""

    prefixes: Mapping[str, str]
    concepts: Mapping[str, Theme]
    _words: _Node = field(repr=False, compare=False)  # labels of one word
    _phrases: _Node = field(repr=False, compare=False)  # labels of several
    _known: frozenset[str] = field(repr=False, compare=False)  # the words of all, as they are compared

    def top(self, concept: str) -> str:
        """The top concept above this one, the first by name where there are several; itself where it is one."""
        tops = (name for name in self.above(concept) if name in self.concepts and not self.concepts[name].broader)
        return min(tops, default=concept)

    def above(self, concept: str) -> frozenset[str]:
        """The concepts above this one, at any height."""
        found: set[str] = set()
        todo = [concept] if concept in self.concepts else []
        while todo:
            broader = self.concepts[todo.pop()].broader
            todo += [name for name in broader if name not in found and name in self.concepts]
            found.update(broader)
        return frozenset(found)


class _Token(Struct, frozen=True):
    """A word of the text: its place, whether it goes on from the word before, its forms."""

    span: Span
    joined: bool
    word: str
    stem: str


_OTHER = _Token((0, 0), False, "", "")  # any word that no label has: most are


class _Text(NamedTuple):
    """The words of a text, with where each starts and ends."""

    starts: list[int]
    ends: list[int]
    tokens: list[_Token]


class _Words(Struct, frozen=True):
    """The words that are looked at, and which of them open a piece of the text: these go on from the word before."""

    tokens: Sequence[_Token]
    opening: frozenset[int]

    def joined(self, place: int) -> bool:
        return place in self.opening or self.tokens[place].joined


class _Match(Struct, frozen=True, order=True):
    """The tokens from ``first`` up to but not including ``end`` are a label of these concepts."""

    first: int
    end: int
    triggers: Sequence[str]
    excluding: Sequence[str]


def themes_of(prefixes: Mapping[str, str], themes: Iterable[Theme]) -> Themes:
    """Make a scheme of its themes, and the index of their labels."""
    ordered = sorted(themes, key=lambda theme: (theme.notation, theme.concept))
    words, phrases = _Node(), _Node()
    for theme in ordered:
        for label in theme.triggers:
            _add(words, phrases, label, theme.concept, excluding=False)
        for label in theme.excluding:
            _add(words, phrases, label, theme.concept, excluding=True)
    known = frozenset((*words.below, *_words_below(phrases)))
    return Themes(dict(prefixes), {theme.concept: theme for theme in ordered}, words, phrases, known)


def find_themes(text: str, spans: Spans, themes: Themes) -> tuple[ThemeMention, ...]:
    """Find the themes that the words within ``spans`` bring up, in text order; exactly one is primary, if any.

    Words outside ``spans`` are not looked at, and pieces are read as joined by one space: "protection of … consumer
    rights" in two pieces matches "protection of consumer rights", and its mention has both places. A theme comes once,
    with all its words. ``spans`` need not be sorted and may overlap; offsets are the text's.
    """
    words = _words_within(text, _merged(spans), themes._known)
    matches = list(_matches(words, themes))
    if not matches:
        return ()
    found: dict[str, list[_Match]] = {}
    for match in sorted(_chosen(matches, themes)):
        for concept in match.triggers:
            found.setdefault(concept, []).append(match)
    if not found:
        return ()
    ordered = sorted(found, key=lambda name: (found[name][0].first, _order(name, themes)))
    primary = min(ordered, key=lambda name: -sum(match.end - match.first for match in found[name]))
    return tuple(
        ThemeMention(
            concept=name,
            spans=tuple(place for match in found[name] for place in _places(match, words)),
            primary=name == primary,
        )
        for name in ordered
    )


def words_of(label: str) -> tuple[str, ...]:
    """Give the words of a label in the form in which they are compared; two labels with the same words are one.

    >>> words_of("Consumers' rights") == words_of("consumer right")
    True
    >>> words_of("protecting the consumer") == words_of("protect the consumers")
    True
    >>> words_of("housing") == words_of("house")
    False
    """
    found = [match.group() for match in _WORD.finditer(label)]
    return tuple(_forms(word)[len(found) > 1] for word in found)


def _add(words: _Node, phrases: _Node, label: str, concept: str, *, excluding: bool) -> None:
    path = words_of(label)
    if not path:
        return
    node = phrases if len(path) > 1 else words
    for word in path:
        node = node.below.setdefault(word, _Node())
    named = node.excluding if excluding else node.triggers
    if concept not in named:
        named.append(concept)


def _words_below(node: _Node) -> Iterator[str]:
    for word, below in node.below.items():
        yield word
        yield from _words_below(below)


def _merged(spans: Spans) -> list[Span]:
    """Put spans in text order; those that touch or overlap are one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _words_within(text: str, spans: Sequence[Span], known: frozenset[str]) -> _Words:
    """The words within some spans. Statements look at the same text over and over: its words are found once."""
    starts, ends, words = _words(text, known)
    tokens: list[_Token] = []
    opening: set[int] = set()
    for start, end in spans:
        first = bisect_left(starts, start)
        behind = bisect_left(starts, end, lo=first)
        cut = first > 0 and ends[first - 1] > start
        opening.add(len(tokens))
        if cut or (behind > first and ends[behind - 1] > end):
            tokens += _found(text, start, end, known).tokens
        else:
            tokens += words[first:behind]
    return _Words(tokens, frozenset(opening))


@lru_cache(maxsize=4)
def _words(text: str, known: frozenset[str]) -> _Text:
    return _found(text, 0, len(text), known)


def _found(text: str, start: int, end: int, known: frozenset[str]) -> _Text:
    """The words between two places."""
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    tokens = [_OTHER] * len(spans)
    before = None
    for place, (first, last) in enumerate(spans):
        word, stem = _forms(text[first:last])
        if word in known or stem in known:
            joined = before is None or text[before:first] == " " or bool(_JOINT.fullmatch(text, before, first))
            tokens[place] = _Token((first, last), joined, word, stem)
        before = last
    return _Text([first for first, _ in spans], [last for _, last in spans], tokens)


def _matches(words: _Words, themes: Themes) -> Iterator[_Match]:
    singles, phrases = themes._words.below, themes._phrases.below
    for first, token in enumerate(words.tokens):
        if token is _OTHER:
            continue
        single = singles.get(token.word)
        if single is not None:
            yield _Match(first, first + 1, single.triggers, single.excluding)
        node = phrases.get(token.stem)
        end = first + 1
        while node is not None and end < len(words.tokens) and words.joined(end):
            node = node.below.get(words.tokens[end].stem)
            end += 1
            if node is not None and (node.triggers or node.excluding):
                yield _Match(first, end, node.triggers, node.excluding)


def _chosen(matches: Sequence[_Match], themes: Themes) -> Iterator[_Match]:
    """Choose the labels that count: not ruled out, the longest first, then the earliest; no word counts twice."""
    taken: set[int] = set()
    bars = [match for match in matches if match.excluding]
    for match in sorted(matches, key=lambda match: (match.first - match.end, match.first)):
        barred = {name for bar in bars if _overlap(match, bar) for name in bar.excluding}
        concepts = [name for name in match.triggers if name not in barred]
        places = range(match.first, match.end)
        if concepts and taken.isdisjoint(places):
            taken.update(places)
            yield replace(match, triggers=_most_specific(concepts, themes))


def _overlap(one: _Match, other: _Match) -> bool:
    return one.first < other.end and other.first < one.end


def _most_specific(concepts: Sequence[str], themes: Themes) -> Sequence[str]:
    if len(concepts) == 1:
        return concepts
    above = {name for concept in concepts for name in themes.above(concept)}
    return [name for name in concepts if name not in above]


def _order(concept: str, themes: Themes) -> tuple[str, str]:
    return themes.concepts[concept].notation, concept


def _places(match: _Match, words: _Words) -> Iterator[Span]:
    """Give the places of a label's words: one, or one for each piece of the text that it has words of."""
    first = match.first
    for end in range(match.first + 1, match.end + 1):
        if end == match.end or end in words.opening:
            yield words.tokens[first].span[0], words.tokens[end - 1].span[1]
            first = end


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[str, str]:
    """Give a word without case, possessive and plural, and also without -ing and a final -e.

    The first form is compared where the word is a label by itself, so that a house is no matter of housing.
    """
    bare = word.casefold().replace("\u2019", "'").removesuffix("'s")
    singular = _singular(bare)
    return singular, _stem(singular)


def _singular(word: str) -> str:
    if word in _NO_PLURAL or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return _IRREGULAR.get(word, word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zes")):
        return word[:-2]
    return _IRREGULAR.get(word) or word.removesuffix("s")


def _stem(word: str) -> str:
    if len(word) > 5 and word.endswith("ing") and _VOWELS & set(word[:-3]):
        word = word[:-3]
        if word[-1] == word[-2] and word[-1] not in "lsz":  # planning → plan, but selling → sell
            word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word
