"""The page's nodes: every participant and theme of the statements, numbered in the order in which they come.

Entities and themes are one node over all documents. A phrase that names no entity, a value and an unstated addressee
stay within their document, as in the RDF: nothing says that "the plan" of two texts is one plan.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kg.export.nodes import Nodes as Resources
from kg.export.terms import Names
from kg.identifiers import prefixes
from kg.model import Entity, Participant, Statement

if TYPE_CHECKING:
    from kg.graph import Graph

LONGEST_LABEL = 160  # characters; what is longer is cut where it is shown, its sentence has it whole
Key = tuple[str, ...]
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Family:
    """Types that share a colour and a shape; ``classes`` are the words that a class name may end with."""

    key: str
    label: str
    shape: str
    classes: tuple[str, ...]


@cache
def families() -> tuple[Family, ...]:
    """The families of viewer/families.json, in the legend's order."""
    read = json.loads((files("kg.export") / "viewer" / "families.json").read_text("utf-8"))
    return tuple(Family(one["key"], one["label"], one["shape"], tuple(one["classes"])) for one in read)


def family_of(type_: str | None) -> str:
    """The family of a class, by the last word of its name that a family knows.

    >>> family_of("pol:GovernmentBody"), family_of("pol:Comet"), family_of(None)
    ('body', 'other', 'phrase')
    """
    if type_ is None:
        return "phrase"
    name = re.split(r"[:/#]", type_)[-1]
    known = {word: family.key for family in families() for word in family.classes}
    endings = (name[match.start() :] for match in re.finditer(r"[A-Z]", name))
    return next((known[ending] for ending in endings if ending in known), "other")


def readable(curie: str) -> str:
    """A label for a term that has none: its local name in words.

    >>> readable("theme:consumer-protection"), readable("pol:GovernmentBody"), readable("pol:heldIn")
    ('Consumer protection', 'Government body', 'held in')
    """
    local = re.split(r"[:/#]", curie)[-1] or curie
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", local).replace("-", " ").replace("_", " ").lower()
    is_relation = curie[:1].islower() and local[:1].islower() and not curie.startswith("theme:")
    return words if is_relation else words[:1].upper() + words[1:]


def cut(text: str, longest: int = LONGEST_LABEL) -> str:
    """``text`` in at most ``longest`` characters, with an ellipsis where some were left out.

    Directional overrides and isolates go: one that is left open would turn what stands beside the name.
    """
    text = _DIRECTIONS.sub("", text)
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


@dataclass(slots=True)
class Nodes:
    """A register of nodes: asks for a participant's number, and grows by what it has not seen."""

    entities: Mapping[str, Entity]
    labels: Mapping[str, str]
    resources: Resources
    rows: list[dict[str, object]] = field(default_factory=list)
    _numbers: dict[Key, int] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph, labels: Mapping[str, str]) -> Nodes:
        """The register of a graph, its IRIs those of graph.ttl; ``labels`` are of terms, by CURIE."""
        names = Names({**prefixes(), **graph.prefixes})
        statements = {one.id: one for one in graph.statements}
        entities = {one.entity: one for one in graph.entities}
        return cls(entities, labels, Resources(names, statements, frozenset(entities)))

    def label(self, curie: str) -> str:
        """The term's own label, else its name in words."""
        return cut(self.labels.get(curie) or readable(curie))

    def theme(self, concept: str) -> int:
        return self._number(("theme", concept), {"label": self.label(concept), "family": "theme", "id": concept})

    def participant(self, one: Participant, statement: Statement) -> int:
        """The number of a participant of ``statement``."""
        if one.entity is not None:
            return self._number(("entity", one.entity), self._entity_row(one.entity, one))
        if one.value is not None:
            key = ("value", statement.document, one.value.kind, one.value.value, one.value.unit or "")
            return self._number(key, {"label": cut(one.text or one.value.value), "family": "value"})
        if one.implied:
            label = self._implied_label(one, statement)
            family = family_of(one.type) if one.type else "addressee"
            row = {"label": label, "family": family, "class": one.type, "id": self._curie(one, statement)}
            return self._number(("implied", statement.document, label), row)
        label, curie = one.label or one.text, self._curie(one, statement)
        row = {"label": cut(label), "family": family_of(one.type), "class": one.type, "id": curie}
        return self._number(("phrase", curie), row)

    def end(self, statement: Statement) -> int:
        """The small node in which the edge of a statement without an object ends."""
        return self._number(("end", statement.id), {"label": cut(statement.relation.text), "family": "end"})

    def _number(self, key: Key, row: Mapping[str, object]) -> int:
        if key not in self._numbers:
            self._numbers[key] = len(self.rows)
            self.rows.append({name: value for name, value in row.items() if value})
        return self._numbers[key]

    def _entity_row(self, curie: str, one: Participant) -> dict[str, object]:
        entity = self.entities.get(curie)
        type_ = entity.type if entity else one.type
        row: dict[str, object] = {
            "label": cut((entity.label if entity else one.label) or one.text or readable(curie)),
            "family": family_of(type_) if type_ else "other",
            "class": type_,
            "id": curie,
            "entity": True,
        }
        if entity:
            row["aliases"] = [cut(alias) for alias in entity.aliases if alias != entity.label]
            row["merges"] = sorted({f"{cut(merge.text)}: {merge.reason}" for merge in entity.merges})
        return row

    def _curie(self, one: Participant, statement: Statement) -> str:
        """The IRI of a participant's node, as a CURIE where a prefix of the graph fits it."""
        iri = self.resources.participant(statement, one).value
        base = self.resources.names.prefixes["id"]
        return f"id:{iri.removeprefix(base)}" if iri.startswith(base) else iri

    def _implied_label(self, one: Participant, statement: Statement) -> str:
        if one.label:
            return cut(one.label)
        speakers = statement.attribution[-1].speakers if statement.attribution else ()
        names = " and ".join(speaker.label or speaker.text for speaker in speakers)
        return cut(f"whom {names} addresses") if names else "unstated addressee"
