"""Nouns that do a verb's work: "strong support for growth" supports growth, "the strengthening of X" strengthens X."""

from __future__ import annotations

from spacy.tokens import Token

from kg.lexicon import Lexicon
from kg.syntax import children


def nominal_verb(noun: Token, lexicon: Lexicon) -> tuple[str, Token] | None:
    """The verb that a noun stands for and the head of its object: (support, growth) for "support for growth".

    None where the noun stands for no verb, brings no object, or has an article or possessor (then it is a thing).
    """
    if children(noun, "det", "nmod:poss"):
        return None
    lemma = noun.lower_
    verb, preposition = lexicon.nominalisations.get(lemma, ("", "of"))
    if not verb and lemma.endswith("ing") and noun.pos_ in {"NOUN", "VERB"}:
        verb = _stem(noun)
    for modifier in children(noun, "nmod", "obl"):
        if verb and any(case.lower_ == preposition for case in children(modifier, "case")):
            return verb, modifier
    return None


def _stem(noun: Token) -> str:
    """The verb of a gerund: the attested one of "strengthen", "improve", "cut", for -ing, -e and a doubled letter."""
    stem = noun.lower_.removesuffix("ing")
    doubled = len(stem) > 2 and stem[-1] == stem[-2]
    options = [stem, stem + "e", *([stem[:-1]] if doubled else [])]
    vectors, strings = noun.vocab.vectors, noun.vocab.strings
    return next((option for option in options if option in strings and strings[option] in vectors), stem)
