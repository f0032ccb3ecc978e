"""Readings of a document → the same with a researcher's aliases, which override what the rules say."""

from __future__ import annotations

from collections.abc import Sequence

from kg.entities.forms import clean, key
from kg.entities.mentions import Classes, class_of_phrase, classify, phrases
from kg.entities.overrides import Alias, Overrides
from kg.entities.readings import Reading
from kg.gazetteer import Gazetteer
from kg.model import Extraction, Phrase


def overridden(
    readings: Sequence[Reading], extraction: Extraction, tables: Overrides, ontology: Classes, gazetteer: Gazetteer
) -> tuple[Reading, ...]:
    """The readings in text order, those of forms that have an alias as it says; a common noun may have one too."""
    if not tables.aliases:
        return tuple(readings)
    document = extraction.document
    by_phrase = {reading.phrase: reading for reading in readings}
    found: list[Reading] = []
    for phrase in phrases(extraction):
        known = by_phrase.get(phrase)
        forms = (*((known.form, known.name) if known else ()), phrase.core.text, phrase.text)
        aliases = (tables.alias(document.id, document.source, form) for form in forms if form)
        alias = next((one for one in aliases if one is not None), None)
        if alias is not None:
            found.append(_read(alias, phrase, known, ontology, gazetteer))
        elif known is not None:
            found.append(known)
    return tuple(found)


def _read(alias: Alias, phrase: Phrase, known: Reading | None, ontology: Classes, gazetteer: Gazetteer) -> Reading:
    form = known.form if known else clean(phrase.core.text)
    label = known.label if known else ""
    told, _ = classify(alias.name, label, ontology, gazetteer)
    kind = alias.type or told or (known.type if known else class_of_phrase(phrase, ontology))
    return Reading(
        phrase, form, alias.name, key(alias.name), label, kind, True, alias.row, alias.document is not None, given=True
    )
