"""Plain triples → tenures: who held which office, of what body, attested when and by what; nothing is filled in.

A tenure is one holder and one office, however many texts speak of them. It is made of plain triples alone (what the
documents hold true in their own voice) whose relation the ontology marks: ``pol:relationKind "tenure"``, ``"tenure
begins"``, ``"tenure ends"``. An ontology that marks none has no tenures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.export.nodes import participants
from kg.export.statements import about
from kg.export.terms import Iri, Literal, Names, Node, Triple, dated
from kg.model import Entity, Statement

if TYPE_CHECKING:
    from kg.export.nodes import Nodes
    from kg.mapping import Ontology, RelationTerm

HELD, BEGINS, ENDS = "tenure", "tenure begins", "tenure ends"
_PRESENT = frozenset({"am", "are", "is"})  # the copula's forms, which no ending tells
_OPEN = ".."
_ENDS = {BEGINS: "pol:from", ENDS: "pol:until"}
_FROM, _UNTIL, _BETWEEN = frozenset({"from", "since"}), frozenset({"till", "until"}), frozenset({"between"})


@dataclass(frozen=True)
class Around:
    """The document that a statement stands in: its date where it has one, and all its statements."""

    date: str | None
    statements: Sequence[Statement]
    names: Names

    @cached_property
    def spoken_of(self) -> frozenset[Iri]:
        """The entities that the document's statements speak of."""
        everyone = (one for statement in self.statements for one in participants(statement))
        return frozenset(self.names(one.entity) for one in everyone if one.entity)


class Tenures:
    """Tells the tenures of a graph statement by statement; knows its entities by their names."""

    def __init__(self, entities: Iterable[Entity], names: Names, ontology: Ontology) -> None:
        self._ontology = ontology
        self._kinds = {
            names(curie): (curie, kind) for curie, kind in ontology.kinds.items() if kind in (HELD, BEGINS, ENDS)
        }
        self._entities = {names(entity.entity): entity for entity in entities}
        self._named: dict[str, set[Iri]] = {}  # a label or another name → what is called so
        for node, entity in self._entities.items():
            for name in (entity.label, *entity.aliases):
                self._named.setdefault(name.removeprefix("the "), set()).add(node)

    def told(self, statement: Statement, facts: Iterable[Triple], around: Around, nodes: Nodes) -> Iterator[Triple]:
        """The triples about the tenures that a statement tells of by its plain triples, ``facts``."""
        for holder, predicate, office in facts:
            if predicate in self._kinds and isinstance(office, Iri):
                curie, kind = self._kinds[predicate]
                person, term = self._entities.get(holder), self._ontology.relations[curie]
                if person is not None and self._is(person, term.domain):
                    bodies = self._bodies(_label(statement, office, nodes), term, around)
                    times = _times(statement, kind, around.date)
                    yield from _tenure(statement, person, office, bodies, times, nodes)

    def _bodies(self, office: str, term: RelationTerm, around: Around) -> Iterator[Iri]:
        """The body whose office it is, where its own words name an entity that can be neither holder nor office.

        The longest name behind "of" ("Governor of *the Bank of England*"), else before the office ("*DA* leader",
        "*Japan*'s Prime Minister"); the latter only if the document speaks of that body, since such a name is short:
        the Union of a "Union Minister" is not the one that another text is about. None where two are called so.
        """
        words = office.removeprefix("the ").split()
        after = [" ".join(words[place + 1 :]) for place, word in enumerate(words) if word == "of"]
        before = [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
        for phrase in (*after, *before):
            name = phrase.removeprefix("the ").removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
            found = self._named.get(name, set())
            if phrase in before:
                found = found & around.spoken_of
            if len(found) == 1:
                (body,) = found
                if not any(self._is(self._entities[body], side) for side in (term.domain, term.range)):
                    yield body
                    return

    def _is(self, entity: Entity, cls: str | None) -> bool:
        return cls is not None and self._ontology.is_a(entity.type, cls)


def _tenure(
    statement: Statement,
    holder: Entity,
    office: Iri,
    bodies: Iterable[Iri],
    times: Iterable[tuple[str, str]],
    nodes: Nodes,
) -> Iterator[Triple]:
    """What one statement tells of a tenure."""
    names, iso = nodes.names, nodes.names("pol:iso8601").value
    node = tenure_node(holder, office, nodes)
    yield from about(
        nodes,
        node,
        (
            ("rdf:type", names("pol:Tenure")),
            ("rdfs:label", f"{holder.label}, {_label(statement, office, nodes)}"),
            ("pol:holder", names(holder.entity)),
            ("pol:office", office),
            *(("pol:officeOf", body) for body in bodies),
            ("pol:attestedBy", nodes.statement(statement.id)),
            *((key, dated(date, iso)) for key, date in times),
        ),
    )


def tenure_node(holder: Entity, office: Iri, nodes: Nodes) -> Iri:
    """``id:tenure/<person>/<office>``; an office that is a phrase of one document keeps the document's id."""
    pieces = office.value.removeprefix(nodes.names.prefixes["id"]).split("/")
    return nodes.names.minted("tenure", holder.entity.rpartition("/")[2], *(pieces[1:] if len(pieces) == 2 else pieces))


def _times(statement: Statement, kind: str, date: str | None) -> Iterator[tuple[str, str]]:
    """When the office was held, as far as the text says: ends where it tells them, else a day on which it was held.

    A time of the statement's own wins over the document's date: who was appointed then began then, who was minister
    in 2019 held the office in 2019, and "from", "since", "until" say how long. Without one, the document attests its
    own date where it speaks of the present: by a title or an apposition, which have no verb, or by a present tense.
    """
    if statement.time is None:
        if kind == HELD and date and _of_the_present(statement):
            yield "pol:attestedOn", date
        return
    time = statement.time.value
    if kind in _ENDS:
        yield _ENDS[kind], time
        return
    words = {one.preposition for one in statement.arguments if one.value == statement.time}
    start, slash, end = time.partition("/")
    if slash and words & {*_FROM, *_BETWEEN}:
        yield from ((key, one) for key, one in (("pol:from", start), ("pol:until", end)) if one and one != _OPEN)
    elif words & _FROM:
        yield "pol:from", time
    else:
        yield ("pol:until" if words & _UNTIL else "pol:attestedOn"), time


def _of_the_present(statement: Statement) -> bool:
    words, lemma = statement.relation.text.casefold().split(), statement.relation.lemma.split()
    if not words or (statement.object is not None and statement.relation.spans == statement.object.spans):
        return True
    return words[0] in (_PRESENT if lemma[0] == "be" else (lemma[0], f"{lemma[0]}s", f"{lemma[0]}es"))


def _label(statement: Statement, node: Node, nodes: Nodes) -> str:
    """The name of whoever or whatever has this node in a statement."""
    for one in (statement.subject, statement.object, *statement.arguments):
        if one is not None and nodes.participant(statement, one) == node:
            return one.label or one.text
    return node.value if isinstance(node, Literal) else node.value.rpartition("/")[2]
