"""Hypothesis: graphs whose parts fit together as a build's do, however odd their texts."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from kg.graph import Graph, position
from kg.identifiers import prefixes
from kg.model import (
    Argument,
    Close,
    Document,
    Entity,
    Link,
    Merge,
    Participant,
    Relation,
    Sentence,
    Span,
    Statement,
    ThemeMention,
    Value,
    Words,
)
from tests.strategies import ODD

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(ODD)
SLUG = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3})?", fullmatch=True)
SPAN: st.SearchStrategy[Span] = st.tuples(st.integers(0, 9999), st.integers(0, 9999))
SPANS = st.lists(SPAN, max_size=2).map(tuple)
CLASSES = st.sampled_from(["pol:Person", "pol:Office", "pol:Concept", "skos:Concept"])
ENTITY = st.builds("id:person/{}".format, SLUG)
KINDS = {**prefixes(), "skos": "http://www.w3.org/2004/02/skos/core#"}


@st.composite
def graphs(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Graph:
    """Documents with their sentences; statements that stand in one of these, their content among them; entities."""
    documents = draw(st.lists(st.builds(_document, SLUG, TEXT), max_size=2, unique_by=lambda one: one.id))
    documents = [draw(_with_columns(document)) for document in documents]
    count = draw(st.integers(0, 3)) if documents else 0
    ids = [hashlib.sha256(str(number).encode()).hexdigest()[:32] for number in range(count)]
    statements = [draw(_statement(identifier, ids, draw(st.sampled_from(documents)))) for identifier in ids]
    entities = draw(st.lists(_entities([one.id for one in documents]), max_size=2, unique_by=lambda one: one.entity))
    return Graph(
        documents=tuple(sorted(documents, key=lambda one: one.id)),
        statements=tuple(sorted(statements, key=position)),
        entities=tuple(sorted(entities, key=lambda one: one.entity)),
        prefixes=KINDS,
        report={},
        run={},
    )


def _document(identifier: str, title: str) -> Document:
    text = f"{title} One. Two."
    cut = len(title) + 5
    sentences = ((0, cut), (cut + 1, len(text)))
    return Document(identifier, title, text, None, None, None, None, "en", "a.txt", "0" * 64, sentences)


@st.composite
def _with_columns(draw: Callable[[st.SearchStrategy[Any]], Any], document: Document) -> Document:

    optional, columns = st.none() | TEXT, st.dictionaries(TEXT, TEXT, max_size=2)
    return dataclasses.replace(
        document,
        date=draw(st.none() | st.sampled_from(["2021", "2021-09", "2021-09-16", "2021-Q3"])),
        **{key: draw(optional) for key in ("issuer", "genre", "country")},
        variables=tuple(sorted(draw(columns).items())),
    )


def _values() -> st.SearchStrategy[Value]:
    return st.builds(Value, value=TEXT, unit=st.none() | TEXT, precision=st.none() | TEXT)


def _participants(cls: type[Participant]) -> st.SearchStrategy[Any]:
    kinds = st.none() | CLASSES | st.just("pol:UnstatedAddressee")
    known = {"text": TEXT, "spans": SPANS, "entity": st.none() | ENTITY, "type": kinds, "value": st.none() | _values()}
    return st.builds(cls, **known, label=st.none() | TEXT, via=st.none() | TEXT, **_preposition(cls))


def _preposition(cls: type[Participant]) -> dict[str, st.SearchStrategy[Any]]:
    return {"preposition": st.none() | TEXT} if cls is Argument else {}


@st.composite
def _statement(
    draw: Callable[[st.SearchStrategy[Any]], Any], identifier: str, ids: list[str], document: Document
) -> Statement:
    places = st.sampled_from([Sentence(index, *span) for index, span in enumerate(document.sentences)])
    words, who = st.builds(Words, TEXT, SPANS), _participants(Participant)
    links = st.builds(Link, speakers=st.lists(who, max_size=2).map(tuple), cue=words, sentence=places)
    concepts = st.sampled_from(["theme:trade", "theme:health"])
    return draw(  # type: ignore[no-any-return]
        st.builds(
            Statement,
            id=st.just(identifier),
            document=st.just(document.id),
            frame=SLUG,
            anchor=SLUG,
            sentence=places,
            subject=who,
            relation=st.builds(Relation, TEXT, SPANS, TEXT, predicate=st.none() | st.just("pol:heldIn")),
            object=st.none() | who,
            arguments=st.lists(_participants(Argument), max_size=2).map(tuple),
            content=st.lists(st.sampled_from(ids), max_size=3, unique=True).map(tuple),
            attribution=st.lists(links, max_size=2).map(tuple),
            strength=st.none() | st.integers(1, 5),
            hedge=st.none() | words,
            time=st.none() | _values(),
            themes=st.lists(st.builds(ThemeMention, concepts, SPANS), max_size=2).map(tuple),
            rule=TEXT,
            confidence=st.none() | st.floats(0, 1),
        )
    )


def _entities(documents: list[str]) -> st.SearchStrategy[Entity]:
    merges = st.builds(Merge, text=TEXT, document=st.sampled_from(documents or [""]), reason=TEXT)
    return st.builds(
        Entity,
        entity=ENTITY,
        label=TEXT,
        type=CLASSES,
        aliases=st.lists(TEXT, max_size=2, unique=True).map(lambda found: tuple(sorted(found))),
        merges=st.lists(merges, max_size=2 if documents else 0).map(tuple),
        close=st.lists(st.builds(Close, ENTITY, st.floats(0, 1)), max_size=2).map(tuple),
    )
