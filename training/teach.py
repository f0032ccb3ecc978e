"""Documents that the small pipeline is trained on → a teacher (``teacher.py``).

A teacher learns one thing: a "trees" teacher all but names, a "names" teacher names alone. The encoder computes in
half precision (bfloat16).
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy
import torch
from spacy.tokens import DocBin
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.examples import Example, examples
from training.pieces import Pieces
from training.teacher import Labels, Scores, Teacher
from training.vectors import encoder_folder

RATE, HEAD_RATE, WARMUP = 1.5e-4, 1.5e-3, 0.08
BATCH_PIECES = 1000
NONE = -100  # ignored by the losses
# What a source's annotators did not mark may be under one of their labels, or under none.
UNMARKED: dict[str, dict[str, tuple[str, ...]]] = {
    "wikigold": {"MISC": ("EVENT",)},
    "uner_ewt": {"O": ("EVENT", "MISC")},
}


def labels_of(data: Sequence[Example]) -> Labels:
    """Every class of the training data; lemma scripts that occur at least three times."""

    def kinds(field: str, least: int = 1) -> list[str]:
        counts = Counter(value for example in data for value in getattr(example, field))
        return sorted(value for value, count in counts.items() if count >= least)

    return Labels(kinds("relations"), kinds("tags"), kinds("morphs"), kinds("scripts", 3), kinds("names"))


class Targets:
    """Examples → numbers of classes."""

    def __init__(self, labels: Labels) -> None:
        self._numbers: dict[str, dict[str, int]] = {
            field: dict(zip(values, range(len(values)), strict=True)) for field, values in labels._asdict().items()
        }

    def of(self, field: str, batch: Sequence[Example], width: int) -> Tensor:
        """(B, W) class numbers, ``NONE`` at the root, at padding and for unknown classes."""
        numbers = self._numbers.get(field)
        rows = []
        for example in batch:
            values: list[Any] = getattr(example, field)
            row = [int(value) if numbers is None else numbers.get(value, NONE) for value in values]
            rows.append([NONE, *row] + [NONE] * (width - 1 - len(row)))
        return torch.tensor(rows)


def loss(teacher: Teacher, scores: Scores, targets: Targets, batch: Sequence[Example], names: bool) -> Tensor:
    """The sum of the heads' cross-entropies."""
    width = scores.tags.shape[1]

    def entropy(found: Tensor, field: str) -> Tensor:
        return cross_entropy(found.flatten(0, 1), targets.of(field, batch, width).flatten(), ignore_index=NONE)

    if names:
        return _names_loss(scores.names, targets.of("names", batch, width), batch, teacher.labels.names)
    heads = targets.of("heads", batch, width)
    starts = targets.of("starts", batch, width)
    relations = teacher.relations(scores, heads.clamp(min=0))
    boundary = binary_cross_entropy_with_logits(scores.starts[starts >= 0], starts[starts >= 0].float())
    arcs = cross_entropy(scores.arcs.flatten(0, 1), heads.flatten(), ignore_index=NONE)
    tagging = entropy(scores.tags, "tags") + entropy(scores.morphs, "morphs") + entropy(scores.scripts, "scripts")
    return arcs + entropy(relations, "relations") + 0.5 * tagging + boundary


def _names_loss(found: Tensor, gold: Tensor, batch: Sequence[Example], names: list[str]) -> Tensor:
    """Minus the log-probability of the gold class, or of any class that the source's annotators left open."""
    tables = {example.source: torch.tensor(_open_classes(example.source, names)) for example in batch}
    allowed = torch.stack([tables[example.source] for example in batch])  # (B, classes, classes)
    rows = allowed.gather(1, gold.clamp(min=0)[..., None].expand(-1, -1, len(names)))
    log = found.log_softmax(-1).masked_fill(~rows, -1e4).logsumexp(-1)
    return -log[gold >= 0].mean()


def _open_classes(source: str, names: list[str]) -> list[list[bool]]:
    """For each gold class, which classes it may stand for."""
    unmarked = UNMARKED.get(source, {})

    def may_be(gold: str, name: str) -> bool:
        position, _, label = name.partition("-")
        gold_position, _, gold_label = gold.partition("-")
        return gold == name or (label in unmarked.get(gold_label or "O", ()) and gold_position in ("O", position))

    return [[may_be(gold, name) for name in names] for gold in names]


def batches(data: Sequence[Example], pieces: Pieces, seed: int) -> list[list[Example]]:
    """Examples of like length together, in a drawn order, about ``BATCH_PIECES`` with padding in each."""
    chance = random.Random(seed)
    sizes = {id(example): sum(len(pieces.of(word)) for word in example.words) for example in data}
    ordered = sorted(data, key=lambda example: sizes[id(example)] * chance.uniform(0.85, 1.15))
    grouped: list[list[Example]] = [[]]
    for example in ordered:
        longest = max([sizes[id(example)], *(sizes[id(other)] for other in grouped[-1])])
        if grouped[-1] and longest * (len(grouped[-1]) + 1) > BATCH_PIECES:
            grouped.append([])
        grouped[-1].append(example)
    chance.shuffle(grouped)
    return grouped


def accuracy(teacher: Teacher, pieces: Pieces, data: Sequence[Example], names: bool) -> str:
    """A line of figures on held-out documents, punctuation and paragraph breaks included."""
    targets, right, total = Targets(teacher.labels), Counter[str](), Counter[str]()
    teacher.eval()
    for batch in batches(data, pieces, 0):
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            scores = teacher(pieces.batch([(example.words, example.spaces) for example in batch]))
        width = scores.tags.shape[1]
        found = {"names": scores.names.argmax(-1)}
        if not names:
            heads = scores.arcs.argmax(-1)
            found = {
                "heads": heads, "relations": teacher.relations(scores, heads).argmax(-1),
                "tags": scores.tags.argmax(-1), "morphs": scores.morphs.argmax(-1),
                "scripts": scores.scripts.argmax(-1), "starts": (scores.starts > 0).long(),
            }  # fmt: skip
        gold = {field: targets.of(field, batch, width) for field in found}
        for field, values in gold.items():
            right[field] += int(((values == found[field]) & (values != NONE)).sum())
            total[field] += int((values != NONE).sum())
            if field in ("names", "starts"):  # the rare class: its recall and precision say more
                common = teacher.labels.names.index("O") if field == "names" else 0
                known = values != NONE
                rare, guess = known & (values != common), known & (found[field] != common)
                right[f"{field}_f"] += 2 * int((rare & guess & (values == found[field])).sum())
                total[f"{field}_f"] += int(rare.sum()) + int(guess.sum())
        if not names:
            both = (gold["heads"] == found["heads"]) & (gold["relations"] == found["relations"])
            right["LAS"] += int((both & (gold["heads"] != NONE)).sum())
            total["LAS"] += int((gold["heads"] != NONE).sum())
    teacher.train()
    return " ".join(f"{key}={100 * right[key] / total[key]:.2f}" for key in total)


def train(kind: str, data: list[Example], held_out: list[Example], epochs: int, seed: int) -> Teacher:
    """A trained teacher; a line to stderr for every epoch."""
    from transformers import BertModel

    torch.manual_seed(seed)
    folder = encoder_folder()
    pieces = Pieces(folder)
    teacher = Teacher(BertModel.from_pretrained(folder, local_files_only=True), labels_of(data))
    targets = Targets(teacher.labels)
    teacher.encoder.embeddings.word_embeddings.weight.requires_grad = False  # half the weights, and few occur
    published = set(map(id, teacher.encoder.parameters()))
    optimizer = torch.optim.AdamW(
        [
            {"params": list(teacher.encoder.parameters()), "lr": RATE},
            {"params": [p for p in teacher.parameters() if id(p) not in published], "lr": HEAD_RATE},
        ],
        weight_decay=0.01,
    )
    plan = [batch for epoch in range(epochs) for batch in [*batches(data, pieces, seed + epoch), []]]
    steps, start = len(plan), time.time()
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(step / (WARMUP * steps), max(0.0, (steps - step) / (steps * (1 - WARMUP))))
    )
    teacher.train()
    for done, batch in enumerate(plan, start=1):
        if batch:
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = teacher(pieces.batch([(example.words, example.spaces) for example in batch]))
                value = loss(teacher, scores, targets, batch, kind == "names")
            torch.autograd.backward(value)
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            if done % 100 == 0:
                print(f"{done}/{steps} loss {float(value.detach()):.3f} {time.time() - start:.0f}s", file=sys.stderr)
        else:
            print(accuracy(teacher, pieces, held_out, kind == "names"), file=sys.stderr, flush=True)
        schedule.step()
    return teacher


def write_teacher(kind: str, train_file: Path, dev_file: Path, target: Path, epochs: int, seed: int) -> None:
    """Train a teacher on ``.spacy`` files; weights in half precision and the classes, in one file."""
    vocab = spacy.blank("en").vocab
    data, held_out = (list(examples(DocBin().from_disk(path).get_docs(vocab))) for path in (train_file, dev_file))
    teacher = train(kind, data, held_out, epochs, seed)
    weights = {key: value.to(torch.bfloat16) for key, value in teacher.state_dict().items()}
    torch.save({"weights": weights, "labels": teacher.labels._asdict()}, target)
