"""Nouns that do a verb's work: "strong support for growth" supports growth, "the strengthening of X" strengthens X."""

from __future__ import annotations

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.syntax import children
from kg.tree import Token


def nominal_verb(noun: Token, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The verb that a noun stands for and the head of its object: (support, growth) for "support for growth".

    None where the noun stands for no verb, brings no object, or has an article or possessor (then it is a thing).
    """
    return None if children(noun, "det", "nmod:poss") else acted_on(noun, lexicon)


def acted_on(noun: Token, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The same for a noun with or without an article: "the protection of workers"."""
    lemma = noun.lower_
    verb, preposition = lexicon.nominalisations.get(lemma, ("", "of"))
    if not verb and lemma.endswith("ing") and noun.pos_ in {"NOUN", "VERB"}:
        verb = _stem(noun)
    for modifier in children(noun, "nmod", "obl"):
        if verb and any(case.lower_ == preposition for case in children(modifier, "case")):
            return verb, modifier
    return None


def requested(clause: Clause, lexicon: Lexicon) -> tuple[Token, str, Token] | None:
    """The noun that a verb of asking asks for, the verb that it stands for, and the head of what that acts on.

    "call for the release of data": (release, release, data).
    """
    preposition = lexicon.requested.get(clause.predicate.lemma_)
    if preposition is None or clause.passive:
        return None
    nouns = [o.head for o in clause.obliques if o.preposition == preposition] if preposition else list(clause.objects)
    for noun in nouns:
        found = acted_on(noun, lexicon)
        if found is not None:
            return (noun, *found)
    return None


def _stem(noun: Token) -> str:
    """The verb of a gerund: the attested one of "strengthen", "improve", "cut", for -ing, -e and a doubled letter."""
    stem = noun.lower_.removesuffix("ing")
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    options = [stem, stem + "e", *([stem[:-1]] if doubled else [])]
    vectors, strings = noun.doc.vocab.vectors, noun.doc.vocab.strings
    return next((option for option in options if option in strings and strings[option] in vectors), stem)
