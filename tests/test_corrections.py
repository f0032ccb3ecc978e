"""A correction changes its field, what follows from that, and nothing else."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from msgspec.structs import fields

from kg.corrections import CorrectionError, Corrections
from kg.model import Statement
from kg.ontology import load_ontology
from kg.scheme import load_themes
from tests.graphs import THEME, small_graph

GRAPH = small_graph()
CORRECTIONS = Corrections.of(GRAPH.documents, GRAPH.entities, load_ontology(), load_themes())


def statement(lemma: str) -> Statement:
    return next(one for one in GRAPH.statements if one.relation.lemma == lemma)


def changes(before: Statement, after: Statement) -> dict[str, Any]:
    names = [field.name for field in fields(Statement)]
    return {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}


@pytest.mark.parametrize(
    ("lemma", "field", "value", "changed"),
    [
        ("demonstrate", "polarity", "negative", {"polarity": "negative"}),
        ("demonstrate", "modality", "possible", {"modality": "possible"}),
        ("demonstrate", "stance", "support", {"stance": "support"}),
        ("demonstrate", "deontic", "request", {"act": "directive", "deontic": "request"}),
        ("demonstrate", "act", "evaluation", {"act": "evaluation"}),
        ("strengthen", "deontic", "recommendation", {"deontic": "recommendation"}),
        ("strengthen", "act", "assertion", {"act": "assertion", "deontic": None, "strength": None, "form": None}),
        ("participate in", "act", "commitment", {}),
        ("strengthen", "theme", "none", {"themes": ()}),
        ("demonstrate", "speaker", "document", {"attribution": ()}),
        ("hold in", "object", "none", {"object": None}),
    ],
)  # fmt: skip
def test_a_field_is_set_with_what_follows_from_it(lemma: str, field: str, value: str, changed: dict[str, Any]) -> None:
    before = statement(lemma)
    found = changes(before, CORRECTIONS.corrected(before, field, value))
    found.pop("relation", None)  # what the ontology makes of it follows from its sides
    assert found == changed


def test_a_participant_given_by_words_of_the_sentence_reaches_as_far_as_they_do() -> None:
    before = statement("strengthen")
    after = CORRECTIONS.corrected(before, "object", "the  Protection")
    assert after.object and (after.object.text, after.object.entity) == ("the protection", None)
    text = next(one.text for one in GRAPH.documents if one.id == before.document)
    assert [text[start:end] for start, end in after.object.spans] == ["the protection"]
    wider = CORRECTIONS.corrected(statement("demonstrate"), "subject", "State Councilor Wang Yong")
    assert wider.evidence.text.startswith("State Councilor Wang Yong stressed that the letter")
    assert text[wider.evidence.start : wider.evidence.end] == wider.evidence.text


@pytest.mark.parametrize("name", ["China", "id:country/china", "CHINA"])
def test_a_participant_given_by_an_entity_stands_for_it(name: str) -> None:
    before = statement("strengthen")
    after = CORRECTIONS.corrected(before, "object", name)
    assert after.object and before.object
    assert (after.object.label, after.object.entity, after.object.type) == ("China", "id:country/china", "pol:Country")
    assert after.object.spans == before.object.spans  # its words are those that were read


def test_a_speaker_is_the_innermost_one() -> None:
    before = statement("demonstrate")
    after = CORRECTIONS.corrected(before, "speaker", "China")
    assert [one.label for one in after.attribution[-1].speakers] == ["China"]
    assert after.attribution[-1].cue == before.attribution[-1].cue


@pytest.mark.parametrize("name", ["Consumer protection", "theme:consumer-protection"])
def test_a_theme_is_the_primary_one(name: str) -> None:
    after = CORRECTIONS.corrected(statement("demonstrate"), "theme", name)
    assert [(one.concept, one.primary) for one in after.themes] == [(THEME, True)] and after.themes[0].spans


def test_a_relation_is_one_of_the_ontologys() -> None:
    label = CORRECTIONS.ontology.relations["pol:supports"].label
    for name in ("pol:supports", label):
        assert CORRECTIONS.corrected(statement("demonstrate"), "relation", name).relation.predicate == "pol:supports"
    assert CORRECTIONS.corrected(statement("hold in"), "relation", "none").relation.predicate is None


@pytest.mark.parametrize(
    ("lemma", "field", "value", "told"),
    [
        ("demonstrate", "object", "wind power", "neither in the sentence nor among the entities"),
        ("strengthen", "subject", "China", "no words of the sentence"),
        ("demonstrate", "subject", "none", "has a subject"),
        ("demonstrate", "relation", "pol:nothing", "no relation"),
        ("demonstrate", "theme", "Nothing at all", "no theme"),
        ("hold in", "speaker", "Wang Yong", "no other speaker"),
        ("demonstrate", "act", "directive", "fix the field deontic"),
        ("demonstrate", "valence", "positive", "only an evaluation"),
    ],
)
def test_what_cannot_be_applied_says_why(lemma: str, field: str, value: str, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        CORRECTIONS.corrected(statement(lemma), field, value)


def test_a_name_of_two_entities_stands_for_neither() -> None:
    twins = [*GRAPH.entities, dataclasses.replace(GRAPH.entities[0], entity="id:place/china", type="pol:Place")]
    corrections = Corrections.of(GRAPH.documents, twins, CORRECTIONS.ontology, CORRECTIONS.themes)
    with pytest.raises(CorrectionError):
        corrections.corrected(statement("strengthen"), "object", "China")
