"""One row a construction: its words, its ClearNLP tree, its UD tree and the clauses that come of it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc, Span

from kg.clauses import Clause, find_clauses
from kg.clearnlp import CLEARNLP_ONLY, is_clearnlp, to_universal
from kg.lexicon import load_lexicon
from kg.tree import to_tree

VOCAB = English().vocab  # not an empty one: that knows no lower case
POS = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "PRP": "PRON", "WP": "PRON", "WDT": "PRON", "EX": "PRON", "CD": "NUM",
    "$": "SYM", "DT": "DET", "PDT": "DET", "JJ": "ADJ", "JJR": "ADJ", "RB": "ADV", "WRB": "ADV", "IN": "ADP",
    "RP": "ADP", "TO": "PART", "POS": "PART", "CC": "CCONJ", "MD": "AUX", "UH": "INTJ", ",": "PUNCT", ".": "PUNCT",
}  # fmt: skip
LEMMAS = {
    "adopted": "adopt", "agreed": "agree", "are": "be", "became": "become", "been": "be", "continues": "continue",
    "failed": "fail", "gave": "give", "is": "be", "left": "leave", "made": "make", "met": "meet",
    "ministers": "minister", "named": "name", "said": "say", "signed": "sign", "told": "tell",
    "urged": "urge", "was": "be",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """``words`` are word/TAG or word/TAG/POS; a tree is label>head a word, heads counted from 1."""

    name: str
    words: str
    clearnlp: str
    universal: str
    clauses: tuple[str, ...]
    person: tuple[int, int] | None = None


def to_doc(words: str, tree: str, person: tuple[int, int] | None = None) -> Doc:
    parts = [word.split("/") for word in words.split()]
    arcs = [arc.split(">") for arc in tree.split()]
    assert len(parts) == len(arcs)
    doc = Doc(
        VOCAB,
        words=[part[0] for part in parts],
        tags=[part[1] for part in parts],
        pos=[part[2] if len(part) > 2 else POS.get(part[1], "VERB") for part in parts],
        lemmas=[LEMMAS.get(part[0].lower(), part[0].lower()) for part in parts],
        heads=[int(head) - 1 for _, head in arcs],
        deps=[dep for dep, _ in arcs],
    )
    if person:
        doc.set_ents([Span(doc, *person, label="PERSON")])
    return doc


def arcs(doc: Doc) -> str:
    return " ".join(f"{token.dep_}>{token.head.i + 1}" for token in doc)


def summary(clause: Clause) -> str:
    """Compare clauses of two Docs by their words: "active adopted: subject | recipient | object | obliques"."""
    found = [(o.preposition, o.head.text, "(agent)" if o.agent else None) for o in clause.obliques]
    obliques = [" ".join(filter(None, words)) for words in found]
    parts = (clause.subjects, clause.recipients, clause.objects)
    fields = [" ".join(token.text for token in part) for part in parts] + [", ".join(obliques)]
    return f"{'passive' if clause.passive else 'active'} {clause.predicate.text}: " + " | ".join(fields)


def summaries(doc: Doc) -> tuple[str, ...]:
    lexicon = load_lexicon()
    return tuple(summary(clause) for sentence in to_tree(doc).sents for clause in find_clauses(sentence, lexicon))


ROWS = (
    Row(
        "active, with a negation",
        "The/DT council/NN did/VBD/AUX not/RB adopt/VB the/DT plan/NN ./.",
        "det>2 nsubj>5 aux>5 neg>5 ROOT>5 det>7 dobj>5 punct>5",
        "det>2 nsubj>5 aux>5 advmod>5 ROOT>5 det>7 obj>5 punct>5",
        ("active adopt: council |  | plan | ",),
    ),
    Row(
        "active",
        "The/DT council/NN adopted/VBD the/DT plan/NN ./.",
        "det>2 nsubj>3 ROOT>3 det>5 dobj>3 punct>3",
        "det>2 nsubj>3 ROOT>3 det>5 obj>3 punct>3",
        ("active adopted: council |  | plan | ",),
    ),
    Row(
        "passive with an agent",
        "The/DT plan/NN was/VBD/AUX adopted/VBN by/IN the/DT council/NN ./.",
        "det>2 nsubjpass>4 auxpass>4 ROOT>4 agent>4 det>7 pobj>5 punct>4",
        "det>2 nsubj:pass>4 aux:pass>4 ROOT>4 case>7 det>7 obl:agent>4 punct>4",
        ("passive adopted: plan |  |  | by council (agent)",),
    ),
    Row(
        "clause as a passive's subject",
        "Signing/VBG pacts/NNS was/VBD/AUX agreed/VBN ./.",
        "csubjpass>4 dobj>1 auxpass>4 ROOT>4 punct>4",
        "csubj:pass>4 obj>1 aux:pass>4 ROOT>4 punct>4",
        (
            "active Signing:  |  | pacts | ",
            "passive agreed: Signing |  |  | ",
        ),
    ),
    Row(
        "modal",
        "The/DT council/NN must/MD adopt/VB the/DT plan/NN ./.",
        "det>2 nsubj>4 aux>4 ROOT>4 det>6 dobj>4 punct>4",
        "det>2 nsubj>4 aux>4 ROOT>4 det>6 obj>4 punct>4",
        ("active adopt: council |  | plan | ",),
    ),
    Row(
        "copula with a noun",
        "Wang/NNP is/VBZ/AUX the/DT minister/NN of/IN trade/NN ./.",
        "nsubj>2 ROOT>2 det>4 attr>2 prep>4 pobj>5 punct>2",
        "nsubj>4 cop>4 det>4 ROOT>4 case>6 nmod>4 punct>4",
        ("active minister: Wang |  |  | ",),
    ),
    Row(
        "copula with an adjective and a preposition",
        "The/DT ministry/NN is/VBZ/AUX responsible/JJ for/IN trade/NN ./.",
        "det>2 nsubj>3 ROOT>3 acomp>3 prep>4 pobj>5 punct>3",
        "det>2 nsubj>4 cop>4 ROOT>4 case>6 obl>4 punct>4",
        ("active responsible: ministry |  |  | for trade",),
    ),
    Row(
        "copula with a place",
        "The/DT minister/NN was/VBD/AUX in/IN Paris/NNP on/IN Monday/NNP ./.",
        "det>2 nsubj>3 ROOT>3 prep>3 pobj>4 prep>3 pobj>6 punct>3",
        "det>2 nsubj>5 cop>5 case>5 ROOT>5 case>7 obl>5 punct>5",
        ("active Paris: minister |  |  | on Monday",),
    ),
    Row(
        "copula with an adverb",
        "The/DT minister/NN was/VBD/AUX not/RB here/RB ./.",
        "det>2 nsubj>3 ROOT>3 neg>3 advmod>3 punct>3",
        "det>2 nsubj>5 cop>5 advmod>5 ROOT>5 punct>5",
        ("active here: minister |  |  | ",),
    ),
    Row(
        "copulas coordinated",
        "The/DT plan/NN is/VBZ/AUX good/JJ and/CC is/VBZ/AUX cheap/JJ ./.",
        "det>2 nsubj>3 ROOT>3 acomp>3 cc>3 conj>3 acomp>6 punct>3",
        "det>2 nsubj>4 cop>4 ROOT>4 cc>7 cop>7 conj>4 punct>4",
        (
            "active good: plan |  |  | ",
            "active cheap: plan |  |  | ",
        ),
    ),
    Row(
        "copula in a relative clause",
        "The/DT plan/NN ,/, which/WDT is/VBZ/AUX good/JJ ,/, failed/VBD ./.",
        "det>2 nsubj>8 punct>2 nsubj>5 relcl>2 acomp>5 punct>2 ROOT>8 punct>8",
        "det>2 nsubj>8 punct>2 nsubj>6 cop>6 acl:relcl>2 punct>2 ROOT>8 punct>8",
        (
            "active good: plan |  |  | ",
            "active failed: plan |  |  | ",
        ),
    ),
    Row(
        "copula with an infinitive",
        "The/DT aim/NN is/VBZ/AUX to/TO improve/VB trade/NN ./.",
        "det>2 nsubj>3 ROOT>3 aux>5 xcomp>3 dobj>5 punct>3",
        "det>2 nsubj:outer>5 cop>5 mark>5 ROOT>5 obj>5 punct>5",
        ("active improve:  |  | trade | ",),
    ),
    Row(
        "be to",
        "Ministers/NNS are/VBP/AUX to/TO meet/VB in/IN May/NNP ./.",
        "nsubj>2 ROOT>2 aux>4 xcomp>2 prep>4 pobj>5 punct>2",
        "nsubj>4 aux>4 mark>4 ROOT>4 case>6 obl>4 punct>4",
        ("active meet: Ministers |  |  | in May",),
    ),
    Row(
        "extraposed infinitive",
        "It/PRP is/VBZ/AUX important/JJ to/TO act/VB ./.",
        "nsubj>2 ROOT>2 acomp>2 aux>5 xcomp>2 punct>2",
        "expl>3 cop>3 ROOT>3 mark>5 csubj>3 punct>3",
        (
            "active important:  |  |  | ",
            "active act:  |  |  | ",
        ),
    ),
    Row(
        "there is",
        "There/EX are/VBP/AUX three/CD plans/NNS in/IN Kenya/NNP ./.",
        "expl>2 ROOT>2 nummod>4 attr>2 prep>4 pobj>5 punct>2",
        "expl>2 ROOT>2 nummod>4 nsubj>2 case>6 nmod>4 punct>2",
        ("active are: plans |  |  | ",),
    ),
    Row(
        "become",
        "Wang/NNP has/VBZ/AUX not/RB become/VBN minister/NN ./.",
        "nsubj>4 aux>4 neg>4 ROOT>4 attr>4 punct>4",
        "nsubj>4 aux>4 advmod>4 ROOT>4 xcomp>4 punct>4",
        ("active become: Wang |  |  | ",),
    ),
    Row(
        "object predicate",
        "They/PRP named/VBD Wang/NNP minister/NN ./.",
        "nsubj>2 ROOT>2 dobj>2 oprd>2 punct>2",
        "nsubj>2 ROOT>2 obj>2 xcomp>2 punct>2",
        ("active named: They |  | Wang | ",),
    ),
    Row(
        "small clause",
        "They/PRP do/VBP/AUX n't/RB make/VB it/PRP clear/JJ ./.",
        "nsubj>4 aux>4 neg>4 ROOT>4 nsubj>6 ccomp>4 punct>4",
        "nsubj>4 aux>4 advmod>4 ROOT>4 obj>4 xcomp>4 punct>4",
        ("active make: They |  | it | ",),
    ),
    Row(
        "verb and particle",
        "The/DT envoy/NN read/VBD out/RP a/DT letter/NN ./.",
        "det>2 nsubj>3 ROOT>3 prt>3 det>6 dobj>3 punct>3",
        "det>2 nsubj>3 ROOT>3 compound:prt>3 det>6 obj>3 punct>3",
        ("active read: envoy |  | letter | ",),
    ),
    Row(
        "prepositional argument",
        "China/NNP participated/VBD in/IN the/DT talks/NNS ./.",
        "nsubj>2 ROOT>2 prep>2 det>5 pobj>3 punct>2",
        "nsubj>2 ROOT>2 case>5 det>5 obl>2 punct>2",
        ("active participated: China |  |  | in talks",),
    ),
    Row(
        "two prepositions",
        "They/PRP walked/VBD out/IN of/IN the/DT talks/NNS ./.",
        "nsubj>2 ROOT>2 prep>2 prep>3 det>6 pobj>4 punct>2",
        "nsubj>2 ROOT>2 case>6 case>6 det>6 obl>2 punct>2",
        ("active walked: They |  |  | out of talks",),
    ),
    Row(
        "according to",
        "According/VBG to/IN officials/NNS ,/, the/DT talks/NNS failed/VBD ./.",
        "prep>7 prep>1 pobj>2 punct>7 det>6 nsubj>7 ROOT>7 punct>7",
        "case>3 fixed>1 obl>7 punct>7 det>6 nsubj>7 ROOT>7 punct>7",
        ("active failed: talks |  |  | according to officials",),
    ),
    Row(
        "because of",
        "Talks/NNS failed/VBD because/IN of/IN rain/NN ./.",
        "nsubj>2 ROOT>2 prep>2 pcomp>3 pobj>4 punct>2",
        "nsubj>2 ROOT>2 case>5 fixed>3 obl>2 punct>2",
        ("active failed: Talks |  |  | because of rain",),
    ),
    Row(
        "because of, as parsers hang it",
        "Talks/NNS failed/VBD because/IN of/IN rain/NN ./.",
        "nsubj>2 ROOT>2 prep>2 pcomp>3 pobj>3 punct>2",
        "nsubj>2 ROOT>2 case>5 fixed>3 obl>2 punct>2",
        ("active failed: Talks |  |  | because of rain",),
    ),
    Row(
        "such as",
        "They/PRP visited/VBD countries/NNS such/JJ as/IN Kenya/NNP ./.",
        "nsubj>2 ROOT>2 dobj>2 amod>3 prep>3 pobj>5 punct>2",
        "nsubj>2 ROOT>2 obj>2 case>6 fixed>4 nmod>3 punct>2",
        ("active visited: They |  | countries | ",),
    ),
    Row(
        "such as, as parsers hang it",
        "They/PRP visited/VBD countries/NNS such/JJ as/IN Kenya/NNP ./.",
        "nsubj>2 ROOT>2 dobj>2 amod>5 prep>3 pobj>5 punct>2",
        "nsubj>2 ROOT>2 obj>2 case>6 fixed>4 nmod>3 punct>2",
        ("active visited: They |  | countries | ",),
    ),
    Row(
        "from and to",
        "They/PRP travelled/VBD from/IN Paris/NNP to/IN London/NNP ./.",
        "nsubj>2 ROOT>2 prep>2 pobj>3 prep>3 pobj>5 punct>2",
        "nsubj>2 ROOT>2 case>4 obl>2 case>6 obl>2 punct>2",
        ("active travelled: They |  |  | from Paris, to London",),
    ),
    Row(
        "prepositions coordinated",
        "They/PRP met/VBD in/IN and/CC around/IN Paris/NNP ./.",
        "nsubj>2 ROOT>2 prep>2 cc>3 conj>3 pobj>5 punct>2",
        "nsubj>2 ROOT>2 case>6 cc>5 conj>3 obl>2 punct>2",
        ("active met: They |  |  | in Paris",),
    ),
    Row(
        "prepositional phrases coordinated",
        "They/PRP met/VBD in/IN Paris/NNP and/CC at/IN home/NN ./.",
        "nsubj>2 ROOT>2 prep>2 pobj>3 cc>3 conj>3 pobj>6 punct>2",
        "nsubj>2 ROOT>2 case>4 obl>2 cc>7 case>7 conj>4 punct>2",
        ("active met: They |  |  | in Paris, at home",),
    ),
    Row(
        "preposition with a gerund",
        "By/IN improving/VBG quality/NN ,/, firms/NNS gain/VBP trust/NN ./.",
        "prep>6 pcomp>1 dobj>2 punct>6 nsubj>6 ROOT>6 dobj>6 punct>6",
        "mark>2 advcl>6 obj>2 punct>6 nsubj>6 ROOT>6 obj>6 punct>6",
        (
            "active improving: firms |  | quality | ",
            "active gain: firms |  | trust | ",
        ),
    ),
    Row(
        "noun with a preposition and a gerund",
        "They/PRP have/VBP a/DT policy/NN of/IN improving/VBG quality/NN ./.",
        "nsubj>2 ROOT>2 det>4 dobj>2 prep>4 pcomp>5 dobj>6 punct>2",
        "nsubj>2 ROOT>2 det>4 obj>2 mark>6 acl>4 obj>6 punct>2",
        (
            "active have: They |  | policy | ",
            "active improving: policy |  | quality | ",
        ),
    ),
    Row(
        "preposition of a pronoun",
        "Many/JJ of/IN them/PRP agreed/VBD ./.",
        "nsubj>4 prep>1 pobj>2 ROOT>4 punct>4",
        "nsubj>4 case>3 nmod>1 ROOT>4 punct>4",
        ("active agreed: Many |  |  | ",),
    ),
    Row(
        "dative",
        "The/DT bank/NN gave/VBD Kenya/NNP a/DT loan/NN ./.",
        "det>2 nsubj>3 ROOT>3 dative>3 det>6 dobj>3 punct>3",
        "det>2 nsubj>3 ROOT>3 iobj>3 det>6 obj>3 punct>3",
        ("active gave: bank | Kenya | loan | ",),
    ),
    Row(
        "dative, as parsers label it",
        "The/DT bank/NN gave/VBD Kenya/NNP a/DT loan/NN ./.",
        "det>2 nsubj>3 ROOT>3 dobj>3 det>6 dobj>3 punct>3",
        "det>2 nsubj>3 ROOT>3 iobj>3 det>6 obj>3 punct>3",
        ("active gave: bank | Kenya | loan | ",),
    ),
    Row(
        "dative with to",
        "The/DT bank/NN gave/VBD a/DT loan/NN to/IN Kenya/NNP ./.",
        "det>2 nsubj>3 ROOT>3 det>5 dobj>3 dative>3 pobj>6 punct>3",
        "det>2 nsubj>3 ROOT>3 det>5 obj>3 case>7 obl>3 punct>3",
        ("active gave: bank |  | loan | to Kenya",),
    ),
    Row(
        "three subjects",
        "China/NNP ,/, Kenya/NNP and/CC Ghana/NNP signed/VBD the/DT pact/NN ./.",
        "nsubj>6 punct>1 conj>1 cc>3 conj>3 ROOT>6 det>8 dobj>6 punct>6",
        "nsubj>6 punct>3 conj>1 cc>5 conj>1 ROOT>6 det>8 obj>6 punct>6",
        ("active signed: China Kenya Ghana |  | pact | ",),
    ),
    Row(
        "three verbs",
        "They/PRP met/VBD ,/, talked/VBD and/CC signed/VBD pacts/NNS ./.",
        "nsubj>2 ROOT>2 punct>2 conj>2 cc>4 conj>4 dobj>6 punct>2",
        "nsubj>2 ROOT>2 punct>4 conj>2 cc>6 conj>2 obj>6 punct>2",
        (
            "active met: They |  |  | ",
            "active talked: They |  |  | ",
            "active signed: They |  | pacts | ",
        ),
    ),
    Row(
        "three objects",
        "They/PRP discussed/VBD trade/NN ,/, energy/NN and/CC water/NN ./.",
        "nsubj>2 ROOT>2 dobj>2 punct>3 conj>3 cc>5 conj>5 punct>2",
        "nsubj>2 ROOT>2 obj>2 punct>5 conj>3 cc>7 conj>3 punct>2",
        ("active discussed: They |  | trade energy water | ",),
    ),
    Row(
        "both",
        "They/PRP discussed/VBD both/CC trade/NN and/CC energy/NN ./.",
        "nsubj>2 ROOT>2 preconj>4 dobj>2 cc>4 conj>4 punct>2",
        "nsubj>2 ROOT>2 cc:preconj>4 obj>2 cc>6 conj>4 punct>2",
        ("active discussed: They |  | trade energy | ",),
    ),
    Row(
        "as well as",
        "They/PRP discussed/VBD trade/NN as/RB well/RB as/IN energy/NN ./.",
        "nsubj>2 ROOT>2 dobj>2 advmod>5 advmod>6 cc>3 conj>3 punct>2",
        "nsubj>2 ROOT>2 obj>2 cc>7 fixed>4 fixed>4 conj>3 punct>2",
        ("active discussed: They |  | trade energy | ",),
    ),
    Row(
        "subject control",
        "China/NNP continues/VBZ to/TO support/VB the/DT plan/NN ./.",
        "nsubj>2 ROOT>2 aux>4 xcomp>2 det>6 dobj>4 punct>2",
        "nsubj>2 ROOT>2 mark>4 xcomp>2 det>6 obj>4 punct>2",
        ("active support: China |  | plan | ",),
    ),
    Row(
        "object control",
        "They/PRP urged/VBD enterprises/NNS to/TO adopt/VB the/DT plan/NN ./.",
        "nsubj>2 ROOT>2 dobj>2 aux>5 xcomp>2 det>7 dobj>5 punct>2",
        "nsubj>2 ROOT>2 obj>2 mark>5 xcomp>2 det>7 obj>5 punct>2",
        (
            "active urged: They |  | enterprises | ",
            "active adopt: enterprises |  | plan | ",
        ),
    ),
    Row(
        "subject of an infinitive",
        "They/PRP want/VBP Kenya/NNP to/TO sign/VB ./.",
        "nsubj>2 ROOT>2 nsubj>5 aux>5 ccomp>2 punct>2",
        "nsubj>2 ROOT>2 obj>2 mark>5 xcomp>2 punct>2",
        (
            "active want: They |  | Kenya | ",
            "active sign: Kenya |  |  | ",
        ),
    ),
    Row(
        "bare infinitive",
        "They/PRP let/VBD Kenya/NNP sign/VB pacts/NNS ./.",
        "nsubj>2 ROOT>2 nsubj>4 ccomp>2 dobj>4 punct>2",
        "nsubj>2 ROOT>2 obj>2 xcomp>2 obj>4 punct>2",
        (
            "active let: They |  | Kenya | ",
            "active sign: Kenya |  | pacts | ",
        ),
    ),
    Row(
        "content clause",
        "Wang/NNP said/VBD that/IN the/DT talks/NNS did/VBD/AUX not/RB fail/VB ./.",
        "nsubj>2 ROOT>2 mark>8 det>5 nsubj>8 aux>8 neg>8 ccomp>2 punct>2",
        "nsubj>2 ROOT>2 mark>8 det>5 nsubj>8 aux>8 advmod>8 ccomp>2 punct>2",
        (
            "active said: Wang |  |  | ",
            "active fail: talks |  |  | ",
        ),
    ),
    Row(
        "content clause with a hearer",
        "They/PRP told/VBD Kenya/NNP that/IN talks/NNS failed/VBD ./.",
        "nsubj>2 ROOT>2 dobj>2 mark>6 nsubj>6 ccomp>2 punct>2",
        "nsubj>2 ROOT>2 iobj>2 mark>6 nsubj>6 ccomp>2 punct>2",
        (
            "active told: They | Kenya |  | ",
            "active failed: talks |  |  | ",
        ),
    ),
    Row(
        "relative clause on its subject",
        "The/DT minister/NN who/WP adopted/VBD the/DT plan/NN left/VBD ./.",
        "det>2 nsubj>7 nsubj>4 relcl>2 det>6 dobj>4 ROOT>7 punct>7",
        "det>2 nsubj>7 nsubj>4 acl:relcl>2 det>6 obj>4 ROOT>7 punct>7",
        (
            "active adopted: minister |  | plan | ",
            "active left: minister |  |  | ",
        ),
    ),
    Row(
        "relative clause on its object",
        "The/DT plan/NN that/WDT the/DT council/NN adopted/VBD failed/VBD ./.",
        "det>2 nsubj>7 dobj>6 det>5 nsubj>6 relcl>2 ROOT>7 punct>7",
        "det>2 nsubj>7 obj>6 det>5 nsubj>6 acl:relcl>2 ROOT>7 punct>7",
        (
            "active adopted: council |  | plan | ",
            "active failed: plan |  |  | ",
        ),
    ),
    Row(
        "relative clause on a preposition",
        "The/DT minister/NN with/IN whom/WP they/PRP met/VBD left/VBD ./.",
        "det>2 nsubj>7 prep>6 pobj>3 nsubj>6 relcl>2 ROOT>7 punct>7",
        "det>2 nsubj>7 case>4 obl>6 nsubj>6 acl:relcl>2 ROOT>7 punct>7",
        (
            "active met: they |  |  | with whom",
            "active left: minister |  |  | ",
        ),
    ),
    Row(
        "stranded preposition",
        "The/DT plan/NN they/PRP agreed/VBD on/IN failed/VBD ./.",
        "det>2 nsubj>6 nsubj>4 relcl>2 prep>4 ROOT>6 punct>6",
        "det>2 nsubj>6 nsubj>4 acl:relcl>2 obl>4 ROOT>6 punct>6",
        (
            "active agreed: they |  | plan | on",
            "active failed: plan |  |  | ",
        ),
    ),
    Row(
        "stranded preposition with its pronoun",
        "The/DT plan/NN which/WDT they/PRP agreed/VBD on/IN failed/VBD ./.",
        "det>2 nsubj>7 pobj>6 nsubj>5 relcl>2 prep>5 ROOT>7 punct>7",
        "det>2 nsubj>7 obl>5 nsubj>5 acl:relcl>2 case>3 ROOT>7 punct>7",
        (
            "active agreed: they |  |  | which",
            "active failed: plan |  |  | ",
        ),
    ),
    Row(
        "relative infinitive",
        "The/DT plan/NN to/TO adopt/VB failed/VBD ./.",
        "det>2 nsubj>5 aux>4 relcl>2 ROOT>5 punct>5",
        "det>2 nsubj>5 mark>4 acl>2 ROOT>5 punct>5",
        (
            "active adopt: plan |  |  | ",
            "active failed: plan |  |  | ",
        ),
    ),
    Row(
        "participle",
        "The/DT plan/NN adopted/VBN by/IN the/DT council/NN failed/VBD ./.",
        "det>2 nsubj>7 acl>2 agent>3 det>6 pobj>4 ROOT>7 punct>7",
        "det>2 nsubj>7 acl>2 case>6 det>6 obl:agent>3 ROOT>7 punct>7",
        (
            "passive adopted: plan |  |  | by council (agent)",
            "active failed: plan |  |  | ",
        ),
    ),
    Row(
        "apposition",
        "Wang/NNP ,/, the/DT minister/NN of/IN trade/NN ,/, left/VBD ./.",
        "nsubj>8 punct>1 det>4 appos>1 prep>4 pobj>5 punct>1 ROOT>8 punct>8",
        "nsubj>8 punct>1 det>4 appos>1 case>6 nmod>4 punct>1 ROOT>8 punct>8",
        ("active left: Wang |  |  | ",),
    ),
    Row(
        "title before a name",
        "State/NNP Councilor/NNP Wang/NNP Yong/NNP left/VBD Paris/NNP ./.",
        "compound>2 compound>4 compound>4 nsubj>5 ROOT>5 dobj>5 punct>5",
        "compound>2 nmod:desc>3 nsubj>5 flat>3 ROOT>5 obj>5 punct>5",
        ("active left: Wang |  | Paris | ",),
        person=(2, 4),
    ),
    Row(
        "title of two words before a name",
        "Trade/NN Minister/NNP Wang/NNP left/VBD Paris/NNP ./.",
        "compound>3 compound>3 nsubj>4 ROOT>4 dobj>4 punct>4",
        "compound>2 nmod:desc>3 nsubj>4 ROOT>4 obj>4 punct>4",
        ("active left: Wang |  | Paris | ",),
        person=(2, 3),
    ),
    Row(
        "title that the recogniser took for a part of the name",
        "State/NNP Councilor/NNP Wang/NNP Yong/NNP left/VBD Paris/NNP ./.",
        "compound>2 compound>4 compound>4 nsubj>5 ROOT>5 dobj>5 punct>5",
        "compound>2 nmod:desc>3 nsubj>5 flat>3 ROOT>5 obj>5 punct>5",
        ("active left: Wang |  | Paris | ",),
        person=(1, 4),
    ),
    Row(
        "possessive",
        "The/DT ministry/NN 's/POS plan/NN failed/VBD ./.",
        "det>2 poss>4 case>2 nsubj>5 ROOT>5 punct>5",
        "det>2 nmod:poss>4 case>2 nsubj>5 ROOT>5 punct>5",
        ("active failed: plan |  |  | ",),
    ),
    Row(
        "day without a preposition",
        "They/PRP met/VBD last/JJ week/NN ./.",
        "nsubj>2 ROOT>2 amod>4 npadvmod>2 punct>2",
        "nsubj>2 ROOT>2 amod>4 obl:unmarked>2 punct>2",
        ("active met: They |  |  | week",),
    ),
    Row(
        "day with its month and year",
        "They/PRP met/VBD on/IN May/NNP 16/CD ,/, 2021/CD ./.",
        "nsubj>2 ROOT>2 prep>2 pobj>3 nummod>4 punct>4 nummod>4 punct>2",
        "nsubj>2 ROOT>2 case>5 nmod:unmarked>5 obl>2 punct>5 nmod:unmarked>5 punct>2",
        ("active met: They |  |  | on 16",),
    ),
    Row(
        "month with its year",
        "They/PRP met/VBD in/IN May/NNP 2021/CD ./.",
        "nsubj>2 ROOT>2 prep>2 pobj>3 nummod>4 punct>2",
        "nsubj>2 ROOT>2 case>4 obl>2 nmod:unmarked>4 punct>2",
        ("active met: They |  |  | in May",),
    ),
    Row(
        "about a number",
        "They/PRP visited/VBD about/RB 100/CD firms/NNS ./.",
        "nsubj>2 ROOT>2 quantmod>4 nummod>5 dobj>2 punct>2",
        "nsubj>2 ROOT>2 advmod>4 nummod>5 obj>2 punct>2",
        ("active visited: They |  | firms | ",),
    ),
    Row(
        "more than a number",
        "They/PRP visited/VBD more/JJR than/IN 100/CD firms/NNS ./.",
        "nsubj>2 ROOT>2 amod>5 quantmod>5 nummod>6 dobj>2 punct>2",
        "nsubj>2 ROOT>2 advmod>5 fixed>3 nummod>6 obj>2 punct>2",
        ("active visited: They |  | firms | ",),
    ),
    Row(
        "amount of money",
        "They/PRP paid/VBD about/RB $/$ 5/CD million/CD ./.",
        "nsubj>2 ROOT>2 quantmod>6 quantmod>6 compound>6 dobj>2 punct>2",
        "nsubj>2 ROOT>2 advmod>6 obj>2 compound>6 nummod>4 punct>2",
        ("active paid: They |  | $ | ",),
    ),
    Row(
        "noun before a noun",
        "They/PRP discussed/VBD trade/NN and/CC energy/NN ties/NNS ./.",
        "nsubj>2 ROOT>2 nmod>6 cc>3 conj>3 dobj>2 punct>2",
        "nsubj>2 ROOT>2 compound>6 cc>5 conj>3 obj>2 punct>2",
        ("active discussed: They |  | ties | ",),
    ),
    Row(
        "all the",
        "All/PDT the/DT countries/NNS agreed/VBD ./.",
        "predet>3 det>3 nsubj>4 ROOT>4 punct>4",
        "det:predet>3 det>3 nsubj>4 ROOT>4 punct>4",
        ("active agreed: countries |  |  | ",),
    ),
    Row(
        "no plan",
        "No/DT plans/NNS failed/VBD ./.",
        "neg>2 nsubj>3 ROOT>3 punct>3",
        "det>2 nsubj>3 ROOT>3 punct>3",
        ("active failed: plans |  |  | ",),
    ),
    Row(
        "interjection",
        "Yes/UH ,/, talks/NNS failed/VBD ./.",
        "intj>4 punct>4 nsubj>4 ROOT>4 punct>4",
        "discourse>4 punct>4 nsubj>4 ROOT>4 punct>4",
        ("active failed: talks |  |  | ",),
    ),
    Row(
        "adverbial clause",
        "When/WRB talks/NNS failed/VBD ,/, they/PRP met/VBD in/IN Paris/NNP ./.",
        "advmod>3 nsubj>3 advcl>6 punct>6 nsubj>6 ROOT>6 prep>6 pobj>7 punct>6",
        "advmod>3 nsubj>3 advcl>6 punct>6 nsubj>6 ROOT>6 case>8 obl>6 punct>6",
        (
            "active failed: talks |  |  | ",
            "active met: they |  |  | in Paris",
        ),
    ),
    Row(
        "conjunction alone, no label tells",
        "China/NNP and/CC Kenya/NNP signed/VBD ./.",
        "nsubj>4 cc>1 conj>1 ROOT>4 punct>4",
        "nsubj>4 cc>3 conj>1 ROOT>4 punct>4",
        ("active signed: China Kenya |  |  | ",),
    ),
)


def named(row: Row) -> str:
    return row.name


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_tree_becomes_the_universal_one(row: Row) -> None:
    doc = to_doc(row.words, row.clearnlp, row.person)
    assert is_clearnlp(doc)
    assert arcs(to_universal(doc)) == row.universal


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_the_clauses_are_those_of_a_universal_tree(row: Row) -> None:
    translated = to_universal(to_doc(row.words, row.clearnlp, row.person))
    # An existential "be" is a VERB in UD, whatever the other tagger calls it.
    native = to_doc(row.words.replace("are/VBP/AUX three", "are/VBP three"), row.universal, row.person)
    assert summaries(translated) == summaries(native) == row.clauses


@pytest.mark.parametrize("row", ROWS, ids=named)
def test_a_universal_tree_stays(row: Row) -> None:
    doc = to_doc(row.words, row.universal, row.person)
    assert not is_clearnlp(doc)
    assert arcs(to_universal(doc)) == row.universal


def test_an_existential_be_becomes_a_verb() -> None:
    doc = to_universal(to_doc("There/EX are/VBP/AUX plans/NNS ./.", "expl>2 ROOT>2 attr>2 punct>2"))
    assert doc[1].pos_ == "VERB"


def test_the_given_doc_is_not_changed() -> None:
    tree = "nsubj>2 ROOT>2 prep>2 pobj>3 punct>2"
    doc = to_doc("They/PRP met/VBD in/IN Paris/NNP ./.", tree)
    to_universal(doc)
    assert arcs(doc) == tree


@pytest.mark.parametrize("words", ["", "Hello/UH"])
def test_what_has_nothing_to_translate_is_copied(words: str) -> None:
    doc = to_doc(words, "ROOT>1" if words else "")
    assert not is_clearnlp(doc)
    assert arcs(to_universal(doc)) == arcs(doc)


# --- any tree ---

LABELS = sorted(CLEARNLP_ONLY | {
    "ROOT", "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "compound", "conj", "csubj", "dep",
    "det", "expl", "mark", "nmod", "nsubj", "nummod", "parataxis", "punct", "xcomp",
})  # fmt: skip
WORDS = (
    "is/VBZ/AUX be/VB/AUX was/VBD there/EX it/PRP to/TO to/IN in/IN of/IN such/JJ as/IN as/RB well/RB according/VBG "
    "because/IN more/JJR than/IN here/RB aim/NN $/$ million/CD May/NNP 16/CD plan/NN Wang/NNP Yong/NNP go/VB make/VB "
    "tell/VB and/CC ,/,"
)


@st.composite
def sentences(draw: st.DrawFn, start: int) -> tuple[list[str], list[str]]:
    """A projective tree over random words: each stretch has a head, the stretches beside it hang on that."""
    size = draw(st.integers(1, 9))
    words = draw(st.lists(st.sampled_from(WORDS.split()), min_size=size, max_size=size))
    heads = [0] * size

    def attach(first: int, end: int, above: int | None) -> None:
        while first < end:
            cut = draw(st.integers(first + 1, end)) if above is not None else end
            head = draw(st.integers(first, cut - 1))
            heads[head] = head if above is None else above
            attach(first, head, head)
            attach(head + 1, cut, head)
            first = cut

    attach(0, size, None)
    labels = [draw(st.sampled_from(LABELS)) if heads[i] != i else "ROOT" for i in range(size)]
    return words, [f"{label}>{start + head + 1}" for label, head in zip(labels, heads, strict=True)]


@st.composite
def docs(draw: st.DrawFn) -> Doc:
    words: list[str] = []
    arcs: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        more_words, more_arcs = draw(sentences(len(words)))
        words += more_words
        arcs += more_arcs
    start = draw(st.integers(0, len(words) - 1))
    person = (start, draw(st.integers(start + 1, len(words)))) if draw(st.booleans()) else None
    return to_doc(" ".join(words), " ".join(arcs), person)


def kept(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.whitespace_, t.tag_, t.lemma_, str(t.morph), t.ent_type_, t.is_sent_start) for t in doc]


@given(docs())
def test_any_tree_stays_a_tree_over_the_same_sentences(doc: Doc) -> None:
    universal = to_universal(doc)
    assert kept(universal) == kept(doc)
    for sentence in universal.sents:
        roots = [token for token in sentence if token.head == token]
        assert len(roots) == 1
        assert {token.i for token in roots[0].subtree} == set(range(sentence.start, sentence.end))
        assert all(list(token.ancestors)[-1] == roots[0] for token in sentence if token not in roots)


@given(docs())
def test_no_clearnlp_label_is_left(doc: Doc) -> None:
    if is_clearnlp(doc):
        assert not {token.dep_ for token in to_universal(doc)} & CLEARNLP_ONLY


@given(docs())
def test_a_translated_tree_is_not_translated_again(doc: Doc) -> None:
    universal = to_universal(doc)
    if is_clearnlp(doc):
        assert not is_clearnlp(universal)
    assert arcs(to_universal(universal)) == arcs(universal)
