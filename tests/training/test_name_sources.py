from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.training.samples import CHAT, NEWS, TALE
from tests.training.test_name_formats import UNER
from training.name_formats import Tagged, Text
from training.name_rules import Span
from training.name_sources import (
    CROSS_DOMAINS,
    DOCRED,
    PARTS,
    WIKIGOLD,
    chunks,
    cut,
    main,
    row_of_texts,
    row_of_words,
    spread,
)


def entities(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["text"][start:end], label) for start, end, label in row["entities"]]


def test_rows_of_words_are_detokenised_and_completed() -> None:
    sentences = [
        Tagged(["Lund", "left", "Oslo", "."], [(0, 1, "PERSON"), (2, 3, "LOC")]),
        Tagged(["In", "1998", "."], []),
    ]
    row = row_of_words("wikigold", sentences)
    assert row["text"] == "Lund left Oslo. In 1998. "
    assert entities(row) == [("Lund", "PERSON"), ("Oslo", "LOC"), ("1998", "DATE")]


def test_rows_of_texts_move_the_offsets_of_later_sentences() -> None:
    row = row_of_texts("gum", [Text("Yes. ", []), Text("Oslo! ", [Span(0, 4, "LOC")])])
    assert row == {"source": "gum", "text": "Yes. Oslo! ", "entities": [(5, 9, "LOC")]}


def test_chunks_cover_each_document_in_order_and_cross_none() -> None:
    documents = [list(range(17)), list(range(100, 103))]
    made = list(chunks(documents))
    assert [item for chunk in made for item in chunk] == [*documents[0], *documents[1]]
    assert all(1 <= len(chunk) <= 5 and (chunk[0] >= 100) == (chunk[-1] >= 100) for chunk in made)
    assert made == list(chunks(documents))


@pytest.mark.parametrize(("count", "expected"), [(3, [0, 3, 6]), (10, list(range(10))), (99, list(range(10)))])
def test_a_sample_is_spread_evenly(count: int, expected: list[int]) -> None:
    assert spread(range(10), count) == expected


def test_documents_are_cut_by_share_of_sentences() -> None:
    assert cut(["abcd", "ef", "ghij"], 0.5) == (["abcd", "e", ""], ["", "f", "ghij"])


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """Sources and treebanks, as small as can be."""
    sources, data = tmp_path / "sources", tmp_path / "data"
    files = {sources / WIKIGOLD: "Oslo I-LOC\ngrew O\n\n" * 10}
    docred = {"sents": [["Ada", "left"]], "vertexSet": [[{"sent_id": 0, "pos": [0, 1], "type": "PER"}]]}
    for part in PARTS:
        files[sources / DOCRED.format(part)] = json.dumps([docred])
        files[sources / "UNER_English-EWT" / f"en_ewt-ud-{part}.iob2"] = UNER
        files[data / f"en_gum_open-{part}.conllu"] = NEWS + CHAT
        files[data / f"en_ewt-{part}.conllu"] = TALE
        for domain in CROSS_DOMAINS:
            files[sources / "CrossNER" / "ner_data" / domain / f"{part}.txt"] = f"{domain}-{part}\tB-person\n"
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return sources, data


def test_each_part_has_its_sources_and_no_test_text_trains(folders: tuple[Path, Path]) -> None:
    sources, data = folders
    main([str(sources), str(data)])
    rows = {part: list(map(json.loads, (data / f"ner-{part}.jsonl").read_text().splitlines())) for part in PARTS}
    assert {part: sorted({row["source"] for row in listed}) for part, listed in rows.items()} == {
        "train": ["cross", "docred", "gum", "uner_ewt", "wikigold"],
        "dev": ["docred", "gum"],
        "test": ["crosspol", "docred", "gum", "uner_ewt", "wikigold"],
    }
    crossed = {row["source"]: row["text"] for listed in rows.values() for row in listed if "cross" in row["source"]}
    assert crossed["crosspol"] == "politics-test "
    assert not any("politics-test" in row["text"] for row in rows["train"])


def test_the_same_sources_give_the_same_bytes(folders: tuple[Path, Path]) -> None:
    sources, data = folders
    written = []
    for _ in range(2):
        main([str(sources), str(data)])
        written.append([(data / f"ner-{part}.jsonl").read_bytes() for part in PARTS])
    assert written[0] == written[1]
