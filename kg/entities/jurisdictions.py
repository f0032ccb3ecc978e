"""Readings → readings told apart by country: "the Ministry of Finance" of one text need not be that of another.

A name that many countries have is one thing over documents only where they speak of the same country, which the name
itself, the words beside it or the document's metadata give; where they do not, it is the document's own.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from msgspec import Struct
from msgspec.structs import replace

from kg.entities.forms import head_noun, key
from kg.entities.mentions import PERSON, UNIONS, Classes
from kg.entities.readings import Reading
from kg.entities.spellings import spelling_key
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
    known: frozenset[str]
    beyond: frozenset[str]


@functools.cache
def _lists() -> _Lists:
    table = tomllib.loads((resources.files("kg") / "lexicon" / "jurisdictions.toml").read_text(encoding="utf-8"))
    return _Lists(*(frozenset(table[name]) for name in ("heads", "whole", "known", "beyond")))


class Reader(Struct, frozen=True):
    """The readings of one document."""

    document: Document
    readings: tuple[Reading, ...]


class _Owned(Struct, frozen=True):
    """A reading of a name that many countries have: the name without the country, and whose it is.

    ``country`` is "" where neither text nor metadata tells it; ``named`` where the name itself does.
    """

    base: str
    country: str
    named: bool = False


def told_apart(documents: Sequence[Reader], ontology: Classes, gazetteer: Gazetteer) -> tuple[Reader, ...]:
    """The readings, those of names that many countries have with the country for a part of their key.

    The key has it wherever it is known, so that further texts change none. Of a name whose country no text tells, each
    of several documents has its own.
    """
    owned = [_owned(one, ontology, gazetteer) for one in documents]
    owners: dict[str, set[str]] = {}
    unknown: dict[str, set[str]] = {}
    for one, found in zip(documents, owned, strict=True):
        for whose in found.values():
            owners.setdefault(whose.base, set()).add(whose.country)
            if not whose.country:
                unknown.setdefault(whose.base, set()).add(one.document.id)
    several = {base for base, countries in owners.items() if len(countries) > 1}
    unclear = {base for base, ids in unknown.items() if len(ids) > 1}
    return tuple(
        replace(
            one,
            readings=tuple(
                _placed(reading, found[n], one.document.id, several, unclear) if n in found else reading
                for n, reading in enumerate(one.readings)
            ),
        )
        for one, found in zip(documents, owned, strict=True)
    )


def is_shared(name: str, gazetteer: Gazetteer) -> bool:
    """Whether many countries may have a body or an office of that name, and it does not say whose it is."""
    lists, words = _lists(), _WORDS.findall(name)
    if name.lower() in lists.known:
        return True
    if head_noun(name).lower() not in lists.heads and name.lower() not in lists.whole:
        return False
    if gazetteer.known(name) or any(word.lower() in lists.beyond for word in words):
        return False
    runs = (" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, len(words) + 1))
    return not any(gazetteer.country(run) or gazetteer.people(run) or gazetteer.known(run) for run in runs)


def country_in(name: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """A shared name without the country that stands in it, and that country; None where it is no such name.

    "Japanese Ministry of Finance", "Japan's Ministry of Finance", "US Department of State", "Ministry of Finance of the
    Republic of Korea". A name that a table holds ("Bank of England") is of its own kind.
    """
    if gazetteer.known(name) and name.lower() not in _lists().known:
        return None
    words = name.split()
    for cut in range(1, len(words)):
        before, behind = " ".join(words[:cut]), " ".join(words[cut:])
        bare = re.sub(r"['’]s?$", "", before)
        said = bare != before or _stands_alone(behind)  # "Niger Basin Authority" is not Niger's
        owner = gazetteer.people(before) or (gazetteer.country(bare) if said else None)
        if owner is not None and owner.iso not in UNIONS and is_shared(behind, gazetteer):
            return behind, owner.name
        if words[cut] == "of" and is_shared(before, gazetteer):
            owner = gazetteer.country(" ".join(words[cut + 1 :]))
            if owner is not None and owner.iso not in UNIONS:
                return before, owner.name
    return None


def _stands_alone(name: str) -> bool:
    """Whether a shared name begins with its head: "Department of State", "Treasury"; not "Basin Authority"."""
    lists = _lists()
    return name.split()[0].lower() in lists.heads or name.lower() in lists.whole


def _owned(one: Reader, ontology: Classes, gazetteer: Gazetteer) -> dict[int, _Owned]:
    """By its place, each reading whose name is shared or has a country beside a shared name."""
    found: dict[int, _Owned] = {}
    told: dict[str, set[str]] = {}
    for n, reading in enumerate(one.readings):
        inside = country_in(reading.name, gazetteer) if _may_have_country(reading) else None
        if inside is not None:
            found[n] = _Owned(spelling_key(inside[0], False), inside[1], named=True)
        elif _may_be_shared(reading, ontology, gazetteer):
            found[n] = _Owned(spelling_key(reading.name, False), _beside(reading, one.document.text, gazetteer) or "")
        if n in found and found[n].country:
            told.setdefault(found[n].base, set()).add(found[n].country)
    everywhere = _of_document(one.document, gazetteer) or ""
    for n, whose in found.items():
        only = told.get(whose.base, set())
        found[n] = replace(whose, country=whose.country or (next(iter(only)) if len(only) == 1 else everywhere))
    return found


def _may_have_country(reading: Reading) -> bool:
    return not reading.given and reading.label != PERSON and reading.key == key(reading.name)


def _may_be_shared(reading: Reading, ontology: Classes, gazetteer: Gazetteer) -> bool:
    if reading.type is not None and ontology.is_office(reading.type) and " " not in reading.name:
        return False  # "President" is a role, and of a bank as well as of a country
    return _may_have_country(reading) and is_shared(reading.name, gazetteer)


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


def _placed(reading: Reading, whose: _Owned, document: str, several: set[str], unclear: set[str]) -> Reading:
    if not whose.country:
        return replace(reading, key=key(f"{whose.base} {document}") if whose.base in unclear else whose.base)
    own = key(f"{whose.base} of {whose.country}")
    if whose.named:
        reason = None if reading.key == own else f"it says itself that it is of {whose.country}"
        return replace(reading, key=own, reason=reading.reason or reason)
    reason = f"of {whose.country}, as the text or its metadata says"
    if whose.base not in several:
        return replace(reading, key=own, reason=reading.reason or reason)
    told = f"{reason}; other texts name that of another country so"
    name = f"{reading.name} of {whose.country}"
    return replace(reading, name=name, key=own, reason=reading.reason or told, local=True)
