from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.samples import CHAT
from training.evaluate import main, table


def test_two_versions_stand_beside_each_other_with_their_ratio() -> None:
    assert table([("bank LAS", [80.0, 64.0]), ("words a CPU-second", [9000.4, 6000.0])]).splitlines() == [
        "| measure | this version | other | ratio |",
        "|---|---:|---:|---:|",
        "| bank LAS | 80.00 | 64.00 | 1.25 |",
        "| words a CPU-second | 9000 | 6000 | 1.50 |",
    ]


def test_the_shipped_model_is_scored_in_its_own_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bank, rows = tmp_path / "bank.conllu", tmp_path / "names.jsonl"
    bank.write_text(CHAT, encoding="utf-8")
    rows.write_text('{"source": "gum", "text": "She met him in Norway.", "entities": [[15, 21, "LOC"]]}\n', "utf-8")
    main([str(bank), str(rows)])
    figures = dict(line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines()[2:])
    assert figures["bank sentence"] == "100.00"
    assert figures["names names, mean"] == "100.00"
    assert float(figures["MB packed"]) < 25
    assert {"bank LAS", "seconds to load", "words a CPU-second"} <= figures.keys()
