from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import pytest
from msgspec.structs import replace

from kg import statements
from kg.identifiers import frame_id, statement_id
from kg.model import (
    Argument,
    Extraction,
    Frame,
    FrameArgument,
    Participant,
    Phrase,
    Role,
    Spans,
    Statement,
    ThemeMention,
    Value,
)
from tests.frames import CHINA, DAY, DOCUMENT, JOIN, MINISTER, SAID, TEXT, phrase, place, words


@dataclass(frozen=True)
class Mapped:
    predicate: str
    inverse: bool = False


class Resolution:
    """Knows China, and nothing else."""

    def participant(self, document: str, phrase: Phrase) -> Participant:
        entity, type_ = ("id:country/china", "pol:Country") if phrase.text == "China" else (None, None)
        label = phrase.core.text
        return Participant(phrase.text, phrase.spans, label, entity, type_, phrase.value, phrase.implied, phrase.via)

    def argument(self, document: str, argument: FrameArgument) -> Argument:
        one = self.participant(document, argument.phrase)
        return Argument(
            one.text, one.spans, one.label, one.entity, one.type, one.value, one.implied, one.via,
            argument.preposition, argument.role,
        )  # fmt: skip


class Ontology:
    """Knows who joins what, where a country does."""

    def relation(
        self, lemma: str, voice: str, subject: str | None, thing: str | None, *, has_object: bool
    ) -> Mapped | None:
        known = (lemma, voice, subject, thing) == ("join", "active", "pol:Country", None)
        return Mapped("pol:joins") if known else None


def made(*frames: Frame) -> tuple[Statement, ...]:
    extraction = Extraction(DOCUMENT, frames, ())
    return statements.to_statements(extraction, cast(Any, Resolution()), cast(Any, Ontology()), cast(Any, None))


@pytest.fixture(autouse=True)
def one_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme for the whole of the words that are looked at, so that a test sees which those are."""

    def find(text: str, spans: Spans, themes: Any) -> tuple[ThemeMention, ...]:
        return (ThemeMention("theme:any", spans, True),)

    monkeypatch.setattr(statements, "find_themes", find)


def test_a_frame_becomes_a_statement_with_its_words_and_ids() -> None:
    one = made(SAID, JOIN)[1]
    assert (one.subject.entity, one.relation.predicate, one.relation.lemma) == ("id:country/china", "pol:joins", "join")
    assert one.object is not None
    assert one.object.text == "the trade pact"
    assert one.evidence.text == "China will join the trade pact"
    assert (one.id, one.frame) == (statement_id(one), frame_id(DOCUMENT.id, place("join")))
    assert (one.act, one.strength, one.form, one.confidence) == ("commitment", 4, "modal", None)
    assert [speaker.text for speaker in one.attribution[0].speakers] == ["The Health Minister"]


def test_what_the_ontology_lacks_has_no_predicate() -> None:
    assert made(SAID, JOIN)[0].relation.predicate is None


def test_content_is_given_as_ids() -> None:
    said, join = made(SAID, JOIN)
    assert (said.content, join.content) == ((join.id,), ())


def test_frames_with_the_same_surface_make_one_statement() -> None:
    said, join = made(replace(SAID, content=(1, 2)), JOIN, replace(JOIN, number=2, rule="other"))
    assert said.content == (join.id,)
    assert join.rule == "verbal"


def test_frames_of_one_clause_share_its_frame_id() -> None:
    one, other = made(JOIN, replace(JOIN, number=2, object=MINISTER))
    assert one.frame == other.frame
    assert one.id != other.id


@pytest.mark.parametrize(
    ("arguments", "time"),
    [
        ([("May 5", "when", DAY)], DAY),
        ([("2030", "deadline", DAY)], None),
        ([("May 5", "when", None)], None),
        ([("May 5", "when", Value("duration", "P1Y"))], None),
        ([("2030", "when", Value("quantity", "1")), ("May 5", "when", DAY)], DAY),
    ],
)
def test_time_is_the_first_date_that_says_when(
    arguments: Sequence[tuple[str, Role, Value | None]], time: Value | None
) -> None:
    given = tuple(FrameArgument(phrase(text, value=value), "on", role) for text, role, value in arguments)
    assert made(replace(JOIN, arguments=given))[0].time == time


@pytest.mark.parametrize(
    ("frame", "looked_at"),
    [
        (JOIN, ["China", "will join", "the trade pact"]),
        (replace(JOIN, object=None), ["China", "will join"]),
        (replace(JOIN, arguments=(FrameArgument(phrase("May 5"), "on", "when"),)), [
            "China", "will join", "the trade pact", "May 5",
        ]),
        (SAID, ["said"]),
        (replace(SAID, object=CHINA), ["The Health Minister", "said", "China"]),
        (replace(SAID, object=phrase("China will join the trade pact", "clause")), ["The Health Minister", "said"]),
        (replace(JOIN, relation=words("join the"), object=phrase("the trade")), ["China", "join the trade"]),
        (replace(JOIN, lemma="hold office"), []),
        (replace(JOIN, lemma="be also known as"), []),
    ],
)  # fmt: skip
def test_themes_are_sought_in_the_statements_own_words(frame: Frame, looked_at: list[str]) -> None:
    spans = made(frame, replace(JOIN, number=1))[0].themes[0].spans if frame.content else made(frame)[0].themes[0].spans
    assert [TEXT[start:end] for start, end in spans] == looked_at
