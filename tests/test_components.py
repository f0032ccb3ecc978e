from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.components import attested, guard_sentences, guarded_lemma, lemma_guard
from tests.docs import VOCAB
from tests.docs import attested as vocabulary

FORBIDDEN, ASKED, LEFT_OPEN = -1, 1, 0


def starts(*words: str) -> dict[str, int]:
    """What the guard says of a sentence start at each word."""
    parsed = guard_sentences(Doc(VOCAB, words=list(words), spaces=[False] * len(words)))
    said = {True: ASKED, False: FORBIDDEN, None: LEFT_OPEN}
    return {t.text: said[t.is_sent_start] for t in parsed}


@pytest.mark.parametrize(
    ("words", "word", "expected"),
    [
        (("It", "ended", ".", "Prices", "fell", "."), "Prices", LEFT_OPEN),
        (("“", "Prices", "fell", ",", "”", "Wang", "said", "."), "Wang", FORBIDDEN),
        (("“", "Prices", "fell", ".", "”", "Wang", "left", "."), "Wang", LEFT_OPEN),
        (("Talks", "(", "in", "Rome", ")", "ended", "."), "ended", FORBIDDEN),
        (("Talks", "–", "in", "Rome", "."), "in", FORBIDDEN),
        (("He", "met", "Wang", "."), "Wang", FORBIDDEN),  # running text: no start behind a word
        (("News", "Wang", "speaks"), "Wang", LEFT_OPEN),  # no full stop at the end: it may be lines of a list
        (("News", "\n\n", "Wang", "speaks", "."), "Wang", ASKED),
        (("The", "young", "\n", "workers", "met", "."), "workers", FORBIDDEN),  # a wrapped line ends nothing
        (("Talks", "ended", ".", "\n", "Prices", "fell", "."), "Prices", LEFT_OPEN),
    ],
)
def test_punctuation_rules_sentence_starts_out_and_a_blank_line_asks_for_one(
    words: tuple[str, ...], word: str, expected: int
) -> None:
    assert starts(*words)[word] == expected


@given(st.lists(st.sampled_from(["Wang", "said", ".", "”", "“", "–", ")", " ", "\n\n", "🌾", ":", "'s", "?"])))
def test_the_guard_takes_any_words_and_keeps_them(words: list[str]) -> None:
    parsed = Doc(VOCAB, words=words)
    assert guard_sentences(parsed).text == Doc(VOCAB, words=words).text


@pytest.mark.parametrize(
    ("form", "lemma", "known", "expected"),
    [
        ("deepened", "deepene", {"deepen"}, "deepen"),
        ("adopted", "adopt", {"adopt"}, "adopt"),
        ("policies", "policie", {"policy"}, "policy"),
        ("applied", "applied", {"apply", "applied"}, "apply"),
        ("improving", "improv", {"improve"}, "improve"),
        ("planned", "plann", {"plan"}, "plan"),
        ("pressed", "presse", {"press"}, "press"),
        ("boxes", "boxe", {"box"}, "box"),
        ("measures", "measures", {"measure"}, "measure"),
        ("held", "held", {"held"}, "hold"),
        ("kroners", "kron", set(), "kron"),
        ("news", "new", {"news"}, "news"),
    ],
)
def test_a_made_up_lemma_gives_way_to_an_attested_one(form: str, lemma: str, known: set[str], expected: str) -> None:
    assert guarded_lemma(form, lemma, known.__contains__) == expected


@given(st.text(max_size=8), st.text(max_size=8))
def test_no_word_is_too_odd_to_have_a_lemma(form: str, lemma: str) -> None:
    assert guarded_lemma(form, lemma, lambda _: False) in {form, lemma}


def test_the_guard_mends_inflected_words_alone() -> None:
    parsed = Doc(
        vocabulary("deepen", "minister"),
        words=["Ministers", "deepened", "Deepene"],
        tags=["NNS", "VBD", "NNP"],
        lemmas=["minister", "deepene", "Deepene"],
    )
    assert [t.lemma_ for t in lemma_guard(parsed)] == ["minister", "deepen", "Deepene"]


def test_a_word_is_attested_where_it_has_a_vector() -> None:
    vocab = vocabulary("deepen")
    vocab.strings.add("deepene")
    assert [attested(vocab)(word) for word in ("deepen", "deepene", "never seen")] == [True, False, False]
