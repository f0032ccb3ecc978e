"""Every figure of a language model on raw text, beside another version's where one is given, as a Markdown table.

usage: python -m training.evaluate FILE... [--beside CHECKOUT] [--model NAME]

A FILE is a treebank, ``.conllu``, or names, ``.jsonl`` of ``training.name_sources``; either may be xz-compressed.
CHECKOUT is a folder with another version of the project (``git worktree add ../first TAG``): its own code runs its own
model in a process of its own. NAME is a pipeline in the place of the shipped one. How the figures are defined stands in
``scores.py``. Speed is the better of two rounds, in which the versions take turns.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, DocBin

from training.scores import name_figures, paragraphs, tree_figures
from training.treebanks import read_lines, read_sentences

HERE = Path(__file__).parent
ROUNDS = 2


class Version:
    """A version of the project, its labelled documents and what they cost."""

    def __init__(self, checkout: Path, model: str | None) -> None:
        self.checkout = checkout
        self.model = model
        self.seconds: dict[Path, float] = {}
        self.load = float("inf")

    def label(self, path: Path, texts: Sequence[str]) -> list[Doc]:
        """The texts of a file through the version's pipeline; the time is kept if it is the best so far."""
        environment = os.environ | {"PYTHONPATH": str(self.checkout)}
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "labelled.spacy"
            command = [sys.executable, str(HERE / "predict.py"), str(target), *([self.model] if self.model else [])]
            answer = subprocess.run(
                command, input=json.dumps(texts), env=environment, check=True, stdout=subprocess.PIPE, text=True
            )
            docs = list(DocBin().from_disk(target).get_docs(spacy.blank("en").vocab))
        taken = json.loads(answer.stdout)
        self.load = min(self.load, taken["load_seconds"])
        self.seconds[path] = min(self.seconds.get(path, float("inf")), taken["cpu_seconds"])
        return docs

    def megabytes(self) -> float:
        """The packed size of the pipeline (tar.gz)."""
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w:gz") as archive:
            archive.add(self.model or self.checkout / "kg" / "en_policy", arcname="model")
        return packed.tell() / 1e6


def figures(versions: Sequence[Version], files: Sequence[Path]) -> list[tuple[str, list[float]]]:
    """Each measure with the figure of each version."""
    rows: list[tuple[str, list[float]]] = []
    words = dict.fromkeys(versions, 0)
    for path in files:
        gold, texts = _read(path)
        found = []
        for _ in range(ROUNDS):
            found = [version.label(path, texts) for version in versions]
        score: Any = tree_figures if ".conllu" in path.suffixes else name_figures
        scored = [score(gold, docs) for docs in found]
        rows += [(f"{path.name.partition('.')[0]} {key}", [each[key] for each in scored]) for key in scored[0]]
        for version, docs in zip(versions, found, strict=True):
            words[version] += sum(map(len, docs))
    rows.append(("words a CPU-second", [words[each] / sum(each.seconds.values()) for each in versions]))
    rows.append(("seconds to load", [each.load for each in versions]))
    rows.append(("MB packed", [each.megabytes() for each in versions]))
    return rows


def _read(path: Path) -> tuple[Sequence[Any], list[str]]:
    """The gold annotations of a file and its raw texts."""
    if ".conllu" in path.suffixes:
        gold = list(paragraphs(read_sentences(path)))
        return gold, [paragraph.text for paragraph in gold]
    rows = [json.loads(line) for line in read_lines(path).splitlines()]
    return rows, [row["text"] for row in rows]


def table(rows: Sequence[tuple[str, list[float]]]) -> str:
    """Markdown; with two versions a column of ratios."""
    two = len(rows[0][1]) == 2
    lines = ["| measure | this version |" + " other | ratio |" * two, "|---|---:|" + "---:|---:|" * two]
    for measure, values in rows:
        cells = [f"{value:.0f}" if value > 1000 else f"{value:.2f}" for value in values]
        cells += [f"{values[0] / values[1]:.2f}"] if two and values[1] else [""] * two
        lines.append(f"| {measure} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluate", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--beside", type=Path)
    parser.add_argument("--model")
    options = parser.parse_args(arguments)
    versions = [Version(HERE.parent, options.model)]
    versions += [Version(options.beside.resolve(), None)] if options.beside else []
    print(table(figures(versions, options.files)))


if __name__ == "__main__":
    main(sys.argv[1:])
