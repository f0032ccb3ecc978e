"""The test corpus keeps the rules that its README states."""

import csv
from pathlib import Path

import pytest

from kg.layout import layout

CORPUS = Path(__file__).parent.parent / "corpus"
TEXTS = sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
with (CORPUS / "docs.csv").open(encoding="utf-8", newline="") as table:
    ROWS = {row["file"]: row for row in csv.DictReader(table)}


def test_every_text_has_its_row_and_no_row_is_left_over() -> None:
    assert sorted(ROWS) == [path.name for path in TEXTS]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_is_of_the_promised_length_and_quotes_nobody(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    words = " ".join(text[start:end] for start, end in layout(text).paragraphs).split()
    assert 120 <= len(words) <= 250
    assert not set(text) & set('"\u201c\u201d\u201e\u00ab\u00bb')


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_head_lines_agree_with_the_table(path: Path) -> None:
    found = layout(path.read_text(encoding="utf-8"))
    fields = dict(found.fields)
    assert found.title
    assert fields["date"] == ROWS[path.name]["date"]
    assert fields.get("issuer", "") == ROWS[path.name]["issuer"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_the_readme_gives_each_text_its_sources(path: Path) -> None:
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    lines = [line for line in readme.splitlines() if f"`{path.name}`" in line]
    assert len(lines) == 1 and lines[0].count("|") == 7 and lines[0].split("|")[6].strip()
