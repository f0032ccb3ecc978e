"""A researcher's tables → what overrides and adds to what the texts say of things: aliases, identities, actors.

``aliases.csv``   form, name; type and document where wanted: what a form is to be read as
``same_as.csv``   name, iri: what a thing is called elsewhere (Wikidata and others)
``actors.csv``    name; organisation, party, country, level, from, to, source: what an actor belongs to, by whom

A ``name`` is an entity's label, one of its other names, or its CURIE. Nothing else from outside enters a graph.
"""

from __future__ import annotations

import csv
import difflib
import functools
import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.entities.forms import key
from kg.errors import InputError
from kg.model import Affiliation, Entity

_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`\x00-\x20]+")
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_LEVELS = ("local", "regional", "national", "supranational", "international")
_COLUMNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # those that must be there, and the others
    "aliases": (("form", "name"), ("type", "document")),
    "same_as": (("name", "iri"), ()),
    "actors": (("name",), ("organisation", "party", "country", "level", "from", "to", "source")),
}


@dataclass(frozen=True, slots=True)
class Alias:
    """A form that is to be read as a name, of a class (a CURIE) and in one document (its file or id) where given."""

    form: str
    name: str
    type: str | None
    document: str | None
    row: str  # where that is written, for the reason of a merge


@dataclass(frozen=True)
class Overrides:
    """What the tables hold; ``same_as`` and ``actors`` by the key of the name, with the row that each is from.

    ``files`` are the tables that were given, by what they are.
    """

    aliases: tuple[Alias, ...] = ()
    same_as: tuple[tuple[str, str, str], ...] = ()  # name, IRI, row
    actors: tuple[tuple[str, Affiliation, str], ...] = ()  # name, affiliation, row
    files: tuple[tuple[str, Path], ...] = ()

    @functools.cached_property
    def _by_form(self) -> Mapping[str, Mapping[str | None, Alias]]:
        """The aliases by the key of their form and their document, None for all."""
        found: dict[str, dict[str | None, Alias]] = {}
        for one in self.aliases:
            found.setdefault(key(one.form), {}).setdefault(one.document, one)
        return found

    def alias(self, document: str, source: str, form: str) -> Alias | None:
        """The alias for a form in a document, one for this document before one for all."""
        known = self._by_form.get(key(form), {})
        return known.get(document) or known.get(source) or known.get(None)

    def checked(self, classes: Collection[str]) -> Overrides:
        """The tables themselves, where each type that they give is a class of the ontology.

        Raises: InputError, with the line and the nearest classes, for one that is none.
        """
        for one in self.aliases:
            if one.type is not None and one.type not in classes:
                near = ", ".join(difflib.get_close_matches(one.type, sorted(classes)))
                hint = f"; near: {near}" if near else ", whose classes `kg ontology docs` lists"
                raise InputError(f"{one.row}: {one.type[:60]!r} is no class of the ontology{hint}")
        return self

    def applied(self, entities: Sequence[Entity]) -> tuple[Entity, ...]:
        """The entities with what the tables say of them; a name that several bear means none of them."""
        named = _bearers(entities)
        links: dict[str, set[str]] = {}
        belongings: dict[str, dict[Affiliation, None]] = {}
        for name, iri, _ in self.same_as:
            for curie in _only(named, name):
                links.setdefault(curie, set()).add(iri)
        for name, affiliation, _ in self.actors:
            for curie in _only(named, name):
                belongings.setdefault(curie, {})[affiliation] = None
        return tuple(
            replace(
                entity,
                same_as=tuple(sorted(links.get(entity.entity, ()))),
                affiliations=tuple(belongings.get(entity.entity, ())),
            )
            for entity in entities
        )

    def account(self, entities: Sequence[Entity]) -> dict[str, object]:
        """How many rows there are, and which of them name nothing here: for the report."""
        rows = len(self.aliases) + len(self.same_as) + len(self.actors)
        return {"rows": rows, "not_used": list(self.unused(entities))}

    def unused(self, entities: Sequence[Entity]) -> tuple[str, ...]:
        """The rows that name nothing of these texts, or more than one thing where one is meant."""
        named = _bearers(entities)
        rows = [*((name, row) for name, _, row in self.same_as), *((name, row) for name, _, row in self.actors)]
        lost = [f"{row}: {name}" for name, row in rows if not _only(named, name)]
        lost += [f"{one.row}: {one.name}" for one in self.aliases if key(one.name) not in named]
        return tuple(lost)


def _bearers(entities: Sequence[Entity]) -> Mapping[str, frozenset[str]]:
    """The CURIEs of the entities that bear a name, by the name's key, and each CURIE by itself."""
    found: dict[str, set[str]] = {one.entity: {one.entity} for one in entities}
    for one in entities:
        for name in (one.label, *one.aliases):
            found.setdefault(key(name), set()).add(one.entity)
    return {name: frozenset(curies) for name, curies in found.items()}


def _only(named: Mapping[str, frozenset[str]], name: str) -> frozenset[str]:
    """The one entity that a CURIE or a name means, none where that is not one."""
    found = named.get(name) or named.get(key(name), frozenset())
    return found if len(found) == 1 else frozenset()


def read_overrides(aliases: Path | None = None, same_as: Path | None = None, actors: Path | None = None) -> Overrides:
    """Read the tables that are given.

    Raises: InputError, with the line, for a table that cannot be read, a column that is missing or unknown, a cell
    that is empty where it must not be or is no address, date or level, and two aliases that contradict each other.
    """
    return Overrides(
        aliases=_agreeing(tuple(_alias(*row) for row in _rows(aliases, "aliases"))) if aliases else (),
        same_as=tuple(_same(*row) for row in _rows(same_as, "same_as")) if same_as else (),
        actors=tuple(_actor(*row) for row in _rows(actors, "actors")) if actors else (),
        files=tuple(
            (kind, path) for kind, path in zip(_COLUMNS, (aliases, same_as, actors), strict=True) if path is not None
        ),
    )


def _agreeing(aliases: tuple[Alias, ...]) -> tuple[Alias, ...]:
    """The aliases, where no form is to be two things in the same texts."""
    first: dict[tuple[str, str | None], Alias] = {}
    for one in aliases:
        other = first.setdefault((key(one.form), one.document), one)
        if (key(one.name), one.type) != (key(other.name), other.type):
            said, before = (f"{each.name!r}{f' ({each.type})' if each.type else ''}" for each in (one, other))
            raise InputError(f"{one.row}: {one.form!r} is {said} here and {before} in {other.row}; keep one of them")
    return aliases


def _rows(path: Path, kind: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with where it stands ("aliases.csv, line 3"), its cells trimmed."""
    needed, others = _COLUMNS[kind]
    try:
        reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), strict=True)
        columns = [name.strip() for name in reader.fieldnames or ()]
        for name in needed:
            if name not in columns:
                raise InputError(f"{path}: no column {name!r}; a table of {kind} has {', '.join((*needed, *others))}")
        for name in columns:
            if name not in (*needed, *others):
                raise InputError(f"{path}: an unknown column {name!r}; there are {', '.join((*needed, *others))}")
        for cells in reader:
            row = {name.strip(): (cell or "").strip() for name, cell in cells.items() if name is not None}
            place = f"{path.name}, line {reader.line_num}"
            if missing := [name for name in needed if not row[name]]:
                raise InputError(f"{place}: nothing in the column {missing[0]!r}")
            yield place, row
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8") from error
    except csv.Error as error:
        raise InputError(f"{path}: not CSV ({error})") from error


def _alias(place: str, row: Mapping[str, str]) -> Alias:
    return Alias(row["form"], row["name"], row.get("type") or None, row.get("document") or None, place)


def _same(place: str, row: Mapping[str, str]) -> tuple[str, str, str]:
    if not _IRI.fullmatch(row["iri"]):
        raise InputError(
            f"{place}: {row['iri'][:60]!r} is no address; give one such as https://www.wikidata.org/entity/Q148"
        )
    return row["name"], row["iri"], place


def _actor(place: str, row: Mapping[str, str]) -> tuple[str, Affiliation, str]:
    for column in ("from", "to"):
        if row.get(column) and not _DATE.fullmatch(row[column]):
            raise InputError(f"{place}: {row[column][:40]!r} is no date; write it as 2021, 2021-09 or 2021-09-27")
    if row.get("level") and row["level"] not in _LEVELS:
        raise InputError(f"{place}: {row['level'][:40]!r} is no level; there are {', '.join(_LEVELS)}")
    known = {name: row.get(name) or None for name in ("organisation", "party", "country", "level", "source")}
    return row["name"], Affiliation(**known, since=row.get("from") or None, until=row.get("to") or None), place
