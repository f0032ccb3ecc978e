"""Verbs of calling → drafts: "hailed the launch as a success" says, in its speaker's name, that the launch is one.

Object-oriented complements (Quirk et al. 1985, *A Comprehensive Grammar of the English Language*, 16.44–47). The act of
calling is a frame of its own; what is called so is never asserted by the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import Clause
from kg.model import FrameLink, Phrase, Sentence
from kg.syntax import children
from kg.tree import Token
from kg.triples.arguments import find_objects
from kg.triples.draft import Draft
from kg.triples.judgement import valence_of
from kg.triples.phrases import Context, distinct, phrases
from kg.triples.qualify import Quality, is_unreal, unclaimed
from kg.triples.reported import link_of

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "PRON"})


def called_drafts(
    clause: Clause, chain: tuple[FrameLink, ...], sentence: Sentence, context: Context
) -> Iterator[Draft]:
    """What a clause calls something, one draft for each thing called so."""
    verb = _verb(clause, context)
    complement = _complement(clause, context) if verb is not None else None
    if verb is None or complement is None:
        return
    said = phrases(complement, context)
    link = link_of(clause, sentence, context)
    valence = valence_of(complement, context.lexicon) or context.lexicon.calling[verb]
    quality = Quality(act="evaluation", valence=valence) if valence is not None else Quality()
    if is_unreal(clause, context.lexicon):
        quality = unclaimed(quality)
    for thing in _things(clause, context):
        for what in said:
            yield Draft(
                predicate=complement, subject=thing, relation=(), lemma="be", verb="be", passive=False, object=what,
                arguments=(), attribution=(*chain, link), quality=quality, rule="called", owner=clause.predicate.i,
            )  # fmt: skip


def _verb(clause: Clause, context: Context) -> str | None:
    """The verb as the lexicon has it, with the preposition of its object ("point to")."""
    if not clause.obliques:
        return clause.verb if clause.verb in context.lexicon.calling else None
    named = {clause.verb, *(f"{clause.verb} {o.preposition}" for o in clause.obliques if not clause.objects)}
    return next((verb for verb in sorted(named) if verb in context.lexicon.calling), None)


def _complement(clause: Clause, context: Context) -> Token | None:
    """The head of "a success": behind *as*, or right behind the object where the verb takes it so."""
    if clause.kind == "copular":
        return None
    if clause.verb in context.lexicon.bare_calling and clause.secondary is not None:
        return clause.secondary if clause.secondary.pos_ in NOMINAL else None
    found = [o.head for o in clause.obliques if o.preposition == "as" and o.head.i > clause.predicate.i]
    found += [child for child in children(clause.predicate, "advcl", "xcomp") if _as_adjective(child)]
    return next((head for head in found if head.pos_ in NOMINAL), None)


def _as_adjective(token: Token) -> bool:
    """“described the vote as unfair”."""
    return token.pos_ == "ADJ" and any(mark.lower_ == "as" for mark in children(token, "mark", "case"))


def _things(clause: Clause, context: Context) -> tuple[Phrase, ...]:
    if not clause.passive:
        return find_objects(clause, context).alternatives
    heads = distinct(clause.subjects, context)
    return tuple(phrase for head in heads for phrase in phrases(head, context))
