"""The page's rows without what they repeat: each shape's keys once, each word of a closed list once.

A row becomes ``[shape, value, …]``, its shape the number of a list of keys; viewer/unpack.js makes it a row again.
What a value is follows from its key: a row or rows of its own, a word of the table, an identifier whose beginning many
share, a sentence that the document knows by its number. All else stands as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["row", "rows", "word", "terms", "path", "sentence"]
Row = Mapping[str, Any]

_ROWS = ("arguments", "chain", "speakers", "themes")
_ROW = ("subject", "relation", "object", "value", "time", "hedge", "cue")
_WORDS = (
    "act", "class", "deontic", "family", "form", "kind", "lemma", "modality", "mode", "polarity", "precision",
    "predicate", "preposition", "role", "rule", "stance", "text", "unit", "valence", "via", "voice",
)  # fmt: skip
_SHARED: dict[str, Kind] = {
    **dict.fromkeys(_ROWS, "rows"), **dict.fromkeys(_ROW, "row"), **dict.fromkeys(_WORDS, "word"),
}  # fmt: skip
STATEMENTS: Mapping[str, Kind] = _SHARED | {"sentence": "sentence", "claim": "terms"}
NODES: Mapping[str, Kind] = _SHARED | {"id": "path"}


def packed(data: Row) -> dict[str, Any]:
    """The page's data with its nodes and statements packed, and ``packing``, which unpacking needs."""
    packing = Packing()
    sentences = [document.get("sentences", ()) for document in data["documents"]]
    nodes = [packing.row(one, NODES) for one in data["nodes"]]
    statements = [packing.row(one, STATEMENTS, sentences[one["document"]]) for one in data["statements"]]
    return {**data, "nodes": nodes, "statements": statements, "packing": packing.table()}


@dataclass(slots=True)
class Packing:
    """The shapes and words that the packed rows refer to; grows as rows are packed."""

    shapes: dict[tuple[tuple[str, Kind | None], ...], int] = field(default_factory=dict)
    words: dict[str, int] = field(default_factory=dict)

    def table(self) -> dict[str, Any]:
        """What unpacking needs beside the rows."""
        return {"words": list(self.words), "shapes": [list(shape) for shape in self.shapes]}

    def row(self, row: Row, kinds: Mapping[str, Kind], sentences: Sequence[Any] = ()) -> list[Any]:
        """The row packed; ``sentences`` are the spans of its document's."""
        shape = tuple((key, _kind(kinds.get(key), value)) for key, value in row.items())
        number = self.shapes.setdefault(shape, len(self.shapes))
        return [number, *(self._value(row[key], kind, kinds, sentences) for key, kind in shape)]

    def _value(self, value: Any, kind: Kind | None, kinds: Mapping[str, Kind], sentences: Sequence[Any]) -> Any:
        if kind == "row":
            return self.row(value, kinds, sentences)
        if kind == "rows":
            return [self.row(one, kinds, sentences) for one in value]
        if kind == "word":
            return self._word(value)
        if kind == "terms":  # a node by its number, another term by one below 0
            return [one if isinstance(one, int) else -1 - self._word(one) for one in value]
        if kind == "path":
            start, slash, end = value.rpartition("/")
            return [self._word(start + slash), end]
        if kind == "sentence":
            index, *span = value
            is_known = index < len(sentences) and list(sentences[index]) == span
            return index if is_known else value
        return value

    def _word(self, word: str) -> int:
        return self.words.setdefault(word, len(self.words))


def _kind(kind: Kind | None, value: Any) -> Kind | None:
    """A value of a participant is a row, the value of a value its lexical form."""
    return None if kind == "row" and not isinstance(value, Mapping) else kind
