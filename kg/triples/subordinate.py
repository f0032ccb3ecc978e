"""Subordinate clauses that claim nothing by themselves: parts of a noun, aims, and descriptions of a kind."""

from __future__ import annotations

from spacy.tokens import Token

from kg.clauses import Clause
from kg.syntax import SUBJECTS, children, is_bare

ADJUNCT_MARKS = frozenset({"about", "against", "at", "for", "from", "instead", "of", "than", "to"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})


def completes_noun(clause: Clause) -> bool:
    """“determination to promote …”, “guidelines for deepening …”: part of a noun phrase, and no claim of its own.

    So is what a span of time is for ("has four months to comply"), but not what a noun binds somebody to do.
    """
    top = first_of(clause)
    if top.dep_ == "xcomp":
        return top.head.lemma_ == "have" and bool(children(top.head, "obj"))
    return top.dep_ == "acl" and bool(children(top, "mark")) and clause.source != "controlled"


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


def restricts(clause: Clause) -> bool:
    """“must not sell products that contain lead”: a clause that tells which ones are meant holds of those alone.

    Only an indefinite antecedent without a comma, below an order, a promise or a possibility; "the letter, which …",
    "the measures that …" and "set up a fund that helps farms" are claims.
    """
    if clause.source != "antecedent" or not clause.subjects:
        return False
    antecedent = clause.subjects[0]
    comma = any(t.text in {",", "–", "—"} for t in antecedent.doc[antecedent.i : clause.predicate.i])
    definite = antecedent.pos_ == "PROPN" or any(
        "Def" in d.morph.get("Definite", []) or d.dep_ == "nmod:poss" or d.lower_ in DEMONSTRATIVES
        for d in children(antecedent)
    )
    return not comma and not definite and _irreal(antecedent)


def _irreal(token: Token) -> bool:
    """Whether the verb above a noun orders, promises or supposes: an imperative, an infinitive, a modal."""
    verb = next((a for a in token.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    modal = any(a.tag_ == "MD" for a in children(verb, "aux"))
    return modal or (is_bare(verb) and not children(verb, *SUBJECTS))
