"""CoNLL-U treebanks → spaCy training documents.

spaCy's own ``convert`` drops the missing spaces inside multiword tokens ("don't" becomes "do n't" with a space), so
the conversion is written here: syntactic words are the tokens, with their exact text, as spaCy's tokenizer makes them.
"""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

PARAGRAPH_BREAK = "\n\n"
ATTRIBUTES = ["ORTH", "SPACY", "LEMMA", "POS", "TAG", "MORPH", "HEAD", "DEP", "SENT_START"]  # of a stored document


@dataclass(frozen=True)
class Word:
    """One syntactic word; ``head`` is an index into its sentence, the root's own index at the root."""

    text: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    dep: str
    space_after: bool
    misc: str = "_"


@dataclass(frozen=True)
class Sentence:
    words: tuple[Word, ...]
    opens_document: bool
    opens_paragraph: bool


def find(data: Path, name: str) -> Path:
    """A file of the data folder, plain or compressed; stops with a message where neither is there."""
    for path in (data / name, data / f"{name}.xz"):
        if path.exists():
            return path
    raise SystemExit(f"{data / name} is missing: see training/README.md")


def read_lines(path: Path) -> str:
    """The whole text of a plain or xz-compressed UTF-8 file."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return str(file.read())


def comments(block: str) -> dict[str, str]:
    """The ``# key = value`` lines of a sentence."""
    return dict(line[2:].split(" = ", 1) for line in block.split("\n") if line.startswith("# ") and " = " in line)


def read_sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order."""
    for block in read_lines(path).strip().split("\n\n"):
        lines = block.split("\n")
        opens_document = any(line.startswith("# newdoc") for line in lines)
        opens_paragraph = opens_document or any(line.startswith("# newpar") for line in lines)
        yield Sentence(tuple(_words(lines)), opens_document, opens_paragraph)


def _words(lines: list[str]) -> Iterator[Word]:
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    rows = [row for row in rows if "." not in row[0]]
    multiword: tuple[int, str, bool] | None = None
    for row in rows:
        if "-" in row[0]:
            multiword = (int(row[0].split("-")[1]), row[1], "SpaceAfter=No" not in row[9])
            continue
        number = int(row[0])
        text, space_after = row[1], "SpaceAfter=No" not in row[9]
        if multiword is not None and number <= multiword[0]:
            last, rest, space = multiword
            text = rest if number == last else rest[: len(row[1])]
            multiword = (last, rest[len(text) :], space)
            space_after = space and number == last
        if not text:
            raise ValueError(f"a multiword token leaves no letters for word {number}: {row}")
        head = number - 1 if row[6] == "0" else int(row[6]) - 1
        yield Word(text, row[2], row[3], row[4], row[5], head, row[7], space_after, row[9])


def joined(sentences: list[Sentence], vocab: Vocab) -> Doc:
    """One Doc of consecutive sentences; a paragraph break is a token of its own, hung on the word before it."""
    words: list[str] = []
    spaces: list[bool] = []
    rows: list[tuple[str, str, str, str, int, str]] = []  # lemma, upos, xpos, feats, absolute head, dep
    starts: list[bool | int | None] = []
    for sentence in sentences:
        if words and sentence.opens_paragraph:
            spaces[-1] = False
            rows.append((PARAGRAPH_BREAK, "SPACE", "_SP", "", len(words) - 1, "dep"))
            words.append(PARAGRAPH_BREAK)
            spaces.append(False)
            starts.append(False)
        base = len(words)
        for i, word in enumerate(sentence.words):
            words.append(word.text)
            spaces.append(word.space_after)
            feats = "" if word.feats == "_" else word.feats
            dep = "ROOT" if word.dep == "root" else word.dep
            rows.append((word.lemma, word.upos, word.xpos, feats, base + word.head, dep))
            starts.append(i == 0)
    lemmas, upos, xpos, feats_, heads, deps = (list(column) for column in zip(*rows, strict=True))
    return Doc(
        vocab, words=words, spaces=spaces, lemmas=lemmas, pos=upos, tags=xpos, morphs=feats_,
        heads=heads, deps=deps, sent_starts=starts,
    )  # fmt: skip


def spelt(words: Doc | Span) -> tuple[list[str], list[bool]]:
    """The words of a document or of a part of it, and whether a space stands behind each."""
    return [token.text for token in words], [bool(token.whitespace_) for token in words]


def documents(path: Path, vocab: Vocab, seed: int, longest: int = 8) -> Iterator[Doc]:
    """Training documents of 1 to ``longest`` consecutive sentences of one source document.

    The length is drawn, so that the parser sees single sentences and whole paragraphs alike.
    """
    chance = random.Random(seed)
    pending: list[Sentence] = []
    length = chance.randint(1, longest)
    for sentence in read_sentences(path):
        if pending and (sentence.opens_document or len(pending) == length):
            yield joined(pending, vocab)
            pending, length = [], chance.randint(1, longest)
        pending.append(sentence)
    if pending:
        yield joined(pending, vocab)


def write_documents(sources: list[Path], target: Path, seed: int, longest: int = 8) -> int:
    """Write the documents of CoNLL-U files as one ``.spacy`` file; how many there were."""
    vocab = Vocab()
    docs = [doc for path in sources for doc in documents(path, vocab, seed, longest)]
    DocBin(docs=docs, attrs=ATTRIBUTES).to_disk(target)
    return len(docs)
