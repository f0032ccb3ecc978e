"""Questions to a built graph, and one clear line for those that cannot be answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.errors import KgError, OutputError
from kg.export import write
from kg.ontology import load_ontology
from kg.query import Result, run_query
from kg.store import write_graph
from tests.graphs import HOSTILE_NAME, small_graph, small_themes

DOCS = Path(__file__).parents[1] / "docs" / "rdf.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_graph(small_graph(), folder)
    write(small_graph(), folder / "graph.ttl", load_ontology(), small_themes())
    write(small_graph(), folder / "graph.trig", load_ontology(), small_themes())
    return folder


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("SELECT ?l { ?s pol:heldIn/rdfs:label ?l }", [("Hangzhou",)]),
        ("SELECT ?l { ?s pol:adopts ?o; rdfs:label ?l }", [(HOSTILE_NAME,)]),
        ("SELECT ?t { ?s a pol:Directive; pol:primaryTheme ?t }", [("https://w3id.org/policy-kg/theme/consumer-protection",)]),
        ("SELECT ?s ?o { ?s pol:participatesIn ?o }", []),
        ("SELECT ?x ?y { VALUES (?x ?y) { (UNDEF 1) } }", [(None, "1")]),
        ("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", [("https://w3id.org/policy-kg/id/person/wang-yong/said",)]),
        ("SELECT ?s { ?s <https://w3id.org/policy-kg/id/relation/demonstrate> ?o }", []),
        ("ASK { ?s a pol:Commitment }", [("true",)]),
        ("ASK { ?s a pol:Evaluation }", [("false",)]),
        (
            "CONSTRUCT { ?o rdfs:comment ?s } { ?s pol:heldIn ?o }",
            [("https://w3id.org/policy-kg/id/place/hangzhou", "http://www.w3.org/2000/01/rdf-schema#comment",
              "https://w3id.org/policy-kg/id/event/4th-quality-conference")],
        ),
        ("PREFIX pol: <https://example.org/> SELECT ?s { ?s a pol:Statement }", []),
        ("PREFIX x: <https://w3id.org/policy-kg/ontology#> SELECT (COUNT(*) AS ?n) { ?s a x:Directive }", [("1",)]),
    ],
)  # fmt: skip
def test_a_question_is_answered(query: str, rows: list[tuple[str | None, ...]], folder: Path) -> None:
    assert list(run_query(folder, query).rows) == rows


def test_columns_have_the_names_of_the_query(folder: Path) -> None:
    assert run_query(folder, "SELECT ?b ?a { ?a pol:heldIn ?b }").columns == ("b", "a")
    answer = run_query(folder, "ASK {}")
    assert (answer.columns, answer.rows, answer.form) == (("answer",), (("true",),), "ask")


def test_an_answer_keeps_what_kind_of_term_it_is(folder: Path) -> None:
    query = 'SELECT ?a ?b ?c ?d { BIND(pol:x AS ?a) BIND("a"@en AS ?b) BIND(1 AS ?c) BIND(BNODE() AS ?d) }'
    (row,) = run_query(folder, query).terms
    assert [term.kind for term in row if term] == ["uri", "literal", "literal", "bnode"]
    assert row[1] is not None and row[1].language == "en"
    assert row[2] is not None and row[2].datatype == "http://www.w3.org/2001/XMLSchema#integer"


def test_what_is_constructed_is_turtle_with_the_prefixes_that_it_uses(folder: Path) -> None:
    result = run_query(folder, "CONSTRUCT { ?o rdfs:comment ?s } { ?s pol:heldIn ?o }")
    assert isinstance(result, Result) and result.turtle is not None
    assert result.turtle.startswith("@prefix") and "rdfs:comment" in result.turtle and "prov:" not in result.turtle


def test_no_other_server_is_asked(folder: Path) -> None:
    with pytest.raises(KgError, match="SERVICE would ask another server"):
        run_query(folder, "ASK { SERVICE <http://127.0.0.1:8000/> { ?s ?p ?o } }")


def test_an_error_tells_where_it_stands(folder: Path) -> None:
    with pytest.raises(KgError, match=r"line 2, column \d+, a prefix that is not known, near '.*foo"):
        run_query(folder, "SELECT ?s {\n ?s foo:x ?y }")


@pytest.mark.parametrize("query", ["SELECT", "SELECT ?s { ?s x:y ?o }", "DELETE WHERE { ?s ?p ?o }", "", "\n\n}"])
def test_what_is_no_query_is_an_error_of_one_line(query: str, folder: Path) -> None:
    with pytest.raises(KgError, match="not SPARQL") as error:
        run_query(folder, query)
    assert "\n" not in str(error.value)


def test_a_folder_without_a_graph_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="kg build"):
        run_query(tmp_path, "ASK {}")
    (tmp_path / "graph.ttl").write_text("no\nTurtle", encoding="utf-8")
    with pytest.raises(OutputError, match="build it again") as error:
        run_query(tmp_path, "ASK {}")
    assert "\n" not in str(error.value)


def questions() -> dict[str, str]:
    """The queries of the documentation by the heading above them."""
    sections = re.split(r"^### ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = {section.split("\n")[0]: re.search(r"```sparql\n(.*?)```", section, re.DOTALL) for section in sections}
    return {heading: query[1] for heading, query in found.items() if query}


def test_the_questions_of_the_documentation_have_their_answers(folder: Path) -> None:
    answers = {heading: [tuple(row) for row in run_query(folder, query).rows] for heading, query in questions().items()}
    assert answers == {
        "Who holds which office?": [("Wang Yong", "State Councilor")],
        "Who held an office as of a day?": [("Wang Yong", "2021-09-27", None, None, None)],
        "Who must do what, and by when?": [
            ("China", None, "participate in", "quality cooperation", None),
            ("unstated addressee of Wang Yong", "obligation", "strengthen", "protection of consumer rights", None),
        ],
        "Which directives concern consumer protection, and who voiced them?": [
            ("Strengthen the protection of consumer rights", "obligation", "4", "Wang Yong")
        ],
        "What does China commit to?": [("participate in", "quality cooperation", "4", "Wang Yong")],
        "What do the documents themselves hold true?": [
            (HOSTILE_NAME, "adopts", "plan"),
            ("4th Quality Conference", "held in", "Hangzhou"),
            ("4th Quality Conference", "held on", "2021-09-16"),
            ("Wang Yong", "holds office", "State Councilor"),
        ],
        "What does one speaker assert?": [("letter", "demonstrate", "firm determination")],
    }
