"""Words → pieces of the teacher's vocabulary, as padded tensors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from torch import Tensor

from training.teacher import BREAK_PIECE, ROOT_PIECE, SHAPES, UNKNOWN_PIECE, Batch, shape

MOST_PIECES = 511  # that the encoder takes


class Pieces:
    """Words → pieces of the encoder's vocabulary, each word's once."""

    def __init__(self, folder: Path) -> None:
        from transformers import AutoTokenizer

        self._tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        if word.isspace():
            return [BREAK_PIECE]
        if word not in self._known:
            ids = self._tokenizer(word, add_special_tokens=False)["input_ids"]
            self._known[word] = ids[:12] or [UNKNOWN_PIECE]
        return self._known[word]

    def batch(self, texts: Sequence[tuple[list[str], list[bool]]]) -> Batch:
        """Padded tensors of texts given as words and the spaces behind them."""
        width = 1 + max(len(words) for words, _ in texts)
        rows = [self._row(words, spaces) for words, spaces in texts]
        longest = max(len(pieces) for pieces, _, _ in rows)

        def padded(values: Iterable[list[int]], filler: int) -> Tensor:
            return torch.tensor([row + [filler] * (longest - len(row)) for row in values])

        mask = torch.tensor([[0 < i <= len(words) for i in range(width)] for words, _ in texts])
        pieces = padded((row[0] for row in rows), 0)
        return Batch(
            pieces=pieces,
            shapes=padded((row[1] for row in rows), 0),
            words=padded((row[2] for row in rows), width),
            piece_mask=torch.tensor([[i < len(row[0]) for i in range(longest)] for row in rows]).long(),
            word_mask=mask,
        )

    def _row(self, words: list[str], spaces: list[bool]) -> tuple[list[int], list[int], list[int]]:
        pieces, shapes, owners = [ROOT_PIECE], [0], [0]
        for i, word in enumerate(words):
            ids = self.of(word)
            number = SHAPES.index(shape(word)) + len(SHAPES) * (i == 0 or spaces[i - 1])
            pieces += ids
            shapes += [number] * len(ids)
            owners += [i + 1] * len(ids)
        return pieces[:MOST_PIECES], shapes[:MOST_PIECES], owners[:MOST_PIECES]
