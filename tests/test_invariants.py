"""A sound graph has no finding; each invariant finds what breaks it, and no such graph is built."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from kg.errors import KgError
from kg.invariants import check_evidence, check_references, hold_invariants
from kg.model import Evidence, Sentence, Statement, ThemeMention, Words
from tests.graphs import small_graph


def moved(statement: Statement) -> Statement:
    subject = replace(statement.subject, spans=tuple((start + 1, end + 1) for start, end in statement.subject.spans))
    return replace(statement, subject=subject)


@pytest.mark.parametrize(
    ("lemma", "change", "message"),
    [
        ("hold in", moved, "its subject ((1, 27),) reads 'he 4th Quality Conference ', not"),
        ("hold in", lambda s: replace(s, document="gone"), "its document gone is not among the documents"),
        ("hold in", lambda s: replace(s, evidence=Evidence(0, 10, "nonsense")), "its evidence (0, 10) does not read"),
        ("hold in", lambda s: replace(s, evidence=Evidence(0, 10, "The 4th Qu")), "is not within its evidence (0, 10)"),
        ("hold in", lambda s: replace(s, sentence=Sentence(0, 0, 50)), "is not within its sentence (0, 50)"),
        ("hold in", lambda s: replace(s, sentence=Sentence(3, 0, 64)), "is not the document's sentence 3"),
        ("hold in", lambda s: replace(s, hedge=Words("maybe", ((0, 3),))), "its hedge ((0, 3),) reads 'The'"),
        ("hold in", lambda s: replace(s, arguments=(replace(s.arguments[0], text="May"),)), "its argument"),
        (
            "strengthen",
            lambda s: replace(s, themes=(ThemeMention("theme:x", ((0, 3),), True),)),
            "theme:x has no words",
        ),
        ("strengthen", lambda s: replace(s, themes=(ThemeMention("theme:x", (), True),)), "theme:x has no words"),
        ("demonstrate", lambda s: with_cue(s, Words("said", ((91, 95),))), "its cue ((91, 95),) reads 'stre'"),
        ("demonstrate", lambda s: with_cue(s, Words("The", ((0, 3),))), "its cue ((0, 3),) is not within the sentence"),
        ("stress", lambda s: replace(s, content=("gone",)), "its content gone is not among the statements"),
    ],
)
def test_words_that_do_not_stand_where_they_should_are_found(
    lemma: str, change: Callable[[Statement], Statement], message: str
) -> None:
    graph = small_graph()
    assert list(check_evidence(graph)) == []
    changed = tuple(change(one) if one.relation.lemma == lemma else one for one in graph.statements)
    found = list(check_evidence(dataclasses.replace(graph, statements=changed)))
    assert [finding for finding in found if message in finding.message], found


def with_cue(statement: Statement, cue: Words) -> Statement:
    return replace(statement, attribution=(replace(statement.attribution[0], cue=cue),))


def themed(*primary: bool) -> tuple[ThemeMention, ...]:
    return tuple(ThemeMention("theme:x", ((0, 3),), each) for each in primary)


@pytest.mark.parametrize(
    ("lemma", "change", "message"),
    [
        ("hold in", lambda s: replace(s, subject=replace(s.subject, entity="id:gone")), "id:gone is not among the"),
        (
            "hold in",
            lambda s: replace(s, deontic="obligation"),
            "its deontic type is obligation, and its act assertion",
        ),
        ("hold in", lambda s: replace(s, act="directive"), "its deontic type is None, and its act directive"),
        ("hold in", lambda s: replace(s, valence="positive"), "its valence is positive, and its act assertion"),
        ("hold in", lambda s: replace(s, themes=themed(True, True)), "more than one primary theme"),
    ],
)
def test_what_leads_nowhere_or_contradicts_the_act_is_found(
    lemma: str, change: Callable[[Statement], Statement], message: str
) -> None:
    graph = small_graph()
    assert list(check_references(graph)) == []
    changed = tuple(change(one) if one.relation.lemma == lemma else one for one in graph.statements)
    found = list(check_references(dataclasses.replace(graph, statements=changed)))
    assert [finding for finding in found if message in finding.message], found


def test_two_statements_with_one_id_are_found() -> None:
    graph = small_graph()
    found = check_references(dataclasses.replace(graph, statements=(*graph.statements, graph.statements[0])))
    assert {finding.message for finding in found} == {"another statement has the same id"}


def test_a_wrong_graph_is_not_built() -> None:
    graph = small_graph()
    assert hold_invariants(graph) is graph
    spoiled = dataclasses.replace(graph, statements=(moved(graph.statements[0]), *graph.statements[1:]))
    with pytest.raises(KgError, match="nothing is written"):
        hold_invariants(spoiled)
