"""ontology/*.ttl → Ontology: classes, relations, and the words that tell them. The only reader of the ontology.

A folder holds an ontology: every ``*.ttl`` in it but those named in ``_NOT_DOMAIN``, in any namespace, and
``mapping.ttl``, the shipped one where it has none. The words stand with the terms as data (docs/ontology.md): nothing
here knows a class or a relation by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError
from kg.mapping import (
    LITERAL,
    ClassTerm,
    Mapped,
    MappedArgument,
    Ontology,
    OtherTerm,
    RelationTerm,
    ontology_of,
)
from kg.ontology.source import Names, Source, read_files
from kg.ontology.terms import (
    CLASS_TYPES,
    OTHER_TYPES,
    RELATION_TYPES,
    OnBad,
    class_term,
    other_term,
    relation_term,
)

__all__ = [
    "LITERAL",
    "ClassTerm",
    "Described",
    "Mapped",
    "MappedArgument",
    "Ontology",
    "RelationTerm",
    "describe_ontology",
    "load_ontology",
    "ontology_folder",
]

_MAPPING, _STATEMENTS, _SHAPES = "mapping.ttl", "statements.ttl", "shapes.ttl"
_NOT_DOMAIN = frozenset({_MAPPING, _SHAPES, _STATEMENTS, "themes.ttl"})
_HEADER = frozenset({"http://www.w3.org/2002/07/owl#Ontology"})
_TITLE = ("http://purl.org/dc/terms/title", "http://www.w3.org/2000/01/rdf-schema#label")
_ABOUT = ("http://purl.org/dc/terms/description", "http://www.w3.org/2000/01/rdf-schema#comment")


@dataclass(frozen=True)
class Described:
    """An ontology as people look at it: each term of its files, and what is wrong with its expressions.

    ``vocabulary`` holds the terms of statements.ttl, in which no words are looked up; ``own`` the CURIEs that the
    folder's own files declare (``mapping.ttl`` may be the shipped one).
    """

    title: str
    about: str
    ontology: Ontology
    vocabulary: Ontology
    others: tuple[OtherTerm, ...]
    own: frozenset[str]
    bad_expressions: tuple[str, ...]


def load_ontology(folder: Path | None = None) -> Ontology:
    """Read the ontology of a folder, by default the one that comes with the package.

    Raises :class:`~kg.errors.OntologyError` where the folder has none, a file does not parse or an expression is none.
    """
    place = ontology_folder(folder)
    source = _domain(place)
    read_files([path for path in (place / _STATEMENTS, place / _SHAPES) if path.is_file()], Source())  # that they parse
    return _ontology(source, _names(source), _refuse)


def describe_ontology(folder: Path | None = None) -> Described:
    """Read the same to be checked or shown: with statements.ttl where there is one, and with what is no expression.

    Raises: OntologyError where the folder has no ontology or a file does not parse.
    """
    place = ontology_folder(folder)
    domain, statements, own = _domain(place), Source(), Source()
    read_files(sorted(path for path in place.glob("*.ttl") if path.name not in _NOT_DOMAIN), own)
    header = next(iter(own.of_type(_HEADER)), "")
    files = [path for path in (place / _STATEMENTS, place / _MAPPING) if path.is_file()]
    for path in files:
        read_files([path], own)
    read_files([path for path in files if path.name == _STATEMENTS], statements)
    names = _names(Source({**statements.prefixes, **domain.prefixes}, {**statements.triples, **domain.triples}))
    bad: list[str] = []
    return Described(
        title=next((text for key in _TITLE if (text := own.text(header, key))), place.resolve().name),
        about=next((text for key in _ABOUT if (text := own.text(header, key))), ""),
        ontology=_ontology(domain, names, bad.append),
        vocabulary=_ontology(statements, names, bad.append),
        others=tuple(
            other_term(source, iri, names)
            for source in (domain, statements)
            for iri in source.of_type(frozenset(OTHER_TYPES))
        ),
        own=frozenset(names(iri) for iri in own.triples),
        bad_expressions=tuple(sorted(bad)),
    )


def ontology_folder(folder: Path | None = None) -> Path:
    """The folder asked for, else the one that is installed with the package, else the checkout's."""
    if folder is not None:
        if not folder.is_dir():
            raise OntologyError(f"{folder}: not a folder; an ontology is a folder of .ttl files")
        return folder
    package = Path(__file__).parent.parent
    installed = package / "_ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


def _domain(place: Path) -> Source:
    """The files of the domain and of the mapping, together."""
    source = Source()
    read_files(sorted(path for path in place.glob("*.ttl") if path.name not in _NOT_DOMAIN), source)
    if not source.of_type(CLASS_TYPES | RELATION_TYPES):
        raise OntologyError(f"{place}: no ontology here; put a .ttl file into it that declares classes and relations")
    own = place / _MAPPING
    read_files([own if own.is_file() else ontology_folder() / _MAPPING], source)
    return source


def _names(source: Source) -> Names:
    return Names(source.prefixes, source.of_type(CLASS_TYPES | RELATION_TYPES))


def _ontology(source: Source, names: Names, on_bad: OnBad) -> Ontology:
    return ontology_of(
        names.prefixes,
        [class_term(source, iri, names) for iri in source.of_type(CLASS_TYPES)],
        [relation_term(source, iri, names, on_bad) for iri in source.of_type(RELATION_TYPES)],
    )


def _refuse(reason: str) -> None:
    raise OntologyError(reason)
