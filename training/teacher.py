"""The teacher: a pretrained encoder with heads for trees, lemmas and names, slow and strong.

It labels plain text from which the small pipeline learns (``silver.py``); it is not shipped. The encoder is the one of
``vectors.py``. Its vocabulary has no capitals, so each piece also gets a learned vector for the shape of its word and
for the space before it. Heads: a biaffine parser (Dozat and Manning 2017), whose root is the encoder's first piece, and
linear classifiers for tag, part of speech with features, lemma script, sentence start and names (BIO).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

SHAPES = ("lower", "title", "upper", "mixed", "digits", "other")
BREAK_PIECE = 102  # [SEP], for a paragraph break
UNKNOWN_PIECE = 100
ROOT_PIECE = 101  # [CLS]
ARC_WIDTH, RELATION_WIDTH = 256, 128


class Labels(NamedTuple):
    """The classes of each head, in the order of their numbers."""

    relations: list[str]
    tags: list[str]
    morphs: list[str]  # "NOUN|Number=Sing"
    scripts: list[str]
    names: list[str]  # "O", "B-ORG", "I-ORG", …


@dataclass(frozen=True)
class Batch:
    """Padded pieces of B texts with at most P pieces and W words; word 0 of each text is the root."""

    pieces: Tensor  # (B, P) ids
    shapes: Tensor  # (B, P) numbers of the words' shapes
    words: Tensor  # (B, P) the word of each piece, W where it is padding
    piece_mask: Tensor  # (B, P)
    word_mask: Tensor  # (B, W) without the root


class Scores(NamedTuple):
    """Unnormalised log-probabilities; W counts the root."""

    arcs: Tensor  # (B, W dependants, W heads)
    dependants: Tensor  # (B, W, R), for `relations`
    heads: Tensor  # (B, W, R)
    tags: Tensor  # (B, W, classes), so the next three
    morphs: Tensor
    scripts: Tensor
    starts: Tensor  # (B, W), of a sentence
    names: Tensor  # (B, W, classes)


class Teacher(nn.Module):
    """Encoder and heads; ``forward`` gives the scores of a batch, ``relations`` the labels of chosen arcs."""

    def __init__(self, encoder: Any, labels: Labels) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.labels = labels
        self.shape = nn.Embedding(2 * len(SHAPES), width)
        nn.init.zeros_(self.shape.weight)  # starts as the encoder was published
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.drop = nn.Dropout(0.25)
        self.arc = nn.ModuleList(nn.Linear(width, ARC_WIDTH) for _ in range(2))
        self.relation = nn.ModuleList(nn.Linear(width, RELATION_WIDTH) for _ in range(2))
        self.arc_weight = nn.Parameter(torch.randn(ARC_WIDTH + 1, ARC_WIDTH) * 0.02)
        self.relation_weight = nn.Parameter(
            torch.randn(len(labels.relations), RELATION_WIDTH + 1, RELATION_WIDTH + 1) * 0.02
        )
        self.tag, self.morph, self.script, self.start, self.name = (
            nn.Linear(width, size)
            for size in (len(labels.tags), len(labels.morphs), len(labels.scripts), 1, len(labels.names))
        )

    def forward(self, batch: Batch) -> Scores:
        words = self.drop(self._words(batch))
        dependants, heads = (self.drop(nn.functional.gelu(layer(words))) for layer in self.arc)
        arcs = _with_one(dependants) @ self.arc_weight @ heads.transpose(1, 2)
        allowed = batch.word_mask.clone()
        allowed[:, 0] = True
        arcs = arcs.float().masked_fill(~allowed[:, None, :], -1e4)
        dependants, heads = (self.drop(nn.functional.gelu(layer(words))) for layer in self.relation)
        return Scores(
            arcs, dependants, heads, self.tag(words).float(), self.morph(words).float(), self.script(words).float(),
            self.start(words).squeeze(-1).float(), self.name(words).float(),
        )  # fmt: skip

    def relations(self, scores: Scores, heads: Tensor) -> Tensor:
        """Scores of each word's relation to the given head (B, W) → (B, W, classes)."""
        chosen = scores.heads.gather(1, heads[..., None].expand(-1, -1, scores.heads.shape[-1]))
        left, right = _with_one(scores.dependants), _with_one(chosen)
        return torch.einsum("bwi,rij,bwj->bwr", left, self.relation_weight.to(left.dtype), right).float()

    def _words(self, batch: Batch) -> Tensor:
        """A vector for each word: the mean of its pieces, over a learned mixture of the encoder's layers."""
        embedded = self.encoder.embeddings.word_embeddings(batch.pieces) + self.shape(batch.shapes)
        output = self.encoder(inputs_embeds=embedded, attention_mask=batch.piece_mask, output_hidden_states=True)
        weights = self.mix.softmax(0)
        mixed = sum(weight * layer for weight, layer in zip(weights, output.hidden_states, strict=True))
        size, count = batch.word_mask.shape
        sums = mixed.new_zeros(size, count + 1, mixed.shape[-1])
        sums.scatter_add_(1, batch.words[..., None].expand_as(mixed), mixed)
        pieces = mixed.new_zeros(size, count + 1).scatter_add_(1, batch.words, torch.ones_like(mixed[..., 0]))
        means: Tensor = (sums / pieces.clamp(min=1)[..., None])[:, :-1]
        return means


def _with_one(states: Tensor) -> Tensor:
    return torch.cat((states, torch.ones_like(states[..., :1])), -1)


def shape(text: str) -> str:
    """One of ``SHAPES``."""
    if any(character.isdigit() for character in text):
        return "digits"
    if not any(character.isalpha() for character in text):
        return "other"
    if text.islower():
        return "lower"
    if text.isupper() and len(text) > 1:
        return "upper"
    return "title" if text[0].isupper() and not any(character.isupper() for character in text[1:]) else "mixed"
