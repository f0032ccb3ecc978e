"""The lint finds what would map words by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.lint import lint
from kg.ontology import load_ontology

HEAD = """
@prefix d: <https://example.org/d#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pol: <https://w3id.org/policy-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
d:A a owl:Class ; rdfs:label "a" ; rdfs:comment "A." ; pol:noun "thing" ; rdfs:isDefinedBy <https://example.org/d> .
d:B a owl:Class ; rdfs:label "b" ; rdfs:comment "B." ; rdfs:isDefinedBy <https://example.org/d> .
d:r a owl:ObjectProperty ; rdfs:label "r" ; rdfs:comment "R." ; rdfs:domain d:A ; rdfs:range d:B ;
    pol:expression "X do Y" , "_ put X on Y as where" ; rdfs:isDefinedBy <https://example.org/d> .
"""
SECOND = 'd:s a owl:ObjectProperty ; rdfs:label "s" ; rdfs:comment "S." ; rdfs:isDefinedBy d: ; rdfs:domain d:A ; '
DEFECTS = [
    ('d:C a owl:Class ; rdfs:label "c" ; rdfs:comment "C." .', "d:C: no rdfs:isDefinedBy"),
    ('d:C a owl:Class ; rdfs:label "c" ; rdfs:isDefinedBy d: .', "d:C: no rdfs:comment"),
    (SECOND + "rdfs:subPropertyOf d:r .", "d:s: no rdfs:range"),
    (SECOND + "rdfs:range d:Nowhere .", "d:s: no class d:Nowhere"),
    (SECOND + 'rdfs:range d:B ; pol:expression "X make Y[d:Nothing]" .', "d:s: no class d:Nothing"),
    ("d:A rdfs:subClassOf d:B . d:B rdfs:subClassOf d:A .", "d:A: stands below itself"),
    ('d:B pol:noun "thing" .', "d:B: the noun 'thing' is d:A's already"),
    ('d:A pol:nameLabel "ORG" . d:B pol:nameLabel "ORG" .', "d:B: the name label 'ORG' is d:A's already"),
    (
        SECOND + 'rdfs:range d:B ; pol:expression "X do Y" .',
        "d:s: 'do' (active) is d:r's already, with the same classes",
    ),
    (
        SECOND + 'rdfs:range d:A ; pol:expression "_ put X on Y as where" .',
        "d:s: the argument 'put on as where' (passive, of the subject) is d:r's already",
    ),
]


@pytest.mark.parametrize(("more", "finding"), DEFECTS)
def test_a_defect_is_found_and_named(tmp_path: Path, more: str, finding: str) -> None:
    (tmp_path / "d.ttl").write_text(HEAD + more, encoding="utf-8")
    assert finding in lint(load_ontology(tmp_path))


@pytest.mark.parametrize("more", ["", SECOND + 'rdfs:range d:A ; pol:expression "X do Y", "_ put X on Y as when" .'])
def test_classes_and_roles_may_tell_one_verb_s_relations_apart(tmp_path: Path, more: str) -> None:
    (tmp_path / "d.ttl").write_text(HEAD + more, encoding="utf-8")
    assert lint(load_ontology(tmp_path)) == ()
