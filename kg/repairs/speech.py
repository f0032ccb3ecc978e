"""Repairs of what is reported: which clauses belong to what is said, and which to the one who says it."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.repairs.tokens import NOMINAL, after_comma, hang, reports
from kg.syntax import SUBJECTS, children, marked, tense
from kg.tree import Token


def reported_coordination(token: Token, lexicon: Lexicon) -> None:
    """“said that A is so, B has grown”: a clause hung on *said* whose tense is that of the first belongs with it."""
    if not reports(token.head, lexicon):
        return
    governor = token.head
    said = [c for c in children(governor, "ccomp") if c.i < token.i]
    also_said = marked(token, "that")
    if said and (also_said or tense(token) == tense(said[0]) != tense(governor)):
        hang(token, said[0], "conj")


def finite_coordination(token: Token, lexicon: Lexicon) -> None:
    """“pressed Russia to use its influence and underlined the need”: coordinated verbs have the same tense.

    A finite verb without a subject goes with the nearest verb above it that has its tense, and its voice: "had been
    launched and encouraged members" has two subjects; so has "had signed, and urged others".
    """
    if token.pos_ != "VERB" or children(token, *SUBJECTS, "mark", "aux", "aux:pass"):
        return
    turned = bool(children(token, "obj")) and bool(children(token.head, "aux:pass"))
    own = "past" if token.tag_ == "VBN" and (turned or tense(token.head) == "present") else tense(token)
    earlier = token.tag_ == "VBD" and after_comma(token) and _is_perfect(token.head)
    if own == "none" or token.tag_ == "VBP" or (tense(token.head) == own and not turned and not earlier):
        return
    above = token.head
    while above.head != above:
        above = above.head
        same = tense(above) == own and not (earlier and _is_perfect(above))
        if above.pos_ in {"VERB", "AUX"} and same and above.i < token.i:
            hang(token, above, "conj")
            return


def _is_perfect(verb: Token) -> bool:
    return any(aux.lemma_ == "have" for aux in children(verb, "aux"))


def infinitive_coordination(token: Token, lexicon: Lexicon) -> None:
    """“said that it is necessary to cut waste, and help farms”: a base form goes with the infinitive before it."""
    verb = token.head
    if token.tag_ != "VB" or not reports(verb, lexicon) or tense(verb) != "past" or children(verb, "aux"):
        return
    if children(token, *SUBJECTS, "mark", "aux"):
        return
    for before in reversed(token.doc[verb.i + 1 : token.i]):
        to = before.tag_ == "VB" and marked(before, "to")
        modal = before.tag_ == "VB" and any(aux.tag_ == "MD" for aux in children(before, "aux"))
        if modal or (to and before.dep_ in {"ccomp", "csubj", "xcomp"}):
            hang(token, before, "conj")
            return


def infinitive_conjunct(token: Token, lexicon: Lexicon) -> None:
    """“urged mayors to stop building and to invest”: what *to* opens goes with the infinitive, not the gerund."""
    if not marked(token, "to") or token.head.tag_ != "VBG":
        return
    above = token.head
    while above.tag_ == "VBG" and above.head != above:
        above = above.head
    if marked(above, "to") and above.i < token.i:
        hang(token, above.head, above.dep_)


def speakers_coordination(token: Token, lexicon: Lexicon) -> None:
    """“asked whether the money was there and described the plan”: a thing describes nothing, who asks does."""
    said = token.head
    if token.tag_ != "VBD" or children(token, *SUBJECTS, "mark", "aux") or said.dep_ != "ccomp":
        return
    things = children(said, "nsubj", "nsubj:pass")
    voiced = token.lemma_ in lexicon.speech_verbs or token.lemma_ in lexicon.calling
    inanimate = bool(things) and things[0].pos_ == "NOUN" and things[0].lemma_ not in lexicon.actor_nouns
    if voiced and inanimate and tense(said.head) == "past" and children(said.head, "nsubj"):
        hang(token, said.head, "conj")


def agreeing_coordination(token: Token, lexicon: Lexicon) -> None:
    """“We will wait until it stops and talks”: a third person's verb has no first person or plural for its subject."""
    if token.tag_ != "VBZ" or children(token, *SUBJECTS, "mark", "aux"):
        return
    others = {s.lower_ for s in children(token.head, "nsubj")} & {"i", "they", "we", "you"}
    if not others:
        return
    for verb in reversed(token.doc[token.head.i + 1 : token.i]):
        finite = verb.tag_ == "VBZ" and verb.pos_ == "VERB"
        if finite and children(verb, "nsubj"):
            hang(token, verb, "conj")
            return


def performed_coordination(token: Token, lexicon: Lexicon) -> None:
    """“We recognise that countries need funds, and urge …”: what a first person performs is not what is recognised."""
    if token.lemma_ not in lexicon.directives and token.lemma_ not in lexicon.evaluations:
        return
    said = token.head
    if children(token, *SUBJECTS) or said.dep_ != "ccomp" or not after_comma(token):
        return
    if any(s.lower_ in {"we", "i"} for s in children(said.head, "nsubj")) and tense(token) != "past":
        hang(token, said.head, "conj")


def welcomed_thing(token: Token, lexicon: Lexicon) -> None:
    """“I welcome the agreement reached yesterday”: a stance is towards a thing, here one that is described."""
    subjects = children(token, "nsubj", "nsubj:pass")
    if token.tag_ not in {"VBD", "VBN"} or token.head.lemma_ not in lexicon.evaluations or len(subjects) != 1:
        return
    thing = subjects[0]
    bare = not children(token, "mark", "aux", "aux:pass", "cop", "obj") and not children(token.head, "obj")
    if bare and token.head.i < thing.i < token.i and thing.pos_ in NOMINAL:
        hang(token, token.head, "acl")
        hang(thing, token.head, "obj")
        hang(token, thing, "acl")
        token.tag_ = "VBN"


def parenthetical_speech(token: Token, lexicon: Lexicon) -> None:
    """“For now, he added, schemes will …”: a reporting verb between commas reports the clause that it interrupts."""
    if not reports(token, lexicon) or tense(token) == "none":
        return
    speakers = children(token, "nsubj")
    if not speakers or children(token, "mark", "obj", "ccomp") or speakers[0].tag_ in {"WDT", "WP"}:
        return
    if token.dep_ == "advcl":
        token.relabel("parataxis")
    elif token.i + 1 < token.sent.end and _between_commas(token):  # "Some groups, she pointed out, had …"
        hang(token, token.head.head, "parataxis")


def _between_commas(token: Token) -> bool:
    first, last = token.left_edge.i, token.right_edge.i
    return first > token.sent.start and token.doc[first - 1].text == "," and token.doc[last + 1].text == ","


def distant_complement(token: Token, lexicon: Lexicon) -> None:
    """“said at the ceremony that it will …”: a that-clause behind an adverbial of a reporting verb is what was said."""
    if not marked(token, "that"):
        return
    verb = token.head if token.dep_ == "advcl" else token.head.head
    adverbial = token.dep_ == "advcl" or token.head.dep_ in {"obl", "obl:unmarked"}
    if adverbial and verb.i < token.i and reports(verb, lexicon) and not children(verb, "ccomp", "obj"):
        hang(token, verb, "ccomp")


def voiced_noun(token: Token, lexicon: Lexicon) -> None:
    """“shared the view that …”: what follows the noun is what is said by voicing it."""
    noun = token.head
    voiced = noun.lemma_ in lexicon.voiced_nouns and noun.head.lemma_ in lexicon.voicing_verbs
    voiced = voiced or (noun.lemma_ in lexicon.told_nouns and reports(noun.head, lexicon))
    if voiced and noun.dep_ == "obj" and marked(token, "that"):
        hang(token, noun.head, "ccomp")


def provision(token: Token, lexicon: Lexicon) -> None:
    """“…, provided that it is unloaded”: *provided* opens a condition and is no verb of its own."""
    opens = token.i == token.sent.start or token.nbor(-1).text == ","
    if token.lower_ not in {"provided", "providing"} or not opens or children(token, *SUBJECTS, "obj"):
        return
    clause = next((c for c in children(token, "ccomp") if marked(c, "that")), None)
    if clause is not None and clause.i > token.i:
        hang(clause, token.head, "advcl")
        hang(token, clause, "mark")
        token.pos_, token.tag_ = "SCONJ", "IN"


def failing_which(token: Token, lexicon: Lexicon) -> None:
    """“…, failing which the licence will be revoked”: *failing which* is one word for *otherwise*."""
    if token.lower_ != "failing" or token.i + 1 >= token.sent.end or token.nbor().lower_ != "which":
        return
    clause = next(iter(children(token, "ccomp")), None)
    if clause is not None and clause.i > token.i:
        hang(clause, token.head, "parataxis")
        hang(token, clause, "advmod")
        hang(token.nbor(), token, "fixed")
        token.pos_, token.tag_ = "ADV", "RB"


def reporting_participle(token: Token, lexicon: Lexicon) -> None:
    """“asked ministries to speed up, stressing that …”: who asks is who stresses, not who is asked."""
    if token.tag_ != "VBG" or not reports(token, lexicon) or not after_comma(token):
        return
    verb = token.head
    while verb.dep_ in {"xcomp", "ccomp", "conj"} and verb.head.pos_ == "VERB" and verb.head.i < token.i:
        verb = verb.head
    if verb != token.head and children(verb, *SUBJECTS):
        hang(token, verb, "advcl")


def split_quotation(token: Token, lexicon: Lexicon) -> None:
    """“Her party, she said, would vote”: what stands before the reporting clause is the subject of the one behind."""
    verb = token.head
    if token.pos_ not in {*NOMINAL, "PRON"} or not reports(verb, lexicon) or children(token, "cop", *SUBJECTS):
        return
    said = [c for c in children(verb, "ccomp", "parataxis") if c.i > verb.i > token.i]
    if not said or children(said[0], *SUBJECTS, "mark") or said[0].pos_ not in {"VERB", "AUX", "ADJ", "NOUN"}:
        return
    speakers = [c for c in children(verb, "nsubj") if c != token]
    if speakers and token.i < speakers[0].i and token.doc[speakers[0].left_edge.i - 1].text in {",", "”", '"'}:
        hang(token, said[0], "nsubj")
        said[0].relabel("ccomp")


def inverted_speaker(token: Token, lexicon: Lexicon) -> None:
    """““…?” asked Roth”: who is named right behind a reporting verb that follows a quotation is the one who speaks."""
    verb = token.head
    if children(verb, *SUBJECTS) or not reports(verb, lexicon) or token.left_edge.i != verb.i + 1:
        return
    before = token.doc[verb.i - 1].text if verb.i > token.sent.start else ""
    if before in {"”", '"', "''", ",", "»"} and children(verb, "ccomp", "parataxis"):
        token.relabel("nsubj")


def told_that(token: Token, lexicon: Lexicon) -> None:
    """“told delegates that clinics had opened”: what somebody is told is said, and does not describe him."""
    person, that = token.head, token.head.nbor() if token.head.i + 1 < token.sent.end else token
    told = person.dep_ in {"obj", "iobj"} and person.head.lemma_ in lexicon.telling and reports(person.head, lexicon)
    subjects = [s for s in children(token, *SUBJECTS) if s != that]
    if told and that.lower_ == "that" and subjects and not children(person.head, "ccomp"):
        hang(token, person.head, "ccomp")
        hang(that, token, "mark")
