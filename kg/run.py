"""What a graph was made with → run.json: versions and SHA-256 sums, so that two builds can be told apart. No clock."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kg
from kg.model import Document

if TYPE_CHECKING:
    from spacy.language import Language

_CODE = (".css", ".html", ".js", ".json", ".py", ".toml")
_NOT_CODE = ("_ontology", "en_policy")  # they have sums of their own
_LIBRARIES = ("networkx", "pyvis", "spacy")  # those whose versions can change what is found or drawn


def describe(
    documents: Iterable[Document],
    *,
    nlp: Language,
    ontology: Path,
    themes: Path,
    options: Mapping[str, str | int | None],
) -> dict[str, Any]:
    """Give versions and sums of the tool, its model, its ontology and themes, the inputs; and the options given.

    No path stands in it but the inputs' own names: the same files give the same run wherever they lie.
    """
    return {
        "tool": {"name": "policy-kg", "version": kg.__version__, "sha256": tree_sum(Path(__file__).parent, _is_code)},
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "libraries": {name: version(name) for name in _LIBRARIES},
        "model": {
            "name": f"{nlp.meta['lang']}_{nlp.meta['name']}",
            "version": nlp.meta["version"],
            "sha256": tree_sum(nlp.path) if nlp.path else None,
        },
        "ontology": {"sha256": tree_sum(ontology, lambda path: path.suffix in (".csv", ".ttl"))},
        "themes": {"sha256": file_sum(themes)},
        "inputs": sorted(
            ({"document": one.id, "source": one.source, "sha256": one.sha256} for one in documents),
            key=lambda row: (row["document"], row["source"]),
        ),
        "options": dict(options),
    }


def file_sum(path: Path) -> str:
    """Give the SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tree_sum(folder: Path, wanted: Any = lambda path: True) -> str:
    """Give one SHA-256 of the wanted files below a folder: of their names and sums, in order."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    lines = (f"{file_sum(files[name])}  {name}\n" for name in sorted(files) if wanted(Path(name)))
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogateescape")).hexdigest()


def _is_code(path: Path) -> bool:
    return path.suffix in _CODE and path.parts[0] not in _NOT_CODE
