"""Verbal and copular clauses → drafts: subject, verb group, object and arguments, coordination distributed."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from msgspec.structs import replace

from kg.clauses import Clause
from kg.model import FrameLink, Phrase, Words
from kg.nominalisations import requested
from kg.syntax import children, conjuncts, preposition_of, tense
from kg.tree import Token
from kg.triples.arguments import Objects, find_objects, fixed_noun
from kg.triples.draft import Draft
from kg.triples.phrases import Context, Part, addressee, distinct, parts, phrases, to_phrase, unnamed
from kg.triples.qualify import Quality, Speakers, governed, is_unreal, promised, qualify, unclaimed
from kg.triples.reported import is_speech
from kg.triples.sanction import is_sanction
from kg.triples.subordinate import ahead_with_verb, claims_nothing, first_of

MOST_COMBINATIONS = 64  # a list of thirty by thirty is a table, not a sentence
FACTIVE = frozenset(
    {"demonstrate", "know", "learn", "mean", "prove", "realise", "realize", "see", "show", "understand"}
)
AIMING = frozenset({"ensure", "guarantee", "secure"})  # what these govern is seen to, and lies ahead
EMPTY_SUBJECTS = frozenset({"it", "there"})


def clause_drafts(
    clause: Clause, chain: tuple[FrameLink, ...], teller: Clause | None, speaker: str, context: Context
) -> Iterator[Draft]:
    """The drafts of one clause; none where its subject is missing or it cannot stand as a statement.

    ``teller`` is the clause whose content this one is, if any; ``speaker`` names whose directive an imperative is, for
    the unstated addressee.
    """
    subjects = () if claims_nothing(clause, context.lexicon) else _subjects(clause, speaker, context)
    if not subjects:
        return
    objects = _copular_objects(clause, context) if clause.kind == "copular" else find_objects(clause, context)
    if requested(clause, context.lexicon) is not None:
        objects = replace(objects, alternatives=())  # what is asked for is the content
    speech = is_speech(clause, context.lexicon)
    bare = not objects.alternatives and not objects.arguments and clause.complement is None
    loose = clause.source == "antecedent" or (clause.link == "advcl" and clause.source != "own")
    if bare and loose and not speech and not clause.passive:
        return  # "talks beginning", "speaking, he …"
    alternatives: tuple[Phrase | None, ...] = objects.alternatives or (None,)
    collective = clause.predicate.lemma_ in context.lexicon.collective_verbs
    combinations = itertools.islice(itertools.product(subjects, alternatives), MOST_COMBINATIONS)
    for subject, object_ in combinations:
        if collective and subject is not subjects[0]:
            continue
        quality = _quality(clause, teller, subject, object_, chain[-1].speakers if chain else None, context)
        yield _draft(clause, chain, subject, object_, objects, quality, context)


def _draft(
    clause: Clause, chain: tuple[FrameLink, ...], subject: Phrase, object_: Phrase | None, objects: Objects,
    quality: Quality, context: Context,
) -> Draft:  # fmt: skip
    noun = fixed_noun(clause, context)
    verb = _verb(clause) if noun is None else f"{_verb(clause)} {noun.lemma_.lower()}"
    lemma = f"{verb} {objects.preposition}" if objects.preposition else verb
    fixed = (noun,) if noun is not None else ()
    relation = tuple(sorted({*clause.group, *fixed, *objects.case}, key=lambda t: t.i))
    return Draft(
        predicate=clause.predicate,
        subject=subject,
        relation=relation,
        lemma=lemma,
        verb=verb,
        passive=clause.passive,
        object=object_,
        arguments=objects.arguments,
        attribution=chain,
        quality=quality,
        rule="sanction" if is_sanction(clause, context.lexicon) else _rule(clause),
    )


def _verb(clause: Clause) -> str:
    """The lemma with its particle; "be" for a copula."""
    return "be" if clause.kind == "copular" else clause.verb


def _rule(clause: Clause) -> str:
    if clause.kind == "copular":
        return "copula"
    if clause.mood in {"imperative", "infinitive"} and not clause.subjects:
        return "imperative"
    if clause.source == "antecedent":
        return "relative" if clause.link == "acl:relcl" else "participle"
    if clause.source == "controlled":
        return "control"
    if clause.link == "conj":
        return "coordination"
    return "passive" if clause.passive else "active"


def _subjects(clause: Clause, speaker: str, context: Context) -> tuple[Phrase, ...]:
    """The subjects, one a conjunct; the unstated addressee where an imperative has none."""
    if clause.passive and _is_empty(clause) and is_speech(clause, context.lexicon):
        return (unnamed(clause.predicate, context),)  # "it was agreed that …"
    if not clause.subjects and clause.kind == "copular" and clause.mood == "fragment":
        empty_subject = children(clause.predicate, "expl")  # "it is essential that …"
        return tuple(to_phrase(parts(it, context)[0], context) for it in empty_subject[:1])
    if not clause.subjects:
        orders = clause.mood in {"imperative", "infinitive"} and clause.verb not in context.lexicon.courtesies
        return (addressee(clause.predicate, speaker, context),) if orders else ()
    empty = clause.subjects[0].lower_ in EMPTY_SUBJECTS
    if empty and (children(clause.predicate, "expl") or (clause.passive and clause.complement is not None)):
        return ()
    found = tuple([phrase for head in distinct(clause.subjects, context) for phrase in phrases(head, context)])
    if clause.predicate.lemma_ in context.lexicon.collective_verbs and len(found) > 1:
        group = to_phrase(_group(clause.subjects, context), context)
        whole = Words(group.text, group.spans)  # "China and Kenya" are neither of the two
        return (replace(group, name=None, kind="noun", core=whole, titles=(), plural=True),)
    return found


def _is_empty(clause: Clause) -> bool:
    """Whether "it" or "there" stands in the place of the subject."""
    return bool(children(clause.predicate, "expl")) or any(s.lower_ in EMPTY_SUBJECTS for s in clause.subjects)


def _group(heads: tuple[Token, ...], context: Context) -> Part:
    """Several heads kept as one participant: "China and Kenya" agreed."""
    tokens = {t for head in heads for part in parts(head, context) for t in part.tokens}
    first, last = min(t.i for t in tokens), max(t.i for t in tokens)
    doc = heads[0].doc
    joined = tuple(t for t in doc[first : last + 1] if t in tokens or t.dep_ in {"cc", "punct"} or t.is_space)
    return Part(heads[0], joined)


def _copular_objects(clause: Clause, context: Context) -> Objects:
    """What a copula says of its subject: a noun or adjective phrase, or a prepositional one ("is in Paris")."""
    predicate = clause.predicate
    base = find_objects(clause, context)
    preposition, case = preposition_of(predicate)
    heads = (
        predicate,
        *(c for c in conjuncts(predicate)[1:] if not children(c, "cop", "nsubj") and c.pos_ == predicate.pos_),
    )
    found = (part for head in heads for part in parts(head, context))
    alternatives = tuple(to_phrase(_without(part, clause.group), context) for part in found)
    return Objects(alternatives, case, preposition, base.arguments)


def _without(part: Part, words: tuple[Token, ...]) -> Part:
    """A complement without the words of its verb group: "unfair" of "is not unfair"."""
    return replace(part, tokens=tuple(token for token in part.tokens if token not in words))


def _quality(
    clause: Clause, teller: Clause | None, subject: Phrase, object_: Phrase | None, speakers: Speakers, context: Context
) -> Quality:
    """How the clause is meant, as the content of what says or urges it, by those ``speakers``."""
    lexicon = context.lexicon
    quality = qualify(clause, subject, object_, speakers, context)
    ahead = ahead_with_verb(clause, lexicon)
    if ahead is not None and quality.act == "assertion" and quality.modality == "actual":
        quality = replace(quality, modality=ahead)
    if teller is None:
        return quality
    verb, link = teller.predicate.lemma_, first_of(clause).dep_.replace("csubj:pass", "ccomp")
    if verb in lexicon.negative_speech:
        return replace(quality, polarity="negative" if quality.polarity == "positive" else "positive")
    if teller.kind == "copular" and link == "csubj" and verb in lexicon.necessities and not is_unreal(teller, lexicon):
        return replace(governed(quality, "obligation", lexicon.necessities[verb]), form=None)
    if is_unreal(teller, lexicon) or (teller.kind == "copular" and verb not in lexicon.factive_adjectives):
        return unclaimed(quality)
    question = clause.mark in {"whether", "if"} or any(c.text == "?" for c in children(clause.predicate, "punct"))
    urged = verb in lexicon.directives and not question and not (link == "ccomp" and tense(clause.predicate) == "past")
    if question and quality.modality == "actual" and quality.act == "assertion":
        return replace(quality, modality="possible")
    if urged and (link == "xcomp" or (link == "ccomp" and quality.act == "assertion")):
        return governed(quality, *lexicon.directives[verb])
    if link == "ccomp" and verb in lexicon.commitments and quality.act == "commitment":
        return promised(quality, max(lexicon.commitments[verb], quality.strength or 1))
    unreported = link in {"ccomp", "xcomp"} and not is_speech(teller, lexicon) and verb not in FACTIVE
    if unreported and quality.act == "assertion" and quality.modality == "actual":
        aimed = link == "xcomp" or verb in AIMING
        return replace(unclaimed(quality), modality="planned" if aimed else "possible")
    return quality
