"""Gold → ``kg/lexicon/confidence.toml``: how often each rule was right, in short and in long sentences.

usage: python -m training.confidence TARGET SHEETS RELEASES TEXTS

SHEETS is a folder of coding sheets (``corpus/gold/dev/first``), never the held-out part; RELEASES and TEXTS are what
``training.release_gold`` reads: texts on which no rule was tried, without which the shares would flatter.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from kg.confidence import Counts, context_of
from kg.gold import Gold, read_gold
from kg.matching import pairs
from kg.pipeline import build
from training.release_gold import read_release_gold

HEAD = "# How often each rule was right on the development gold: [right, all], by the length of the sentence.\n"


def counted(coded: Gold) -> Counter[tuple[str, str, bool]]:
    """How many statements there are of each rule and context, right and wrong."""
    graph = build(replace(document, sentences=()) for document in coded.documents)
    texts = {document.id: document.text for document in graph.documents}
    right = {id(found) for _, found in pairs(coded.statements, graph.statements)}
    return Counter(
        (one.rule, context_of(texts[one.document][one.sentence.start : one.sentence.end]), id(one) in right)
        for one in graph.statements
    )


def tables(counts: Counter[tuple[str, str, bool]]) -> Counts:
    """The same as right and all, by rule and context."""
    rules = sorted({rule for rule, _, _ in counts})
    return {
        rule: {
            context: (counts[rule, context, True], counts[rule, context, True] + counts[rule, context, False])
            for context in ("short", "long")
        }
        for rule in rules
    }


def main(arguments: list[str]) -> None:
    """Write the table."""
    if len(arguments) != 4:
        raise SystemExit(__doc__)
    target, sheets, releases, texts = map(Path, arguments)
    counts = counted(read_gold(sheets)) + counted(read_release_gold(releases, texts))
    lines = [
        f'\n["{rule}"]\n' + "".join(f"{context} = [{right}, {cases}]\n" for context, (right, cases) in contexts.items())
        for rule, contexts in tables(counts).items()
    ]
    target.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
