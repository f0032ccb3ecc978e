"""How soon the saved questions are answered on a graph of a million triples.

usage: python -m bench.sparql [OUT] [--triples N] [--rounds N] [--keep FOLDER]

OUT is the folder of a built graph; without it the corpus is built. Its statements are multiplied (bench/generated.py)
until there are about N triples. Every question is asked as in tests/queries.py, with and without its parameters; CPU
time, the best of the rounds, with the store open. Before that: how long the store takes to make, and to open again.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import kg
from bench.rdf import of_size
from kg.query import ask, known_prefixes
from kg.saved_queries import bind, saved_query
from kg.sparql_store import open_store
from kg.store import read_graph, write_graph
from tests.queries import CASES, ROOT

LIMIT = 0.2  # seconds


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", type=Path, help="where the generated graph and its store stay, and are used again")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        if not (folder / "graph.ttl").is_file():
            generate(options.out, options.triples, folder)
        measure(folder, options.rounds)
    return 0


def generate(out: Path | None, triples: int, folder: Path) -> None:
    """Write a graph of so many triples and its store."""
    corpus = ROOT / "corpus"
    graph = read_graph(out) if out else kg.build(kg.read([corpus], metadata=corpus / "docs.csv"))
    write_graph(of_size(graph, triples), folder)
    for name in ("graph.ttl", "graph.trig"):
        kg.write(of_size(graph, triples), folder / name)


def measure(folder: Path, rounds: int) -> None:
    """Print a line a question, the slowest first, and how many stay under the limit."""
    prefixes = known_prefixes(folder)

    def opened() -> None:
        with open_store(folder):
            pass

    if not (folder / "store").is_dir():
        print(f"store made in {seconds(opened, 1):.1f} s")
    print(f"store checked and opened in {seconds(opened, rounds):.3f} s")
    taken = []
    with open_store(folder) as store:
        print(f"{len(store):,} triples")
        for case in CASES:
            text = bind(saved_query(case.question), case.given, store, prefixes)
            rows = len(ask(store, text, prefixes).terms)
            name = " ".join([case.question, *(f"{key}={value}" for key, value in case.given.items())])
            taken.append((seconds(lambda text=text: ask(store, text, prefixes), rounds), rows, name))  # type: ignore[misc]
    for took, rows, name in sorted(taken, reverse=True):
        print(f"{took:6.3f} s  {rows:6} rows  {name}")
    under = sum(took < LIMIT for took, *_ in taken)
    print(f"{under} of {len(taken)} under {LIMIT} s")


def seconds(work: Callable[[], object], rounds: int) -> float:
    best = float("inf")
    for _ in range(rounds):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best


if __name__ == "__main__":
    sys.exit(main())
