"""What everything after the parse costs, beside the bare parse of the same texts in the same run.

usage: python -m bench.speed PATH... [--rounds N]

A PATH is a text or a folder, as for ``kg build``. The clock is read within ``kg extract``'s own stream, each time that
the language model begins and ends: printed are words (spaCy's tokens) a CPU-second of the model and of all, and the
share of the parse's time that the rest takes, each the best of the rounds. The last line tells whether memory grows:
the process's peak after each round.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from spacy.language import Language
from spacy.tokens import Doc

from kg.collector import collect_seldom
from kg.documents import read
from kg.model import Document
from kg.pipeline import Tools, load_tools, stream


class Timed:
    """A language model that adds up the CPU time, in seconds, and the words (spaCy's tokens) of its own work."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self.seconds, self.words = 0.0, 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)

    def pipe(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Parse texts as the model would, all before the first is given."""
        begun = time.process_time()
        docs = list(self._nlp.pipe(texts))
        self.seconds += time.process_time() - begun
        self.words += sum(map(len, docs))
        return iter(docs)


def extract(documents: list[Document], tools: Tools) -> tuple[float, float, int, int]:
    """The CPU time of the parse and of the whole stream, in seconds, its words and its statements."""
    timed = Timed(tools.nlp)
    begun = time.process_time()
    statements = sum(len(found) for _, found in stream(documents, replace(tools, nlp=cast(Language, timed))))
    return timed.seconds, time.process_time() - begun, timed.words, statements


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    collect_seldom()  # as the command does
    documents, tools = list(read(chosen.paths)), load_tools()
    extract(documents[:1], tools)
    bare, rest, peaks, words, statements = float("inf"), float("inf"), [], 0, 0
    for _ in range(chosen.rounds):
        parse, whole, words, statements = extract(documents, tools)
        bare, rest = min(bare, parse), min(rest, whole - parse)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(f"{len(documents)} documents, {words} words, {statements} statements")
    print(f"bare parse            {words / bare:10,.0f} words a CPU-second")
    print(f"parse and extraction  {words / (bare + rest):10,.0f} words a CPU-second")
    print(f"all after the parse   {rest / bare:10.1%} of the parse's time")
    print(f"peak memory           {', '.join(f'{peak:,.0f}' for peak in peaks)} MB after each round")


if __name__ == "__main__":
    main(sys.argv[1:])
