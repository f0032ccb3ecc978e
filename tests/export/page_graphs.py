"""Graphs of any size for the page's tests: invented read-outs whose every span slices back to its words.

The countries, people and bodies do not exist. ``invented(documents, seed)`` always gives the same graph.
"""

from __future__ import annotations

import dataclasses
import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from kg.graph import Graph
from kg.model import (
    Act,
    Argument,
    Deontic,
    Document,
    Entity,
    Evidence,
    Link,
    Participant,
    Relation,
    Sentence,
    Span,
    Statement,
    ThemeMention,
    Value,
    Words,
)

PEOPLE = (
    ("Ines Okafor", "pol:Person"), ("Tomas Lindqvist", "pol:Person"), ("Mei Sato", "pol:Person"),
    ("Council of Norland", "pol:GovernmentBody"), ("Ministry of Trade", "pol:GovernmentBody"),
    ("Baltic Standards Agency", "pol:Organization"), ("Harbour Union", "pol:Organization"),
)  # fmt: skip
THINGS = (
    ("Quality Act", "pol:Law"), ("Lakeside Conference", "pol:Conference"), ("Norland", "pol:Country"),
    ("Port Ellery", "pol:City"), ("Clean Coast Programme", "pol:Programme"), ("Quality Award", "pol:Award"),
    ("Minister of Trade", "pol:Office"),
)  # fmt: skip
PHRASES = (
    ("the safety of toys", "theme:consumer-protection"), ("small firms", "theme:small-business"),
    ("international cooperation on standards", "theme:standards"),
    ("the rights of consumers", "theme:consumer-protection"),
    ("offshore wind power", "theme:renewable-energy"), ("the tariff on steel", "theme:trade-tariffs"),
    ("food inspection", "theme:food-safety"), ("the national quality infrastructure", "theme:standards"),
    ("regional supply chains", "theme:trade-tariffs"), ("coastal wetlands", "theme:nature"),
)  # fmt: skip
KINDS: tuple[tuple[Act, str, str, Deontic | None, int | None, str | None], ...] = (
    ("assertion", "adopted", "adopt", None, None, "pol:adopted"),
    ("assertion", "met", "meet", None, None, "pol:metWith"),
    ("assertion", "supports", "support", None, None, "pol:supports"),
    ("directive", "must protect", "protect", "obligation", 5, "pol:protects"),
    ("directive", "should review", "review", "recommendation", 3, None),
    ("directive", "must not weaken", "weaken", "prohibition", 5, None),
    ("commitment", "will fund", "fund", None, 4, "pol:funds"),
    ("commitment", "plans to host", "host", None, 3, "pol:hosts"),
    ("evaluation", "praised", "praise", None, None, None),
)
SPEECH = ("said", "stressed", "pointed out")
HOSTILE = {
    "ends the script": "</script><script>window.hacked = 1</script>",
    "an event handler": '<img src=x onerror="window.hacked = 1">',
    "out of an attribute": "\"'><svg onload=window.hacked=1>",
    "a template": "{{ 7 * 7 }} {% raw %} ${window.hacked = 1}",
    "a comment": "<!--<script>",
    "right to left": "\u202egnp.exe \u05e9\u05dc\u05d5\u05dd\u2067 \u0627\u0644\u0633\u0644\u0627\u0645",
    "line separators": "a\u2028b\u2029c\u0000d\x85e\rf",
    "very long": "x" * 10_000,
    "very long words": "long name " * 1_000,
}


@dataclass
class _Text:
    """A text under construction, sentence by sentence."""

    text: str = ""
    sentences: list[Span] = field(default_factory=list)

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return start, len(self.text)


def slug(label: str) -> str:
    """A CURIE's last part."""
    return "-".join(label.lower().split())


def named(label: str, type_: str, span: Span) -> Participant:
    """A participant that is an entity."""
    entity = f"id:{slug(type_.removeprefix('pol:'))}/{slug(label)}"
    return Participant(label, (span,), label, entity, type_, None, False, None)


def phrase(text: str, span: Span) -> Participant:
    """A participant that is no entity: the words and nothing else."""
    return Participant(text, (span,), text.removeprefix("the "), None, None, None, False, None)


def _chain(text: _Text, rng: random.Random, index: int, last: Link | None) -> tuple[Link, ...]:
    """Who says it: nobody (the document), the speaker of the sentence before, or a new one, perhaps quoting another."""
    chance = rng.random()
    if chance < 0.45:
        return ()
    if chance < 0.6 and last is not None:
        return (replace(last, mode="continued", explicit=False),)
    label, type_ = rng.choice(PEOPLE)
    speaker = named(label, type_, text.add(label))
    text.add(" ")
    cue = rng.choice(SPEECH)
    words = Words(cue, (text.add(cue),))
    text.add(" that ")
    return (Link((speaker,), words, "indirect", True, Sentence(index, 0, 0)),)


def _statement(document: str, text: _Text, rng: random.Random, last: Link | None) -> tuple[Statement, Link | None]:
    start, index = len(text.text), len(text.sentences)
    chain = _chain(text, rng, index, last)
    act, words, lemma, deontic, strength, predicate = rng.choice(KINDS)
    begin = len(text.text)
    label, type_ = rng.choice(PEOPLE + THINGS[:2])
    subject = named(label, type_, text.add(label))
    text.add(" ")
    relation = Relation(words, (text.add(words),), lemma, "active", predicate)
    text.add(" ")
    themes: tuple[ThemeMention, ...] = ()
    if rng.random() < 0.6:
        name, theme = rng.choice(PHRASES)
        object_ = phrase(name, text.add(name))
        themes = (ThemeMention(theme, object_.spans, True),)
    else:
        name, type_ = rng.choice(THINGS + PEOPLE)
        object_ = named(name, type_, text.add(name))
    arguments, time = _arguments(text, rng)
    end = len(text.text)
    text.add(".")
    sentence = Sentence(index, start, len(text.text))
    text.sentences.append((start, len(text.text)))
    text.add(" ")
    chain = tuple(link if link.sentence.end else replace(link, sentence=sentence) for link in chain)
    key = hashlib.sha256(f"{document}\x1f{begin}".encode()).hexdigest()[:16]
    statement = Statement(
        id=key, frame=key, anchor=key, document=document, sentence=sentence, subject=subject, relation=relation,
        object=object_, arguments=arguments, content=(), attribution=chain, act=act, deontic=deontic,
        strength=strength, form="modal" if deontic else None, polarity="negative" if "not" in words else "positive",
        modality="planned" if "plans" in words else "actual", hedge=None, stance=None,
        valence="positive" if act == "evaluation" else None, time=time, themes=themes,
        evidence=Evidence(begin, end, text.text[begin:end]), rule="active", confidence=None,
    )  # fmt: skip
    return statement, chain[0] if chain else None


def _arguments(text: _Text, rng: random.Random) -> tuple[tuple[Argument, ...], Value | None]:
    arguments: list[Argument] = []
    time = None
    if rng.random() < 0.3:
        text.add(" in ")
        place = named("Port Ellery", "pol:City", text.add("Port Ellery"))
        arguments.append(Argument(
            text=place.text, spans=place.spans, label=place.label, entity=place.entity, type=place.type,
            value=None, implied=False, via=None, preposition="in", role="where",
        ))  # fmt: skip
    if rng.random() < 0.25:
        text.add(" on ")
        time = Value("date", "2024-03-12", precision="day")
        arguments.append(Argument(
            text="12 March 2024", spans=(text.add("12 March 2024"),), label=None, entity=None, type=None,
            value=time, implied=False, via=None, preposition="on", role="when",
        ))  # fmt: skip
    return tuple(arguments), time


def graph_of(documents: Sequence[Document], statements: Sequence[Statement], entities: Sequence[Entity] = ()) -> Graph:
    """A graph without a run."""
    return Graph(tuple(documents), tuple(statements), tuple(entities), {}, {}, {})


def invented(documents: int = 3, sentences: int = 14, seed: int = 7) -> Graph:
    """``documents`` read-outs of ``sentences`` sentences, a statement each."""
    rng = random.Random(seed)
    made: list[Document] = []
    statements: list[Statement] = []
    for number in range(documents):
        text = _Text()
        identifier = f"read-out-{number}"
        last: Link | None = None
        for _ in range(sentences):
            statement, last = _statement(identifier, text, rng, last)
            statements.append(statement)
        made.append(Document(
            id=identifier, title=f"Read-out {number + 1} of the Lakeside Conference", text=text.text,
            date=f"2024-03-{number % 28 + 1:02d}", issuer="Government of Norland", genre="read-out", country="Norland",
            language="en", source=f"read-out-{number}.txt", sha256="0" * 64, sentences=tuple(text.sentences),
        ))  # fmt: skip
    return graph_of(made, statements, _entities(statements))


def _entities(statements: Sequence[Statement]) -> tuple[Entity, ...]:
    found = {
        one.entity: Entity(one.entity, one.label or one.text, one.type or "pol:Thing", (f"the {one.label}",))
        for statement in statements
        for one in (statement.subject, statement.object)
        if one is not None and one.entity is not None
    }
    return tuple(found[key] for key in sorted(found))


def hostile(name: str) -> Graph:
    """One statement whose subject, speaker, document title, issuer, relation and theme are all ``name``."""
    graph = invented(1, 1)
    text = f"{name} said that {name} adopted {name}."
    ends = len(name)
    person = replace(named(name, "pol:Person", (0, ends)), entity="id:person/x")
    second = ends + len(" said that ")
    third = second + ends + len(" adopted ")
    sentence = Sentence(0, 0, len(text))
    link = Link((person,), Words("said", ((ends + 1, ends + 5),)), "indirect", True, sentence)
    statement = replace(
        graph.statements[0], sentence=sentence, subject=replace(person, spans=((second, second + ends),)),
        relation=Relation(name, ((second + ends + 1, second + ends + 8),), name, "active", None),
        object=phrase(name, (third, third + ends)), arguments=(), attribution=(link,), time=None,
        themes=(ThemeMention(f"theme:{name}", ((third, third + ends),), True),),
        evidence=Evidence(second, third + ends, text[second : third + ends]), rule=name,
    )  # fmt: skip
    document = dataclasses.replace(graph.documents[0], title=name, text=text, issuer=name, sentences=((0, len(text)),))
    return graph_of([document], [statement], [Entity("id:person/x", name, "pol:Person", (name,))])


def shifted(graph: Graph, before: str) -> Graph:
    """The graph with ``before`` in front of every text, and every offset moved along."""
    by = len(before)

    def move(value: object) -> Any:
        if isinstance(value, tuple):
            is_span = len(value) == 2 and all(isinstance(one, int) for one in value)
            return (value[0] + by, value[1] + by) if is_span else tuple(move(one) for one in value)
        if isinstance(value, Sentence | Evidence):
            value = replace(value, start=value.start + by, end=value.end + by)
        if isinstance(value, Struct):
            return replace(value, **{one.name: move(getattr(value, one.name)) for one in fields(value)})
        return value

    documents = [
        dataclasses.replace(one, text=before + one.text, sentences=move(one.sentences)) for one in graph.documents
    ]
    return graph_of(documents, [move(one) for one in graph.statements], graph.entities)
