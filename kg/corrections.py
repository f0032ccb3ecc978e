"""A reader's correction of one field of a statement → the statement as it should have been read.

A participant is given by the words of its sentence, or by the name or CURIE of an entity of the graph; a relation or a
theme by its CURIE or label. What a correction entails goes with it: only a directive has a deontic type, and what the
ontology makes of a relation depends on what its participants are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from kg.decisions import NONE
from kg.mapping import LITERAL, Ontology
from kg.model import Document, Entity, Evidence, Participant, Span, Statement, ThemeMention
from kg.themes import Themes

REVIEW = "corrected by a reader"  # the reason (`via`) why words stand for an entity
DOCUMENT = "document"  # as a speaker: the document's own voice


class CorrectionError(ValueError):
    """A correction that cannot be applied; its message says why."""


@dataclass(frozen=True)
class Corrections:
    """What a correction may refer to: documents by id, entities by name, the ontology's relations, the themes."""

    documents: Mapping[str, Document]
    entities: Mapping[str, Entity]
    ontology: Ontology
    themes: Themes

    @classmethod
    def of(
        cls, documents: Iterable[Document], entities: Iterable[Entity], ontology: Ontology, themes: Themes
    ) -> Corrections:
        """A name that two entities share stands for neither."""
        return cls({one.id: one for one in documents}, _by_name(entities), ontology, themes)

    def corrected(self, one: Statement, field: str, value: str) -> Statement:
        """The statement with ``field``, one of :data:`kg.decisions.FIELDS`, set right; its id is left to the caller.

        Raises: :class:`CorrectionError`.
        """
        if field in ("subject", "object"):
            return self._side(one, field, value)
        if field == "relation":
            return replace(one, relation=replace(one.relation, predicate=self._relation(value)))
        if field == "speaker":
            return self._speaker(one, value)
        if field == "theme":
            return self._theme(one, value)
        if field in ("act", "deontic"):
            return _act(one, value) if field == "act" else replace(one, act="directive", deontic=value, valence=None)
        if field == "valence" and one.act != "evaluation":
            raise CorrectionError("only an evaluation has a valence: fix the field act too")
        changed: dict[str, Any] = {field: None if value == NONE else value}
        return replace(one, **changed)

    def _side(self, one: Statement, side: str, value: str) -> Statement:
        if value == NONE and side == "subject":
            raise CorrectionError("a statement has a subject; judge it wrong where it has none")
        known = one.subject if side == "subject" else one.object
        thing = None if value == NONE else self._participant(one, known, value)
        subject, object_ = (thing or one.subject, one.object) if side == "subject" else (one.subject, thing)
        kind = LITERAL if object_ and object_.value and not object_.type else object_.type if object_ else None
        relation = one.relation
        mapped = self.ontology.relation(
            relation.lemma, relation.voice, subject.type, kind, has_object=object_ is not None
        )
        relation = replace(relation, predicate=mapped.predicate if mapped else None)
        spans = [*subject.spans, *(object_.spans if object_ else ())]
        changed = replace(one, subject=subject, object=object_, relation=relation)
        return replace(changed, evidence=self._evidence(one, spans))

    def _participant(self, one: Statement, known: Participant | None, value: str) -> Participant:
        """The entity of this name or the words of the sentence, or both."""
        entity, found = self.entities.get(value.casefold()), self._found(one, known, value)
        if not entity and not found:
            raise CorrectionError(f"{value[:60]!r} stands neither in the sentence nor among the entities")
        spans = (found,) if found else known.spans if known else ()
        if not spans:
            raise CorrectionError(f"no words of the sentence stand for {value[:60]!r}")
        text = " ".join(self.documents[one.document].text[start:end] for start, end in spans)
        if entity:
            return Participant(text, spans, entity.label, entity.entity, entity.type, None, False, REVIEW)
        return Participant(text, spans, text, None, None, None, False, None)

    def _found(self, one: Statement, known: Participant | None, value: str) -> Span | None:
        """Where the sentence has these words; of several places the one nearest to what they stand in for."""
        start, end = one.sentence.start, one.sentence.end
        pattern = r"\s+".join(map(re.escape, value.split()))
        text = self.documents[one.document].text
        places = [match.span() for match in re.compile(pattern, re.IGNORECASE).finditer(text, start, end)]
        near = known.spans[0][0] if known and known.spans else one.evidence.start
        return min(places, key=lambda place: (abs(place[0] - near), place), default=None)

    def _evidence(self, one: Statement, spans: Iterable[Span]) -> Evidence:
        """The evidence, wide enough for further words of its sentence."""
        places = list(spans)
        start = min([one.evidence.start, *(place[0] for place in places)])
        end = max([one.evidence.end, *(place[1] for place in places)])
        return Evidence(start, end, self.documents[one.document].text[start:end])

    def _relation(self, value: str) -> str | None:
        if value == NONE:
            return None
        found = _named(value, {curie: term.label for curie, term in self.ontology.relations.items()})
        if not found:
            raise CorrectionError(f"no relation {value[:60]!r} in the ontology")
        return found

    def _speaker(self, one: Statement, value: str) -> Statement:
        if value in (DOCUMENT, NONE):
            return replace(one, attribution=())
        if not one.attribution:
            raise CorrectionError("nothing in the sentence was read as reporting, so it can have no other speaker")
        link = one.attribution[-1]
        speaker = self._participant(one, link.speakers[0] if link.speakers else None, value)
        return replace(one, attribution=(*one.attribution[:-1], replace(link, speakers=(speaker,))))

    def _theme(self, one: Statement, value: str) -> Statement:
        """The primary theme; others that are not primary stay."""
        if value == NONE:
            return replace(one, themes=())
        concept = _named(value, {curie: theme.label for curie, theme in self.themes.concepts.items()})
        if not concept:
            raise CorrectionError(f"no theme {value[:60]!r} in the scheme")
        primary = next((theme for theme in one.themes if theme.primary), None)
        spans = primary.spans if primary else (one.object or one.relation).spans or one.relation.spans
        others = tuple(theme for theme in one.themes if not theme.primary and theme.concept != concept)
        return replace(one, themes=(ThemeMention(concept, spans, True), *others))


def _act(one: Statement, act: str) -> Statement:
    if act == "directive" and not one.deontic:
        raise CorrectionError("a directive needs its deontic type: fix the field deontic instead")
    bare = {} if act == "directive" else {"deontic": None}
    if act not in ("directive", "commitment") or act != one.act:
        bare |= {"strength": None, "form": None}
    return replace(one, act=act, valence=one.valence if act == "evaluation" else None, **bare)


def _named(value: str, labels: Mapping[str, str]) -> str | None:
    """The term with this CURIE, else the only one with this label."""
    if value in labels:
        return value
    found = [curie for curie, label in labels.items() if label.casefold() == value.casefold()]
    return found[0] if len(found) == 1 else None


def _by_name(entities: Iterable[Entity]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    shared: set[str] = set()
    for entity in entities:
        for name in {text.casefold() for text in (entity.entity, entity.label, *entity.aliases)}:
            if found.setdefault(name, entity) is not entity:
                shared.add(name)
    return {name: entity for name, entity in found.items() if name not in shared}
