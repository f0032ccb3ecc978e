from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lemmas import INFLECTIONS, PUNCTUATION, Lemmas
from kg.lexicon import load_lexicon

# Policy English, by Penn tag: form and lemma.
REGULAR = {
    "VBD": (
        "adopted:adopt announced:announce agreed:agree applied:apply banned:ban called:call complied:comply "
        "controlled:control cut:cut decreed:decree decided:decide denied:deny endorsed:endorse froze:freeze "
        "imposed:impose levied:levy occurred:occur planned:plan pledged:pledge referred:refer repealed:repeal "
        "rose:rise sanctioned:sanction stressed:stress taxed:tax urged:urge vetoed:veto voted:vote "
        "withdrew:withdraw underlined:underline fled:flee met:meet"
    ),
    "VBN": (
        "allocated:allocate approved:approve breached:breach drawn:draw enforced:enforce enshrined:enshrine "
        "exempted:exempt held:hold involved:involve issued:issue mandated:mandate overthrown:overthrow "
        "ratified:ratify recognised:recognise resold:resell settled:settle signed:sign submitted:submit "
        "subsidised:subsidise taken:take undertaken:undertake upheld:uphold withheld:withhold written:write"
    ),
    "VBG": (
        "banning:ban capping:cap combating:combat decarbonising:decarbonise developing:develop dying:die "
        "financing:finance freeing:free implementing:implement lobbying:lobby lying:lie making:make "
        "phasing:phase regulating:regulate reducing:reduce seeing:see setting:set tackling:tackle "
        "trafficking:traffic tying:tie using:use outlawing:outlaw arguing:argue"
    ),
    "VBZ": (
        "addresses:address applies:apply calls:call discusses:discuss does:do goes:go imposes:impose lies:lie "
        "passes:pass promises:promise pushes:push requires:require stresses:stress taxes:tax vetoes:veto "
        "wages:wage"
    ),
    "NNS": (
        "agencies:agency analyses:analysis archives:archive bodies:body borders:border businesses:business "
        "causes:cause crises:crisis duties:duty emissions:emission firms:firm halves:half houses:house "
        "indexes:index laws:law measures:measure ministers:minister policies:policy politics:politics "
        "prices:price processes:process responses:response series:series shelves:shelf spokesmen:spokesman "
        "states:state subsidies:subsidy tariffs:tariff taxes:tax topics:topic treaties:treaty viruses:virus "
        "wives:wife women:woman"
    ),
    "JJR": ("bigger:big greener:green larger:large heavier:heavy safer:safe tighter:tight"),
    "JJS": ("biggest:big largest:large poorest:poor wealthiest:wealthy"),
    "RBR": ("earlier:early sooner:soon later:late"),
}
ROWS = [(tag, *pair.split(":")) for tag, pairs in REGULAR.items() for pair in pairs.split()]
BASES = frozenset(lemma for _, _, lemma in ROWS)
PLAIN = Lemmas(irregular=load_lexicon().irregular)


def nothing(_: str) -> bool:
    return False


@pytest.mark.parametrize(("tag", "form", "lemma"), ROWS)
def test_an_inflected_word_leads_to_the_base_that_is_attested(tag: str, form: str, lemma: str) -> None:
    """All the bases are known, and none of them misleads."""
    assert PLAIN.of(form, tag, BASES.__contains__) == lemma
    assert Lemmas(BASES, irregular=PLAIN.irregular).of(form, tag, nothing) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("decarbonised", "VBN", "decarbonise"), ("renationalizing", "VBG", "renationalize"),
        ("deplatformed", "VBD", "deplatform"), ("reshoring", "VBG", "reshore"), ("onboarded", "VBD", "onboard"),
        ("geofencing", "VBG", "geofence"), ("repatriated", "VBN", "repatriate"), ("frackers", "NNS", "fracker"),
        ("backstopped", "VBD", "backstop"), ("stablecoins", "NNS", "stablecoin"), ("telcos", "NNS", "telco"),
        ("biomasses", "NNS", "biomass"), ("securocracies", "NNS", "securocracy"), ("paywalled", "VBN", "paywall"),
        ("guaranteed", "VBD", "guarantee"), ("crowdfunds", "VBZ", "crowdfund"), ("militiamen", "NNS", "militiaman"),
    ],
)  # fmt: skip
def test_a_word_that_nobody_attests_goes_by_its_spelling(form: str, tag: str, lemma: str) -> None:
    assert PLAIN.of(form, tag, nothing) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "opens", "lemma"),
    [
        ("Merkel", "NNP", False, "Merkel"),
        ("NATO", "NNP", False, "NATO"),
        ("United", "NNP", False, "United"),  # a name keeps its form
        ("Nations", "NNPS", False, "Nation"),
        ("Ministers", "NNS", True, "minister"),
        ("Policy", "NN", False, "policy"),  # elsewhere written without the capital
        ("FREE", "JJ", False, "free"),
        ("GDP", "NN", False, "GDP"),
        ("NGOs", "NNS", False, "NGO"),
        ("iPhones", "NNS", False, "iPhone"),
        ("Iraqi", "JJ", False, "Iraqi"),
        ("Decarbonisation", "NN", True, "decarbonisation"),
        ("Decarbonisation", "NN", False, "Decarbonisation"),  # nothing says that it is no name
        ("Said", "VBD", True, "say"),
        ("The", "DT", True, "the"),
        ("One", "CD", True, "one"),
        ("IV", "CD", False, "IV"),
        ("1,200,000", "CD", False, "1200000"),
        ("1,5", "CD", False, "1,5"),
        ("“", "``", False, '"'),
        ("–", ":", False, "-"),
        ("a.b@c.org", "ADD", False, "a.b@c.org"),
    ],
)
def test_capitals_stay_where_they_are_part_of_the_word(form: str, tag: str, opens: bool, lemma: str) -> None:
    lemmas = Lemmas(frozenset({"policy", "minister", "free"}), irregular={"said": "say"})
    assert lemmas.of(form, tag, {"decarbonisation"}.__contains__, opens) == lemma


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("wo", "MD", "will"),
        ("Wo", "MD", "will"),
        ("data", "NNS", "datum"),
        ("AM", "NN", "a.m."),  # as it is written
        ("am", "NN", "am"),
        ("found", "VBN", "find"),  # attested as a past form: the participle is the same
        ("better", "RBR", "well"),
        ("better", "JJR", "good"),
        ("States", "NNPS", "State"),
    ],
)
def test_what_treebanks_attest_goes_before_the_rules(form: str, tag: str, lemma: str) -> None:
    exceptions = {
        "MD": {"wo": "will"},
        "NNS": {"data": "datum"},
        "NN": {"AM": "a.m."},
        "VBD": {"found": "find"},
        "JJR": {"better": "good"},
        "RBR": {"better": "well"},
    }
    assert Lemmas(exceptions=exceptions).of(form, tag, nothing) == lemma


TAGS = [*INFLECTIONS, *PUNCTUATION, "NN", "NNP", "CD", "JJ", "UH", "ADD", ""]


@given(st.text(min_size=1, max_size=8), st.sampled_from(TAGS), st.booleans())
def test_no_word_is_too_odd_to_have_a_lemma(form: str, tag: str, known: bool) -> None:
    assert PLAIN.of(form, tag, lambda _: known)
