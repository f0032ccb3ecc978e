"""Turtle's blocks: their order, the type first, and which IRIs are shortened."""

from __future__ import annotations

import pytest

from kg.export import turtle
from kg.export.literals import escaped
from kg.export.terms import XSD, Iri, Literal, Triple
from tests.export.formats import NAMES, rdf_of


def test_half_a_surrogate_pair_does_not_stop_the_writer() -> None:
    assert escaped("a\ud800b") == "a\ufffdb"


def test_a_block_begins_with_the_type_and_its_objects_stand_together() -> None:
    b, a = NAMES("id:b"), NAMES("id:a")
    rows = [
        Triple(b, NAMES("rdfs:label"), Literal("B")),
        Triple(b, NAMES("rdf:type"), NAMES("pol:Statement")),
        Triple(b, NAMES("rdf:type"), NAMES("rdf:Statement")),
        Triple(b, NAMES("dcterms:title"), Literal("1", XSD + "integer")),
        Triple(a, NAMES("rdfs:label"), Literal("A")),
    ]
    body = "".join(turtle.text(rdf_of(rows))).split("\n\n", 1)[1]
    assert body == (
        'id:a\n    rdfs:label "A" .\n\n'
        'id:b\n    a rdf:Statement, pol:Statement ;\n    dcterms:title 1 ;\n    rdfs:label "B" .\n'
    )


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        (NAMES("pol:heldIn"), "pol:heldIn"),
        (NAMES("id:person/wang-yong"), "<https://w3id.org/policy-kg/id/person/wang-yong>"),
        (NAMES("id:a."), "<https://w3id.org/policy-kg/id/a.>"),
        (NAMES("id:"), "<https://w3id.org/policy-kg/id/>"),
        (Iri("urn:x"), "<urn:x>"),
    ],
    ids=lambda item: item if isinstance(item, str) else "",
)
def test_a_prefixed_name_stands_only_where_it_needs_no_escape(iri: Iri, written: str) -> None:
    assert turtle.Renderer(NAMES.prefixes)(iri) == written


def test_of_two_namespaces_the_longer_shortens_and_the_shorter_where_it_cannot() -> None:
    render = turtle.Renderer({"a": "http://x/", "b": "http://x/y_"})
    assert [render(Iri(f"http://x/{name}")) for name in ("z", "y_z", "y_1")] == ["a:z", "b:z", "a:y_1"]
