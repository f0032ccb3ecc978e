from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from tests.training.samples import CHAT, NEWS
from training.name_rules import Span
from training.scores import MEASURES, Counts, count_names, count_trees, name_figures, paragraphs, trimmed
from training.treebanks import documents, read_sentences


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(CHAT, encoding="utf-8")
    return path


def test_a_paragraph_is_the_raw_text_of_its_sentences(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(NEWS + CHAT.replace("# newpar\n", "") + CHAT, encoding="utf-8")
    first, second = paragraphs(read_sentences(path))
    assert first.text == "Minister Ada Lund of Norway opened the Lund Bridge on 5 May 2020. They don't (yet)."
    assert second.text == "They don't (yet)."
    for word in (word for sentence in first.sentences for word in sentence):
        assert first.text[slice(*word.span)].strip()


def test_the_gold_trees_score_all_that_there_is(treebank: Path) -> None:
    (paragraph,) = paragraphs(read_sentences(treebank))
    (doc,) = documents(treebank, Vocab(), seed=1)
    counts = Counts()
    count_trees(counts, paragraph, doc)
    assert {key: counts.f1(key) for key in MEASURES} == dict.fromkeys(MEASURES, 100)


def test_every_kind_of_error_costs_its_own_measure(treebank: Path) -> None:
    (paragraph,) = paragraphs(read_sentences(treebank))
    # One word too few (7 gold, 6 found), "They" hung wrongly, "yet" with a wrong relation, "n't" with a wrong lemma.
    doc = Doc(
        Vocab(),
        words=["They", "do", "n't", "(", "yet", ")."],
        spaces=[True, False, True, False, False, False],
        heads=[2, 1, 1, 4, 1, 1],
        deps=["nsubj", "ROOT", "advmod", "punct", "obl", "punct"],
        pos=["PRON", "AUX", "PART", "PUNCT", "ADV", "PUNCT"],
        lemmas=["they", "do", "n't", "(", "yet", ")."],
    )
    counts = Counts()
    count_trees(counts, paragraph, doc)
    assert dict(counts.right) == {"LAS": 3, "UAS": 4, "UPOS": 5, "lemma": 4, "sentence": 1}
    assert counts.f1("UAS") == pytest.approx(200 * 4 / 13)


@pytest.mark.parametrize(
    ("words", "kept"), [("the Bank", "Bank"), ("Lund's", "Lund"), ("Banks’", "Banks"), ("Theodor", "Theodor")]
)
def test_articles_and_possessives_do_not_count(words: str, kept: str) -> None:
    span = trimmed(words, Span(0, len(words), "GPE"))
    assert (words[span.start : span.end], span.label) == (kept, "LOC")


def test_names_are_right_with_span_and_label_among_the_labels_that_a_source_marks() -> None:
    text = "The Bank of Lund met in Oslo in 1998"
    gold = [Span(0, 16, "ORG"), Span(24, 28, "LOC"), Span(32, 36, "DATE")]
    found = [Span(4, 16, "ORG"), Span(24, 28, "PERSON"), Span(12, 16, "LOC")]
    counts = Counts()
    count_names(counts, text, frozenset(("ORG", "LOC", "PERSON")), gold, found)
    assert counts.right == {"ORG": 1, "all": 1}
    assert counts.f1("all") == pytest.approx(200 * 1 / (2 + 3))
    assert counts.f1("EVENT") == 0


def test_figures_of_names_are_means_over_the_sources() -> None:
    doc = Doc(Vocab(), words=["Oslo", "met"], ents=["B-LOC", "O"])
    rows = [
        {"source": "gum", "text": "Oslo met", "entities": [[0, 4, "LOC"]]},
        {"source": "docred", "text": "Oslo met", "entities": [[0, 4, "ORG"]]},
    ]
    figures = name_figures(rows, [doc, doc])
    assert (figures["names, mean"], figures["names, gum"], figures["names, docred"]) == (50, 100, 0)
