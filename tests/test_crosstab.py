"""Crosstabs: each frame once a cell, whatever it is made of; what has several values counts in each."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from kg.crosstab import NONE, Reader, crosstab
from kg.errors import InputError
from kg.graph import Graph
from kg.model import ThemeMention
from kg.ontology import load_ontology
from kg.scheme import load_themes
from tests.graphs import small_graph

ONTOLOGY, SCHEME = load_ontology(), load_themes()


def several() -> Graph:
    """The small graph, whose directive has two themes, the second below another top than the first."""
    graph = small_graph()
    themes = (ThemeMention("theme:consumer-protection", (), True), ThemeMention("theme:climate-finance", (), False))
    statements = tuple(
        replace(one, themes=themes) if one.act == "directive" else replace(one, themes=()) for one in graph.statements
    )
    documents = tuple(
        dataclasses.replace(one, date="2021-09-17" if number else "2020", variables=(("register", "read-out"),))
        for number, one in enumerate(graph.documents)
    )
    return dataclasses.replace(graph, statements=statements, documents=documents)


def reader(*, all_themes: bool = False) -> Reader:
    return Reader(several(), ONTOLOGY, SCHEME, all_themes)


def cells(by: str, **options: object) -> dict[tuple[object, ...], object]:
    made = crosstab(reader(), "frame", by.split(","), **options)  # type: ignore[arg-type]
    return {row[:-1]: row[-1] for row in made.rows}


def test_the_cells_of_a_dimension_with_one_value_add_up() -> None:
    graph = several()
    found = cells("act,modality")
    assert sum(map(int, map(str, found.values()))) == len({one.frame for one in graph.statements})
    assert found["directive", "actual"] == 1


def test_a_frame_counts_once_however_many_statements_it_makes() -> None:
    graph = several()
    twice = dataclasses.replace(graph, statements=(*graph.statements, replace(graph.statements[0], id="another")))
    made = {what: crosstab(Reader(twice, ONTOLOGY, SCHEME), what, ["act"]).total for what in ("frame", "statement")}
    assert made["statement"] == made["frame"] + 1 == len(twice.statements)


@pytest.mark.parametrize(
    ("by", "all_themes", "rows"),
    [
        ("theme", False, {"Consumer protection"}),
        ("theme", True, {"Consumer protection", "Climate finance"}),
        ("theme-top", False, {"Markets and consumers"}),
        ("theme-top", True, {"Markets and consumers", "Climate change"}),
    ],
)
def test_themes_are_the_primary_ones_unless_all_are_asked_for(by: str, all_themes: bool, rows: set[str]) -> None:
    found = crosstab(reader(all_themes=all_themes), "frame", [by], [("act", "directive")])
    assert {row[0] for row in found.rows} == rows and found.total == 1
    assert all(row[1] == 1 for row in found.rows)


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("year", {"2020", "2021"}),
        ("month", {NONE, "2021-09"}),
        ("quarter", {NONE, "2021-Q3"}),
        ("register", {"read-out"}),
        ("speaker", {"(the document)", "Wang Yong"}),
        ("deontic", {NONE, "obligation"}),
    ],
)
def test_a_dimension_has_these_values(by: str, values: set[str]) -> None:
    assert {row[0] for row in cells(by)} == values


def test_a_wide_table_has_totals_that_count_each_frame_once() -> None:
    made = crosstab(reader(all_themes=True), "frame", ["act", "theme"], wide=True)
    assert made.columns == ("act", NONE, "Climate finance", "Consumer protection", "all")
    by_act = {row[0]: row[1:] for row in made.rows}
    assert by_act["directive"] == (0, 1, 1, 1)
    assert by_act["all"][-1] == made.total == sum(int(row[-1]) for row in made.rows[:-1])


def test_one_dimension_laid_wide_is_a_row() -> None:
    made = crosstab(reader(), "document", ["year"], wide=True)
    assert (made.columns, made.rows) == (("2020", "2021", "all"), ((1, 1, 2),))


@pytest.mark.parametrize(
    ("count", "by", "where", "message"),
    [
        ("frames", ["act"], [], "not one of frame, statement, document"),
        ("frame", [], [], "--by is empty"),
        ("frame", ["moth"], [], r"no dimension 'moth' \(near: month"),
        ("frame", ["act"], [("act", "directve")], r"nothing has this value \(near: directive\)"),
    ],
)
def test_what_there_is_not_gets_one_line(count: str, by: list[str], where: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(InputError, match=message):
        crosstab(reader(), count, by, where)


def test_values_for_one_dimension_are_alternatives_and_dimensions_add_conditions() -> None:
    acts = [("act", "Directive"), ("act", "commitment")]
    assert crosstab(reader(), "frame", ["act"], acts).total == 2
    assert crosstab(reader(), "frame", ["act"], [*acts, ("deontic", "obligation")]).total == 1
