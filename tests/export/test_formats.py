"""Each format of RDF is read as it was meant by every reader, whatever stands in the texts, and no claim is a fact."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.export.rdf import to_rdf
from kg.export.terms import XSD, Iri, Literal, Triple
from kg.graph import Graph
from kg.ontology import load_ontology
from kg.scheme import load_themes
from tests.export.formats import FORMATS, NAMES, Quad, by_oxigraph, by_rdflib, rdf_of
from tests.graphs import HOSTILE_NAME, small_graph, small_themes

# rdflib's own readers still call what rdflib has deprecated.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Dataset.default_context is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:Dataset.contexts is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning"),
]

HOSTILE = [
    HOSTILE_NAME,
    'a\nb\r\n\t"\'\'\'"""\\',
    "\\u0041",
    "</script>",
    "\u2028\x00\x1f\x7f",
    "𝒳 e\u0301 \ufeff",
    "",
    ".",
    "@value",
    "//x",
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
SAID = st.dictionaries(IRIS, TRIPLES, max_size=2)


def quads(triples: set[Triple], said: dict[Iri, set[Triple]], *, named: bool) -> set[Quad]:
    found: set[Quad] = {(None, *triple) for triple in triples}
    return found | ({(graph, *triple) for graph, rows in said.items() for triple in rows} if named else set())


def corpus_text(graph: Graph, format: str) -> str:
    return "".join(FORMATS[format].text(to_rdf(graph, load_ontology(), load_themes())))


@pytest.mark.parametrize("name", FORMATS)
@given(triples=TRIPLES, said=SAID)
def test_pyoxigraph_reads_what_was_written(name: str, triples: set[Triple], said: dict[Iri, set[Triple]]) -> None:
    format = FORMATS[name]
    found = by_oxigraph("".join(format.text(rdf_of(triples, said))), format)
    assert set(found) == quads(triples, said, named=format.named)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if format.rdflib])
@given(triples=TRIPLES, said=SAID)
def test_rdflib_reads_what_was_written(name: str, triples: set[Triple], said: dict[Iri, set[Triple]]) -> None:
    format = FORMATS[name]
    found = by_rdflib("".join(format.text(rdf_of(triples, said))), format)
    assert set(found) == quads(triples, said, named=format.named)


@pytest.mark.parametrize("name", FORMATS)
def test_half_a_surrogate_pair_does_not_stop_a_writer(name: str) -> None:
    row = Triple(NAMES("id:a"), NAMES("rdfs:label"), Literal("a\ud800b"))
    ((_, _, _, label),) = by_oxigraph("".join(FORMATS[name].text(rdf_of([row]))), FORMATS[name])
    assert label == Literal("a\ufffdb")


@pytest.mark.parametrize("name", FORMATS)
def test_of_the_corpus_every_reader_counts_the_same_and_no_triple_comes_twice(
    name: str, corpus_graph: Graph, tmp_path: Path
) -> None:
    format, text = FORMATS[name], corpus_text(corpus_graph, name)
    found = by_oxigraph(text, format)
    assert len(found) == len(set(found)) > 20_000
    default = by_oxigraph(corpus_text(corpus_graph, "ttl"), FORMATS["ttl"])
    assert {row for row in found if row[0] is None} == set(default)
    assert (set(found) - set(default) != set()) == format.named
    if format.rdflib:
        assert set(by_rdflib(text, format)) == set(found)
    if format.rapper:
        assert counted_by_rapper(text, format.rapper, tmp_path / name) == len(found)


def counted_by_rapper(text: str, format: str, path: Path) -> int:
    program = shutil.which("rapper")
    if program is None:
        pytest.skip("rapper is not installed (Debian's raptor2-utils)")
    path.write_text(text, encoding="utf-8", newline="\n")
    run = subprocess.run([program, "-i", format, "-c", path], capture_output=True, text=True, check=True)
    counted = re.search(r"returned (\d+) triples", run.stderr)
    assert counted is not None and "Warning" not in run.stderr
    return int(counted[1])


def store_of(name: str) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    text = "".join(FORMATS[name].text(to_rdf(small_graph(), load_ontology(), small_themes())))
    store.load(text.encode(), format=FORMATS[name].oxigraph)
    return store


CLAIM = "?letter ?says ?what FILTER(STRENDS(STR(?letter), '/letter') && STRENDS(STR(?what), '/firm-determination'))"


@pytest.mark.parametrize("name", FORMATS)
def test_a_question_for_a_reported_claim_finds_nothing(name: str) -> None:
    store = store_of(name)
    assert not store.query(f"ASK {{ {CLAIM} }}")
    assert bool(store.query(f"ASK {{ GRAPH ?g {{ {CLAIM} }} }}")) == FORMATS[name].named


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if format.rdflib])
def test_nor_does_rdflib_find_it(name: str) -> None:
    found = rdflib.Dataset()
    text = "".join(FORMATS[name].text(to_rdf(small_graph(), load_ontology(), small_themes())))
    found.parse(data=text, format=FORMATS[name].rdflib)
    assert not found.query(f"ASK {{ {CLAIM} }}").askAnswer
    assert bool(found.query(f"ASK {{ GRAPH ?g {{ {CLAIM} }} }}").askAnswer) == FORMATS[name].named


@pytest.mark.parametrize("name", FORMATS)
def test_the_hash_seed_changes_no_byte(name: str) -> None:
    program = (
        "from tests.graphs import *; from kg.ontology import load_ontology; from kg.export.rdf import to_rdf\n"
        "from tests.export.formats import FORMATS\n"
        f"print(''.join(FORMATS[{name!r}].text(to_rdf(small_graph(), load_ontology(), small_themes()))))"
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


def test_a_statement_of_rdf_1_2_names_its_triple_without_stating_it() -> None:
    store = store_of("ttl12")
    prefixes = {"pol": NAMES.prefixes["pol"], "rdf": NAMES.prefixes["rdf"]}
    (row,) = store.query('SELECT ?t { ?s pol:lemma "demonstrate"; rdf:reifies ?t }', prefixes=prefixes)  # type: ignore[misc]
    assert isinstance(row["t"], pyoxigraph.Triple)
    assert str(row["t"].object).endswith("/firm-determination>")
    assert not list(store.quads_for_pattern(row["t"].subject, row["t"].predicate, row["t"].object))
