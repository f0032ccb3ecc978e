"""Repairs of names, appositions, dates and amounts."""

from __future__ import annotations

import re

from kg.lexicon import Lexicon
from kg.repairs.tokens import NOMINAL, after_listing_comma, hang
from kg.syntax import children
from kg.tree import Token

SCALES = frozenset({"thousand", "lakh", "million", "crore", "billion", "trillion"})
PERSONS = frozenset({"PERSON", "PER"})
DATED = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber|\d{1,2}(?:st|nd|rd|th)?|\d{4}",
    re.I,
)


def office_apposition(token: Token, lexicon: Lexicon) -> None:
    """“the representative of India, Ruchira Kamboj, said”: a person named behind an office is that office's holder."""
    if token.ent_type_ not in PERSONS or token.head.ent_type_ in PERSONS or token.i < token.head.i:
        return
    listed = [t for conjunct in children(token.head, "conj") for t in children(conjunct, "cc")]
    if listed or not after_listing_comma(token):
        return
    token.relabel("appos")
    office = token.head
    while office.dep_ == "nmod" and office.head.pos_ in NOMINAL:
        office = office.head
    if office != token.head and office.pos_ == "NOUN":
        hang(token, office, "appos")


def stray_preposition(token: Token, lexicon: Lexicon) -> None:
    """“a letter from President Xi”, “adhere to Xi Jinping thought”: what a preposition brings in is no apposition.

    Nor is it a direct object, also where the preposition was hung on a word within the phrase.
    """
    if token.pos_ not in NOMINAL:
        return
    within = children(token, "nmod:desc", "compound", "flat")
    stray = [case for word in within for case in children(word, "case") if case.pos_ == "ADP" and case.i < word.i]
    for case in stray:
        hang(case, token, "case")
    if any(case.pos_ == "ADP" for case in children(token, "case")):
        token.relabel("nmod" if token.dep_ == "appos" else "obl")


def nearest_apposition(token: Token, lexicon: Lexicon) -> None:
    """“Li Hua, governor of Hubei, and Wang Fang, minister of trade”: what stands beside a name is that name's."""
    before = [c for c in children(token.head, "conj") if c.i < token.i and c.right_edge.i < token.left_edge.i]
    named = bool(before) and before[-1].pos_ == "PROPN" and after_listing_comma(token)
    if named and all(t.is_punct for t in token.doc[before[-1].right_edge.i + 1 : token.left_edge.i]):
        hang(token, before[-1], "appos")


def gerund_noun(token: Token, lexicon: Lexicon) -> None:
    """“spending on pensions will rise”: a participle with a noun's words and no object is a noun."""
    if token.tag_ != "VBG":
        return
    nouns = children(token, "det", "amod", "nmod", "nmod:poss", "compound")
    if nouns and not children(token, "obj", "iobj", "aux", "mark", "advmod", "xcomp", "ccomp"):
        token.pos_, token.tag_ = "NOUN", "NN"


def hyphenated(token: Token, lexicon: Lexicon) -> None:
    """“held in-depth talks”: a preposition that a hyphen binds to the next word brings in nothing."""
    hyphen = token.nbor() if token.i + 1 < token.sent.end else token
    if hyphen.text == "-" and hyphen.idx == token.idx + len(token.text) and token.head.i > token.i:
        token.relabel("compound")


def slashed(token: Token, lexicon: Lexicon) -> None:
    """“20 km/h”: what a slash binds to the word before it is no participant of its own."""
    if token.i < token.sent.start + 2:
        return
    slash = token.nbor(-1)
    if slash.text != "/":
        return
    before = token.nbor(-2)
    bound = slash.idx == before.idx + len(before.text) and token.idx == slash.idx + 1
    if bound and before.pos_ == "NOUN" and token.head != before and before.head != token:
        hang(token, before, "flat")
        hang(slash, token, "punct")


def named_noun(token: Token, lexicon: Lexicon) -> None:
    """“adhere to Xi Jinping thought”: a bare noun right behind a person is no place beside him, but bears his name."""
    if token.pos_ != "NOUN" or token.left_edge != token:
        return
    before = [c for c in token.head.children if c.i < token.i and c.right_edge.i == token.i - 1]
    if not before:
        return
    name, cases = before[-1], children(before[-1], "case")
    if name.ent_type_ not in PERSONS or not cases or children(name, "conj", "appos", "punct"):
        return
    for case in cases:
        hang(case, token, "case")
    hang(name, token, "compound")


def dated_verb(token: Token, lexicon: Lexicon) -> None:
    """“met the minister in Tokyo on Friday”: a day behind *on* says when the verb's event was.

    A place behind a date or a person says where it was, and *by* with a percentage by how much.
    """
    if token.i < token.head.i or not children(token, "case"):
        return
    preposition = children(token, "case")[0].lower_
    dated = preposition == "on" and DATED.fullmatch(token.text) is not None and "Number=Plur" not in token.morph
    placed = preposition in {"in", "at"} and (
        DATED.fullmatch(token.head.text) is not None or token.head.ent_type_ in PERSONS
    )
    measured = preposition == "by" and token.lemma_ in {"percent", "cent", "%", "point"}
    if not (dated or placed or measured):
        return
    verb = token.head
    while (
        verb.dep_ in {"nmod", "obj", "obl", "flat", "nsubj:pass", "appos", "conj", "nmod:unmarked"}
        and verb.pos_ != "VERB"
        and verb.head != verb
    ):
        verb = verb.head
    if verb.pos_ == "VERB" and verb.i < token.i:
        hang(token, verb, "obl")


def up_to(token: Token, lexicon: Lexicon) -> None:
    """“access up to $1 billion”: *up to* before an amount says how much at most and is no particle."""
    to = token.nbor() if token.i + 1 < token.sent.end else token
    amount = to.head
    if token.lower_ != "up" or to.lower_ != "to" or to.dep_ != "case" or amount.head != token.head:
        return
    if amount.dep_ in {"obl", "obj"} and any(t.like_num for t in amount.subtree):
        amount.relabel("obl" if children(token.head, "obj") else "obj")
        hang(token, amount, "advmod")
        hang(to, token, "fixed")


def scaled_amount(token: Token, lexicon: Lexicon) -> None:
    """“approved Rs 500 crore for roads”: the scale behind a number belongs to the amount, and is no thing beside it."""
    if token.lower_ not in SCALES or token.i == token.sent.start:
        return
    before = token.nbor(-1)
    scaled = before.lower_ in SCALES  # "25 lakh crore"
    amount = before if scaled else before.head
    counted = before.like_num and before.dep_ == "nummod" and amount.i == before.i - 1
    if (scaled or counted) and amount.head == token.head:
        hang(token, amount, "flat")
        for child in children(token):
            child.move(amount)
