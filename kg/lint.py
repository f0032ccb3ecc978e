"""Ontology → what is wrong with it, a line each: what loads all the same, and yet would map words by accident.

:func:`lint` looks at what mapping needs, :func:`check` at that and at whether each term of the folder's own files is
fully described: label, comment, domain, range, example, ``rdfs:isDefinedBy``, and what it is like elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from kg.mapping import ANYTHING, LITERAL, ClassTerm, Ontology, OtherTerm, RelationTerm, ancestors

if TYPE_CHECKING:
    from kg.ontology import Described

Term = ClassTerm | RelationTerm | OtherTerm


def check(described: Described) -> tuple[str, ...]:
    """Everything to be mended, sorted; empty where all is well."""
    own = described.own
    listed: list[Term] = [*described.others]
    for one in (described.ontology, described.vocabulary):
        listed += [*one.classes.values(), *one.relations.values()]
    ours = [term for term in listed if term.curie in own]
    found = [line for line in lint(described.ontology) if line.partition(": ")[0] in own]
    found += described.bad_expressions
    found += [line for term in ours for line in _undescribed(term)]
    found += [f"{term.curie}: no skos:example" for term in ours if not term.examples]
    found += _unlike(listed, own)
    found += _undeclared(listed, own)
    return tuple(sorted(set(found)))


def lint(ontology: Ontology) -> tuple[str, ...]:
    """What would make the words of a text find a wrong term or none, sorted; empty where all is well."""
    found: list[str] = []
    for cls in ontology.classes.values():
        found.extend(_undescribed(cls))
    for relation in ontology.relations.values():
        found.extend(_undescribed(relation))
        found.extend(_unknown_classes(relation, ontology))
    found.extend(_circles({curie: term.parents for curie, term in ontology.classes.items()}))
    found.extend(_circles({curie: term.parents for curie, term in ontology.relations.items()}))
    found.extend(_shared({curie: term.nouns for curie, term in ontology.classes.items()}, "noun"))
    found.extend(_shared({curie: term.name_labels for curie, term in ontology.classes.items()}, "name label"))
    found.extend(_clashing_clauses(ontology))
    found.extend(_clashing_arguments(ontology))
    return tuple(sorted(set(found)))


def aligned(terms: Iterable[Term]) -> dict[str, tuple[str, ...]]:
    """For each class and relation the terms of other vocabularies that it stands below, beside or opposite.

    By itself or through what stands above it. A vocabulary is another one where none of ``terms`` is of it; that
    something is a thing says nothing.
    """
    known = {term.curie: term for term in terms if not isinstance(term, OtherTerm)}
    own = {_prefix(curie) for curie in known}
    above = ancestors({curie: term.parents for curie, term in known.items()})
    near = {
        curie: {*term.close, *above[curie], *(name for one in above[curie] & set(known) for name in known[one].close)}
        for curie, term in known.items()
    }
    return {
        curie: tuple(sorted(name for name in names - ANYTHING if _prefix(name) not in own))
        for curie, names in near.items()
    }


def _undescribed(term: Term) -> Iterator[str]:
    wanted = {"rdfs:label": term.label, "rdfs:comment": term.comment, "rdfs:isDefinedBy": term.defined_by}
    if isinstance(term, RelationTerm):
        wanted |= {"rdfs:domain": term.domain, "rdfs:range": term.range}
    for name, value in wanted.items():
        if not value:
            yield f"{term.curie}: no {name}"


def _unlike(terms: Iterable[Term], own: frozenset[str]) -> Iterator[str]:
    for curie, names in aligned(terms).items():
        if curie in own and not names:
            yield f"{curie}: no alignment: put it below or beside a term of another vocabulary (rdfs:subClassOf, …)"


def _undeclared(terms: Iterable[Term], own: frozenset[str]) -> Iterator[str]:
    """Terms of the ontology's own namespaces that are stood below and nowhere declared."""
    listed = list(terms)
    known = {term.curie for term in listed}
    prefixes = {_prefix(curie) for curie in known}
    for term in listed:
        if not isinstance(term, OtherTerm) and term.curie in own:
            for parent in term.parents:
                if parent not in known and (":" not in parent or _prefix(parent) in prefixes):
                    yield f"{term.curie}: stands below {parent}, which is not declared"


def _unknown_classes(relation: RelationTerm, ontology: Ontology) -> Iterator[str]:
    """Classes that are not declared though their namespace is the ontology's own; others' are taken on trust."""
    own = {_prefix(curie) for curie in (*ontology.classes, *ontology.relations)}
    sides = [
        side.cls
        for expression in relation.expressions
        for side in (expression.actor, expression.thing, expression.further)
        if side is not None
    ]
    sides += [side.cls for phrase in relation.noun_expressions for side in (phrase.x, phrase.y)]
    for name in (relation.domain, relation.range, *sides):
        if name is None or name in ontology.classes or name in ANYTHING or name == LITERAL:
            continue
        if _prefix(name) in own or ":" not in name:
            yield f"{relation.curie}: no class {name}"


def _circles(parents: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    for term, above in ancestors(parents).items():
        if term in above:
            yield f"{term}: stands below itself"


def _shared(words: Mapping[str, Iterable[str]], kind: str) -> Iterator[str]:
    owner: dict[str, str] = {}
    for curie in sorted(words):
        for word in words[curie]:
            if owner.setdefault(word, curie) != curie:
                yield f"{curie}: the {kind} {word!r} is {owner[word]}'s already"


def _clashing_clauses(ontology: Ontology) -> Iterator[str]:
    """Two relations said by one verb that no types tell apart."""
    for (lemma, voice), rows in ontology.clauses.items():
        for (first, one), (second, other) in combinations(rows, 2):
            if first == second or one.has_object != other.has_object:
                continue
            classes = [
                {
                    side.letter: ontology.expected(ontology.relations[curie], side)
                    for side in (row.subject, row.object)
                    if side
                }
                for curie, row in ((first, one), (second, other))
            ]
            if classes[0] == classes[1]:
                yield f"{second}: {lemma!r} ({voice}) is {first}'s already, with the same classes"


def _clashing_arguments(ontology: Ontology) -> Iterator[str]:
    for (verb, voice, preposition), rows in ontology.arguments.items():
        for (first, one), (second, other) in combinations(rows, 2):
            if first != second and (one.of, one.role, one.cls) == (other.of, other.role, other.cls):
                words = f"{verb} {preposition or '…'}" + (f" as {one.role}" if one.role else "")
                yield f"{second}: the argument {words!r} ({voice}, of the {one.of}) is {first}'s already"


def _prefix(curie: str) -> str:
    return curie.partition(":")[0]
