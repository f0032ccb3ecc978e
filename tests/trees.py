"""Hypothesis strategies: texts of telling words, and a pipeline that hangs them into any well-formed tree at all."""

from __future__ import annotations

import itertools
from random import Random

import spacy
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from tests.docs import VOCAB, language_of

TOKENIZER = spacy.blank("en").tokenizer
WORDS = (
    "the", "a", "no", "Kenya", "Wang", "Sousa", "Rome", "Ministry", "Commerce", "Minister", "President", "former",
    "council", "law", "plan", "treaty", "support", "protection", "ports", "workers", "strengthening", "place",
    "part", "4%", "$5", "2030", "May", "Friday", "yesterday", "it", "there", "we", "she", "which", "that", "who",
    "said", "urged", "pledged", "denied", "agreed", "signed", "take", "held", "is", "was", "has", "will", "would",
    "must", "may", "need", "not", "never", "fail", "to", "of", "for", "by", "in", "on", "at", "with", "according",
    "without", "if", "when", "and", "or", "nor", "out", "up", "please", "only", "longer", "strong", ",", ",", ".",
    ":", ";", "(", ")", "“", "”", '"', "–", "🌾", "é", "'s", "NATO",
)  # fmt: skip
TAGS = (
    "NN", "NNS", "NNP", "VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "MD", "IN", "TO", "DT", "JJ", "RB", "PRP", "WDT",
    "CC", "CD", ".", ",", "RP", "POS",
)  # fmt: skip
PARTS = (
    "NOUN", "PROPN", "VERB", "AUX", "ADP", "PART", "DET", "ADJ", "ADV", "PRON", "CCONJ", "SCONJ", "NUM", "PUNCT",
    "SYM", "X",
)  # fmt: skip
RELATIONS = (
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp",
    "compound", "compound:prt", "conj", "cop", "csubj", "dep", "det", "discourse", "expl", "fixed", "flat", "iobj",
    "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass",
    "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "parataxis", "punct", "vocative", "xcomp",
)  # fmt: skip
# What makes clauses comes up more often than the rest.
CLAUSAL = ("ROOT", "ccomp", "conj", "xcomp", "advcl", "acl:relcl", "parataxis")
NOMINAL = ("nsubj", "obj", "obl", "nmod", "appos")
LABELS = ("", "", "", "PERSON", "ORG", "LOC", "NORP", "DATE", "MISC")

SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
# A line may be wrapped within a paragraph; the break is then a token of its own.
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=2).map(" \n".join)
TEXTS = st.lists(PARAGRAPHS, min_size=1, max_size=3).map("\n\n".join)


def tree(size: int, random: Random) -> list[int]:
    """The heads of a random tree (not a projective one, as a rule); the root is its own head."""
    order = random.sample(range(size), size)
    heads = [order[0]] * size
    for place, index in enumerate(order[1:], 1):
        heads[index] = random.choice(order[:place])
    return heads


def _heads(words: Doc, start: int, end: int, random: Random) -> list[int]:
    """A tree over the words of a sentence; white space hangs on a word beside it, as a parser has it."""
    full = [i for i in range(start, end) if not words[i].is_space] or [start]
    places = dict(zip(full, tree(len(full), random), strict=True))
    before = [[j for j in full if j < i] for i in range(start, end)]
    return [full[places[i]] if i in places else (b[-1] if b else full[0]) for i, b in enumerate(before, start)]


def _entities(size: int, starts: list[int], random: Random) -> list[str]:
    """Names of one word or several, none of which goes on in the next sentence."""
    found: list[str] = []
    for i in range(size):
        label = random.choice(LABELS)
        inside = i not in starts and found[-1].endswith(label) and random.random() < 0.5
        found.append(("I-" if inside else "B-") + label if label else "O")
    return found


def _relation(random: Random) -> str:
    return random.choice(random.choice((RELATIONS, CLAUSAL[1:], NOMINAL)))


def _part(relation: str, random: Random) -> str:
    usual = ("VERB",) if relation in CLAUSAL else ("NOUN", "PROPN") if relation in NOMINAL else PARTS
    return random.choice(usual if random.random() < 0.8 else PARTS)


def random_parse(text: str, random: Random) -> Doc:
    """The words of a text in one to three sentences, each of them a random tree with random labels."""
    words = TOKENIZER(text)
    size = len(words)
    cuts = sorted({0, size, *(random.randrange(size) for _ in range(random.randrange(3)))})
    heads = [head for start, end in itertools.pairwise(cuts) for head in _heads(words, start, end, random)]
    deps = ["ROOT" if i == head else "dep" if words[i].is_space else _relation(random) for i, head in enumerate(heads)]
    return Doc(
        VOCAB, words=[t.text for t in words], spaces=[bool(t.whitespace_) for t in words],
        lemmas=[t.text if random.random() < 0.1 else t.lower_.removesuffix("d").removesuffix("s") for t in words],
        tags=["_SP" if t.is_space else random.choice(TAGS) for t in words],
        pos=["SPACE" if t.is_space else _part(dep, random) for t, dep in zip(words, deps, strict=True)],
        deps=deps, heads=heads, ents=_entities(size, cuts, random),
    )  # fmt: skip


def any_language(random: Random) -> Language:
    """A pipeline that parses at random."""
    return language_of(lambda text: random_parse(text, random))
