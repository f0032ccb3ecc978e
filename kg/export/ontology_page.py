"""Described ontology → one page of HTML: each term with its definition, words, example and place among the others.

The template and its style stand in ``ontology_html/``. The page needs no script and no server; whatever an ontology's
files hold is escaped, and only addresses of the web become links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.identifiers import slug
from kg.lint import aligned
from kg.mapping import ClassTerm, OtherTerm, RelationTerm

if TYPE_CHECKING:
    from kg.ontology import Described

Term = ClassTerm | RelationTerm | OtherTerm
Piece = tuple[str, str]  # some words, and what they are: x, y, any, role, stressed, or nothing of these
_ANYTHING = {"owl:Thing": "anything", "rdfs:Resource": "anything or a value", "rdfs:Literal": "a value"}


@dataclass(frozen=True, slots=True)
class Ref:
    """A term that another names: what is shown, and where it leads; ``href`` None where there is nothing to open."""

    text: str
    href: str | None
    title: str
    own: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A term as the template shows it; ``depth`` is how far it stands below the top of its section."""

    term: Term
    anchor: str
    depth: int
    above: tuple[Ref, ...]
    below: tuple[Ref, ...]
    like: tuple[Ref, ...]
    inherited: tuple[Ref, ...]
    domain: Ref | None
    range: Ref | None
    examples: tuple[tuple[Piece, ...], ...]
    expressions: tuple[tuple[Piece, ...], ...]
    subject_of: tuple[Ref, ...]
    object_of: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its terms, those below another right behind it."""

    name: str
    about: str
    terms: tuple[Shown, ...]

    @property
    def anchor(self) -> str:
        return f"section-{slug(self.name)}"


def ontology_page(described: Described) -> str:
    """The page; the same ontology gives the same bytes."""
    from jinja2 import Environment, StrictUndefined

    template = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    ).from_string(_text("template.html"))
    sections = [section for section in _sections(described) if section.terms]
    return template.render(title=described.title, about=described.about, sections=sections, style=_text("style.css"))


def _sections(described: Described) -> Iterator[Section]:
    ontology, vocabulary, own = described.ontology, described.vocabulary, described.own
    by_curie: dict[str, Term] = {term.curie: term for term in described.others}
    for one in (vocabulary, ontology):
        by_curie |= {**one.classes, **one.relations}
    shelf = _Shelf({curie: term for curie, term in by_curie.items() if curie in own}, by_curie, described)
    domain_classes, domain_relations = ontology.classes, ontology.relations
    yield Section("Classes", "What a text speaks of.", shelf.shown(domain_classes))
    yield Section("Relations", "What it says of them, and the words that say so.", shelf.shown(domain_relations))
    yield Section("Classes of the vocabulary", "How what was found is written down.", shelf.shown(vocabulary.classes))
    yield Section("Properties of the vocabulary", "What is kept of each finding.", shelf.shown(vocabulary.relations))
    others = {term.curie: term for term in described.others}
    yield Section("Other terms", "Annotation properties and datatypes.", shelf.shown(others))


class _Shelf:
    """All terms that are shown, by CURIE, and how they refer to one another."""

    def __init__(self, own: Mapping[str, Term], known: Mapping[str, Term], described: Described) -> None:
        self.own, self.known = own, known
        self.prefixes = {**described.vocabulary.prefixes, **described.ontology.prefixes}
        self.aligned = aligned(known.values())
        self.anchors = dict(zip(own, _anchors(own), strict=True))

    def shown(self, terms: Mapping[str, Term]) -> tuple[Shown, ...]:
        listed = {curie: self.own[curie] for curie in sorted(terms) if curie in self.own}
        return tuple(self._shown(self.own[curie], depth, listed) for curie, depth in _ordered(listed))

    def ref(self, curie: str) -> Ref:
        term = self.known.get(curie)
        if curie in _ANYTHING:
            return Ref(_ANYTHING[curie], None, curie, own=False)
        if curie in self.own:
            assert term is not None
            return Ref(term.label or curie, f"#{self.anchors[curie]}", curie, own=True)
        prefix, colon, local = curie.partition(":")
        iri = self.prefixes[prefix] + local if colon and prefix in self.prefixes else curie
        return Ref(curie, iri if iri.startswith(("https://", "http://")) else None, iri, own=False)

    def refs(self, curies: Iterable[str]) -> tuple[Ref, ...]:
        return tuple(self.ref(curie) for curie in curies)

    def _shown(self, term: Term, depth: int, listed: Mapping[str, Term]) -> Shown:
        parents, close = ((), ()) if isinstance(term, OtherTerm) else (term.parents, term.close)
        relation = term if isinstance(term, RelationTerm) else None
        relations = [one for one in self.own.values() if isinstance(one, RelationTerm)]
        return Shown(
            term=term,
            anchor=self.anchors[term.curie],
            depth=depth,
            above=self.refs(parents),
            below=self.refs(curie for curie, one in listed.items() if term.curie in _parents(one)),
            like=self.refs(close),
            inherited=self.refs(self._inherited(term.curie, (*parents, *close))),
            domain=self.ref(relation.domain) if relation and relation.domain else None,
            range=self.ref(relation.range) if relation and relation.range else None,
            examples=tuple(tuple(_stressed(example)) for example in term.examples),
            expressions=tuple(tuple(_pieces(text)) for text in _texts(relation)),
            subject_of=self.refs(one.curie for one in relations if one.domain == term.curie),
            object_of=self.refs(one.curie for one in relations if one.range == term.curie),
        )  # fmt: skip

    def _inherited(self, curie: str, stated: tuple[str, ...]) -> tuple[str, ...]:
        """What it is like through what stands above it, where it is said to be like nothing itself."""
        found = self.aligned.get(curie, ())
        return () if set(found) & set(stated) else found


def _parents(term: Term) -> tuple[str, ...]:
    return () if isinstance(term, OtherTerm) else term.parents


def _ordered(terms: Mapping[str, Term]) -> Iterator[tuple[str, int]]:
    """Each term once, behind the first of its parents that is among them; what stands in a circle comes last."""
    seen: set[str] = set()

    def walk(curie: str, depth: int) -> Iterator[tuple[str, int]]:
        if curie not in seen:
            seen.add(curie)
            yield curie, depth
            for child in sorted(terms, key=lambda one: (terms[one].label or one, one)):
                if curie in _parents(terms[child]):
                    yield from walk(child, depth + 1)

    tops = [curie for curie, term in terms.items() if not set(_parents(term)) & set(terms)]
    for curie in (*sorted(tops, key=lambda one: (terms[one].label or one, one)), *terms):
        yield from walk(curie, 0)


def _stressed(example: str) -> Iterator[Piece]:
    """An example in pieces; between two stars stands what it is an example of: "*State Councilor* Wang Yong"."""
    for place, piece in enumerate(re.split(r"\*([^*]+)\*", example)):
        if piece:
            yield piece, "stressed" if place % 2 else ""


def _texts(relation: RelationTerm | None) -> list[str]:
    """The relation's expressions, those of verbs before those of nouns."""
    if relation is None:
        return []
    return [*(one.text for one in relation.expressions), *(one.text for one in relation.noun_expressions)]


def _pieces(expression: str) -> Iterator[Piece]:
    words = expression.split()
    for place, word in enumerate(words):
        letter = word.split("[")[0].removesuffix("?").removesuffix("'s")
        if letter in {"X", "Y", "_"}:
            yield word, {"X": "x", "Y": "y", "_": "any"}[letter]
        else:
            yield word, "role" if place >= len(words) - 2 and "as" in words[-2:-1] else ""


def _anchors(curies: Iterable[str]) -> Iterator[str]:
    """A short name for each term within the page, no two the same ("heldIn"; "Award" and "award" are two)."""
    seen: set[str] = set()
    for curie in curies:
        plain = "".join(sign if sign.isalnum() else "-" for sign in curie.rpartition(":")[2]) or "term"
        name, number = plain, 2
        while name in seen:
            name, number = f"{plain}-{number}", number + 1
        seen.add(name)
        yield name


def _text(name: str) -> str:
    return (files("kg") / "export" / "ontology_html" / name).read_text(encoding="utf-8")
