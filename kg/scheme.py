"""A SKOS concept scheme → Themes: the only reader of ``ontology/themes.ttl``, or of a scheme of the user's own.

Preferred, alternative and hidden labels bring a theme up, ``pol:excludingLabel`` rules it out. Any scheme will do:
a concept is what has the type, stands in a ``skos:broader`` pair or is a top concept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import count
from operator import itemgetter
from pathlib import Path

from kg.errors import OntologyError
from kg.identifiers import prefixes
from kg.ontology import ontology_folder
from kg.themes import Theme, Themes, themes_of

__all__ = ["Theme", "Themes", "load_themes", "themes_file"]

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABELS = (_SKOS + "prefLabel", _SKOS + "altLabel", _SKOS + "hiddenLabel")
_EXCLUDING = prefixes()["pol"] + "excludingLabel"
_FILE = "themes.ttl"


@dataclass(frozen=True, slots=True)
class _Thing:
    """An IRI, or the text of a literal with its language."""

    value: str
    language: str | None
    literal: bool


_Pairs = dict[str, list[_Thing]]  # property → values


def themes_file(folder: Path) -> Path:
    """Give the folder's scheme of themes, or the shipped one."""
    own = folder / _FILE
    return own if own.is_file() else ontology_folder() / _FILE


def load_themes(path: Path | None = None) -> Themes:
    """Read a scheme (Turtle, RDF/XML, N-Triples or JSON-LD, by its suffix), by default the one of the package.

    Labels count in English or without a language, or all of them where a concept has none such. Raises
    :class:`~kg.errors.OntologyError` where the file cannot be read or parsed, holds no concept, or a concept stands
    above itself.
    """
    place = path or ontology_folder() / _FILE
    subjects, named = _read(place)
    iris = sorted(_concepts(subjects))
    if not iris:
        raise OntologyError(f"{place}: holds no skos:Concept; give a SKOS scheme")
    broader = _broader(iris, subjects)
    _refuse_cycle(place, broader)
    spaces = _prefixes(iris, named)
    names = {iri: f"{spaces[_namespace(iri)]}:{iri.removeprefix(_namespace(iri))}" for iri in iris}
    themes = [_theme(names[iri], iri, subjects.get(iri, {}), [names[above] for above in broader[iri]]) for iri in iris]
    return themes_of({prefix: space for space, prefix in sorted(spaces.items(), key=itemgetter(1))}, themes)


def _read(path: Path) -> tuple[dict[str, _Pairs], dict[str, str]]:
    """Give what the file says of each IRI, and its prefixes."""
    import pyoxigraph  # here, since it takes a while to load

    format_ = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None:
        raise OntologyError(f"{path}: the suffix tells no RDF format; .ttl, .rdf, .nt and .jsonld do")
    subjects: dict[str, _Pairs] = {}
    try:
        parser = pyoxigraph.parse(path.read_bytes(), format=format_)
        for quad in parser:
            if isinstance(quad.subject, pyoxigraph.NamedNode):
                things = subjects.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, [])
                if isinstance(quad.object, pyoxigraph.Literal):
                    things.append(_Thing(quad.object.value, quad.object.language, True))
                elif isinstance(quad.object, pyoxigraph.NamedNode):
                    things.append(_Thing(quad.object.value, None, False))
    except OSError as error:
        raise OntologyError(f"{path}: cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise OntologyError(f"{path}, line {error.lineno}: does not parse: {_line(error.msg)}") from error
    return subjects, dict(parser.prefixes)


def _line(text: str) -> str:
    return " ".join(text.split())


def _concepts(subjects: Mapping[str, _Pairs]) -> Iterator[str]:
    for iri, pairs in subjects.items():
        if _SKOS + "Concept" in _iris(pairs, _TYPE) or _SKOS + "topConceptOf" in pairs:
            yield iri
        if _SKOS + "broader" in pairs or _SKOS + "narrower" in pairs:
            yield iri
            yield from (other for other in _iris(pairs, _SKOS + "broader", _SKOS + "narrower") if other in subjects)
        yield from _iris(pairs, _SKOS + "hasTopConcept")


def _iris(pairs: _Pairs, *properties: str) -> list[str]:
    return [thing.value for name in properties for thing in pairs.get(name, ()) if not thing.literal]


def _broader(iris: Iterable[str], subjects: Mapping[str, _Pairs]) -> dict[str, list[str]]:
    """Give each concept's broader ones, those of other schemes left out."""
    above: dict[str, set[str]] = {iri: set() for iri in iris}
    for iri, pairs in subjects.items():
        for other in _iris(pairs, _SKOS + "broader"):
            if iri in above and other in above:
                above[iri].add(other)
        for other in _iris(pairs, _SKOS + "narrower"):
            if iri in above and other in above:
                above[other].add(iri)
    return {iri: sorted(others) for iri, others in above.items()}


def _refuse_cycle(path: Path, broader: Mapping[str, Iterable[str]]) -> None:
    try:
        TopologicalSorter(broader).prepare()
    except CycleError as error:
        raise OntologyError(f"{path}: a concept stands above itself: {' < '.join(error.args[1])}") from error


def _prefixes(iris: Iterable[str], named: Mapping[str, str]) -> dict[str, str]:
    """Give the concepts' namespaces a prefix: the file's own, the project's, else scheme1, scheme2 …"""
    spaces = sorted({_namespace(iri) for iri in iris})
    known = {space: prefix for prefix, space in sorted({**prefixes(), **named}.items(), reverse=True) if prefix}
    free = (name for name in (f"scheme{number}" for number in count(1)) if name not in named)
    return {space: known.get(space) or next(free) for space in spaces}


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("#"), iri.rfind("/"), iri.rfind(":")) + 1]


def _theme(concept: str, iri: str, pairs: _Pairs, broader: Iterable[str]) -> Theme:
    return Theme(
        concept=concept,
        iri=iri,
        label=_text(pairs, _LABELS[0]) or concept.partition(":")[2],
        notation=_text(pairs, _SKOS + "notation"),
        definition=_text(pairs, _SKOS + "definition"),
        broader=tuple(sorted(broader)),
        triggers=_english(pairs, *_LABELS),
        excluding=_english(pairs, _EXCLUDING),
    )


def _text(pairs: _Pairs, name: str) -> str:
    texts = [thing for thing in pairs.get(name, ()) if thing.literal]
    texts.sort(key=lambda thing: (not _is_english(thing), thing.language or "", thing.value))
    return _line(texts[0].value) if texts else ""


def _english(pairs: _Pairs, *properties: str) -> tuple[str, ...]:
    things = [thing for name in properties for thing in pairs.get(name, ()) if thing.literal]
    chosen = [thing for thing in things if thing.language is None or _is_english(thing)] or things
    return tuple(sorted({_line(thing.value) for thing in chosen}))


def _is_english(thing: _Thing) -> bool:
    return (thing.language or "").lower().split("-")[0] == "en"
