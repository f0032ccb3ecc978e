from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.model import Close, Document, Entity, Link, Merge, Sentence, ThemeMention, Value, Words
from kg.tables import (
    DOCUMENT_COLUMNS,
    ENTITY_COLUMNS,
    STATEMENT_COLUMNS,
    cell,
    document_row,
    entity_row,
    statement_row,
    written,
)
from tests.samples import argument, participant, statement

DOCS = Path(__file__).parent.parent / "docs" / "tables.md"
PLAIN = statement(
    subject=participant("Wang Yong", 0),
    relation=("spoke", 10, "speak"),
    arguments=(argument("Hangzhou", 20, "in", "where"), argument("today", 30, None, "when")),
)
LINKS = (
    Link((), Words("it was said", ((0, 11),)), "indirect", True, Sentence(0, 0, 99)),
    Link(
        (participant("Ana", 20), participant("Ben", 28)), Words("told", ((32, 36),)), "direct", True, Sentence(0, 0, 99)
    ),
)


def test_columns_are_those_of_the_rows() -> None:
    assert tuple(statement_row(PLAIN)) == STATEMENT_COLUMNS
    document = Document("a", "A", "text", None, None, None, None, "en", "a.txt", "0", ((0, 4),), (("party", "none"),))
    assert tuple(document_row(document)) == DOCUMENT_COLUMNS
    assert (document_row(document)["characters"], document_row(document)["variables"]) == (4, "party=none")


def test_every_column_is_documented() -> None:
    page = DOCS.read_text(encoding="utf-8")
    assert [name for name in {*STATEMENT_COLUMNS, *DOCUMENT_COLUMNS, *ENTITY_COLUMNS} if f"`{name}`" not in page] == []


def test_arguments_are_written_with_role_and_preposition() -> None:
    assert statement_row(PLAIN)["arguments"] == "where: in Hangzhou; when: today"
    assert statement_row(PLAIN)["object"] is None


def test_a_chain_of_speakers_is_written_innermost_first() -> None:
    row = statement_row(replace(PLAIN, attribution=LINKS))
    assert (row["speakers"], row["cue"], row["mode"]) == ("Ana and Ben < ?", "told < it was said", "direct < indirect")


def test_themes_are_written_as_curies() -> None:
    themes = (ThemeMention("theme:a", (), False), ThemeMention("theme:b", (), True))
    row = statement_row(replace(PLAIN, themes=themes))
    assert (row["themes"], row["primary_theme"]) == ("theme:a theme:b", "theme:b")


def test_an_entity_shows_why_forms_were_merged() -> None:
    merges = (Merge("Wang", "a-1", "surname"), Merge("Wang", "b-1", "surname"))
    row = entity_row(Entity("id:person/w", "Wang Yong", "pol:Person", ("Wang",), merges, (Close("id:person/v", 0.91),)))
    assert tuple(row) == ENTITY_COLUMNS
    assert (row["mentions_merged"], row["close"]) == ("Wang (surname)", "id:person/v 0.91")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Value("money", "500000", "USD", approximate=True), "about 500000 USD"),
        (Value("date", "2021-09-16", precision="day"), "2021-09-16"),
    ],
)
def test_a_value_is_written_with_its_unit(value: Value, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx"])
def test_what_a_spreadsheet_would_run_is_marked(text: str) -> None:
    assert cell(text) == "'" + text


@pytest.mark.parametrize("value", ["a=1", "", "Ü", -1, 0.5, None])
def test_other_cells_stay_as_they_are(value: str | float | None) -> None:
    assert cell(value) == value
