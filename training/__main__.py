"""Make the language model from downloaded treebanks and entity annotations, step by step; a finished step is kept.

usage: python -m training DATA WORK TARGET

DATA holds ``en_ewt-{train,dev}.conllu``, ``en_gum_open-{train,dev}.conllu``, ``ner-{train,dev}.jsonl`` (README.md
tells where they come from and what makes them) and any ``*.txt`` or ``*.jsonl`` of plain text under ``text/``; each
may be xz-compressed. WORK keeps what the steps make; delete a file there to make it anew. TARGET is the folder that
the finished pipeline replaces (``kg/en_policy``).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from training import assemble, names, treebanks, vectors

SEED = 20
HERE = Path(__file__).parent


def _treebanks(data: Path, part: str) -> list[Path]:
    return [treebanks.find(data, f"{bank}-{part}.conllu") for bank in ("en_ewt", "en_gum_open")]


def _train(config: str, train: Path, dev: Path, output: Path, *overrides: str) -> None:
    command = [sys.executable, "-m", "spacy", "train", str(HERE / config), "--output", str(output)]
    command += ["--paths.train", str(train), "--paths.dev", str(dev), *overrides]
    subprocess.run(command, check=True)


def steps(data: Path, work: Path) -> list[tuple[Path, Callable[[], object]]]:
    """What each step makes and how, in order."""
    static, trees, entities = work / "vectors", work / "trees", work / "names"
    texts = sorted(path for path in (data / "text").glob("*") if path.is_file())
    listed: list[tuple[Path, Callable[[], object]]] = []
    for part in ("train", "dev"):
        banks, rows = _treebanks(data, part), treebanks.find(data, f"ner-{part}.jsonl")
        bank_file, row_file = work / f"trees-{part}.spacy", work / f"names-{part}.spacy"
        listed.append((bank_file, partial(treebanks.write_documents, banks, bank_file, SEED)))
        listed.append((row_file, partial(names.write_documents, rows, row_file)))
    train_trees = partial(_train, "trees.cfg", work / "trees-train.spacy", work / "trees-dev.spacy", trees)
    train_names = partial(_train, "names.cfg", work / "names-train.spacy", work / "names-dev.spacy", entities)
    return [
        *listed,
        (static, partial(vectors.write_vectors, _treebanks(data, "train"), texts, static)),
        (trees / "model-best", partial(train_trees, "--paths.vectors", str(static))),
        (entities / "model-best", train_names),
    ]


def main(arguments: list[str]) -> None:
    if len(arguments) != 3:
        raise SystemExit(__doc__)
    data, work, target = map(Path, arguments)
    work.mkdir(parents=True, exist_ok=True)
    for made, make in steps(data, work):
        if made.exists():
            print(f"kept {made}", file=sys.stderr)
        else:
            print(f"making {made}", file=sys.stderr)
            make()
    assemble.write_pipeline(work / "trees" / "model-best", work / "names" / "model-best", target)


if __name__ == "__main__":
    main(sys.argv[1:])
