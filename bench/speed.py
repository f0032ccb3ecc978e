"""What everything after the parse costs, beside the bare parse of the same texts in the same run.

usage: python -m bench.speed PATH... [--rounds N]

A PATH is a text or a folder, as for ``kg build``. Printed are words (spaCy's tokens) a CPU-second of the bare
pipeline and of ``kg extract``'s own stream, and the share of the parse's time that the rest takes: the best of the
rounds, which take turns. The last line tells whether memory grows: the process's peak after each round.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kg.documents import layout, read
from kg.model import Document
from kg.pipeline import Tools, load_tools, stream


def parse_alone(documents: list[Document], tools: Tools) -> int:
    """Run the language model over titles and paragraphs; the number of its tokens."""
    words = 0
    for document in documents:
        parts = layout(document.text)
        spans = ((parts.title,) if parts.title else ()) + parts.paragraphs
        words += sum(map(len, tools.nlp.pipe(document.text[start:end] for start, end in spans)))
    return words


def extract(documents: list[Document], tools: Tools) -> int:
    """Run the whole stream; the number of statements."""
    return sum(len(statements) for _, statements in stream(documents, tools))


def timed(work: Callable[[list[Document], Tools], int], documents: list[Document], tools: Tools) -> tuple[float, int]:
    """The CPU time that some work takes, in seconds, and what it counts."""
    begun = time.process_time()
    count = work(documents, tools)
    return time.process_time() - begun, count


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args(arguments)
    documents, tools = list(read(chosen.paths)), load_tools()
    parse_alone(documents[:1], tools)
    bare, whole, peaks, words, statements = float("inf"), float("inf"), [], 0, 0
    for _ in range(chosen.rounds):
        seconds, words = timed(parse_alone, documents, tools)
        bare = min(bare, seconds)
        seconds, statements = timed(extract, documents, tools)
        whole = min(whole, seconds)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(f"{len(documents)} documents, {words} words, {statements} statements")
    print(f"bare parse            {words / bare:10,.0f} words a CPU-second")
    print(f"parse and extraction  {words / whole:10,.0f} words a CPU-second")
    print(f"all after the parse   {(whole - bare) / bare:10.0%} of the parse's time")
    print(f"peak memory           {', '.join(f'{peak:,.0f}' for peak in peaks)} MB after each round")


if __name__ == "__main__":
    main(sys.argv[1:])
