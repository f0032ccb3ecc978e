"""The word lists under ``kg/lexicon/`` as one frozen value. They are data: edit the TOML files, not this module."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, cast

from kg.model import Deontic, Role, Stance, Valence


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words do: report, direct, commit, allow, judge, negate, share their arguments. Keys are lemmas."""

    speech_verbs: frozenset[str]
    according_to: frozenset[str]
    directives: Mapping[str, tuple[Deontic, int]]
    commitments: Mapping[str, int]
    spoken_commitments: frozenset[str]
    modals: Mapping[str, tuple[Deontic, int, Deontic, int]]
    possible_modals: frozenset[str]
    possible_verbs: frozenset[str]
    conditional_modals: frozenset[str]
    conditional_subordinators: frozenset[str]
    temporal_subordinators: frozenset[str]
    final_subordinators: frozenset[str]
    negative_verbs: frozenset[str]
    negative_speech: frozenset[str]
    negative_words: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    factive_adjectives: frozenset[str]
    stances: Mapping[str, Stance]
    evaluations: Mapping[str, Valence]
    judgements: Mapping[str, Valence]
    object_control: frozenset[str]
    subject_control: frozenset[str]
    implicative: frozenset[str]
    gerund_verbs: frozenset[str]
    collective_verbs: frozenset[str]
    nominalisations: Mapping[str, tuple[str, str]]
    particles: frozenset[str]
    fixed_pairs: frozenset[str]
    nouns_read_as_verbs: frozenset[str]
    prepositions: Mapping[str, Role]
    temporal_nouns: frozenset[str]
    actor_nouns: frozenset[str]
    irregular: Mapping[str, str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("kg") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


def _inverted(table: Mapping[str, list[str]], keys: tuple[str, ...]) -> dict[str, Any]:
    return {word: key for key in keys for word in table.get(key, ())}


@functools.cache
def load_lexicon() -> Lexicon:
    """The shipped word lists; read once."""
    speech, acts, verbs, roles = (_table(name) for name in ("speech", "acts", "verbs", "roles"))
    return Lexicon(
        speech_verbs=frozenset(speech["verbs"]["report"]),
        according_to=frozenset(speech["phrases"]["according_to"]),
        directives={verb: cast(tuple[Deontic, int], tuple(row)) for verb, row in acts["directives"].items()},
        commitments=acts["commitments"],
        spoken_commitments=frozenset(acts["spoken"]["commitments"]),
        modals={word: cast(tuple[Deontic, int, Deontic, int], tuple(row)) for word, row in acts["modals"].items()},
        possible_modals=frozenset(acts["possible"]["modals"]),
        possible_verbs=frozenset(acts["possible"]["verbs"]),
        conditional_modals=frozenset(acts["conditional"]["modals"]),
        conditional_subordinators=frozenset(acts["conditional"]["subordinators"]),
        temporal_subordinators=frozenset(acts["conditional"]["temporal"]),
        final_subordinators=frozenset(acts["conditional"]["final"]),
        negative_verbs=frozenset(acts["negative"]["verbs"]),
        negative_speech=frozenset(acts["negative"]["speech"]),
        negative_words=frozenset(acts["negative"]["words"]),
        negative_determiners=frozenset(acts["negative"]["determiners"]),
        negative_pronouns=frozenset(acts["negative"]["pronouns"]),
        factive_adjectives=frozenset(acts["factive"]["adjectives"]),
        stances=_inverted(acts["stance"], ("support", "oppose", "abstain")),
        evaluations=acts["evaluations"],
        judgements=_inverted(acts["judgements"], ("positive", "negative")),
        object_control=frozenset(verbs["control"]["object"]),
        subject_control=frozenset(verbs["control"]["subject"]),
        implicative=frozenset(verbs["control"]["implicative"]),
        gerund_verbs=frozenset(verbs["control"]["gerund"]),
        collective_verbs=frozenset(verbs["collective"]["verbs"]),
        nominalisations={noun: (row[0], row[1]) for noun, row in verbs["nominalisations"].items()},
        particles=frozenset(verbs["particles"]["words"]),
        fixed_pairs=frozenset(verbs["fixed"]["pairs"]),
        nouns_read_as_verbs=frozenset(verbs["nouns_read_as_verbs"]["words"]),
        prepositions=roles["prepositions"],
        temporal_nouns=frozenset(roles["temporal"]["nouns"]),
        actor_nouns=frozenset(_table("actors")["actors"]["nouns"]),
        irregular=_table("irregular")["forms"],
    )
