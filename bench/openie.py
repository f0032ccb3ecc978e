"""Our output on BenchIE and CaRB beside that of every published system, and without each family of rules in turn.

usage: python -m bench.openie FOLDER [--ablate]

FOLDER holds the two benchmarks: ``benchie/`` and ``carb/``, each with ``sentences_dev.tsv`` (id, tab, sentence) and the
other systems' output in ``systems/*.tsv``, and the scorers ``benchie_score.py`` and ``carb_score.py``, which take such
files and print a line for each. With ``--ablate`` our output stands there once more for every rule, without what that
rule finds (a statement's ``rule`` names it).
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from kg.documents import read_rows
from kg.export.lines import FORMATS
from kg.model import Statement
from kg.pipeline import load_tools, stream

Found = tuple[str, Statement, list[Statement]]  # a sentence, a statement in it, and what is that one's content
BENCHMARKS = {"benchie": ((),), "carb": ((), ("--single",))}  # the options with which each scorer is run


def extracted(sentences: Path) -> list[Found]:
    """What we find in a file of sentences."""
    found: list[Found] = []
    for document, several in stream(read_rows([str(sentences)]), load_tools()):
        by_id = {one.id: one for one in several}
        found += [(document.text, one, [by_id[name] for name in one.content if name in by_id]) for one in several]
    return found


def write(found: Iterable[Found], benchmark: str, target: Path) -> None:
    """Write statements by a benchmark's convention."""
    lines = (line for sentence, one, contents in found for line in FORMATS[benchmark](one, sentence, contents))
    target.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def main(arguments: list[str]) -> None:
    """Print both scorers' tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ablate", action="store_true")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        for benchmark, options in BENCHMARKS.items():
            found = extracted(chosen.folder / benchmark / "sentences_dev.tsv")
            ours = Path(folder, benchmark, "kg.tsv")
            ours.parent.mkdir()
            write(found, benchmark, ours)
            files = [*sorted((chosen.folder / benchmark / "systems").glob("*.tsv")), ours]
            if chosen.ablate:
                for rule in sorted({one.rule for _, one, _ in found}):
                    files.append(ours.with_name(f"without {rule}.tsv"))
                    write((row for row in found if row[1].rule != rule), benchmark, files[-1])
            for option in options:
                print(benchmark, *option, flush=True)
                scorer = chosen.folder / f"{benchmark}_score.py"
                subprocess.run([sys.executable, str(scorer), *option, *map(str, files)], check=True)


if __name__ == "__main__":
    main(sys.argv[1:])
