from __future__ import annotations

import pytest

from training.name_rules import Span, completed


def labelled(text: str, spans: list[Span] | None = None) -> list[tuple[str, str]]:
    return [(text[start:end], label) for start, end, label in completed(text, spans or [])]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("on 16 September 2021, at noon", ["16 September 2021"]),
        ("Sept. 16, 2021", ["Sept. 16, 2021"]),
        ("the 3rd of January", ["3rd of January"]),
        ("in the 1990s and the early 1990s", ["the 1990s", "early 1990s"]),
        ("from 1939–45 to 1946", ["1939–45", "1946"]),
        ("the 19th century", ["the 19th century"]),
        ("last year, on Monday and today", ["last year", "Monday", "today"]),
        ("It may march on 1800 troops", ["1800"]),  # what a bare number of four digits is cannot be told
        ("May I march in May 2020?", ["May 2020"]),
        ("1,995 euros, $2000, 2000.5 and version 3.1999", []),
    ],
)
def test_dates_are_found_by_their_form(text: str, dates: list[str]) -> None:
    assert labelled(text) == [(date, "DATE") for date in dates]


def test_a_nationality_is_found_and_mends_a_label() -> None:
    assert labelled("Norwegian and Scottish ports") == [("Norwegian", "NORP"), ("Scottish", "NORP")]
    assert labelled("an Italian plan", [Span(3, 10, "LOC")]) == [("Italian", "NORP")]


def test_a_people_that_is_annotated_as_persons_stays_so() -> None:
    assert labelled("The Danes and Germans left", [Span(14, 21, "PERSON")])[-1] == ("Germans", "PERSON")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span(0, 11, "ORG"), Span(4, 11, "PERSON")], [("The Swedish", "ORG")]),
        ([Span(4, 16, "MISC"), Span(4, 16, "ORG")], [("Swedish Bank", "ORG")]),
        ([Span(12, 16, "ORG")], [("Swedish", "NORP"), ("Bank", "ORG")]),
    ],
)
def test_of_overlapping_spans_the_longer_or_more_telling_stands(
    spans: list[Span], expected: list[tuple[str, str]]
) -> None:
    assert labelled("The Swedish Bank", spans) == expected
