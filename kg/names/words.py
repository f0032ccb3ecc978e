"""The word lists of ``kg/lexicon/names.toml`` as one frozen value: they are data, edit the TOML file."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class NameWords:
    """``labels`` of a head noun, the first where none of them is given yet; ``surnames`` are persons' as well.

    ``bodies`` are the nouns that stand before organisations' names, each with whether it is a plural.
    """

    labels: Mapping[str, tuple[str, ...]]
    surnames: frozenset[str]
    strong: frozenset[str]
    complemented: frozenset[str]
    joined: frozenset[str]
    bodies: Mapping[str, bool]
    ordinals: tuple[str, ...]
    given_names: frozenset[str]
    further_peoples: tuple[str, ...]
    honorifics: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    partial: frozenset[str]
    hyphen_words: frozenset[str]
    loose: frozenset[str]


@functools.cache
def name_words() -> NameWords:
    """The shipped lists; read once."""
    table = tomllib.loads((resources.files("kg") / "lexicon" / "names.toml").read_text(encoding="utf-8"))
    heads, persons = table["heads"], table["persons"]
    labels = {noun: (label,) for label in ("ORG", "LOC", "EVENT", "MISC") for noun in heads[label]}
    labels.update((row[0], tuple(row[1:])) for row in heads["either"])
    return NameWords(
        labels=labels,
        surnames=frozenset(heads["surnames"]),
        strong=frozenset(heads["strong"]),
        complemented=frozenset(heads["complemented"]),
        joined=frozenset(heads["joined"]),
        bodies=_with_plurals(table["appositions"]["bodies"]),
        ordinals=tuple(table["numbers"]["ordinals"]),
        given_names=frozenset(table["known"]["given_names"]),
        further_peoples=tuple(table["known"]["further_peoples"]),
        honorifics=frozenset(persons["honorifics"]),
        titles=frozenset(persons["titles"]),
        not_names=frozenset(persons["not_names"]),
        partial=frozenset(persons["partial"]),
        hyphen_words=frozenset(persons["hyphen_words"]),
        loose=frozenset(table["edges"]["loose"]),
    )


def _with_plurals(nouns: Iterable[str]) -> Mapping[str, bool]:
    plurals = {noun.removesuffix("y") + "ies" if noun.endswith("y") else f"{noun}s": True for noun in nouns}
    return plurals | dict.fromkeys(nouns, False)
