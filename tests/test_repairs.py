from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.lexicon import load_lexicon
from kg.repairs import repair
from kg.tree import Tree, to_tree
from tests.docs import VOCAB, doc, right, tables, token
from tests.trees import SENTENCES, random_parse


def hung(parsed: Tree) -> list[tuple[str, str, str]]:
    return [(t.text, t.dep_, t.head.text) for t in parsed]


@pytest.mark.parametrize(
    ("sentence", "word", "dep", "head"),
    [
        ("Tighten controls, do not waste money.", "Tighten", "ROOT", "Tighten"),
        ("Tighten controls, do not waste money.", "waste", "conj", "Tighten"),
        ("Work to cut waste, and urge ports to close.", "urge", "conj", "Work"),
        # "and" has closed the outer list: who is urged to close is urged to train
        ("Cut waste, and urge ports to close, train staff.", "train", "conj", "close"),
        ("Resolve problems that hold firms back, and improve schools.", "improve", "conj", "Resolve"),
        ("Improve schools, strong support for farmers.", "support", "conj", "schools"),
        ("Wang urged ports to close.", "close", "xcomp", "urged"),
        ("Wang called on ports to close.", "close", "xcomp", "called"),
        ("Kenya decided on Thursday to pay.", "pay", "xcomp", "decided"),
        ("Wang opened the fair, presented awards.", "presented", "conj", "opened"),
        # a pronoun in the object's case is no second subject, a scale behind a number no second object
        ("The pact that governs it was signed.", "it", "obj", "governs"),
        ("Kenya approved Rs 500 crore for roads.", "crore", "flat", "Rs"),
        ("Kenya approved Rs 500 crore for roads.", "roads", "nmod", "Rs"),
        ("Kenya approved Rs. 3 lakh crore for roads.", "crore", "flat", "lakh"),
        ("Kenya attends to quality and safety issues.", "issues", "conj", "quality"),
        ("The envoy of India, Ruchira Rao, spoke.", "Ruchira", "appos", "envoy"),
        # the comma before an apposition hangs on it
        ("The envoy of India, Ruchira Rao, spoke to ports.", "Ruchira", "appos", "envoy"),
        ("Kenya read a letter from President Li.", "Li", "nmod", "letter"),
        # and the preposition within the phrase
        ("Ports adhere to safety rules.", "rules", "obl", "adhere"),
        ("Ports adhere to safety rules.", "to", "case", "rules"),
        ("Wang met the minister in Tokyo on Friday.", "Friday", "obl", "met"),
        ("Prices fell on Friday in Tokyo.", "Tokyo", "obl", "fell"),
        ("Kenya cut costs by 4 percent.", "percent", "obl", "cut"),
        ("Wang said that supply is good, demand has grown.", "grown", "conj", "good"),
        ("Wang pressed ports to close and opened the fair.", "opened", "conj", "pressed"),
        # one subject is not opened and opens in one breath
        ("Wang noted that ports had been closed and urged banks to act.", "urged", "conj", "noted"),
        ("We recognise that states need funds, and urge them to act.", "urge", "conj",
         "recognise"),
        ("For now, he said, ports will close.", "said", "parataxis", "close"),
        ("Wang said at the fair that ports closed.", "closed", "ccomp", "said"),
        # an order read as the noun before its object
        ("Upgrade services, and align the rules.", "Upgrade", "ROOT", "Upgrade"),
        ("Upgrade services, and align the rules.", "services", "obj", "Upgrade"),
        ("Upgrade services, and align the rules.", "align", "conj", "Upgrade"),
        ("Ports may sell oil, provided that it is clean.", "clean", "advcl", "sell"),
        ("Ports may sell oil, provided that it is clean.", "provided", "mark", "clean"),
        ("Importers must keep records, failing which the licence will be revoked.", "revoked", "parataxis", "keep"),
        ("Importers must keep records, failing which the licence will be revoked.", "failing", "advmod", "revoked"),
        # to what a noun binds, and what is said by voicing a noun
        ("We reaffirm our commitment of 2009 to end hunger.", "end", "acl", "commitment"),
        ("Wang shared the view that prices fell.", "fell", "ccomp", "shared"),
        ("Wang expressed concern that prices fell.", "fell", "ccomp", "expressed"),
        ("Wang denied reports that prices fell.", "fell", "ccomp", "denied"),
        # what somebody is told or reminded of is said
        ("Wang told delegates that ports closed.", "closed", "ccomp", "told"),
        ("Wang told delegates that ports closed.", "that", "mark", "closed"),
        ("Wang reminded ports that prices fell.", "fell", "ccomp", "reminded"),
        # who speaks, and what is said around it
        ("Her party, she said, would vote.", "party", "nsubj", "vote"),
        ("“Did prices fall?” asked Wang.", "Wang", "nsubj", "asked"),
        ("Wang asked ports to close, stressing that prices fell.", "stressing", "advcl", "asked"),
        ("Some farms, she added, had closed.", "added", "parataxis", "closed"),
        # how much at most
        ("Ports may use up to $5 million.", "$", "obj", "use"),
        ("Ports may use up to $5 million.", "up", "advmod", "$"),
        ("Ports may use up to $5 million.", "to", "fixed", "up"),
        # a person behind an office and its country holds the office
        ("The minister of Peru, Ana Sousa, opened the fair.", "Ana", "appos", "minister"),
        # a noun that bears a person's name, and the clause that says when
        ("Ports adhere to Li Wei thought on trade.", "Li", "compound", "thought"),
        ("Ports adhere to Li Wei thought on trade.", "to", "case", "thought"),
        ("Kenya introduced a new dynamic as prices fell.", "fell", "advcl", "introduced"),
        # a third person's verb has no first person for its subject
        ("We will wait until it stops and talks.", "talks", "conj", "stops"),
        # a base form goes with an infinitive, a past with a past, and an apposition with the name before it
        ("Wang said that it is necessary to cut waste, and help farms.", "help", "conj", "cut"),
        ("Ministers noted that Peru had signed the law, and urged ports to act.", "urged", "conj", "noted"),
        ("Li, a mayor, and Wang, a minister, spoke.", "minister", "appos", "Wang"),
        # what a hyphen or a slash binds stays together, and who is tasked does it
        ("Peru held in-depth talks.", "in", "compound", "depth"),
        ("Ships that exceed 20 km/h must stop.", "h", "flat", "km"),
        ("Wang tasked ports with cutting waste.", "cutting", "xcomp", "tasked"),
        # a second infinitive is not the gerund's, and things describe nothing
        ("Wang urged ports to stop cutting aid and to help farms.", "help", "xcomp", "urged"),
        ("Wang said that prices fell and described the plan.", "described", "conj", "said"),
        # what an auxiliary bears is its verb's; a stance is towards a thing
        ("Peru has for long been a port.", "Peru", "nsubj", "port"),
        ("Peru has for long been a port.", "long", "advmod", "port"),
        ("We welcome the deal reached in May.", "deal", "obj", "welcome"),
        ("We welcome the deal reached in May.", "reached", "acl", "deal"),
    ],
)  # fmt: skip
def test_what_plainly_hangs_wrong_is_hung_right(sentence: str, word: str, dep: str, head: str) -> None:
    before = token(doc(sentence), word)
    assert (before.dep_, before.head.text) != (dep, head), "the table is right already"
    after = token(repair(doc(sentence), load_lexicon()), word)
    assert (after.dep_, after.head.text) == (dep, head)


@pytest.mark.parametrize(
    ("sentence", "word", "dep", "head"),
    [
        # two nouns, and no order
        ("Food aid and trade", "Food", "compound", "aid"),
        # an aim beside the verb, before the noun
        ("To end hunger, Kenya made a pledge.", "end", "advcl", "made"),
        ("The ministry raised taxes to protect forests.", "protect", "advcl", "raised"),
        # a noun that voices nothing, and a verb that does not voice
        ("Wang shared the report that prices fell.", "fell", "acl", "report"),
        ("Wang rejected the view that prices fell.", "fell", "acl", "view"),
        ("Wang read reports that prices fell.", "fell", "acl", "reports"),
        # a quotation that is whole, and whom a speaker asks
        ("“The failure?” she said, “Prices fell.”", "failure", "ccomp", "said"),
        ("“Did prices fall?” Wang asked Li.", "Li", "iobj", "asked"),
        # who closes is who cuts; a farm that is mentioned; noise is no amount
        ("Wang asked ports to close, cutting waste.", "cutting", "advcl", "close"),
        ("Some farms that she mentioned closed.", "mentioned", "acl:relcl", "farms"),
        ("Ports wake up to noise.", "up", "compound:prt", "wake"),
        ("Li, a mayor, and Wang, a minister, spoke.", "mayor", "appos", "Li"),
        # an auxiliary behind the verb is another clause's
        ("It says what works and what does not.", "not", "advmod", "does"),
        # a person is not the place before the comma, nor one of several
        ("The envoy who visited Rome, Ana Sousa, spoke.", "Ana", "appos", "envoy"),
        ("Talks with Peru, Ana Sousa and Chile failed.", "Ana", "conj", "Peru"),
    ],
)
def test_a_near_case_hangs_right_and_stays(sentence: str, word: str, dep: str, head: str) -> None:
    after = token(repair(doc(sentence), load_lexicon()), word)
    assert (after.dep_, after.head.text) == (dep, head)


def test_what_opens_a_condition_or_an_order_has_its_part_of_speech() -> None:
    provided = token(repair(doc("Ports may sell oil, provided that it is clean."), load_lexicon()), "provided")
    assert (provided.pos_, provided.tag_) == ("SCONJ", "IN")
    upgrade = token(repair(doc("Upgrade services, and align the rules."), load_lexicon()), "Upgrade")
    assert (upgrade.pos_, upgrade.tag_, upgrade.lemma_) == ("VERB", "VB", "upgrade")


def test_a_name_over_two_sentences_makes_no_sentence_more_or_less() -> None:
    parsed = Doc(
        VOCAB, words=["It", "pays", "Ana", "Li", "fell"], heads=[1, 1, 1, 4, 4],
        tags=["PRP", "VBZ", "NNP", "NNP", "VBD"], pos=["PRON", "VERB", "PROPN", "PROPN", "VERB"],
        deps=["nsubj", "ROOT", "obj", "nsubj", "ROOT"], ents=["O", "O", "B-PERSON", "I-PERSON", "O"],
    )  # fmt: skip
    mended = repair(to_tree(parsed), load_lexicon())
    assert [span.text for span in mended.sents] == [span.text for span in parsed.sents] == ["It pays Ana", "Li fell"]


def test_each_broken_tree_is_mended() -> None:
    for sentence in tables("broken"):
        parsed = doc(sentence)
        before = [(t.pos_, t.dep_, t.head.i) for t in parsed]
        assert [(t.pos_, t.dep_, t.head.i) for t in repair(parsed, load_lexicon())] != before, sentence


def test_a_right_tree_is_left_as_it_is() -> None:
    for sentence in right():
        assert hung(repair(doc(sentence), load_lexicon())) == hung(doc(sentence))


def test_what_is_mended_needs_no_mending() -> None:
    for sentence in tables():
        once = repair(doc(sentence), load_lexicon())
        before = hung(once)
        assert hung(repair(once, load_lexicon())) == before


@given(SENTENCES, st.randoms(use_true_random=False))
def test_any_tree_stays_a_tree_over_the_same_words(text: str, random: Random) -> None:
    parsed = random_parse(text, random)
    spans = [span.text for span in parsed.sents]
    mended = repair(to_tree(parsed), load_lexicon())
    assert mended.text == text
    assert [span.text for span in mended.sents] == spans
    assert all(words == [t for t in mended if t.dep_ == relation] for relation, words in mended.by_relation.items())
    for start in mended:
        above, steps = start, 0
        while above.head != above:
            above, steps = above.head, steps + 1
            assert steps <= len(mended), "the heads run in a circle"
        assert above.dep_ == "ROOT"
