"""Statement → what a directive or a commitment binds whom to, in the slots of Institutional Grammar 2.0.

The slots (Frantz and Siddiki 2021, *Institutional Grammar 2.0*) stand on the statement's own node and point at the
nodes of its participants; ``pol:deontic``, which every directive has, is the remaining one. The *or else* is the node
of the statement that says what follows where the duty is not met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.export.statements import about
from kg.export.terms import Literal, Node, Triple
from kg.model import Argument, Statement

if TYPE_CHECKING:
    from kg.export.nodes import Nodes

SANCTION = "sanction"  # the rule of what follows where a duty is not met
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


def obligation(statement: Statement, nodes: Nodes, sanctions: Sequence[str] = ()) -> Iterator[Triple]:
    """Class and slots of a directive or commitment; nothing of another statement. ``sanctions`` are statements' ids."""
    if _binds(statement):
        node = nodes.statement(statement.id)
        otherwise = (("pol:orElse", nodes.statement(one)) for one in sanctions)
        slots = (*_sides(statement, nodes), *_context(statement, nodes), *otherwise)
        yield from about(nodes, node, (("rdf:type", nodes.names("pol:Obligation")), *slots))
        if not any(key == "pol:attribute" and one != nodes.unstated(statement) for key, one in slots):
            nobody = (("rdf:type", nodes.names("pol:Unstated")), ("rdfs:label", "unstated"))
            yield from about(nodes, nodes.unstated(statement), nobody)


def sanctions(statements: Iterable[Statement]) -> dict[str, tuple[str, ...]]:
    """The ids of what follows where a duty is not met, by the duty's id: the nearest duty before it in its sentence."""
    found: dict[str, tuple[str, ...]] = {}
    duties: list[Statement] = []
    for one in sorted(statements, key=lambda each: (each.sentence.index, each.evidence.start, each.id)):
        if one.rule == SANCTION:
            before = [duty for duty in duties if duty.sentence == one.sentence and duty.frame != one.frame]
            for duty in (other for other in before if other.frame == before[-1].frame):
                found[duty.id] = (*found.get(duty.id, ()), one.id)
        elif _binds(one):
            duties.append(one)
    return found


def _binds(statement: Statement) -> bool:
    return statement.act == "commitment" or (statement.act == "directive" and statement.deontic is not None)


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
