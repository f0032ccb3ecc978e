"""The lint finds what would map words by accident."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.lint import check, lint
from kg.ontology import describe_ontology, load_ontology

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


COMPLETE = f"""
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
{HEAD}
d:A rdfs:subClassOf schema:Thing ; skos:example "a thing" .
d:B rdfs:subClassOf d:A ; skos:example "b" .
d:r rdfs:subPropertyOf dcterms:relation ; skos:example "A does B." .
"""
MORE = [
    ('d:C a owl:Class ; rdfs:subClassOf d:A ; skos:example "c" .', ["no rdfs:label", "no rdfs:comment", "no rdfs:isD"]),
    ("d:C a owl:Class ; rdfs:subClassOf d:A .", ["no skos:example"]),
    ("d:C a owl:Class ; rdfs:subClassOf owl:Thing .", ["no alignment"]),
    ("d:C a owl:Class ; rdfs:subClassOf d:Gone .", ["stands below d:Gone, which is not declared"]),
    ('d:r pol:expression "do Y" .', ["'do Y': an expression begins with X, Y or _"]),
    ('d:r pol:nounExpression "signing of Y" .', ["'signing of Y': a noun expression begins with 'the'"]),
    ('d:r pol:nounExpression "the doing of Y[d:Gone] by X" .', ["d:r: no class d:Gone"]),
    ("d:x a rdfs:Datatype .", ["d:x: no rdfs:label", "d:x: no skos:example"]),
    (
        'd:s a owl:ObjectProperty ; rdfs:domain d:A ; rdfs:range d:B ; pol:nounExpression "the sale of Y by X" . '
        'd:r pol:nounExpression "the sale of Y by X" .',
        ["d:s: 'sale of' (active) is d:r's already"],
    ),
]


def test_an_ontology_that_is_fully_described_has_nothing_to_be_mended(tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_text(COMPLETE, encoding="utf-8")
    assert check(describe_ontology(tmp_path)) == ()


@pytest.mark.parametrize(("more", "findings"), MORE)
def test_what_is_missing_is_said(tmp_path: Path, more: str, findings: list[str]) -> None:
    (tmp_path / "d.ttl").write_text(COMPLETE + more, encoding="utf-8")
    found = check(describe_ontology(tmp_path))
    for finding in findings:
        assert any(finding in line for line in found), (finding, found)


def test_the_terms_of_the_shipped_mapping_are_not_a_user_s_to_mend(tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_text(HEAD, encoding="utf-8")
    assert all(line.startswith("d:") for line in check(describe_ontology(tmp_path)))
