from __future__ import annotations

import dataclasses
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.tree import to_tree
from kg.triples.names import Named, find_names, is_office
from tests.docs import ONTOLOGY, doc, make_doc, right, tables, token
from tests.trees import SENTENCES, random_parse


def names_in(sentence: str) -> list[tuple[str, str, list[str]]]:
    """Each name of a sentence with its label and its titles."""
    found = find_names(doc(sentence), ONTOLOGY)
    by_start: dict[int, Named] = {named.span.start: named for named in found.values()}
    return [(n.span.text, n.label, [title.text for title in n.titles]) for _, n in sorted(by_start.items())]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Chile condemned the attack.", [("Chile", "LOC", [])]),
        ("Finance Minister Ana Sousa opened the fair.", [("Ana Sousa", "PERSON", ["Finance Minister"])]),
        ("Secretary of State Ana Sousa resigned.", [("Ana Sousa", "PERSON", ["Secretary of State"])]),
        # who was in office is not said to be
        ("Former President Ana Sousa resigned.", [("Ana Sousa", "PERSON", [])]),
        # the recogniser missed the person: capitals behind an office
        ("Secretary Coffey resigned.", [("Coffey", "PERSON", ["Secretary"])]),
        ("The Trade Board (TB) met.", [("Trade Board", "ORG", []), ("TB", "ORG", [])]),
        # a head noun of the ontology's, and a name in brackets inside a name
        ("Italy's Ministry of Commerce met the Kenya Water (Nairobi) Forum.",
         [("Italy", "LOC", []), ("Ministry of Commerce", "ORG", []), ("Kenya Water (Nairobi) Forum", "", [])]),
        ("The 3rd Kenya Water Forum opened yesterday.", [("3rd Kenya Water Forum", "", [])]),
        ("Yesterday Kenya backed the Paris Agreement on Climate Change.",
         [("Kenya", "LOC", []), ("Paris Agreement on Climate Change", "", [])]),
        ("It supports the plan of Kenya's minister.", [("Kenya", "LOC", [])]),
        ("Ports will close by 2030.", []),
        ("The fair was held in Turin on 3 May.", [("Turin", "LOC", [])]),  # a date is no name
        ("Prices fell.", []),  # the first word of a sentence has a capital anyway
        ("We welcome the decision.", []),
    ],
)  # fmt: skip
def test_names_stand_without_articles_and_titles(sentence: str, names: list[tuple[str, str, list[str]]]) -> None:
    assert names_in(sentence) == names


def test_a_title_before_a_name_leads_to_the_name() -> None:
    parsed = doc("Finance Minister Ana Sousa opened the fair.")
    found = find_names(parsed, ONTOLOGY)
    assert found[token(parsed, "Minister").i] is found[token(parsed, "Sousa").i]
    assert token(parsed, "fair").i not in found


def test_a_title_that_was_recognised_as_part_of_the_name_is_a_title() -> None:
    sentence = "Finance Minister Ana Sousa opened the fair."
    rows = tuple(dataclasses.replace(row, label="PERSON") if i < 4 else row for i, row in enumerate(tables()[sentence]))
    (named,) = set(find_names(to_tree(make_doc([(sentence, rows)])), ONTOLOGY).values())
    assert (named.span.text, [title.text for title in named.titles]) == ("Ana Sousa", ["Finance Minister"])


@pytest.mark.parametrize(("label", "expected"), [("GPE", "LOC"), ("FAC", "LOC"), ("PER", "PERSON"), ("ORG", "ORG")])
def test_other_pipelines_labels_are_read_as_ours(label: str, expected: str) -> None:
    sentence = "Chile condemned the attack."
    rows = tuple(dataclasses.replace(row, label=label) if row.label else row for row in tables()[sentence])
    (named,) = set(find_names(to_tree(make_doc([(sentence, rows)])), ONTOLOGY).values())
    assert named.label == expected


@pytest.mark.parametrize(
    ("sentence", "first", "last", "expected"),
    [
        ("Finance Minister Ana Sousa opened the fair.", "Finance", "Minister", True),
        ("Secretary Coffey resigned.", "Secretary", "Secretary", True),
        ("Secretary Coffey resigned.", "Coffey", "Coffey", False),
        ("The fair opened in Turin.", "The", "fair", False),
    ],
)
def test_an_office_is_told_by_its_last_noun(sentence: str, first: str, last: str, expected: bool) -> None:
    parsed = doc(sentence)
    assert is_office(parsed[token(parsed, first).i : token(parsed, last).i + 1], ONTOLOGY) == expected


def test_no_two_names_of_a_sentence_overlap() -> None:
    for sentence in right():
        spans = {(n.span.start, n.span.end) for n in find_names(doc(sentence), ONTOLOGY).values()}
        covered = [i for start, end in spans for i in range(start, end)]
        assert len(covered) == len(set(covered)), sentence


@settings(max_examples=50)
@given(SENTENCES, st.randoms(use_true_random=False))
def test_any_doc_has_names_that_do_not_overlap(text: str, random: Random) -> None:
    found = find_names(to_tree(random_parse(text, random)), ONTOLOGY)
    spans = {(n.span.start, n.span.end) for n in found.values()}
    covered = [i for start, end in spans for i in range(start, end)]
    assert len(covered) == len(set(covered)) and set(covered) <= set(found)
