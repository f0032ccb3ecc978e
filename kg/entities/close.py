"""Entities → pairs that may be the same thing, for a person to judge; nothing is merged by likeness."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from kg.entities.forms import is_acronym, key, spells
from kg.model import Close, Entity

ENOUGH = 0.88
ACRONYM = 0.9  # initials that agree, while no text says that they are meant
LETTERS = 0.95  # the same letters, parted otherwise
MOST = 5  # pairs kept an entity
_NUMBER = re.compile(r"\d+")
_COMMON = 200  # a word that more names share says nothing


def close_pairs(entities: Sequence[Entity]) -> dict[str, tuple[Close, ...]]:
    """Each entity's close ones, best first: of the same class, with a word in common and the same numbers in them."""
    scores: dict[str, dict[str, float]] = {}
    for one, other in sorted(_candidates(entities)):
        score = _score(entities[one], entities[other])
        if score >= ENOUGH:
            first, second = entities[one].entity, entities[other].entity
            scores.setdefault(first, {})[second] = score
            scores.setdefault(second, {})[first] = score
    return {
        entity: tuple(Close(*pair) for pair in sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST])
        for entity, found in scores.items()
    }


def _candidates(entities: Sequence[Entity]) -> set[tuple[int, int]]:
    """Places of two entities of one class that share a word, or an acronym with the initials of the other."""
    blocks: dict[tuple[str, str], list[int]] = {}
    for place, entity in enumerate(entities):
        words = set(key(entity.label).split("-"))
        words.add(key(entity.label).replace("-", ""))
        words.add("".join(word[0] for word in re.findall(r"\w+", entity.label) if word[0].isupper()).lower())
        for word in sorted(words - {""}):
            blocks.setdefault((entity.type, word), []).append(place)
    return {pair for block in blocks.values() if len(block) <= _COMMON for pair in combinations(block, 2)}


def _score(one: Entity, other: Entity) -> float:
    if _NUMBER.findall(one.label) != _NUMBER.findall(other.label):
        return 0.0  # the 3rd forum is not the 4th
    for acronym, name in ((one.label, other.label), (other.label, one.label)):
        if " " in name and is_acronym(acronym) and spells(acronym, name):
            return ACRONYM
    if key(one.label).replace("-", "") == key(other.label).replace("-", ""):
        return LETTERS
    return round(fuzz.token_sort_ratio(key(one.label), key(other.label)) / 100, 2)
