"""spaCy's parsed Doc → a plain tree of words, which the repairs mend and the rules read.

spaCy makes a new Token at each access and looks its strings and its children up each time; the rules ask every word
some hundred times. What they ask is kept here, under spaCy's names (https://spacy.io/api/token) and with its meaning.
Offsets are code points of the Doc's text.
"""

from __future__ import annotations

import bisect
import functools
import itertools
import operator
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar, overload

from spacy.attrs import (
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    LEMMA,
    MORPH,
    ORTH,
    POS,
    SENT_START,
    TAG,
)
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.errors import ModelError

_READ = [ORTH, LEMMA, TAG, POS, DEP, MORPH, ENT_TYPE, ENT_IOB, IDX, SENT_START, HEAD]
_UNSIGNED = 1 << 64
_MOST_KEPT = 1 << 16
_Kept = TypeVar("_Kept")
_IOB = ("", "I", "O", "B")
in_text_order = operator.attrgetter("i")  # a key to sort words by


class Token:
    """A word in its tree; two are equal where they are one.

    ``head`` is itself at a root, ``children`` stand in text order; only :meth:`move` changes them, and only
    :meth:`relabel` the relation ``dep_``.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_capital",
        "is_punct",
        "is_space",
        "lemma_",
        "like_num",
        "lower_",
        "morph",
        "pos_",
        "sent",
        "tag_",
        "text",
    )  # fmt: skip

    doc: Tree
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    tag_: str
    pos_: str
    dep_: str
    morph: str  # "Case=Nom|Number=Plur"
    ent_type_: str
    ent_iob_: str
    is_capital: bool  # begins with a capital letter
    is_space: bool
    is_punct: bool
    like_num: bool
    head: Token
    children: list[Token]
    sent: Span

    def __repr__(self) -> str:
        return self.text

    @property
    def is_sent_start(self) -> bool:
        return self.sent.start == self.i

    @property
    def left_edge(self) -> Token:
        """The first word of all that hangs on this one."""
        first = self
        for child in self.children:
            edge = child.left_edge
            if edge.i < first.i:
                first = edge
        return first

    @property
    def right_edge(self) -> Token:
        """The last word of all that hangs on this one."""
        last = self
        for child in self.children:
            edge = child.right_edge
            if edge.i > last.i:
                last = edge
        return last

    @property
    def subtree(self) -> list[Token]:
        """The word and all that hangs on it, in text order."""
        found = [self]
        for token in found:
            found += token.children
        return sorted(found, key=in_text_order)

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words that this one hangs on, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def is_ancestor(self, other: Token) -> bool:
        return any(token is self for token in other.ancestors)

    def nbor(self, by: int = 1) -> Token:
        """The word that stands ``by`` places behind (or before) this one.

        Raises: IndexError where there is none.
        """
        if self.i + by < 0:
            raise IndexError(self.i + by)
        return self.doc.tokens[self.i + by]

    def move(self, head: Token) -> None:
        """Hang the word on another one, or make a root of it where that is itself."""
        if self.head is not self:
            self.head.children.remove(self)
        self.head = head
        if head is not self:
            bisect.insort(head.children, self, key=in_text_order)

    def relabel(self, relation: str) -> None:
        """Say otherwise how the word hangs on its head."""
        hanging = self.doc.by_relation
        hanging[self.dep_].remove(self)
        self.dep_ = relation
        bisect.insort(hanging[relation], self, key=in_text_order)


class Span:
    """Words in a row: places of the first and of the one behind the last. None is changed once it is made."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Tree, start: int, end: int, label_: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label_

    def __repr__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    def __getitem__(self, place: int) -> Token:
        i = place + (self.end if place < 0 else self.start)
        if not self.start <= i < self.end:
            raise IndexError(place)
        return self.doc.tokens[i]

    @property
    def start_char(self) -> int:
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        return self.doc.text[self.start_char : self.end_char] if self.end > self.start else ""

    @property
    def sent(self) -> Span:
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word that the fewest words stand above, the first of several."""
        return min(self, key=lambda token: sum(1 for _ in token.ancestors))


class Tree:
    """The words of a Doc, its sentences and the names in it; ``by_relation`` has the words that hang so, in order."""

    __slots__ = ("by_relation", "ents", "sents", "text", "tokens", "vocab")

    tokens: list[Token]
    by_relation: defaultdict[str, list[Token]]
    sents: list[Span]
    ents: list[Span]
    text: str
    vocab: Vocab

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, int):
            return self.tokens[place]
        start, end, _ = place.indices(len(self.tokens))
        return Span(self, start, max(start, end))


class _Word(NamedTuple):
    """What is the same of a word wherever it stands."""

    text: str
    lower: str
    is_capital: bool
    is_space: bool
    is_punct: bool
    like_num: bool


class _Known(dict[int, _Kept]):
    """What was asked for by spaCy's numbers: each once, or once more where so many came in between."""

    def __init__(self, ask: Callable[[int], _Kept]) -> None:
        self._ask = ask

    def __missing__(self, number: int) -> _Kept:
        if len(self) >= _MOST_KEPT:
            self.clear()
        self[number] = found = self._ask(number)
        return found


@functools.lru_cache(maxsize=4)
def _tables(vocab: Vocab) -> tuple[_Known[str], _Known[_Word]]:
    """A vocabulary's strings and words; there is one for each language model in use."""

    def word(number: int) -> _Word:
        lexeme = vocab[number]
        text = lexeme.text
        capital = text[:1].isupper()
        return _Word(text, text.lower(), capital, lexeme.is_space, lexeme.is_punct, lexeme.like_num)

    return _Known(vocab.strings.__getitem__), _Known(word)


def to_tree(doc: Doc, text: str | None = None) -> Tree:
    """The tree of a Doc; ``text`` is the Doc's, which spaCy would put together once more.

    Raises :class:`~kg.errors.ModelError` where nothing has parsed it.
    """
    if not doc.has_annotation("DEP"):
        raise ModelError("statements need a dependency parse: choose a language model that has a parser")
    tree = Tree()
    tree.text, tree.vocab = doc.text if text is None else text, doc.vocab
    rows = doc.to_array(_READ).tolist()
    tree.tokens = tokens = _tokens(tree, rows)
    hanging: defaultdict[str, list[Token]] = defaultdict(list)
    tree.by_relation = hanging
    for i, (token, row) in enumerate(zip(tokens, rows, strict=True)):
        offset = row[-1]
        if offset:
            token.head = head = tokens[(i + offset) % _UNSIGNED]  # the offset may be below zero
            head.children.append(token)
        hanging[token.dep_].append(token)
    starts = [0, *[i for i, row in enumerate(rows) if row[-2] == 1 and i]] if rows else []
    tree.sents = [Span(tree, start, end) for start, end in itertools.pairwise([*starts, len(tokens)])]
    for sentence in tree.sents:
        for token in tokens[sentence.start : sentence.end]:
            token.sent = sentence
    tree.ents = [Span(tree, ent.start, ent.end, ent.label_) for ent in doc.ents]
    return tree


def _tokens(tree: Tree, rows: list[list[int]]) -> list[Token]:
    """The words, each a root as yet."""
    strings, words = _tables(tree.vocab)
    tokens = []
    for i, (word, lemma, tag, pos, dep, morph, label, iob, idx, _, _) in enumerate(rows):
        token = Token()
        token.doc, token.i, token.idx = tree, i, idx
        token.text, token.lower_, token.is_capital, token.is_space, token.is_punct, token.like_num = words[word]
        token.lemma_, token.tag_, token.pos_, token.dep_ = strings[lemma], strings[tag], strings[pos], strings[dep]
        token.morph, token.ent_type_, token.ent_iob_ = strings[morph], strings[label], _IOB[iob]
        token.head, token.children = token, []
        tokens.append(token)
    return tokens
