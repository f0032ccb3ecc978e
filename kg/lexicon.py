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
    measures: frozenset[str]
    voiced_nouns: frozenset[str]
    told_nouns: frozenset[str]
    voicing_verbs: frozenset[str]
    inquiring: frozenset[str]
    telling: frozenset[str]
    thinking: frozenset[str]
    believing: frozenset[str]
    asking_labels: frozenset[str]
    answering_labels: frozenset[str]
    speaking_labels: frozenset[str]
    reversing: frozenset[str]
    calling: Mapping[str, Valence | None]
    bare_calling: frozenset[str]
    directives: Mapping[str, tuple[Deontic, int]]
    courtesies: frozenset[str]
    commitments: Mapping[str, int]
    spoken_commitments: frozenset[str]
    modals: Mapping[str, tuple[Deontic, int, Deontic, int]]
    laid_down: Mapping[str, tuple[Deontic, int, Deontic, int]]
    possible_modals: frozenset[str]
    possible_verbs: frozenset[str]
    hedging_verbs: frozenset[str]
    hedging_adverbs: frozenset[str]
    conditional_modals: frozenset[str]
    conditional_subordinators: frozenset[str]
    temporal_subordinators: frozenset[str]
    recurrent_subordinators: frozenset[str]
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
    judging_nouns: Mapping[str, Valence]
    feelings: Mapping[str, Valence]
    object_control: frozenset[str]
    subject_control: frozenset[str]
    implicative: frozenset[str]
    light_control: frozenset[str]
    proposing: frozenset[str]
    necessities: Mapping[str, int]
    penal_verbs: frozenset[str]
    bearing_verbs: frozenset[str]
    penal_nouns: frozenset[str]
    collective_verbs: frozenset[str]
    nominalisations: Mapping[str, tuple[str, str]]
    requested: Mapping[str, str]
    done_before: frozenset[str]
    done_verbs: frozenset[str]
    binding_nouns: Mapping[str, tuple[Deontic | None, int]]
    particles: frozenset[str]
    fixed_pairs: frozenset[str]
    nouns_read_as_verbs: frozenset[str]
    prepositions: Mapping[str, Role]
    complex_prepositions: frozenset[str]
    verb_roles: Mapping[str, Role]
    manners: frozenset[str]
    measuring: frozenset[str]
    temporal_nouns: frozenset[str]
    actor_nouns: frozenset[str]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]
    irregular: Mapping[str, str]


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((resources.files("kg") / "lexicon" / f"{name}.toml").read_text(encoding="utf-8"))


def _inverted(table: Mapping[str, list[str]], keys: tuple[str, ...]) -> dict[str, Any]:
    return {word: key for key in keys for word in table.get(key, ())}


@functools.cache
def load_lexicon() -> Lexicon:
    """The shipped word lists; read once."""
    speech, acts, verbs, roles, actors = (_table(name) for name in ("speech", "acts", "verbs", "roles", "actors"))
    return Lexicon(
        speech_verbs=frozenset(speech["verbs"]["report"]),
        according_to=frozenset((*speech["phrases"]["according_to"], *speech["phrases"]["possessed"])),
        measures=frozenset(speech["phrases"]["measures"]),
        voiced_nouns=frozenset(speech["nouns"]["voiced"]),
        told_nouns=frozenset(speech["nouns"]["told"]),
        voicing_verbs=frozenset(speech["nouns"]["voicing"]),
        inquiring=frozenset(speech["inquiring"]["verbs"]),
        telling=frozenset(speech["telling"]["verbs"]),
        thinking=frozenset(speech["thinking"]["verbs"]),
        believing=frozenset(speech["believing"]["adjectives"]),
        asking_labels=frozenset(speech["turns"]["asking"]),
        answering_labels=frozenset(speech["turns"]["answering"]),
        speaking_labels=frozenset(speech["turns"]["speaking"]),
        reversing=frozenset(acts["reversing"]["adjectives"]),
        calling={verb: valence or None for kind in ("as", "bare") for verb, valence in speech["calling"][kind].items()},
        bare_calling=frozenset(speech["calling"]["bare"]),
        directives={verb: cast(tuple[Deontic, int], tuple(row)) for verb, row in acts["directives"].items()},
        courtesies=frozenset(acts["courtesies"]["verbs"]),
        commitments=acts["commitments"],
        spoken_commitments=frozenset(acts["spoken"]["commitments"]),
        modals={word: cast(tuple[Deontic, int, Deontic, int], tuple(row)) for word, row in acts["modals"].items()},
        laid_down={
            word: cast(tuple[Deontic, int, Deontic, int], tuple(row)) for word, row in acts["laid_down"].items()
        },
        possible_modals=frozenset(acts["possible"]["modals"]),
        possible_verbs=frozenset(acts["possible"]["verbs"]),
        hedging_verbs=frozenset(acts["hedging"]["verbs"]),
        hedging_adverbs=frozenset(acts["hedging"]["adverbs"]),
        conditional_modals=frozenset(acts["conditional"]["modals"]),
        conditional_subordinators=frozenset(acts["conditional"]["subordinators"]),
        temporal_subordinators=frozenset(acts["conditional"]["temporal"]),
        recurrent_subordinators=frozenset(acts["conditional"]["recurrent"]),
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
        judging_nouns=_inverted(acts["judging_nouns"], ("positive", "negative")),
        feelings=_inverted(acts["feelings"], ("positive", "negative")),
        object_control=frozenset(verbs["control"]["object"]),
        subject_control=frozenset(verbs["control"]["subject"]),
        implicative=frozenset(verbs["control"]["implicative"]),
        light_control=frozenset(verbs["light_control"]["pairs"]),
        proposing=frozenset(verbs["proposing"]["verbs"]),
        necessities=acts["necessity"]["adjectives"],
        penal_verbs=frozenset(acts["sanction"]["penal"]),
        bearing_verbs=frozenset(acts["sanction"]["bearing"]),
        penal_nouns=frozenset(acts["sanction"]["nouns"]),
        collective_verbs=frozenset(verbs["collective"]["verbs"]),
        nominalisations={noun: (row[0], row[1]) for noun, row in verbs["nominalisations"].items()},
        requested=verbs["requested"],
        done_before=frozenset(verbs["done"]["prepositions"]),
        done_verbs=frozenset(verbs["done"]["verbs"]),
        binding_nouns={noun: (row[0] or None, row[1]) for noun, row in acts["binding_nouns"].items()},
        particles=frozenset(verbs["particles"]["words"]),
        fixed_pairs=frozenset(verbs["fixed"]["pairs"]),
        nouns_read_as_verbs=frozenset(verbs["nouns_read_as_verbs"]["words"]),
        prepositions=roles["prepositions"],
        complex_prepositions=frozenset(
            f"{first} {noun}" for first, nouns in roles["complex"]["nouns"].items() for noun in nouns
        ),
        verb_roles={
            f"{verb} {preposition}": row["role"]
            for preposition, row in roles["verb_roles"].items()
            for verb in row["verbs"]
        },
        manners=frozenset(roles["manners"]["phrases"]),
        measuring=frozenset(roles["measures"]["verbs"]),
        temporal_nouns=frozenset(roles["temporal"]["nouns"]),
        actor_nouns=frozenset(actors["actors"]["nouns"]),
        person_nouns=frozenset(actors["persons"]["nouns"]),
        body_nouns=frozenset(actors["bodies"]["nouns"]),
        irregular=_table("irregular")["forms"],
    )
