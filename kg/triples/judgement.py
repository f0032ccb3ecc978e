"""Predicate → the valence of the judgement that it passes, by the word lists in ``kg/lexicon/acts.toml``.

Appraisal in the sense of Martin and White 2005, *The Language of Evaluation*: inscribed, never inferred from a topic.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Valence
from kg.syntax import children
from kg.tree import Token


def valence_of(predicate: Token, lexicon: Lexicon) -> Valence | None:
    """How a complement judges: "unfair", "too high", "a mistake", "a historic event"."""
    if predicate.pos_ == "ADJ":
        excess = any(c.lower_ == "too" and c.i < predicate.i for c in children(predicate, "advmod"))
        return "negative" if excess else lexicon.judgements.get(predicate.lemma_)
    if predicate.pos_ != "NOUN":
        return None
    adjectives = [adjective.lemma_ for adjective in children(predicate, "amod")]
    judged = lexicon.judging_nouns.get(predicate.lemma_)
    if judged == "positive" and not lexicon.reversing.isdisjoint(adjectives):
        return "negative"  # "a hollow victory"
    return judged or next((lexicon.judgements[word] for word in adjectives if word in lexicon.judgements), None)
