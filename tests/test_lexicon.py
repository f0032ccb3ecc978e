from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields
from importlib import resources
from typing import Any, get_args

import pytest

from kg.lexicon import Lexicon, load_lexicon
from kg.model import Deontic, Role, Stance, Valence

LEXICON = load_lexicon()
FILES = sorted((f for f in (resources.files("kg") / "lexicon").iterdir() if f.name.endswith(".toml")), key=str)


def words_of(value: Any) -> list[str]:
    return [word for word in value if isinstance(word, str)]


def lists(table: Any, path: str) -> Iterator[tuple[str, list[Any]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from lists(value, f"{path}.{key}")
        elif isinstance(value, list):
            yield f"{path}.{key}", value


@pytest.mark.parametrize("name", [field.name for field in fields(Lexicon)])
def test_every_list_has_words_and_they_are_written_as_they_are_looked_up(name: str) -> None:
    words = words_of(getattr(LEXICON, name))
    assert words
    for word in words:
        assert word == word.lower().strip() and " ".join(word.split()) == word


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_list_has_a_word_twice(file: Any) -> None:
    for path, words in lists(tomllib.loads(file.read_text(encoding="utf-8")), file.name):
        if all(isinstance(word, str) for word in words) and not path.startswith("verbs.toml.nominalisations"):
            assert sorted(words) == sorted(set(words)), path


def test_the_lists_are_read_once_and_cannot_be_changed() -> None:
    assert load_lexicon() is LEXICON
    with pytest.raises(FrozenInstanceError):
        LEXICON.particles = frozenset()  # type: ignore[misc]


def test_directives_and_modals_have_a_deontic_type_and_a_strength() -> None:
    for deontic, strength in LEXICON.directives.values():
        assert deontic in get_args(Deontic) and strength in range(1, 6)
    for deontic, strength, denied, denied_strength in LEXICON.modals.values():
        assert {deontic, denied} <= set(get_args(Deontic))
        assert strength in range(1, 6) and denied_strength in range(1, 6)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("urge", ("request", 4)),
        ("call on", ("request", 2)),
        ("ask", ("request", 2)),
        ("encourage", ("recommendation", 1)),
        ("recommend", ("recommendation", 3)),
        ("order", ("obligation", 5)),
        ("allow", ("permission", 1)),
        ("forbid", ("prohibition", 5)),
    ],
)
def test_a_directive_verb_is_as_strong_as_the_codebook_says(verb: str, expected: tuple[str, int]) -> None:
    assert LEXICON.directives[verb] == expected


@pytest.mark.parametrize(
    ("verb", "strength"),
    [("consider", 1), ("aim", 2), ("seek", 2), ("plan", 3), ("intend", 3), ("pledge", 5), ("vow", 5)],
)
def test_a_commitment_is_as_strong_as_the_codebook_says(verb: str, strength: int) -> None:
    assert LEXICON.commitments[verb] == strength


def test_values_are_those_of_the_model() -> None:
    assert set(LEXICON.prepositions.values()) <= set(get_args(Role))
    assert set(LEXICON.stances.values()) == set(get_args(Stance))
    assert {*LEXICON.evaluations.values(), *LEXICON.judgements.values()} <= set(get_args(Valence))
    assert set(LEXICON.commitments.values()) <= set(range(1, 6))


def test_lists_that_build_on_others_name_words_of_theirs() -> None:
    assert LEXICON.spoken_commitments <= set(LEXICON.commitments)
    assert LEXICON.negative_speech <= LEXICON.speech_verbs
    assert LEXICON.object_control.isdisjoint(LEXICON.subject_control)
    assert LEXICON.possible_modals.isdisjoint(LEXICON.modals)


def test_a_verb_that_judges_takes_the_side_that_it_judges_for() -> None:
    sides = {"support": "positive", "oppose": "negative"}
    for verb, valence in LEXICON.evaluations.items():
        if verb in LEXICON.stances:
            assert sides[LEXICON.stances[verb]] == valence, verb


def test_a_word_stands_for_one_stance_and_one_judgement() -> None:
    acts = tomllib.loads((resources.files("kg") / "lexicon" / "acts.toml").read_text(encoding="utf-8"))
    for name in ("stance", "judgements"):
        words = [word for listed in acts[name].values() for word in listed]
        assert sorted(words) == sorted(set(words)), name


def test_a_nominalisation_has_a_verb_and_a_preposition() -> None:
    for noun, (verb, preposition) in LEXICON.nominalisations.items():
        assert verb[:3] == noun[:3], "a noun of the verb's own stem"
        assert preposition in LEXICON.prepositions


def test_what_is_asked_for_is_a_directive() -> None:
    assert set(LEXICON.requested) <= set(LEXICON.directives)
    assert LEXICON.proposing <= set(LEXICON.directives)
