"""A name that someone typed → the nodes of a graph that bear it, or one line with the names that are near."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import InputError

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Store

NEAR = 3  # names that are offered
_LEAST_ALIKE = 60.0  # of 100, below which a name is no help
_EXACT, _LABEL, _OTHER = 0, 1, 2  # an IRI wins over a label, a label over any other name

_NAMES = """
SELECT ?node ?label ?preferred ?entity {{
  ?class rdfs:subClassOf* <{cls}> .
  ?node a ?class .
  {{ ?node rdfs:label ?label BIND(true AS ?preferred) }}
  UNION {{ ?node skos:altLabel|skos:notation|dcterms:identifier ?label BIND(false AS ?preferred) }}
  BIND(EXISTS {{ ?node a pol:Entity }} AS ?entity)
}}
"""


class _Named(NamedTuple):
    node: NamedNode
    name: str
    preferred: bool
    entity: bool


def nodes_named(
    value: str, cls: str, parameter: str, store: Store, prefixes: Mapping[str, str]
) -> tuple[NamedNode, ...]:
    """The nodes of a class that bear a name: an IRI, a CURIE, a label, another name, or the end of an IRI.

    A phrase that several documents have is several nodes, and all are given; two *entities* of one name are not one.

    Raises: :class:`InputError` where none bears it, or two entities do.
    """
    known = tuple(_named(cls, store, prefixes))
    wanted = value.strip().casefold()
    ranked = [(rank, one) for one in known if (rank := _rank(wanted, one, prefixes)) is not None]
    best = min((rank for rank, _ in ranked), default=None)
    found = {one.node: one for rank, one in ranked if rank == best}
    if not found:
        raise InputError(f"{parameter}={value}: nothing in this graph is called so{nearest(value, _labels(known))}")
    things = sorted(node.value for node, one in found.items() if one.entity)
    if len(things) > 1:
        told = " or ".join(shortened_iri(thing, prefixes) for thing in things)
        raise InputError(f"{parameter}={value}: {len(things)} things are called so, give {told}")
    return tuple(sorted(found, key=lambda node: node.value))


def nearest(value: str, names: Iterable[str]) -> str:
    """The names most like a value, as the end of a complaint; nothing where none is alike."""
    from rapidfuzz import fuzz, process, utils

    found = process.extract(
        value, sorted(set(names)), scorer=fuzz.WRatio, processor=utils.default_process, limit=NEAR,
        score_cutoff=_LEAST_ALIKE,
    )  # fmt: skip
    return f" (near: {', '.join(name for name, *_ in found)})" if found else ""


def shortened_iri(iri: str, prefixes: Mapping[str, str]) -> str:
    """An IRI by the longest prefix that fits, as it may be typed again."""
    fitting = [(len(start), name) for name, start in prefixes.items() if start and iri.startswith(start)]
    return f"{max(fitting)[1]}:{iri[max(fitting)[0] :]}" if fitting else iri


def _named(cls: str, store: Store, prefixes: Mapping[str, str]) -> Iterable[_Named]:
    from pyoxigraph import Literal, NamedNode, QuerySolutions

    prefix, _, local = cls.partition(":")
    iri = NamedNode(prefixes.get(prefix, f"{prefix}:") + local).value
    answer = store.query(_NAMES.format(cls=iri), prefixes=dict(prefixes))
    assert isinstance(answer, QuerySolutions)
    for node, label, preferred, entity in answer:
        if isinstance(node, NamedNode) and isinstance(label, Literal):
            yield _Named(node, label.value, _is_true(preferred), _is_true(entity))


def _is_true(term: object) -> bool:
    return getattr(term, "value", "") == "true"


def _labels(known: Iterable[_Named]) -> Iterable[str]:
    """The names to offer: labels, and of themes the end of the IRI, which is what is typed most."""
    for one in known:
        yield one.name


def _rank(wanted: str, one: _Named, prefixes: Mapping[str, str]) -> int | None:
    iri = one.node.value.casefold()
    if wanted in (iri, f"<{iri}>", shortened_iri(one.node.value, prefixes).casefold()):
        return _EXACT
    if wanted == one.name.casefold():
        return _LABEL if one.preferred else _OTHER
    return _OTHER if wanted and wanted == iri.rpartition("/")[2].rpartition("#")[2] else None
