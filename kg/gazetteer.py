"""ontology/countries.csv → Gazetteer: what countries and territories, their people and their capitals are called.

The table takes no position on any status: it lists the members and observers of the United Nations, the European Union
and further territories that policy texts name, each under the name in common English use.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError
from kg.ontology import ontology_folder

FILE = "countries.csv"
COLUMNS = ("iso", "name", "aliases", "demonyms", "capital")
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
class Gazetteer:
    """Look-ups by name; a form that stands for two countries ("Congolese") gives none."""

    countries: tuple[Country, ...]
    names: Mapping[str, Country]
    demonyms: Mapping[str, Country]
    capitals: Mapping[str, Country]

    def country(self, name: str) -> Country | None:
        """The country of that name or alias: with or without its article, never "us" for "US"."""
        return self.names.get(_key(name))

    def people(self, adjective: str) -> Country | None:
        """The country of a people or an adjective: "Chinese", "Danish"."""
        return self.demonyms.get(_key(adjective))

    def capital_of(self, city: str) -> Country | None:
        """The country whose capital has that name."""
        return self.capitals.get(_key(city))


def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the table of ``folder`` where it has one, else the shipped one (installed, or beside the sources).

    Raises: OntologyError, in one line, for a table without the columns or without a name in a row.
    """
    places = [ontology_folder(folder), ontology_folder()]
    for place in places:
        if (place / FILE).is_file():
            return _read(place / FILE)
    raise OntologyError(f"{places[-1] / FILE}: not there; install kg again")


def _read(path: Path) -> Gazetteer:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            if tuple(table.fieldnames or ()) != COLUMNS:
                raise OntologyError(f"{path}: its first line must be {','.join(COLUMNS)}")
            countries = tuple(_country(row, path) for row in table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise OntologyError(f"{path}: cannot be read as a UTF-8 table: {error}") from error
    return Gazetteer(
        countries,
        names=_index(countries, lambda country: (country.name, *country.aliases)),
        demonyms=_index(countries, lambda country: country.demonyms),
        capitals=_index(countries, lambda country: (country.capital,) if country.capital else ()),
    )


def _country(row: Mapping[str, str | None], path: Path) -> Country:
    if not row["iso"] or not row["name"]:
        raise OntologyError(f"{path}: a country without a code or name: {dict(row)}")
    return Country(row["iso"], row["name"], _listed(row["aliases"]), _listed(row["demonyms"]), row["capital"] or None)


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


def _index(countries: Iterable[Country], forms: Callable[[Country], Iterable[str]]) -> Mapping[str, Country]:
    """Each form's country; a form of two countries is left out."""
    found: dict[str, set[Country]] = {}
    for country in countries:
        for form in forms(country):
            found.setdefault(_key(form), set()).add(country)
    return {form: owners.pop() for form, owners in found.items() if len(owners) == 1}


def _key(name: str) -> str:
    """A form for comparison: without article, dots, accents and, but for initials in capitals, case."""
    words = re.sub(r"(?i)^the\s+", "", " ".join(name.split()))
    bare = words.replace(".", "").replace("\u2019", "'")
    if bare.isupper() and len(bare) <= _INITIALS:
        return bare
    folded = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))
