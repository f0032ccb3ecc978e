"""What the tree around a token says: its children and conjuncts, its preposition, its negation, tense and form.

Reads Universal Dependencies as EWT and GUM use them, with Penn Treebank tags.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.tree import Span, Token, Tree, in_text_order

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "csubj:outer"})
BARE = frozenset({"VB", "VBP"})


def children(token: Token, *deps: str) -> tuple[Token, ...]:
    """The children of a token with one of these relations, in text order; without any relation, all of them."""
    if not deps:
        return tuple(token.children)
    found: tuple[Token, ...] = ()
    for child in token.children:  # asked a hundred times a word, and mostly for nothing: no list is made of it
        if child.dep_ in deps:
            found += (child,)
    return found


def marked(token: Token, subordinator: str) -> bool:
    """Whether a clause is opened by this word: "to", "that"."""
    return subordinator in [child.lower_ for child in token.children if child.dep_ == "mark"]


def conjuncts(token: Token) -> tuple[Token, ...]:
    """A token and the heads coordinated with it, in text order."""
    coordinated = children(token, "conj")
    if not coordinated:
        return (token,)
    found = [token]
    for child in coordinated:
        found.extend(conjuncts(child))
    return tuple(sorted(found, key=in_text_order))


def preposition_of(token: Token) -> tuple[str | None, tuple[Token, ...]]:
    """The preposition of an argument's head ("in accordance with" as one) and its tokens."""
    case = [child for child in children(token, "case") if child.i < token.i and child.lower_ != "'s"]
    if not case:
        return None, ()
    words = sorted({word for head in case for word in (head, *children(head, "fixed"))}, key=in_text_order)
    # "according to": the verb form of a complex preposition may hang beside the preposition proper
    before = words[0].nbor(-1) if words[0].i else None
    if before is not None and before.lower_ == "according" and before.head == token and before.dep_ in {"case", "amod"}:
        words.insert(0, before)
    return " ".join(word.lower_ for word in words), tuple(words)


def negators(verb: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The words by which a verb is negated: *not*, *never*, *no longer*; not those of “not only”."""
    found: list[Token] = []
    for child in children(verb, "advmod", "det", "neg", "cc", "cc:preconj"):
        if child.lower_ in lexicon.negative_words:
            following = child.nbor().lower_ if child.i + 1 < len(child.doc) else ""
            if following not in {"only", "just", "merely"}:
                found.append(child)
        elif child.lower_ == "longer" and child.i > 0 and child.nbor(-1).lower_ == "no":
            found += [child.nbor(-1), child]
    return tuple(found)


def tense(token: Token) -> str:
    """``past``, ``present`` or ``none`` of a predicate, by its first finite word."""
    for word in (*children(token, "aux", "cop", "aux:pass"), token):
        if word.tag_ in {"VBD"}:
            return "past"
        if word.tag_ in {"VBZ", "VBP", "MD"}:
            return "present"
    return "none"


def is_to(predicate: Token) -> bool:
    """Whether a form of *be* and *to* stand before it: "is to be closed"."""
    return marked(predicate, "to") and any(
        aux.lemma_ == "be" and aux.tag_ in {"VBD", "VBP", "VBZ"} for aux in children(predicate, "aux")
    )


def is_bare(token: Token) -> bool:
    """A base form: an infinitive, an imperative, or a present that looks like one."""
    return (
        token.tag_ in BARE
        or "Mood=Imp" in token.morph
        or (token.pos_ != "VERB" and token.lower_ == token.lemma_.lower())
    )


def sentences(doc: Tree) -> tuple[Span, ...]:
    """The sentences of a tree that hold more than white space."""
    return tuple(sentence for sentence in doc.sents if not all(token.is_space for token in sentence))
