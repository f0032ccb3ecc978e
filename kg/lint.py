"""Ontology → what is wrong with it, a line each: what loads all the same, and yet would map words by accident."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from kg.mapping import ANYTHING, LITERAL, ClassTerm, Ontology, RelationTerm, ancestors


def lint(ontology: Ontology) -> tuple[str, ...]:
    """The findings, sorted; empty where all is well."""
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


def _undescribed(term: ClassTerm | RelationTerm) -> Iterator[str]:
    wanted = {"rdfs:label": term.label, "rdfs:comment": term.comment, "rdfs:isDefinedBy": term.defined_by}
    if isinstance(term, RelationTerm):
        wanted |= {"rdfs:domain": term.domain, "rdfs:range": term.range}
    for name, value in wanted.items():
        if not value:
            yield f"{term.curie}: no {name}"


def _unknown_classes(relation: RelationTerm, ontology: Ontology) -> Iterator[str]:
    """Classes that are not declared though their namespace is the ontology's own; others' are taken on trust."""
    own = {curie.partition(":")[0] for curie in (*ontology.classes, *ontology.relations)}
    sides = [
        side.cls
        for expression in relation.expressions
        for side in (expression.actor, expression.thing, expression.further)
        if side is not None
    ]
    for name in (relation.domain, relation.range, *sides):
        if name is None or name in ontology.classes or name in ANYTHING or name == LITERAL:
            continue
        if name.partition(":")[0] in own or ":" not in name:
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
