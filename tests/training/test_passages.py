from __future__ import annotations

import json
import lzma
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from training.passages import LONGEST, passages

VOCAB = spacy.blank("en").vocab


def test_lines_of_plain_text_are_joined_one_to_eight_and_none_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("".join(f"Line {n} of the news is here.\n" for n in range(40)), encoding="utf-8")
    found = [doc.text for doc in passages(path, VOCAB)]
    assert " ".join(found).split() == path.read_text(encoding="utf-8").split()
    assert 40 / 8 <= len(found) < 40


def test_paragraphs_of_a_packed_document_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "releases.jsonl.xz"
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": "The council met  today.\nNo.\nIt agreed on a plan."}) + "\n")
    assert [doc.text for doc in passages(path, VOCAB)] == ["The council met today.", "It agreed on a plan."]


def test_a_long_passage_is_cut_behind_a_full_stop(tmp_path: Path) -> None:
    doc = Doc(VOCAB, words=(["word"] * 49 + ["."]) * 6)
    DocBin(docs=[doc]).to_disk(tmp_path / "long.spacy")
    found = list(passages(tmp_path / "long.spacy", VOCAB))
    assert [len(part) for part in found] == [LONGEST, 100]
