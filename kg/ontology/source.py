"""Turtle files → what they say of each IRI, and short names for IRIs. The only reader of an ontology's files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Node(NamedTuple):
    """An IRI or the text of a literal; what has no name of its own (a blank node) is never read."""

    value: str
    language: str | None
    literal: bool


@dataclass(frozen=True)
class Source:
    """What some Turtle files say: subject → property → nodes, and the prefixes that they use."""

    prefixes: dict[str, str] = field(default_factory=dict)
    triples: dict[str, dict[str, list[Node]]] = field(default_factory=dict)

    def values(self, subject: str, *properties: str) -> list[str]:
        """All values of these properties, sorted and free of doubles."""
        nodes = (node for name in properties for node in self.triples.get(subject, {}).get(name, ()))
        return sorted({node.value for node in nodes})

    def text(self, subject: str, name: str) -> str:
        """One text: the English one, else one without a language, else the first; "" where there is none."""
        nodes = [node for node in self.triples.get(subject, {}).get(name, ()) if node.literal]
        nodes.sort(key=lambda node: (not (node.language or "").startswith("en"), node.language or "", node.value))
        return nodes[0].value if nodes else ""

    def of_type(self, types: frozenset[str]) -> list[str]:
        """The IRIs that are of one of these types, sorted."""
        return sorted(iri for iri in self.triples if types & set(self.values(iri, TYPE)))


def read_files(files: Iterable[Path], source: Source) -> None:
    """Add what some files say to ``source``.

    Raises: OntologyError where a file cannot be read, is not Turtle, or uses a prefix in another sense.
    """
    import pyoxigraph  # here, since it takes a while to load; it parses far faster than rdflib

    for path in files:
        try:
            parser = pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
            for quad in parser:
                if isinstance(quad.subject, pyoxigraph.NamedNode):
                    nodes = source.triples.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, [])
                    if isinstance(quad.object, pyoxigraph.Literal):
                        nodes.append(Node(quad.object.value, quad.object.language, True))
                    elif isinstance(quad.object, pyoxigraph.NamedNode):
                        nodes.append(Node(quad.object.value, None, False))
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
        except SyntaxError as error:
            raise OntologyError(f"{path}, line {error.lineno}: not Turtle: {error.msg}") from error
        for prefix, namespace in parser.prefixes.items():
            if prefix and source.prefixes.setdefault(prefix, namespace) != namespace:
                other = source.prefixes[prefix]
                raise OntologyError(f"{path}: the prefix {prefix}: stands for {other} in another file; choose one")


class Names:
    """IRI → CURIE, by the prefixes of the files; a namespace without one of its own is called ns1, ns2, …"""

    def __init__(self, prefixes: Mapping[str, str], terms: Iterable[str]) -> None:
        self.prefixes = {prefix: namespace for prefix, namespace in prefixes.items() if prefix}
        bare = {_namespace(iri) for iri in terms if not self._prefix(iri)}
        for number, namespace in enumerate(sorted(bare), 1):
            self.prefixes[f"ns{number}"] = namespace

    def __call__(self, iri: str) -> str:
        prefix = self._prefix(iri)
        return f"{prefix}:{iri[len(self.prefixes[prefix]) :]}" if prefix else iri

    def _prefix(self, iri: str) -> str | None:
        """The prefix of the longest namespace that leaves a simple name."""
        fitting = [
            (len(namespace), prefix)
            for prefix, namespace in self.prefixes.items()
            if iri.startswith(namespace) and not set("/#") & set(iri[len(namespace) :])
        ]
        return max(fitting)[1] if fitting else None

    def all(self, iris: Iterable[str]) -> tuple[str, ...]:
        return tuple(self(iri) for iri in iris)

    def first(self, iris: list[str]) -> str | None:
        return self(iris[0]) if iris else None


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/"), iri.rfind(":")) + 1]
