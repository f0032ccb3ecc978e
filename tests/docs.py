"""Parses set right by hand, for tests of rules over trees: none is tested on what a language model happens to give.

``tests/parses/*.txt`` hold one table a sentence: ``#`` and its text, then a line for each token with word, lemma, tag
(Penn), part of speech, relation (Universal Dependencies, as EWT and GUM use them), head (1 for the first token of the
sentence, 0 for the root) and, where it is a name's, the name's label. Tables stand apart by blank lines. A parser made
the drafts, and each was read and corrected; ``broken.txt`` has trees as a parser gets them wrong. Spaces come from the
text, number and definiteness from tags and articles, and neighbours with the same label are one name unless one of
them stands as ``B-…``.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.lexicon import load_lexicon
from kg.mapping import ClassTerm, Ontology, RelationTerm, ontology_of
from kg.model import Document, Extraction, Frame, FrameLink, Phrase, Sentence
from kg.spacing import Spacing, spaced
from kg.tree import Token, Tree, to_tree
from kg.triples import extract
from kg.triples.names import find_names
from kg.triples.phrases import Context
from kg.values import find_values

FOLDER = Path(__file__).parent / "parses"
VOCAB = spacy.blank("en").vocab
MORPHS = {"NN": "Number=Sing", "NNP": "Number=Sing", "NNS": "Number=Plur", "NNPS": "Number=Plur"}
ARTICLES = {"the": "Definite=Def|PronType=Art", "a": "Definite=Ind|PronType=Art", "an": "Definite=Ind|PronType=Art"}


@dataclass(frozen=True)
class Row:
    """One token of a table; ``head`` counts from 1 within the sentence, 0 is the root."""

    word: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    label: str = ""


def _rows(lines: Iterable[str]) -> tuple[Row, ...]:
    cells = [[*line.split(), ""] for line in lines]  # most have no label
    return tuple(Row(c[0], c[1], c[2], c[3], c[4], int(c[5]), c[6]) for c in cells)


@functools.cache
def tables(family: str = "*") -> dict[str, tuple[Row, ...]]:
    """Every sentence of ``tests/parses`` (of one of its files) with its table."""
    found: dict[str, tuple[Row, ...]] = {}
    for path in sorted(FOLDER.glob(f"{family}.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            title, *lines = block.splitlines()
            assert title.startswith("# ") and title[2:] not in found, title
            found[title[2:]] = _rows(lines)
    return found


def right() -> list[str]:
    """The sentences whose tree is right."""
    return sorted(set(tables()) - set(tables("broken")))


def _spaces(rows: tuple[Row, ...], text: str) -> Iterator[bool]:
    at = 0
    for row in rows:
        assert text.startswith(row.word, at), f"{row.word!r} is not what comes next in {text[at:]!r}"
        at += len(row.word)
        yield text[at : at + 1] == " "
        at += text[at : at + 1] == " "
    assert at == len(text), f"no token for {text[at:]!r}"


def _ents(rows: list[Row]) -> list[str]:
    found, before = [], ""
    for row in rows:
        label = row.label.removeprefix("B-")
        begins = label != before or row.label.startswith("B-")
        found.append(("B-" if begins else "I-") + label if label else "O")
        before = label
    return found


def make_doc(sentences: Iterable[tuple[str, tuple[Row, ...]]], vocab: Vocab = VOCAB) -> Doc:
    """One Doc of some sentences with their tables, a space between them."""
    rows: list[Row] = []
    spaces: list[bool] = []
    heads: list[int] = []
    for text, table in sentences:
        if spaces:
            spaces[-1] = True
        heads += [len(rows) + (row.head - 1 if row.head else i) for i, row in enumerate(table)]
        spaces += _spaces(table, text)
        rows += table
    return Doc(
        vocab, words=[row.word for row in rows], spaces=spaces, lemmas=[row.lemma for row in rows],
        tags=[row.tag for row in rows], pos=[row.pos for row in rows], deps=[row.dep for row in rows], heads=heads,
        morphs=[ARTICLES.get(row.word.lower()) or MORPHS.get(row.tag, "") for row in rows], ents=_ents(rows),
    )  # fmt: skip


def parsed_doc(*sentences: str, vocab: Vocab = VOCAB) -> Doc:
    """The Doc of some sentences of ``tests/parses``, as a pipeline would give it."""
    return make_doc(((text, tables()[text]) for text in sentences), vocab)


def doc(*sentences: str, vocab: Vocab = VOCAB) -> Tree:
    """The tree of some sentences of ``tests/parses``, as the rules read it."""
    return to_tree(parsed_doc(*sentences, vocab=vocab))


def wrapped(sentence: str, at: int) -> Doc:
    """The Doc of a sentence with a line break in place of the space behind its token ``at``, as wrapped text has it."""
    rows = tables()[sentence]
    cut = parsed_doc(sentence)[at].idx + len(rows[at].word)
    assert sentence[cut] == " ", f"no space behind {rows[at].word!r}"
    label = rows[at].label if rows[at].label == rows[at + 1].label else ""  # a name goes on in the next line
    shifted = [dataclasses.replace(row, head=row.head + (row.head > at + 1)) for row in rows]
    shifted.insert(at + 1, Row("\n", "\n", "_SP", "SPACE", "dep", at + 1, label))
    return make_doc([(f"{sentence[:cut]}\n{sentence[cut + 1 :]}", tuple(shifted))])


def attested(*words: str) -> Vocab:
    """A vocabulary that has a vector for these words alone."""
    vocab = spacy.blank("en").vocab
    for word in words:
        vocab.set_vector(word, cast(Any, numpy.ones(1, dtype=numpy.float32)))
    return vocab


def token(parsed: Tree, word: str) -> Token:
    """The only token with this word."""
    (found,) = [t for t in parsed if t.text == word]
    return found


# --- Extraction from such Docs --------------------------------------------------------------------------------------

NOUNS = {
    "pol:Office": ("councilor", "director", "envoy", "minister", "president", "secretary"),
    "pol:GovernmentBody": ("board", "commission", "council", "ministry"),
    "pol:Event": ("conference", "fair", "forum"),
    "pol:Treaty": ("agreement", "pact", "treaty"),
    "pol:Place": ("capital", "city", "port"),
}


def _class(curie: str) -> ClassTerm:
    return ClassTerm(curie, f"https://example.org/{curie[4:]}", curie[4:], "", (), (), NOUNS[curie], (), None)


HOLDS = RelationTerm(
    "pol:holds", "https://example.org/holds", "holds", "", (), (), None, "pol:Office", (), "tenure", None
)  # fmt: skip
ONTOLOGY: Ontology = ontology_of({"pol": "https://example.org/"}, [_class(curie) for curie in NOUNS], [HOLDS])
PLAIN = Document("a", "", "", None, None, None, None, "en", "a.txt", "0")


class NoParser:
    """Stands where a pipeline's parser does: the Docs come parsed."""

    labels = ("nsubj", "obj", "obl")

    def __call__(self, parsed: Doc) -> Doc:
        return parsed


@Language.factory("no_parser")
def no_parser(nlp: Language, name: str) -> NoParser:
    return NoParser()


def language_of(make: Callable[[str], Doc]) -> Language:
    """A pipeline whose tokenizer gives parsed Docs."""
    nlp = Language(VOCAB)
    cast(Any, nlp).tokenizer = make
    nlp.add_pipe("no_parser", name="parser")
    return nlp


_given: dict[str, Doc] = {}
_language = language_of(lambda text: _given[text])


def extract_docs(*docs: Doc, **about: Any) -> Extraction:
    """The extraction of a document with these paragraphs; ``about`` are fields of the document."""
    return _extraction("\n\n".join(parsed.text for parsed in docs), docs, **about)


def _extraction(text: str, docs: Iterable[Doc], **about: Any) -> Extraction:
    _given.update((spaced(parsed.text).text, parsed) for parsed in docs)
    return extract(dataclasses.replace(PLAIN, text=text, **about), _language, ONTOLOGY)


def record(*turns: tuple[str, ...]) -> Extraction:
    """The extraction of the record of a conference: of each turn the label, and the paragraphs of a sentence each.

    A label may stand in capitals; one that is empty opens no turn.
    """
    text = "\n\n".join(" ".join((label, "\n\n".join(said))).strip() for label, *said in turns)
    labels = (label.title() if label.isupper() else label for label, *_ in turns if label)
    return _extraction(text, [parsed_doc(one) for one in (*labels, *(s for _, *said in turns for s in said))])


@functools.cache
def extraction(*paragraphs: str | tuple[str, ...], **about: Any) -> Extraction:
    """The extraction of paragraphs, each a sentence or several of ``tests/parses``."""
    return extract_docs(*(parsed_doc(*((p,) if isinstance(p, str) else p)) for p in paragraphs), **about)


def frames(*paragraphs: str | tuple[str, ...], **about: Any) -> tuple[Frame, ...]:
    return extraction(*paragraphs, **about).frames


def frame_of(lemma: str, *paragraphs: str | tuple[str, ...], **about: Any) -> Frame:
    """The only frame with this verb."""
    (found,) = [frame for frame in frames(*paragraphs, **about) if lemma in {frame.verb, frame.lemma}]
    return found


def context_of(parsed: Tree, date: str | None = None) -> Context:
    names, values = find_names(parsed, ONTOLOGY), find_values(parsed.text, date)
    return Context(Spacing(parsed.text), names, values, load_lexicon(), text=parsed.text)


def sentence_of(parsed: Tree) -> Sentence:
    return Sentence(0, 0, len(parsed.text))


# --- Frames as a codebook writes them ---------------------------------------------------------------------------------


def words(phrase: Phrase) -> str:
    return phrase.text or "()"


def line(frame: Frame) -> str:
    """``The fair – hold in (passive) – Turin; when on 3 May``; ``()`` is implied, no object is left out."""
    passive = " (passive)" if frame.voice == "passive" else ""
    parts = [words(frame.subject), frame.lemma + passive, *([words(frame.object)] if frame.object else [])]
    arguments = (f"; {a.role} {a.preposition + ' ' if a.preposition else ''}{a.phrase.text}" for a in frame.arguments)
    return " – ".join(parts) + "".join(arguments)


def lines(*paragraphs: str | tuple[str, ...], **about: Any) -> list[str]:
    return [line(frame) for frame in frames(*paragraphs, **about)]


def link_line(link: FrameLink) -> str:
    """``Wang: said, indirect``; joint speakers with +, no speaker as nothing, what is not explicit with a star."""
    return f"{' + '.join(map(words, link.speakers))}: {link.cue.text}, {link.mode}{'' if link.explicit else '*'}"


def chain(frame: Frame) -> list[str]:
    return [link_line(link) for link in frame.attribution]
