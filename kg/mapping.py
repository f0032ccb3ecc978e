"""Words of a clause → the relation of an ontology, and words of a phrase → its class: the mapping, by data alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from kg.expressions import (
    ArgumentReading,
    ClauseReading,
    Expression,
    NounExpression,
    Place,
    Side,
    argument_readings,
    clause_readings,
    head_phrases,
    noun_reading,
)

ANYTHING = frozenset({"owl:Thing", "rdfs:Resource"})  # no class is outside these
_TO_BE_NAMED = frozenset({"agent", "deadline", "when"})  # "participate in recent years" is no participation in years
LITERAL = "rdfs:Literal"  # the type to ask with for a date, an amount, a number


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class, and the nouns and name labels that tell it. Terms are CURIEs; ``parents`` may be other vocabularies'."""

    curie: str
    iri: str
    label: str
    comment: str
    parents: tuple[str, ...]
    close: tuple[str, ...]
    nouns: tuple[str, ...]
    name_labels: tuple[str, ...]
    defined_by: str | None
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelationTerm:
    """A relation, and the expressions that say it; without domain or range anything may stand there."""

    curie: str
    iri: str
    label: str
    comment: str
    parents: tuple[str, ...]
    close: tuple[str, ...]
    domain: str | None
    range: str | None
    expressions: tuple[Expression, ...]
    kind: str | None
    defined_by: str | None
    examples: tuple[str, ...] = ()
    noun_expressions: tuple[NounExpression, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherTerm:
    """A term that is neither class nor relation: an annotation property or a datatype, as ``kind`` says."""

    curie: str
    iri: str
    label: str
    comment: str
    kind: str
    defined_by: str | None
    examples: tuple[str, ...] = ()


class Mapped(Struct, frozen=True):
    """The relation of a clause; ``inverse`` where the clause's subject is the object of the triple."""

    predicate: str
    inverse: bool


class MappedArgument(Struct, frozen=True):
    """The relation between an argument and the clause's subject or object, ``of`` which it is.

    That one is the triple's subject and the argument its object, or ``inverse``, the other way about.
    """

    predicate: str
    inverse: bool
    of: Place


@dataclass(frozen=True)
class Ontology:
    """Classes and relations by CURIE, and which of them some words tell. Made by :func:`ontology_of`.

    ``clauses`` and ``arguments`` hold, by verb and voice, each relation that they may say, with how it is read.
    """

    prefixes: Mapping[str, str]
    classes: Mapping[str, ClassTerm]
    relations: Mapping[str, RelationTerm]
    decisions: frozenset[str]  # the relations that say that something is decided
    kinds: Mapping[str, str]  # relation → its kind, or that of the nearest relation above it that has one
    _ancestors: Mapping[str, frozenset[str]] = field(repr=False)
    _offices: frozenset[str] = field(repr=False)
    _nouns: Mapping[str, str] = field(repr=False)
    _labels: Mapping[str, str] = field(repr=False)
    clauses: Mapping[tuple[str, str], tuple[tuple[str, ClauseReading], ...]] = field(repr=False)
    arguments: Mapping[tuple[str, str, str | None], tuple[tuple[str, ArgumentReading], ...]] = field(repr=False)
    relation_nouns: Mapping[str, tuple[NounExpression, ...]] = field(repr=False)  # by their noun

    def is_a(self, cls: str, ancestor: str) -> bool:
        """Whether a class is another or stands below it; every class is a thing."""
        return cls == ancestor or ancestor in ANYTHING or ancestor in self._ancestors.get(cls, ())

    def is_office(self, cls: str) -> bool:
        """Whether a class is of offices: whether a relation of the kind "tenure" calls for it as its object."""
        return cls in self._offices or not self._offices.isdisjoint(self._ancestors.get(cls, ()))

    def class_of_noun(self, phrase: str) -> str | None:
        """The class that the head noun of a phrase tells, in base form: "ministry of finance" by "ministry".

        Of several nouns the one of more words wins: "tax code" over "code".
        """
        if phrase.isalpha():
            return self._nouns.get(phrase.lower())
        for words in head_phrases(phrase):
            if words in self._nouns:
                return self._nouns[words]
        return None

    def class_of_label(self, ner_label: str) -> str | None:
        """The class that a name recogniser's label tells."""
        return self._labels.get(ner_label)

    def relation(
        self,
        lemma: str,
        voice: str,
        subject_type: str | None,
        object_type: str | None,
        *,
        has_object: bool | None = None,
    ) -> Mapped | None:
        """The relation of a clause, the most specific one where several have the verb; None where none fits.

        ``lemma`` has the object's preposition at its end ("hold in"). A type is a CURIE, ``rdfs:Literal`` for a value,
        None where it is unknown. ``has_object`` tells an object of unknown type from none; left out, an active clause
        is taken to have one and a passive not, unless only the other reading is there.
        """
        present = has_object if has_object is not None else object_type is not None or voice == "active"
        known = has_object is not None or object_type is not None
        found = []
        for predicate, reading in self.clauses.get((lemma, voice), ()):
            score = self._score(self.relations[predicate], reading, subject_type, object_type)
            if score is None or (known and present != reading.has_object):
                continue
            found.append(((present != reading.has_object, *(-part for part in score)), predicate, reading.inverse))
        return Mapped(*min(found)[1:]) if found else None

    def argument(
        self, verb: str, voice: str, preposition: str | None, role: str, kind: str | None = None
    ) -> MappedArgument | None:
        """The relation that an argument adds to the clause's subject or its object; a role that is named wins.

        An agent and a time must be named: without its role no preposition tells them from something else. ``kind`` is
        the argument's class, where it is known: an expression that asks for one (``Y[class]``) counts only then.
        """
        rows = self.arguments.get((verb, voice, preposition), ())
        fitting = [
            row
            for row in rows
            if (row[1].role == role or (row[1].role is None and role not in _TO_BE_NAMED))
            and (row[1].cls is None or (kind is not None and self.is_a(kind, row[1].cls)))
        ]
        if not fitting:
            return None
        predicate, reading = min(
            fitting,
            key=lambda row: (
                row[1].role is None, row[1].cls is None, row[1].derived, row[1].of != "subject", row[0],
            ),
        )  # fmt: skip
        return MappedArgument(predicate, reading.inverse, reading.of)

    def argument_relation(self, verb: str, voice: str, preposition: str | None, role: str) -> str | None:
        """The relation that runs from the clause's own subject to an argument; a by-agent's is :meth:`relation`'s."""
        mapped = self.argument(verb, voice, preposition, role)
        return mapped.predicate if mapped and mapped.of == "subject" and not mapped.inverse else None

    def expected(self, relation: RelationTerm, side: Side) -> str:
        """The class that a side of a relation's expression calls for."""
        declared = relation.domain if side.letter == "X" else relation.range if side.letter == "Y" else None
        return side.cls or declared or "rdfs:Resource"

    def _score(
        self, relation: RelationTerm, reading: ClauseReading, subject_type: str | None, object_type: str | None
    ) -> tuple[int, int] | None:
        """How well types fit a reading, range first; None where one contradicts it.

        A wrong type at X only counts against it: whoever acts is often named by a place ("Tokyo signed"), an event or
        a text.
        """
        scores = {"X": 0, "Y": 0, "_": 0}
        for side, known in ((reading.subject, subject_type), (reading.object, object_type)):
            if side is None or (side is reading.object and not reading.has_object):
                continue
            score = self._fit(known, self.expected(relation, side))
            unproven = side.cls is not None and (known is None or score < 2)
            if unproven or (side.letter == "Y" and known is not None and score < 0):
                return None
            scores[side.letter] = score
        return scores["Y"], scores["X"]

    def _fit(self, known: str | None, expected: str) -> int:
        """The more specific the class that a participant is known to be in, the higher; below 0 it is not in it.

        Of an unknown type, the widest class is the safest to assume.
        """
        if expected in ANYTHING:
            return 1 if known != LITERAL or expected == "rdfs:Resource" else -1
        if known is None:
            return 0 if expected != LITERAL else -1
        if self.is_a(known, expected):
            return 2 + len(self._ancestors.get(expected, ()))
        return 0 if self.is_a(expected, known) else -1


def ontology_of(
    prefixes: Mapping[str, str], classes: Iterable[ClassTerm], relations: Iterable[RelationTerm]
) -> Ontology:
    """Index terms by the words that tell them; of two classes with the same word the first by CURIE has it."""
    by_class = {term.curie: term for term in sorted(classes, key=lambda term: term.curie)}
    by_relation = {term.curie: term for term in sorted(relations, key=lambda term: term.curie)}
    above = ancestors({curie: term.parents for curie, term in by_relation.items()})
    decisive = {curie for curie, term in by_relation.items() if term.kind == "decision"}
    clauses: dict[tuple[str, str], list[tuple[str, ClauseReading]]] = {}
    arguments: dict[tuple[str, str, str | None], list[tuple[str, ArgumentReading]]] = {}
    nouns: dict[str, list[NounExpression]] = {}
    for term in by_relation.values():
        for expression in term.expressions:
            for reading in clause_readings(expression):
                clauses.setdefault((reading.lemma, reading.voice), []).append((term.curie, reading))
            for added in argument_readings(expression):
                arguments.setdefault((added.verb, added.voice, added.preposition), []).append((term.curie, added))
        for phrase in term.noun_expressions:
            reading = noun_reading(phrase)
            clauses.setdefault((reading.lemma, reading.voice), []).append((term.curie, reading))
            nouns.setdefault(phrase.noun, []).append(phrase)
    return Ontology(
        prefixes=dict(sorted(prefixes.items())),
        classes=by_class,
        relations=by_relation,
        decisions=frozenset(curie for curie in by_relation if curie in decisive or above[curie] & decisive),
        kinds=_kinds(by_relation),
        _offices=frozenset(
            term.range for term in by_relation.values() if term.range and (term.kind or "").startswith("tenure")
        )
        - ANYTHING,
        _ancestors=ancestors({curie: term.parents for curie, term in by_class.items()}),
        _nouns={noun: term.curie for term in reversed(by_class.values()) for noun in term.nouns},
        _labels={label: term.curie for term in reversed(by_class.values()) for label in term.name_labels},
        clauses={key: tuple(rows) for key, rows in clauses.items()},
        arguments={key: tuple(rows) for key, rows in arguments.items()},
        relation_nouns={noun: tuple(rows) for noun, rows in nouns.items()},
    )


def _kinds(relations: Mapping[str, RelationTerm]) -> dict[str, str]:
    """The kind of each relation that has one, its own before that of the nearest above it; by name where two are."""
    found: dict[str, str] = {}
    for curie in relations:
        level, seen = {curie}, set[str]()
        while level and curie not in found:
            own = sorted({kind for one in level & set(relations) if (kind := relations[one].kind)})
            if own:
                found[curie] = own[0]
            seen |= level
            level = {parent for one in level & set(relations) for parent in relations[one].parents} - seen
    return found


def ancestors(parents: Mapping[str, tuple[str, ...]]) -> dict[str, frozenset[str]]:
    """All terms above each term; a term of another vocabulary has none, a circle is gone round once."""
    found: dict[str, frozenset[str]] = {}
    for term in parents:
        above: set[str] = set()
        waiting = list(parents[term])
        while waiting:
            parent = waiting.pop()
            if parent not in above:
                above.add(parent)
                waiting.extend(parents.get(parent, ()))
        found[term] = frozenset(above)
    return found
