"""The part of the GUM treebank whose texts are free: ten genres, chosen by document id.

usage: python -m training.gum DATA FILE.conllu...

The files are those of a release of UD_English-GUM (``en_gum-ud-train.conllu``, …), or single documents in folders
named ``train``, ``dev`` and ``test``. Writes ``DATA/en_gum_open-{train,dev,test}.conllu`` and, to credit the texts,
``DATA/gum-credits.md``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.treebanks import read_lines

# Not open: essay, fiction, letter, podcast, reddit and whow (the licences are in docs/model.md).
OPEN_GENRES = frozenset(
    ("academic", "bio", "conversation", "court", "interview", "news", "speech", "textbook", "vlog", "voyage")
)
NEW_DOCUMENT = re.compile(r"^# newdoc id = (\S+)$", re.MULTILINE)
META = re.compile(r"^# meta::(\w+) = (.*)$", re.MULTILINE)
SPLITS = ("train", "dev", "test")


def genre(document: str) -> str:
    """The genre in a document's id: ``GUM_news_asylum`` → ``news``; raises ValueError for an id of another form."""
    match = re.fullmatch(r"GUM_([a-z]+)_\S+", document)
    if match is None:
        raise ValueError(f"{document!r} is not a GUM document id")
    return match[1]


def read_documents(path: Path) -> Iterator[tuple[str, str]]:
    """Id and CoNLL-U text (a blank line behind each sentence) of every document in a file, in order."""
    blocks: list[str] = []
    name = ""
    for block in read_lines(path).strip().split("\n\n"):
        opened = NEW_DOCUMENT.search(block)
        if opened is not None:
            if blocks:
                yield name, _joined(blocks)
            name, blocks = opened[1], []
        blocks.append(block)
    if blocks:
        yield name, _joined(blocks)


def _joined(blocks: list[str]) -> str:
    return "".join(f"{block}\n\n" for block in blocks)


def split_of(path: Path) -> str:
    """Which part a file belongs to, by its name or else by the folder that it stands in."""
    for part in SPLITS:
        if f"-{part}." in path.name or path.parent.name == part:
            return part
    raise SystemExit(f"{path}: neither the name nor the folder tells whether it is train, dev or test")


def open_documents(paths: Iterable[Path]) -> dict[str, dict[str, str]]:
    """The documents of open genres by part and id."""
    parts: dict[str, dict[str, str]] = {part: {} for part in SPLITS}
    for path in paths:
        parts[split_of(path)].update((name, text) for name, text in read_documents(path) if genre(name) in OPEN_GENRES)
    return parts


def credits(documents: Iterable[str]) -> str:
    """A Markdown table that credits every document's author, by genre and title."""
    rows = sorted(_credit(text) for text in documents)
    lines = ["| genre | document | title | author | source |", "|---|---|---|---|---|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)]) + "\n"


def _credit(text: str) -> tuple[str, ...]:
    opened = NEW_DOCUMENT.search(text)
    assert opened is not None
    told = dict(META.findall(text))
    title, author, source = (told.get(key, "").replace("|", "\\|") for key in ("title", "author", "sourceURL"))
    return genre(opened[1]), opened[1].split("_", 2)[2], title, author, f"<{source}>"


def main(arguments: list[str]) -> None:
    if len(arguments) < 2:
        raise SystemExit(__doc__)
    data = Path(arguments[0])
    data.mkdir(parents=True, exist_ok=True)
    parts = open_documents(map(Path, arguments[1:]))
    for part, documents in parts.items():
        (data / f"en_gum_open-{part}.conllu").write_text("".join(documents.values()), encoding="utf-8")
        print(f"{part}: {len(documents)} documents", file=sys.stderr)
    (data / "gum-credits.md").write_text(credits(text for part in parts.values() for text in part.values()), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
