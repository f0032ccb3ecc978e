"""Blocks → N-Quads: a line a triple, in the order of the blocks, the graph's name at its end where it has one."""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.literals import escaped
from kg.export.rdf import Rdf
from kg.export.terms import XSD, Iri, Node

_STRING = XSD + "string"


def text(rdf: Rdf) -> Iterator[str]:
    """An N-Quads document, a piece for each block."""
    for node, pairs, graph in rdf.blocks:
        start, end = f"<{node.value}> <", " .\n" if graph is None else f" <{graph.value}> .\n"
        yield "".join([f"{start}{predicate.value}> {term(thing)}{end}" for predicate, thing in pairs])


def term(node: Node) -> str:
    """An object as N-Triples writes it."""
    if isinstance(node, Iri):
        return f"<{node.value}>"
    value, datatype = node
    return f'"{escaped(value)}"' if datatype == _STRING else f'"{escaped(value)}"^^<{datatype}>'
