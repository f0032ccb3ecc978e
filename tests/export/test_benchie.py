from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.export.benchie import binary_facts
from kg.model import Argument, Relation, Sentence, Statement
from tests.samples import argument, participant, statement

SENTENCE = "In 1851 the school was founded as an academy under the law by Germans."


def beside(words: str, preposition: str | None) -> Argument:
    return argument(words, SENTENCE.index(words), preposition, "other")


def founded(relation: str, lemma: str, thing: str | None, *arguments: Argument) -> Statement:
    one = statement(
        document="a-1", sentence=Sentence(0, 0, len(SENTENCE)), subject=participant("the school", 8),
        relation=(relation, SENTENCE.index("was"), lemma),
        object=participant(thing, SENTENCE.index(thing)) if thing else None,
    )  # fmt: skip
    return replace(one, arguments=arguments)


@pytest.mark.parametrize(
    ("one", "facts"),
    [
        # a further argument stands beside a prepositional object, not behind it
        (
            founded("was founded as", "found as", "an academy", beside("Germans", "by")),
            [("was founded as", "an academy"), ("was founded by", "Germans")],
        ),
        # … and behind a direct one
        (
            founded("was founded", "found", "an academy", beside("Germans", "by")),
            [("was founded", "an academy"), ("was founded an academy by", "Germans")],
        ),
        # what opens the sentence keeps its capital
        (founded("was founded", "found", None, beside("1851", "in")), [("was founded In", "1851")]),
        # what a preposition adds to the object is a fact of its own
        (
            founded("was founded as", "found as", "an academy under the law"),
            [("was founded as", "an academy under the law"), ("was founded as an academy under", "the law")],
        ),
        (founded("was founded", "found", None, beside("Germans", None)), [("was founded", "Germans")]),
    ],
)
def test_every_fact_has_two_sides(one: Statement, facts: list[tuple[str, str]]) -> None:
    assert list(binary_facts(one)) == [("the school", *fact) for fact in facts]


def test_what_no_words_relate_is_no_fact() -> None:
    one = founded("was founded", "found", "an academy")
    assert not list(binary_facts(replace(one, relation=Relation("", (), "be", "active", None))))
    assert not list(binary_facts(replace(one, subject=participant("", 0))))
