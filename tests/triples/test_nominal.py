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
        ("The fair opened in Turin, Piedmont.", ["Turin – be part of – Piedmont"]),
        ("The Trade Board (TB) met.", ["The Trade Board – be also known as – TB"]),
        ("The African Continental Free Trade Area (AfCFTA) grew.",
         ["The African Continental Free Trade Area – be also known as – AfCFTA"]),
        ("The Republic of Korea (ROK) paid.", ["The Republic of Korea – be also known as – ROK"]),
        ("The Trade Board (WTO) met.", []),  # other letters
        # the office before its holder, of a country or without one
        ("The minister of Peru, Ana Sousa, resigned.", ["Ana Sousa – hold office – The minister of Peru"]),
        ("The minister of Peru, Ana Sousa, opened the fair.", ["Ana Sousa – hold office – The minister of Peru"]),
        ("The minister, Ana Sousa, resigned.", ["Ana Sousa – hold office – The minister"]),
        ("The envoy of India, Ruchira Rao, spoke.", ["Ruchira Rao – hold office – The envoy of India"]),
        ("The ship of Peru, Ana Sousa, sank.", []),
        ("Talks with Peru, Ana Sousa and Chile failed.", []),
        # who "we" are
        ("We, the ministers, support the plan.", ["We – be – the ministers"]),
        ("They, the ministers, support the plan.", []),
        # ages, days and a person's place are no larger places
        ("Ana Sousa, 61, resigned.", []),
        ("The forum opened in Turin, Monday.", []),
        ("Kenya heard Ana Sousa, Turin.", []),
        ("Former President Ana Sousa resigned.", []),
        ("Then-Minister Ana Sousa resigned.", []),
        ("The council adopted the law.", []),
        ("The president of Peru spoke.", []),
    ],
)  # fmt: skip
def test_what_stands_beside_a_name_says_something_of_it(sentence: str, expected: list[str]) -> None:
    beside = [line for line, frame in zip(lines(sentence), frames(sentence), strict=True) if not frame.relation.text]
    assert beside == expected


def test_an_acronym_in_brackets_is_another_name() -> None:
    (frame,) = [frame for frame in frames("The Trade Board (TB) met.") if frame.rule == "acronym"]
    assert (frame.subject.core.text, frame.lemma) == ("Trade Board", "be also known as")
    assert frame.object is not None and frame.object.text == "TB"


def test_a_larger_place_may_hang_beside_a_place_without_a_mark() -> None:
    (frame,) = [frame for frame in frames("The forum was held in Turin, Piedmont.") if not frame.relation.text]
    assert (frame.subject.core.text, frame.lemma, frame.rule) == ("Turin", "be part of", "place in place")
    assert frame.object is not None and frame.object.text == "Piedmont"


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The minister of Peru, Ana Sousa, resigned.", "Ana Sousa"),
        ("The envoy who visited Rome, Ana Sousa, spoke.", "Ana Sousa"),
        ("Ana Sousa, the Minister of Finance, resigned.", "Ana Sousa"),
        ("The president of Peru spoke.", "The president of Peru"),
    ],
)
def test_the_person_who_is_named_acts_and_not_the_office(sentence: str, subject: str) -> None:
    (frame,) = [f for f in frames(sentence) if f.verb in {"resign", "speak"}]
    assert frame.subject.text == subject


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The Trade Board (TB) met.", "TB", True),
        ("The African Continental Free Trade Area (AfCFTA) grew.", "AfCFTA", True),
        ("The Trade Board (TB) met.", "Board", False),
        ("Italy's Ministry of Commerce met the Kenya Water (Nairobi) Forum.", "Nairobi", False),
    ],
)
def test_an_acronym_stands_in_brackets_and_in_capitals(sentence: str, word: str, expected: bool) -> None:
    parsed = doc(sentence)
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
