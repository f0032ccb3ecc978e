"""Repairs of verbs and nouns that belong together."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.repairs.tokens import NOMINAL, hang
from kg.syntax import SUBJECTS, children
from kg.tree import Token

OBJECTIVE = frozenset({"her", "him", "it", "me", "them", "us", "you"})
WHEN = frozenset({"after", "as", "because", "before", "since", "until", "when", "while"})


def active_participle(token: Token, lexicon: Lexicon) -> None:
    """“read out a letter, presented awards”: a past participle with an object of its own is a coordinated past."""
    if token.tag_ not in {"VBN", "VBD"} or token.i < token.head.i:
        return
    if children(token, "obj") and not children(token, "mark", "aux", *SUBJECTS):
        hang(token, token.head, "conj")


def coordinated_sibling(token: Token, lexicon: Lexicon) -> None:
    """“to the quality and safety issues”: a noun that “and” opens belongs with the noun right before it."""
    if token.pos_ not in NOMINAL or children(token, "case"):
        return
    edge = token.left_edge if token.children else token
    if edge.dep_ != "cc" or edge.i == token.sent.start:
        return
    before = [c for c in token.head.children if c.i < edge.i and c.pos_ in NOMINAL and c.right_edge.i == edge.i - 1]
    if before:
        hang(token, before[-1], "conj")
        hang(edge, token, "cc")


def relative_object(token: Token, lexicon: Lexicon) -> None:
    """“the agreement that establishes it was signed”: a pronoun in the object's case is no second subject.

    It is the object of the verb right before it, which describes the first subject and lacks one.
    """
    if token.lower_ not in OBJECTIVE or token.i == token.sent.start:
        return
    verb = token.nbor(-1)
    described = verb.dep_ == "acl:relcl" and verb.head in children(token.head, *SUBJECTS)
    if described and children(verb, *SUBJECTS) and not children(verb, "obj", "ccomp", "xcomp", "aux:pass"):
        hang(token, verb, "obj")


def borne_by_auxiliary(token: Token, lexicon: Lexicon) -> None:
    """“Syria has for long been …”: an auxiliary bears nothing, what was hung on it is its verb's."""
    auxiliary = token.head
    if auxiliary.dep_ in {"aux", "aux:pass", "cop"} and auxiliary.i < auxiliary.head.i:
        hang(token, auxiliary.head, token.dep_)


def verbs_clause(token: Token, lexicon: Lexicon) -> None:
    """“introduced a new dynamic as the country enters a new stage”: the clause is the verb's, not a noun's."""
    marks = children(token, "mark")
    if not marks or marks[0].lower_ not in WHEN or not children(token, *SUBJECTS) or token.i < token.head.i:
        return
    above = token.head
    while above.dep_ in {"amod", "conj", "nmod", "obj", "obl"} and above.pos_ != "VERB":
        above = above.head
    if above != token.head and above.pos_ == "VERB" and above.i < token.i:
        hang(token, above, "advcl")
