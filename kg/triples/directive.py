"""Verbless directives → drafts: "comprehensive strengthening of supervision, strong support for growth".

In a list of imperatives a noun that does a verb's work, with its object behind *of* or *for* and no article, orders
like the verbs around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.model import FrameLink
from kg.nominalisations import nominal_verb
from kg.syntax import conjuncts
from kg.tree import Span, Token
from kg.triples.draft import Draft
from kg.triples.phrases import Context, addressee, parts, to_phrase
from kg.triples.qualify import Quality

VERBLESS = Quality(act="directive", deontic="obligation", strength=4, form="verbless")


def verbless_heads(clause: Clause, lexicon: Lexicon) -> tuple[Token, ...]:
    """The nouns in an imperative's object list that are directives of their own."""
    if clause.mood not in {"imperative", "infinitive"} or clause.subjects:
        return ()
    heads = [c for child in clause.objects for c in conjuncts(child)[1:]] + list(clause.objects[1:])
    return tuple(sorted({head for head in heads if nominal_verb(head, lexicon)}, key=lambda t: t.i))


def _coordinated(head: Token) -> tuple[Token, ...]:
    """The conjuncts that "and" joins; behind a comma alone the list of directives goes on."""
    return tuple(c for c in conjuncts(head) if not any(t.text == "," for t in head.doc[head.i : c.i]))


def verbless_drafts(clause: Clause, chain: tuple[FrameLink, ...], speaker: str, context: Context) -> Iterator[Draft]:
    """A draft for each verbless directive beside an imperative, and each conjunct of its object."""
    for noun in verbless_heads(clause, context.lexicon):
        yield from _drafts(noun, chain, speaker, context)


def standalone_drafts(sentence: Span, chain: tuple[FrameLink, ...], speaker: str, context: Context) -> Iterator[Draft]:
    """The drafts of a sentence without a verb that orders: "Comprehensive strengthening of controls."."""
    root = sentence.root
    if sentence[-1].text == "." and not any(token.pos_ in {"VERB", "AUX"} and token != root for token in sentence):
        for noun in conjuncts(root):
            yield from _drafts(noun, chain, speaker, context)


def _drafts(noun: Token, chain: tuple[FrameLink, ...], speaker: str, context: Context) -> Iterator[Draft]:
    found = nominal_verb(noun, context.lexicon)
    if found is None:
        return
    verb, modifier = found
    for head in _coordinated(modifier):
        for part in parts(head, context):
            yield Draft(
                predicate=noun, subject=addressee(noun, speaker, context), relation=(noun,), lemma=verb, verb=verb,
                passive=False, object=to_phrase(part, context), arguments=(), attribution=chain, quality=VERBLESS,
                rule="verbless directive",
            )  # fmt: skip
