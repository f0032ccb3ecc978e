"""What the repairs share: how a token is re-hung, and what stands around it."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.syntax import SUBJECTS, children, is_bare
from kg.tree import Token

NOMINAL = frozenset({"NOUN", "PROPN"})


def hang(token: Token, head: Token, dep: str) -> None:
    """Give a token a new head, unless that would close a circle."""
    if head != token and not token.is_ancestor(head):
        token.move(head)
        token.relabel(dep)


def reports(token: Token, lexicon: Lexicon) -> bool:
    lemma = " ".join((token.lemma_, *(p.lower_ for p in children(token, "compound:prt"))))
    return lemma in lexicon.speech_verbs


def is_imperative(token: Token) -> bool:
    """A bare verb at the head of its sentence without a subject."""
    return (
        token.head == token
        and token.pos_ == "VERB"
        and is_bare(token)
        and not children(token, *SUBJECTS, "aux", "mark")
    )


def after_comma(token: Token) -> bool:
    before = token.i - 1
    while before > token.sent.start and token.doc[before].dep_ in {"cc", "advmod"}:
        before -= 1
    return bool(token.doc[before].text == ",")


def after_listing_comma(token: Token) -> bool:
    left = token.left_edge
    return (left.i > token.sent.start and token.doc[left.i - 1].text == ",") or (left.text == ",")


def imperative_above(token: Token) -> Token | None:
    """The nearest bare verb before a token that is an imperative or coordinated with one."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.pos_ == "VERB" and is_bare(before) and not children(before, "mark", *SUBJECTS, "aux"):
            top = before
            while top.dep_ in {"conj", "parataxis", "xcomp"} and top.head != top:
                top = top.head
            return before if is_imperative(top) else None
    return None
