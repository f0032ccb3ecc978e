"""Subordinate clauses that claim nothing by themselves: parts of a noun, and aims."""

from __future__ import annotations

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.model import Modality
from kg.syntax import SUBJECTS, children, marked
from kg.tree import Token

FUTURE = frozenset({"shall", "will", "wo", "'ll", "’ll"})
SUBORDINATE = frozenset({"acl", "advcl", "xcomp"})
ADJUNCT_MARKS = frozenset({"about", "against", "at", "for", "from", "instead", "into", "of", "on", "than", "to"})


def claims_nothing(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause is part of a noun phrase, an aim or an adjunct, and no statement by itself."""
    below = first_of(clause).dep_ in SUBORDINATE
    return below and (completes_noun(clause, lexicon) or is_purpose(clause) or is_adjunct(clause))


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
    return top.dep_ == "advcl" and marked(top, "to")


def ahead_with_verb(clause: Clause, lexicon: Lexicon) -> Modality | None:
    """“must act by cutting costs”, “may act, closing ports”: what goes with what is not yet is not yet either."""
    verb = clause.controls[0] if clause.controls else clause.predicate
    while verb.dep_ == "conj" and verb.tag_ == "VBG":
        verb = verb.head
    behind = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.i > verb.head.i and not children(verb, *SUBJECTS)
    return _not_yet(verb.head, lexicon) if behind else None


def _not_yet(verb: Token, lexicon: Lexicon) -> Modality | None:
    """How a verb is not yet so: by its modal, or as an order, an aim or what goes with such a verb; None if it is."""
    words = {aux.lower_ for aux in children(verb, "aux")}
    if words & lexicon.possible_modals:
        return "possible"
    if words & lexicon.conditional_modals:
        return "conditional"
    to = marked(verb, "to")
    order = verb.head == verb and verb.tag_ == "VB" and not children(verb, *SUBJECTS)
    if words & (FUTURE | lexicon.modals.keys()) or to or order:
        return "planned"
    shares = verb.dep_ in {"conj", "xcomp", "advcl"} and verb.tag_ in {"VB", "VBG"} and verb.head != verb
    return _not_yet(verb.head, lexicon) if shares else None


def first_of(clause: Clause) -> Token:
    """The first of the coordinated predicates that a clause belongs to, by its outermost verb."""
    top = clause.controls[0] if clause.controls else clause.predicate
    while top.dep_ == "conj":
        top = top.head
    return top
