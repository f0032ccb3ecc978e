from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.clauses import Clause, find_clauses
from kg.lexicon import load_lexicon
from kg.syntax import children, conjuncts, is_bare, negators, preposition_of, sentences, tense
from kg.tree import to_tree
from tests.docs import VOCAB, doc, right, token
from tests.trees import SENTENCES, random_parse


def clauses(*texts: str) -> dict[str, Clause]:
    """The clauses of some sentences, by the word that is the predicate."""
    parsed = doc(*texts)
    return {c.predicate.text: c for span in parsed.sents for c in find_clauses(span, load_lexicon())}


def texts(tokens: tuple[object, ...]) -> list[str]:
    return [str(t) for t in tokens]


@pytest.mark.parametrize(
    ("sentence", "predicate", "kind", "mood", "voice", "source", "subjects", "objects"),
    [
        ("The council adopted the law.", "adopted", "verbal", "indicative", "active", "own", ["council"], ["law"]),
        ("The text was drafted by Chile.", "drafted", "verbal", "indicative", "passive", "own", ["text"], []),
        ("Rome is the capital.", "capital", "copular", "indicative", "active", "own", ["Rome"], []),
        ("The office is in Paris.", "Paris", "copular", "indicative", "active", "own", ["office"], []),
        ("Reduce waste.", "Reduce", "verbal", "imperative", "active", "none", [], ["waste"]),
        ("To reduce waste and protect forests.", "reduce", "verbal", "infinitive", "active", "none", [], ["waste"]),
        ("To reduce waste and protect forests.", "protect", "verbal", "infinitive", "active", "none", [], ["forests"]),
        ("Spain and Italy cut the subsidy.", "cut", "verbal", "indicative", "active", "own", ["Spain", "Italy"],
         ["subsidy"]),
        ("Peru buys wheat and rice.", "buys", "verbal", "indicative", "active", "own", ["Peru"], ["wheat", "rice"]),
        ("The minister opened the fair and thanked the nurses.", "thanked", "verbal", "indicative", "active", "shared",
         ["minister"], ["nurses"]),
        ("Chile drafted and adopted the law.", "drafted", "verbal", "indicative", "active", "own", ["Chile"], ["law"]),
        ("Kenya introduced and is changing a tax.", "introduced", "verbal", "indicative", "active", "own", ["Kenya"],
         ["tax"]),
        ("The law was adopted and signed.", "signed", "verbal", "indicative", "passive", "shared", ["law"], []),
        ("Peru grows and sells rice.", "grows", "verbal", "indicative", "active", "own", ["Peru"], ["rice"]),
        ("Peru grows and sells rice.", "sells", "verbal", "indicative", "active", "shared", ["Peru"], ["rice"]),
        # what "it" stands for is no subject
        ("It is important that ports cut waste.", "important", "copular", "fragment", "active", "none", [], []),
        ("Wang urged enterprises to implement the law.", "implement", "verbal", "indicative", "active", "controlled",
         ["enterprises"], ["law"]),
        ("Wang called on states to cut waste.", "cut", "verbal", "indicative", "active", "controlled", ["states"],
         ["waste"]),
        ("Kenya asked the board to cut waste.", "cut", "verbal", "indicative", "active", "controlled", ["board"],
         ["waste"]),
        ("A fund that helps farms opened.", "helps", "verbal", "indicative", "active", "antecedent", ["fund"],
         ["farms"]),
        ("Farms that grow rice and use water pay taxes.", "use", "verbal", "indicative", "active", "shared",
         ["Farms"], ["water"]),
        ("The law, which the king signed, protects workers.", "signed", "verbal", "indicative", "active", "own",
         ["king"], ["law"]),
        ("A plan adopted in May cuts waste.", "adopted", "verbal", "participle", "passive", "antecedent", ["plan"], []),
        ("Speaking in Rome, the minister praised nurses.", "Speaking", "verbal", "participle", "active", "controlled",
         ["minister"], []),
        # readiness leaves the work to an infinitive
        ("We stand ready to help farms.", "help", "verbal", "indicative", "active", "controlled", ["We"], ["farms"]),
        # what must be done is done by nobody named, and so is what is proposed
        ("It is necessary to cut waste.", "cut", "verbal", "infinitive", "active", "none", [], ["waste"]),
        ("It is necessary to cut waste and train staff.", "train", "verbal", "infinitive", "active", "none", [],
         ["staff"]),
        ("Wang proposed limiting the mandate.", "limiting", "verbal", "infinitive", "active", "none", [], ["mandate"]),
        ("Kenya considered limiting the mandate.", "limiting", "verbal", "indicative", "active", "controlled",
         ["Kenya"], ["mandate"]),
        # a clause behind coordinated nouns describes them all, and an object behind coordinated verbs is that of all
        ("Plates and bowls that contain lead break.", "contain", "verbal", "indicative", "active", "antecedent",
         ["Plates", "bowls"], ["lead"]),
        ("Firms may insure, finance or ship oil.", "insure", "verbal", "indicative", "active", "own", ["Firms"],
         ["oil"]),
        ("Firms may insure, finance or ship oil.", "finance", "verbal", "indicative", "active", "shared", ["Firms"],
         ["oil"]),
        ("Firms may insure, finance or ship oil.", "ship", "verbal", "indicative", "active", "shared", ["Firms"],
         ["oil"]),
    ],
)  # fmt: skip
def test_a_clause_knows_its_predicate_and_what_belongs_to_it(
    sentence: str, predicate: str, kind: str, mood: str, voice: str, source: str, subjects: list[str],
    objects: list[str],
) -> None:  # fmt: skip
    clause = clauses(sentence)[predicate]
    assert (clause.kind, clause.mood, clause.source) == (kind, mood, source)
    assert clause.passive == (voice == "passive")
    assert texts(clause.subjects) == subjects
    assert texts(clause.objects) == objects


@pytest.mark.parametrize(
    ("sentence", "predicate", "group"),
    [
        ("The minister read out a letter.", "read", ["read", "out"]),
        ("Kenya continues to support the plan.", "support", ["continues", "to", "support"]),
        ("Kenya did not fail to sign the treaty.", "sign", ["did", "not", "fail", "to", "sign"]),
        ("Ports must not close.", "close", ["must", "not", "close"]),
        ("Kenya no longer supports the plan.", "supports", ["no", "longer", "supports"]),
        ("Kenya not only signed the treaty.", "signed", ["signed"]),
        ("Ports ought to close.", "close", ["ought", "to", "close"]),
        ("Wang urged enterprises to implement the law.", "implement", ["to", "implement"]),
        ("The law is unfair.", "unfair", ["is"]),
        ("The law is not unfair.", "unfair", ["is", "not"]),
        ("Spain and Italy will cut and later end the subsidy.", "end", ["end"]),
        ("States should take measures to cut waste.", "cut", ["should", "take", "measures", "to", "cut"]),
        ("Kenya stands ready to help farms.", "help", ["stands", "ready", "to", "help"]),
        ("It is necessary to cut waste and train staff.", "cut", ["is", "necessary", "to", "cut"]),
        ("It is necessary to cut waste and train staff.", "train", ["is", "necessary", "to", "train"]),
        ("We reaffirm our commitment to end hunger.", "end", ["to", "end"]),
        ("The text was drafted by Chile.", "drafted", ["was", "drafted"]),
    ],
)
def test_the_verb_group_holds_auxiliaries_negation_control_verbs_and_particle(
    sentence: str, predicate: str, group: list[str]
) -> None:
    assert texts(clauses(sentence)[predicate].group) == group


def test_a_verb_that_lends_its_subject_makes_no_clause_of_its_own() -> None:
    found = clauses("Kenya continues to support the plan.")
    assert list(found) == ["support"]
    assert texts(found["support"].controls) == ["continues"]
    assert texts(found["support"].subjects) == ["Kenya"]


@pytest.mark.parametrize(
    ("sentence", "predicates"),
    [
        ("Kenya made efforts to cut waste.", ["cut"]),
        ("Kenya stands ready to help farms.", ["help"]),
        ("It is necessary to cut waste.", ["cut"]),
        # without an infinitive the verb stands for itself
        ("Kenya took measures.", ["took"]),
        ("Kenya stands ready.", ["stands"]),
        # others' efforts, and rules, are things
        ("Kenya praised efforts to cut waste.", ["praised", "cut"]),
        ("Kenya made rules to cut waste.", ["made", "cut"]),
        ("Wang proposed limiting the mandate.", ["proposed", "limiting"]),
    ],
)
def test_what_leaves_the_work_to_an_infinitive_makes_no_clause(sentence: str, predicates: list[str]) -> None:
    assert list(clauses(sentence)) == predicates


@pytest.mark.parametrize(
    ("sentence", "predicate", "subjects"),
    [
        ("We reaffirm our commitment to end hunger.", "end", ["We"]),
        ("Wang praised Kenya's commitment to end hunger.", "end", ["Kenya"]),
        ("Their commitment to end hunger remains.", "end", ["Their"]),
        ("Kenya has an obligation to report prices.", "report", ["Kenya"]),
        # nobody is named whose it is
        ("The obligation to report prices remains.", "report", []),
    ],
)
def test_a_noun_binds_its_possessor_or_who_has_it(sentence: str, predicate: str, subjects: list[str]) -> None:
    clause = clauses(sentence)[predicate]
    assert (clause.link, clause.source) == ("acl", "controlled")
    assert texts(clause.subjects) == subjects


@pytest.mark.parametrize("sentence", ["Kenya has a plan to end hunger.", "The ministers' efforts to cut waste failed."])
def test_a_plan_and_efforts_bind_nobody(sentence: str) -> None:
    (clause,) = [c for c in clauses(sentence).values() if c.link == "acl"]
    assert clause.source == "antecedent"


@pytest.mark.parametrize(
    ("sentence", "predicate", "complement"),
    [
        ("It was agreed that the fund will close.", "agreed", "close"),
        ("It was found that prices fell.", "found", "fell"),
        ("It was agreed by ministers that the fund will close.", "agreed", "close"),
    ],
)
def test_what_an_empty_subject_of_a_passive_stands_for_is_its_complement(
    sentence: str, predicate: str, complement: str
) -> None:
    assert str(clauses(sentence)[predicate].complement) == complement
    assert clauses("It was sold.")["sold"].complement is None


def test_an_empty_subject_keeps_a_conjunct_from_sharing_the_first_ones() -> None:
    found = clauses("Peru is a threat and it is important that ports close.")["important"]
    assert (found.subjects, found.mood) == ((), "fragment")


def test_a_second_conjunct_shares_the_auxiliary_of_the_first() -> None:
    found = clauses("Spain and Italy will cut and later end the subsidy.")
    assert texts(found["end"].auxiliaries) == ["will"]
    assert texts(found["end"].subjects) == ["Spain", "Italy"]
    assert texts(found["cut"].objects) == ["subsidy"]


@pytest.mark.parametrize(
    ("sentence", "predicate", "link", "governor", "mark"),
    [
        ("The council adopted the law.", "adopted", "ROOT", None, None),
        ("If the court agrees, Kenya will pay.", "agrees", "advcl", "pay", "if"),
        ("Wang said that prices fell.", "fell", "ccomp", "said", "that"),
        ("Prices fell, she said.", "said", "parataxis", "fell", None),
        ("The minister opened the fair and thanked the nurses.", "thanked", "conj", "opened", None),
        ("Kenya left without signing the treaty.", "signing", "advcl", "left", "without"),
        ("When prices fall, ports pay.", "fall", "advcl", "pay", "when"),
        ("Wang asked whether prices fell.", "fell", "ccomp", "asked", "whether"),
    ],
)
def test_a_clause_knows_how_it_hangs(
    sentence: str, predicate: str, link: str, governor: str | None, mark: str | None
) -> None:
    clause = clauses(sentence)[predicate]
    assert (clause.link, clause.governor and clause.governor.text, clause.mark) == (link, governor, mark)


@pytest.mark.parametrize(
    ("sentence", "predicate", "obliques"),
    [
        ("The fair was held in Turin on 3 May.", "held", [("in", "Turin", False), ("on", "3", False)]),
        ("The text was drafted by Chile.", "drafted", [("by", "Chile", True)]),
        ("Prices fell, according to Wang.", "fell", [("according to", "Wang", False)]),
        ("Kenya backed the plan in view of the drought.", "backed", [("in view of", "drought", False)]),
        ("Ports closed yesterday.", "closed", [(None, "yesterday", False)]),
        ("The fair opened in Paris and at home.", "opened", [("in", "Paris", False), ("at", "home", False)]),
        ("The fair was opened in Paris and Rome.", "opened", [("in", "Paris", False)]),
        # a bare noun between two prepositions is one with them; with an article it is a thing
        ("Kenya voted in favour of the text.", "voted", [("in favour of", "text", False)]),
        ("Wang spoke on behalf of farmers.", "spoke", [("on behalf of", "farmers", False)]),
        ("Kenya invested in the defence of ports.", "invested", [("in", "defence", False)]),
        ("Ports paid in advance.", "paid", [("in", "advance", False)]),
    ],
)
def test_obliques_have_their_preposition(
    sentence: str, predicate: str, obliques: list[tuple[str | None, str, bool]]
) -> None:
    found = clauses(sentence)[predicate].obliques
    assert [(o.preposition, o.head.text, o.agent) for o in found] == obliques


def test_recipient_complement_and_secondary_predicate() -> None:
    assert texts(clauses("Japan gave farmers a subsidy.")["gave"].recipients) == ["farmers"]
    assert str(clauses("Wang said that prices fell.")["said"].complement) == "fell"
    assert str(clauses("The city became a port.")["became"].secondary) == "port"
    assert str(clauses("Kenya made the rules clear.")["made"].secondary) == "clear"


def test_clauses_come_in_text_order() -> None:
    assert list(clauses("Wang said that if prices fall, ports will close.")) == ["said", "fall", "close"]


def test_conjuncts_are_the_head_and_all_that_is_coordinated_with_it() -> None:
    parsed = doc("The ban covers cups, bowls and plates.")
    assert texts(conjuncts(token(parsed, "cups"))) == ["cups", "bowls", "plates"]
    assert texts(conjuncts(token(parsed, "plates"))) == ["plates"]


def test_children_are_those_with_one_of_the_relations() -> None:
    head = token(doc("Japan gave farmers a subsidy."), "gave")
    assert texts(children(head, "obj", "iobj")) == ["farmers", "subsidy"]
    assert children(head, "obl") == ()


@pytest.mark.parametrize(
    ("sentence", "word", "preposition"),
    [
        ("Kenya participated in the talks.", "talks", "in"),
        ("Kenya backed the plan in view of the drought.", "drought", "in view of"),
        ("According to estimates, prices fell.", "estimates", "according to"),
        ("It supports the plan of Kenya's minister.", "Kenya", None),
        ("The council adopted the law.", "law", None),
    ],
)
def test_a_preposition_is_all_its_words(sentence: str, word: str, preposition: str | None) -> None:
    assert preposition_of(token(doc(sentence), word))[0] == preposition


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Kenya did not sign the treaty.", "sign", ["not"]),
        ("Kenya never signed the treaty.", "signed", ["never"]),
        ("Kenya no longer supports the plan.", "supports", ["no", "longer"]),
        ("Kenya not only signed the treaty.", "signed", []),
        ("Prices fell.", "fell", []),
    ],
)
def test_a_verb_is_negated_by_words_of_its_own(sentence: str, word: str, expected: list[str]) -> None:
    assert texts(negators(token(doc(sentence), word), load_lexicon())) == expected


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Prices fell.", "fell", "past"),
        ("The law is unfair.", "unfair", "present"),
        ("Ports must close.", "close", "present"),
        ("Kenya did not sign the treaty.", "sign", "past"),
        ("Supply has improved.", "improved", "present"),
        ("Reduce waste.", "Reduce", "none"),
    ],
)
def test_the_tense_is_that_of_the_first_finite_word(sentence: str, word: str, expected: str) -> None:
    assert tense(token(doc(sentence), word)) == expected


def test_a_base_form_is_bare() -> None:
    assert is_bare(token(doc("Reduce waste."), "Reduce"))
    assert not is_bare(token(doc("Prices fell."), "fell"))


def test_sentences_of_white_space_are_none() -> None:
    parsed = Doc(VOCAB, words=["Go", ".", "\n\n"], spaces=[False] * 3, heads=[0, 0, 2], deps=["ROOT", "punct", "ROOT"])
    assert [span.text for span in sentences(to_tree(parsed))] == ["Go."]


def test_no_word_is_subject_and_object_of_a_clause_and_groups_are_in_text_order() -> None:
    for sentence in right():
        for clause in clauses(sentence).values():
            group = [t.i for t in clause.group]
            assert group == sorted(set(group)), sentence
            assert not {t.i for t in clause.objects} & {t.i for t in clause.subjects}, sentence


@given(SENTENCES, st.randoms(use_true_random=False))
def test_any_tree_has_clauses_or_none_in_text_order(text: str, random: Random) -> None:
    for span in sentences(to_tree(random_parse(text, random))):
        places = [clause.predicate.i for clause in find_clauses(span, load_lexicon())]
        assert places == sorted(set(places))
        assert all(span.start <= place < span.end for place in places)
