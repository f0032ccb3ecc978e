from __future__ import annotations

import pytest

from kg.clauses import Clause, find_clauses
from kg.lexicon import load_lexicon
from kg.triples.subordinate import completes_noun, first_of, is_adjunct, is_purpose
from tests.docs import doc


def clause(sentence: str, predicate: str) -> Clause:
    (found,) = [c for c in find_clauses(doc(sentence)[:], load_lexicon()) if c.predicate.text == predicate]
    return found


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("The ministers' efforts to cut waste failed.", "cut", True),
        ("Guidelines for cutting waste help.", "cutting", True),
        ("Ports have four months to pay.", "pay", True),
        ("A plan adopted in May cuts waste.", "adopted", False),
        # what a noun binds somebody to do
        ("Kenya has an obligation to report prices.", "report", False),
        ("Kenya has a plan to end hunger.", "end", True),
        ("Wang urged enterprises to implement the law.", "implement", False),
        ("The ministry raised taxes to protect forests.", "protect", False),
    ],
)
def test_a_marked_infinitive_or_gerund_behind_a_noun_completes_it(
    sentence: str, predicate: str, expected: bool
) -> None:
    assert completes_noun(clause(sentence, predicate), load_lexicon()) == expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("The ministry raised taxes to protect forests.", "protect", True),
        ("To reduce waste and protect forests.", "reduce", False),
        ("If the court agrees, Kenya will pay.", "agrees", False),
        ("Kenya continues to support the plan.", "support", False),
    ],
)
def test_an_infinitive_beside_another_clause_is_its_aim(sentence: str, predicate: str, expected: bool) -> None:
    assert is_purpose(clause(sentence, predicate)) == expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("Kenya helps ports instead of cutting aid.", "cutting", True),
        ("Kenya helps ports instead of cutting aid.", "helps", False),
        ("Kenya left without signing the treaty.", "signing", False),  # says that it did not sign
        ("Speaking in Rome, the minister praised nurses.", "Speaking", False),
        ("Guidelines for cutting waste help.", "cutting", False),
        ("Kenya spent money on cleaning rivers.", "cleaning", True),
    ],
)
def test_a_gerund_behind_a_preposition_belongs_to_its_verb(sentence: str, predicate: str, expected: bool) -> None:
    assert is_adjunct(clause(sentence, predicate)) == expected


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("The council adopted the law.", "adopted", "adopted"),
        ("Kenya continues to support the plan.", "support", "continues"),
        ("To reduce waste and protect forests.", "protect", "reduce"),
        ("Farms that grow rice and use water pay taxes.", "use", "grow"),
    ],
)
def test_coordinated_and_lower_verbs_hang_where_the_first_one_hangs(
    sentence: str, predicate: str, expected: str
) -> None:
    assert first_of(clause(sentence, predicate)).text == expected
