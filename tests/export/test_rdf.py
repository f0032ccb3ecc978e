"""What becomes a triple and what never does, in which order."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.export.direct import asserted, claim, spoken
from kg.export.nodes import Nodes
from kg.export.rdf import to_rdf, to_rdflib
from kg.export.terms import XSD, Block, Iri, Literal, Names, Node, Triple, dated, decimal, segment, valued
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.mapping import Ontology
from kg.model import Argument, Link, Participant, Relation, Statement, Value, Words
from kg.ontology import load_ontology
from tests.graphs import small_graph, small_themes

NAMES = Names(prefixes())
ISO, AMOUNT = NAMES("pol:iso8601").value, NAMES("pol:amount").value


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


@pytest.fixture(scope="module")
def graph() -> Graph:
    return small_graph()


def nodes(*statements: Statement) -> Nodes:
    return Nodes(NAMES, {statement.id: statement for statement in statements}, frozenset())


def participant(text: str, **fields: object) -> Participant:
    plain = Participant(text, ((0, len(text)),) if text else (), text or None, None, None, None, not text, None)
    return replace(plain, **fields)


def argument(text: str, preposition: str | None, role: str, **fields: object) -> Argument:
    who = participant(text, **fields)
    parts = (who.text, who.spans, who.label, who.entity, who.type, who.value, who.implied, who.via)
    return Argument(*parts, preposition, role)  # type: ignore[arg-type]


def one(graph: Graph, lemma: str) -> Statement:
    return next(statement for statement in graph.statements if statement.relation.lemma == lemma)


def said(graph: Graph, lemma: str, **fields: object) -> Statement:
    return replace(one(graph, lemma), **fields)


def short(node: Node | None) -> str:
    """A node as a reader would write it: its CURIE or last part, a literal's words."""
    if node is None:
        return ""
    return node.value if isinstance(node, Literal) else node.value.removeprefix(NAMES.prefixes["id"]).rpartition("#")[2]


def default_graph(graph: Graph, ontology: Ontology) -> list[Triple]:
    """The triples of the default graph as they are written."""
    blocks = to_rdf(graph, ontology, small_themes()).blocks
    return [Triple(block.node, *pair) for block in blocks if block.graph is None for pair in block.pairs]


def plain(statement: Statement, ontology: Ontology) -> list[str]:
    found = asserted(statement, nodes(statement), ontology)
    return sorted({" ".join(map(short, triple)).replace(f"{statement.document}/phrase/", "") for triple in found})


def test_only_what_documents_hold_true_becomes_plain_triples(graph: Graph, ontology: Ontology) -> None:
    triples = default_graph(graph, ontology)
    relations = {
        row.subject for row in triples if (row.predicate, row.object) == (NAMES("rdf:type"), NAMES("pol:Relation"))
    }
    assert sorted(" ".join(map(short, row)) for row in triples if row.predicate in relations) == [
        "event/4th-quality-conference heldIn place/hangzhou",
        "event/4th-quality-conference heldOn 2021-09-16",
        "person/wang-yong holdsOffice office/state-councilor",
        f"person/zoe adopts {one(graph, 'adopt').document}/phrase/plan",
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"act": "directive", "deontic": "obligation"},
        {"act": "commitment"},
        {"act": "evaluation"},
        {"polarity": "negative"},
        {"modality": "possible"},
        {"modality": "planned"},
        {"modality": "conditional"},
        {"content": ("another",)},
        {"attribution": (Link((), Words("it was said", ((0, 11),)), "indirect", True, None),)},  # type: ignore[arg-type]
        {"object": None, "arguments": ()},
        {"subject": participant("", type="pol:UnstatedAddressee")},
        {"subject": participant("", via="nobody")},
        {"subject": participant("2020", value=Value("date", "2020"))},
    ],
    ids=str,
)
def test_no_plain_triple_for(change: dict[str, object], graph: Graph, ontology: Ontology) -> None:
    assert plain(said(graph, "hold in"), ontology)
    assert plain(said(graph, "hold in", **change), ontology) == []


COUNCIL = argument("the council", "by", "agent", label="council", type="pol:GovernmentBody")


@pytest.mark.parametrize(
    ("lemma", "voice", "predicate", "thing", "arguments", "expected"),
    [
        ("adopt", "active", "pol:adopts", "plan", (), ["letter adopts plan"]),
        ("adopt", "passive", "pol:adopts", None, (COUNCIL,), ["council adopts letter"]),
        ("adopt", "passive", "pol:adopts", None, (), []),
        ("shelve", "active", None, "plan", (), ["letter relation/shelve plan"]),
        ("shelve", "passive", None, None, (COUNCIL,), ["council relation/shelve letter"]),
        ("shelve", "passive", None, None, (), []),
        (
            "hand to", "passive", None, "board", (COUNCIL,),
            ["council relation/hand letter", "letter relation/hand-to/passive board"],
        ),
    ],
)  # fmt: skip
def test_a_passive_gives_the_triple_of_its_active(
    lemma: str, voice: str, predicate: str | None, thing: str | None, arguments: tuple[Argument, ...],
    expected: list[str], graph: Graph, ontology: Ontology,
) -> None:  # fmt: skip
    relation = Relation(lemma, ((0, 1),), lemma, voice, predicate)  # type: ignore[arg-type]
    target = participant(thing) if thing else None
    statement = said(
        graph, "hold in", subject=participant("letter"), relation=relation, object=target, arguments=arguments
    )
    assert plain(statement, ontology) == expected


def test_a_passive_without_agent_is_of_someone_unstated(graph: Graph, ontology: Ontology) -> None:
    statement = said(graph, "adopt", arguments=())
    subject, predicate, thing = claim(statement, nodes(statement), ontology)
    assert (short(subject), short(predicate)) == (f"statement/{statement.id}/unstated", "adopts")
    assert short(thing).endswith("/phrase/plan")


def test_a_speaker_asserts_only_what_one_link_says(graph: Graph, ontology: Ontology) -> None:
    letter = one(graph, "demonstrate")
    outer = replace(letter.attribution[0], speakers=(participant("Li Wei"),))
    assert len(list(spoken(letter, nodes(letter), ontology))) == 1
    for change in (
        {"attribution": (outer, letter.attribution[0])}, {"polarity": "negative"}, {"modality": "planned"},
        {"act": "commitment"}, {"attribution": ()}, {"content": ("another",)},
    ):  # fmt: skip
        changed = replace(letter, **change)
        assert list(spoken(changed, nodes(changed), ontology)) == [], change


def test_participants_are_nodes_and_never_guessed(graph: Graph) -> None:
    base, letter = one(graph, "strengthen"), one(graph, "demonstrate")
    clause = participant("that the letter demonstrates", spans=((100, 147),))
    holder = said(graph, "stress", object=clause)
    cases: list[tuple[Statement, Participant, str]] = [
        (base, base.subject, f"{base.document}/addressee/wang-yong"),
        (replace(base, attribution=()), base.subject, f"{base.document}/addressee/document"),
        (base, participant("Li Wei", entity="id:person/li-wei"), "person/li-wei"),
        (base, participant("quality"), f"{base.document}/phrase/quality"),
        (base, participant("it", spans=((7, 9),)), f"{base.document}/phrase/it-7"),
        (base, participant("", via="it was agreed"), f"statement/{base.id}/unstated"),
        (base, participant("2020", value=Value("date", "2020")), "2020"),
        (holder, clause, f"statement/{letter.id}"),
    ]
    for statement, who, expected in cases:
        assert short(nodes(*graph.statements).participant(statement, who)) == expected


def test_a_minted_relation_is_declared_below_the_top_once(graph: Graph, ontology: Ontology) -> None:
    node = NAMES.minted("relation", "strengthen")
    changed = dataclasses.replace(graph, statements=tuple(
        replace(row, relation=replace(row.relation, predicate=None)) for row in graph.statements
    ))  # fmt: skip
    triples = default_graph(changed, ontology)
    assert [(short(row.predicate), short(row.object)) for row in triples if row.subject == node] == [
        ("type", "Relation"), ("label", "strengthen"), ("subPropertyOf", "relatesTo"),
    ]  # fmt: skip
    assert not [row for row in triples if row.subject.value.startswith(f"{NAMES.prefixes['pol']}strengthen")]


def test_documents_come_first_with_their_statements_then_what_they_share(graph: Graph, ontology: Ontology) -> None:
    blocks = list(to_rdf(graph, ontology, small_themes()).blocks)
    order = [block.node for block in blocks if block.graph is None]
    places = {node: place for place, node in enumerate(order)}  # of several blocks the last
    documents = [NAMES.minted(document.id) for document in graph.documents]
    statements = [NAMES.minted("statement", statement.id) for statement in graph.statements]
    entities = [NAMES(thing.entity) for thing in graph.entities]
    assert [node for node in order if node in documents] == documents
    assert [node for node in order if node in statements] == statements
    described = (NAMES("rdf:type"), NAMES("pol:Entity"))
    assert [block.node for block in blocks if described in block.pairs] == entities
    for statement in graph.statements:
        node, document = NAMES.minted("statement", statement.id), NAMES.minted(statement.document)
        assert places[document] < places[node] < places[entities[0]]
        assert order[places[node] + 1] == Iri(f"{node.value}/subject")
        assert documents[0] == document or places[documents[-1]] < places[node]
    assert all(places[NAMES(term)] > places[entities[-1]] for term in ("pol:heldIn", "pol:Person", "theme:trade"))


def test_a_fact_stands_with_its_document_if_that_has_a_part_in_it_else_with_the_entity(
    graph: Graph, ontology: Ontology
) -> None:
    blocks: dict[str, list[Block]] = {"wang-yong": [], "zoe": []}
    for block in to_rdf(graph, ontology, small_themes()).blocks:
        for name, found in blocks.items():
            if block.node == NAMES(f"id:person/{name}"):
                found.append(block)
    ((_, about_wang, _),) = blocks["wang-yong"]
    assert (NAMES("rdfs:label"), Literal("Wang Yong")) in about_wang
    assert (NAMES("pol:holdsOffice"), NAMES("id:office/state-councilor")) in about_wang
    (_, by_zoe, _), (_, about_zoe, _) = blocks["zoe"]
    assert [predicate for predicate, _ in by_zoe] == [NAMES("pol:adopts")]  # a plan that only its document has
    assert NAMES("pol:adopts") not in dict(about_zoe)


def test_no_blank_nodes_and_no_doubles(graph: Graph, ontology: Ontology) -> None:
    found, parsed = default_graph(graph, ontology), to_rdflib(graph, ontology, small_themes())
    assert len(parsed) == len(found) == len(set(found))
    assert not [node for triple in parsed for node in triple if isinstance(node, rdflib.BNode)]


def test_themes_classes_and_relations_come_with_labels_and_what_is_above(graph: Graph, ontology: Ontology) -> None:
    found = to_rdflib(graph, ontology, small_themes())
    labels = {str(label) for label in found.objects(None, rdflib.RDFS.label)}
    assert {"Consumer protection", "Trade", "person", "actor", "held in", "relates to"} <= labels


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (Value("date", "2021-09-16"), Literal("2021-09-16", XSD + "date")),
        (Value("date", "2021-09"), Literal("2021-09", XSD + "gYearMonth")),
        (Value("date", "2021"), Literal("2021", XSD + "gYear")),
        (Value("date", "2021-02-30"), Literal("2021-02-30", ISO)),
        (Value("date", "2021-Q3"), Literal("2021-Q3", ISO)),
        (Value("interval", "2021/2025"), Literal("2021/2025", ISO)),
        (Value("duration", "P2Y"), Literal("P2Y", XSD + "duration")),
        (Value("duration", "P2W"), Literal("P2W", ISO)),
        (Value("money", "500000", "USD"), Literal("500000 USD", AMOUNT)),
        (Value("percent", "5.5", "%"), Literal("5.5 %", AMOUNT)),
        (Value("quantity", "12"), Literal("12", XSD + "decimal")),
        (Value("quantity", "a dozen"), Literal("a dozen", AMOUNT)),
    ],
    ids=lambda item: item.value,
)
def test_a_value_is_a_literal_of_its_type(value: Value, literal: Literal) -> None:
    assert valued(value, ISO, AMOUNT) == literal


@given(st.text())
def test_a_date_has_a_date_type_only_if_it_is_one(text: str) -> None:
    literal = dated(text, ISO)
    assert literal.datatype == ISO or rdflib.Literal(text, datatype=rdflib.URIRef(literal.datatype)).ill_typed is False


@given(st.floats(min_value=0, max_value=1))
def test_a_decimal_reads_back_as_the_same_number(number: float) -> None:
    assert float(decimal(number).value) == number
    assert "e" not in decimal(number).value.lower()


@given(st.text(), st.text())
def test_pieces_of_a_path_stay_apart(one: str, two: str) -> None:
    assert "/" not in segment(one)
    assert segment(one) not in {".", ".."}
    assert (segment(one) == segment(two)) == (one == two) or "\ufffd" in one + two or not (one + two).isprintable()


@pytest.mark.parametrize("curie", ["Statement", "", "not a curie"])
def test_what_is_no_curie_is_refused(curie: str) -> None:
    with pytest.raises(ValueError, match="neither a CURIE nor an IRI"):
        NAMES(curie)


def test_every_term_that_is_written_is_declared_in_the_vocabulary(graph: Graph, ontology: Ontology) -> None:
    folder = Path(__file__).parents[2] / "ontology"
    declared = rdflib.Graph()
    for name in ("mapping.ttl", "statements.ttl", "policy.ttl"):
        declared.parse(folder / name)
    pol = NAMES.prefixes["pol"]
    triples = default_graph(graph, ontology)
    written = {node.value for row in triples for node in row if isinstance(node, Iri)}
    written.remove(pol)  # the namespace itself, with its prefix
    written |= {row.object.datatype for row in triples if isinstance(row.object, Literal)}
    unknown = {
        iri for iri in written if iri.startswith(pol) and (rdflib.URIRef(iri), rdflib.RDFS.label, None) not in declared
    }
    assert unknown == set()


def test_every_term_of_the_vocabulary_is_explained() -> None:
    vocabulary = rdflib.Graph().parse(Path(__file__).parents[2] / "ontology" / "statements.ttl")
    terms = set(vocabulary.subjects(rdflib.RDFS.isDefinedBy))
    properties = set(vocabulary.subjects(rdflib.RDFS.range))
    assert len(terms) > 80
    for term in terms:
        keys = {rdflib.RDFS.label, rdflib.RDFS.comment, rdflib.SKOS.example}
        keys |= {rdflib.RDFS.domain} if term in properties else set()
        assert keys <= set(vocabulary.predicates(term)), term


SEPTEMBER = argument("September 16", "on", "when", value=Value("date", "2021-09-16"))


@pytest.mark.parametrize(
    ("lemma", "voice", "subject", "thing", "further", "expected"),
    [
        ("hold in", "passive", "pol:Conference", "pol:Place", SEPTEMBER, ["letter heldOn 2021-09-16"]),
        ("hold", "active", "pol:Actor", "pol:Conference", SEPTEMBER, ["thing heldOn 2021-09-16"]),
        ("open in", "active", "pol:Conference", "pol:Place", SEPTEMBER, ["letter heldOn 2021-09-16"]),
        ("open", "active", "pol:Person", None, SEPTEMBER, []),
        ("hold", "active", "pol:Actor", "pol:Office", SEPTEMBER, []),
        ("hold in", "passive", "pol:Conference", "pol:Place", argument("silence", "on", "when"), []),
        ("hold in", "passive", "pol:Conference", "pol:Place", argument("the table", "under", "where"), []),
    ],
)
def test_an_argument_has_a_relation_to_what_its_verb_speaks_of(
    lemma: str, voice: str, subject: str, thing: str | None, further: Argument, expected: list[str],
    graph: Graph, ontology: Ontology,
) -> None:  # fmt: skip
    statement = said(
        graph,
        "hold in",
        subject=participant("letter", type=subject),
        relation=Relation(lemma, ((0, 1),), lemma, voice, "pol:relatesTo"),  # type: ignore[arg-type]
        object=participant("thing", type=thing) if thing else None,
        arguments=(further,),
    )
    assert [row for row in plain(statement, ontology) if "relatesTo" not in row] == expected
