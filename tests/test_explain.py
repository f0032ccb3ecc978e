"""Why a statement is there."""

from __future__ import annotations

import pytest

from kg.errors import KgError
from kg.explain import explain
from kg.mapping import ontology_of
from kg.model import Statement
from tests.graphs import small_graph

GRAPH = small_graph()
ONTOLOGY = ontology_of({}, (), ())


def of(lemma: str) -> Statement:
    return next(one for one in GRAPH.statements if one.relation.lemma == lemma)


@pytest.mark.parametrize(
    ("lemma", "lines"),
    [
        (
            "hold in",
            [
                "sentence    0: →The 4th Quality Conference was held in Hangzhou on September 16←.",
                "when        on September 16 [2021-09-16]",
                "said by     the document's own voice (State Council)",
                "rule        test, right in 90% of cases on gold",
                "asserted    yes: a plain triple stands for it",
            ],
        ),
        (
            "demonstrate",
            ["said by     Wang Yong, by 'stressed' (indirect)", "asserted    no: said by another than the "],
        ),
        ("strengthen", ["act         directive, obligation, strength 4, imperative, positive, actual"]),
        ("strengthen", ["theme       theme:consumer-protection, by 'consumer rights', the primary one"]),
        ("strengthen", ["said by     Wang Yong, by 'stressed' (continued, from sentence 1)"]),
        ("publish in", ["asserted    no: negated"]),
        ("stress", ["content     "]),
    ],
)
def test_it_says_where_it_stands_who_says_it_and_why(lemma: str, lines: list[str]) -> None:
    told = explain(GRAPH, of(lemma).id, ONTOLOGY)
    for line in lines:
        assert line in told


def test_the_beginning_of_an_id_a_frame_an_anchor_or_an_iri_will_do() -> None:
    one = of("strengthen")
    for identifier in (one.id[:8], one.frame, one.anchor, f"https://w3id.org/policy-kg/id/statement/{one.id}"):
        assert f"statement   {one.id}" in explain(GRAPH, identifier, ONTOLOGY)


@pytest.mark.parametrize("identifier", ["", "abc", "zzzzzzzz"])
def test_anything_else_is_refused(identifier: str) -> None:
    with pytest.raises(KgError):
        explain(GRAPH, identifier, ONTOLOGY)
