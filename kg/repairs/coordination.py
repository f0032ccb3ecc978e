"""Repairs of verbs and nouns that belong together."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.repairs.tokens import NOMINAL, hang, take_over
from kg.syntax import SUBJECTS, children


def lost_main_verb(token: Token, lexicon: Lexicon) -> None:
    """“The conference opened in Hangzhou.”: a noun with a participle and no other verb is a clause of the two."""
    if token.pos_ not in NOMINAL or children(token, "cop", *SUBJECTS) or token.sent[-1].text != ".":
        return
    verbs = [
        c for c in children(token, "acl") if c.tag_ in {"VBN", "VBD"} and not children(c, "mark", *SUBJECTS, "aux")
    ]
    if len(verbs) != 1 or any(t.tag_ in {"VBD", "VBZ", "MD"} for t in token.sent if t != verbs[0]):
        return
    verb = verbs[0]
    if any(case.lower_ == "by" for o in children(verb, "obl", "obl:agent") for case in children(o, "case")):
        return
    rest = [child for child in token.children if child.i > verb.i]
    verb.head, verb.dep_ = verb, "ROOT"
    token.head, token.dep_ = verb, "nsubj"
    for child in rest:
        child.head = verb


def active_participle(token: Token, lexicon: Lexicon) -> None:
    """“read out a letter, presented awards”: a past participle with an object of its own is a coordinated past."""
    if token.tag_ not in {"VBN", "VBD"} or token.i < token.head.i:
        return
    if children(token, "obj") and not children(token, "mark", "aux", *SUBJECTS):
        hang(token, token.head, "conj")


def described_noun(token: Token, lexicon: Lexicon) -> None:
    """“reach developing countries”: a word in -ing between a verb and a bare noun describes the noun."""
    if token.tag_ != "VBG" or token.head.lemma_ in lexicon.gerund_verbs:
        return
    noun = next(iter(children(token, "obj")), None)
    if noun is None or noun.i != token.i + 1 or children(noun, "det") or token.i != token.head.i + 1:
        return
    verb = token.head
    hang(noun, verb, "obj")
    hang(token, noun, "amod")


def coordinated_sibling(token: Token, lexicon: Lexicon) -> None:
    """“to the quality and safety issues”: a noun that “and” opens belongs with the noun right before it."""
    if token.pos_ not in NOMINAL or children(token, "case"):
        return
    edge = token.left_edge
    if edge.dep_ != "cc" or edge.i == token.sent.start:
        return
    before = [c for c in token.head.children if c.i < edge.i and c.right_edge.i == edge.i - 1 and c.pos_ in NOMINAL]
    if before:
        hang(token, before[-1], "conj")
        hang(edge, token, "cc")


def shared_noun(token: Token, lexicon: Lexicon) -> None:
    """“the quality and safety issues”: a bare first noun beside a compound describes the last noun as well."""
    if token.pos_ != "NOUN" or not children(token, "compound") or children(token, "det", "amod", "case"):
        return
    first = token.head
    if first.pos_ != "NOUN" or "Plur" in first.morph.get("Number", []) or not children(first, "det"):
        return
    if children(first, "amod", "compound", "nmod", "acl") or len(children(first, "conj")) > 1 or token.i - first.i > 4:
        return
    take_over(first, token, "compound")


def shared_adjective(token: Token, lexicon: Lexicon) -> None:
    """“promote domestic and foreign trade”: an adjective as object, with a noun coordinated, describes that noun."""
    if token.pos_ == "ADJ" and token.i == token.head.i + 1:
        noun = next((c for c in children(token, "conj") if c.pos_ in NOMINAL and children(c, "amod")), None)
        if noun is not None:
            take_over(token, noun, "amod")
            noun.dep_ = "obj"
