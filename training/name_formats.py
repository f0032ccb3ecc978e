"""Entity annotations as they are published → sentences of words or of text with the names in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from training import gum_names
from training.name_rules import Span
from training.treebanks import comments, read_sentences

LABELS = {
    **dict.fromkeys(("per", "person", "politician", "scientist", "researcher", "writer", "musicalartist"), "PERSON"),
    **dict.fromkeys(("org", "organisation", "politicalparty", "university", "band"), "ORG"),
    **dict.fromkeys(("loc", "location", "country"), "LOC"),
    **dict.fromkeys(("event", "election", "conference"), "EVENT"),
    "time": "DATE",
}
# Not names: DocRED's numbers; UNER's "other", which its annotators used for doubts.
NO_NAMES = frozenset(("num", "oth", "o"))
# DocRED files events under MISC.
EVENT = re.compile(
    r"\b(?:Battle|Campaign|Championships?|Conference|Congress|Convention|Crisis|Cup|[Ee]lections?|Festival|Games"
    r"|Olympics?|Rebellion|Revolution|Siege|Summit|Tournament|Uprising|Wars?)\b"
)


class Tagged(NamedTuple):
    """A sentence: its words, and the first word, the word behind the last, and the label of each name."""

    words: list[str]
    names: list[tuple[int, int, str]]


class Text(NamedTuple):
    """A sentence as written, with a space at its end, and its names."""

    text: str
    spans: list[Span]


def label_of(name: str) -> str | None:
    """The label for a source's own, in any case; None for what is no name."""
    return None if name.lower() in NO_NAMES else LABELS.get(name.lower(), "MISC")


def iob(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Spans of IOB1 or IOB2 tags (``I-PER``, ``B-PER``, ``O``), as first item, item behind the last, name."""
    start, name = 0, ""
    for number, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if name and (prefix != "I" or kind != name):
            yield start, number, name
            name = ""
        if kind and not name:
            start, name = number, kind


def read_columns(text: str) -> Iterator[list[Tagged]]:
    """Documents of a file with one word and its tag a line (wikigold with ``-DOCSTART-``, CrossNER without)."""
    document: list[Tagged] = []
    for block in re.split(r"\n\s*\n", text.strip()):
        rows = [line.split() for line in block.split("\n")]
        if rows[0][0] == "-DOCSTART-":
            yield document
            document = []
        else:
            document.append(tagged([row[0] for row in rows], [row[-1] for row in rows]))
    yield document


def tagged(words: list[str], tags: Sequence[str]) -> Tagged:
    """Words with the names that IOB tags mark among them."""
    names = [(start, end, label_of(name)) for start, end, name in iob(tags)]
    return Tagged(words, [(start, end, label) for start, end, label in names if label])


def read_docred(text: str) -> Iterator[list[Tagged]]:
    """Documents of DocRED's JSON: ``sents``, lists of words; ``vertexSet``, the mentions of each entity."""
    for entry in json.loads(text):
        document = [Tagged(words, []) for words in entry["sents"]]
        for mention in (mention for vertex in entry["vertexSet"] for mention in vertex):
            label = label_of(mention["type"])
            start, end = mention["pos"]
            words = document[mention["sent_id"]].words[start:end]
            if label == "MISC" and EVENT.search(" ".join(words)):
                label = "EVENT"
            if label:
                document[mention["sent_id"]].names.append((start, end, label))
        yield document


def read_uner(text: str, written: dict[str, str]) -> Iterator[list[Text]]:
    """Documents of UNER's IOB2 (number, word, tag), with the text that the treebank has under the same sentence id."""
    document: list[Text] = []
    for block in text.strip().split("\n\n"):
        about = comments(block)
        rows = [line.split("\t") for line in block.split("\n") if not line.startswith("#")]
        if "newdoc id" in about and document:
            yield document
            document = []
        sentence = written.get(about["sent_id"], about["text"])
        document.append(aligned(tagged([row[1] for row in rows], [row[2] for row in rows]), sentence))
    yield document


def aligned(sentence: Tagged, text: str) -> Text:
    """The names as offsets of the text; one whose words the text does not hold in order is left out."""
    ends, starts, at = [], [], 0
    for word in sentence.words:
        found = text.find(word, at)
        at = found + len(word) if found >= 0 else at
        starts.append(found)
        ends.append(at)
    spans = [Span(starts[a], ends[b - 1], label) for a, b, label in sentence.names if min(starts[a:b]) >= 0]
    return Text(f"{text} ", spans)


def read_gum(path: Path) -> Iterator[list[Text]]:
    """Documents of GUM with their proper names."""
    document: list[Text] = []
    for sentence in read_sentences(path):
        if sentence.opens_document and document:
            yield document
            document = []
        text, starts = "", []
        for word in sentence.words:
            starts.append(len(text))
            text += word.text + " " * word.space_after
        document.append(Text(f"{text.rstrip()} ", gum_names.names(sentence.words, starts)))
    yield document
