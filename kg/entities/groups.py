"""Readings of all documents → groups, each one thing: the same name and classes that do not exclude each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from kg.entities.forms import clean, key
from kg.entities.mentions import PERSON, Classes
from kg.entities.readings import Reading
from kg.model import Entity, Merge

UNTYPED = "pol:Concept"
_SPELT = "the same name but for its spelling"
_ORDERED = "the same name but for its spelling or the order of its words"

Placed = tuple[str, Reading]  # with the document's id


@lru_cache(maxsize=1024)
def _of_class(curie: str) -> str:
    """What an entity's CURIE says of its class: "government-body"."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", re.split(r"[:/#]", curie)[-1]).lower()


class Group(Struct, frozen=True):
    """The readings that stand for one thing, and its class."""

    key: str
    type: str
    readings: tuple[Placed, ...]

    @property
    def iri(self) -> str:
        """The entity's CURIE: ``id:government-body/ministry-of-commerce``."""
        return f"id:{_of_class(self.type)}/{self.key}"

    def entity(self) -> Entity:
        """The thing with its label, other names and the reasons for them."""
        label = self._label()
        forms = {clean(reading.form) for _, reading in self.readings if not reading.local}
        merges = sorted(set(self._merges(label)), key=lambda merge: (merge.document, merge.text, merge.reason))
        return Entity(self.iri, label, self.type, tuple(sorted(forms - {label})), tuple(merges))

    def _label(self) -> str:
        """The name that a table gives, else the one most often written, else what the other forms stand for."""
        told = [reading.name for _, reading in self.readings if reading.given]
        if told:
            return told[0]
        written = Counter(reading.form for _, reading in self.readings if reading.reason is None and not reading.local)
        given = Counter(reading.name for _, reading in self.readings)
        same = [form for form, _ in written.most_common() if key(form) == self.key]
        return same[0] if same else given.most_common(1)[0][0]

    def _merges(self, label: str) -> Iterator[Merge]:
        first = self.readings[0][0]
        for document, reading in self.readings:
            if reading.reason is not None:
                yield Merge(reading.form, document, reading.reason)
            elif reading.form != label:
                yield Merge(reading.form, document, _SPELT if key(reading.form) == key(label) else _ORDERED)
            elif document != first:
                yield Merge(reading.form, document, f"the same name as in {first}")
            for title in _titles(reading):
                yield Merge(title, document, "the name without title or country")


def _titles(reading: Reading) -> Iterator[str]:
    """The person's name with what stands before it in the text."""
    phrase = reading.phrase
    for title in phrase.titles:
        yield f"{clean(title.text)} {reading.form}"
    if phrase.name is not None and phrase.name.label == PERSON and clean(phrase.name.text) != reading.form:
        yield clean(phrase.name.text)


class _Sense(Struct, frozen=True):
    """A key in one document: what most of its readings say, those that are certain before the others."""

    type: str | None
    certain: bool
    readings: tuple[Placed, ...]


def grouped(readings: Sequence[Placed], ontology: Classes) -> tuple[Group, ...]:
    """The groups, in order of key; ``readings`` are in order of document and text."""
    found: dict[str, Group] = {}
    by_key = sorted(readings, key=lambda placed: placed[1].key)  # stable: documents stay in order
    for name, same in groupby(by_key, key=lambda placed: placed[1].key):
        senses = [_sense(tuple(part)) for _, part in groupby(same, key=lambda placed: placed[0])]
        for cluster in _clusters(senses, ontology):
            together = tuple(placed for sense in cluster for placed in sense.readings)
            group = Group(name, _sense(together).type or UNTYPED, together)
            if group.iri in found:  # two classes of one local name
                group = Group(name, found[group.iri].type, found[group.iri].readings + together)
            found[group.iri] = group
    return tuple(found.values())


def _sense(readings: tuple[Placed, ...]) -> _Sense:
    if len(readings) == 1:
        ((_, only),) = readings
        return _Sense(only.type or None, bool(only.type and only.certain), readings)
    given = Counter(reading.type for _, reading in readings if reading.given and reading.type)
    certain = Counter(reading.type for _, reading in readings if reading.certain and reading.type)
    likely = Counter(reading.type for _, reading in readings if reading.type)
    votes = given or certain or likely
    return _Sense(votes.most_common(1)[0][0] if votes else None, bool(certain), readings)


def _clusters(senses: Sequence[_Sense], ontology: Classes) -> list[list[_Sense]]:
    """Senses that may be one thing, each put to the first that it agrees with throughout."""
    clusters: list[list[_Sense]] = []
    for sense in senses:
        for cluster in clusters:
            if all(_compatible(sense, other, ontology) for other in cluster):
                cluster.append(sense)
                break
        else:
            clusters.append([sense])
    return clusters


def _compatible(one: _Sense, other: _Sense, ontology: Classes) -> bool:
    """Whether two classes of one name may be of one thing: a person is nothing else; the model's guess gives way."""
    if one.type is None or other.type is None or one.type == other.type:
        return True
    person = ontology.class_of_label(PERSON)
    if person in (one.type, other.type):
        return False
    if not (one.certain and other.certain):
        return True
    return ontology.is_a(one.type, other.type) or ontology.is_a(other.type, one.type)
