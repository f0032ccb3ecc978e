from __future__ import annotations

import pytest

from kg.lemmas import Lemmas
from training.lemmas import attested_lemmas
from training.treebanks import Sentence, Word

ROWS = """
wo MD will|Wo MD will|sales NNS sale|goods NNS goods|goods NNS goods|goods NNS goods|The DT the|AM NN a.m.|AM NN a.m.
fled VBD flead|fred VBN fre|Rome NNP Rome|Oct. NNP October|Oct. NNP October|Once NNP Onze|self PRP _|sale NN sale
us NN us|us NN us|us NN us|US NN US|US NN US|axes NNS axis|axes NNS axe|Iraqi JJ Iraqi|Iraqi JJ Iraqi
"""


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    rows = [row.split() for line in ROWS.strip().splitlines() for row in line.split("|")]
    words = tuple(Word(form, lemma, "X", tag, "_", 0, "root", True) for form, tag, lemma in rows)
    return attested_lemmas([Sentence(words, True, True)], lambda word: word in {"will", "iraqi"})


def test_words_are_those_in_lower_case(lemmas: Lemmas) -> None:
    assert {"wo", "sales", "goods", "fled"} <= lemmas.words
    assert not {"rome", "iraqi", "Rome", "the"} & lemmas.words


@pytest.mark.parametrize(
    ("tag", "form", "lemma"),
    [
        ("MD", "wo", "will"),
        ("NNS", "goods", "goods"),
        ("NNS", "sales", None),  # regular
        ("NN", "am", "a.m."),  # for every spelling
        ("NN", "US", "US"),  # as it is written, attested twice
        ("NNP", "Oct.", "October"),
        ("NNP", "Once", None),  # attested once
        ("VBD", "fled", None),  # an irregular verb is not mistaken
        ("VBN", "fred", None),  # a rare lemma that is no word
        ("NNS", "axes", None),  # no majority
        ("PRP", "self", None),  # a word that is spelt apart
        ("JJ", "Iraqi", "Iraqi"),  # the capital stays even where a sentence begins
    ],
)
def test_a_lemma_is_kept_where_morphology_does_not_foretell_it(
    lemmas: Lemmas, tag: str, form: str, lemma: str | None
) -> None:
    assert lemmas.exceptions.get(tag, {}).get(form) == lemma
