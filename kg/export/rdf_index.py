"""A file of RDF → what its default graph says of each node. Named graphs are passed over: nobody's word is a fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError
from kg.export.terms import RDF, STANDARD_PREFIXES, Names

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat

SUFFIXES = (".ttl", ".ttl12", ".trig", ".nq", ".jsonld")
_PREFIX = STANDARD_PREFIXES["vann"] + "preferredNamespacePrefix"


class Index:
    """Looks up values by node and property: an IRI, or a literal's lexical form. Properties are given as CURIEs.

    Raises: KeyError where nothing says what the prefixes of the graph are.
    """

    def __init__(self, index: dict[str, dict[str, list[str]]]) -> None:
        self._index = index
        found = {prefix: node for node, known in index.items() for prefix in known.get(_PREFIX, ())}
        self.prefixes = dict(sorted(found.items()))
        if not {"id", "pol"} <= found.keys():
            raise KeyError("vann:preferredNamespacePrefix")
        self._names = Names(self.prefixes)
        self._longest_first = sorted(self.prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._instances: dict[str, list[str]] = {}
        for node, known in index.items():
            for kind in known.get(RDF + "type", ()):
                self._instances.setdefault(kind, []).append(node)

    def nodes(self) -> Iterable[str]:
        """Every node that something is said of."""
        return self._index

    def instances(self, kind: str) -> list[str]:
        """The nodes of a class, in the order of the file."""
        return self._instances.get(self.iri(kind), [])

    def all(self, node: str, key: str) -> list[str]:
        """Every value, in the order of the file."""
        return self._index.get(node, {}).get(self.iri(key), [])

    def one(self, node: str, key: str) -> str | None:
        """The value, the first by its letters where there are several; None where there is none."""
        return min(self.all(node, key), default=None)

    def text(self, node: str, key: str) -> str:
        """The value that must be there; KeyError else."""
        found = self.one(node, key)
        if found is None:
            raise KeyError(key)
        return found

    def numbered(self, node: str, key: str) -> list[str]:
        """Parts in the order of their numbers."""
        return sorted(self.all(node, key), key=lambda part: int(self.text(part, "pol:number")))

    def iri(self, curie: str) -> str:
        return self._names(curie).value

    def curie(self, iri: str) -> str:
        """The IRI by the longest of the graph's own prefixes that fits; ValueError where none does."""
        for prefix, namespace in self._longest_first:
            if iri.startswith(namespace):
                return f"{prefix}:{iri[len(namespace) :]}"
        raise ValueError(f"{iri} is of no namespace of this graph")


def read_index(path: Path) -> Index:
    """Raises: OutputError where the file is of no format that is known, is missing or does not parse."""
    index: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, thing in _triples(path):
        index.setdefault(subject, {}).setdefault(predicate, []).append(thing)
    return Index(index)


def _triples(path: Path) -> Iterator[tuple[str, str, str]]:
    """The triples of the default graph; blank nodes and triple terms, which the table does not know, are left out."""
    from pyoxigraph import DefaultGraph, Literal, NamedNode, parse

    format, default = _format(path), DefaultGraph()
    try:
        for quad in parse(path=path, format=format):
            subject, thing = quad.subject, quad.object
            if quad.graph_name == default and isinstance(subject, NamedNode) and isinstance(thing, NamedNode | Literal):
                yield subject.value, quad.predicate.value, thing.value
    except FileNotFoundError:
        raise OutputError(f"{path}: no such file") from None
    except (OSError, SyntaxError, ValueError) as error:
        raise OutputError(f"{path} cannot be read: {' '.join(str(error).split())}") from error


def _format(path: Path) -> RdfFormat:
    from pyoxigraph import RdfFormat

    formats = (RdfFormat.TURTLE, RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N_QUADS, RdfFormat.JSON_LD)
    found = dict(zip(SUFFIXES, formats, strict=True)).get(path.suffix.lower())
    if found is None:
        raise OutputError(f"{path}: no file of RDF by its name; it must end with {', '.join(SUFFIXES)}")
    return found
