from __future__ import annotations

import pytest

from kg.model import Frame
from tests.docs import chain, frames, line


def called(sentence: str) -> list[Frame]:
    return [frame for frame in frames(sentence) if frame.rule == "called"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # behind "as"
        ("Kenya hailed the launch as a success.", ["the launch – be – a success"]),
        ("Wang sees the fair as a historic event.", ["the fair – be – a historic event"]),
        ("Wang described the vote as unfair.", ["the vote – be – unfair"]),
        ("Critics describe the plan as weak.", ["the plan – be – weak"]),
        # right behind the object
        ("The minister called the law a mistake.", ["the law – be – a mistake"]),
        ("Wang considers the fee too high.", ["the fee – be – too high"]),
        ("Wang called the law and the tax a mistake.", ["the law – be – a mistake", "the tax – be – a mistake"]),
        # the verb's preposition brings in what is called so
        ("Experts point to the drought as a threat.", ["the drought – be – a threat"]),
        # the subject of a passive
        ("The vote was hailed as a success.", ["The vote – be – a success"]),
        ("The vote was called a mistake.", ["The vote – be – a mistake"]),
        # to use, to phone, and to name is not to call something something
        ("Kenya used the fund as a reserve.", []),
        ("Kenya called the board on Friday.", []),
        ("Peru called for talks.", []),
        ("Kenya made the rules clear.", []),
        ("The city became a port.", []),
        ("Rome is the capital.", []),
    ],
)
def test_what_is_called_something_is_said_to_be_it(sentence: str, expected: list[str]) -> None:
    assert [line(frame) for frame in called(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "act", "valence"),
    [
        ("The minister called the law a mistake.", "evaluation", "negative"),
        ("Wang described the vote as unfair.", "evaluation", "negative"),
        ("Wang considers the fee too high.", "evaluation", "negative"),
        ("We consider the ban necessary.", "evaluation", "positive"),
        ("Wang sees the fair as a historic event.", "evaluation", "positive"),
        # the verb judges where the other word tells nothing
        ("Critics condemned the law as a trick.", "evaluation", "negative"),
        # neither judges
        ("Ministers described the plan as a draft.", "assertion", None),
    ],
)
def test_it_is_an_evaluation_where_the_word_or_the_verb_judges(sentence: str, act: str, valence: str | None) -> None:
    (frame,) = called(sentence)
    assert (frame.act, frame.valence, frame.polarity, frame.modality) == (act, valence, "positive", "actual")


@pytest.mark.parametrize(
    "sentence", ["Wang did not call the law a mistake.", "Wang may hail the deal as a success."]
)  # fmt: skip
def test_what_nobody_called_so_is_claimed_by_nobody(sentence: str) -> None:
    (frame,) = called(sentence)
    assert (frame.act, frame.valence, frame.polarity, frame.modality) == ("assertion", None, "positive", "possible")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya hailed the launch as a success.", ["Kenya: hailed, indirect"]),
        ("The minister called the law a mistake.", ["The minister: called, indirect"]),
        ("The vote was hailed as a success.", [": hailed, indirect"]),  # nobody is named who does
        ("Li said that Wang hailed the deal as a success.", ["Li: said, indirect", "Wang: hailed, indirect"]),
    ],
)
def test_it_is_the_word_of_who_calls_it_so(sentence: str, expected: list[str]) -> None:
    (frame,) = called(sentence)
    assert chain(frame) == expected


def test_it_is_the_content_of_the_act_of_calling() -> None:
    calling, *said = frames("Wang called the law and the tax a mistake.")[1:]
    assert calling.verb == "call" and calling.content == tuple(frame.number for frame in said)
    assert all(frame.relation.text == "" for frame in said)


def test_the_act_of_calling_keeps_its_stance() -> None:
    assert [frame.stance for frame in frames("Critics condemned the law as a trick.")] == ["oppose", None]
