"""Policy texts → a knowledge graph in which every edge shows who said it, and the very words that say so.

Importing the package runs nothing and loads no library; each name below is brought in when it is first used.

>>> import kg
>>> kg.__version__.count(".")
2
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["__version__", "build", "load_language", "load_ontology", "page", "read", "read_graph", "write"]

if TYPE_CHECKING:
    from kg.documents import read
    from kg.export.notebook import page
    from kg.ontology import load_ontology
    from kg.parsing import load_language
    from kg.pipeline import build, read_graph, write

_HOMES = {
    "build": "kg.pipeline",
    "load_language": "kg.parsing",
    "load_ontology": "kg.ontology",
    "page": "kg.export.notebook",
    "read": "kg.documents",
    "read_graph": "kg.pipeline",
    "write": "kg.pipeline",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
