from __future__ import annotations

from pathlib import Path

import pytest

from bench.calibration import Bin, draw, error, main, reliability
from tests.test_gold import FIRST, SECOND, sheet


def test_cases_are_binned_by_confidence() -> None:
    bins = reliability([(0.91, True), (0.93, False), (0.5, True), (1.0, True)])
    assert [(one.cases, round(one.confidence, 2), one.right) for one in bins] == [
        (1, 0.5, 1),
        (2, 0.92, 0.5),
        (1, 1, 1),
    ]


def test_the_error_weighs_bins_by_their_cases() -> None:
    assert error([Bin(3, 0.8, 0.8), Bin(1, 0.4, 0.8)]) == pytest.approx(0.1)


def test_the_diagram_is_the_same_every_time(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        draw([Bin(3, 0.8, 0.9)], tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_a_folder_of_sheets_is_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(sheet(tmp_path, FIRST, SECOND))])
    assert capsys.readouterr().out.splitlines()[-1].startswith("expected calibration error 0")
