"""Taking away: a citation, Turtle, CSV, and the table, each with where its words stand."""

from __future__ import annotations

import csv
import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import kg
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.model import Statement
from tests.export.browsing import Opener, catch_copies, choose, copied, find, number_of, tick, until
from tests.export.page_graphs import HOSTILE, hostile, invented


def take(page: Any, deed: str) -> str:
    catch_copies(page)
    find(page, f"#details [data-do={deed}]").click()
    return copied(page)


def sliced(one: Statement) -> Statement:
    """With the words of the relation as the text has them; a hostile graph's are its name."""
    return replace(one, relation=replace(one.relation, text="adopted")) if one.rule in HOSTILE.values() else one


def test_a_citation_gives_words_speaker_document_date_address_place_and_iri(opened: Opener) -> None:
    graph = invented()
    documents = tuple(
        dataclasses.replace(one, variables=(("url", "https://example.org/a"),)) for one in graph.documents
    )
    graph = dataclasses.replace(graph, documents=documents)
    number = number_of(graph, lambda one: bool(one.attribution))
    one = graph.statements[number]
    page = opened(graph)
    choose(page, number)
    speaker = one.attribution[0].speakers[0].label
    assert take(page, "cite") == (
        f"“{one.evidence.text}”. {speaker}, in: Read-out 1 of the Lakeside Conference. Government of Norland. "
        f"2024-03-01. https://example.org/a. Sentence {one.sentence.index + 1}, "
        f"characters {one.evidence.start}–{one.evidence.end}. https://w3id.org/policy-kg/id/statement/{one.id}"
    )


@pytest.mark.parametrize("graph", [invented(), *(hostile(name) for name in HOSTILE.values())], ids=["plain", *HOSTILE])
def test_copied_turtle_says_nothing_that_graph_ttl_does_not(opened: Opener, graph: Graph, tmp_path: Path) -> None:
    import rdflib

    graph = dataclasses.replace(graph, prefixes=prefixes(), statements=tuple(map(sliced, graph.statements)))
    page = opened(graph)
    whole = rdflib.Graph()
    kg.write(graph, tmp_path / "graph.ttl")
    whole.parse(tmp_path / "graph.ttl")
    for number in range(min(5, len(graph.statements))):
        choose(page, number)
        part = rdflib.Graph().parse(data=take(page, "copy-turtle"), format="turtle")
        assert len(part) > 15
        assert set(part) - set(whole) == set()
        node = rdflib.URIRef(f"https://w3id.org/policy-kg/id/statement/{graph.statements[number].id}")
        assert (node, rdflib.RDF.subject, None) in part


def test_copied_csv_and_the_downloaded_table_hold_what_is_shown_in_its_order(opened: Opener, tmp_path: Path) -> None:
    graph = invented()
    page = opened(graph)
    tick(page, "act", "directive")
    find(page, "[data-column=confidence] button, [data-column=subject] button").click()
    find(page, "#table-csv").click()
    path = tmp_path / "statements.csv"
    until(page, path.exists)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    directives = [one for one in graph.statements if one.act == "directive"]
    assert sorted(row["statement"] for row in rows) == sorted(one.id for one in directives)
    assert [row["subject"] for row in rows] == sorted((one.subject.text for one in directives), key=str.casefold)
    by_id = {one.id: one for one in directives}
    for row in rows:
        one = by_id[row["statement"]]
        document = next(each for each in graph.documents if each.id == row["document"])
        assert document.text[int(row["start"]) : int(row["end"])] == row["evidence"] == one.evidence.text
        assert (row["deontic"], row["strength"]) == (one.deontic, str(one.strength))


@pytest.mark.parametrize("name", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\tx", "plain", 'a "b", c'])
def test_no_cell_is_taken_for_a_formula(opened: Opener, name: str) -> None:
    page = opened(hostile(name))
    choose(page, 0)
    row = next(csv.DictReader(io.StringIO(take(page, "copy-csv"))))
    assert row["subject"] == (f"'{name}" if name[0] in "=+-@\t" else name)


def test_where_the_clipboard_is_closed_the_words_are_shown_to_be_copied(opened: Opener) -> None:
    page = opened(invented())
    choose(page, 0)
    page.execute_script("navigator.clipboard.writeText = () => Promise.reject(new Error('closed'))")
    find(page, "#details [data-do=cite]").click()
    until(page, lambda: find(page, "#copy-dialog").is_displayed())
    assert invented().statements[0].evidence.text in find(page, "#copy-dialog textarea").get_attribute("value")
    find(page, "#copy-dialog button").click()
    assert not find(page, "#copy-dialog").is_displayed()


def test_a_link_to_the_view_is_copied(opened: Opener) -> None:
    page = opened(invented())
    tick(page, "act", "directive")
    catch_copies(page)
    find(page, "#link").click()
    assert copied(page).endswith("graph.html#only.act=directive")


def test_the_statements_of_what_is_chosen_and_of_the_table_are_copied_together(opened: Opener) -> None:
    import rdflib

    graph = dataclasses.replace(invented(), prefixes=prefixes())
    page = opened(graph, "#n=theme%3Astandards")
    about = {one.id for one in graph.statements if any(each.concept == "theme:standards" for each in one.themes)}
    rows = list(csv.DictReader(io.StringIO(take(page, "copy-csv"))))
    assert {row["statement"] for row in rows} == about
    tick(page, "act", "commitment")
    catch_copies(page)
    find(page, "#table-turtle").click()
    part = rdflib.Graph().parse(data=copied(page), format="turtle")
    nodes = {str(one).rpartition("/")[2] for one in part.subjects(rdflib.RDF.subject)}
    assert nodes == {one.id for one in graph.statements if one.act == "commitment"}
