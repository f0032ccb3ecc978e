"""Graph → networkx ``MultiDiGraph``: participants as nodes, statements as edges whose key is the statement's id.

Nodes are those of the RDF, under the same names as CURIEs, and have a ``kind``: ``entity``, ``phrase`` (no entity, of
one document), ``addressee`` (whom a speaker does not name), ``unstated``, ``value`` and ``statement``. A statement
without an object ends in the statements that are its content, and where it has none, in its own statement node.
Arguments are edges of their own, ``part`` being "argument" instead of "object", their key the id with ``#1``, ``#2``
… behind it: count the edges with ``part == "object"``, not all.

No attribute is None or a list, so that the graph can be written as GraphML as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx

from kg.export.nodes import ADDRESSEE, Nodes, speakers
from kg.export.terms import Names, Node
from kg.identifiers import slug
from kg.model import Argument, Participant, Statement
from kg.tables import written

if TYPE_CHECKING:
    from kg.graph import Graph

Attributes = dict[str, str | int | float | bool]


def to_networkx(graph: Graph) -> networkx.MultiDiGraph[str]:
    """Give the whole graph, in the order of its statements; its prefixes must hold ``id``."""
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for entity in graph.entities:
        network.add_node(entity.entity, kind="entity", label=entity.label, type=entity.type)
    by_id = {statement.id: statement for statement in graph.statements}
    nodes = Nodes(Names(graph.prefixes), by_id, frozenset(entity.entity for entity in graph.entities))
    drawing = _Drawing(network, nodes)
    for statement in graph.statements:
        drawing.add(statement)
    return network


@dataclass(frozen=True, slots=True)
class _Drawing:
    """The network as far as it is drawn, and what names its nodes."""

    network: networkx.MultiDiGraph[str]
    nodes: Nodes

    def add(self, statement: Statement) -> None:
        subject = self._participant(statement, statement.subject)
        for target in self._targets(statement):
            self.network.add_edge(subject, target, key=statement.id, **_edge(statement))
        for number, argument in enumerate(statement.arguments, 1):
            target = self._participant(statement, argument)
            key = f"{statement.id}#{number}"
            self.network.add_edge(subject, target, key=key, **_edge(statement, argument))

    def _targets(self, statement: Statement) -> Iterator[str]:
        if statement.object is not None:
            yield self._participant(statement, statement.object)
            return
        known = self.nodes.statements
        for end in [known[content] for content in statement.content if content in known] or [statement]:
            yield self._statement(end)

    def _statement(self, statement: Statement) -> str:
        node = self._curie(self.nodes.statement(statement.id))
        self.network.add_node(node, kind="statement", label=statement.evidence.text)
        return node

    def _participant(self, statement: Statement, one: Participant) -> str:
        if one.entity:
            return self._named(one.entity, "entity", one)
        if one.value:
            return self._named(f"value:{one.value.kind}/{slug(written(one.value))}", "value", one)
        node = self._curie(self.nodes.participant(statement, one))
        content = self.nodes.statements.get(node.removeprefix("id:statement/"))
        if content:
            return self._statement(content)
        if one.type == ADDRESSEE:
            return self._named(node, "addressee", one)
        return self._named(node, "phrase" if one.label or one.text else "unstated", one)

    def _named(self, node: str, kind: str, one: Participant) -> str:
        if node not in self.network:
            label = one.label or one.text or kind
            value = written(one.value) if one.value else None
            self.network.add_node(node, **_filled(kind=kind, label=label, type=one.type, value=value))
        return node

    def _curie(self, node: Node) -> str:
        namespace = self.nodes.names.prefixes["id"]
        return f"id:{node.value.removeprefix(namespace)}"


def _edge(statement: Statement, argument: Argument | None = None) -> Attributes:
    voices = speakers(statement)
    return _filled(
        part="argument" if argument else "object",
        role=argument.role if argument else None,
        preposition=argument.preposition if argument else None,
        statement=statement.id,
        frame=statement.frame,
        document=statement.document,
        sentence=statement.sentence.index,
        relation=statement.relation.text or statement.relation.lemma,
        lemma=statement.relation.lemma,
        voice=statement.relation.voice,
        predicate=statement.relation.predicate,
        act=statement.act,
        deontic=statement.deontic,
        strength=statement.strength,
        polarity=statement.polarity,
        modality=statement.modality,
        stance=statement.stance,
        asserted=statement.asserted,
        speaker="; ".join(speaker.entity or speaker.label or speaker.text for speaker in voices) or None,
        time=statement.time.value if statement.time else None,
        themes=" ".join(theme.concept for theme in statement.themes) or None,
        evidence=statement.evidence.text,
        confidence=statement.confidence,
    )


def _filled(**attributes: str | int | float | bool | None) -> Attributes:
    return {name: value for name, value in attributes.items() if value is not None}
