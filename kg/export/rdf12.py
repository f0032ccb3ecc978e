"""Blocks → Turtle 1.2: the default graph, and each statement reifies the triple that it speaks of.

A triple term, ``<<( s p o )>>``, names a triple without stating it: what is only said may stand there as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.export.rdf import Rdf
from kg.export.terms import RDF, Block, Iri
from kg.export.turtle import Renderer, piece, prologue

_SIDES = tuple(Iri(RDF + name) for name in ("subject", "predicate", "object"))
_REIFIES = Iri(RDF + "reifies")


def text(rdf: Rdf) -> Iterator[str]:
    """A document of Turtle 1.2, piece by piece; readers of Turtle 1.1 refuse it."""
    yield 'VERSION "1.2"\n'
    yield prologue(rdf.prefixes)
    render = Renderer(rdf.prefixes)
    for block in rdf.blocks:
        if block.graph is None:
            yield piece(block, render, further=_reified(block, render))


def _reified(block: Block, render: Renderer) -> tuple[str, ...]:
    """The row that names a statement's triple; none where it has no object, or has a value for its subject."""
    sides = [thing for key in _SIDES for predicate, thing in block.pairs if predicate == key]
    if len(sides) < len(_SIDES) or not isinstance(sides[0], Iri):
        return ()
    return (f"{render(_REIFIES)} <<( {' '.join(map(render, sides))} )>>",)
