"""Subordinate clauses that claim nothing by themselves: parts of a noun, and aims."""

from __future__ import annotations

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.syntax import children
from kg.tree import Token

ADJUNCT_MARKS = frozenset({"about", "against", "at", "for", "from", "instead", "of", "than", "to"})


def completes_noun(clause: Clause, lexicon: Lexicon) -> bool:
    """“determination to promote …”, “guidelines for deepening …”: part of a noun phrase, and no claim of its own.

    So is what a span of time is for ("has four months to comply"), but not what a noun binds somebody to do.
    """
    top = first_of(clause)
    if top.dep_ == "xcomp":
        return top.head.lemma_ == "have" and bool(children(top.head, "obj"))
    return top.dep_ == "acl" and bool(children(top, "mark")) and top.head.lemma_ not in lexicon.binding_nouns


def is_adjunct(clause: Clause) -> bool:
    """“prevent it from reaching …”, “thank them for helping”: a gerund behind a preposition belongs to its verb."""
    top = first_of(clause)
    return top.dep_ == "advcl" and any(mark.lower_ in ADJUNCT_MARKS for mark in children(top, "mark", "case"))


def is_purpose(clause: Clause) -> bool:
    """“… to triple capacity”: an aim beside another clause (an argument of that one), and no claim that it is met."""
    top = first_of(clause)
    return top.dep_ == "advcl" and any(mark.lower_ == "to" for mark in children(top, "mark"))


def first_of(clause: Clause) -> Token:
    """The first of the coordinated predicates that a clause belongs to, by its outermost verb."""
    top = clause.controls[0] if clause.controls else clause.predicate
    while top.dep_ == "conj":
        top = top.head
    return top
