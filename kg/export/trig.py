"""Blocks → TriG: the default graph is that of ``graph.ttl``; each speaker's assertions stand in a graph apart.

Nothing may unite these graphs: what a speaker asserts would be read as a fact.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kg.export.rdf import Rdf
from kg.export.turtle import Renderer, blocks, prologue


def text(rdf: Rdf) -> Iterator[str]:
    """A TriG document, piece by piece; a speaker's graph is opened once for each document that adds to it."""
    yield prologue(rdf.prefixes)
    render = Renderer(rdf.prefixes)
    for graph, found in groupby(rdf.blocks, key=lambda block: block.graph):
        if graph is None:
            yield from blocks(found, render)
            continue
        yield f"\n{render(graph)} {{\n"
        yield from blocks(found, render, indent="    ")
        yield "}\n"
