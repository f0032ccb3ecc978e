from __future__ import annotations

import pytest

from kg.model import Frame
from tests.docs import frames, line, lines


def requested(sentence: str) -> list[Frame]:
    return [frame for frame in frames(sentence) if frame.rule == "requested"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru called for the release of data.", ["() – release – data"]),
        ("Wang demanded the withdrawal of troops.", ["() – withdraw – troops"]),
        ("Peru urged respect for the law.", ["() – respect – the law"]),
        ("We call for an end to the war.", ["() – end – the war"]),
        ("Peru called for the release of data and records.", ["() – release – data", "() – release – records"]),
        ("Peru called for the release of data by the ministry.", ["() – release – data; agent by the ministry"]),
        # how, but not which
        ("Peru called for the immediate release of data.", ["() – release – data; manner immediate"]),
        ("Peru called for the public release of data.", ["() – release – data"]),
        # things, and nouns that act on nothing
        ("We call for peace.", []),
        ("Peru called for talks.", []),
        ("Wang demanded money.", []),
        # who asks is not asked, and neither is a verb that asks for nothing
        ("The release of data was called for.", []),
        ("The law ensures the protection of young workers and old trees.", []),
    ],
)
def test_a_noun_that_is_asked_for_is_an_act_that_is_asked_of_somebody(sentence: str, expected: list[str]) -> None:
    assert [line(frame) for frame in requested(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "speaker", "expected"),
    [
        ("Peru called for the release of data.", "Peru", ("request", 2)),
        ("Peru urged respect for the law.", "Peru", ("request", 4)),
        ("Wang demanded the withdrawal of troops.", "Wang", ("obligation", 4)),
    ],
)
def test_it_is_a_directive_of_who_asks_as_strong_as_the_verb(
    sentence: str, speaker: str, expected: tuple[str, int]
) -> None:
    (frame,) = requested(sentence)
    assert (frame.act, frame.form) == ("directive", "noun")
    assert (frame.deontic, frame.strength) == expected
    (link,) = frame.attribution
    assert ([one.text for one in link.speakers], link.mode) == ([speaker], "indirect")
    assert frame.subject.kind == "addressee" and frame.subject.lemma == speaker


def test_it_is_the_content_of_the_asking_and_not_its_object() -> None:
    asking, *asked = frames("Peru called for the release of data and records.")
    assert line(asking) == "Peru – call for"
    assert asking.content == tuple(frame.number for frame in asked)
    assert asking.act == "assertion" and {frame.relation.text for frame in asked} == {"release"}


def test_what_nobody_asked_for_is_asked_of_nobody() -> None:
    (frame,) = requested("Peru did not call for the release of data.")
    assert (frame.act, frame.deontic, frame.modality) == ("assertion", None, "possible")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [("Peru called for talks.", ["Peru – call for – talks"]), ("Wang demanded money.", ["Wang – demand – money"])],
)
def test_a_thing_that_is_asked_for_stays_the_object(sentence: str, expected: list[str]) -> None:
    assert lines(sentence) == expected
