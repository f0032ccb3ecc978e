"""ontology/countries.csv and names.csv → Gazetteer: what countries, their people and capitals, and others are called.

The first table takes no position on any status: it lists the members and observers of the United Nations, the European
Union and further territories that policy texts name, each under the name in common English use. The second holds what
texts name without saying what it is (bodies, regions, cities, wars, treaties), each with a noun that does.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from kg.errors import OntologyError
from kg.ontology import ontology_folder

FILE, NAMES_FILE = "countries.csv", "names.csv"
COLUMNS = ("iso", "name", "aliases", "demonyms", "capital")
NAMES_COLUMNS = ("name", "aliases", "kind")
Item = TypeVar("Item")
_Version = tuple[Path, int, int]  # a file, when it was changed (ns) and its size in bytes
_ARTICLE = re.compile(r"(?i)^the\s+")
_INITIALS = 5  # an alias in capitals up to this length ("US", "UAE") has its case asked for: "us" is a pronoun


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory; ``iso`` is its ISO 3166-1 alpha-2 code (EU and XK are reserved, user-assigned)."""

    iso: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Something else that goes by one name everywhere; ``kind`` is a noun for it, like "city" or "treaty"."""

    name: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by name; a form that stands for two countries ("Congolese") gives none."""

    countries: tuple[Country, ...]
    names: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    capitals: Mapping[str, Country]
    others: tuple[Known, ...] = ()
    known_names: Mapping[str, Known] = field(default_factory=dict)

    def country(self, name: str) -> Country | None:
        """The country of that name or alias: with or without its article, never "us" for "US"."""
        return self.names.get(_key(name))

    def people(self, adjective: str) -> Country | None:
        """The country of a people or an adjective: "Chinese", "Danish"."""
        return self.demonyms.get(_key(adjective))

    def capital_of(self, city: str) -> Country | None:
        """The country whose capital has that name."""
        return self.capitals.get(_key(city))

    def known(self, name: str) -> Known | None:
        """What else goes by that name: the World Trade Organization by "WTO"."""
        return self.known_names.get(_key(name))


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the tables of ``folder``, and the shipped one (installed, or beside the sources) where it has none.

    Raises: OntologyError, in one line, for a table without the columns or without a name in a row.
    """
    paths = (_place(folder, FILE), _place(folder, NAMES_FILE))
    return _loaded(*((path, path.stat().st_mtime_ns, path.stat().st_size) for path in paths))


@lru_cache(maxsize=4)  # the names' rules and the entities read the same tables
def _loaded(first: _Version, second: _Version) -> Gazetteer:
    countries = tuple(_country(row, first[0]) for row in _rows(first[0], COLUMNS))
    others = tuple(_known(row, second[0]) for row in _rows(second[0], NAMES_COLUMNS))
    return Gazetteer(
        countries,
        names=_index(countries, lambda country: (country.name, *country.aliases)),
        demonyms=_index(countries, lambda country: country.demonyms),
        capitals=_index(countries, lambda country: (country.capital,) if country.capital else ()),
        others=others,
        known_names=_index(others, lambda known: (known.name, *known.aliases)),
    )


def _place(folder: Path | None, file: str) -> Path:
    places = [ontology_folder(folder), ontology_folder()]
    for place in places:
        if (place / file).is_file():
            return place / file
    raise OntologyError(f"{places[-1] / file}: not there; install kg again")


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str | None]]:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            if tuple(table.fieldnames or ()) != columns:
                raise OntologyError(f"{path}: its first line must be {','.join(columns)}")
            return list(table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OntologyError(f"{path}: cannot be read as a UTF-8 table: {error}") from error


def _country(row: Mapping[str, str | None], path: Path) -> Country:
    if not row["iso"] or not row["name"]:
        raise OntologyError(f"{path}: a country without a code or name: {dict(row)}")
    return Country(row["iso"], row["name"], _listed(row["aliases"]), _listed(row["demonyms"]), row["capital"] or None)


def _known(row: Mapping[str, str | None], path: Path) -> Known:
    if not row["name"] or not row["kind"]:
        raise OntologyError(f"{path}: a name without a kind or a kind without a name: {dict(row)}")
    return Known(row["name"], _listed(row["aliases"]), row["kind"])


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


def _index(items: Iterable[Item], forms: Callable[[Item], Iterable[str]]) -> Mapping[str, Item]:
    """Whose each form is; a form of two is left out."""
    found: dict[str, set[Item]] = {}
    for item in items:
        for form in forms(item):
            found.setdefault(_key(form), set()).add(item)
    return {form: owners.pop() for form, owners in found.items() if len(owners) == 1}


@lru_cache(maxsize=65536)  # a name is looked up in every table
def _key(name: str) -> str:
    """A form for comparison: without article, dots, accents and, but for initials in capitals, case."""
    words = _ARTICLE.sub("", " ".join(name.split()))
    bare = words.replace(".", "").replace("\u2019", "'")
    if bare.isupper() and len(bare) <= _INITIALS:
        return bare
    if bare.isascii():
        return bare.casefold()
    folded = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))
