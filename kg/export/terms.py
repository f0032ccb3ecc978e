"""The pieces of RDF that the exporters write: IRIs, literals, triples; plain values that sort, free of any library.

There is no type for a blank node: every node has an IRI, so that two builds can be compared line by line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote

from kg.model import Value

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
STANDARD_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": RDF,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "vann": "http://purl.org/vocab/vann/",
    "xsd": XSD,
}

# What RFC 3987 keeps out of an IRI; brackets too (they belong to an IPv6 host), and a % sign that escapes nothing.
_NOT_IN_IRI = re.compile(
    r"[^A-Za-z0-9._~:/?#@!$&'()*+,;=%\-\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd\U00020000-\U0002fffd]"
    r"|%(?![0-9A-Fa-f]{2})|\s"  # RFC 3987 lets U+2028 and wide spaces stand, readers of N-Quads take them for an end
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_DURATION = re.compile(r"-?P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Iri(NamedTuple):
    """An absolute IRI, its characters already such as Turtle allows between angle brackets."""

    value: str


class Literal(NamedTuple):
    """A literal; it has a datatype, a plain string being an ``xsd:string``, and no language: no text is translated."""

    value: str
    datatype: str = XSD + "string"


Node = Iri | Literal


class Triple(NamedTuple):
    """One triple; only its object may be a literal."""

    subject: Iri
    predicate: Iri
    object: Node


Pair = tuple[Iri, Node]  # predicate and object of a triple whose subject is known


class Block(NamedTuple):
    """What is said of one node in one graph: the pairs in the order in which they are written, none of them twice."""

    node: Iri
    pairs: Sequence[Pair]
    graph: Iri | None = None  # None is the default graph


class Names:
    """Turns CURIEs and path pieces into IRIs: ``names("pol:Statement")``, ``names.minted("relation", "hold in")``."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        known = {**STANDARD_PREFIXES, **prefixes}
        self.prefixes = {prefix: clean(known[prefix]) for prefix in sorted(known)}
        self._known: dict[str, Iri] = {}  # terms and entities: no more than a graph keeps in memory anyway

    def __call__(self, curie: str) -> Iri:
        """The IRI of a CURIE; what has no prefix that we know but a scheme of its own is taken as an IRI."""
        found = self._known.get(curie)
        if found is None:
            found = self._known[curie] = self._expanded(curie)
        return found

    def minted(self, *path: str) -> Iri:
        """An IRI below ``id:``; no piece can reach out of its place, whatever stands in it."""
        return Iri(self.prefixes["id"] + "/".join(map(segment, path)))

    def _expanded(self, curie: str) -> Iri:
        prefix, colon, local = curie.partition(":")
        if colon and prefix in self.prefixes:
            return Iri(clean(self.prefixes[prefix] + local))
        if not _SCHEME.match(curie):
            raise ValueError(f"neither a CURIE nor an IRI: {curie!r}")
        return Iri(clean(curie))


def clean(iri: str) -> str:
    """The IRI with the characters that none may hold percent-encoded."""
    return _NOT_IN_IRI.sub(lambda match: quote(match[0], safe="", errors="replace"), iri)


@lru_cache(maxsize=2048)  # a document's worth
def segment(text: str) -> str:
    """Text as one piece of a path: no slash, mark of a query, or run of dots gets through as such."""
    encoded = clean(re.sub(r"[%/?#\[\]@:]", lambda match: quote(match[0], safe=""), text))
    return encoded.replace(".", "%2E") if set(encoded) <= {"."} else encoded


def below(node: Iri, *path: str | int) -> Iri:
    """A node that belongs to another: ``<statement>/link/1``."""
    return Iri("/".join((node.value, *map(segment, map(str, path)))))


def integer(number: int) -> Literal:
    return Literal(str(number), XSD + "integer")


def boolean(truth: bool) -> Literal:
    return Literal("true" if truth else "false", XSD + "boolean")


def decimal(number: float) -> Literal:
    """A decimal without exponent, in the shortest form that reads back as the same float."""
    return Literal(format(Decimal(repr(number)), "f"), XSD + "decimal")


def dated(text: str, iso: str) -> Literal:
    """An ISO 8601 date as the XSD type of its precision; ``iso`` is the datatype for what XSD has no type for."""
    if _YEAR.fullmatch(text) and text != "0000":
        return Literal(text, XSD + "gYear")
    if _MONTH.fullmatch(text) and not text.startswith("0000"):
        return Literal(text, XSD + "gYearMonth")
    if _DAY.fullmatch(text) and _is_day(text):
        return Literal(text, XSD + "date")
    return Literal(text, iso)


def valued(value: Value, iso: str, amount: str) -> Literal:
    """A value as one typed literal.

    Intervals, weeks and quarters, for which XSD has no type, are of the datatype ``iso``; an amount keeps its unit
    in a literal of the datatype ``amount`` ("500000 USD"), since a bare number would say something else.
    """
    if value.kind in {"date", "interval"}:
        return dated(value.value, iso)
    if value.kind == "duration":
        return Literal(value.value, XSD + "duration" if _DURATION.fullmatch(value.value) else iso)
    if value.unit is None and _DECIMAL.fullmatch(value.value):
        return Literal(value.value, XSD + "decimal")
    return Literal(f"{value.value} {value.unit}" if value.unit else value.value, amount)


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
