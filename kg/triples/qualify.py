"""Clause → act, deontic type, strength, form, polarity, modality, hedge, stance and valence.

The act is the speaker's, not the verb's. Deontic readings follow Palmer 2001, *Mood and Modality*, chapter 3; the
table of modals and verbs is data (``kg/lexicon/acts.toml``).
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from kg.clauses import Clause
from kg.lexicon import Lexicon
from kg.model import Act, Deontic, Form, Modality, Phrase, Polarity, Stance, Valence
from kg.nominalisations import requested
from kg.syntax import SUBJECTS, children, is_to, negators, tense
from kg.tree import Token
from kg.triples.judgement import valence_of
from kg.triples.phrases import Context, is_issuer
from kg.triples.sanction import is_sanction
from kg.triples.subordinate import FUTURE, first_of

ACTORS = frozenset({"PERSON", "ORG", "LOC", "NORP"})
FIRST_PERSON = frozenset({"we", "i", "us"})
PERFORMED = frozenset({"ROOT", "root", "conj", "parataxis", "ccomp"})
LINKING = frozenset({"become", "prove", "remain", "seem", "stay"})
CORRELATIVE = frozenset({"advmod", "cc", "cc:preconj", "det"})  # how "neither" hangs
PARTS = frozenset({"%", "cent", "half", "majority", "many", "most", "number", "percent", "some", "third"})
ORDERING = frozenset({"must", "shall"})
APPLYING = frozenset(
    {"apply", "begin", "cease", "come", "commence", "end", "enter", "expire", "last", "remain", "start"}
)
SIDES = frozenset({"LOC", "NORP"})  # what a person may speak for without a word of it
# What "may" says of these is possible rather than allowed.
STATIVE = frozenset(
    {"affect", "be", "become", "cause", "contain", "damage", "endanger", "exist", "face", "happen", "harm", "have",
     "hurt", "increase", "lack", "lead", "need", "occur", "remain", "seem", "suffer", "threaten", "undermine", "vary",
     "weaken"}
)  # fmt: skip
DUTIES = re.compile(
    r"\b(?:must|shall|may not|need not|(?:is|are) (?:not )?(?:required|permitted|prohibited|obliged) to)\b"
)
Speakers = tuple[Phrase, ...] | None


class Quality(Struct, frozen=True):
    """How a clause is meant."""

    act: Act = "assertion"
    deontic: Deontic | None = None
    strength: int | None = None
    form: Form | None = None
    polarity: Polarity = "positive"
    modality: Modality = "actual"
    hedge: Token | None = None
    stance: Stance | None = None
    valence: Valence | None = None


def qualify(clause: Clause, subject: Phrase, object_: Phrase | None, speakers: Speakers, context: Context) -> Quality:
    """How a clause is meant, seen by itself; what governs it is applied by :func:`governed`.

    ``speakers`` are those of the innermost link, None in the document's own voice: a speaker binds his own side alone.
    """
    lexicon = context.lexicon
    negative = is_negative(clause, lexicon)
    base = Quality(polarity="negative" if negative else "positive")
    modal = _modal(clause, lexicon)
    commitment = _commitment(clause, subject, speakers, context)
    laid_down = _laid_down(clause, negative, lexicon)
    if is_sanction(clause, lexicon):
        return replace(base, modality="conditional")
    if clause.link == "acl" and clause.source == "controlled":
        quality = _bound(base, clause, subject, speakers, context)
    elif clause.mood in {"imperative", "infinitive"} and subject.implied:
        quality = _imperative(base, clause, negative, lexicon)
    elif modal is not None and not (laid_down or _perfect(clause) or _foretold(clause, modal, subject, lexicon)):
        deontic, strength, denied, denied_strength = lexicon.modals[modal]
        quality = replace(
            base, act="directive", form="modal",
            deontic=denied if negative else deontic, strength=denied_strength if negative else strength,
        )  # fmt: skip
    elif (bidden := _bidden(clause, context.lexicon)) is not None:
        quality = replace(base, act="directive", deontic=bidden[0], strength=bidden[1], form="performative")
    elif laid_down is not None:
        quality = replace(base, act="directive", deontic=laid_down[0], strength=laid_down[1], form="performative")
    elif commitment is not None:
        strength = lexicon.commitments[commitment.lemma_]
        hedge = commitment if strength < 3 else None
        quality = replace(base, act="commitment", strength=strength, form="performative", hedge=hedge)
    elif _permits(clause, subject, context):
        quality = replace(base, act="directive", deontic="permission", strength=1, form="modal")
    else:
        quality = _stated(base, clause, subject, object_, speakers, context)
    if quality.act != "directive" and quality.stance is None:
        stance = _stance(clause, subject, object_, quality, lexicon)
        quality = replace(quality, stance=stance) if stance is not None else quality
    hedge = _hedge(clause, quality, lexicon) if quality.hedge is None and quality.act != "directive" else None
    quality = replace(quality, hedge=hedge) if hedge is not None else quality
    return _questioned(_conditional(quality, clause, lexicon), clause)


def _bound(base: Quality, clause: Clause, subject: Phrase, speakers: Speakers, context: Context) -> Quality:
    """What a noun binds somebody to do: "our commitment to end hunger", "the obligation to report"."""
    noun = clause.governor.lemma_ if clause.governor is not None else ""
    deontic, strength = context.lexicon.binding_nouns.get(noun, (None, 1))
    if deontic is not None:
        return replace(base, act="directive", deontic=deontic, strength=strength, form="noun")
    if subject.text.lower() in {"our", "my"} or _binds(subject, speakers, context):
        return replace(base, act="commitment", strength=strength, form="noun")
    return replace(base, modality="planned")


def _bidden(clause: Clause, lexicon: Lexicon) -> tuple[Deontic, int] | None:
    """“Parties are encouraged to submit plans”: a present passive bids, a past one tells that somebody did."""
    for verb in clause.controls:
        present = any(a.tag_ in {"VBP", "VBZ"} for a in children(verb, "aux:pass"))
        if present and verb.lemma_ in lexicon.directives and not children(verb, "aux"):
            return lexicon.directives[verb.lemma_]
    return None


def _laid_down(clause: Clause, negative: bool, lexicon: Lexicon) -> tuple[Deontic, int] | None:
    """“Subsidies are prohibited”: the present passive is the rule itself; a past or a perfect tells of it.

    So is “small firms are exempt”, and “shall be exempt”: who is, does not have to.
    """
    words = {aux.lemma_ for aux in clause.auxiliaries if aux.dep_ == "aux"}
    described = clause.kind == "copular" and clause.predicate.pos_ == "ADJ"
    stated = not words - ORDERING if described else clause.passive and not words
    present = stated and not clause.controls and tense(clause.predicate) == "present"
    if not present or clause.link not in PERFORMED or any(oblique.agent for oblique in clause.obliques):
        return None
    deontic, strength, denied, denied_strength = lexicon.laid_down.get(clause.predicate.lemma_, (None, 0, None, 0))
    chosen = (denied, denied_strength) if negative else (deontic, strength)
    return (chosen[0], chosen[1]) if chosen[0] is not None else None


def _foretold(clause: Clause, modal: str, subject: Phrase, lexicon: Lexicon) -> bool:
    """“Trading shall begin on 1 July”: when a rule for a thing applies is foretold, and binds nobody."""
    thing = not (clause.passive or subject.implied or _is_actor(subject, lexicon))
    return modal == "shall" and thing and clause.predicate.lemma_ in APPLYING


def _permits(clause: Clause, subject: Phrase, context: Context) -> bool:
    """“Companies may insure …”: in a text that lays down duties *may* allows, where somebody is allowed to act."""
    if "may" not in [a.lower_ for a in clause.auxiliaries] or clause.passive or clause.kind == "copular":
        return False
    needs = any(verb.lemma_ in {"have", "need"} for verb in clause.controls)  # "may have to": possible
    stative = clause.predicate.lemma_ in STATIVE or _perfect(clause) or needs
    acts = _is_actor(subject, context.lexicon) or (subject.plural and bool(clause.objects))
    return not stative and acts and len(DUTIES.findall(context.text)) > 1


def _hedge(clause: Clause, quality: Quality, lexicon: Lexicon) -> Token | None:
    """The word that weakens a claim: "may", a hypothetical "would", "is expected to", "reportedly"."""
    weak = {*lexicon.possible_modals, *(lexicon.conditional_modals if quality.modality == "conditional" else ())}
    words = [a for a in clause.auxiliaries if a.lower_ in weak - {"can"}]
    words += [verb for verb in clause.controls if verb.lemma_ in lexicon.hedging_verbs]
    top = clause.controls[0] if clause.controls else clause.predicate
    words += [adverb for adverb in children(top, "advmod") if adverb.lower_ in lexicon.hedging_adverbs]
    return words[0] if words else None


def _questioned(quality: Quality, clause: Clause) -> Quality:
    """A question, direct or indirect ("whether …"), claims nothing."""
    if quality.modality != "actual" or quality.act == "directive":
        return quality
    asked = clause.mark == "whether" or (clause.mark == "if" and clause.link == "ccomp")
    direct = clause.link in {"ROOT", "root", "conj"} and clause.predicate.sent[-1].text == "?"
    return replace(quality, modality="possible") if asked or direct else quality


def _commitment(clause: Clause, subject: Phrase, speakers: Speakers, context: Context) -> Token | None:
    """The verb by which the subject binds itself. What others plan, agree or decide is told of them, and planned."""
    verb = next((v for v in clause.controls if v.lemma_ in context.lexicon.commitments), None)
    return verb if verb is not None and _binds(subject, speakers, context) else None


def _binds(subject: Phrase, speakers: Speakers, context: Context) -> bool:
    """Whether a subject can bind itself here: the voice itself, or the side that a speaker speaks for."""
    if speakers is None or is_own(subject, context):
        return is_own(subject, context)
    if subject.text.lower() == "it":
        return any(not _is_person(one) if one.name else one.lemma in context.lexicon.body_nouns for one in speakers)
    if subject.text.lower() == "they":
        return len(speakers) > 1 or any(speaker.plural for speaker in speakers)
    if subject.kind == "pronoun" or any(subject.core.text == speaker.core.text for speaker in speakers):
        return bool(speakers) and _is_actor(subject, context.lexicon)
    person = any(speaker.kind == "pronoun" or _is_person(speaker) for speaker in speakers)
    if subject.name is not None:
        return person and subject.name.label in SIDES
    return bool(speakers) and not subject.plural and subject.lemma in context.lexicon.body_nouns


def _is_person(speaker: Phrase) -> bool:
    return speaker.name is not None and speaker.name.label == "PERSON"


def governed(quality: Quality, deontic: Deontic, strength: int) -> Quality:
    """A clause that a directive verb governs: "urge enterprises to implement …"."""
    modality: Modality = "conditional" if quality.modality == "conditional" else "actual"
    return replace(
        quality,
        act="directive",
        deontic=deontic,
        strength=strength,
        form="performative",
        stance=None,
        modality=modality,
    )


def unclaimed(quality: Quality) -> Quality:
    """What is only mentioned: "did not say that …", "it is important that …"; neither claimed nor ordered."""
    modality: Modality = "possible" if quality.modality == "actual" else quality.modality
    return Quality(polarity=quality.polarity, modality=modality)


def promised(quality: Quality, strength: int) -> Quality:
    """A clause that a commitment verb governs: "pledged that it would cut …"."""
    return replace(quality, act="commitment", strength=strength, form="performative", deontic=None)


def is_negative(clause: Clause, lexicon: Lexicon) -> bool:
    """Negation of the predicate: *not*, *never*, *no longer*, *no* before subject or object, *fail to*, *without*."""
    verbs = (*clause.controls, clause.predicate)
    count = sum([_negations(verb, lexicon) for verb in verbs])
    count += sum([not _with_particle(verb).isdisjoint(lexicon.negative_verbs) for verb in clause.controls])
    nouns = (*clause.subjects[:1], *clause.objects)
    count += any(_is_none(noun, lexicon) for noun in nouns)
    count += clause.mark == "without"
    if not count and clause.link == "conj" and clause.governor is not None and clause.auxiliaries:
        alternative = any(cc.lower_ in {"or", "nor"} for cc in children(verbs[0], "cc"))
        if alternative and not children(verbs[0], "aux"):  # "did not sign or ratify": one negation for both
            count += _negations(clause.governor, lexicon)
    return count % 2 == 1


def _with_particle(verb: Token) -> set[str]:
    return {verb.lemma_, *(f"{verb.lemma_} {particle.lower_}" for particle in children(verb, "compound:prt"))}


def _negations(verb: Token, lexicon: Lexicon) -> int:
    """How often a verb is negated: "no longer" is one negation of two words, and so is "has yet to"."""
    words = negators(verb, lexicon)
    yet = verb.lemma_ == "have" and any(child.lower_ == "yet" for child in children(verb))
    return len(words) - sum([word.lower_ == "longer" for word in words]) + yet


def _is_none(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a participant is nobody: "no state", "none of them", "neither Spain nor Italy"."""
    if noun.lower_ in lexicon.negative_pronouns:
        return True
    for word in noun.children:
        if word.dep_ == "det" and word.lower_ in lexicon.negative_determiners:
            return True
        if word.lower_ == "neither" and word.dep_ in CORRELATIVE:
            return True
    return False


def _modal(clause: Clause, lexicon: Lexicon) -> str | None:
    """The deontic modal of a clause: an auxiliary, "have to", "need to", "be required to"."""
    for auxiliary in clause.auxiliaries:
        if auxiliary.lemma_ in lexicon.modals and auxiliary.lemma_ != "have":
            return auxiliary.lemma_
        if auxiliary.lower_ == "may" and (
            any(c.lower_ == "not" for c in children(clause.predicate)) or _is_barred(clause, lexicon)
        ):
            return "permit"
    if not lexicon.possible_modals.isdisjoint([auxiliary.lower_ for auxiliary in clause.auxiliaries]):
        return None  # "may have to": possible, and not yet required
    for verb in clause.controls:
        passive = bool(children(verb, "aux:pass"))
        if verb.lemma_ in {"have", "need"} and not passive and not any(c.lower_ == "yet" for c in children(verb)):
            return f"{verb.lemma_} to"
        if passive and verb.lemma_ in lexicon.modals:
            return verb.lemma_
    return None


def _is_barred(clause: Clause, lexicon: Lexicon) -> bool:
    """“No state may impose …”: nobody is allowed to; "no effect may occur" is only unlikely."""
    nobody = any(_is_none(subject, lexicon) for subject in clause.subjects[:1])
    return nobody and clause.kind == "verbal" and clause.predicate.lemma_ not in STATIVE


def _perfect(clause: Clause) -> bool:
    """“must have been”: a conclusion, not an order."""
    perfect = "have" in [auxiliary.lemma_ for auxiliary in clause.auxiliaries]
    return perfect and "have" not in [verb.lemma_ for verb in clause.controls]


def _imperative(base: Quality, clause: Clause, negative: bool, lexicon: Lexicon) -> Quality:
    if clause.controls and clause.controls[0].lemma_ in lexicon.necessities:
        if tense(clause.controls[0]) == "past":
            return replace(base, modality="planned")  # "it was necessary to cut waste" orders nothing now
        strength = lexicon.necessities[clause.controls[0].lemma_]
        if negative:
            return replace(base, act="directive", deontic="exemption", strength=1, form="modal")
        return replace(base, act="directive", deontic="obligation", strength=strength, form="modal")
    if any(c.lower_ == "please" for c in children(clause.predicate)):
        return replace(base, act="directive", deontic="request", strength=2, form="imperative")
    deontic: Deontic = "prohibition" if negative else "obligation"
    return replace(base, act="directive", deontic=deontic, strength=4, form="imperative")


def _stated(
    base: Quality, clause: Clause, subject: Phrase, object_: Phrase | None, speakers: Speakers, context: Context
) -> Quality:
    lexicon, lemma = context.lexicon, clause.predicate.lemma_
    words = {a.lower_ for a in clause.auxiliaries}
    if words & FUTURE or _going_to(clause) or (words & lexicon.conditional_modals and _reported_in_past(clause)):
        if _binds(subject, speakers, context) and not clause.passive and clause.kind == "verbal":
            return replace(base, act="commitment", strength=4, form="modal")
        return replace(base, modality="planned")
    if words & lexicon.conditional_modals:
        return replace(base, modality="conditional")
    if words & lexicon.possible_modals:
        return replace(base, modality="possible")
    controls = [verb.lemma_ for verb in clause.controls]
    if not lexicon.possible_verbs.isdisjoint(controls):
        return replace(base, modality="possible")
    if not lexicon.implicative.issuperset(controls) or is_to(clause.predicate):
        return replace(base, modality="planned")
    if clause.kind == "copular" and clause.source == "antecedent":
        return base  # "goods that are necessary": which ones are meant
    said = clause.predicate if clause.kind == "copular" else clause.secondary if lemma in LINKING else None
    if said is not None:
        judged = valence_of(said, lexicon) or (lexicon.feelings.get(lemma) if is_own(subject, context) else None)
        if judged is None:
            return base
        return replace(base, act="evaluation", valence=judged if base.polarity == "positive" else None)
    first_person = is_own(subject, context) and tense(clause.predicate) != "past" and clause.link in PERFORMED
    asks = first_person and not children(clause.predicate, "xcomp", "ccomp") and requested(clause, lexicon) is None
    if asks and lemma in lexicon.directives:
        deontic, strength = lexicon.directives[lemma]
        return replace(base, act="directive", deontic=deontic, strength=strength, form="performative")
    if first_person and lemma in lexicon.spoken_commitments:
        return replace(base, act="commitment", strength=lexicon.commitments[lemma], form="performative")
    if first_person and lemma in lexicon.evaluations:
        valence, stance = lexicon.evaluations[lemma], lexicon.stances.get(lemma)
        return replace(base, act="evaluation", form="performative", valence=valence, stance=stance)
    return base


def _stance(
    clause: Clause, subject: Phrase, object_: Phrase | None, quality: Quality, lexicon: Lexicon
) -> Stance | None:
    """The subject's stance towards object or content, by the verb; none where that is denied."""
    verbs = (clause.verb, *(f"{clause.verb} {oblique.preposition}" for oblique in clause.obliques))
    stance = next((lexicon.stances[verb] for verb in verbs if verb in lexicon.stances), None)
    whole = object_ is not None or clause.complement is not None or stance == "abstain"
    told = quality.polarity == "positive" and whole and not clause.passive
    body = stance == "oppose" and subject.text.lower() == "it"  # a plan may support something, but opposes nothing
    return stance if told and (body or _is_actor(subject, lexicon)) else None


def _is_actor(subject: Phrase, lexicon: Lexicon) -> bool:
    if subject.name is not None:
        return subject.name.label in ACTORS
    if subject.lemma in PARTS and not subject.implied:  # "95% of respondents"
        last = subject.text.split()[-1].lower()
        return last in lexicon.actor_nouns or last.removesuffix("s") in lexicon.actor_nouns
    return subject.lemma in lexicon.actor_nouns or (
        subject.kind == "pronoun" and subject.text.lower() in {"we", "i", "they", "he", "she"}
    )


def _reported_in_past(clause: Clause) -> bool:
    """“said that it would help”: the future of what was said then (Huddleston and Pullum 2002, 3, 6.2.2)."""
    said = clause.controls[0] if clause.controls else clause.predicate
    while said.dep_ == "conj":
        said = said.head
    beside = any(tense(verb) == "past" for verb in children(said, "parataxis"))  # "…, she added"
    return beside or (said.dep_ == "ccomp" and tense(said.head) == "past")


def is_own(subject: Phrase, context: Context) -> bool:
    """Whether the subject is the voice itself: the first person, or the document's issuer."""
    return subject.text.lower() in FIRST_PERSON or is_issuer(subject, context)


def is_unreal(clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause says that something was not, or only may be, said or asked: nobody claims its content."""
    modals = {a.lower_ for a in clause.auxiliaries}
    if modals & (lexicon.possible_modals | lexicon.conditional_modals) or is_negative(clause, lexicon):
        return True
    return clause.link == "advcl" and clause.mark in lexicon.conditional_subordinators


def _going_to(clause: Clause) -> bool:
    return "going" in [verb.lower_ for verb in clause.controls]


def _conditional(quality: Quality, clause: Clause, lexicon: Lexicon) -> Quality:
    """A condition, and what holds under one; an actual past or present fact beside an *if* stays what it is."""
    mark = _subordinator(clause)
    if mark is not None:
        if mark in lexicon.conditional_subordinators:
            return replace(quality, modality="conditional")
        when = tense(clause.predicate)
        if (tense(first_of(clause)) if when == "none" else when) != "past" and quality.act == "assertion":
            if mark in lexicon.recurrent_subordinators:
                return replace(quality, modality="conditional")
            if mark in lexicon.temporal_subordinators:
                return replace(quality, modality="planned")
        if mark in lexicon.final_subordinators:
            return replace(quality, modality="planned") if quality.act == "assertion" else quality
    if clause.link == "advcl" and clause.mark is None and _inverted(clause):
        return replace(quality, modality="conditional")
    top = clause.controls[0] if clause.controls else clause.predicate
    conditions = [
        c for verb in _sharing(top) for c in children(verb, "advcl")
        if any(m.lower_ in lexicon.conditional_subordinators for m in children(c, "mark"))
    ]  # fmt: skip
    return replace(quality, modality="conditional") if conditions else quality


def _subordinator(clause: Clause) -> str | None:
    """What opens an adverbial clause; of coordinated ones without a word of their own, what opens the first."""
    if clause.link == "advcl":
        return clause.mark
    first = first_of(clause)
    if clause.link != "conj" or clause.mark is not None or first.dep_ != "advcl" or first.i > clause.predicate.i:
        return None
    words = (*children(first, "mark"), *(c for c in children(first, "advmod") if c.i < first.i and c.tag_ == "WRB"))
    return words[0].lower_ if words and words[0].lower_ != "to" else None


def _sharing(verb: Token) -> tuple[Token, ...]:
    """A predicate and those whose adverbial clauses hold of it: the list's others, where no subject comes between."""
    first = verb
    while first.dep_ == "conj" and not children(first, *SUBJECTS):
        first = first.head
    others = [c for c in children(first, "conj") if not children(c, *SUBJECTS)] if first.pos_ == "VERB" else []
    return tuple(dict.fromkeys((verb, first, *others))) if verb in (first, *others) else (verb,)


def _inverted(clause: Clause) -> bool:
    """“Had the bank acted, …”: a condition told by its word order (Quirk et al. 1985, 15.36)."""
    first = next(iter(children(clause.predicate, "aux", "cop")), None)
    fronted = first is not None and first.lower_ in {"had", "should", "were"}
    return fronted and bool(clause.subjects) and first is not None and first.i < clause.subjects[0].i
