from __future__ import annotations

from pathlib import Path

import pytest

from bench.speed import main


def test_words_and_statements_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "text.txt"
    text.write_text("The council adopted the law in Paris on Friday.\n", encoding="utf-8")
    main([str(text), "--rounds", "1"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "1 documents, 10 words, 1 statements"
    assert [line.split()[-1] for line in lines[1:3]] == ["CPU-second", "CPU-second"]
