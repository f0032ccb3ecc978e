from __future__ import annotations

import pytest

from kg.triples.names import find_names
from kg.triples.nominal import is_acronym
from tests.docs import ONTOLOGY, doc, frames, lines, token


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Finance Minister Ana Sousa opened the fair.", ["Ana Sousa – hold office – Finance Minister"]),
        ("Secretary of State Ana Sousa resigned.", ["Ana Sousa – hold office – Secretary of State"]),
        ("Secretary Coffey resigned.", ["Coffey – hold office – Secretary"]),
        ("Ana Sousa, the Minister of Finance, resigned.", ["Ana Sousa – hold office – Minister of Finance"]),
        ("Wang said that President Li sent a letter.", ["Li – hold office – President"]),
        ("Kenya read a letter from President Li.", ["Li – hold office – President"]),
        ("Ana Sousa, a farmer, resigned.", ["Ana Sousa – be – a farmer"]),
        ("Rome, the capital of Italy, is old.", ["Rome – be – the capital of Italy"]),
        ("The fair opened in Rome, the capital of Italy.", ["Rome – be – the capital of Italy"]),
        ("The fair opened in Turin, Piedmont.", ["Turin – be part of – Piedmont"]),
        ("The Trade Board (TB) met.", ["The Trade Board – be also known as – TB"]),
        ("Former President Ana Sousa resigned.", []),
        ("The council adopted the law.", []),
        ("The president of Peru spoke.", []),
    ],
)
def test_what_stands_beside_a_name_says_something_of_it(sentence: str, expected: list[str]) -> None:
    beside = [line for line, frame in zip(lines(sentence), frames(sentence), strict=True) if not frame.relation.text]
    assert beside == expected


def test_an_acronym_in_brackets_is_another_name() -> None:
    (frame,) = [frame for frame in frames("The Trade Board (TB) met.") if frame.rule == "acronym"]
    assert (frame.subject.core.text, frame.lemma) == ("Trade Board", "be also known as")
    assert frame.object is not None and frame.object.text == "TB"


@pytest.mark.parametrize(("word", "expected"), [("TB", True), ("Board", False)])
def test_an_acronym_stands_in_brackets_and_in_capitals(word: str, expected: bool) -> None:
    parsed = doc("The Trade Board (TB) met.")
    beside = token(parsed, word)
    assert is_acronym(find_names(parsed, ONTOLOGY).get(beside.i), beside) == expected


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Finance Minister Ana Sousa opened the fair.", "title"),
        ("Ana Sousa, the Minister of Finance, resigned.", "apposition"),
        ("Rome, the capital of Italy, is old.", "apposition"),
        ("The fair opened in Turin, Piedmont.", "place in place"),
    ],
)
def test_it_is_asserted_by_the_document_without_words_for_the_relation(sentence: str, rule: str) -> None:
    (frame,) = [frame for frame in frames(sentence) if not frame.relation.text]
    assert (frame.rule, frame.act, frame.polarity, frame.modality) == (rule, "assertion", "positive", "actual")
    assert frame.attribution == () and frame.relation.spans == () and frame.content == ()


def test_a_title_stands_for_itself_each_time() -> None:
    found = frames(("Secretary Coffey resigned.", "Finance Minister Ana Sousa opened the fair."))
    assert [f.object.text for f in found if f.lemma == "hold office" and f.object] == ["Secretary", "Finance Minister"]
