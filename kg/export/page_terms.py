"""The terms that the page explains: classes, relations and themes by CURIE, and the words for how a thing is said.

What an act of speech or a deontic type is stands in viewer/manners.json, under the key that the page asks for:
``act/directive``, ``deontic/obligation``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.mapping import Ontology
    from kg.themes import Themes


@dataclass(frozen=True, slots=True)
class Term:
    """A label, a definition ("" where none is given) and, of a theme, the themes right above it."""

    label: str
    definition: str = ""
    broader: tuple[str, ...] = ()


def terms_of(ontology: Ontology, themes: Themes) -> dict[str, Term]:
    """Every class, relation and theme by its CURIE."""
    terms = {one.curie: Term(one.label, one.comment) for one in ontology.classes.values()}
    terms |= {one.curie: Term(one.label, one.comment) for one in ontology.relations.values()}
    return terms | {one.concept: Term(one.label, one.definition, one.broader) for one in themes.concepts.values()}


def used_terms(terms: Mapping[str, Term], used: Iterable[str]) -> dict[str, dict[str, object]]:
    """The rows of the terms that are used and of the themes above them, then of the manners, sorted by key."""
    found: dict[str, Term] = {}
    waiting = list(used)
    while waiting:
        key = waiting.pop()
        if key in terms and key not in found:
            found[key] = terms[key]
            waiting += terms[key].broader
    return {key: _row(one) for key, one in sorted((found | manners()).items())}


@cache
def manners() -> dict[str, Term]:
    """The terms of viewer/manners.json."""
    read = json.loads((files("kg.export") / "viewer" / "manners.json").read_text("utf-8"))
    return {f"{kind}/{name}": Term(**one) for kind, group in read.items() for name, one in group.items()}


def _row(term: Term) -> dict[str, object]:
    row = {"label": term.label, "definition": term.definition, "broader": term.broader}
    return {name: value for name, value in row.items() if value}
