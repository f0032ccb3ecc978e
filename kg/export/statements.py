"""Statement → what is said of its node and parts: every key of the interchange file, as ``statements.ttl`` names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export.direct import Claim
from kg.export.nodes import Nodes, participants, speakers
from kg.export.terms import Block, Iri, Literal, Node, Pair, Triple, below, boolean, dated, decimal, integer
from kg.model import Argument, Link, Participant, Spans, Statement, ThemeMention, Value, Words
from kg.theme_weights import statement_weights

_ACTS = {
    "assertion": "pol:Assertion",
    "directive": "pol:Directive",
    "commitment": "pol:Commitment",
    "evaluation": "pol:Evaluation",
}
Said = tuple[str, Node | str | None]  # a predicate's CURIE, and a node, words or nothing


@dataclass(frozen=True)
class Describer:
    """Writes what a statement holds about nodes of its own; nothing here is a claim about the world."""

    nodes: Nodes

    def statement(self, statement: Statement, claim: Claim, slots: Iterable[Pair] = ()) -> Iterator[Block]:
        """Its node, then its parts; ``claim`` is the triple that it speaks of, the sides turned where need be.

        ``slots`` are further pairs of the node, an obligation's.
        """
        node = self.nodes.statement(statement.id)
        own = (*self._head(statement, claim), *self._wording(statement), *self._pointers(node, statement))
        yield Block(node, (*block(self.nodes, node, own).pairs, *slots))
        yield from self._parts(node, statement)

    def things(self, statement: Statement, claim: Claim) -> Iterator[Triple]:
        """What those are called that it speaks of and that are not among the entities."""
        for participant in participants(statement):
            yield from self.nodes.describe(statement, participant)
        nobody = self.nodes.unstated(statement)
        if claim.subject == nobody:
            yield Triple(nobody, self.nodes.names("rdf:type"), self.nodes.names("pol:Unstated"))
            yield Triple(nobody, self.nodes.names("rdfs:label"), Literal("unstated"))

    def _head(self, statement: Statement, claim: Claim) -> tuple[Said, ...]:
        """What it is, what it speaks of, where it stands and who says it."""
        names, nodes, contents = self.nodes.names, self.nodes, statement.content
        return (
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
            *(("pol:content", nodes.statement(content)) for content in contents),
            ("pol:contentOrder", " ".join(contents) if len(contents) > 1 else None),
        )

    def _wording(self, statement: Statement) -> tuple[Said, ...]:
        """How it is worded: the relation's words, the speech act, and the evidence."""
        relation, evidence = statement.relation, statement.evidence
        return (
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
            *_words("pol:hedge", statement.hedge),
            ("pol:stance", statement.stance),
            ("pol:valence", statement.valence),
            ("pol:evidence", evidence.text),
            ("pol:evidenceStart", integer(evidence.start)),
            ("pol:evidenceEnd", integer(evidence.end)),
        )

    def _pointers(self, node: Iri, statement: Statement) -> Iterator[Said]:
        """The statement's parts, and the shortcuts past them."""
        yield "pol:subjectMention", below(node, "subject")
        if statement.object is not None:
            yield "pol:objectMention", below(node, "object")
        for number in range(1, len(statement.arguments) + 1):
            yield "pol:argument", below(node, "argument", number)
        for number in range(1, len(statement.attribution) + 1):
            yield "pol:attribution", below(node, "link", number)
        if statement.time is not None:
            yield from self._time(node, statement.time.value)
        for number, theme in enumerate(statement.themes, 1):
            concept = self.nodes.names(theme.concept)
            yield "dcterms:subject", concept
            yield "pol:primaryTheme", concept if theme.primary else None
            yield "pol:themeMention", below(node, "theme", number)

    def _parts(self, node: Iri, statement: Statement) -> Iterator[Block]:
        """A block for each part, in the order of the interchange file."""
        yield self._mention(below(node, "subject"), statement, statement.subject)
        if statement.object is not None:
            yield self._mention(below(node, "object"), statement, statement.object)
        for number, argument in enumerate(statement.arguments, 1):
            yield self._argument(below(node, "argument", number), number, statement, argument)
        for number, link in enumerate(statement.attribution, 1):
            yield from self._link(below(node, "link", number), number, statement, link)
        if statement.time is not None:
            kind = ("rdf:type", self.nodes.names("pol:Value"))
            yield block(self.nodes, below(node, "time"), (kind, *_value(statement.time)))
        weights = statement_weights(statement)
        for number, theme in enumerate(statement.themes, 1):
            yield self._theme(below(node, "theme", number), number, theme, weights[theme.concept])

    def _mention(
        self,
        node: Iri,
        statement: Statement,
        participant: Participant,
        kind: str = "pol:Mention",
        further: tuple[Said, ...] = (),
    ) -> Block:
        """A participant's words, as against the thing that they stand for."""
        names = self.nodes.names
        pairs: tuple[Said, ...] = (
            ("rdf:type", names(kind)),
            *further,
            ("pol:text", participant.text),
            ("pol:spans", spelled(participant.spans)),
            ("pol:label", participant.label),
            ("pol:participant", self.nodes.participant(statement, participant)),
            ("pol:entity", names(participant.entity) if participant.entity else None),
            ("pol:type", names(participant.type) if participant.type else None),
            ("pol:implied", boolean(participant.implied)),
            ("pol:via", participant.via),
            *_value(participant.value),
        )
        return block(self.nodes, node, pairs)

    def _argument(self, node: Iri, number: int, statement: Statement, argument: Argument) -> Block:
        further: tuple[Said, ...] = (
            ("pol:number", integer(number)),
            ("pol:role", argument.role),
            ("pol:preposition", argument.preposition),
        )
        return self._mention(node, statement, argument, "pol:Argument", further)

    def _link(self, node: Iri, number: int, statement: Statement, link: Link) -> Iterator[Block]:
        """One link of the chain of speakers, the outermost being number 1, with its speakers."""
        nodes, mentions = self.nodes, [below(node, "speaker", place) for place in range(1, len(link.speakers) + 1)]
        yield block(
            nodes,
            node,
            (
                ("rdf:type", nodes.names("pol:Attribution")),
                ("pol:number", integer(number)),
                *_words("pol:cue", link.cue),
                ("pol:mode", link.mode),
                ("pol:explicit", boolean(link.explicit)),
                ("pol:sentence", nodes.sentence(statement.document, link.sentence.index)),
                *(("pol:speaker", nodes.participant(statement, speaker)) for speaker in link.speakers),
                *(("pol:speakerMention", mention) for mention in mentions),
            ),
        )
        for place, (mention, speaker) in enumerate(zip(mentions, link.speakers, strict=True), 1):
            yield self._mention(mention, statement, speaker, further=(("pol:number", integer(place)),))

    def _time(self, owner: Iri, when: str) -> Iterator[Said]:
        """When it happened or holds: one literal to ask for, the ends of an interval, where the value is in full."""
        iso = self.nodes.names("pol:iso8601").value
        start, slash, end = when.partition("/")
        yield "pol:time", dated(when, iso)
        yield "pol:timeStart", dated(start, iso) if start and start != ".." else None
        yield "pol:timeEnd", dated(end if slash else start, iso) if (end or not slash) and end != ".." else None
        yield "pol:timeValue", below(owner, "time")

    def _theme(self, node: Iri, number: int, theme: ThemeMention, weight: float) -> Block:
        return block(
            self.nodes,
            node,
            (
                ("rdf:type", self.nodes.names("pol:ThemeMention")),
                ("pol:number", integer(number)),
                ("pol:concept", self.nodes.names(theme.concept)),
                ("pol:spans", spelled(theme.spans)),
                ("pol:primary", boolean(theme.primary)),
                ("pol:weight", decimal(round(weight, 4))),
            ),
        )


def block(nodes: Nodes, node: Iri, pairs: Iterable[Said]) -> Block:
    """A block of the default graph, no pair twice; words become a literal, None is left out: no value is no triple."""
    names = nodes.names
    found = [(names(key), Literal(item) if type(item) is str else item) for key, item in pairs if item is not None]
    return Block(node, tuple(dict.fromkeys(found)))  # type: ignore[arg-type]


def about(nodes: Nodes, node: Iri, pairs: Iterable[Said]) -> Iterator[Triple]:
    """The same as single triples: for what several statements say of one node."""
    found = block(nodes, node, pairs)
    return (Triple(node, predicate, thing) for predicate, thing in found.pairs)


def spelled(spans: Spans) -> str | None:
    """Spans as "10-15 20-30", None where there are none."""
    return " ".join([f"{start}-{end}" for start, end in spans]) or None


def _words(key: str, words: Words | None) -> tuple[Said, ...]:
    """Words and where they stand: ``pol:cue`` and ``pol:cueSpans``."""
    return () if words is None else ((key, words.text), (f"{key}Spans", spelled(words.spans)))


def _value(value: Value | None) -> tuple[Said, ...]:
    if value is None:
        return ()
    return (
        ("pol:valueKind", value.kind),
        ("pol:value", value.value),
        ("pol:unit", value.unit),
        ("pol:precision", value.precision),
        ("pol:approximate", boolean(value.approximate)),
    )
