"""Saved questions: what is shipped, how parameters are put in place, and what each finds in the corpus."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.export import write
from kg.ontology import load_ontology
from kg.pipeline import write_folder
from kg.query import ask, known_prefixes
from kg.saved_queries import SavedQuery, bind, declared, read_query, saved_queries, saved_query
from kg.sparql_store import in_memory, open_store
from kg.store import write_graph
from tests.graphs import small_graph, small_themes
from tests.queries import CASES, EXPECTED, Case, answer

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.graph import Graph

SAVED = saved_queries()
COUNTED = [one for one in SAVED.values() if one.name != "facts-about"]  # plain triples have no frames


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_graph(small_graph(), folder)
    write(small_graph(), folder / "graph.ttl", load_ontology(), small_themes())
    return folder


@pytest.fixture(scope="module")
def store(small: Path) -> Store:
    return in_memory(small)


@pytest.fixture(scope="module")
def corpus(corpus_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "out"
    write_folder(corpus_graph, folder)
    return folder


def prefixes(folder: Path) -> dict[str, str]:
    return known_prefixes(folder)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.file.stem)
def test_a_question_has_the_rows_that_were_read_against_the_texts(case: Case, corpus: Path) -> None:
    assert answer(case, corpus) == case.file.read_text("utf-8"), "python -m tests.queries --write, and read the rows"


def test_every_question_is_asked_and_no_file_is_left_over() -> None:
    assert {case.question for case in CASES} == set(SAVED)
    assert {case.file for case in CASES} == set(EXPECTED.glob("*.csv"))


@pytest.mark.parametrize("query", SAVED.values(), ids=SAVED)
def test_a_question_says_what_it_asks(query: SavedQuery) -> None:
    assert query.title != query.name and query.description.endswith(".")
    assert "BASE" not in query.text and "FROM" not in query.text  # the default graph, and no union
    for parameter in query.parameters:
        lines = [line for line in query.text.splitlines() if f"VALUES ?{parameter.name} {{" in line]
        assert lines, "the parameter has its place"
        left_out = [line for line in query.text.splitlines() if line.endswith(f"# if {parameter.name}")]
        assert bool(left_out) <= parameter.optional


@pytest.mark.parametrize("query", COUNTED, ids=[one.name for one in COUNTED])
def test_a_question_counts_frames_and_says_so(query: SavedQuery) -> None:
    assert "Counts frames" in query.description
    assert "COUNT(DISTINCT ?frame)" in query.text and "pol:frame" in query.text


@pytest.mark.parametrize("query", SAVED.values(), ids=SAVED)
def test_the_file_is_a_query_by_itself_with_its_examples(query: SavedQuery, small: Path, store: Store) -> None:
    ask(store, query.text, prefixes(small))


@pytest.mark.parametrize("query", SAVED.values(), ids=SAVED)
def test_what_is_shown_runs_where_no_prefix_is_known(query: SavedQuery, small: Path, store: Store) -> None:
    assert ask(store, declared(query.text, prefixes(small)), {}) == ask(store, query.text, prefixes(small))


HEAD = """# title: A title
# description: Some words
#   and more.
# parameter: theme (skos:Concept, optional): a theme
# parameter: words (text): words
# parameter: day (date, optional): a day
# parameter: kind (a|b, optional): a kind
SELECT ?s ?words {
  VALUES ?words { "example" }
  VALUES ?day { "2021-01-01"^^xsd:date }  # if day
  VALUES ?kind { "a" }  # if kind
  VALUES ?theme { theme:health }  # if theme
  ?s dcterms:subject ?theme  # if theme
}
"""
QUERY = read_query("a-question", HEAD)


def test_the_head_of_a_file_is_read() -> None:
    assert (QUERY.title, QUERY.description) == ("A title", "Some words and more.")
    assert [(one.name, one.type, one.optional) for one in QUERY.parameters] == [
        ("theme", "skos:Concept", True), ("words", "text", False), ("day", "date", True), ("kind", "a|b", True),
    ]  # fmt: skip
    assert read_query("plain", "# a comment\nASK {}").parameters == ()


@pytest.mark.parametrize(
    ("values", "there", "not_there"),
    [
        ({"words": "w"}, ['VALUES ?words { "w" }'], ["?theme", "?day", "?kind"]),
        (
            {"words": "w", "theme": "consumer-protection"},
            ["<https://w3id.org/policy-kg/theme/consumer-protection>"],
            [],
        ),
        ({"words": "w", "theme": "Consumer Protection"}, ["/theme/consumer-protection>", "?s dcterms:subject"], []),
        ({"words": "w", "theme": "theme:consumer-protection"}, ["/theme/consumer-protection>"], []),
        ({"words": "w", "day": "2021-09-16"}, ['"2021-09-16"^^<http://www.w3.org/2001/XMLSchema#date>'], []),
        ({"words": "w", "kind": "b"}, ['VALUES ?kind { "b" }'], []),
    ],
)
def test_a_parameter_takes_the_place_of_the_example(
    values: dict[str, str], there: list[str], not_there: list[str], small: Path, store: Store
) -> None:
    body = bind(QUERY, values, store, prefixes(small)).split("SELECT")[1]
    assert all(words in body for words in there) and not any(words in body for words in not_there)
    assert "# if" not in body


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "needs words=…"),
        ({"words": " "}, "words= is empty"),
        ({"words": "w", "wrods": "x"}, "no parameter 'wrods': it takes theme, words, day, kind"),
        ({"words": "w", "theme": "consumer protecton"}, "called so (near: Consumer protection"),
        ({"words": "w", "theme": "?x } DROP ALL #"}, "called so"),
        ({"words": "w", "day": "2021"}, "not a day such as"),
        ({"words": "w", "day": "2021-02-30"}, "not a day such as"),
        ({"words": "w", "kind": "c"}, "not one of a, b"),
    ],
)
def test_a_parameter_that_does_not_fit_gets_one_line(
    values: dict[str, str], message: str, small: Path, store: Store
) -> None:
    with pytest.raises(InputError, match=re.escape(message)) as error:
        bind(QUERY, values, store, prefixes(small))
    assert "\n" not in str(error.value)


def test_a_name_that_is_none_gets_the_nearest() -> None:
    with pytest.raises(InputError, match=r"near: directives-by-theme"):
        saved_query("directive-by-themes")


@given(st.text(min_size=1).filter(lambda text: text.strip()))
def test_no_text_gets_out_of_its_string(text: str) -> None:
    from pyoxigraph import Store

    text = text.encode("utf-8", "replace").decode()  # half a surrogate pair is no character
    (row,) = ask(Store(), bind(read_query("q", HEAD), {"words": text}, Store(), {}), {}).rows
    assert row == (None, text)


HEADS = """@prefix : <https://example.org/> .
@prefix pol: <https://w3id.org/policy-kg/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:ann rdfs:label "Ann" . :ben rdfs:label "Ben" . :law rdfs:label "the law" .
:health rdfs:label "health" . :improve rdfs:label "improves" .
"""
STANCES = """
:s1 pol:stance "support" ; pol:polarity "positive" ; rdf:subject :ann ; rdf:object :law ;
    pol:evidence "Ann backs it" ; pol:frame "1" .
:s2 pol:stance "oppose" ; pol:polarity "positive" ; rdf:subject :ben ; rdf:object :law ;
    pol:evidence "Ben rejects it" ; pol:frame "2" .
"""
CLAIMS = """
:s1 pol:polarity "positive" ; rdf:subject :law ; rdf:predicate :improve ; rdf:object :health ; pol:saidBy :ann ;
    pol:evidence "the law improves health" ; pol:frame "1" .
:s2 pol:polarity "negative" ; rdf:subject :law ; rdf:predicate :improve ; rdf:object :health ; pol:saidBy :ben ;
    pol:evidence "it does not improve health" ; pol:frame "2" .
"""


@pytest.mark.parametrize(
    ("turtle", "rows"),
    [
        (STANCES, [("the law", "(stance)", "Ann", "Ben", "Ann backs it", "Ben rejects it", "1")]),
        (STANCES.replace(":ben", ":ann"), []),
        (STANCES.replace("oppose", "abstain"), []),
        (STANCES.replace("positive", "negative"), []),  # "did not oppose it"
        (CLAIMS, [("the law", "improves", "Ann", "Ben", "the law improves health", "it does not improve health", "1")]),
        (CLAIMS.replace(":ben", ":ann"), []),
    ],
)
def test_who_disagrees_takes_opposite_sides_on_the_same_thing(
    turtle: str, rows: list[tuple[str, ...]], tmp_path: Path
) -> None:
    (tmp_path / "graph.ttl").write_text(HEADS + turtle, encoding="utf-8")
    known = {"pol": "https://w3id.org/policy-kg/ontology#", **known_prefixes(tmp_path)}
    with open_store(tmp_path) as store:
        assert list(ask(store, saved_query("disagreements").text, known).rows) == rows
