"""Names of a recogniser → the names of the Doc, mended by rules and tables that hold for any recogniser."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from kg.names.acronyms import acronyms
from kg.names.appositions import appositions
from kg.names.consistency import majority, parts_of_persons, repeated, short_forms
from kg.names.dates import dates
from kg.names.edges import trimmed
from kg.names.heads import complemented, headed, numbered, parted, relabelled
from kg.names.known import known_names, nationalities
from kg.names.spans import Name, Rule, text_of
from kg.names.titles import behind_office, hyphenated, titled, untitled

RULES: tuple[Rule, ...] = (
    trimmed, dates, known_names, nationalities, untitled, hyphenated, headed, complemented, parted, relabelled,
    numbered, titled, behind_office, acronyms, appositions, short_forms, parts_of_persons, majority, repeated,
)  # fmt: skip


def mend_names(doc: Doc, rules: tuple[Rule, ...] = RULES) -> Doc:
    """Set ``doc.ents`` to what the rules leave of them; the Doc is the caller's to change."""
    if not len(doc):
        return doc
    text = text_of(doc)
    names = [Name(ent.start, ent.end, ent.label_) for ent in doc.ents]
    for rule in rules:
        names = rule(text, names)
    doc.set_ents([Span(doc, *name) for name in names], default="outside")
    return doc
