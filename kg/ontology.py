"""ontology/*.ttl → Ontology: classes, relations, and the words that tell them. The only reader of the ontology.

A folder holds an ontology: every ``*.ttl`` in it but those named in ``_NOT_DOMAIN``, in any namespace, and
``mapping.ttl``, the shipped one where it has none. The words stand with the terms as data (docs/ontology.md): nothing
here knows a class or a relation by its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kg.errors import OntologyError
from kg.expressions import Expression, parse_expression
from kg.identifiers import prefixes as own_prefixes
from kg.mapping import LITERAL, ClassTerm, Mapped, MappedArgument, Ontology, RelationTerm, ontology_of

__all__ = [
    "LITERAL",
    "ClassTerm",
    "Mapped",
    "MappedArgument",
    "Ontology",
    "RelationTerm",
    "load_ontology",
    "ontology_folder",
]

_MAPPING = "mapping.ttl"
_NOT_DOMAIN = frozenset({_MAPPING, "shapes.ttl", "statements.ttl", "themes.ttl"})
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_CLOSE = ("http://www.w3.org/2004/02/skos/core#closeMatch", _OWL + "inverseOf")
_WORDS = own_prefixes()["pol"]  # the namespace of the properties that hold the words, whatever that of the terms
_CLASS_TYPES = frozenset({_OWL + "Class", _RDFS + "Class"})
_RELATION_TYPES = frozenset(
    {_OWL + "ObjectProperty", _OWL + "DatatypeProperty", "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property"}
)


class _Node(NamedTuple):
    """An IRI or the text of a literal; what has no name of its own (a blank node) is never read."""

    value: str
    language: str | None
    literal: bool


@dataclass(frozen=True)
class _Source:
    """What some Turtle files say: subject → property → nodes, and the prefixes that they use."""

    prefixes: dict[str, str] = field(default_factory=dict)
    triples: dict[str, dict[str, list[_Node]]] = field(default_factory=dict)

    def values(self, subject: str, *properties: str) -> list[str]:
        """All values of these properties, sorted and free of doubles."""
        nodes = (node for name in properties for node in self.triples.get(subject, {}).get(name, ()))
        return sorted({node.value for node in nodes})

    def text(self, subject: str, name: str) -> str:
        """One text: the English one, else one without a language, else the first; "" where there is none."""
        nodes = [node for node in self.triples.get(subject, {}).get(name, ()) if node.literal]
        nodes.sort(key=lambda node: (not (node.language or "").startswith("en"), node.language or "", node.value))
        return nodes[0].value if nodes else ""


def load_ontology(folder: Path | None = None) -> Ontology:
    """Read the ontology of a folder, by default the one that comes with the package.

    Raises :class:`~kg.errors.OntologyError` where the folder has none, a file does not parse or an expression is none.
    """
    place = ontology_folder(folder)
    source = _Source()
    _read(sorted(path for path in place.glob("*.ttl") if path.name not in _NOT_DOMAIN), source)
    if not _of_type(source, _CLASS_TYPES | _RELATION_TYPES):
        raise OntologyError(f"{place}: no ontology here; put a .ttl file into it that declares classes and relations")
    own = place / _MAPPING
    _read([own if own.is_file() else ontology_folder() / _MAPPING], source)
    classes, relations = _of_type(source, _CLASS_TYPES), _of_type(source, _RELATION_TYPES)
    names = _Names(source.prefixes, (*classes, *relations))
    return ontology_of(
        names.prefixes,
        [_class(source, iri, names) for iri in classes],
        [_relation(source, iri, names) for iri in relations],
    )


def ontology_folder(folder: Path | None = None) -> Path:
    """The folder asked for, else the one that is installed with the package, else the checkout's."""
    if folder is not None:
        if not folder.is_dir():
            raise OntologyError(f"{folder}: not a folder; an ontology is a folder of .ttl files")
        return folder
    installed = Path(__file__).parent / "_ontology"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "ontology"


def _read(files: Iterable[Path], source: _Source) -> None:
    """Add what some files say to ``source``."""
    import pyoxigraph  # here, since it takes a while to load; it parses far faster than rdflib

    for path in files:
        try:
            parser = pyoxigraph.parse(path.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
            for quad in parser:
                if isinstance(quad.subject, pyoxigraph.NamedNode):
                    nodes = source.triples.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, [])
                    if isinstance(quad.object, pyoxigraph.Literal):
                        nodes.append(_Node(quad.object.value, quad.object.language, True))
                    elif isinstance(quad.object, pyoxigraph.NamedNode):
                        nodes.append(_Node(quad.object.value, None, False))
        except OSError as error:
            raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
        except SyntaxError as error:
            raise OntologyError(f"{path}, line {error.lineno}: not Turtle: {error.msg}") from error
        for prefix, namespace in parser.prefixes.items():
            if prefix and source.prefixes.setdefault(prefix, namespace) != namespace:
                other = source.prefixes[prefix]
                raise OntologyError(f"{path}: the prefix {prefix}: stands for {other} in another file; choose one")


def _of_type(source: _Source, types: frozenset[str]) -> list[str]:
    return sorted(iri for iri in source.triples if types & set(source.values(iri, _TYPE)))


class _Names:
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


def _class(source: _Source, iri: str, names: _Names) -> ClassTerm:
    return ClassTerm(
        curie=names(iri),
        iri=iri,
        label=source.text(iri, _RDFS + "label"),
        comment=source.text(iri, _RDFS + "comment"),
        parents=names.all(source.values(iri, _RDFS + "subClassOf")),
        close=names.all(source.values(iri, *_CLOSE)),
        nouns=tuple(sorted({noun.lower() for noun in source.values(iri, _WORDS + "noun")})),
        name_labels=tuple(source.values(iri, _WORDS + "nameLabel")),
        defined_by=next(iter(source.values(iri, _RDFS + "isDefinedBy")), None),
    )


def _relation(source: _Source, iri: str, names: _Names) -> RelationTerm:
    return RelationTerm(
        curie=names(iri),
        iri=iri,
        label=source.text(iri, _RDFS + "label"),
        comment=source.text(iri, _RDFS + "comment"),
        parents=names.all(source.values(iri, _RDFS + "subPropertyOf")),
        close=names.all(source.values(iri, *_CLOSE)),
        domain=names.first(source.values(iri, _RDFS + "domain")),
        range=names.first(source.values(iri, _RDFS + "range")),
        expressions=tuple(_expressions(source, iri, names)),
        kind=next(iter(source.values(iri, _WORDS + "relationKind")), None),
        defined_by=next(iter(source.values(iri, _RDFS + "isDefinedBy")), None),
    )


def _expressions(source: _Source, iri: str, names: _Names) -> Iterator[Expression]:
    for text in source.values(iri, _WORDS + "expression"):
        try:
            yield parse_expression(text)
        except ValueError as error:
            raise OntologyError(f"{names(iri)}: {text!r}: {error}") from error
