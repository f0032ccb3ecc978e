"""Statement → the plain triples that it stands for: its own, and one for each argument that has a relation.

Whether they may be written is another question: :func:`asserted` gives those that the document itself holds true,
:func:`spoken` those that a speaker asserts. Nothing said, ordered, promised, denied or planned is among the former.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.export.nodes import Nodes
from kg.export.terms import Iri, Node, Triple
from kg.mapping import LITERAL, MappedArgument, Ontology
from kg.model import Argument, Participant, Statement


class Claim(NamedTuple):
    """The triple that a statement speaks of, whether it holds or not; without an object it claims no triple."""

    subject: Node
    predicate: Iri
    object: Node | None


def asserted(statement: Statement, nodes: Nodes, ontology: Ontology) -> Iterator[Triple]:
    """The triples that may stand in the default graph."""
    if statement.asserted:
        yield from _triples(statement, nodes, ontology)


def spoken(statement: Statement, nodes: Nodes, ontology: Ontology) -> Iterator[Triple]:
    """The triples that the statement's one speaker, or its joint speakers, assert: positive and actual.

    A chain of two links is left out: that the inner speaker asserts it is itself only said.
    """
    said = len(statement.attribution) == 1 and statement.act == "assertion"
    if said and statement.polarity == "positive" and statement.modality == "actual":
        yield from _triples(statement, nodes, ontology)


def claim(statement: Statement, nodes: Nodes, ontology: Ontology) -> Claim:
    """What a statement speaks of, with its sides as the relation has them.

    A passive is turned where the ontology says so, and a minted one where nothing but its subject is given: "the plan
    was shelved by the council" is of the council, that it shelves the plan; where no words say by whom, of someone
    unstated.
    """
    subject, thing = nodes.participant(statement, statement.subject), statement.object
    if statement.relation.predicate is None:
        passive = statement.relation.voice == "passive"
        turned, by_object = passive and thing is None, False
        predicate = nodes.relation(statement.relation.lemma, passive=passive and not turned)
    else:
        turned, by_object = _sides(statement, ontology)
        predicate = nodes.names(statement.relation.predicate)
    if not turned:
        return Claim(subject, predicate, None if thing is None else nodes.participant(statement, thing))
    other = thing if by_object else _agent(statement)
    doer = nodes.unstated(statement) if other is None else nodes.participant(statement, other)
    return Claim(doer, predicate, subject)


def minted(statement: Statement, nodes: Nodes) -> Iterator[tuple[Iri, str]]:
    """Every relation that may be minted for a statement, with the words for its label; which ones are is claim's."""
    for lemma in verbs(statement):
        yield nodes.relation(lemma, passive=False), lemma
        yield nodes.relation(lemma, passive=True), f"{lemma} (passive)"


def verbs(statement: Statement) -> tuple[str, ...]:
    """The forms under which an ontology may have the verb, the likelier first.

    A lemma ends with the preposition of its object, where that has one ("hold in"), or with a particle ("read out"),
    and the two look alike.
    """
    lemma = statement.relation.lemma
    shorter = lemma.rpartition(" ")[0] if statement.object is not None else ""
    return (lemma, shorter) if shorter else (lemma,)


def _sides(statement: Statement, ontology: Ontology) -> tuple[bool, bool]:
    """Whether subject and object change sides, and if so, whether with the object or, in a passive, with the agent."""
    relation, thing = statement.relation, statement.object
    subject_type, object_type = _type(statement.subject), _type(thing) if thing else None
    for has_object in (True, False) if thing else (False,):
        other = object_type if has_object else None
        mapped = ontology.relation(relation.lemma, relation.voice, subject_type, other, has_object=has_object)
        if mapped is not None and mapped.predicate == relation.predicate:
            return mapped.inverse, has_object
    return False, True


def _type(participant: Participant) -> str | None:
    return participant.type or (LITERAL if participant.value else None)


def _triples(statement: Statement, nodes: Nodes, ontology: Ontology) -> Iterator[Triple]:
    """The claim, if it has an object, and what each argument adds; nothing of an act of speech, or of anyone unstated.

    A statement with content ("urged enterprises to …") is a frame around another: torn out of it, its triple would
    say less than the text does.
    """
    if statement.content:
        return
    for subject, predicate, thing in (claim(statement, nodes, ontology), *_arguments(statement, nodes, ontology)):
        if isinstance(subject, Iri) and thing is not None and not {subject, thing} & nodes.unnamed(statement):
            yield Triple(subject, predicate, thing)


def _arguments(statement: Statement, nodes: Nodes, ontology: Ontology) -> Iterator[Claim]:
    """A claim for each argument that has a relation to the clause's subject or object, and is such as it takes."""
    for argument in statement.arguments:
        if argument is _agent(statement):
            yield _agency(statement, argument, nodes, ontology)
            continue
        mapped = _argument_relation(statement, argument, ontology)
        other = statement.object if mapped is not None and mapped.of == "object" else statement.subject
        if mapped is None or other is None:
            continue
        one, two = (argument, other) if mapped.inverse else (other, argument)
        term = ontology.relations[mapped.predicate]
        if _fits(one, term.domain, ontology) and _fits(two, term.range, ontology):
            subject, thing = nodes.participant(statement, one), nodes.participant(statement, two)
            yield Claim(subject, nodes.names(mapped.predicate), thing)


def _argument_relation(statement: Statement, argument: Argument, ontology: Ontology) -> MappedArgument | None:
    """The relation by the likeliest form of the verb.

    Where a clause has no object but a prepositional one, a relation to its object does not apply ("the conference
    opened in Hangzhou on 16 September" is not "they opened it on …"): the argument is then tried as if it were the
    object itself.
    """
    voice, direct = statement.relation.voice, statement.object is not None
    for verb in verbs(statement):
        mapped = ontology.argument(verb, voice, argument.preposition, argument.role, argument.type)
        if mapped is not None and (mapped.of == "subject" or (direct and verb == statement.relation.lemma)):
            return mapped
        if mapped is not None and argument.preposition:
            lemma, types = f"{verb} {argument.preposition}", (_type(statement.subject), _type(argument))
            again = ontology.relation(lemma, voice, *types, has_object=True)
            return MappedArgument(again.predicate, again.inverse, "subject") if again else None
    return None


def _fits(participant: Participant, expected: str | None, ontology: Ontology) -> bool:
    """Whether nothing is known that speaks against a participant's standing where a class is expected."""
    kind = _type(participant)
    if expected is None or expected == "rdfs:Resource":
        return True
    if LITERAL in (kind, expected):
        return kind == expected
    return kind is None or ontology.is_a(kind, expected) or ontology.is_a(expected, kind)


def _agency(statement: Statement, agent: Participant, nodes: Nodes, ontology: Ontology) -> Claim:
    """Who did it, did it to the passive's subject."""
    verb, subject = verbs(statement)[-1], statement.subject
    done, doer = nodes.participant(statement, subject), nodes.participant(statement, agent)
    mapped = ontology.relation(verb, "active", _type(agent), _type(subject), has_object=True)
    predicate = nodes.names(mapped.predicate) if mapped else nodes.relation(verb, passive=False)
    return Claim(done, predicate, doer) if mapped and mapped.inverse else Claim(doer, predicate, done)


def _agent(statement: Statement) -> Argument | None:
    """Who did it, in a passive that says so."""
    by = (argument for argument in statement.arguments if argument.role == "agent")
    return next(by, None) if statement.relation.voice == "passive" else None
