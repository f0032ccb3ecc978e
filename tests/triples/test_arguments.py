from __future__ import annotations

import pytest

from kg.clauses import find_clauses
from kg.triples.arguments import find_objects, role_of
from tests.docs import context_of, doc, lines

DATE = "2023-07-01"


@pytest.mark.parametrize(
    ("sentence", "preposition", "role"),
    [
        ("The text was drafted by Chile.", "by", "agent"),
        ("The council sent a letter to Kenya.", "to", "recipient"),
        ("The fair was held in Turin on 3 May.", "in", "where"),
        ("The fair was held in Turin on 3 May.", "on", "when"),
        ("In Rome, the minister praised nurses.", "in", "where"),
        ("Kenya has grown since 2020.", "since", "when"),
        ("Ports closed yesterday.", None, "when"),
        ("Ports will close by 2030.", "by", "deadline"),
        ("Kenya must act before 2030.", "before", "deadline"),
        ("Prices fell by 4% in June.", "by", "quantity"),
        ("Prices fell by 4% in June.", "in", "when"),
        ("Ministers spoke about trade.", "about", "topic"),
        ("He paid $5 million for wheat.", "for", "purpose"),
        ("Kenya backed the plan in view of the drought.", "in view of", "condition"),
        # how, and not in what
        ("Ports paid in advance.", "in", "manner"),
        ("Ports will close in phases.", "in", "manner"),
        ("Ports paid without delay.", "without", "manner"),
        ("Ports paid without the fee.", "without", "manner"),
        # for whose good, why, and on whom
        ("Kenya built homes for farmers.", "for", "beneficiary"),
        ("Kenya built homes for storage.", "for", "purpose"),
        ("Kenya fined ports for fires.", "for", "other"),
        ("Kenya thanked ports for farmers.", "for", "other"),
        ("Kenya imposed tariffs on farmers.", "on", "target"),
        ("Ports invest in farms.", "in", "other"),
        # by how much, at what level, and by what means
        ("Prices fell by 50 points.", "by", "quantity"),
        ("Prices peaked at 61.", "at", "quantity"),
        ("Prices fell by law.", "by", "manner"),
        ("Growth slowed to 8.6%.", "to", "quantity"),
        # an amount that the verb stands at is its complement
        ("Growth stands at 8.6%.", "at", "other"),
        ("The fair opened in Paris and at home.", "at", "where"),
    ],
)
def test_the_role_of_an_argument_comes_of_its_preposition_and_of_what_it_is(
    sentence: str, preposition: str | None, role: str
) -> None:
    parsed = doc(sentence)
    context = context_of(parsed, DATE)
    (clause,) = find_clauses(parsed[:], context.lexicon)
    (oblique,) = [o for o in clause.obliques if o.preposition == preposition]
    assert role_of(oblique, clause, context) == role


@pytest.mark.parametrize(
    ("sentence", "preposition", "objects", "rest"),
    [
        ("The council adopted the law.", None, ["the law"], []),
        ("Peru buys wheat and rice.", None, ["wheat", "rice"], []),
        ("Japan gave farmers a subsidy.", None, ["a subsidy"], [("recipient", None, "farmers")]),
        ("Kenya participated in the talks.", "in", ["the talks"], []),
        ("The fair was opened in Paris and Rome.", "in", ["Paris", "Rome"], []),
        ("The fair opened in Paris and at home.", "in", ["Paris"], [("where", "at", "home")]),
        ("Talks took place in Rome.", "in", ["Rome"], []),
        ("Kenya took part in the talks.", "in", ["the talks"], []),
        ("The city became a port.", None, ["a port"], []),
        ("The minister called the law a mistake.", None, ["the law"], [("other", None, "a mistake")]),
        ("Growth stands at 8.6%.", "at", ["8.6%"], []),
        ("Kenya voted in favour of the text.", "in favour of", ["the text"], []),
        ("Wang spoke on behalf of farmers.", "on behalf of", ["farmers"], []),
        ("Ports invest in farms.", "in", ["farms"], []),
        # never the object: agents, times, deadlines, and what stands before the verb
        ("The text was drafted by Chile.", None, [], [("agent", "by", "Chile")]),
        ("Kenya has grown since 2020.", None, [], [("when", "since", "2020")]),
        ("Ports paid in advance.", None, [], [("manner", "in", "advance")]),
        ("Prices fell by 50 points.", None, [], [("quantity", "by", "50 points")]),
        ("Growth slowed to 8.6%.", None, [], [("quantity", "to", "8.6%")]),
        ("Ports will close by 2030.", None, [], [("deadline", "by", "2030")]),
        ("In Rome, the minister praised nurses.", None, ["nurses"], [("where", "in", "Rome")]),
    ],
)
def test_the_object_is_the_direct_one_else_the_complement_else_the_first_prepositional_one(
    sentence: str, preposition: str | None, objects: list[str], rest: list[tuple[str, str | None, str]]
) -> None:
    parsed = doc(sentence)
    context = context_of(parsed, DATE)
    (clause,) = find_clauses(parsed[:], context.lexicon)
    found = find_objects(clause, context)
    assert (found.preposition, [phrase.text for phrase in found.alternatives]) == (preposition, objects)
    assert [(a.role, a.preposition, a.phrase.text) for a in found.arguments] == rest


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Prices fell on Friday in Tokyo.", "Prices – fall in – Tokyo; when on Friday"),
        ("Prices fell by 4% in June.", "Prices – fall; quantity by 4%; when in June"),
    ],
)
def test_a_time_is_one_also_where_the_document_has_no_date_to_count_from(sentence: str, expected: str) -> None:
    assert lines(sentence) == [expected]


@pytest.mark.parametrize(
    ("sentence", "predicate", "argument"),
    [
        ("The ministry raised taxes to protect forests.", "raised", ("purpose", None, "to protect forests")),
        ("If the court agrees, Kenya will pay.", "pay", ("condition", "if", "the court agrees")),
        ("Prices would rise if the ban ended.", "rise", ("condition", "if", "the ban ended")),
        ("Unless prices fall, Kenya will pay.", "pay", ("condition", "unless", "prices fall")),
    ],
)
def test_an_aim_and_a_condition_are_arguments(
    sentence: str, predicate: str, argument: tuple[str, str | None, str]
) -> None:
    parsed = doc(sentence)
    context = context_of(parsed)
    (clause,) = [c for c in find_clauses(parsed[:], context.lexicon) if c.predicate.text == predicate]
    found = find_objects(clause, context).arguments
    assert argument in [(a.role, a.preposition, a.phrase.text) for a in found]
