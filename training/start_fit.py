"""Rows of places → the model of sentence starts: weights of features of words, and a network over their vectors.

Several models are trained, each from a seed of its own, and averaged: by chance alone one is wrong at a quarter
more or fewer places of a small treebank than another. A feature is dropped at random in training, lest the words
silence the vectors.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits

from kg.start_network import StartNetwork
from training.sentences import Rows

NETWORKS, HIDDEN, EPOCHS, BATCH = 4, 64, 5, 256
RATE, WEIGHT_RATE, DECAY = 1e-3, 5e-3, 0.05
DROPPED, FEATURES_DROPPED = 0.3, 0.3
SCALE = 2.0  # of the vectors, for the sake of the rate
RAREST = 3


class _Places(NamedTuple):
    """The same as tensors; 0 is no feature."""

    features: Tensor
    vectors: Tensor
    starts: Tensor
    weights: Tensor


class _Model(nn.Module):
    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.weights = nn.EmbeddingBag(features + 1, 1, mode="sum", padding_idx=0)
        nn.init.zeros_(self.weights.weight)
        self.first, self.second = nn.Linear(width, HIDDEN), nn.Linear(HIDDEN, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, features: Tensor, vectors: Tensor) -> Tensor:
        """Scores in training: some features and inputs are dropped."""
        kept = features * (torch.rand(features.shape) > FEATURES_DROPPED)
        words = self.weights(kept).squeeze(1) / (1 - FEATURES_DROPPED)
        hidden = self.drop(torch.relu(self.first(self.drop(SCALE * vectors.float()))))
        scores: Tensor = words + self.second(hidden).squeeze(1)
        return scores


def fitted(parts: Sequence[Rows], seed: int) -> tuple[dict[str, float], StartNetwork]:
    """The weight of every feature that is seen often enough, and the network."""
    seen = Counter(feature for part in parts for row in part.features for feature in row)
    numbers = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= RAREST), start=1)}
    places = _Places(
        torch.tensor([[numbers.get(f, 0) for f in row] for part in parts for row in part.features], dtype=torch.int32),
        torch.from_numpy(np.concatenate([part.vectors for part in parts])),
        torch.tensor([float(start) for part in parts for start in part.starts]),
        torch.tensor([part.weight for part in parts for _ in part.starts]),
    )
    models = [_trained(places, len(numbers), seed + i) for i in range(NETWORKS)]
    with torch.no_grad():
        mean = torch.stack([model.weights.weight.squeeze(1) for model in models]).mean(0).tolist()
        network = StartNetwork(
            SCALE * torch.cat([model.first.weight.T for model in models], 1).numpy(),
            torch.cat([model.first.bias for model in models]).numpy(),
            (torch.cat([model.second.weight.squeeze(0) for model in models]) / NETWORKS).numpy(),
            float(sum(model.second.bias for model in models)) / NETWORKS,
        )
    weights = {feature: round(mean[i], 2) for feature, i in numbers.items()}
    return {feature: weight for feature, weight in weights.items() if abs(weight) >= 0.05}, network


def _trained(places: _Places, features: int, seed: int) -> _Model:
    torch.manual_seed(seed)
    model = _Model(features, places.vectors.shape[1])
    layers = [*model.first.parameters(), *model.second.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": model.weights.parameters(), "lr": WEIGHT_RATE, "weight_decay": 0.0},
            {"params": layers, "lr": RATE, "weight_decay": DECAY},
        ]
    )
    batches = -(-len(places.starts) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: max(0.0, 1 - step / (EPOCHS * batches)))
    for _ in range(EPOCHS):
        for chosen in torch.split(torch.randperm(len(places.starts)), BATCH):
            optimizer.zero_grad()
            features_, vectors, starts, weights = (part[chosen] for part in places)
            value = binary_cross_entropy_with_logits(model(features_, vectors), starts, weight=weights)
            torch.autograd.backward(value)
            optimizer.step()
            schedule.step()
    return model
