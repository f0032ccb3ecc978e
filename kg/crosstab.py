"""Statements → a crosstab: frames, statements or documents counted by what is known of them.

A statement may have several values in a dimension (two speakers, three themes): it then counts in each cell, and the
cells do not add up to the total. Frames are counted once a cell however many statements they make up.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.named_nodes import nearest

if TYPE_CHECKING:
    from kg.graph import Graph
    from kg.mapping import Ontology
    from kg.model import Document, Participant, Statement
    from kg.themes import Themes

NONE = "(none)"
OWN_VOICE, NOT_NAMED = "(the document)", "(not named)"
ALL = "all"
COUNTS = ("frame", "statement", "document")
DIMENSIONS = (
    "month", "quarter", "year", "document", "issuer", "country", "genre", "speaker", "organization", "subject", "act",
    "deontic", "theme", "theme-top", "modality", "polarity", "stance", "valence", "relation",
)  # fmt: skip
MANY = ("speaker", "organization", "theme", "theme-top")  # those with several values a statement
_ORGANIZATION = "pol:Organization"

Values = Callable[["Statement", "Document"], Iterable[str | None]]


@dataclass(frozen=True, slots=True)
class Crosstab:
    """``rows`` hold the values of the dimensions and then the counts: one, or one a column of a wide table."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    total: int


@dataclass(frozen=True)
class Reader:
    """Gives the values of a dimension; labels come from the ontology and the scheme that the graph was built with."""

    graph: Graph
    ontology: Ontology
    themes: Themes
    all_themes: bool = False

    def values(self, name: str) -> Values:
        """How to read a dimension.

        Raises: InputError for one that there is not, with the nearest names.
        """
        if name in DIMENSIONS:
            of_document = _OF_DOCUMENT.get(name)
            if of_document is not None:
                return lambda _, document: [of_document(document)]
            own: Mapping[str, Values] = {
                "speaker": self._speakers,
                "organization": self._organizations,
                "subject": lambda one, _: [_name(one.subject)],
                "theme": lambda one, _: [self._theme(concept) for concept in self._concepts(one)],
                "theme-top": lambda one, _: [
                    self._theme(top) for each in self._concepts(one) for top in self._tops(each)
                ],
                "relation": lambda one, _: [self._relation(one)],
            }
            return own.get(name) or (lambda one, _: [getattr(one, name)])
        variables = {key for document in self.graph.documents for key, _ in document.variables}
        if name not in variables:
            raise InputError(f"no dimension {name!r}{nearest(name, (*DIMENSIONS, *variables))}")
        return lambda _, document: [dict(document.variables).get(name)]

    def _speakers(self, one: Statement, _: Document) -> Iterable[str | None]:
        if not one.attribution:
            return [OWN_VOICE]
        return [_name(speaker) for speaker in one.attribution[-1].speakers] or [NOT_NAMED]

    def _organizations(self, one: Statement, _: Document) -> Iterable[str | None]:
        """Those that take part in it in any place, or say it, as far as their class is known."""
        speakers = (speaker for link in one.attribution for speaker in link.speakers)
        everyone = (one.subject, one.object, *one.arguments, *speakers)
        return [
            _name(each)
            for each in everyone
            if each is not None and each.entity and each.type and self.ontology.is_a(each.type, _ORGANIZATION)
        ]

    def _concepts(self, one: Statement) -> list[str]:
        return [theme.concept for theme in one.themes if theme.primary or self.all_themes]

    def _tops(self, concept: str) -> list[str]:
        if concept not in self.themes.concepts:
            return [concept]
        every = (concept, *self.themes.above(concept))
        return [one for one in every if one in self.themes.concepts and not self.themes.concepts[one].broader]

    def _theme(self, concept: str) -> str:
        known = self.themes.concepts.get(concept)
        return known.label if known else concept

    def _relation(self, one: Statement) -> str:
        known = self.ontology.relations.get(one.relation.predicate or "")
        return known.label if known else one.relation.predicate or one.relation.lemma


def crosstab(
    reader: Reader, count: str, by: Sequence[str], where: Sequence[tuple[str, str]] = (), *, wide: bool = False
) -> Crosstab:
    """Count by dimensions, in the order of their values; ``wide`` lays the last one out in columns.

    Of ``where`` every condition must hold; several values for one dimension are alternatives.

    Raises: InputError for a dimension or a thing to count that there is not, and for a value that never occurs.
    """
    if count not in COUNTS:
        raise InputError(f"--count {count}: not one of {', '.join(COUNTS)}")
    if not by:
        raise InputError(f"--by is empty: give one or more of {', '.join(DIMENSIONS)}")
    kept = _kept(reader, where)
    readers = [reader.values(name) for name in by]
    cells: dict[tuple[str, ...], set[str]] = {}
    for one, document in kept:
        values = [_distinct(read(one, document)) for read in readers]
        for cell in itertools.product(*values):
            cells.setdefault(cell, set()).add(_counted(one, count))
    total = len({_counted(one, count) for one, _ in kept})
    if wide:
        return _wide(cells, by, total)
    rows: tuple[tuple[str | int, ...], ...] = tuple((*cell, len(cells[cell])) for cell in sorted(cells))
    return Crosstab((*by, f"{count}s"), rows, total)


def _wide(cells: Mapping[tuple[str, ...], set[str]], by: Sequence[str], total: int) -> Crosstab:
    """The last dimension in columns; a column and a row ``all`` count each thing once."""
    heads = sorted({cell[:-1] for cell in cells})
    across = sorted({cell[-1] for cell in cells})
    every: set[str] = set()
    rows: list[tuple[str | int, ...]] = []
    for head in heads:
        found = [cells.get((*head, value), every) for value in across]
        rows.append((*head, *map(len, found), len(every.union(*found))))
    below = [len(every.union(*(things for cell, things in cells.items() if cell[-1] == value))) for value in across]
    rows.append((ALL, *[""] * (len(by) - 2), *below, total) if len(by) > 1 else (*below, total))
    if len(by) == 1:
        rows = rows[-1:]
    return Crosstab((*by[:-1], *across, ALL), tuple(rows), total)


def _kept(reader: Reader, where: Sequence[tuple[str, str]]) -> list[tuple[Statement, Document]]:
    documents = {document.id: document for document in reader.graph.documents}
    kept = [(one, documents[one.document]) for one in reader.graph.statements]
    for name in dict.fromkeys(name for name, _ in where):
        read = reader.values(name)
        wanted = {value.casefold() for key, value in where if key == name}
        there = {value for pair in kept for value in _distinct(read(*pair))}
        missing = sorted(wanted - {value.casefold() for value in there})
        if missing:
            raise InputError(f"--where {name}={missing[0]}: nothing has this value{nearest(missing[0], there)}")
        kept = [pair for pair in kept if wanted & {value.casefold() for value in _distinct(read(*pair))}]
    return kept


def _counted(one: Statement, count: str) -> str:
    return {"frame": one.frame, "statement": one.id, "document": one.document}[count]


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value or NONE for value in values)) or [NONE]


def _name(one: Participant) -> str:
    return one.label or one.text or NONE


def _month(document: Document) -> str | None:
    date = document.date or ""
    return date[:7] if len(date) >= 7 and date[5:7].isdigit() else None


def _quarter(document: Document) -> str | None:
    month = _month(document)
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}" if month else None


_OF_DOCUMENT: Mapping[str, Callable[[Document], str | None]] = {
    "month": _month,
    "quarter": _quarter,
    "year": lambda document: (document.date or "")[:4] or None,
    "document": lambda document: document.title,
    "issuer": lambda document: document.issuer,
    "country": lambda document: document.country,
    "genre": lambda document: document.genre,
}
