from __future__ import annotations

import dataclasses

import pytest

from kg.clauses import find_clauses
from kg.lexicon import load_lexicon
from kg.model import Frame
from kg.triples.qualify import Quality, is_unreal, unclaimed
from tests.docs import chain, doc, extract_docs, frame_of, frames, make_doc, tables


def meant(frame: Frame) -> str:
    """Act, deontic type, strength and form, then polarity and modality unless positive and actual."""
    always = (frame.act, frame.deontic, frame.strength, frame.form)
    unusual = (frame.polarity.replace("positive", ""), frame.modality.replace("actual", ""))
    return " ".join(str(value) for value in (*always, *unusual) if value)


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("Ports must close.", "close", "directive obligation 5 modal"),
        ("Ports must not close.", "close", "directive prohibition 5 modal negative"),
        ("Ports shall close.", "close", "directive obligation 5 modal"),
        ("Ports shall not close.", "close", "directive prohibition 5 modal negative"),
        ("Ports should close.", "close", "directive recommendation 3 modal"),
        ("Ports should not close.", "close", "directive recommendation 3 modal negative"),
        ("No port should close.", "close", "directive recommendation 3 modal negative"),
        ("Ports ought to close.", "close", "directive recommendation 3 modal"),
        ("Ports may not close.", "close", "directive prohibition 5 modal negative"),
        # a present passive lays down, a past one tells; what is ruled out
        ("Subsidies are prohibited.", "prohibit", "directive prohibition 5 performative"),
        ("Subsidies are not permitted.", "permit", "directive prohibition 5 performative negative"),
        ("Subsidies were banned.", "ban", "assertion"),
        ("Ports are exempt from the duty.", "be", "directive exemption 1 performative"),
        ("Ports shall be exempt from the duty.", "be", "directive exemption 1 performative"),
        ("Ports are not exempt from the duty.", "be", "directive obligation 5 performative negative"),
        ("Ports were exempt from the duty.", "be", "assertion"),
        ("Ports are entitled to close.", "close", "directive permission 1 modal"),
        ("Ports are not entitled to close.", "close", "directive prohibition 5 modal negative"),
        ("Kenya ruled out raising taxes.", "raise", "assertion negative planned"),
        # nobody is allowed to; what does not depend on a permission is only possible
        ("No port may impose a fee.", "impose", "directive prohibition 5 modal negative"),
        ("No harm may occur.", "occur", "assertion negative possible"),
        ("Ports need not close.", "close", "directive exemption 1 modal negative"),
        ("Ports have to cut waste.", "cut", "directive obligation 5 modal"),
        ("Ports do not have to cut waste.", "cut", "directive exemption 1 modal negative"),
        ("Ports are required to cut waste.", "cut", "directive obligation 5 modal"),
        ("Ports are not required to cut waste.", "cut", "directive exemption 1 modal negative"),
        ("Ports are allowed to cut waste.", "cut", "directive permission 1 modal"),
        ("Ports are not allowed to cut waste.", "cut", "directive prohibition 5 modal negative"),
        # possible, and not yet required; concluded, and not ordered
        ("Ports may have to cut waste.", "cut", "assertion possible"),
        ("Ports must have closed.", "close", "assertion"),
    ],
)
def test_modals_oblige_forbid_recommend_allow_and_exempt(sentence: str, lemma: str, expected: str) -> None:
    assert meant(frame_of(lemma, sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("Reduce waste.", "reduce", "directive obligation 4 imperative"),
        ("Do not reduce aid.", "reduce", "directive prohibition 4 imperative negative"),
        ("Never reduce aid.", "reduce", "directive prohibition 4 imperative negative"),
        ("Please send the form.", "send", "directive request 2 imperative"),
        ("To reduce waste and protect forests.", "protect", "directive obligation 4 imperative"),
        ("Wang urged enterprises to implement the law.", "implement", "directive request 4 performative"),
        ("Wang called on states to cut waste.", "cut", "directive request 2 performative"),
        ("Kenya asked the board to cut waste.", "cut", "directive request 2 performative"),
        ("We urge states to cut waste.", "cut", "directive request 4 performative"),
        ("We call for peace.", "call for", "directive request 2 performative"),
        # what is necessary is ordered, what is fair is judged
        ("It is necessary to cut waste.", "cut", "directive obligation 5 modal"),
        ("It is necessary to cut waste and train staff.", "train", "directive obligation 5 modal"),
        ("It is advisable to cut waste.", "cut", "directive obligation 3 modal"),
        ("It is fair to cut waste.", "be", "evaluation"),
        # what is proposed is recommended, what is considered is planned
        ("Wang proposed limiting the mandate.", "limit", "directive recommendation 3 performative"),
        ("Wang proposed limiting the mandate and cutting waste.", "cut", "directive recommendation 3 performative"),
        ("Wang proposed limiting the mandate.", "propose", "assertion"),
        ("Kenya considered limiting the mandate.", "limit", "assertion planned"),
        ("States should take measures to cut waste.", "cut", "directive recommendation 3 modal"),
        # urging somebody is an act of speech; what is urged is the order
        ("We urge states to cut waste.", "urge", "assertion"),
    ],
)
def test_orders_and_requests_are_as_strong_as_their_words(sentence: str, lemma: str, expected: str) -> None:
    assert meant(frame_of(lemma, sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        # what must be so is ordered by no form of words; a fact that is judged stays one
        ("It is essential that ports close.", "close", "directive obligation 5"),
        ("It is not essential that ports close.", "close", "assertion possible"),
        ("It is important that ports cut waste.", "cut", "assertion possible"),
        ("It is unacceptable that prices fell.", "fall", "assertion"),
        # nobody has to, and nobody has to any more
        ("It is not necessary to cut waste.", "cut", "directive exemption 1 modal negative"),
        ("It was necessary to cut waste.", "cut", "assertion planned"),
        # bidden now, and told that somebody was
        ("Ports are encouraged to cut waste.", "cut", "directive recommendation 1 performative"),
        ("Ports were encouraged to cut waste.", "cut", "assertion planned"),
        # what was is no order, whatever the verb
        ("Wang reminded ports to close.", "close", "directive request 2 performative"),
        ("Wang reminded ports that prices fell.", "fall", "assertion"),
        ("Wang suggested that ports close.", "close", "directive recommendation 3 performative"),
        ("Wang suggested that prices fell.", "fall", "assertion"),
        # an order to ask, and a ban on letting
        ("Wang asked them to urge towns to close.", "urge", "directive request 2 performative"),
        ("Ports must not allow fires to spread.", "spread", "assertion possible"),
        # questions claim nothing, denials claim the contrary
        ("“Did prices fall?” Wang asked.", "fall", "assertion possible"),
        ("“Did prices fall?” asked Wang.", "fall", "assertion possible"),
        ("“Prices fell,” Wang said.", "fall", "assertion"),
        ("Wang denied reports that prices fell.", "fall", "assertion negative"),
        ("Wang told delegates that ports closed.", "close", "assertion"),
        # which law is meant, and what is thought of one
        ("Kenya plans a law that is fair.", "be", "assertion"),
        ("The law is unfair.", "be", "evaluation"),
    ],
)
def test_only_what_is_wanted_now_is_ordered(sentence: str, lemma: str, expected: str) -> None:
    assert meant(frame_of(lemma, sentence)) == expected


def test_what_is_demanded_is_an_obligation_and_what_is_asked_is_none() -> None:
    assert meant(frame_of("close", "Wang demanded that ports close.")) == "directive obligation 4 performative"
    assert meant(frame_of("fall", "Wang asked whether prices fell.")) == "assertion possible"


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("We will end hunger.", "end", "commitment 4 modal"),
        ("We pledge to end hunger.", "end", "commitment 5 performative"),
        ("We aim to end hunger.", "end", "commitment 2 performative"),
        ("Wang said that China will join the pact.", "join", "commitment 4 modal"),
        ("Wang said that China would join the pact.", "join", "commitment 4 modal"),
        ("Wang pledged that China would cut waste.", "cut", "commitment 5 performative"),
        # readiness and nouns bind by their word
        ("We stand ready to help farms.", "help", "commitment 2 performative"),
        ("We reaffirm our commitment to end hunger.", "end", "commitment 5 noun"),
        ("We reaffirm our commitment of 2009 to end hunger.", "end", "commitment 5 noun"),
        ("Wang said that Kenya's commitment to end hunger remains.", "end", "commitment 5 noun"),
        ("Kenya has an obligation to report prices.", "report", "directive obligation 5 noun"),
        # those of others are told of them
        ("Kenya stands ready to help farms.", "help", "assertion planned"),
        ("Kenya made efforts to cut waste.", "cut", "assertion planned"),
        ("Wang praised Kenya's commitment to end hunger.", "end", "assertion planned"),
        ("Their commitment to end hunger remains.", "end", "assertion planned"),
        # a speaker binds his own side alone: no other person, and no companies
        ("Wang said that the government will pay.", "pay", "commitment 4 modal"),
        ("Wang said that Li will join the pact.", "join", "assertion planned"),
        ("Wang said that companies will pay taxes.", "pay", "assertion planned"),
        ("The ministry said that Peru will join the pact.", "join", "assertion planned"),
        # a body speaks of itself as "it", a person does not
        ("The ministry said that it will close ports.", "close", "commitment 4 modal"),
        ("Wang said that it will hurt farms.", "hurt", "assertion planned"),
        # several speak of themselves as "they", one does not
        ("Ministers said that they will close ports.", "close", "commitment 4 modal"),
        ("Wang said that they will close ports.", "close", "assertion planned"),
        # things bind nobody
        ("Prices will rise.", "rise", "assertion planned"),
        ("The ban will not apply to plates.", "apply", "assertion negative planned"),
        ("Prices are going to hurt farms.", "hurt", "assertion planned"),
    ],
)
def test_who_says_so_binds_itself_by_will_and_by_pledges(sentence: str, lemma: str, expected: str) -> None:
    assert meant(frame_of(lemma, sentence)) == expected


@pytest.mark.parametrize(
    ("issuer", "expected"),
    [
        (None, "assertion planned"),  # nobody known speaks
        ("People's Republic of China", "commitment 4 modal"),
        ("China", "commitment 4 modal"),
        ("Ministry of Trade", "assertion planned"),  # told of another
    ],
)
def test_in_the_documents_own_voice_its_issuer_alone_binds_itself(issuer: str | None, expected: str) -> None:
    assert meant(frame_of("join", "China will join the pact.", issuer=issuer)) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "issuer", "expected"),
    [
        ("Kenya plans to build dams.", "build", "Ministry of Trade", "assertion planned"),
        ("Kenya plans to build dams.", "build", "Government of Kenya", "commitment 3 performative"),
        # the issuer is known by whole words
        ("Oman will join the pact.", "join", "Romania", "assertion planned"),
        ("Oman will join the pact.", "join", "Sultanate of Oman", "commitment 4 modal"),
    ],
)
def test_what_others_plan_is_told_of_them(sentence: str, lemma: str, issuer: str, expected: str) -> None:
    assert meant(frame_of(lemma, sentence, issuer=issuer)) == expected


DUTIES = ("Ports must close.", "Ports shall not close.")


@pytest.mark.parametrize(
    ("before", "sentence", "lemma", "expected"),
    [
        (DUTIES, "Companies may sell oil.", "sell", "directive permission 1 modal"),
        # a text that lays down no duties, or a single one
        ((), "Companies may sell oil.", "sell", "assertion possible"),
        (DUTIES[:1], "Companies may sell oil.", "sell", "assertion possible"),
        # things, states, the past and passives are possible there too
        (DUTIES, "Prices may rise.", "rise", "assertion possible"),
        (DUTIES, "Companies may face taxes.", "face", "assertion possible"),
        (DUTIES, "Companies may have sold oil.", "sell", "assertion possible"),
        (DUTIES, "Oil may be sold by companies.", "sell", "assertion possible"),
        (DUTIES, "Ports may have to cut waste.", "cut", "assertion possible"),
    ],
)
def test_may_allows_where_a_text_lays_down_duties_and_somebody_is_allowed_to_act(
    before: tuple[str, ...], sentence: str, lemma: str, expected: str
) -> None:
    assert meant(frame_of(lemma, (*before, sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "expected"),
    [
        ("Trading shall begin in May.", "begin", "assertion planned"),
        ("The council shall begin talks.", "begin", "directive obligation 5 modal"),  # somebody is to
        ("Ports shall close.", "close", "directive obligation 5 modal"),
    ],
)
def test_when_a_rule_begins_is_foretold(sentence: str, lemma: str, expected: str) -> None:
    assert meant(frame_of(lemma, sentence)) == expected


def test_a_speaker_binds_its_side_whoever_issued_the_document() -> None:
    sentence = "Wang said that China will join the pact."
    assert meant(frame_of("join", sentence, issuer="Ministry of Trade")) == "commitment 4 modal"


@pytest.mark.parametrize(
    ("sentence", "lemma", "polarity"),
    [
        ("Kenya did not sign the treaty.", "sign", "negative"),
        ("Kenya never signed the treaty.", "sign", "negative"),
        ("Kenya no longer supports the plan.", "support", "negative"),
        ("Kenya failed to sign the treaty.", "sign", "negative"),
        ("Kenya refused to sign the treaty.", "sign", "negative"),
        ("No country signed the treaty.", "sign", "negative"),
        ("Kenya signed no treaty.", "sign", "negative"),
        ("Kenya left without signing the treaty.", "sign", "negative"),
        ("Kenya did not sign or ratify the treaty.", "sign", "negative"),
        ("Kenya did not sign or ratify the treaty.", "ratify", "negative"),
        ("The law is not unfair.", "be", "negative"),
        ("Wang denied that prices fell.", "fall", "negative"),
        ("Prices fell, Wang denied.", "fall", "negative"),
        ("Nobody signed the treaty.", "sign", "negative"),
        ("None of the states signed the treaty.", "sign", "negative"),
        ("Kenya did not fail to sign the treaty.", "sign", "positive"),
        ("Kenya not only signed the treaty.", "sign", "positive"),
        ("Kenya opposes the plan.", "oppose", "positive"),  # a verb's own sense is no negation
        ("Wang denied that prices fell.", "deny", "positive"),
        ("Kenya left without signing the treaty.", "leave", "positive"),
    ],
)
def test_polarity_is_negation_alone(sentence: str, lemma: str, polarity: str) -> None:
    assert frame_of(lemma, sentence).polarity == polarity


def test_neither_denies_for_both() -> None:
    assert [frame.polarity for frame in frames("Neither Spain nor Italy paid taxes.")] == ["negative", "negative"]


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("Wang did not say that prices fell.", "fall"),
        ("Wang may say that prices fell.", "fall"),
        ("No minister said that prices fell.", "fall"),
        ("Wang refused to say that prices fell.", "fall"),
        ("If Wang says that prices fell, ports will close.", "fall"),
        ("Wang did not urge ports to cut waste.", "cut"),
        ("It is not true that prices fell.", "fall"),
        ("It is important that ports cut waste.", "cut"),
        ("Did prices fall?", "fall"),
    ],
)
def test_what_nobody_said_or_claimed_is_neither_a_fact_nor_an_order(sentence: str, lemma: str) -> None:
    assert meant(frame_of(lemma, sentence)) == "assertion possible"


def test_what_is_not_true_is_no_fact_also_where_it_is_read_as_a_complement() -> None:
    sentence = "It is not true that prices fell."
    rows = tuple(dataclasses.replace(row, dep=row.dep.replace("csubj", "ccomp")) for row in tables()[sentence])
    untrue, frame = extract_docs(make_doc([(sentence, rows)])).frames
    assert (untrue.verb, untrue.polarity) == ("be", "negative")
    assert (frame.verb, meant(frame)) == ("fall", "assertion possible")


@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("Wang did not say that prices fell.", "say", True),
        ("Wang may say that prices fell.", "say", True),
        ("No minister said that prices fell.", "said", True),
        ("If Wang says that prices fell, ports will close.", "says", True),
        ("Wang said that prices fell.", "said", False),
        ("Wang denied that prices fell.", "denied", False),  # denying is an act of speech
    ],
)
def test_an_act_of_speech_that_was_not_or_may_be_is_unreal(sentence: str, predicate: str, expected: bool) -> None:
    lexicon = load_lexicon()
    (clause,) = [c for c in find_clauses(doc(sentence)[:], lexicon) if c.predicate.text == predicate]
    assert is_unreal(clause, lexicon) == expected


@pytest.mark.parametrize(
    ("quality", "expected"),
    [
        (Quality(), Quality(modality="possible")),
        (Quality(act="directive", deontic="obligation", strength=4, form="imperative"), Quality(modality="possible")),
        (Quality(polarity="negative", modality="conditional", stance="oppose"),
         Quality(polarity="negative", modality="conditional")),
    ],
)  # fmt: skip
def test_what_is_only_mentioned_keeps_its_polarity_and_is_at_most_possible(quality: Quality, expected: Quality) -> None:
    assert unclaimed(quality) == expected


@pytest.mark.parametrize(
    ("sentence", "lemma", "modality"),
    [
        ("Prices may rise.", "rise", "possible"),
        ("Prices could rise.", "rise", "possible"),
        ("Prices are expected to hurt farms.", "hurt", "planned"),
        ("The plan would help farms.", "help", "conditional"),
        ("Prices would rise if the ban ended.", "rise", "conditional"),
        ("Prices would rise if the ban ended.", "end", "conditional"),
        ("If prices fall, ports must close.", "close", "conditional"),
        ("If prices fall, ports must close.", "fall", "conditional"),
        ("Unless prices fall, Kenya will pay.", "pay", "conditional"),
        ("Once prices fall, ports pay.", "fall", "planned"),
        ("When prices fall, ports pay.", "fall", "planned"),
        ("When prices fell, ports paid.", "fall", "actual"),
        # any such case, with a present tense
        ("Whenever prices fall, ports pay.", "fall", "conditional"),
        ("Where prices fall, ports pay.", "fall", "conditional"),
        ("Where prices fell, ports paid.", "fall", "actual"),
        ("Whenever prices fall, ports pay.", "pay", "actual"),
        # a condition holds of all verbs of a list, until another subject comes
        ("If prices fall, Kenya will cut taxes and pay farms.", "cut", "conditional"),
        ("If prices fall, Kenya will cut taxes and pay farms.", "pay", "conditional"),
        ("If prices fall, Kenya will pay, and ports will close.", "pay", "conditional"),
        ("If prices fall, Kenya will pay, and ports will close.", "close", "planned"),
        ("Ports may sell oil, provided that it is clean.", "be", "conditional"),
        ("Ports may sell oil, provided that it is clean.", "sell", "conditional"),
        ("Help farms so that prices fall.", "fall", "planned"),
        ("Had the bank acted, prices would fall.", "act", "conditional"),
        ("Had the bank acted, prices would fall.", "fall", "conditional"),
        ("After the bank had acted, prices fell.", "act", "actual"),
        # what is aimed at, arranged, seen to, or goes with a future
        ("The plan is aimed at cutting waste.", "cut", "planned"),
        ("The plan is aimed at farmers.", "aim at", "actual"),
        ("The U.S. commitment to end hunger remains.", "end", "planned"),
        ("The port is to be closed.", "close", "planned"),
        ("The port was closed.", "close", "actual"),
        ("The law ensured that ports closed.", "close", "planned"),
        ("The report showed that ports closed.", "close", "actual"),
        ("Kenya will give aid, bringing help to farms.", "bring", "planned"),
        ("Kenya gave aid, bringing help to farms.", "bring", "actual"),
        # what opens the first of coordinated clauses opens them all
        ("Peru will wait until Kenya cuts waste and helps farms.", "help", "planned"),
        ("When Kenya cut waste and helped farms, prices fell.", "help", "actual"),
        ("Ports must act by cutting waste.", "cut", "planned"),
        ("Ports may act, cutting waste.", "cut", "possible"),
        ("Ports acted by cutting waste.", "cut", "actual"),
        ("Supply has improved.", "improve", "actual"),
        # which products are meant, below an order: no claim about products
        ("Kenya set up a fund that helps farms.", "help", "actual"),
        ("The law, which the king signed, protects workers.", "sign", "actual"),
    ],
)
def test_modality_tells_what_is_from_what_may_be(sentence: str, lemma: str, modality: str) -> None:
    assert frame_of(lemma, sentence).modality == modality


def test_a_condition_leaves_the_order_an_order() -> None:
    assert meant(frame_of("close", "If prices fall, ports must close.")) == "directive obligation 5 modal conditional"
    assert meant(frame_of("contain", "Shops must not sell products that contain lead.")) == "assertion"


@pytest.mark.parametrize(
    ("sentence", "lemma", "act", "form", "stance", "valence"),
    [
        ("We welcome the decision.", "welcome", "evaluation", "performative", "support", "positive"),
        ("We condemn the attack.", "condemn", "evaluation", "performative", "oppose", "negative"),
        ("The law is unfair.", "be", "evaluation", None, None, "negative"),
        ("The result is important.", "be", "evaluation", None, None, "positive"),
        ("The situation remains dire.", "remain", "evaluation", None, None, "negative"),
        ("The port remains open.", "remain", "assertion", None, None, None),
        ("The law is not unfair.", "be", "evaluation", None, None, None),
        # told of others or of the past: not performed
        ("Chile condemned the attack.", "condemn", "assertion", None, "oppose", None),
        ("We condemned the attack.", "condemn", "assertion", None, "oppose", None),
        ("Kenya opposes the plan.", "oppose", "assertion", None, "oppose", None),
        ("Peru abstained.", "abstain", "assertion", None, "abstain", None),
        # what opposes is somebody, what supports may be a thing
        ("It does oppose the plan.", "oppose", "assertion", None, "oppose", None),
        ("It supports the plan.", "support", "assertion", None, None, None),
        ("Kenya does not oppose the plan.", "oppose", "assertion", None, None, None),
        # beside a promise, not within an order
        ("We will support the plan.", "support", "commitment", "modal", "support", None),
        ("We will oppose the law.", "oppose", "commitment", "modal", "oppose", None),
        ("States should support the plan.", "support", "directive", "modal", None, None),
        # parts of those who can take a side, not of things
        ("95% of respondents support the plan.", "support", "assertion", None, "support", None),
        ("Most of the voters back the plan.", "back", "assertion", None, "support", None),
        ("95% of taxes support farms.", "support", "assertion", None, None, None),
        # votes and words against
        ("Kenya voted for the text.", "vote for", "assertion", None, "support", None),
        ("Kenya voted against the text.", "vote against", "assertion", None, "oppose", None),
        ("Kenya voted in favour of the text.", "vote in favour of", "assertion", None, "support", None),
        ("Kenya voted on the text.", "vote on", "assertion", None, None, None),
        ("Kenya did not vote for the text.", "vote for", "assertion", None, None, None),
        ("Peru spoke out against the law.", "speak out", "assertion", None, "oppose", None),
        ("Wang argued against the law.", "argue", "assertion", None, "oppose", None),
        ("Peru stands with farmers.", "stand with", "assertion", None, "support", None),
        ("Ministers spoke about trade.", "speak", "assertion", None, None, None),
        ("The council adopted the law.", "adopt", "assertion", None, None, None),
        ("Rome is the capital.", "be", "assertion", None, None, None),
    ],
)
def test_who_judges_and_which_side_it_takes(
    sentence: str, lemma: str, act: str, form: str | None, stance: str | None, valence: str | None
) -> None:
    frame = frame_of(lemma, sentence)
    assert (frame.act, frame.form, frame.stance, frame.valence) == (act, form, stance, valence)


def test_a_weak_promise_says_by_which_word() -> None:
    hedge = frame_of("end", "We aim to end hunger.").hedge
    assert hedge is not None and hedge.text == "aim"
    assert frame_of("end", "We pledge to end hunger.").hedge is None


@pytest.mark.parametrize(
    ("sentence", "lemma", "hedge"),
    [
        ("Prices may rise.", "rise", "may"),
        ("Prices could rise.", "rise", "could"),
        ("Prices would rise if the ban ended.", "rise", "would"),
        ("Prices are expected to hurt farms.", "hurt", "expected"),
        ("Prices reportedly fell.", "fall", "reportedly"),
        ("We stand ready to help farms.", "help", "ready"),
        # ability, plain claims, and orders are not weakened
        ("Prices can rise.", "rise", None),
        ("Prices will rise.", "rise", None),
        ("Prices fell.", "fall", None),
        ("Ports should probably close.", "close", None),
        ("Kenya continues to support the plan.", "support", None),
    ],
)
def test_a_weak_claim_says_by_which_word(sentence: str, lemma: str, hedge: str | None) -> None:
    found = frame_of(lemma, sentence).hedge
    assert (None if found is None else found.text) == hedge


def test_what_is_proposed_is_the_word_of_who_proposes_it() -> None:
    proposed, limit = frames("Wang proposed limiting the mandate.")
    assert chain(limit) == ["Wang: proposed, indirect"] and proposed.content == (limit.number,)
    assert limit.subject.implied and limit.subject.lemma == "Wang"


def test_a_second_performed_act_is_performed_too() -> None:
    welcomed, urged, cut = frames("We support the plan and urge states to cut waste.")
    assert (welcomed.act, welcomed.stance) == ("evaluation", "support")
    assert (urged.verb, urged.content) == ("urge", (cut.number,))
    assert meant(cut) == "directive request 4 performative"
