"""Make the language model from downloaded treebanks and entity annotations, step by step; a finished step is kept.

usage: python -m training DATA WORK TARGET

DATA holds ``en_ewt-{train,dev}.conllu``, ``en_gum_open-{train,dev}.conllu``, ``ner-{train,dev}.jsonl`` (README.md
tells where they come from and what makes them) and any ``*.txt`` or ``*.jsonl`` of plain text under ``text/``; each
may be xz-compressed. WORK keeps what the steps make; delete a file there to make it anew. TARGET is the folder that
the finished pipeline replaces (``kg/en_policy``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from training import assemble, fit, mixture, names, silver, teach, treebanks, vectors
from training.rules import Banks

SEED = 20
EPOCHS = {"trees": 6, "names": 3}  # of a teacher
OTHER = {"trees": "names", "names": "trees"}
HERE = Path(__file__).parent


def _treebanks(data: Path, part: str) -> list[Path]:
    return [treebanks.find(data, f"{bank}-{part}.conllu") for bank in ("en_ewt", "en_gum_open")]


def _student(config: str, work: Path, output: Path) -> None:
    paths = {
        "train": work / f"{output.name}-mixed.spacy",
        "dev": work / f"{output.name}-dev.spacy",
        "vectors": work / "vectors",
    }
    fit.fit(HERE / config, output, paths)


def steps(data: Path, work: Path) -> list[tuple[Path, Callable[[], object]]]:
    """What each step makes and how, in order."""
    texts = sorted(path for path in (data / "text").glob("*") if path.is_file())
    banks = {part: _treebanks(data, part) for part in ("train", "dev")}
    listed: list[tuple[Path, Callable[[], object]]] = []

    def step(made: str, make: Callable[..., object], *arguments: object) -> None:
        listed.append((work / made, partial(make, *arguments)))

    for part in ("train", "dev"):
        step(f"trees-{part}.spacy", treebanks.write_documents, banks[part], work / f"trees-{part}.spacy", SEED)
        rows = treebanks.find(data, f"ner-{part}.jsonl")
        step(f"names-{part}.spacy", names.write_documents, rows, work / f"names-{part}.spacy")
    step("vectors", vectors.write_vectors, banks["train"], texts, work / "vectors")
    for kind, epochs in EPOCHS.items():
        gold, teacher = work / f"{kind}-train.spacy", work / f"{kind}-teacher.pt"
        step(f"{kind}-teacher.pt", teach.write_teacher, kind, gold, work / f"{kind}-dev.spacy", teacher, epochs, SEED)
        # The words of the other kind's documents are text as well.
        unlabelled = [work / f"{OTHER[kind]}-train.spacy", *texts]
        step(f"{kind}-silver.spacy", silver.write_documents, kind, teacher, unlabelled, work / f"{kind}-silver.spacy")
    mixed = [work / f"trees-{part}.spacy" for part in ("train", "silver", "mixed")]
    step("trees-mixed.spacy", mixture.write_trees, banks["train"], *mixed, SEED)
    step(
        "names-mixed.spacy",
        mixture.write_names,
        *(work / f"names-{part}.spacy" for part in ("train", "silver", "mixed")),
    )
    step("trees/model-best", _student, "trees.cfg", work, work / "trees")
    step("names/model-best", _student, "names.cfg", work, work / "names")
    return listed


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
    train, held_out = (
        Banks(*(list(treebanks.read_sentences(bank)) for bank in _treebanks(data, part))) for part in ("train", "dev")
    )
    trees, entities = (work / kind / "model-best" for kind in ("trees", "names"))
    assemble.write_pipeline(trees, entities, train, held_out, work / "trees-silver.spacy", target, SEED)


if __name__ == "__main__":
    main(sys.argv[1:])
