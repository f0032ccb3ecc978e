"""What follows where a duty is not met: the *or else* of Institutional Grammar 2.0 (Frantz and Siddiki 2022, 2.3.6).

"Companies must register or face fines": nobody is ordered to face them, and nobody does unless the duty is not met.
The sanction is a statement of its own beside the duty, conditional, with ``sanction`` as its rule.
"""

from __future__ import annotations

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.syntax import children
from kg.tree import Token

OTHERWISE = frozenset({"otherwise", "else", "failing"})  # a repair makes an adverb of "failing which"


def is_sanction(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause says what follows where the one before it is not done."""
    top = clause.controls[0] if clause.controls else clause.predicate
    if _otherwise(top):
        return True
    alternative = clause.link == "conj" and any(cc.lower_ == "or" for cc in children(top, "cc"))
    return alternative and clause.governor is not None and is_penal(clause, lexicon)


def is_penal(clause: Clause, lexicon: Lexicon) -> bool:
    """“face fines”, “lose its licence”, “be prosecuted”: a verb of punishing, or one of bearing a punishment."""
    if clause.predicate.lemma_ in lexicon.penal_verbs:
        return clause.passive
    bears = clause.predicate.lemma_ in lexicon.bearing_verbs
    return bears and any(noun.lemma_ in lexicon.penal_nouns for noun in clause.objects)


def _otherwise(predicate: Token) -> bool:
    """“otherwise the goods will be seized”: the word opens the clause, and does not say how something is done."""
    words = [word for word in children(predicate, "advmod") if word.lower_ in OTHERWISE]
    return bool(words) and any(word.i <= predicate.left_edge.i + 1 and word.i < predicate.i - 1 for word in words)
