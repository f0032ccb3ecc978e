from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.gold import read_gold
from tests.test_gold import FIRST, SECOND, TEXT
from training.release_gold import lines_of, read_release_gold, without_words


def release(folder: Path) -> dict[str, Any]:
    return {"id": "A1", "title": "A", "text": (folder / "A1.txt").read_text(encoding="utf-8"), "issuer": "Ministry",
            "source": "https://example.org/a1", "licence": "public domain"}  # fmt: skip


def written(folder: Path) -> Path:
    (folder / "A1.txt").write_text(TEXT.strip() + "\n", encoding="utf-8")
    lines = [json.dumps(line) for line in ({"text": "A1.txt"}, FIRST, SECOND)]
    (folder / "A1.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder / "A1.jsonl"


def test_statements_come_back_from_their_offsets(tmp_path: Path) -> None:
    sheet = written(tmp_path)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "A1.jsonl").write_text("\n".join(lines_of(sheet, release(tmp_path))), encoding="utf-8")
    (tmp_path / "texts.jsonl").write_text(json.dumps(release(tmp_path)), encoding="utf-8")
    gold, coded = read_release_gold(tmp_path / "gold", tmp_path / "texts.jsonl"), read_gold(sheet)
    assert [(one.id, one.evidence, one.relation, one.attribution) for one in gold.statements] == [
        (one.id, one.evidence, one.relation, one.attribution) for one in coded.statements
    ]
    assert gold.documents[0].sentences == coded.documents[0].sentences
    assert gold.documents[0].genre == "government release"


def test_no_words_of_the_text_are_kept(tmp_path: Path) -> None:
    sheet = written(tmp_path)
    text = (tmp_path / "A1.txt").read_text(encoding="utf-8")
    kept = "\n".join(lines_of(sheet, release(tmp_path)))
    for statement in read_gold(sheet).statements:
        assert statement.evidence.text in text
        assert statement.evidence.text not in kept


def test_what_is_not_of_the_text_stays() -> None:
    assert without_words({"text": "a", "spans": [[0, 1]], "inner": [{"label": "b", "role": "when"}]}) == {
        "spans": [[0, 1]], "inner": [{"role": "when"}],
    }  # fmt: skip
