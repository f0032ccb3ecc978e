"""Acts that a noun names → drafts: "after the signing of the treaty by France", where the ontology has such a noun.

Which nouns, and which preposition brings in whom, stands with the relation (``pol:nounExpression``); a noun that no
relation has makes no statement. Nor does one whose act is not told as done: it may be planned, feared or put off.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.expressions import POSSESSOR, NounExpression
from kg.lexicon import Lexicon
from kg.model import Phrase
from kg.ontology import Ontology
from kg.syntax import SUBJECTS, children, conjuncts, negators, preposition_of, tense
from kg.tree import Span, Token
from kg.triples.draft import Draft
from kg.triples.phrases import Context, Part, distinct, parts, phrases, to_phrase
from kg.triples.qualify import Quality

NAMING = frozenset({"NOUN", "VERB", "PROPN"})


def deverbal_drafts(sentence: Span, ontology: Ontology, context: Context) -> Iterator[Draft]:
    """The drafts of a sentence's nouns that name an act with both its sides, in text order."""
    nouns = ontology.relation_nouns
    for token in sentence:
        if token.pos_ not in NAMING or (token.lower_ not in nouns and token.lemma_.lower() not in nouns):
            continue
        for expression in nouns.get(_lemma(token), ()):
            x, y = (_side(token, preposition) for preposition in (expression.x_preposition, expression.y_preposition))
            if x is not None and y is not None and is_done(token, context.lexicon):
                for one in distinct(conjuncts(x), context):
                    for other in distinct(conjuncts(y), context):
                        yield _draft(token, one, other, expression, context)
                break


def is_done(noun: Token, lexicon: Lexicon) -> bool:
    """Whether an act is told as done: by its place in a clause of the past that is not negated."""
    above = noun.head
    if above == noun or tense(above) != "past" or negators(above, lexicon):
        return False
    if noun.dep_ in SUBJECTS or noun.dep_ == "obj":
        nouns = [above.lemma_.lower(), *(f"{above.lemma_.lower()} {child.lower_}" for child in children(above, "obj"))]
        return any(words in lexicon.done_verbs for words in nouns)
    return noun.dep_ == "obl" and preposition_of(noun)[0] in lexicon.done_before


def _lemma(token: Token) -> str:
    """A gerund is listed as it stands: "signing"; any other noun in its base form."""
    return token.lower_ if token.lower_.endswith("ing") else token.lemma_.lower() if token.pos_ != "VERB" else ""


def _side(noun: Token, preposition: str) -> Token | None:
    """The head of a side: parsers hang the second one on the first ("the signing of [the treaty by France]")."""
    if preposition == POSSESSOR:
        return next(iter(children(noun, "nmod:poss")), None)
    near = children(noun, "nmod", "obl", "obl:agent")
    modifiers = (*near, *(below for head in near for below in children(head, "nmod")))
    return next((head for head in modifiers if preposition_of(head)[0] == preposition), None)


def _draft(noun: Token, x: Token, y: Token, expression: NounExpression, context: Context) -> Draft:
    return Draft(
        predicate=noun, subject=_phrase(x, y, context), relation=(noun,), lemma=expression.lemma,
        verb=expression.noun, passive=False, object=_phrase(y, x, context), arguments=(), attribution=(),
        quality=Quality(), rule="deverbal",
    )  # fmt: skip


def _phrase(head: Token, other: Token, context: Context) -> Phrase:
    """A side's phrase without the other side, where that hangs on it."""
    if head not in other.ancestors:
        return phrases(head, context)[0]
    inner = {token.i for token in other.subtree}
    words = tuple(token for token in parts(head, context)[0].tokens if token.i not in inner)
    return to_phrase(Part(head, words), context)
