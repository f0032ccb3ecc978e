from __future__ import annotations

import pytest

from kg.model import Extraction
from tests.docs import chain, line, record

END = ("Question:", "We support the plan and urge states to cut waste.")  # a record has two turns at least


def voices(extraction: Extraction) -> dict[str, list[str]]:
    """The chain of each frame, by its line."""
    return {line(frame): chain(frame) for frame in extraction.frames}


def test_what_is_said_in_a_turn_is_its_speakers_until_the_next() -> None:
    found = voices(
        record(
            ("Secretary Wang:", "Prices fell.", "We condemned the attack."),
            ("Minister Li (via interpreter):", "Ports must close."),
        )
    )
    assert found["Prices – fall"] == ["Wang: :, direct"]
    assert found["We – condemn – the attack"] == ["Wang: :, continued*"]
    assert found["Ports – close"] == ["Li: :, direct"]


def test_what_somebody_else_said_stands_within_the_turn() -> None:
    found = voices(record(("The President:", "Wang said that prices fell.", "Ports must close."), END))
    assert found["prices – fall"] == ["The President: :, direct", "Wang: said, indirect"]
    assert found["Wang – say"] == ["The President: :, direct"]
    assert found["Ports – close"] == ["The President: :, continued*"]


def test_what_comes_before_the_first_turn_is_the_documents() -> None:
    found = voices(record(("", "Ports must close."), ("The President:", "Prices fell."), END))
    assert found["Ports – close"] == []
    assert found["Prices – fall"] == ["The President: :, direct"]


def test_a_question_is_nobodys_in_particular() -> None:
    found = voices(
        record(
            ("Secretary Wang:", "Ports must close."), ("Question:", "Prices fell."), ("Q", "We condemned the attack.")
        )
    )
    assert found["Prices – fall"] == [": :, direct"]
    assert found["We – condemn – the attack"] == [": Q, direct"]


def test_what_looks_like_a_name_and_is_none_is_nobodys_either() -> None:
    found = voices(record(("Secretary Wang:", "Ports must close."), END, ("Next Steps:", "Prices fell.")))
    assert found["Prices – fall"] == [": :, direct"]


def test_an_answer_without_a_name_is_the_documents_own() -> None:
    found = voices(record(END, ("Answer:", "Prices fell.", "Ports must close.")))
    assert found["Prices – fall"] == found["Ports – close"] == []


def test_the_office_in_a_label_is_told_once_and_by_the_document() -> None:
    found = record(("Secretary Wang:", "Prices fell."), END, ("Secretary Wang:", "Ports must close."))
    offices = [frame for frame in found.frames if frame.lemma == "hold office"]
    assert [(line(frame), chain(frame)) for frame in offices] == [("Wang – hold office – Secretary", [])]


def test_a_label_belongs_to_the_sentence_that_it_opens() -> None:
    found = record(("Secretary Wang:", "Prices fell.", "Ports must close."), END)
    text = found.document.text
    assert [text[start:end] for start, end in found.document.sentences][:2] == [
        "Secretary Wang: Prices fell.",
        "Ports must close.",
    ]
    assert {frame.sentence.index for frame in found.frames if frame.lemma in ("fall", "hold office")} == {0}


@pytest.mark.parametrize("elsewhere", ["Ports must close.", "Wang said that prices fell."])
def test_a_name_in_capitals_is_called_as_names_are_written(elsewhere: str) -> None:
    found = record(("SECRETARY WANG:", "Prices fell."), ("Q", elsewhere))
    said = next(frame for frame in found.frames if frame.lemma == "fall")
    (speaker,) = said.attribution[0].speakers
    assert (speaker.text, speaker.core.text) == ("WANG", "Wang")
    assert speaker.name is not None
    assert speaker.name.text == "Wang"


def test_thanks_order_nobody() -> None:
    assert "Thank" not in " ".join(voices(record(("Secretary Wang:", "Thank you."), END)))
