"""Blocks → JSON-LD: an object a node, a line each, names shortened by the prefixes of the context.

Each speaker's assertions stand in an object with a ``@graph`` of its own, once for each document that adds to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.export.literals import whole
from kg.export.rdf import Rdf
from kg.export.terms import RDF, XSD, Block, Iri, Literal

_TYPE = Iri(RDF + "type")
_STRING, _INTEGER, _BOOLEAN = XSD + "string", XSD + "integer", XSD + "boolean"
# JSON-LD 1.1, 4.1.2: only a namespace that ends so is a prefix without further ado.
_ENDS = tuple(":/?#[]@")
_CANONICAL = re.compile(r"0|-?[1-9][0-9]{0,14}")  # an integer that a reader's double still holds
_encode = json.JSONEncoder(ensure_ascii=False).encode


def text(rdf: Rdf) -> Iterator[str]:
    """A JSON-LD document, piece by piece."""
    context = {prefix: namespace for prefix, namespace in rdf.prefixes.items() if namespace.endswith(_ENDS)}
    short = _Shortener(context)
    yield f'{{"@context": {_encode(context)},\n"@graph": ['
    between = "\n"
    for graph, blocks in groupby(rdf.blocks, key=lambda block: block.graph):
        if graph is None:
            for block in blocks:
                yield between + _encode(_object(block, short))
                between = ",\n"
            continue
        yield f'{between}{{"@id": {_encode(short(graph))}, "@graph": [\n'
        yield from _joined(_encode(_object(block, short)) for block in blocks)
        yield "]}"
        between = ",\n"
    yield "\n]}\n"


class _Shortener:
    """An IRI as a compact one, where a prefix of the context fits."""

    def __init__(self, context: Mapping[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in sorted(context.items(), reverse=True)}
        longest_first = sorted(self._prefixes, key=lambda namespace: -len(namespace))
        self._prefixed = re.compile(f"({'|'.join(map(re.escape, longest_first))})(?!//)(.*)")

    def __call__(self, iri: Iri) -> str:
        match = self._prefixed.fullmatch(iri.value)
        return f"{self._prefixes[match[1]]}:{match[2]}" if match else iri.value


def _object(block: Block, short: _Shortener) -> dict[str, Any]:
    found: dict[str, Any] = {"@id": short(block.node)}
    for predicate, thing in block.pairs:
        if predicate == _TYPE and isinstance(thing, Iri):
            found.setdefault("@type", []).append(short(thing))
        else:
            value = {"@id": short(thing)} if isinstance(thing, Iri) else _value(thing, short)
            found.setdefault(short(predicate), []).append(value)
    return {key: values[0] if len(values) == 1 else values for key, values in found.items()}


def _value(literal: Literal, short: _Shortener) -> Any:
    value, datatype = literal
    if datatype == _STRING:
        return whole(value)
    if datatype == _INTEGER and _CANONICAL.fullmatch(value):
        return int(value)
    if datatype == _BOOLEAN and value in {"true", "false"}:
        return value == "true"
    return {"@value": whole(value), "@type": short(Iri(datatype))}


def _joined(pieces: Iterable[str]) -> Iterator[str]:
    for number, piece in enumerate(pieces):
        yield f",\n{piece}" if number else piece
