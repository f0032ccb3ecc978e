"""Blocks → Turtle: a block a subject, in the order they come, so that two builds can be compared with ``diff``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.export.literals import escaped
from kg.export.rdf import Rdf
from kg.export.terms import RDF, XSD, Block, Iri, Node

_TYPE = Iri(RDF + "type")
_STRING = XSD + "string"
_BARE = {XSD + "integer": re.compile(r"-?[0-9]+"), XSD + "boolean": re.compile(r"true|false")}
_KNOWN = 4096  # IRIs that are kept rendered, so that memory does not grow with the file


def text(rdf: Rdf) -> Iterator[str]:
    """A Turtle document of the default graph, piece by piece."""
    yield prologue(rdf.prefixes)
    yield from blocks((block for block in rdf.blocks if block.graph is None), Renderer(rdf.prefixes))


def prologue(prefixes: Mapping[str, str]) -> str:
    return "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items()))


def blocks(found: Iterable[Block], render: Renderer, indent: str = "") -> Iterator[str]:
    """A piece for each block."""
    for block in found:
        yield piece(block, render, indent)


def piece(block: Block, render: Renderer, indent: str = "", further: tuple[str, ...] = ()) -> str:
    """An empty line and a block; the objects of a predicate stand together. ``further`` rows are rendered already."""
    rows: dict[Iri, str] = {}
    for predicate, thing in block.pairs:
        if predicate in rows:
            rows[predicate] += f", {render(thing)}"
        else:
            rows[predicate] = f"{render.verb(predicate)} {render(thing)}"
    inside = f" ;\n{indent}    ".join((*rows.values(), *further))
    return f"\n{indent}{render(block.node)}\n{indent}    {inside} .\n"


class Renderer:
    """Writes one term; IRIs as prefixed names where that needs no escaping, else between angle brackets."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in sorted(prefixes.items(), reverse=True)}
        longest_first = sorted(filter(None, self._prefixes), key=lambda namespace: -len(namespace))
        # The local part is a subset of what Turtle lets stand there: all that needs no escape in any parser.
        self._prefixed = re.compile(f"({'|'.join(map(re.escape, longest_first))})([A-Za-z_][A-Za-z0-9_-]*)")
        self._known: dict[Node, str] = {}
        self._verbs = {_TYPE: "a"}  # as many as there are properties

    def verb(self, predicate: Iri) -> str:
        return self._verbs.get(predicate) or self._verbs.setdefault(predicate, self(predicate))

    def __call__(self, node: Node) -> str:
        if isinstance(node, Iri):
            return self._known.get(node) or self._iri(node)
        value, datatype = node
        if datatype == _STRING:
            return f'"{escaped(value)}"'
        bare = _BARE.get(datatype)
        if bare and bare.fullmatch(value):
            return value
        return f'"{escaped(value)}"^^{self(Iri(datatype))}'

    def _iri(self, iri: Iri) -> str:
        if len(self._known) >= _KNOWN:
            self._known.clear()
        match = self._prefixed.fullmatch(iri.value)
        found = self._known[iri] = f"{self._prefixes[match[1]]}:{match[2]}" if match else f"<{iri.value}>"
        return found
