"""A sound graph has no finding; each rule finds what breaks it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import rdflib
from msgspec.structs import replace

from kg.errors import OntologyError, OutputError
from kg.export import write
from kg.export.rdf import to_rdflib
from kg.export.validate import check_facts, check_shapes, validate
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.invariants import Finding
from kg.model import Statement
from kg.ontology import load_ontology, ontology_folder
from kg.store import write_graph
from tests.graphs import small_graph, small_themes

POL_IRI = prefixes()["pol"]
POL = rdflib.Namespace(POL_IRI)
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
SHAPES = ontology_folder() / "shapes.ttl"
PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in {
    **prefixes(), "dcterms": "http://purl.org/dc/terms/", "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
}.items())  # fmt: skip


@pytest.fixture(scope="module")
def triples() -> rdflib.Graph:
    return to_rdflib(small_graph(), load_ontology(), small_themes())


def copy(triples: rdflib.Graph) -> rdflib.Graph:
    changed = rdflib.Graph()
    for triple in triples:
        changed.add(triple)
    return changed


def without(key: str) -> str:
    return f"DELETE {{ ?x {key} ?o }} WHERE {{ ?x {key} ?o }}"


def instead(key: str, value: str) -> str:
    return f"DELETE {{ ?x {key} ?o }} INSERT {{ ?x {key} {value} }} WHERE {{ ?x {key} ?o }}"


def adding(kind: str, key: str, value: str) -> str:
    return f"INSERT {{ ?x {key} {value} }} WHERE {{ ?x a {kind} }}"


# For each property shape a change of the graph that must be found, as SPARQL Update.
VIOLATIONS = {
    "StatementAct": instead("pol:act", '"threat"'),
    "StatementAnchor": without("pol:anchor"),
    "StatementConfidence": instead("pol:confidence", "1.5"),
    "StatementContent": instead("pol:content", "id:nothing"),
    "StatementDocument": instead("pol:document", "id:nothing"),
    "StatementEvidence": instead("pol:evidence", '""'),
    "StatementFrame": without("pol:frame"),
    "StatementModality": instead("pol:modality", '"hoped"'),
    "StatementObject": adding("pol:Directive", "rdf:object", "id:one, id:two"),
    "StatementPolarity": without("pol:polarity"),
    "StatementPredicate": instead("rdf:predicate", "rdf:type"),
    "StatementPrimaryTheme": adding("pol:Statement", "pol:primaryTheme", "theme:a, theme:b"),
    "StatementSentence": without("prov:wasDerivedFrom"),
    "StatementStrength": instead("pol:strength", "6"),
    "StatementSubject": adding("pol:Statement", "rdf:subject", "id:another"),
    "StatementTime": instead("pol:time", '"yesterday"'),
    "StatementVoice": instead("pol:voice", '"middle"'),
    "DirectiveDeontic": without("pol:deontic"),
    "NoDeontic": adding("pol:Commitment", "pol:deontic", '"obligation"'),
    "AttributionCue": without("pol:cue"),
    "AttributionExplicit": without("pol:explicit"),
    "AttributionMode": instead("pol:mode", '"whispered"'),
    "AttributionNumber": adding("pol:Attribution", "pol:number", "0"),
    "AttributionSentence": instead("pol:sentence", "id:nothing"),
    "AttributionSpeaker": "INSERT { ?x pol:speaker ?y } WHERE { ?x a pol:Attribution . ?y a pol:UnstatedAddressee }",
    "MentionImplied": without("pol:implied"),
    "MentionParticipant": without("pol:participant"),
    "MentionSpans": instead("pol:spans", '"here"'),
    "MentionText": without("pol:text"),
    "ArgumentRole": instead("pol:role", '"villain"'),
    "ThemeConcept": without("pol:concept"),
    "ThemeSpans": "DELETE { ?x pol:spans ?o } WHERE { ?x a pol:ThemeMention; pol:spans ?o }",
    "ThemePrimary": "DELETE { ?x pol:primary ?o } WHERE { ?x a pol:ThemeMention; pol:primary ?o }",
    "ThemeWeight": adding("pol:ThemeMention", "pol:weight", "2.0"),
    "DocumentThemeConcept": instead("pol:concept", "id:nothing"),
    "DocumentThemeFrames": instead("pol:frames", "0"),
    "DocumentThemePrimary": without("pol:primary"),
    "DocumentThemeWeight": without("pol:weight"),
    "ObligationAct": adding("pol:Assertion", "a", "pol:Obligation"),
    "ObligationAim": without("pol:aim"),
    "ObligationAttribute": without("pol:attribute"),
    "ObligationDeadline": adding("pol:Obligation", "pol:deadline", "id:soon"),
    "ObligationOrElse": adding("pol:Obligation", "pol:orElse", "id:nothing"),
    "TenureHolder": instead("pol:holder", "id:nobody"),
    "TenureOffice": without("pol:office"),
    "TenureAttestedBy": without("pol:attestedBy"),
    "TenureAttestedOn": adding("pol:Tenure", "pol:attestedOn", "id:some-day"),
    "ValueApproximate": without("pol:approximate"),
    "ValueKind": instead("pol:valueKind", '"hope"'),
    "ValueForm": instead("pol:value", '""'),
    "ClosenessScore": instead("pol:score", "1.5"),
    "ClosenessTo": instead("pol:closeTo", "id:nothing"),
    "RelationLabel": "DELETE { ?x rdfs:label ?o } WHERE { ?x a pol:Relation; rdfs:label ?o }",
    "PhraseLabel": "DELETE { ?x rdfs:label ?o } WHERE { ?x a pol:Concept; rdfs:label ?o }",
    "EvaluationValence": "INSERT { ?x a pol:Evaluation; pol:valence 'grim' } WHERE { ?x a pol:Assertion }",
    "StatementStance": adding("pol:Statement", "pol:stance", '"shrug"'),
    "SentenceIndex": without("pol:index"),
    "SentenceSelector": without("oa:hasSelector"),
    "SentenceSource": without("oa:hasSource"),
    "QuoteExact": instead("oa:exact", '""'),
    "PositionStart": instead("oa:start", "9999"),
    "PositionEnd": without("oa:end"),
    "DocumentDate": adding("pol:SourceDocument", "dcterms:date", '"2020", "2021"'),
    "DocumentIdentifier": "DELETE { ?x dcterms:identifier ?o } WHERE { ?x dcterms:title ?t; dcterms:identifier ?o }",
    "DocumentTitle": without("dcterms:title"),
    "EntityLabel": "DELETE { ?x rdfs:label ?o } WHERE { ?m pol:entity ?x . ?x rdfs:label ?o }",
    "EntityType": "DELETE { ?x a ?o } WHERE { ?m pol:entity ?x . ?x a ?o }",
    "AddresseeNotNamed": "INSERT { ?x pol:saidBy ?y } WHERE { ?x a pol:Directive . ?y a pol:UnstatedAddressee }",
    "AffiliationLevel": "INSERT { ?x a pol:Affiliation; pol:atLevel 'galactic' } WHERE { ?x a pol:Closeness }",
    "AffiliationOf": "INSERT { ?x a pol:Affiliation } WHERE { ?x a pol:Closeness }",
    "MergeReason": instead("pol:mergeReason", '""'),
    "SpeakerGraphSpeaker": without("prov:wasAttributedTo"),
}


def message_of(name: str) -> str:
    rules = rdflib.Graph().parse(SHAPES)
    return str(rules.value(rdflib.URIRef(f"https://w3id.org/policy-kg/shape/{name}"), SH.message))


def test_a_sound_graph_keeps_to_the_shapes(triples: rdflib.Graph) -> None:
    assert list(check_shapes(triples, SHAPES, POL_IRI)) == []


@pytest.mark.parametrize("name", VIOLATIONS)
def test_each_shape_finds_what_breaks_it(name: str, triples: rdflib.Graph) -> None:
    changed = copy(triples)
    changed.update(PREFIXES + VIOLATIONS[name])
    messages = {finding.message for finding in check_shapes(changed, SHAPES, POL_IRI)}
    assert message_of(name) in messages


def test_a_participant_that_leads_nowhere_is_found(triples: rdflib.Graph) -> None:
    changed = copy(triples)
    changed.update(PREFIXES + instead("pol:participant", "id:nothing"))
    messages = {finding.message for finding in check_shapes(changed, SHAPES, POL_IRI)}
    assert message_of("Participant") in messages


def test_every_shape_is_tried() -> None:
    rules = rdflib.Graph().parse(SHAPES)
    names = {str(shape).rpartition("/")[2] for shape in rules.objects(None, SH.property)}
    assert names == {*VIOLATIONS, "ParticipantType"}


def test_every_class_that_is_written_has_a_shape(corpus_graph: Graph) -> None:
    rules = rdflib.Graph().parse(SHAPES)
    covered = set(rules.objects(None, SH.targetClass))
    written = set(to_rdflib(corpus_graph).objects(None, rdflib.RDF.type))
    ours = {POL[name.partition(":")[2]] for name in load_ontology().classes}
    by_target = {POL.Entity, POL.Concept}  # entities and phrases have classes of the domain
    bare = {rdflib.RDF.Statement, rdflib.RDF.Property, rdflib.OWL.Class, rdflib.SKOS.Concept, OA.SpecificResource}
    assert written - ours - by_target - bare <= covered


def test_the_shapes_hold_for_another_namespace(triples: rdflib.Graph) -> None:
    text = triples.serialize(format="nt").replace(POL_IRI, "https://example.org/ontology#")
    moved = rdflib.Graph().parse(data=text, format="nt")
    moved.update(f"PREFIX pol: <https://example.org/ontology#>\n{without('pol:anchor')}")
    found = {finding.message for finding in check_shapes(moved, SHAPES, "https://example.org/ontology#")}
    assert found == {message_of("StatementAnchor")}


def test_shapes_that_cannot_be_read_are_an_error_of_one_line(triples: rdflib.Graph, tmp_path: Path) -> None:
    (tmp_path / "shapes.ttl").write_text("no\nTurtle", encoding="utf-8")
    for path in (tmp_path / "shapes.ttl", tmp_path / "missing.ttl"):
        with pytest.raises(OntologyError) as error:
            list(check_shapes(triples, path, POL_IRI))
        assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "planted",
    [
        "INSERT { ?a ?p ?b } WHERE { ?x pol:lemma 'demonstrate' SPEAKS }",
        "INSERT { ?a ?p ?b } WHERE { ?x a pol:Directive SPEAKS }",
        "INSERT { ?a ?p ?b } WHERE { ?x a pol:Commitment SPEAKS }",
        "INSERT { ?a ?p ?b } WHERE { ?x pol:polarity 'negative' SPEAKS }",
        "INSERT { ?b ?p ?a } WHERE { ?x pol:lemma 'hold in' SPEAKS }",
        "INSERT { ?a pol:adopts ?b } WHERE { ?x pol:lemma 'hold in' SPEAKS }",
        "INSERT { id:a pol:heldIn id:b } WHERE {}",
    ],
)
def test_a_fact_that_nobody_states_is_found(planted: str, triples: rdflib.Graph) -> None:
    changed = copy(triples)
    assert list(check_facts(changed, POL_IRI)) == []
    changed.update(PREFIXES + planted.replace("SPEAKS", "; rdf:subject ?a; rdf:predicate ?p; rdf:object ?b"))
    assert len(list(check_facts(changed, POL_IRI))) == 1


def moved(statement: Statement) -> Statement:
    subject = replace(statement.subject, spans=tuple((start + 1, end + 1) for start, end in statement.subject.spans))
    return replace(statement, subject=subject)


def build(graph: Graph, folder: Path) -> Path:
    write_graph(graph, folder)
    write(graph, folder / "graph.ttl", load_ontology(), small_themes())
    return folder


def test_a_folder_is_checked_in_all_three_ways(tmp_path: Path) -> None:
    assert validate(build(small_graph(), tmp_path / "sound")) == ()
    graph = small_graph()
    spoiled = dataclasses.replace(graph, statements=(moved(graph.statements[0]), *graph.statements[1:]))
    folder = build(spoiled, tmp_path / "spoiled")
    with (folder / "graph.ttl").open("a", encoding="utf-8") as file:
        file.write("id:x pol:heldIn id:y .\n<https://w3id.org/policy-kg/id/statement/z> a pol:Statement .\n")
    assert {finding.check for finding in validate(folder)} == {"evidence", "fact", "shape"}


def test_findings_are_sorted() -> None:
    assert sorted([Finding("shape", "a", "b"), Finding("evidence", "z", "z")])[0].check == "evidence"


def test_a_folder_without_a_graph_is_an_error_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError):
        validate(tmp_path)
    folder = build(small_graph(), tmp_path / "broken")
    for spoil in (lambda path: path.write_text("<<", encoding="utf-8"), Path.unlink):
        spoil(folder / "graph.ttl")
        with pytest.raises(OutputError, match=r"graph\.ttl") as error:
            validate(folder)
        assert "\n" not in str(error.value)
