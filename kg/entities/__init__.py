"""Extractions → Resolution: one entity a thing over all documents, and the reason for every form taken for it.

Within a document a form is read by :mod:`kg.entities.readings`; across documents things are merged by the same name, in
any of its spellings, and a compatible class alone, never by likeness: what is only alike is offered as ``close``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kg.entities.aliased import overridden
from kg.entities.close import close_pairs
from kg.entities.forms import clean
from kg.entities.groups import grouped
from kg.entities.jurisdictions import Reader, told_apart
from kg.entities.mentions import Classes, class_of_phrase
from kg.entities.overrides import Overrides
from kg.entities.readings import Reading, read_document
from kg.entities.variants import one_spelling
from kg.gazetteer import Gazetteer, load_gazetteer
from kg.model import Argument, Entity, Extraction, FrameArgument, Participant, Phrase, Value

__all__ = ["ADDRESSEE", "Resolution", "resolve"]

ADDRESSEE = "pol:UnstatedAddressee"


@dataclass(frozen=True)
class Resolution:
    """Which entity each phrase of each document stands for.

    ``entities`` is sorted by entity; an unstated addressee is nobody known and not among them.
    """

    entities: tuple[Entity, ...]
    ontology: Classes
    places: Mapping[tuple[str, Phrase], tuple[Entity, Reading]]

    def participant(self, document_id: str, phrase: Phrase) -> Participant:
        """The phrase resolved: a name to its entity, a plain noun phrase to its class, a value to its normal form."""
        label, entity, cls, via = self._resolved(document_id, phrase)
        return Participant(
            text=phrase.text, spans=phrase.spans, label=label, entity=entity, type=cls,
            value=_value(phrase), implied=phrase.implied, via=via,
        )  # fmt: skip

    def argument(self, document_id: str, argument: FrameArgument) -> Argument:
        """A frame's argument with its phrase resolved."""
        phrase = argument.phrase
        label, entity, cls, via = self._resolved(document_id, phrase)
        return Argument(
            text=phrase.text, spans=phrase.spans, label=label, entity=entity, type=cls, value=_value(phrase),
            implied=phrase.implied, via=via, preposition=argument.preposition, role=argument.role,
        )  # fmt: skip

    def _resolved(self, document_id: str, phrase: Phrase) -> tuple[str | None, str | None, str | None, str | None]:
        """Label, entity, class and reason."""
        if phrase.kind == "addressee":
            whom = f"unstated addressee of {clean(phrase.lemma)}"
            return whom, None, ADDRESSEE, phrase.via or "addressee not stated"
        found = self.places.get((document_id, phrase))
        if found is not None:
            entity, reading = found
            return entity.label, entity.entity, entity.type, phrase.via or reading.reason
        return phrase.core.text or None, None, class_of_phrase(phrase, self.ontology), phrase.via


def _value(phrase: Phrase) -> Value | None:
    return phrase.value if phrase.kind == "value" else None


def resolve(
    extractions: Sequence[Extraction],
    ontology: Classes,
    gazetteer: Gazetteer | None = None,
    overrides: Overrides | None = None,
) -> Resolution:
    """Resolve the phrases of all documents together; the order in which the documents come makes no difference.

    ``gazetteer`` is the shipped one where none is given; ``overrides`` are a researcher's tables, which go before all
    else.
    """
    known, tables = gazetteer or load_gazetteer(), overrides or Overrides()
    read = [
        Reader(one.document, overridden(read_document(one, ontology, known), one, tables, ontology, known))
        for one in sorted(extractions, key=lambda each: (each.document.id, each.document.source))
    ]
    apart = one_spelling(told_apart(read, ontology, known))
    groups = grouped([(one.document.id, reading) for one in apart for reading in one.readings], ontology)
    entities = sorted(tables.applied([group.entity() for group in groups]), key=lambda entity: entity.entity)
    close = close_pairs(entities)
    final = {each.entity: replace(each, close=close.get(each.entity, ())) for each in entities}
    placed = [(final[group.iri], group.readings) for group in groups]
    places = {(document, one.phrase): (entity, one) for entity, readings in placed for document, one in readings}
    return Resolution(tuple(final.values()), ontology, places)
