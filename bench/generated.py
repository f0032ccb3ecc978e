"""A graph of the shape of another one, as large as is asked for: its documents again and again under other ids.

The n-th copy of a document has its own id, and so have its statements, frames and anchors. Entities grow more slowly,
as they do over real texts: of the copies n² to (n + 1)², all speak of the same namesakes ("China 2" for China).
The same graph and number give the same graph; report and run are the first one's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as remade
from itertools import count
from math import isqrt
from typing import TypeVar

from msgspec.structs import replace

from kg.graph import Graph, position
from kg.model import Argument, Document, Entity, Participant, Statement

P = TypeVar("P", Participant, Argument)


def generated(graph: Graph, statements: int) -> Graph:
    """Whole copies of ``graph``'s documents until there are at least so many statements; a build's order."""
    if not graph.statements:
        raise ValueError("a graph without statements cannot grow")
    by_document: dict[str, list[Statement]] = {}
    for statement in graph.statements:
        by_document.setdefault(statement.document, []).append(statement)
    documents: list[Document] = []
    found: list[Statement] = []
    for copy, source in _copies(graph):
        documents.append(remade(source, id=copy.document(source.id)))
        found.extend(map(copy.statement, by_document.get(source.id, ())))
        if len(found) >= statements:
            break
    return remade(
        graph,
        documents=tuple(sorted(documents, key=lambda one: one.id)),
        statements=tuple(sorted(found, key=position)),
        entities=tuple(_entities(graph, copy.number)),
    )


def _copies(graph: Graph) -> Iterator[tuple[_Copy, Document]]:
    known = frozenset(entity.entity for entity in graph.entities)
    for number in count():
        for source in graph.documents:
            yield _Copy(number, known), source


def _entities(graph: Graph, last: int) -> list[Entity]:
    """Every entity with its namesakes; the forms merged into one are those of the first copy that speaks of it."""
    found = []
    for generation in range(isqrt(last) + 1):
        copy = _Copy(generation**2, frozenset(entity.entity for entity in graph.entities))
        for entity in graph.entities:
            merges = tuple(remade(merge, document=copy.document(merge.document)) for merge in entity.merges)
            close = tuple(remade(one, entity=copy.entity(one.entity) or one.entity) for one in entity.close)
            label = copy.label(entity.label) or entity.label
            name = copy.entity(entity.entity) or entity.entity
            found.append(remade(entity, entity=name, label=label, merges=merges, close=close))
    return sorted(found, key=lambda one: one.entity)


@dataclass(frozen=True)
class _Copy:
    """Renames what belongs to one copy; the first, number 0, keeps every name."""

    number: int
    entities: frozenset[str]

    def document(self, identifier: str) -> str:
        return f"{identifier}-{self.number}" if self.number else identifier

    def entity(self, curie: str | None) -> str | None:
        generation = isqrt(self.number)
        return f"{curie}-{generation + 1}" if generation and curie in self.entities else curie

    def label(self, label: str | None) -> str | None:
        generation = isqrt(self.number)
        return f"{label} {generation + 1}" if generation and label else label

    def statement(self, one: Statement) -> Statement:
        return replace(
            one,
            id=self._hash(one.id),
            frame=self._hash(one.frame),
            anchor=self._hash(one.anchor),
            document=self.document(one.document),
            subject=self._participant(one.subject),
            object=one.object and self._participant(one.object),
            arguments=tuple(map(self._participant, one.arguments)),
            content=tuple(map(self._hash, one.content)),
            attribution=tuple(
                replace(link, speakers=tuple(map(self._participant, link.speakers))) for link in one.attribution
            ),
        )

    def _participant(self, one: P) -> P:
        known = one.entity in self.entities
        return replace(one, entity=self.entity(one.entity), label=self.label(one.label)) if known else one

    def _hash(self, identifier: str) -> str:
        if not self.number:
            return identifier
        return hashlib.sha256(f"{identifier} {self.number}".encode()).hexdigest()[: len(identifier)]
