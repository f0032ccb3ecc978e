from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from training.names import documents, write_documents


def rows(path: Path, *listed: dict[str, Any]) -> Path:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in listed), encoding="utf-8")
    return path


def test_spans_become_entities_and_one_within_a_token_is_dropped(tmp_path: Path) -> None:
    row = {"source": "x", "text": "Ada Lund left Oslo.", "entities": [[0, 8, "PERSON"], [14, 16, "LOC"]]}
    (doc,) = documents(rows(tmp_path / "a.jsonl", row))
    assert [(span.text, span.label_) for span in doc.ents] == [("Ada Lund", "PERSON")]


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    row = {"source": "x", "text": "To Oslo.", "entities": [[3, 7, "LOC"]]}
    assert write_documents(rows(tmp_path / "a.jsonl", row), tmp_path / "a.spacy") == 1
    (doc,) = DocBin().from_disk(tmp_path / "a.spacy").get_docs(Vocab())
    assert [(span.text, span.label_) for span in doc.ents] == [("Oslo", "LOC")]
