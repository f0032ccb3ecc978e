"""What a small network hears of a sentence start in the vectors of the words around a place.

One hidden layer; networks that were trained from several seeds stand side by side in it. numpy alone computes it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from kg.arithmetic import OneCoreOps

BEFORE, AFTER = 2, 2  # words before a place, and from it on, whose vectors are read

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class StartNetwork:
    """Weights of V = 4 vectors of width W and H hidden units; scores are logarithms of odds."""

    first: Array  # (V · W, H)
    first_bias: Array  # (H,)
    second: Array  # (H,)
    bias: float

    def scores(self, vectors: Array, places: Sequence[int]) -> list[float]:
        """The score of each place, from the vectors (words, W) of the whole text."""
        if not places:
            return []
        hidden = _OPS.gemm(windows(vectors, places), self.first)
        scores: list[float] = (np.maximum(hidden + self.first_bias, 0) @ self.second + self.bias).tolist()
        return scores

    def to_bytes(self) -> bytes:
        """A ``.npz`` of half precision."""
        file = io.BytesIO()
        first, first_bias, second, bias = (
            np.asarray(part, np.float16) for part in (self.first, self.first_bias, self.second, self.bias)
        )
        np.savez_compressed(file, first=first, first_bias=first_bias, second=second, bias=bias)
        return file.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> StartNetwork:
        """Read what :meth:`to_bytes` wrote."""
        with np.load(io.BytesIO(data), allow_pickle=False) as parts:
            first, first_bias, second = (parts[key].astype(np.float32) for key in ("first", "first_bias", "second"))
            return cls(first, first_bias, second, float(parts["bias"]))


def windows(vectors: Array, places: Sequence[int]) -> Array:
    """The vectors around each place side by side (places, 4 · W), zeros beyond the text."""
    width = vectors.shape[1]
    padded = np.zeros((BEFORE + len(vectors) + AFTER - 1, width), np.float32)
    padded[BEFORE : BEFORE + len(vectors)] = vectors
    at = np.asarray(places)[:, None] + np.arange(BEFORE + AFTER)
    return padded[at].reshape(len(places), -1)


_OPS = OneCoreOps()
