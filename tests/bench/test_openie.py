from __future__ import annotations

from pathlib import Path

import pytest

from bench.openie import main

# Stands for a benchmark's scorer: a line for each file, with the number of its rows.
SCORER = """
import pathlib, sys
for file in sys.argv[1:]:
    if not file.startswith("-"):
        print(pathlib.Path(file).stem, len(open(file).readlines()))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("benchie", "carb"):
        (tmp_path / name / "systems").mkdir(parents=True)
        (tmp_path / name / "systems" / "other.tsv").write_text("1\ta\tb\tc\n", encoding="utf-8")
        (tmp_path / name / "sentences_dev.tsv").write_text("1\tThe law was adopted in Paris.\n", encoding="utf-8")
        (tmp_path / f"{name}_score.py").write_text(SCORER, encoding="utf-8")
    return tmp_path


def test_our_output_stands_beside_the_other_systems(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main([str(folder)])
    assert capfd.readouterr().out.splitlines() == ["benchie", "other 1", "kg 1", "carb", "other 1", "kg 1",
                                                   "carb --single", "other 1", "kg 1"]  # fmt: skip


def test_each_rule_is_left_out_in_turn(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main([str(folder), "--ablate"])
    assert capfd.readouterr().out.splitlines()[:4] == ["benchie", "other 1", "kg 1", "without passive 0"]
