from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.clauses import find_clauses
from kg.lexicon import load_lexicon
from kg.nominalisations import nominal_verb, requested
from kg.tree import Tree, to_tree
from tests.docs import VOCAB, attested, doc, token


def phrase(*rows: str, vocab: Vocab = VOCAB) -> Tree:
    """A noun phrase of rows ``word pos dep head``, the head counted from 1."""
    cells = [row.split() for row in rows]
    parsed = Doc(
        vocab, words=[c[0] for c in cells], lemmas=[c[0].lower() for c in cells], pos=[c[1] for c in cells],
        deps=[c[2] for c in cells], heads=[int(c[3]) - 1 for c in cells],
    )  # fmt: skip
    return to_tree(parsed)


def verb_of(noun: str, parsed: Tree) -> tuple[str, str] | None:
    found = nominal_verb(token(parsed, noun), load_lexicon())
    return None if found is None else (found[0], found[1].text)


@pytest.mark.parametrize(
    ("noun", "sentence", "expected"),
    [
        ("support", "Deepen reform, strong support for young farmers.", ("support", "farmers")),
        ("strengthening", "Improve schools, strengthening of border controls and food supervision.",
         ("strengthen", "controls")),
        ("protection", "The law ensures the protection of young workers and old trees.", None),  # an article: a thing
        ("reform", "Deepen reform.", None),
    ],
)  # fmt: skip
def test_a_noun_that_does_a_verbs_work_names_the_verb_and_its_object(
    noun: str, sentence: str, expected: tuple[str, str] | None
) -> None:
    assert verb_of(noun, doc(sentence)) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("protection NOUN ROOT 1", "of ADP case 3", "rights NOUN nmod 1"), ("protect", "rights")),
        (("protection NOUN ROOT 1", "against ADP case 3", "floods NOUN nmod 1"), None),
        (("its PRON nmod:poss 2", "protection NOUN ROOT 2", "of ADP case 4", "rights NOUN nmod 2"), None),
        (("participation NOUN ROOT 1", "in ADP case 3", "talks NOUN nmod 1"), ("participate", "talks")),
        (("protection NOUN ROOT 1",), None),
    ],
)
def test_the_object_comes_with_the_nouns_own_preposition(
    rows: tuple[str, ...], expected: tuple[str, str] | None
) -> None:
    noun = "participation" if rows[0].startswith("part") else "protection"
    assert verb_of(noun, phrase(*rows)) == expected


@pytest.mark.parametrize(
    ("gerund", "known", "verb"),
    [
        ("strengthening", ("strengthen",), "strengthen"),
        ("improving", ("improve",), "improve"),
        ("cutting", ("cut",), "cut"),
        ("selling", ("sell",), "sell"),
        ("strengthening", (), "strengthen"),
    ],
)
def test_a_gerund_names_the_verb_that_is_attested(gerund: str, known: tuple[str, ...], verb: str) -> None:
    rows = (f"{gerund} NOUN ROOT 1", "of ADP case 3", "controls NOUN nmod 1")
    assert verb_of(gerund, phrase(*rows, vocab=attested(*known))) == (verb, "controls")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru called for the release of data.", ("release", "release", "data")),
        ("Wang demanded the withdrawal of troops.", ("withdrawal", "withdraw", "troops")),
        ("We call for an end to the war.", ("end", "end", "war")),
        ("Peru urged respect for the law.", ("respect", "respect", "law")),
        ("We call for peace.", None),
        ("Wang demanded money.", None),
        ("The release of data was called for.", None),
        ("The law ensures the protection of young workers and old trees.", None),
    ],
)
def test_a_verb_of_asking_asks_for_what_the_noun_stands_for(
    sentence: str, expected: tuple[str, str, str] | None
) -> None:
    lexicon = load_lexicon()
    (clause,) = find_clauses(doc(sentence)[:], lexicon)
    found = requested(clause, lexicon)
    assert (None if found is None else (found[0].text, found[1], found[2].text)) == expected
