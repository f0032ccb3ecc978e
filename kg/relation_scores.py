"""Coded table of relations → how often the mapping to the ontology is right, relation by relation.

Gold frames carry no relation of the ontology: they tell whether a frame that was mapped is one at all, and not whether
it was mapped to the right relation. A table such as ``corpus/gold/relations.csv`` does: clauses of the corpus with the
classes of their sides and the relation that a coder expects, or none.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.evaluate import Score
from kg.model import Statement

if TYPE_CHECKING:
    from kg.mapping import Ontology

COLUMNS = (
    "text", "sentence", "subject", "subject_class", "relation", "lemma", "voice", "object", "object_class", "expected",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coded:
    """A clause of a text, ``object`` "" where it has none; classes and ``expected`` are CURIEs, None where unknown."""

    text: str
    subject: str
    subject_class: str | None
    lemma: str
    voice: str
    object: str
    object_class: str | None
    expected: str | None


Mapper = Callable[[Coded], str | None]


def read_relations(path: Path) -> tuple[Coded, ...]:
    """The rows of a coded table.

    Raises: InputError where it cannot be read or lacks a column.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise InputError(f"{path}: no column {missing[0]}; a table of relations has {', '.join(COLUMNS)}")
            return tuple(_coded(row) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: cannot be read ({error})") from None


def mapper(ontology: Ontology) -> Mapper:
    """What the mapping alone says, given the classes that the coder gave."""

    def mapped(row: Coded) -> str | None:
        found = ontology.relation(
            row.lemma, row.voice, row.subject_class, row.object_class, has_object=bool(row.object)
        )  # fmt: skip
        return found.predicate if found else None

    return mapped


def built(statements: Iterable[Statement], sources: Mapping[str, str]) -> Mapper:
    """What a build says of the same clause; None also where it has no such frame.

    ``sources`` gives the file name, without its suffix, by document.
    """
    known: dict[tuple[str, str, str, str], str | None] = {}
    for one in statements:
        key = (sources.get(one.document, ""), one.relation.lemma, one.relation.voice, one.subject.text)
        known[key] = known.get(key) or one.relation.predicate

    def found(row: Coded) -> str | None:
        return known.get((row.text, row.lemma, row.voice, row.subject))

    return found


def score_relations(rows: Sequence[Coded], ask: Mapper) -> dict[str, Score]:
    """Precision and recall of each relation that is expected or given; no relation is no answer, and not scored."""
    pairs = [(row.expected, ask(row)) for row in rows]
    expected, given = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    names = sorted(name for name in {*expected, *given} if name is not None)
    return {name: Score(expected[name], given[name], right[name], right[name]) for name in names}


def _coded(row: Mapping[str, str]) -> Coded:
    kinds = {key: row[key] or None for key in ("subject_class", "object_class", "expected")}
    return Coded(
        text=row["text"], subject=row["subject"], subject_class=kinds["subject_class"], lemma=row["lemma"],
        voice=row["voice"], object=row["object"], object_class=kinds["object_class"], expected=kinds["expected"],
    )  # fmt: skip
