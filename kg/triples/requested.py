"""Nouns that are asked for → drafts: "call for the release of data" asks that somebody release data.

Who is to act is not said; the act of asking is a frame of its own, with this one as its content.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kg.clauses import Clause
from kg.model import FrameArgument, FrameLink, Sentence
from kg.nominalisations import acted_on, requested
from kg.syntax import children, conjuncts, preposition_of
from kg.tree import Token
from kg.triples.draft import Draft
from kg.triples.phrases import Context, Part, addressee, parts, phrases, to_phrase
from kg.triples.qualify import Quality, is_unreal, unclaimed
from kg.triples.reported import link_of

ADVERBIAL = frozenset(
    {"complete", "early", "effective", "full", "immediate", "prompt", "rapid", "strict", "swift", "timely"}
)


def requested_drafts(
    clause: Clause, chain: tuple[FrameLink, ...], sentence: Sentence, speaker: str, context: Context
) -> Iterator[Draft]:
    """A draft for each thing that the noun's verb is to act on."""
    found = requested(clause, context.lexicon)
    if found is None:
        return
    link = link_of(clause, sentence, context)
    asker = next((one.core.text or one.text for one in link.speakers), speaker)
    deontic, strength = context.lexicon.directives[clause.predicate.lemma_]
    quality = Quality(act="directive", deontic=deontic, strength=strength, form="noun")
    if is_unreal(clause, context.lexicon):
        quality = unclaimed(quality)
    draft = partial(Draft, passive=False, attribution=(*chain, link), quality=quality, rule="requested")
    for noun in conjuncts(found[0]):
        asked = acted_on(noun, context.lexicon)
        if asked is None:
            continue
        verb, thing = asked
        arguments = tuple(_arguments(noun, thing, context))
        for part in (part for head in conjuncts(thing) for part in parts(head, context)):
            yield draft(
                predicate=noun, subject=addressee(noun, asker, context), relation=(noun,), lemma=verb, verb=verb,
                object=to_phrase(part, context), arguments=arguments, owner=clause.predicate.i,
            )  # fmt: skip


def _arguments(noun: Token, thing: Token, context: Context) -> Iterator[FrameArgument]:
    """How ("full", "immediate"), and what else the noun brings in with a preposition."""
    for adjective in children(noun, "amod"):
        if adjective.lower_ in ADVERBIAL:
            yield FrameArgument(to_phrase(Part(adjective, (adjective,)), context), None, "manner")
    for modifier in children(noun, "nmod"):
        preposition, _ = preposition_of(modifier)
        if modifier != thing and preposition is not None:
            role = "agent" if preposition == "by" else context.lexicon.prepositions.get(preposition, "other")
            yield FrameArgument(phrases(modifier, context)[0], preposition, role)
