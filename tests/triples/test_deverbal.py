"""Acts that a noun names: found where the ontology has the noun, both sides are there, and the act is told as done."""

from __future__ import annotations

import pytest

from kg.expressions import parse_noun_expression
from kg.mapping import Ontology, RelationTerm, ontology_of
from kg.triples.deverbal import deverbal_drafts
from tests.docs import context_of, doc

NOUNS = tuple(map(parse_noun_expression, ("the signing of Y by X", "X's signing of Y")))
SIGNS = RelationTerm(
    "x:signs", "https://example.org/signs", "signs", "", (), (), None, None, (), None, None, noun_expressions=NOUNS
)
ONTOLOGY: Ontology = ontology_of({"x": "https://example.org/"}, [], [SIGNS])


def told(sentence: str) -> list[tuple[str, str, str]]:
    """Subject, lemma and object of each draft of a sentence."""
    parsed = doc(sentence)
    drafts = list(deverbal_drafts(parsed.sents[0], ONTOLOGY, context_of(parsed)))
    assert {draft.rule for draft in drafts} <= {"deverbal"}
    return [(draft.subject.text, draft.lemma, draft.object.text if draft.object else "") for draft in drafts]


FRANCE = ("France", "signing of", "the treaty")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("After the signing of the treaty by France and Germany, trade grew.",
         [FRANCE, ("Germany", "signing of", "the treaty")]),
        ("The press praised the signing of the treaty by France.", [FRANCE]),
        ("The press hailed the signing of the treaty by France.", [FRANCE]),  # hung on the treaty by the parser
        ("France's signing of the treaty pleased the press.", [FRANCE]),
        ("The signing of the treaty by France took place in Lisbon.", [FRANCE]),
        ("Wang said that the signing of the treaty by France pleased the press.", [FRANCE]),
        # not told as done: put off, ahead, denied, wished for
        ("The signing of the treaty by France was postponed.", []),
        ("The signing of the treaty by France will please the press.", []),
        ("The signing of the treaty by France did not please the press.", []),
        ("After the signing of the treaty by France, trade will grow.", []),
        ("The press demanded the signing of the treaty by France.", []),
        # a side is missing; a noun that no relation has
        ("After the signing of the treaty, trade grew.", []),
        ("The sending of letters by France pleased the press.", []),
    ],
)  # fmt: skip
def test_an_act_that_a_noun_names(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(sentence) == expected


def test_what_it_gives_is_mapped_by_the_same_expression() -> None:
    mapped = ONTOLOGY.relation("signing of", "active", None, None, has_object=True)
    assert mapped is not None
    assert (mapped.predicate, mapped.inverse) == ("x:signs", False)
