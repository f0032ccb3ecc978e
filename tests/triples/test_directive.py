from __future__ import annotations

import pytest

from kg.clauses import find_clauses
from kg.lexicon import load_lexicon
from kg.triples.directive import standalone_drafts, verbless_heads
from tests.docs import context_of, doc, frames, lines


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Deepen reform, strong support for young farmers.", ["() – deepen – reform", "() – support – young farmers"]),
        ("Improve schools, strengthening of border controls and food supervision.",
         ["() – improve – schools", "() – strengthen – border controls", "() – strengthen – food supervision"]),
        ("Improve schools, strong support for farmers.", ["() – improve – schools", "() – support – farmers"]),
        ("Support farms and 🌾 crops.", ["() – support – farms", "() – support – 🌾 crops"]),
        ("Comprehensive strengthening of controls.", ["() – strengthen – controls"]),
    ],
)  # fmt: skip
def test_a_noun_that_does_a_verbs_work_orders_like_the_verbs_around_it(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected


def test_a_verbless_directive_is_an_order_by_its_noun() -> None:
    first, second = frames("Deepen reform, strong support for young farmers.")
    assert (first.form, second.form) == ("imperative", "verbless")
    assert second.relation.text == "support"
    assert (second.act, second.deontic, second.strength) == ("directive", "obligation", 4)
    assert second.subject.implied and second.rule == "verbless directive"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Comprehensive strengthening of controls.", ["strengthen"]),
        ("A dry summer", []),
        ("The plan ends the interconnection and sharing of infrastructure.", []),
    ],
)
def test_without_any_verb_a_sentence_orders_by_its_noun(sentence: str, expected: list[str]) -> None:
    parsed = doc(sentence)
    assert [d.verb for d in standalone_drafts(parsed[:], (), "document", context_of(parsed))] == expected


@pytest.mark.parametrize(
    "sentence",
    ["Reduce waste.", "Support farms and 🌾 crops.", "The law ensures the protection of young workers and old trees."],
)
def test_a_plain_object_is_no_order(sentence: str) -> None:
    (clause,) = find_clauses(doc(sentence)[:], load_lexicon())
    assert verbless_heads(clause, load_lexicon()) == ()
