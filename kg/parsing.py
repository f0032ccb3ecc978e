"""Document → parsed paragraphs: the only place that loads a language model."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import spacy
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

import kg.components  # noqa: F401 - registers the shipped pipeline's factories
from kg.arithmetic import one_core
from kg.clearnlp import to_universal
from kg.documents import layout
from kg.embedding import embed_words_once
from kg.errors import ModelError
from kg.lexicon import load_lexicon
from kg.model import Document
from kg.repairs import repair
from kg.spacing import Spacing, spaced
from kg.tree import Tree, to_tree
from kg.turns import find_turns

SHIPPED = Path(__file__).with_name("en_policy")
# spaCy refuses longer texts; a paragraph that long is cut at the last space before.
LONGEST_PARAGRAPH = 100_000


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One parsed paragraph, and how its tree's offsets lead to the document's text.

    ``opens_turn`` where it is no more than the label ("MR. PRICE:") of who speaks from the next one on.
    """

    tree: Tree
    spacing: Spacing
    opens_turn: bool = False


@functools.cache
def load_language(name: str | None = None) -> Language:
    """The shipped spaCy pipeline, or an installed one by name or path (``en_core_web_sm``, a folder).

    The shipped one is set up for speed on one core and is for parsing alone: to train it further or save a changed
    copy, import ``kg.components`` and use ``spacy.load`` on its folder.

    Raises :class:`~kg.errors.ModelError` where it is not installed or has no parser.
    """
    if name is None and not SHIPPED.is_dir():
        raise ModelError("the language model is missing from this installation: reinstall the package")
    try:
        with one_core():
            nlp = embed_words_once(spacy.load(SHIPPED)) if name is None else spacy.load(name)
    except (OSError, ValueError) as error:
        raise ModelError(f"cannot load the language model {name!r}: install it first (pip install {name})") from error
    if not nlp.has_pipe("parser"):
        raise ModelError(f"the language model {name!r} has no dependency parser: choose one that has")
    return nlp


def parse(document: Document, nlp: Language) -> Iterator[Paragraph]:
    """The document's title and paragraphs, parsed, in order. Metadata lines are not parsed.

    A paragraph that opens a turn in the record of a conference comes as two: the label, and what is said.
    """
    parts, text = layout(document.text), document.text
    spans = ((parts.title,) if parts.title else ()) + parts.paragraphs
    lexicon, translate = load_lexicon(), _has_clearnlp_labels(nlp)
    read: list[tuple[Spacing, bool]] = []
    for start, label, said, end in find_turns(text, spans, lexicon):
        if label > start:
            read.append((_in_lower_case(spaced(text[start:label], start)), True))
        read += [(spaced(text[left:right], left), False) for left, right in _pieces(text, said, end)]
    for (spacing, opens_turn), doc in zip(read, nlp.pipe(spacing.text for spacing, _ in read), strict=True):
        universal = to_universal(doc, clearnlp=True) if translate else doc
        yield Paragraph(repair(to_tree(universal, spacing.text), lexicon), spacing, opens_turn)


def _in_lower_case(label: Spacing) -> Spacing:
    """A label in capitals as the parser knows names: "Mr. Price:"."""
    written = label.text.title() if label.text.isupper() else label.text
    return replace(label, text=written) if len(written) == len(label.text) else label


@functools.lru_cache(maxsize=4)
def _has_clearnlp_labels(nlp: Language) -> bool:
    """Whether the parser calls an object *dobj*; Universal Dependencies call it *obj*."""
    return "dobj" in cast(DependencyParser, nlp.get_pipe("parser")).labels


def split(doc: Doc) -> Iterator[Paragraph]:
    """The paragraphs of a Doc that another pipeline has parsed, as copies: blank lines part them.

    Raises :class:`~kg.errors.ModelError` where nothing has parsed it.
    """
    lexicon, start = load_lexicon(), 0
    blank = [token.i + 1 for token in doc if token.is_space and token.text.count("\n") > 1]
    for end in (*blank, len(doc)):
        if doc[start:end].text.strip():
            paragraph = doc[start:end].as_doc()
            yield Paragraph(repair(to_tree(to_universal(paragraph)), lexicon), Spacing(paragraph.text, doc[start].idx))
        start = end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST_PARAGRAPH:
        space = text.rfind(" ", start, start + LONGEST_PARAGRAPH)
        cut = space if space > start else start + LONGEST_PARAGRAPH
        yield start, cut
        start = cut
    yield start, end
