"""Saved questions: SPARQL files with a title, a description and parameters in the comments at their head.

    # title: Directives by theme
    # description: Who tells whom to do what. Counts frames.
    # parameter: theme (skos:Concept, optional): a theme; those below it count too
    SELECT … {
      VALUES ?theme { theme:consumer-protection }                   # if theme
      ?statement dcterms:subject/skos:broader* ?theme .             # if theme

A parameter stands in the query as ``VALUES ?name { … }`` with an example, so that each file is a query by itself. What
is given takes the example's place as RDF terms, never as text; of an optional one that is not given, the lines that
end in ``# if name`` are left out. Its type is a class (a node of it is meant: by its label, another name, or IRI),
``date``, ``text``, or the choices ``a|b|c``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.named_nodes import nearest, nodes_named

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Store

QUERIES = Path(__file__).parent / "queries"
SUFFIX = ".rq"

_HEAD = re.compile(r"#\s*(title|description):\s*(.*\S)\s*")
_PARAMETER = re.compile(r"#\s*parameter:\s*(\w+)\s*\(([^,()]+)(, optional)?\):\s*(.*\S)\s*")
_MORE = re.compile(r"#\s{3,}(.*\S)\s*")
_IF = re.compile(r"\s*# if (\w+)\s*$")
_XSD_DATE = "http://www.w3.org/2001/XMLSchema#date"


@dataclass(frozen=True, slots=True)
class Parameter:
    """``type`` is a class as a CURIE, ``date``, ``text``, or choices parted by ``|``."""

    name: str
    type: str
    optional: bool
    about: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A question that can be asked by its name; ``text`` is the whole file."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    text: str


def saved_queries() -> dict[str, SavedQuery]:
    """The questions that are shipped, by name, in the order of the names."""
    return {path.stem: read_query(path.stem, path.read_text("utf-8")) for path in sorted(QUERIES.glob(f"*{SUFFIX}"))}


def saved_query(name: str) -> SavedQuery:
    """The question of this name.

    Raises: :class:`InputError` with the nearest names where there is none.
    """
    known = saved_queries()
    if name not in known:
        raise InputError(f"no saved question {name!r}{nearest(name, known)}; `kg query OUT --list` lists them")
    return known[name]


def read_query(name: str, text: str) -> SavedQuery:
    """A query with what the comments at its head say; a query without such comments has no parameters."""
    told: dict[str, str] = {}
    parameters: list[Parameter] = []
    key = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if found := _PARAMETER.fullmatch(line):
            parameters.append(Parameter(found[1], found[2].strip(), bool(found[3]), found[4]))
            key = ""
        elif found := _HEAD.fullmatch(line):
            key = found[1]
            told[key] = found[2]
        elif key and (found := _MORE.fullmatch(line)):
            told[key] += f" {found[1]}"
    return SavedQuery(name, told.get("title", name), told.get("description", ""), tuple(parameters), text)


def bind(query: SavedQuery, given: Mapping[str, str], store: Store, prefixes: Mapping[str, str]) -> str:
    """The SPARQL of a question with its parameters in place.

    Raises: :class:`InputError` for a parameter that it does not have, one that it needs, and a value that fits none.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    for name in given:
        if name not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise InputError(f"{query.name} has no parameter {name!r}: {takes}")
    missing = [one.name for one in query.parameters if not one.optional and one.name not in given]
    if missing:
        example = " ".join(f"{name}=…" for name in missing)
        raise InputError(f"{query.name} needs {example} ({'; '.join(known[name].about for name in missing)})")
    terms = {name: _terms(known[name], value, store, prefixes) for name, value in given.items()}
    lines = (line for line in query.text.splitlines() if _stays(line, known, given))
    return "\n".join(_filled(_IF.sub("", line), terms) for line in lines) + "\n"


def declared(query: str, prefixes: Mapping[str, str]) -> str:
    """The query with the prefixes that it uses, for tools that do not know them."""
    body = re.sub(r"^\s*#.*$", "", query, flags=re.MULTILINE)
    used = [name for name in sorted(prefixes) if re.search(rf"(?<![\w<]){re.escape(name)}:", body)]
    return "".join(f"PREFIX {name}: <{prefixes[name]}>\n" for name in used) + query


def _stays(line: str, known: Mapping[str, Parameter], given: Mapping[str, str]) -> bool:
    condition = _IF.search(line)
    return condition is None or condition[1] not in known or condition[1] in given


def _filled(line: str, terms: Mapping[str, Sequence[NamedNode | Literal]]) -> str:
    for name, found in terms.items():
        line = re.sub(rf"VALUES \?{name} \{{[^{{}}]*\}}", lambda _: f"VALUES ?{name} {{ {_written(found)} }}", line)  # noqa: B023
    return line


def _written(terms: Sequence[NamedNode | Literal]) -> str:
    """Terms as N-Triples writes them, which is SPARQL too; the library escapes what stands in them."""
    return " ".join(map(str, terms))


def _terms(
    parameter: Parameter, value: str, store: Store, prefixes: Mapping[str, str]
) -> Sequence[NamedNode | Literal]:
    from pyoxigraph import Literal, NamedNode

    if parameter.type == "text":
        if not value.strip():
            raise InputError(f"{parameter.name}= is empty: give the words to look for")
        return [Literal(value)]
    if parameter.type == "date":
        return [Literal(_day(parameter.name, value), datatype=NamedNode(_XSD_DATE))]
    if ":" in parameter.type:
        return nodes_named(value, parameter.type, parameter.name, store, prefixes)
    choices = parameter.type.split("|")
    if value not in choices:
        raise InputError(f"{parameter.name}={value}: not one of {', '.join(choices)}")
    return [Literal(value)]


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise InputError(f"{name}={value}: not a day such as 2021-09-16") from None
