"""Readings → readings of which one name has one key however it is spelt: "Kiev" and "Kyiv", "Xi Jin-ping".

A spelling is read as another by the table of :mod:`kg.entities.spellings`, or, of a person, where the letters are the
same and only the parts are joined or parted. The whole rest of the name has to agree; nothing is merged by likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from kg.entities.forms import key
from kg.entities.jurisdictions import Reader
from kg.entities.mentions import PERSON
from kg.entities.readings import Reading
from kg.entities.spellings import spelling_key

BY_TABLE = "the same name in another spelling, by the table of spellings"
BY_PARTS = "the same name, its parts joined or parted"


def one_spelling(documents: Sequence[Reader]) -> tuple[Reader, ...]:
    """The readings, those of one name with one key, and the reason where two spellings of it are there."""
    table = {
        reading.key: (spelt, BY_TABLE)
        for one in documents
        for reading in one.readings
        if (spelt := _spelt(reading)) is not None
    }
    respelt = _rekeyed(documents, table)
    return _rekeyed(respelt, _joined(respelt))


def _spelt(reading: Reading) -> str | None:
    """The key of a name in its first spelling where that is another one.

    A key that is not its name's is left: it is its text's alone, or has its country.
    """
    spelt = spelling_key(reading.name, reading.label == PERSON)
    return None if reading.key != key(reading.name) or spelt == reading.key else spelt


def _joined(documents: Sequence[Reader]) -> dict[str, tuple[str, str]]:
    """Of persons' keys with the same letters, the one that most documents have, by each of the others.

    The first or the last part has to be the same: "xi-jin-ping" and "xi-jinping", not "ana-lima" and "anali-ma".
    """
    known: dict[str, dict[str, set[str]]] = {}
    for one in documents:
        for reading in one.readings:
            if reading.label == PERSON and " " in reading.name:
                of = known.setdefault(reading.key.replace("-", ""), {}).setdefault(reading.key, set())
                of.add(one.document.id)
    found = {}
    for keys in known.values():
        first, *others = sorted(keys, key=lambda name: (-len(keys[name]), len(name), name))
        found.update({other: (first, BY_PARTS) for other in others if _agree(first.split("-"), other.split("-"))})
    return found


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return one[0] == other[0] or one[-1] == other[-1]


def _rekeyed(documents: Sequence[Reader], keys: Mapping[str, tuple[str, str]]) -> tuple[Reader, ...]:
    """The readings with the keys that stand for theirs; the reason only where a text has that one, too."""
    there = {reading.key for one in documents for reading in one.readings}
    firsts: dict[str, set[str]] = {}
    for name, (first, _) in keys.items():
        firsts.setdefault(first, {first} & there).add(name)
    several = {first for first, names in firsts.items() if len(names) > 1}
    return tuple(
        replace(one, readings=tuple(_with_key(one.readings, keys, several))) if keys else one for one in documents
    )


def _with_key(readings: Iterable[Reading], keys: Mapping[str, tuple[str, str]], several: set[str]) -> Iterable[Reading]:
    for reading in readings:
        if reading.key not in keys:
            yield reading
            continue
        first, reason = keys[reading.key]
        yield replace(reading, key=first, reason=reading.reason or (reason if first in several else None))
