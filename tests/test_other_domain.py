"""An ontology of another domain, one file of data, is built into a graph of its own: no code, and nothing of policy."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import read
from kg.export.rdf import to_rdf
from kg.export.terms import Iri, Names, Node, Triple
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.ontology import load_ontology
from kg.pipeline import build
from kg.scheme import load_themes

FOOTBALL = Path(__file__).parent / "data" / "football"
NAMES = Names({**prefixes(), "fb": "https://example.org/football#"})


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build(read([FOOTBALL / "matches.txt"]), FOOTBALL)


Graphs = dict[Iri | None, list[Triple]]


@pytest.fixture(scope="module")
def rdf(graph: Graph) -> Graphs:
    """The triples of the default graph (None) and of each speaker's."""
    found: Graphs = {}
    for block in to_rdf(graph, load_ontology(FOOTBALL), load_themes()).blocks:
        found.setdefault(block.graph, []).extend(Triple(block.node, *pair) for pair in block.pairs)
    return found


def short(node: Node, document: str) -> str:
    value = node.value
    for prefix in ("fb", "id"):
        value = value.removeprefix(NAMES.prefixes[prefix])
    return value.replace(document, "match")


def test_the_plain_triples_are_exactly_these(graph: Graph, rdf: Graphs) -> None:
    """Verbs turned and passive, agent, preposition, place, date, amount, nouns, an office; no denial, no hearsay."""
    (document,) = graph.documents
    found = [
        " ".join(short(node, document.id) for node in triple)
        for triple in rdf[None]
        if triple.predicate.value.startswith(NAMES.prefixes["fb"])
        and triple.subject.value.startswith(NAMES.prefixes["id"])
    ]
    assert sorted(row.replace("united-match", "united") for row in found) == [
        "match/phrase/final playedAt ground/leeds",
        "match/phrase/final playedOn 2022-05-07",
        "player/anna-berg fee 5000000 EUR",
        "player/anna-berg soldTo side/rovers",
        "player/lena-holm captains captaincy/skipper",
        "player/maria-costa captains match/phrase/captain-of-united",
        "player/maria-costa soldTo side/united",
        "side/rovers beats side/united",
        "side/rovers signs player/lena-holm",
        "side/rovers wins trophy/silver-cup",
    ]


def test_what_a_speaker_says_stands_apart(rdf: Graphs) -> None:
    (said,) = (triples for name, triples in rdf.items() if name is not None)
    assert [triple.predicate for triple in said] == [NAMES("fb:beats")]


def test_a_relation_of_the_kind_tenure_gives_them_there_too_and_a_title_is_an_office_of_that_ontology(
    rdf: Graphs,
) -> None:
    tenures = sorted({row.subject for row in rdf[None] if row.object == NAMES("pol:Tenure")})
    assert [tenure.value.partition("/tenure/")[2].partition("/")[0] for tenure in tenures] == [
        "lena-holm",
        "maria-costa",
    ]
    dates = [row.object.value for row in rdf[None] if row.predicate == NAMES("pol:attestedOn")]
    assert dates == ["2022-05-09", "2022-05-09"]


def test_nothing_of_the_policy_ontology_is_in_the_graph(graph: Graph, rdf: Graphs) -> None:
    policy, football = load_ontology(), load_ontology(FOOTBALL)
    foreign = {*policy.classes, *policy.relations} - {*football.classes, *football.relations}
    used = {one.relation.predicate for one in graph.statements} | {entity.type for entity in graph.entities}
    used |= {
        who.type for one in graph.statements for who in (one.subject, one.object, *one.arguments) if who is not None
    }
    assert not used & foreign
    terms = {node.value for triples in rdf.values() for triple in triples for node in triple if isinstance(node, Iri)}
    assert not terms & {policy.classes[name].iri for name in foreign & set(policy.classes)}
    assert not terms & {policy.relations[name].iri for name in foreign & set(policy.relations)}


def test_a_verb_of_policy_is_minted_there(graph: Graph) -> None:
    announced = next(one for one in graph.statements if one.relation.lemma == "announce")
    assert (announced.relation.predicate, announced.subject.type) == (None, None)
