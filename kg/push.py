"""A built graph → a SPARQL 1.1 Graph Store: in chunks, to be gone on with after a break, verified by counting.

The default graph goes to the server's default graph or to a named one, what each speaker asserts to its own graph:
nothing is united. A chunk is added (HTTP POST), so that sending it twice does no harm: there are no blank nodes.
Protocol: W3C, *SPARQL 1.1 Graph Store HTTP Protocol*, 2013.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.push_server import Server
from kg.sparql_store import ABOUT, open_store

if TYPE_CHECKING:
    from pyoxigraph import DefaultGraph, NamedNode, Store, Triple

CHUNK = 50_000  # triples of a request; Virtuoso was seen to time out half-way through a million
STATE = "push.json"  # beside the graph while a push is under way: what has arrived

_COUNT = "SELECT (COUNT(*) AS ?n) {{ {0} }}"
_ANY = "?s ?p ?o"


@dataclass(frozen=True, slots=True)
class Part:
    """One graph on its way; ``target`` is the IRI of the server's graph, None its default graph."""

    source: NamedNode | DefaultGraph
    target: str | None
    triples: int


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was sent, and ``others``: triples of other origin that the same graphs hold."""

    graphs: int
    triples: int
    others: int


def push(
    folder: Path, server: Server, graph: str | None = None, *, replace: bool = False, said: Callable[[str], object]
) -> Pushed:
    """Send the graph built in ``folder``; ``said`` is told how far it got.

    With ``replace`` what the graphs held before is taken away first. A push that was broken off is gone on with.

    Raises: :class:`KgError` where the server refuses, cannot be reached, or does not hold afterwards what was sent.
    """
    with open_store(folder) as store:
        parts = _parts(store, graph)
        progress = _Progress(folder, server, graph, replace)
        if replace and not progress.done:
            for part in parts:
                server.delete(part.target)
        number = 0
        sent, total = 0, sum(part.triples for part in parts)
        for part in parts:
            for chunk in _chunks(store, part):
                number += 1
                sent += len(chunk)
                if number > progress.done:
                    server.post(part.target, _written(chunk))
                    progress.arrived(number)
                said(f"{sent:,} of {total:,} triples")
        others = sum(_others(server, part, progress) for part in parts)
        _refuse_union(server, store, parts, graph)
        progress.end()
    return Pushed(len(parts), total, others)


class _Progress:
    """How many chunks have arrived of this very push; nothing is kept where the folder cannot be written."""

    def __init__(self, folder: Path, server: Server, graph: str | None, replace: bool) -> None:
        self._file = folder / STATE
        about = (folder / ABOUT).read_bytes() if (folder / ABOUT).is_file() else b""
        key = [server.url, graph or "", str(replace), str(CHUNK), hashlib.sha256(about).hexdigest()]
        self._key = hashlib.sha256("\x1f".join(key).encode()).hexdigest()
        self.done = 0
        with suppress(OSError, ValueError, TypeError, KeyError):
            found = json.loads(self._file.read_text(encoding="utf-8"))
            if found["push"] == self._key and about:
                self.done = int(found["chunks"])

    def arrived(self, number: int) -> None:
        with suppress(OSError):
            beside = self._file.with_name(f".{STATE}")
            beside.write_text(json.dumps({"push": self._key, "chunks": number}) + "\n", encoding="utf-8")
            beside.replace(self._file)

    def end(self) -> None:
        with suppress(OSError):
            self._file.unlink()


def _parts(store: Store, graph: str | None) -> list[Part]:
    """The default graph, then the named ones in the order of their IRIs."""
    from pyoxigraph import DefaultGraph, NamedNode

    named = sorted((one for one in store.named_graphs() if isinstance(one, NamedNode)), key=lambda one: one.value)
    if graph is not None and graph in {one.value for one in named}:
        raise KgError(f"--graph {graph} is a speaker's own graph: their claims would be read as facts")
    sources: list[tuple[NamedNode | DefaultGraph, str | None]] = [(DefaultGraph(), graph)]
    sources += [(one, one.value) for one in named]
    return [Part(source, target, sum(1 for _ in _triples(store, source))) for source, target in sources]


def _triples(store: Store, source: NamedNode | DefaultGraph) -> Iterator[Triple]:
    return (quad.triple for quad in store.quads_for_pattern(None, None, None, source))


def _chunks(store: Store, part: Part) -> Iterator[list[Triple]]:
    triples = _triples(store, part.source)
    while chunk := list(islice(triples, CHUNK)):
        yield chunk


def _written(chunk: list[Triple]) -> bytes:
    from pyoxigraph import RdfFormat, serialize

    return serialize(chunk, format=RdfFormat.N_TRIPLES) or b""


def _others(server: Server, part: Part, progress: _Progress) -> int:
    where = _ANY if part.target is None else f"GRAPH <{part.target}> {{ {_ANY} }}"
    found = server.number(_COUNT.format(where))
    if found < part.triples:
        progress.end()  # what was thought to have arrived has not: the next push begins anew
        name = part.target or "the default graph"
        raise KgError(f"{name} holds {found:,} of {part.triples:,} triples after the push; push again")
    return found - part.triples


def _refuse_union(server: Server, store: Store, parts: list[Part], graph: str | None) -> None:
    """A server whose default graph is all its graphs at once gives what speakers claim as facts: say so.

    With a graph given the default graph is not asked for: ours is the one that a query names by FROM.
    """
    if graph is not None:
        return
    for part in parts[1:]:
        for triple in _triples(store, part.source):
            about = triple.subject, triple.predicate, triple.object
            if not any(True for _ in store.quads_for_pattern(*about, parts[0].source)):
                if server.number(_COUNT.format(" ".join(map(str, about)))):
                    raise KgError(
                        "the server unites its graphs, so that what speakers claim is answered as a fact: switch that "
                        "off, or push with --graph IRI and name it by FROM in every query"
                    )
                return
