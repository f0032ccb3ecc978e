from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import spacy

from tests.training.samples import CHAT
from training import vectors


def test_words_are_counted_in_treebanks_twice_and_in_texts_once(tmp_path: Path) -> None:
    bank, plain, lines = tmp_path / "bank.conllu", tmp_path / "plain.txt", tmp_path / "lines.jsonl"
    bank.write_text(CHAT, encoding="utf-8")
    plain.write_text("They met in 2020 (yet) in the U.S. and Saint-Denis.\n", encoding="utf-8")
    lines.write_text(json.dumps({"text": "They met."}) + "\n", encoding="utf-8")
    counts = vectors.count_words([bank], [plain, lines])
    assert counts["They"] == 4 and counts["do"] == 2 and counts["yet"] == 3
    assert counts["Saint-Denis."] == 1 and counts["U.S."] == 1
    assert not {"2020", "(", "."} & set(counts)


def test_a_reduced_table_is_narrow_centred_of_unit_variance_and_half_precision() -> None:
    table = np.random.default_rng(0).normal(size=(40, 12)) * np.arange(1, 13)
    small = vectors.reduced(table, width=5)
    assert small.shape == (40, 5) and small.dtype == np.float32
    assert np.allclose(small.mean(0), 0, atol=1e-2) and abs(small.std() - 1) < 1e-2
    assert (small == small.astype(np.float16)).all()
    spread = small.std(0)
    assert (np.diff(spread) <= 0).all(), "the first component says most"


def test_forms_that_differ_in_case_share_a_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tmp_path / "plain.txt"
    texts.write_text("Ports grow ports\ngrow ports slowly\nonce NATO\n", encoding="utf-8")
    # In place of the encoder, which takes a gigabyte of libraries.
    monkeypatch.setattr(vectors, "encoded", lambda words: np.eye(len(words), 3))
    monkeypatch.setattr(vectors, "reduced", lambda table: table)
    vectors.write_vectors([], [texts], tmp_path / "made", words=3)
    nlp = spacy.load(tmp_path / "made")
    assert nlp.vocab.vectors.shape[0] == 3
    assert (nlp.vocab["ports"].vector == nlp.vocab["PORTS"].vector).all() and nlp.vocab["Ports"].has_vector
    assert not nlp.vocab["slowly"].has_vector, "the rarest words have none"
