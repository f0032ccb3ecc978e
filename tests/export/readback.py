"""RDF → the interchange values, by the table of docs/rdf.md: what shows that nothing is lost on the way out."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import rdflib
from rdflib import DCTERMS, PROV, RDF, RDFS, SKOS
from rdflib.term import Node

from kg.identifiers import prefixes
from kg.model import (
    Argument,
    Close,
    Document,
    Entity,
    Evidence,
    Link,
    Merge,
    Participant,
    Relation,
    Sentence,
    Spans,
    Statement,
    ThemeMention,
    Value,
    Words,
)

BASES = prefixes()
POL = rdflib.Namespace(BASES["pol"])
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


class Reader:
    """Reads one graph back."""

    def __init__(self, graph: rdflib.Graph) -> None:
        self.graph = graph

    def statements(self) -> list[Statement]:
        return sorted(map(self._statement, self.graph.subjects(RDF.type, POL.Statement)), key=lambda one: one.id)

    def documents(self) -> list[Document]:
        return sorted(map(self._document, self.graph.subjects(RDF.type, POL.SourceDocument)), key=lambda one: one.id)

    def entities(self) -> list[Entity]:
        return sorted(map(self._entity, self.graph.subjects(RDF.type, POL.Entity)), key=lambda one: one.entity)

    def _statement(self, node: Node) -> Statement:
        predicate, time = self._one(node, RDF.predicate), self._one(node, POL.timeValue)
        return Statement(
            id=self._text(node, DCTERMS.identifier),
            frame=self._text(node, POL.frame),
            anchor=self._text(node, POL.anchor),
            document=self._text(self._one(node, POL.document), DCTERMS.identifier),
            sentence=self._sentence(self._one(node, PROV.wasDerivedFrom)),
            subject=self._participant(self._one(node, POL.subjectMention)),
            relation=Relation(
                self._text(node, POL.relationText),
                self._spans(node, POL.relationSpans),
                self._text(node, POL.lemma),
                self._text(node, POL.voice),
                None if str(predicate).startswith(BASES["id"] + "relation/") else self._curie(predicate),
            ),
            object=self._participant(thing) if (thing := self._one(node, POL.objectMention)) else None,
            arguments=tuple(map(self._argument, self._numbered(node, POL.argument))),
            content=tuple(sorted(self._text(one, DCTERMS.identifier) for one in self.graph.objects(node, POL.content))),
            attribution=tuple(map(self._link, self._numbered(node, POL.attribution))),
            hedge=self._words(node, POL.hedge, POL.hedgeSpans) if self._one(node, POL.hedge) else None,
            time=self._value(time) if time else None,
            themes=tuple(map(self._theme, self._numbered(node, POL.themeMention))),
            evidence=Evidence(
                self._python(node, POL.evidenceStart),
                self._python(node, POL.evidenceEnd),
                self._text(node, POL.evidence),
            ),
            rule=self._text(node, POL.rule),
            confidence=None if (share := self._one(node, POL.confidence)) is None else float(share),  # type: ignore[arg-type]
            strength=self._python(node, POL.strength),
            **{
                key: self._text(node, POL[key])
                for key in ("act", "deontic", "form", "polarity", "modality", "stance", "valence")
            },
        )

    def _participant(self, node: Node | None) -> Participant:
        return Participant(**self._mention(node))

    def _argument(self, node: Node) -> Argument:
        return Argument(
            **self._mention(node), preposition=self._text(node, POL.preposition), role=self._text(node, POL.role)
        )

    def _mention(self, node: Node | None) -> dict[str, Any]:
        entity, kind = self._one(node, POL.entity), self._one(node, POL.type)
        return {
            "text": self._text(node, POL.text),
            "spans": self._spans(node, POL.spans),
            "label": self._text(node, POL.label),
            "entity": self._curie(entity) if entity else None,
            "type": self._curie(kind) if kind else None,
            "value": self._value(node) if self._one(node, POL.valueKind) else None,
            "implied": self._python(node, POL.implied),
            "via": self._text(node, POL.via),
        }

    def _value(self, node: Node | None) -> Value:
        kind, value = self._text(node, POL.valueKind), self._text(node, POL.value)
        unit, precision = self._text(node, POL.unit), self._text(node, POL.precision)
        return Value(kind, value, unit, precision, self._python(node, POL.approximate))

    def _link(self, node: Node) -> Link:
        speakers = tuple(map(self._participant, self._numbered(node, POL.speakerMention)))
        cue, mode = self._words(node, POL.cue, POL.cueSpans), self._text(node, POL.mode)
        return Link(
            speakers, cue, mode, self._python(node, POL.explicit), self._sentence(self._one(node, POL.sentence))
        )

    def _theme(self, node: Node) -> ThemeMention:
        concept = self._curie(self._one(node, POL.concept))
        return ThemeMention(concept, self._spans(node, POL.spans), self._python(node, POL.primary))

    def _sentence(self, node: Node | None) -> Sentence:
        place = next(one for one in self.graph.objects(node, OA.hasSelector) if self._one(one, OA.start) is not None)
        return Sentence(self._python(node, POL["index"]), self._python(place, OA.start), self._python(place, OA.end))

    def _document(self, node: Node) -> Document:
        sentences = sorted(map(self._sentence, self.graph.subjects(OA.hasSource, node)), key=lambda one: one.index)
        columns = self.graph.subjects(RDFS.subPropertyOf, POL.variable)
        variables = {unquote(str(name).rpartition("/")[2]): self._text(node, name) for name in columns}
        return Document(
            id=self._text(node, DCTERMS.identifier),
            title=self._text(node, DCTERMS.title),
            date=self._text(node, DCTERMS.date),
            sentences=tuple((one.start, one.end) for one in sentences),
            variables=tuple(sorted((name, value) for name, value in variables.items() if value is not None)),
            **{
                key: self._text(node, POL[key])
                for key in ("text", "issuer", "genre", "country", "language", "source", "sha256")
            },
        )

    def _entity(self, node: Node) -> Entity:
        merges = [
            Merge(
                self._text(m, POL.text),
                self._text(self._one(m, POL.document), DCTERMS.identifier),
                self._text(m, POL.mergeReason),
            )
            for m in self._numbered(node, POL.merge)
        ]
        close = [
            Close(self._curie(self._one(c, POL.closeTo)), float(self._text(c, POL.score)))
            for c in self._numbered(node, POL.closeness)
        ]
        aliases = sorted(map(str, self.graph.objects(node, SKOS.altLabel)))
        kind = next(self._curie(one) for one in self.graph.objects(node, RDF.type) if one != POL.Entity)
        return Entity(
            self._curie(node), self._text(node, RDFS.label), kind, tuple(aliases), tuple(merges), tuple(close)
        )

    def _one(self, node: Node | None, key: Node) -> Node | None:
        return next(self.graph.objects(node, key), None)

    def _text(self, node: Node | None, key: Node) -> Any:
        found = self._one(node, key)
        return None if found is None else str(found)

    def _python(self, node: Node | None, key: Node) -> Any:
        found = self._one(node, key)
        return found.toPython() if isinstance(found, rdflib.Literal) else None

    def _spans(self, node: Node | None, key: Node) -> Spans:
        pairs = [pair.split("-") for pair in (self._text(node, key) or "").split()]
        return tuple((int(start), int(end)) for start, end in pairs)

    def _words(self, node: Node, text: Node, spans: Node) -> Words:
        return Words(self._text(node, text), self._spans(node, spans))

    def _numbered(self, node: Node, key: Node) -> list[Node]:
        return sorted(self.graph.objects(node, key), key=lambda one: int(self._python(one, POL.number)))

    def _curie(self, node: Node | None) -> str:
        prefix, namespace = max(
            ((prefix, namespace) for prefix, namespace in BASES.items() if str(node).startswith(namespace)),
            key=lambda pair: len(pair[1]),
        )
        return f"{prefix}:{str(node)[len(namespace) :]}"
