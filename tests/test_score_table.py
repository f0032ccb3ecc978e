from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.gold import read_gold
from kg.graph import build_graph
from kg.model import Extraction
from kg.score_table import compare_folders, evaluate_folder, table
from tests.test_evaluate import GOLD, frame
from tests.test_gold import FIRST, SECOND, sheet
from tests.test_scores import GOLD as GOLD_TEXTS


def row(lines: list[str], name: str) -> list[str]:
    return next(line for line in lines if line.startswith(f"  {name} ")).split()


def test_the_table_gives_counts_beside_every_figure() -> None:
    lines = table(evaluate(GOLD, GOLD[:2])).splitlines()
    assert next(line for line in lines if "heads agree" in line).split() == [
        "heads", "agree", "1.000", "0.500", "0.667", "4", "2", "2",
    ]  # fmt: skip
    assert next(line for line in lines if "deontic" in line).split() == ["deontic", "1.000", "4", "2", "2"]


def test_a_graph_is_scored_against_sheets(tmp_path: Path) -> None:
    path = sheet(tmp_path, FIRST, SECOND)
    gold = read_gold(path)
    graph = build_graph([Extraction(one, (), ()) for one in gold.documents], gold.statements, [], {}, {})
    assert "heads agree                                1.000 1.000 1.000      5      5      5" in evaluate_folder(
        path, graph
    )


def test_a_graph_of_other_texts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not hold"):
        evaluate_folder(sheet(tmp_path, FIRST), build_graph([], [], [], {}, {}))


def test_two_passes_are_compared(tmp_path: Path) -> None:
    first = sheet(tmp_path, FIRST, SECOND)
    second = tmp_path / "second.jsonl"
    lines = [{"text": "text.txt"}, FIRST, {**SECOND, "frames": []}]
    second.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    assert "0.889      5      4      4" in compare_folders(first, second)


def test_two_passes_over_names_are_compared_where_both_have_sheets() -> None:
    lines = compare_folders(GOLD_TEXTS / "dev" / "first", GOLD_TEXTS / "dev" / "second").splitlines()
    alike, first, second, both = row(lines, "mentions")[1:]
    assert float(alike) == pytest.approx(2 * int(both) / (int(first) + int(second)), abs=0.001)
    assert float(row(lines, "identity, B-cubed on the mentions of both")[-1]) >= 0.95


def test_a_rule_has_its_precision_and_the_share_of_all_gold_that_it_finds() -> None:
    lines = table(evaluate(GOLD, GOLD[:2])).splitlines()
    assert row(lines, GOLD[0].rule)[-6:] == ["1.000", "0.500", "0.667", "4", "2", "2"]


def test_genres_are_those_of_the_sheets_with_an_interval_where_there_are_two_texts(tmp_path: Path) -> None:
    for name, words in (("one", "Ana Sousa met Li Wei."), ("two", "Ana Sousa met Bo Ek.")):
        (tmp_path / f"{name}.txt").write_text(f"{words}\n", encoding="utf-8")
        frames = [
            {"subject": "Ana Sousa", "relation": "met", "lemma": "meet", "object": " ".join(words.split()[3:])[:-1]}
        ]
        lines = [{"text": f"{name}.txt", "genre": "read-out"}, {"n": 0, "sentence": words, "frames": frames}]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    gold = read_gold(tmp_path)
    extractions = [Extraction(one, (), ()) for one in gold.documents]
    whole = evaluate_folder(tmp_path, build_graph(extractions, gold.statements, [], {}, {})).splitlines()
    assert row(whole, "read-out")[-9:] == ["1.000", "1.000", "1.000", "2", "2", "2", "1.000", "to", "1.000"]
    half = evaluate_folder(tmp_path, build_graph(extractions, gold.statements[:1], [], {}, {})).splitlines()
    assert row(half, "all")[-3:] == ["0.000", "to", "1.000"]


def test_the_table_needs_no_documents() -> None:
    lines = table(evaluate([frame(0)], [frame(0)])).splitlines()
    assert row(lines, "no genre given")[-3:] == ["1", "1", "1"]
