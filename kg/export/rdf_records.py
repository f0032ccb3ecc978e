"""What RDF says of a node → a record of the interchange files, key by key, by the table of docs/rdf.md."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.export.rdf_index import Index

Record = dict[str, Any]
_DOCUMENT = ("issuer", "genre", "country", "source", "sha256", "language", "text")
_STATEMENT = ("frame", "anchor", "act", "deontic", "form", "polarity", "modality", "stance", "valence", "rule")


class Records:
    """Reads nodes back. Each method raises KeyError, with the property, where something is not said that must be."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._minted = index.iri("id:relation/")
        above = index.iri("pol:variable")
        self._columns = {
            node: index.text(node, "rdfs:label")
            for node in index.nodes()
            if above in index.all(node, "rdfs:subPropertyOf")
        }
        self._sentences: dict[str, list[tuple[int, int, int]]] = {}
        for node in index.instances("pol:Sentence"):
            place = self._sentence(node)
            of = self._sentences.setdefault(index.text(node, "oa:hasSource"), [])
            of.append((place["index"], place["start"], place["end"]))

    def documents(self) -> Iterator[Record]:
        for node in self._index.instances("pol:SourceDocument"):
            columns = ((name, self._index.one(node, column)) for column, name in self._columns.items())
            yield {
                "id": self._index.text(node, "dcterms:identifier"),
                "title": self._index.text(node, "dcterms:title"),
                "date": self._index.one(node, "dcterms:date"),
                **{key: self._index.one(node, f"pol:{key}") for key in _DOCUMENT},
                "sentences": [span for _, *span in sorted(self._sentences.get(node, ()))],
                "variables": {name: value for name, value in columns if value is not None},
            }

    def entities(self) -> Iterator[Record]:
        index = self._index
        for node in index.instances("pol:Entity"):
            kinds = [kind for kind in index.all(node, "rdf:type") if kind != index.iri("pol:Entity")]
            yield {
                "entity": index.curie(node),
                "label": index.text(node, "rdfs:label"),
                "type": index.curie(min(kinds)) if kinds else "pol:Entity",
                "aliases": sorted(index.all(node, "skos:altLabel")),
                "merges": [self._merge(merge) for merge in index.numbered(node, "pol:merge")],
                "close": [
                    {
                        "entity": index.curie(index.text(one, "pol:closeTo")),
                        "score": float(index.text(one, "pol:score")),
                    }
                    for one in index.numbered(node, "pol:closeness")
                ],
                **self._from_tables(node),
            }

    def _from_tables(self, node: str) -> Record:
        """What a researcher's tables said of an entity; the keys are absent where they said nothing."""
        index = self._index
        found: Record = {}
        if elsewhere := sorted(index.all(node, "owl:sameAs")):
            found["same_as"] = elsewhere
        if parts := [self._affiliation(one) for one in index.numbered(node, "pol:affiliation")]:
            found["affiliations"] = parts
        return found

    def _affiliation(self, node: str) -> Record:
        names = {
            "organisation": "pol:inOrganisation", "party": "pol:inParty", "country": "pol:inCountry",
            "level": "pol:atLevel", "since": "pol:from", "until": "pol:until", "source": "dcterms:source",
        }  # fmt: skip
        return {key: self._index.one(node, name) for key, name in names.items()}

    def statements(self) -> Iterator[Record]:
        index = self._index
        for node in index.instances("pol:Statement"):
            thing, time = index.one(node, "pol:objectMention"), index.one(node, "pol:timeValue")
            strength, confidence = index.one(node, "pol:strength"), index.one(node, "pol:confidence")
            yield {
                "id": index.text(node, "dcterms:identifier"),
                "document": index.text(index.text(node, "pol:document"), "dcterms:identifier"),
                "sentence": self._sentence(index.text(node, "prov:wasDerivedFrom")),
                "subject": self._mention(index.text(node, "pol:subjectMention")),
                "relation": self._relation(node),
                "object": self._mention(thing) if thing else None,
                "arguments": [self._argument(one) for one in index.numbered(node, "pol:argument")],
                "content": self._content(node),
                "attribution": [self._link(one) for one in index.numbered(node, "pol:attribution")],
                "strength": int(strength) if strength else None,
                "hedge": self._words(node, "pol:hedge") if index.one(node, "pol:hedge") is not None else None,
                "time": self._value(time) if time else None,
                "themes": [self._theme(one) for one in index.numbered(node, "pol:themeMention")],
                "evidence": {
                    "start": int(index.text(node, "pol:evidenceStart")),
                    "end": int(index.text(node, "pol:evidenceEnd")),
                    "text": index.text(node, "pol:evidence"),
                },
                "confidence": float(confidence) if confidence else None,
                **{key: index.one(node, f"pol:{key}") for key in _STATEMENT},
            }

    def _relation(self, node: str) -> Record:
        index, predicate = self._index, self._index.text(node, "rdf:predicate")
        return {
            **self._words(node, "pol:relation", "Text"),
            "lemma": index.text(node, "pol:lemma"),
            "voice": index.text(node, "pol:voice"),
            "predicate": None if predicate.startswith(self._minted) else index.curie(predicate),
        }

    def _content(self, node: str) -> list[str]:
        order = self._index.one(node, "pol:contentOrder")
        if order is not None:
            return order.split(" ")
        return [self._index.text(one, "dcterms:identifier") for one in self._index.all(node, "pol:content")]

    def _mention(self, node: str) -> Record:
        index = self._index
        entity, kind = index.one(node, "pol:entity"), index.one(node, "pol:type")
        return {
            "text": index.text(node, "pol:text"),
            "spans": self._spans(node, "pol:spans"),
            "label": index.one(node, "pol:label"),
            "entity": index.curie(entity) if entity else None,
            "type": index.curie(kind) if kind else None,
            "value": self._value(node) if index.one(node, "pol:valueKind") else None,
            "implied": index.text(node, "pol:implied") == "true",
            "via": index.one(node, "pol:via"),
        }

    def _argument(self, node: str) -> Record:
        further = {"preposition": self._index.one(node, "pol:preposition"), "role": self._index.text(node, "pol:role")}
        return {**self._mention(node), **further}

    def _value(self, node: str) -> Record:
        return {
            "kind": self._index.text(node, "pol:valueKind"),
            "value": self._index.text(node, "pol:value"),
            "unit": self._index.one(node, "pol:unit"),
            "precision": self._index.one(node, "pol:precision"),
            "approximate": self._index.text(node, "pol:approximate") == "true",
        }

    def _link(self, node: str) -> Record:
        return {
            "speakers": [self._mention(one) for one in self._index.numbered(node, "pol:speakerMention")],
            "cue": self._words(node, "pol:cue"),
            "mode": self._index.text(node, "pol:mode"),
            "explicit": self._index.text(node, "pol:explicit") == "true",
            "sentence": self._sentence(self._index.text(node, "pol:sentence")),
        }

    def _theme(self, node: str) -> Record:
        return {
            "concept": self._index.curie(self._index.text(node, "pol:concept")),
            "spans": self._spans(node, "pol:spans"),
            "primary": self._index.text(node, "pol:primary") == "true",
        }

    def _merge(self, node: str) -> Record:
        return {
            "text": self._index.text(node, "pol:text"),
            "document": self._index.text(self._index.text(node, "pol:document"), "dcterms:identifier"),
            "reason": self._index.text(node, "pol:mergeReason"),
        }

    def _sentence(self, node: str) -> dict[str, int]:
        """A sentence's place; of its two selectors the one that has offsets."""
        index, selectors = self._index, self._index.all(node, "oa:hasSelector")
        place = next((one for one in selectors if index.one(one, "oa:start") is not None), node)
        return {
            "index": int(index.text(node, "pol:index")),
            "start": int(index.text(place, "oa:start")),
            "end": int(index.text(place, "oa:end")),
        }

    def _words(self, node: str, key: str, suffix: str = "") -> Record:
        return {"text": self._index.text(node, key + suffix), "spans": self._spans(node, f"{key}Spans")}

    def _spans(self, node: str, key: str) -> list[list[int]]:
        spelled = self._index.one(node, key)
        return [[int(end) for end in span.split("-")] for span in spelled.split(" ")] if spelled else []
