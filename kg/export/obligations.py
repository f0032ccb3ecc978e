"""Statement → what a directive or a commitment binds whom to, in the slots of Institutional Grammar 2.0.

The slots (Frantz and Siddiki 2021, *Institutional Grammar 2.0*) stand on the statement's own node and point at the
nodes of its participants; ``pol:deontic``, which every directive has, is the remaining one. An "or else" is not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.export.statements import about
from kg.export.terms import Literal, Node, Triple
from kg.model import Argument, Statement

if TYPE_CHECKING:
    from kg.export.nodes import Nodes

Slots = Iterator[tuple[str, Node | str | None]]
_SLOTS = {
    "recipient": "pol:indirectObject",
    "beneficiary": "pol:indirectObject",
    "condition": "pol:activationCondition",
    "exception": "pol:activationCondition",
    "manner": "pol:executionConstraint",
    "instrument": "pol:executionConstraint",
    "where": "pol:executionConstraint",
    "purpose": "pol:executionConstraint",
}


def obligation(statement: Statement, nodes: Nodes) -> Iterator[Triple]:
    """Class and slots of a directive or commitment; nothing of another statement."""
    if statement.act == "commitment" or (statement.act == "directive" and statement.deontic):
        node = nodes.statement(statement.id)
        slots = (*_sides(statement, nodes), *_context(statement, nodes))
        yield from about(nodes, node, (("rdf:type", nodes.names("pol:Obligation")), *slots))
        if not any(key == "pol:attribute" and one != nodes.unstated(statement) for key, one in slots):
            nobody = (("rdf:type", nodes.names("pol:Unstated")), ("rdfs:label", "unstated"))
            yield from about(nodes, nodes.unstated(statement), nobody)


def _sides(statement: Statement, nodes: Nodes) -> Slots:
    """Who is to do what to what.

    The subject of a passive is what it is done to, and who is to do it its agent, or someone unstated ("the plan shall
    be published"). A passive that keeps an object has two: its subject is the receiver ("users shall be given access"),
    unless a preposition brings the object in, who is then the receiver ("half shall be transferred to the fund").
    """
    subject = nodes.participant(statement, statement.subject)
    thing = nodes.participant(statement, statement.object) if statement.object else None
    yield "pol:aim", statement.relation.lemma
    if statement.relation.voice == "active":
        yield "pol:attribute", subject
        yield "pol:directObject", thing
        return
    agents = [nodes.participant(statement, one) for one in statement.arguments if one.role == "agent"]
    yield from (("pol:attribute", agent) for agent in agents or [nodes.unstated(statement)])
    receives = thing is not None and " " not in statement.relation.lemma
    yield "pol:directObject", thing if receives else subject
    yield "pol:indirectObject", subject if receives else thing


def _context(statement: Statement, nodes: Nodes) -> Slots:
    """For whom, under which conditions, how and where, by when."""
    for argument in statement.arguments:
        if argument.role in _SLOTS:
            yield _SLOTS[argument.role], nodes.participant(statement, argument)
        elif argument.role == "deadline":
            yield "pol:deadline", _deadline(statement, argument, nodes)


def _deadline(statement: Statement, argument: Argument, nodes: Nodes) -> Literal:
    """A date at its precision or a duration, else the words: "before the next session"."""
    node = nodes.participant(statement, argument)
    return node if isinstance(node, Literal) else Literal(argument.text)
