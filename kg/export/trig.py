"""Triples → TriG: the default graph is that of ``graph.ttl``; each speaker's assertions stand in a graph apart.

Nothing may unite these graphs: what a speaker asserts would be read as a fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.export.terms import Iri, Triple
from kg.export.turtle import Renderer, blocks, prologue


def lines(
    triples: Iterable[Triple], graphs: Mapping[Iri, Sequence[Triple]], prefixes: Mapping[str, str]
) -> Iterator[str]:
    """A whole TriG document, line by line: the default graph, then the named ones in the order of their IRIs."""
    yield from prologue(prefixes)
    yield from blocks(triples, prefixes)
    render = Renderer(prefixes)
    for name, said in sorted(graphs.items()):
        yield ""
        yield f"{render(name)} {{"
        yield from blocks(said, prefixes, indent="    ")
        yield "}"
