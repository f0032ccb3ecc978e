"""Which node stands for what: an entity, a phrase, an addressee nobody names, a value, a clause, a relation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from kg.export.terms import Iri, Literal, Names, Node, Triple, below, valued
from kg.identifiers import slug
from kg.model import Participant, Spans, Statement

ADDRESSEE = "pol:UnstatedAddressee"
# Words that mean another thing at each place: where they are not resolved, each has a node of its own.
_POINTING = frozenset(
    {"he", "her", "hers", "him", "his", "i", "it", "its", "itself", "me", "mine", "my", "one", "our", "ours", "she"}
    | {"that", "their", "theirs", "them", "themselves", "these", "they", "this", "those", "us", "we", "what", "which"}
    | {"who", "whom", "whose", "you", "your", "yours"}
)


@dataclass(frozen=True)
class Nodes:
    """Gives the nodes of one document; a statement is found by its id, since a clause is the node of its content.

    ``called`` is what each phrase was called first.
    """

    names: Names
    statements: dict[str, Statement]
    entities: frozenset[str]
    called: dict[Node, str] = field(default_factory=dict, repr=False, compare=False)

    def document(self, identifier: str) -> Iri:
        return self.names.minted(identifier)

    def sentence(self, document: str, index: int) -> Iri:
        return self.names.minted(document, "sentence", str(index))

    def statement(self, identifier: str) -> Iri:
        return self.names.minted("statement", identifier)

    def said(self, speaker: Iri) -> Iri:
        """The named graph of what a speaker asserts."""
        return below(speaker, "said")

    def own(self, *nodes: Node) -> bool:
        """Whether one of them is a document's own: a statement, a phrase, an addressee, or of one of these."""
        return any(isinstance(node, Iri) and self._own.match(node.value) for node in nodes)

    @cached_property
    def _own(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.names.prefixes["id"]) + r"(statement/|.+/(phrase|addressee)/)")

    def describe_said(self, speaker: Iri) -> Iterator[Triple]:
        """What that graph is, and whose, so that nobody takes it for the documents' own."""
        yield Triple(self.said(speaker), self.names("rdf:type"), self.names("pol:SpeakerGraph"))
        yield Triple(self.said(speaker), self.names("prov:wasAttributedTo"), speaker)

    def unstated(self, statement: Statement) -> Iri:
        """Someone whom no words of the statement name."""
        return below(self.statement(statement.id), "unstated")

    def relation(self, lemma: str, *, passive: bool) -> Iri:
        """The IRI for a relation that the ontology lacks.

        The lemma does not say who does it to whom, so a passive that keeps its sides has an IRI of its own.
        """
        node = self.names.minted("relation", _slug(lemma))
        return below(node, "passive") if passive else node

    def participant(self, statement: Statement, participant: Participant) -> Node:
        """The node of a participant in ``statement``: never a guess, and never the speaker for an addressee."""
        if participant.entity:
            return self.names(participant.entity)
        if participant.value is not None:
            return valued(participant.value, self.names("pol:iso8601").value, self.names("pol:amount").value)
        if participant.type == ADDRESSEE:
            whose = slug(" ".join(map(_words, speakers(statement)))) if speakers(statement) else "document"
            return self.names.minted(statement.document, "addressee", whose)
        return self._clause(statement, participant) or self._phrase(statement, participant)

    def unnamed(self, statement: Statement) -> frozenset[Node]:
        """The nodes that name nobody and nothing, or only what someone says: no plain triple may touch them."""
        everyone = (statement.subject, statement.object, *statement.arguments)
        hollow = (one for one in everyone if one and not one.value and (not _words(one) or one.type == ADDRESSEE))
        nodes = (self.participant(statement, one) for one in hollow if not one.entity)
        return frozenset((self.unstated(statement), *self._contents(statement), *nodes))

    def describe(self, statement: Statement, participant: Participant) -> Iterator[Triple]:
        """Type and label of a participant that is not among the entities; to an addressee, who it is that speaks."""
        node = self.participant(statement, participant)
        if isinstance(node, Literal) or participant.entity in self.entities or node in self._contents(statement):
            return
        words, voices = _words(participant), speakers(statement)
        kind = participant.type or ("pol:Concept" if words else "pol:Unstated")
        if participant.type == ADDRESSEE and not participant.entity:
            words = f"unstated addressee of {' and '.join(map(_words, voices)) or 'the document'}"
            for speaker in voices:
                yield Triple(node, self.names("pol:addressedBy"), self.participant(statement, speaker))
        yield Triple(node, self.names("rdf:type"), self.names(kind))
        label = self.called.setdefault(node, words or "unstated")  # "Businesses" and "businesses" are one phrase
        yield Triple(node, self.names("rdfs:label"), Literal(label))

    def _phrase(self, statement: Statement, participant: Participant) -> Iri:
        words = _words(participant)
        if not words:
            return self.unstated(statement)
        name = _slug(words)
        if words.casefold() in _POINTING and participant.spans:
            name = f"{name}-{participant.spans[0][0]}"
        return self.names.minted(statement.document, "phrase", name)

    def _contents(self, statement: Statement) -> frozenset[Iri]:
        return frozenset(self.statement(identifier) for identifier in statement.content)

    def _clause(self, statement: Statement, participant: Participant) -> Iri | None:
        """The first content statement whose predicate stands within the participant's words."""
        for identifier in statement.content:
            content = self.statements.get(identifier)
            if content and content.relation.spans and _within(content.relation.spans, participant.spans):
                return self.statement(identifier)
        return None


@lru_cache(maxsize=2048)  # a document's worth
def _slug(text: str) -> str:
    return slug(text)


def speakers(statement: Statement) -> tuple[Participant, ...]:
    """The innermost speakers: whose words these are. None in the document voice or where nobody is named."""
    return statement.attribution[-1].speakers if statement.attribution else ()


def participants(statement: Statement) -> Iterator[Participant]:
    """Everyone and everything in a statement: its sides, its arguments, and who said it."""
    yield statement.subject
    if statement.object is not None:
        yield statement.object
    yield from statement.arguments
    for link in statement.attribution:
        yield from link.speakers


def _words(participant: Participant) -> str:
    return participant.label or participant.text


def _within(inner: Spans, outer: Spans) -> bool:
    return all(any(start <= a and b <= end for start, end in outer) for a, b in inner)
