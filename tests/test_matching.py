from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.matching import agree, head, is_exact, pairs, same_participant
from kg.model import Participant, Sentence, Statement
from tests.samples import participant, statement

SAMPLE = statement(
    subject=participant("State Councilor Wang Yong", 0),
    relation=("read out", 26, "read out"),
    object=participant("a letter from the President", 35),
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the protection of consumer rights", "protection"),
        ("State Councilor Wang Yong", "Yong"),
        ("Wang Yong, the State Councilor", "Yong"),
        ("the Ministry of Health (MoH)", "Ministry"),
        ("the plan that they adopted", "plan"),
        ("about 5.8 trillion US dollars", "dollars"),
        ("China\u2019s", "China\u2019s"),
        ("high-quality development", "development"),
        ("in Hangzhou", "Hangzhou"),
        ("of", "of"),
        ("—", "—"),
    ],
)
def test_the_head_is_the_last_word_before_what_follows_it(words: str, expected: str) -> None:
    start, end = head(participant(words, 100))
    assert words[start - 100 : end - 100] == expected


def test_the_head_of_a_gapped_participant_is_found_by_its_place() -> None:
    # "the protection of water and [of] air" → "the protection … air"
    one = Participant("the protection air", ((10, 24), (40, 43)), None, None, None, None, False, None)
    assert head(one) == (40, 43)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (participant("the letter", 0), participant("letter", 4), True),
        (participant("the letter from Xi", 0), participant("the letter", 0), True),
        (participant("the letter from Xi", 0), participant("Xi", 16), False),
        (participant("letter", 0), participant("letter", 50), False),
        (participant("", 0), participant("", 0), True),
        (participant("", 0), participant("letter", 0), False),
        (None, None, True),
        (None, participant("", 0), False),
    ],
)
def test_participants_agree_where_each_holds_the_others_head(
    one: Participant | None, other: Participant | None, expected: bool
) -> None:
    assert same_participant(one, other) is expected
    assert same_participant(other, one) is expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (SAMPLE, True),
        (replace(SAMPLE, document="another-title-1a2b3c4d"), True),
        (replace(SAMPLE, document="a-letter-00000000"), False),
        (replace(SAMPLE, sentence=Sentence(3, 10, 90)), True),
        (replace(SAMPLE, sentence=Sentence(1, 200, 300)), False),
        (replace(SAMPLE, subject=participant("Wang Yong", 16)), True),
        (replace(SAMPLE, subject=participant("State Councilor", 0)), False),
        (replace(SAMPLE, object=participant("letter", 37)), True),
        (replace(SAMPLE, object=None), False),
        (replace(SAMPLE, relation=replace(SAMPLE.relation, lemma="Read out")), True),
        (replace(SAMPLE, relation=replace(SAMPLE.relation, lemma="read")), False),
        (replace(SAMPLE, relation=replace(SAMPLE.relation, spans=())), True),
    ],
)
def test_a_frame_is_found_when_sentence_relation_and_heads_agree(other: Statement, expected: bool) -> None:
    assert agree(SAMPLE, other) is expected


def test_the_predicate_may_agree_instead_of_the_lemma() -> None:
    one = replace(SAMPLE, relation=replace(SAMPLE.relation, predicate="pol:reads"))
    other = replace(one, relation=replace(one.relation, lemma="recite"))
    assert agree(one, other)
    assert not agree(one, replace(other, relation=replace(other.relation, predicate="pol:recites")))


def test_exact_asks_for_the_same_spans() -> None:
    assert is_exact(SAMPLE, SAMPLE)
    assert not is_exact(SAMPLE, replace(SAMPLE, subject=participant("Wang Yong", 16)))


def test_pairs_are_one_to_one_and_as_many_as_can_be() -> None:
    # The long object fits both gold frames, the short one only the first: the first must leave the long one alone.
    first = statement(subject=participant("A", 0), relation=("cut", 2, "cut"), object=participant("taxes", 6))
    second = replace(first, relation=replace(first.relation, lemma="lower", predicate="pol:cuts"))
    long = replace(first, relation=replace(first.relation, predicate="pol:cuts"))
    assert {(one.relation.lemma, other is first) for one, other in pairs([first, second], [long, first])} == {
        ("cut", True),
        ("lower", False),
    }
    assert len(pairs([first], [first, first])) == 1


def test_of_two_that_agree_the_exact_one_is_taken() -> None:
    near = replace(SAMPLE, subject=participant("Wang Yong", 16))
    assert pairs([SAMPLE], [near, SAMPLE]) == [(SAMPLE, SAMPLE)]
    assert pairs([SAMPLE], [near], exact=True) == []
