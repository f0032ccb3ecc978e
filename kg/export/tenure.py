"""Graph → tenures: who held which office, of what body, attested when and by which statements; nothing filled in.

A tenure is one holder and one office, however many texts speak of them. It is made of plain triples alone (what the
documents hold true in their own voice) whose relation the ontology marks: ``pol:relationKind "tenure"``, ``"tenure
begins"``, ``"tenure ends"``. An ontology that marks none has no tenures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.export.direct import asserted
from kg.export.nodes import participants
from kg.export.statements import about
from kg.export.terms import Iri, Literal, Node, Triple, dated
from kg.model import Entity, Statement

if TYPE_CHECKING:
    from kg.export.nodes import Nodes
    from kg.graph import Graph
    from kg.mapping import Ontology, RelationTerm

HELD, BEGINS, ENDS = "tenure", "tenure begins", "tenure ends"
_PRESENT = frozenset({"am", "are", "is"})  # the copula's forms, which no ending tells
_OPEN = ".."


@dataclass(frozen=True)
class Sources:
    """What tenures are told from beside the statements: names of entities, and the dates of the documents."""

    entities: Mapping[Iri, Entity]
    named: Mapping[str, frozenset[Iri]]  # a label or another name → what is called so
    spoken_of: Mapping[str, frozenset[Iri]]  # a document → the entities that its statements speak of
    dates: Mapping[str, str]


def tenures(graph: Graph, nodes: Nodes, ontology: Ontology) -> Iterator[Triple]:
    """The triples about every tenure of the graph; a tenure that several statements tell comes in pieces."""
    kinds = {
        nodes.names(curie): (curie, kind)
        for curie, kind in ontology.kinds.items()
        if kind in (HELD, BEGINS, ENDS)
    }  # fmt: skip
    if not kinds:
        return
    sources = _sources(graph, nodes)
    for statement in graph.statements:
        for holder, predicate, office in asserted(statement, nodes, ontology):
            if predicate in kinds and isinstance(office, Iri):
                curie, kind = kinds[predicate]
                person = sources.entities.get(holder)
                if person is not None and _is(person, ontology.relations[curie].domain, ontology):
                    label = _label(statement, office, nodes)
                    bodies = _bodies(label, statement.document, ontology.relations[curie], ontology, sources)
                    yield from _tenure(statement, kind, person, office, bodies, nodes, sources)


def _tenure(
    statement: Statement, kind: str, holder: Entity, office: Iri, bodies: Iterable[Iri], nodes: Nodes, sources: Sources
) -> Iterator[Triple]:
    """What one statement tells of a tenure."""
    names, iso = nodes.names, nodes.names("pol:iso8601").value
    times = _times(statement, kind, sources.dates.get(statement.document))
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

    A time of the statement's own wins over the document's date. Without one, the document attests its own date where
    it speaks of the present: by a title or an apposition, which have no verb, or by a verb in the present tense.
    """
    time = statement.time
    if time is not None and "/" in time.value:
        start, _, end = time.value.partition("/")
        yield from ((key, one) for key, one in (("pol:from", start), ("pol:until", end)) if one and one != _OPEN)
    elif time is not None:
        yield {BEGINS: "pol:from", ENDS: "pol:until"}.get(kind, "pol:attestedOn"), time.value
    elif kind == HELD and date and _of_the_present(statement):
        yield "pol:attestedOn", date


def _of_the_present(statement: Statement) -> bool:
    words, lemma = statement.relation.text.casefold().split(), statement.relation.lemma.split()
    if not words or (statement.object is not None and statement.relation.spans == statement.object.spans):
        return True
    return words[0] in (_PRESENT if lemma[0] == "be" else (lemma[0], f"{lemma[0]}s", f"{lemma[0]}es"))


def _bodies(office: str, document: str, term: RelationTerm, ontology: Ontology, sources: Sources) -> Iterator[Iri]:
    """The body whose office it is, where the office's own words name an entity that can be neither holder nor office.

    The longest name behind "of" ("Governor of *the Bank of England*"), else before the office ("*DA* leader",
    "*Japan*'s Prime Minister"); the latter only if the document speaks of that body, since such a name is short: the
    Union of a "Union Minister" is not the one that another text is about. None where two things are called so.
    """
    words = office.removeprefix("the ").split()
    after = [" ".join(words[place + 1 :]) for place, word in enumerate(words) if word == "of"]
    before = [" ".join(words[:end]) for end in range(len(words) - 1, 0, -1)]
    for phrase in (*after, *before):
        name = phrase.removeprefix("the ").removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
        found = sources.named.get(name, frozenset())
        if phrase in before:
            found &= sources.spoken_of.get(document, frozenset())
        if len(found) == 1:
            (body,) = found
            if not any(_is(sources.entities[body], side, ontology) for side in (term.domain, term.range)):
                yield body
                return


def _is(entity: Entity, cls: str | None, ontology: Ontology) -> bool:
    return cls is not None and ontology.is_a(entity.type, cls)


def _label(statement: Statement, node: Node, nodes: Nodes) -> str:
    """The name of whoever or whatever has this node in a statement."""
    for one in (statement.subject, statement.object, *statement.arguments):
        if one is not None and nodes.participant(statement, one) == node:
            return one.label or one.text
    return node.value if isinstance(node, Literal) else node.value.rpartition("/")[2]


def _sources(graph: Graph, nodes: Nodes) -> Sources:
    named: dict[str, set[Iri]] = {}
    for entity in graph.entities:
        for name in (entity.label, *entity.aliases):
            named.setdefault(name.removeprefix("the "), set()).add(nodes.names(entity.entity))
    spoken_of: dict[str, set[Iri]] = {}
    for statement in graph.statements:
        known = (nodes.names(one.entity) for one in participants(statement) if one.entity)
        spoken_of.setdefault(statement.document, set()).update(known)
    return Sources(
        entities={nodes.names(entity.entity): entity for entity in graph.entities},
        named={name: frozenset(iris) for name, iris in named.items()},
        spoken_of={document: frozenset(iris) for document, iris in spoken_of.items()},
        dates={document.id: document.date for document in graph.documents if document.date},
    )
