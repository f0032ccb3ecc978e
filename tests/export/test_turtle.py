"""Our Turtle is read as it was meant by every reader, whatever stands in the texts, and is the same from run to run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.export import turtle
from kg.export.rdf import to_rdf
from kg.export.terms import XSD, Iri, Literal, Names, Triple
from kg.identifiers import prefixes
from kg.ontology import load_ontology
from tests.graphs import HOSTILE_NAME, small_graph, small_themes

NAMES = Names(prefixes())
HOSTILE = [
    HOSTILE_NAME,
    'a\nb\r\n\t"\'\'\'"""\\',
    "\\u0041",
    "</script>",
    "\u2028\x00\x1f\x7f",
    "𝒳 e\u0301 \ufeff",
    "",
    ".",
]
TEXT = st.text() | st.sampled_from(HOSTILE)
IRIS = st.builds(NAMES.minted, TEXT, TEXT) | st.sampled_from([NAMES("pol:Statement"), NAMES("rdf:type")])
LITERALS = (
    TEXT.map(lambda text: Literal(text))
    | TEXT.map(lambda text: Literal(text, NAMES("pol:iso8601").value))
    | st.integers().map(lambda number: Literal(str(number), XSD + "integer"))
    | st.sampled_from(["true", "false"]).map(lambda truth: Literal(truth, XSD + "boolean"))
)
TRIPLES = st.sets(st.tuples(IRIS, IRIS, IRIS | LITERALS).map(lambda parts: Triple(*parts)), max_size=6)


def rendered(triples: Iterable[Triple]) -> str:
    return "\n".join(turtle.lines(sorted(triples), NAMES.prefixes)) + "\n"


def ours(node: rdflib.term.Node | pyoxigraph.NamedNode | pyoxigraph.Literal) -> Iri | Literal:
    """A reader's node as one of our own."""
    if isinstance(node, rdflib.URIRef):
        return Iri(str(node))
    if isinstance(node, pyoxigraph.NamedNode):
        return Iri(node.value)
    if isinstance(node, pyoxigraph.Literal):
        return Literal(node.value, node.datatype.value)
    assert isinstance(node, rdflib.Literal)
    return Literal(str(node), str(node.datatype or XSD + "string"))


@given(TRIPLES)
def test_pyoxigraph_reads_what_was_written(triples: set[Triple]) -> None:
    found = pyoxigraph.parse(rendered(triples).encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert {(ours(q.subject), ours(q.predicate), ours(q.object)) for q in found} == triples


@given(TRIPLES)
def test_rdflib_reads_what_was_written(triples: set[Triple]) -> None:
    found = rdflib.Graph().parse(data=rendered(triples), format="turtle")
    assert {tuple(map(ours, triple)) for triple in found} == triples


def test_half_a_surrogate_pair_does_not_stop_the_writer() -> None:
    assert turtle.escaped("a\ud800b") == "a\ufffdb"


def test_blocks_are_sorted_and_begin_with_the_type() -> None:
    b, a = NAMES("id:b"), NAMES("id:a")
    rows = [
        Triple(b, NAMES("rdfs:label"), Literal("B")),
        Triple(b, NAMES("rdf:type"), NAMES("pol:Statement")),
        Triple(b, NAMES("rdf:type"), NAMES("rdf:Statement")),
        Triple(b, NAMES("dcterms:title"), Literal("1", XSD + "integer")),
        Triple(a, NAMES("rdfs:label"), Literal("A")),
    ]
    body = rendered(rows).split("\n\n", 1)[1]
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


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("turtle") / "graph.ttl"
    found = to_rdf(small_graph(), load_ontology(), small_themes())
    path.write_text("\n".join(turtle.lines(found.triples, found.prefixes)) + "\n", encoding="utf-8")
    return path


def test_three_readers_count_the_same_triples(built: Path) -> None:
    program = shutil.which("rapper")
    if program is None:
        pytest.skip("rapper is not installed (Debian's raptor2-utils)")
    by_rapper = subprocess.run([program, "-i", "turtle", "-c", built], capture_output=True, text=True, check=True)
    counted = re.search(r"returned (\d+) triples", by_rapper.stderr)
    assert counted is not None
    by_oxigraph = list(pyoxigraph.parse(path=built, format=pyoxigraph.RdfFormat.TURTLE))
    assert int(counted[1]) == len(by_oxigraph) == len(rdflib.Graph().parse(built)) > 500
    assert "Warning" not in by_rapper.stderr


def test_the_hash_seed_changes_no_byte() -> None:
    program = (
        "from tests.graphs import *; from kg.ontology import load_ontology; from kg.export.rdf import to_rdf\n"
        "from kg.export import trig\n"
        "found = to_rdf(small_graph(), load_ontology(), small_themes())\n"
        "print('\\n'.join(trig.lines(found.triples, found.said, found.prefixes)))"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, cwd=root,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PYTHONIOENCODING": "utf-8"},
        ).stdout
        for seed in ("0", "1")
    }  # fmt: skip
    assert len(outputs) == 1
