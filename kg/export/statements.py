"""Statement → the triples about its node: every key of the interchange file, as ``statements.ttl`` names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export.direct import Claim
from kg.export.nodes import Nodes, participants, speakers
from kg.export.terms import Iri, Literal, Node, Triple, below, boolean, dated, decimal, integer
from kg.model import Argument, Link, Participant, Spans, Statement, ThemeMention, Value, Words

_ACTS = {
    "assertion": "pol:Assertion",
    "directive": "pol:Directive",
    "commitment": "pol:Commitment",
    "evaluation": "pol:Evaluation",
}
Pair = tuple[str, Node | str | None]


@dataclass(frozen=True)
class Describer:
    """Writes what a statement holds about nodes of its own; nothing here is a claim about the world."""

    nodes: Nodes

    def statement(self, statement: Statement, claim: Claim) -> Iterator[Triple]:
        """Every triple about one statement; ``claim`` is the triple it speaks of, its sides turned where need be."""
        names, node = self.nodes.names, self.nodes.statement(statement.id)
        yield from self._head(node, statement, claim)
        yield from self._wording(node, statement)
        yield Triple(node, names("pol:subjectMention"), below(node, "subject"))
        yield from self._mention(below(node, "subject"), statement, statement.subject)
        if statement.object is not None:
            yield Triple(node, names("pol:objectMention"), below(node, "object"))
            yield from self._mention(below(node, "object"), statement, statement.object)
        for number, argument in enumerate(statement.arguments, 1):
            yield from self._argument(node, number, statement, argument)
        for number, link in enumerate(statement.attribution, 1):
            yield from self._link(node, number, statement, link)
        yield from self._time(node, statement.time)
        for number, theme in enumerate(statement.themes, 1):
            yield from self._theme(node, number, theme)
        for participant in participants(statement):
            yield from self.nodes.describe(statement, participant)
        nobody = self.nodes.unstated(statement)
        if claim.subject == nobody:
            yield from self._about(nobody, ("rdf:type", names("pol:Unstated")), ("rdfs:label", "unstated"))

    def _head(self, node: Iri, statement: Statement, claim: Claim) -> Iterator[Triple]:
        """What it is, what it speaks of, where it stands and who says it."""
        names, nodes = self.nodes.names, self.nodes
        yield from self._about(
            node,
            ("rdf:type", names("rdf:Statement")),
            ("rdf:type", names("pol:Statement")),
            ("rdf:type", names(_ACTS[statement.act])),
            ("dcterms:identifier", statement.id),
            ("pol:frame", statement.frame),
            ("pol:anchor", statement.anchor),
            ("pol:document", nodes.document(statement.document)),
            ("prov:wasDerivedFrom", nodes.sentence(statement.document, statement.sentence.index)),
            ("rdf:subject", claim.subject),
            ("rdf:predicate", claim.predicate),
            ("rdf:object", claim.object),
            ("pol:rule", statement.rule),
            ("pol:confidence", None if statement.confidence is None else decimal(statement.confidence)),
            *(("pol:saidBy", nodes.participant(statement, speaker)) for speaker in speakers(statement)),
            *(("pol:content", nodes.statement(content)) for content in statement.content),
        )

    def _wording(self, node: Iri, statement: Statement) -> Iterator[Triple]:
        """How it is worded: the relation's words, the speech act, and the evidence."""
        relation, evidence = statement.relation, statement.evidence
        yield from self._about(
            node,
            ("pol:relationText", relation.text),
            ("pol:relationSpans", spelled(relation.spans)),
            ("pol:lemma", relation.lemma),
            ("pol:voice", relation.voice),
            ("pol:act", statement.act),
            ("pol:deontic", statement.deontic),
            ("pol:strength", None if statement.strength is None else integer(statement.strength)),
            ("pol:form", statement.form),
            ("pol:polarity", statement.polarity),
            ("pol:modality", statement.modality),
            *self._words("pol:hedge", statement.hedge),
            ("pol:stance", statement.stance),
            ("pol:valence", statement.valence),
            ("pol:evidence", evidence.text),
            ("pol:evidenceStart", integer(evidence.start)),
            ("pol:evidenceEnd", integer(evidence.end)),
        )

    def _mention(
        self, node: Iri, statement: Statement, participant: Participant, kind: str = "pol:Mention"
    ) -> Iterator[Triple]:
        """A participant's words, as against the thing that they stand for."""
        names = self.nodes.names
        yield from self._about(
            node,
            ("rdf:type", names(kind)),
            ("pol:text", participant.text),
            ("pol:spans", spelled(participant.spans)),
            ("pol:label", participant.label),
            ("pol:participant", self.nodes.participant(statement, participant)),
            ("pol:entity", names(participant.entity) if participant.entity else None),
            ("pol:type", names(participant.type) if participant.type else None),
            ("pol:implied", boolean(participant.implied)),
            ("pol:via", participant.via),
            *_value_pairs(participant.value),
        )

    def _argument(self, owner: Iri, number: int, statement: Statement, argument: Argument) -> Iterator[Triple]:
        node = below(owner, "argument", number)
        yield Triple(owner, self.nodes.names("pol:argument"), node)
        yield from self._mention(node, statement, argument, "pol:Argument")
        yield from self._about(
            node,
            ("pol:number", integer(number)),
            ("pol:role", argument.role),
            ("pol:preposition", argument.preposition),
        )

    def _link(self, owner: Iri, number: int, statement: Statement, link: Link) -> Iterator[Triple]:
        """One link of the chain of speakers, the outermost being number 1."""
        node = below(owner, "link", number)
        yield Triple(owner, self.nodes.names("pol:attribution"), node)
        yield from self._about(
            node,
            ("rdf:type", self.nodes.names("pol:Attribution")),
            ("pol:number", integer(number)),
            *self._words("pol:cue", link.cue),
            ("pol:mode", link.mode),
            ("pol:explicit", boolean(link.explicit)),
            ("pol:sentence", self.nodes.sentence(statement.document, link.sentence.index)),
            *(("pol:speaker", self.nodes.participant(statement, speaker)) for speaker in link.speakers),
        )
        for position, speaker in enumerate(link.speakers, 1):
            mention = below(node, "speaker", position)
            yield Triple(node, self.nodes.names("pol:speakerMention"), mention)
            yield from self._mention(mention, statement, speaker)
            yield from self._about(mention, ("pol:number", integer(position)))

    def _time(self, owner: Iri, value: Value | None) -> Iterator[Triple]:
        """When it happened or holds: one literal to ask for, the ends of an interval, and the value in full."""
        if value is None:
            return
        node, iso = below(owner, "time"), self.nodes.names("pol:iso8601").value
        start, slash, end = value.value.partition("/")
        yield from self._about(
            owner,
            ("pol:time", dated(value.value, iso)),
            ("pol:timeStart", dated(start, iso) if start and start != ".." else None),
            ("pol:timeEnd", dated(end if slash else start, iso) if (end or not slash) and end != ".." else None),
            ("pol:timeValue", node),
        )
        yield from self._about(node, ("rdf:type", self.nodes.names("pol:Value")), *_value_pairs(value))

    def _theme(self, owner: Iri, number: int, theme: ThemeMention) -> Iterator[Triple]:
        concept, node = self.nodes.names(theme.concept), below(owner, "theme", number)
        yield from self._about(
            owner,
            ("dcterms:subject", concept),
            ("pol:primaryTheme", concept if theme.primary else None),
            ("pol:themeMention", node),
        )
        yield from self._about(
            node,
            ("rdf:type", self.nodes.names("pol:ThemeMention")),
            ("pol:number", integer(number)),
            ("pol:concept", concept),
            ("pol:spans", spelled(theme.spans)),
            ("pol:primary", boolean(theme.primary)),
        )

    def _words(self, key: str, words: Words | None) -> Iterator[Pair]:
        """Words and where they stand: ``pol:cue`` and ``pol:cueSpans``."""
        if words is not None:
            yield key, words.text
            yield f"{key}Spans", spelled(words.spans)

    def _about(self, node: Iri, *pairs: Pair) -> Iterator[Triple]:
        return about(self.nodes, node, pairs)


def about(nodes: Nodes, node: Iri, pairs: Iterable[Pair]) -> Iterator[Triple]:
    """Triples with one subject; a plain string becomes a literal, None is left out: no value is no triple."""
    for predicate, item in pairs:
        if item is not None:
            yield Triple(node, nodes.names(predicate), Literal(item) if isinstance(item, str) else item)


def spelled(spans: Spans) -> str | None:
    """Spans as "10-15 20-30", None where there are none."""
    return " ".join(f"{start}-{end}" for start, end in spans) or None


def _value_pairs(value: Value | None) -> Iterator[Pair]:
    if value is not None:
        yield "pol:valueKind", value.kind
        yield "pol:value", value.value
        yield "pol:unit", value.unit
        yield "pol:precision", value.precision
        yield "pol:approximate", boolean(value.approximate)
