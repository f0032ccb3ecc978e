"""How fast RDF is written, beside rdflib's own Turtle writer and pyoxigraph's; and whether memory grows with it.

usage: python -m bench.rdf [OUT] [--triples N] [--large N] [--rounds N]

OUT is the folder of a built graph; without it the corpus is built. Its statements are multiplied (bench/generated.py)
until there are N triples. Ours is timed from the graph to the file, so that making the triples counts; rdflib and
pyoxigraph write triples that they hold in memory already, and "pyoxigraph, made" is given ours one by one. CPU time,
the best of the rounds, which take turns. Then the larger graph is written once, and for both sizes the peak of what
writing keeps in memory is measured by tracemalloc, beside the number of entities: the graph itself, which is there
before, is not counted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph
import rdflib

import kg
from bench.generated import generated
from kg.export import EXPORTERS, FURTHER
from kg.export.rdf import to_rdf
from kg.export.terms import Iri, Node
from kg.ontology import load_ontology
from kg.scheme import load_themes

if TYPE_CHECKING:
    from kg.graph import Graph

CORPUS = Path(__file__).parent.parent / "corpus"
OURS = tuple(name for name in (*EXPORTERS, *FURTHER) if not name.endswith(("html", "graphml")))
ONTOLOGY, THEMES = load_ontology(), load_themes()


def count(graph: Graph) -> int:
    """The number of triples in the default graph."""
    blocks = to_rdf(graph, ONTOLOGY, THEMES).blocks
    return sum(len(block.pairs) for block in blocks if block.graph is None)


def of_size(graph: Graph, triples: int) -> Graph:
    """The graph grown until it has about so many triples, and no fewer."""
    grown = generated(graph, max(len(graph.statements), triples * len(graph.statements) // count(graph)))
    while (found := count(grown)) < triples:
        grown = generated(graph, len(grown.statements) * triples // found + 1)
    return grown


def writers(graph: Graph, folder: Path) -> dict[str, Callable[[], object]]:
    """What is timed, by name; what other libraries hold in memory is read before."""
    kg.write(graph, folder / "graph.ttl", ONTOLOGY, THEMES)
    triples = [quad.triple for quad in pyoxigraph.parse(path=folder / "graph.ttl")]
    other = rdflib.Graph().parse(folder / "graph.ttl")
    turtle = pyoxigraph.RdfFormat.TURTLE

    def made_for_pyoxigraph() -> None:
        blocks = to_rdf(graph, ONTOLOGY, THEMES).blocks
        rows = (
            pyoxigraph.Triple(_term(block.node), _term(predicate), _term(thing))
            for block in blocks
            if block.graph is None
            for predicate, thing in block.pairs
        )
        pyoxigraph.serialize(rows, folder / "made.ttl", turtle)

    return {
        "rdflib, Turtle": lambda: other.serialize(folder / "rdflib.ttl", format="turtle"),
        "pyoxigraph, Turtle": lambda: pyoxigraph.serialize(triples, folder / "oxigraph.ttl", turtle),
        "pyoxigraph, made": made_for_pyoxigraph,
        **{f"kg, {name}": lambda name=name: kg.write(graph, folder / name, ONTOLOGY, THEMES) for name in OURS},  # type: ignore[misc]
    }


def timed(work: Callable[[], object]) -> float:
    """CPU seconds."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def peak(graph: Graph, path: Path) -> float:
    """The most that writing keeps in memory at once, in MB."""
    tracemalloc.start()
    kg.write(graph, path, ONTOLOGY, THEMES)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, metavar="OUT")
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--large", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    seed = kg.read_graph(chosen.out) if chosen.out else kg.build(kg.read([CORPUS], CORPUS / "docs.csv"))
    with tempfile.TemporaryDirectory() as temporary:
        folder, graph = Path(temporary), of_size(seed, chosen.triples)
        triples, best = count(graph), dict[str, float]()
        print(f"{triples:,} triples, {len(graph.statements):,} statements, {len(graph.entities):,} entities")
        todo = writers(graph, folder)
        for _ in range(chosen.rounds):
            for name, work in todo.items():
                best[name] = min(best.get(name, float("inf")), timed(work))
        slowest = best["rdflib, Turtle"]
        for name, seconds in best.items():
            print(f"{name:20}{seconds:8.2f} s {triples / seconds:12,.0f} triples/s {slowest / seconds:8.1f} × rdflib")
        del todo
        large = of_size(seed, chosen.large)
        print(f"{count(large):,} triples, {len(large.statements):,} statements, {len(large.entities):,} entities")
        for name in OURS:
            seconds = timed(lambda name=name: kg.write(large, folder / name, ONTOLOGY, THEMES))  # type: ignore[misc]
            print(f"kg, {name:16}{seconds:8.2f} s {count(large) / seconds:12,.0f} triples/s")
        for size in (graph, large):
            most = peak(size, folder / "graph.trig")
            print(f"{count(size):,} triples as TriG keep {most:.1f} MB at most, {len(size.entities):,} entities")


def _term(node: Node) -> Any:
    if isinstance(node, Iri):
        return pyoxigraph.NamedNode(node.value)
    return pyoxigraph.Literal(node.value, datatype=pyoxigraph.NamedNode(node.datatype))


if __name__ == "__main__":
    main(sys.argv[1:])
