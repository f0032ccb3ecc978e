"""Doc → a tree that can be changed: heads and labels as lists, with the operations that keep it a tree."""

from __future__ import annotations

from bisect import insort

from spacy.tokens import Doc

NOMINAL = frozenset({"NOUN", "NUM", "PRON", "PROPN", "SYM", "X"})
NOUN_LIKE = frozenset({"dobj", "nsubj", "nsubjpass"})


class Tree:
    """The heads and labels of a Doc while they change; every operation leaves a tree over the same words."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.head = [token.head.i for token in doc]
        self.dep = [token.dep_ for token in doc]
        self.pos = [token.pos_ for token in doc]
        self.tag = [token.tag_ for token in doc]
        self.word = [token.lower_ for token in doc]
        self.below = [[child.i for child in token.children] for token in doc]

    def children(self, i: int, *deps: str) -> list[int]:
        """The children with one of these labels, in text order."""
        return [child for child in self.below[i] if self.dep[child] in deps]

    def hang(self, i: int, head: int, dep: str) -> None:
        """Give a word a new head, which must not stand below it."""
        if self.head[i] != i:
            self.below[self.head[i]].remove(i)
        self.head[i], self.dep[i] = head, dep
        if head != i:
            insort(self.below[head], i)

    def promote(self, i: int, dep: str) -> None:
        """Let a word take the place of its head, which hangs on it as ``dep``; the head's other children come along."""
        old = self.head[i]
        top = self.head[old]
        self.hang(i, i if top == old else top, self.dep[old])
        for child in list(self.below[old]):
            self.hang(child, i, self.dep[child])
        self.hang(old, i, dep)

    def has_to(self, i: int) -> bool:
        """Whether "to" stands before a verb."""
        return any(self.tag[child] == "TO" for child in self.children(i, "aux"))

    def on_noun(self, i: int) -> bool:
        """Whether a word hangs on a noun, or on what stands for one ("many of them agreed")."""
        head = self.head[i]
        return head != i and (self.pos[head] in NOMINAL or (self.pos[head] != "VERB" and self.dep[head] in NOUN_LIKE))


def deepest_first(doc: Doc) -> list[int]:
    """The words so that each stands before its head."""
    order = [token.i for token in doc if token.head == token]
    for i in order:  # grows while it is read
        order.extend(child.i for child in doc[i].children)
    return order[::-1]
