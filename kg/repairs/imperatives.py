"""Repairs of imperatives, their lists and their infinitives."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.nominalisations import nominal_verb
from kg.repairs.tokens import NOMINAL, after_comma, after_listing_comma, hang, imperative_above, is_imperative
from kg.syntax import SUBJECTS, children, is_bare, marked
from kg.tree import Token

FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
CHARGED = frozenset({"charge", "entrust", "task"})
CALLED_ON = frozenset({"on", "upon", "for"})  # "call on parties to refrain"


def tasked_with(token: Token, lexicon: Lexicon) -> None:
    """“tasked ministers with drawing up a plan”: who is tasked does it, and has not done it."""
    told = token.tag_ == "VBG" and any(m.lower_ == "with" for m in children(token, "mark", "case"))
    if told and token.head.lemma_ in CHARGED and children(token.head, "obj", "nsubj:pass"):
        token.relabel("xcomp")


def first_imperative(token: Token, lexicon: Lexicon) -> None:
    """“Tighten controls, do not waste money”: the first order of a list is not an adverbial of the next."""
    following = token.head
    if token.i > following.i or following.dep_ not in {"ROOT", "root"}:
        return
    orders = token.tag_ == "VB" and is_bare(following) and not children(following, *SUBJECTS)
    if orders and token == _opening(token) and not children(token, "mark", "aux", *SUBJECTS):
        token.move(token)
        token.relabel("ROOT")
        token.pos_ = "VERB"
        following.move(token)
        following.relabel("conj")


def opening_imperative(token: Token, lexicon: Lexicon) -> None:
    """“Upgrade services, and align the rules”: before a listed order, a noun that opens the sentence is an order too.

    Only where the sentence has no finite verb, so that nothing else can be its predicate.
    """
    first = _opening(token)
    if token.pos_ not in NOMINAL or children(token, "cop", "det", *SUBJECTS) or first.head != token:
        return
    orders = [c for c in children(token, "conj") if c.tag_ == "VB" and not children(c, "mark", "aux", *SUBJECTS)]
    finite = any(t.tag_ in FINITE for t in token.sent)
    if orders and not finite and first.i < token.i and first.dep_ in {"compound", "amod"} and first.text[0].isupper():
        first.move(first)
        first.relabel("ROOT")
        first.pos_, first.tag_ = "VERB", "VB"
        first.lemma_ = first.lower_
        for child in [c for c in token.children if c in orders or (c.dep_ == "punct" and c.i > orders[-1].i)]:
            child.move(first)
        token.move(first)
        token.relabel("obj")


def _opening(token: Token) -> Token:
    """The first word of a token's sentence that is no adverb."""
    return next((t for t in token.sent if t.dep_ != "advmod"), token)


def imperative_object(token: Token, lexicon: Lexicon) -> None:
    """“Deepen the reform, increase protection”: what stands behind the first verb is not the subject of the next."""
    if not is_bare(token.head) or token.i > token.head.i:
        return
    first = next((t for t in token.sent if t.dep_ != "advmod"), token)
    comma = any(t.text == "," for t in token.doc[token.i : token.head.i])
    if comma and is_imperative(first) and not children(first, "obj") and token.left_edge.i == first.i + 1:
        hang(token, first, "obj")


def listed_imperative(token: Token, lexicon: Lexicon) -> None:
    """“, and urge …”: in a list of imperatives a bare verb behind a comma goes with the main verb, not an inner one."""
    if token.pos_ != "VERB" or not is_bare(token) or children(token, "mark", *SUBJECTS):
        return
    top = token.head
    while top.dep_ in {"advcl", "acl", "acl:relcl", "xcomp", "conj", "nmod", "obj", "obl"}:
        top = top.head
    inner = token.head.dep_ == "acl:relcl" or marked(token.head, "to")
    if inner and after_comma(token) and is_imperative(top):
        hang(token, top, "conj")


def closed_list(token: Token, lexicon: Lexicon) -> None:
    """“…, and urge firms to obey the law, train staff, and …”: *and* has closed the outer list of imperatives.

    The bare verbs behind it go on with what somebody is urged to do.
    """
    root = token.head
    if not is_bare(token) or not is_imperative(root):
        return
    if children(token, "mark", *SUBJECTS):
        return
    for verb in children(root, "conj"):
        closes = any(cc.i < verb.i for cc in children(verb, "cc")) and verb.lemma_ in lexicon.object_control
        urged = [x for x in children(verb, "xcomp") if verb.i < x.i < token.i]
        if closes and urged and children(verb, "obj"):
            hang(token, urged[0], "conj")
            return


def listed_object(token: Token, lexicon: Lexicon) -> None:
    """“implement the strategy, quality action, strong support for …”: nouns listed behind an imperative's object."""
    if token.pos_ not in NOMINAL or children(token, "case", "cop", *SUBJECTS) or not after_listing_comma(token):
        return
    verb = imperative_above(token)
    objects = [o for o in children(verb, "obj") if o.i < token.i] if verb is not None else []
    if not objects or token.lemma_.lower() in lexicon.temporal_nouns:
        return
    named = token.dep_ == "appos" and token.head in objects and any(children(c, "cc") for c in children(token, "conj"))
    if token.dep_ not in {"appos", "conj"} or named or nominal_verb(token, lexicon) is not None:
        hang(token, objects[-1], "conj")


def object_infinitive(token: Token, lexicon: Lexicon) -> None:
    """“urge enterprises to implement”: the infinitive behind the object of such a verb says what that object does.

    “decided on Thursday to raise”: an infinitive completes a verb of commitment, also behind an adverbial.
    """
    if not marked(token, "to"):
        return
    verb = token.head if token.dep_ == "advcl" else token.head.head
    called = [o for o in children(verb, "obl") if any(c.lower_ in CALLED_ON for c in children(o, "case"))]
    told = any(o.i < token.i for o in (*children(verb, "obj", "iobj"), *called))
    binds = verb.lemma_ in lexicon.subject_control or verb.lemma_ in lexicon.commitments
    unbound = token.dep_ == "advcl" and not children(verb, "obj", "ccomp")
    if (verb.lemma_ in lexicon.directives and told) or (binds and unbound):
        hang(token, verb, "xcomp")


def noun_infinitive(token: Token, lexicon: Lexicon) -> None:
    """“reaffirm our commitment of 2009 to phase out subsidies”: the infinitive says to what the noun binds."""
    if not marked(token, "to"):
        return
    nouns = [o for o in children(token.head, "obj", "obl") if o.lemma_ in lexicon.binding_nouns and o.i < token.i]
    if nouns:
        hang(token, nouns[-1], "acl")
