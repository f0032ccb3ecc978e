"""Triples in any order → blocks in the order of their nodes, each triple once: for what many statements speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.export.terms import RDF, Block, Iri, Pair, Triple

_TYPE = Iri(RDF + "type")


class Gathered:
    """Triples of one graph, None being the default graph."""

    def __init__(self, graph: Iri | None = None) -> None:
        self._graph = graph
        self._found: dict[Iri, set[Pair]] = {}

    def add(self, triples: Iterable[Triple]) -> None:
        """Gather triples; one that is there already changes nothing."""
        for subject, predicate, thing in triples:
            self._found.setdefault(subject, set()).add((predicate, thing))

    def nodes(self) -> frozenset[Iri]:
        """Everything that something was gathered about."""
        return frozenset(self._found)

    def pairs(self, node: Iri) -> list[Pair]:
        """What was gathered about a node, its types first."""
        return sorted(self._found.get(node, ()), key=lambda pair: (pair[0] != _TYPE, pair))

    def blocks(self) -> Iterator[Block]:
        """A block for each node, in the order of the IRIs."""
        for node in sorted(self._found):
            yield Block(node, self.pairs(node), self._graph)


def merged(blocks: Iterable[Block]) -> Iterator[Block]:
    """One block a node, in the order of the IRIs, where several may speak of the same; all in one graph."""
    found: dict[Iri, dict[Pair, None]] = {}
    for block in blocks:
        found.setdefault(block.node, {}).update(dict.fromkeys(block.pairs))
    for node in sorted(found):
        yield Block(node, tuple(found[node]))
