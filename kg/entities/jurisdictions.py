"""Readings → readings told apart by country: "the Ministry of Finance" of one text need not be that of another.

A name that many countries have is one thing over documents only where they speak of the same country, which the words
beside the name or the document's metadata give; where they do not, it is the document's own.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import resources

from kg.entities.forms import head_noun, key
from kg.entities.mentions import PERSON, UNIONS, Classes
from kg.entities.readings import Reading
from kg.gazetteer import Gazetteer
from kg.model import Document

_BEFORE = 60  # code points in which "the Republic of Korea's" stands before a name
_COUNTRY = r"((?:the\s)?[A-Z][\w.'’-]*(?:\s(?:of\s|and\s|the\s)*[A-Z][\w.'’-]*){0,4})"
_OF = re.compile(rf"\s(?:of|in)\s{_COUNTRY}")
_WORDS = re.compile(r"[\w.&-]+")


@dataclass(frozen=True, slots=True)
class _Lists:
    heads: frozenset[str]
    whole: frozenset[str]
    beyond: frozenset[str]


@functools.cache
def _lists() -> _Lists:
    table = tomllib.loads((resources.files("kg") / "lexicon" / "jurisdictions.toml").read_text(encoding="utf-8"))
    return _Lists(*(frozenset(table[name]) for name in ("heads", "whole", "beyond")))


@dataclass(frozen=True, slots=True)
class Reader:
    """The readings of one document."""

    document: Document
    readings: tuple[Reading, ...]


def told_apart(documents: Sequence[Reader], ontology: Classes, gazetteer: Gazetteer) -> tuple[Reader, ...]:
    """The readings, a name of many countries with its country where the documents speak of more than one.

    Where all that a name is read in is of one country, or a single document, it keeps its plain form.
    """
    of: list[dict[int, str]] = [_countries(one, ontology, gazetteer) for one in documents]
    spoken: dict[str, set[str]] = {}
    for one, countries in zip(documents, of, strict=True):
        for place, country in countries.items():
            spoken.setdefault(one.readings[place].key, set()).add(country)
    shared = {name for name, countries in spoken.items() if len(countries) > 1}
    return tuple(
        replace(one, readings=tuple(_placed(one, n, countries, shared) for n in range(len(one.readings))))
        for one, countries in zip(documents, of, strict=True)
    )


def is_shared(name: str, gazetteer: Gazetteer) -> bool:
    """Whether many countries may have a body or an office of that name, and it does not say whose it is."""
    lists, words = _lists(), _WORDS.findall(name)
    if head_noun(name).lower() not in lists.heads and name.lower() not in lists.whole:
        return False
    if gazetteer.known(name) or any(word.lower() in lists.beyond for word in words):
        return False
    runs = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return not any(gazetteer.country(run) or gazetteer.people(run) or gazetteer.known(run) for run in runs)


def _countries(one: Reader, ontology: Classes, gazetteer: Gazetteer) -> dict[int, str]:
    """The country of each reading whose name is shared, "" where nothing tells it but that it is this document's."""
    shared = [n for n, reading in enumerate(one.readings) if _may_be_shared(reading, ontology, gazetteer)]
    beside = {n: _beside(one.readings[n], one.document.text, gazetteer) for n in shared}
    told: dict[str, set[str]] = {}
    for n, country in beside.items():
        if country:
            told.setdefault(one.readings[n].key, set()).add(country)
    everywhere = _of_document(one.document, gazetteer) or f"document {one.document.id}"
    found = {}
    for n in shared:
        only = told.get(one.readings[n].key, set())
        found[n] = beside[n] or (next(iter(only)) if len(only) == 1 else everywhere)
    return found


def _may_be_shared(reading: Reading, ontology: Classes, gazetteer: Gazetteer) -> bool:
    if reading.type is not None and ontology.is_office(reading.type) and " " not in reading.name:
        return False  # "President" is a role, and of a bank as well as of a country
    local = reading.key != key(reading.name)  # its key is this document's already
    return not reading.given and not local and reading.label != PERSON and is_shared(reading.name, gazetteer)


def _beside(reading: Reading, text: str, gazetteer: Gazetteer) -> str | None:
    """The country that the words right before or behind the name give: "Japan's …", "Japanese …", "… of Japan"."""
    phrase = reading.phrase
    if not phrase.spans:
        return None
    start, end = phrase.name.span if phrase.name else (phrase.core.spans or phrase.spans)[0]
    behind = _OF.match(text, end)
    if behind:
        for run in _shorter(behind[1].split(), from_end=True):
            country = gazetteer.country(run)
            if country:
                return country.name
    words = text[max(0, start - _BEFORE) : start].split()
    for run in _shorter(words[-5:], from_end=False):
        owner = re.sub(r"['’]s?$", "", run)
        country = gazetteer.people(run) or (gazetteer.country(owner) if owner != run else None)
        if country:
            return country.name
    return None


def _shorter(words: Sequence[str], *, from_end: bool) -> Iterable[str]:
    """The words, then fewer of them: those at the beginning, or those at the end."""
    for count in range(len(words), 0, -1):
        yield " ".join(words[:count] if from_end else words[-count:])


def _of_document(document: Document, gazetteer: Gazetteer) -> str | None:
    """What the metadata gives: the country, else a country that the issuer's name ends with; not a union of several."""
    issuer = (document.issuer or "").split()
    names = (document.country or "", *(" ".join(issuer[start:]) for start in range(len(issuer))))
    countries = (gazetteer.country(name) for name in (names[:1] if document.country else names))
    return next((one.name for one in countries if one and one.iso not in UNIONS), None)


def _placed(one: Reader, place: int, countries: Mapping[int, str], shared: set[str]) -> Reading:
    reading = one.readings[place]
    if place not in countries or reading.key not in shared:
        return reading
    country = countries[place]
    if country == f"document {one.document.id}":
        return replace(reading, key=key(f"{reading.name} {one.document.id}"))
    name = f"{reading.name} of {country}"
    reason = f"of {country}, as the text or its metadata says; other texts name that of another country so"
    return replace(reading, name=name, key=key(name), reason=reading.reason or reason, local=True)
