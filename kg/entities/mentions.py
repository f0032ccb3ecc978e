"""Extraction → Mention: each phrase that is a name, with the class that the name itself or the model gives it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from kg.entities.forms import clean, head_noun, introduced, key
from kg.entities.spellings import respelt
from kg.gazetteer import Gazetteer
from kg.model import Extraction, Phrase

PERSON = "PERSON"
_NOT_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
_NOT_PLACES = frozenset({PERSON, "EVENT", "NORP"})
UNIONS = frozenset({"EU"})  # in the gazetteer, and not a country
_HONORIFIC = re.compile(r"(?:(?:Mrs?|Ms|Dr|Prof|Sir|Madam|Dame|Lord|Lady|Comrade|Shri|Smt|H\.E)\b\.?(?:\s+|$))+")
_PERSONAL = re.compile(r"(?:Mrs?|Ms|Dr|Shri|Smt|H\.E)\b\.?\s")  # before a person's name and nothing else
_GIVEN_NAMES = frozenset({"Chad", "Georgia", "Jordan"})  # of people as well as of countries
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})  # "Martin Luther King Jr." is no king
_SMALL = frozenset({"of", "for", "the", "and", "to", "on", "in", "at", "de", "&"})


class Classes(Protocol):
    """What of an ontology tells classes: ``kg.ontology.Ontology`` does."""

    def is_a(self, cls: str, ancestor: str) -> bool: ...

    def is_office(self, cls: str) -> bool: ...

    def class_of_noun(self, lemma_or_phrase: str) -> str | None: ...

    def class_of_label(self, ner_label: str) -> str | None: ...


class Mention(Struct, frozen=True):
    """A phrase that is a name: its clean text and key, the model's label, and its class.

    ``certain`` says that the class comes from the name's own words or the gazetteer, not from the model's label;
    ``acronym`` is what the name introduces in parentheses at its end.
    """

    phrase: Phrase
    text: str
    key: str
    label: str
    start: int
    type: str | None
    certain: bool
    acronym: str | None = None


def phrases(extraction: Extraction) -> tuple[Phrase, ...]:
    """Every phrase of the frames and their speaker chains once, in text order, implied ones last."""
    found = dict.fromkeys(_phrases(extraction))
    return tuple(
        sorted(found, key=lambda phrase: phrase.spans[0][0] if phrase.spans else len(extraction.document.text))
    )


def _phrases(extraction: Extraction) -> Iterator[Phrase]:
    for frame in extraction.frames:
        yield frame.subject
        if frame.object is not None:
            yield frame.object
        for argument in frame.arguments:
            yield argument.phrase
        for link in frame.attribution:
            yield from link.speakers


def mention(phrase: Phrase, ontology: Classes, gazetteer: Gazetteer) -> Mention | None:
    """The phrase as a name, None where it is none."""
    name = phrase.name
    if name is None or phrase.kind == "value" or name.label in _NOT_NAMES or not clean(name.text):
        return None
    text, acronym = introduced(clean(name.text))
    label = PERSON if _PERSONAL.match(text) else name.label
    if label == PERSON:
        text = _homeless(untitled(text, ontology), gazetteer)
    if not text:
        return None
    cls, certain = classify(text, label, ontology, gazetteer)
    return Mention(phrase, text, key(text), label, name.span[0], cls, certain, acronym)


def classify(text: str, label: str, ontology: Classes, gazetteer: Gazetteer) -> tuple[str | None, bool]:
    """The class of a name and whether it is certain: by the gazetteer, its head noun, else the model's label."""
    if label == PERSON:
        return ontology.class_of_label(label), False
    if label not in _NOT_PLACES:
        country = gazetteer.country(text)
        of_countries = ontology.class_of_noun("country")
        if country and country.iso not in UNIONS and of_countries is not None:
            return of_countries, True
    known = _class_of_known(text, label, ontology, gazetteer)
    if known is not None:
        return known, True
    by_noun = _class_of_head(head_noun(text).lower().rstrip("."), ontology)
    if by_noun is not None:
        return by_noun, True
    if label not in _NOT_PLACES and gazetteer.capital_of(respelt(text)):
        city = ontology.class_of_noun("city")
        if city is not None:
            return city, True
    return (ontology.class_of_label(label) if label else None), False


def _class_of_known(text: str, label: str, ontology: Classes, gazetteer: Gazetteer) -> str | None:
    """The class of a name in the gazetteer's second table; what is labelled as an event or a people is no place."""
    known = gazetteer.known(text)
    cls = ontology.class_of_noun(known.kind) if known else None
    place = ontology.class_of_noun("place")
    placed = cls is not None and place is not None and ontology.is_a(cls, place)
    return None if placed and label in _NOT_PLACES else cls


def _class_of_head(noun: str, ontology: Classes) -> str | None:
    """The class of a name's head noun, also in the plural ("Heads of State"): a name has no lemma.

    A plural is no country, though: neither "Member States" nor the "United Nations".
    """
    cls = ontology.class_of_noun(noun)
    if cls is None and noun.endswith("s"):
        cls = ontology.class_of_noun(noun[:-1])
        return None if cls == ontology.class_of_noun("country") else cls
    return cls


def is_generic(text: str, ontology: Classes) -> bool:
    """Whether a name is one common noun in capitals, another thing in each document: "Council", "Parliament"."""
    cls = _class_of_head(text.lower(), ontology) if " " not in text else None
    return cls is not None and not ontology.is_office(cls)


def _homeless(text: str, gazetteer: Gazetteer) -> str:
    """A person's name without the country beside it: "Kazakhstan Kassym-Jomart Tokayev", "X of Niger"."""
    name, _, country = text.rpartition(" of ")
    if name and gazetteer.country(country):
        return name
    first, _, rest = text.partition(" ")
    return rest if " " in rest and gazetteer.country(first) and first not in _GIVEN_NAMES else text


def untitled(text: str, ontology: Classes) -> str:
    """A person's name without the honorific, and without the offices before it that the recogniser took in."""
    bare = _HONORIFIC.sub("", text, count=1) if _HONORIFIC.match(text) else text
    words = bare.split()
    for place in range(len(words) - 1, 0, -1):
        cls = ontology.class_of_noun(words[place - 1].lower())
        if cls is not None and ontology.is_office(cls) and words[place] not in _SUFFIXES:
            return " ".join(words[place:])
    return bare


def class_of_phrase(phrase: Phrase, ontology: Classes) -> str | None:
    """The class of a plain noun phrase: by all its words, else by its head noun."""
    if phrase.kind != "noun" and phrase.name is None:
        return None
    return ontology.class_of_noun(clean(phrase.core.text).lower()) or ontology.class_of_noun(phrase.lemma.lower())


def is_office(phrase: Phrase, ontology: Classes) -> bool:
    """Whether the phrase names an office in capitals: "State Councilor", not "a state councilor"."""
    if (
        phrase.kind not in ("noun", "name")
        or phrase.plural
        or (phrase.name is not None and phrase.name.label == PERSON)
    ):
        return False
    words = clean(phrase.core.text).split()
    titled = bool(words) and all(word[0].isupper() or word in _SMALL for word in words)
    if not titled or {words[0], words[-1]} & _SMALL:
        return False
    cls = class_of_phrase(phrase, ontology)
    return cls is not None and ontology.is_office(cls)
