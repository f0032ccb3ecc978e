"""Plain text → documents labelled by a teacher, with the sentences and names that it is sure of."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import spacy
import torch
from spacy.tokens import Doc, DocBin

from training import names, treebanks
from training.doubt import well_formed, without_doubtful
from training.forests import Tree, runs, trees
from training.passages import passages
from training.pieces import Pieces
from training.scripts import scripted
from training.teacher import Labels, Teacher
from training.vectors import encoder_folder

# The mean log-probability of a sentence's arcs and relations, and the least probability of a name's words.
SURE_OF_TREE, SURE_OF_NAME = -0.25, 0.6


def read_teacher(path: Path) -> Teacher:
    """The teacher that ``training.teach`` wrote."""
    from transformers import BertConfig, BertModel

    saved = torch.load(path, weights_only=True)
    encoder = BertModel(BertConfig.from_pretrained(encoder_folder(), local_files_only=True))
    teacher = Teacher(encoder, Labels(**saved["labels"]))
    teacher.load_state_dict({key: value.float() for key, value in saved["weights"].items()})
    teacher.eval()
    return teacher


def labelled(docs: Iterable[Doc], teacher: Teacher, kind: str) -> Iterator[Doc]:
    """The documents made of what the teacher is sure of, in order."""
    pieces = Pieces(encoder_folder())
    label = _named if kind == "names" else _parsed
    waiting: list[Doc] = []
    for doc in docs:
        waiting.append(doc)
        if len(waiting) == 512:
            yield from _labelled(waiting, teacher, pieces, label)
            waiting = []
    yield from _labelled(waiting, teacher, pieces, label)


def _labelled(docs: list[Doc], teacher: Teacher, pieces: Pieces, label: Any) -> Iterator[Doc]:
    """Batches of like length, the results in the order of the documents."""
    found: dict[int, list[Doc]] = {}
    ordered = sorted(range(len(docs)), key=lambda place: len(docs[place]))
    for start in range(0, len(ordered), 16):
        chosen = ordered[start : start + 16]
        batch = [docs[place] for place in chosen]
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            results = label(teacher, pieces.batch([treebanks.spelt(doc) for doc in batch]), batch)
        found.update(zip(chosen, results, strict=True))
    for place in range(len(docs)):
        yield from found[place]


def _named(teacher: Teacher, batch: Any, docs: list[Doc]) -> list[list[Doc]]:
    """Each passage with its names; the words of a doubtful name, or of what may be one, are left open."""
    chances, classes = teacher(batch).names.softmax(-1).max(-1)
    labels = teacher.labels.names
    results: list[list[Doc]] = []
    for row, doc in enumerate(docs):
        numbers, sure = classes[row, 1 : len(doc) + 1].tolist(), chances[row, 1 : len(doc) + 1].tolist()
        tags = without_doubtful(well_formed([labels[number] for number in numbers]), sure, SURE_OF_NAME)
        words, spaces = treebanks.spelt(doc)
        results.append([Doc(doc.vocab, words=words, spaces=spaces, ents=tags)])
    return results


def _parsed(teacher: Teacher, batch: Any, docs: list[Doc]) -> list[list[Doc]]:
    """The runs of sure sentences of each passage."""
    scores = teacher(batch)
    arcs = scores.arcs.log_softmax(-1)
    starts = scores.starts.sigmoid()
    forests = [
        list(trees(arcs[row, : len(doc) + 1, : len(doc) + 1].numpy(), starts[row, 1 : len(doc) + 1].numpy()))
        for row, doc in enumerate(docs)
    ]
    heads = torch.zeros(batch.word_mask.shape, dtype=torch.long)
    for row, forest in enumerate(forests):
        for tree in forest:
            places = [0 if head == i else head + 1 for i, head in enumerate(tree.heads, tree.start)]
            heads[row, tree.start + 1 : tree.end + 1] = torch.tensor(places)
    chances, relations = teacher.relations(scores, heads).log_softmax(-1).max(-1)
    results = []
    for row, (doc, forest) in enumerate(zip(docs, forests, strict=True)):
        rest = _Rest(
            [teacher.labels.relations[i] for i in relations[row, 1 : len(doc) + 1].tolist()],
            [teacher.labels.tags[i] for i in scores.tags[row, 1 : len(doc) + 1].argmax(-1).tolist()],
            [teacher.labels.morphs[i] for i in scores.morphs[row, 1 : len(doc) + 1].argmax(-1).tolist()],
            [teacher.labels.scripts[i] for i in scores.scripts[row, 1 : len(doc) + 1].argmax(-1).tolist()],
        )
        arc = arcs[row, torch.arange(1, len(doc) + 1), heads[row, 1 : len(doc) + 1]]
        chance = (arc + chances[row, 1 : len(doc) + 1]).numpy()
        sure = [tree for tree in forest if tree.sure and chance[tree.start : tree.end].mean() > SURE_OF_TREE]
        results.append([_document(doc, run, rest) for run in runs(sure)])
    return results


class _Rest(NamedTuple):
    """For each word of a passage."""

    relations: list[str]
    tags: list[str]
    morphs: list[str]
    scripts: list[str]


def _document(doc: Doc, run: list[Tree], rest: _Rest) -> Doc:
    start, end = run[0].start, run[-1].end
    words, spaces = treebanks.spelt(doc[start:end])
    heads = [head - start for tree in run for head in tree.heads]
    first = {tree.start - start for tree in run}
    return Doc(
        doc.vocab,
        words=words,
        spaces=spaces,
        lemmas=[scripted(word, rule) for word, rule in zip(words, rest.scripts[start:end], strict=True)],
        pos=[morph.partition("|")[0] for morph in rest.morphs[start:end]],
        tags=rest.tags[start:end],
        morphs=[morph.partition("|")[2] for morph in rest.morphs[start:end]],
        heads=heads,
        deps=["ROOT" if head == i else rest.relations[start + i] for i, head in enumerate(heads)],
        sent_starts=[i in first for i in range(len(words))],
    )


def write_documents(kind: str, teacher: Path, texts: Iterable[Path], target: Path) -> None:
    """Write what a "trees" or a "names" teacher is sure of in the texts as one ``.spacy`` file."""
    vocab = spacy.blank("en").vocab
    store = DocBin(attrs=(names if kind == "names" else treebanks).ATTRIBUTES)
    teaching = read_teacher(teacher)
    for path in texts:
        for doc in labelled(passages(path, vocab), teaching, kind):
            store.add(doc)
        print(f"{path.name}: {len(store)} documents labelled so far", file=sys.stderr, flush=True)
    store.to_disk(target)
