from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab

from tests.training.samples import CHAT, NEWS, TALE, block, multiword, row
from training.treebanks import PARAGRAPH_BREAK, documents, find, read_sentences, write_documents


@pytest.fixture
def treebank(tmp_path: Path) -> Path:
    path = tmp_path / "bank.conllu"
    path.write_text(NEWS + CHAT + TALE, encoding="utf-8")
    return path


def test_the_words_of_a_multiword_token_keep_their_exact_text_and_no_space_between(treebank: Path) -> None:
    words = list(read_sentences(treebank))[1].words
    assert [(word.text, word.space_after) for word in words[:4]] == [
        ("They", True), ("do", False), ("n't", True), ("(", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("token", "parts", "expected"),
    [
        ("Dont", ("Do", "n't"), ("Do", "nt")),  # the letters are the text's, not the analysis's
        ("DON'T", ("do", "n't"), ("DO", "N'T")),
        ("cannot", ("can", "not"), ("can", "not")),
    ],
)
def test_letters_of_a_multiword_token_are_shared_out(
    tmp_path: Path, token: str, parts: tuple[str, str], expected: tuple[str, str]
) -> None:
    rows = [multiword("1-2", token, "SpaceAfter=No")]
    rows += [row("1", parts[0], "x", "AUX", "VB", 0, "root"), row("2", parts[1], "x", "PART", "RB", 1, "advmod")]
    path = tmp_path / "bank.conllu"
    path.write_text(block([], rows), encoding="utf-8")
    (sentence,) = read_sentences(path)
    assert tuple(word.text for word in sentence.words) == expected
    assert not any(word.space_after for word in sentence.words)


def test_a_multiword_token_without_letters_for_a_word_is_refused(tmp_path: Path) -> None:
    rows = [multiword("1-2", "a"), row("1", "a", "a", "X", "X", 0, "root"), row("2", "b", "b", "X", "X", 1, "dep")]
    path = tmp_path / "bank.conllu"
    path.write_text(block([], rows), encoding="utf-8")
    with pytest.raises(ValueError, match="no letters"):
        list(read_sentences(path))


def test_heads_are_positions_in_the_sentence_and_the_root_is_its_own(treebank: Path) -> None:
    words = list(read_sentences(treebank))[1].words
    assert [word.head for word in words] == [1, 1, 1, 4, 1, 4, 1]
    assert len(words) == 7, "an empty node is no word"


def test_documents_and_paragraphs_open_where_the_comments_say(treebank: Path) -> None:
    opened = [(sentence.opens_document, sentence.opens_paragraph) for sentence in read_sentences(treebank)]
    assert opened == [(True, True), (False, True), (True, True)]


def test_a_paragraph_break_is_a_token_between_sentences_and_no_document_runs_on(treebank: Path) -> None:
    # Seed 3 draws a length of two or more first, so that the two sentences of the first document stay together.
    docs = list(documents(treebank, Vocab(), seed=3))
    assert [doc.text.strip() for doc in docs] == [
        f"Minister Ada Lund of Norway opened the Lund Bridge on 5 May 2020.{PARAGRAPH_BREAK}They don't (yet).",
        "Once.",
    ]
    doc = docs[0]
    broken = next(token for token in doc if token.text == PARAGRAPH_BREAK)
    assert (broken.pos_, broken.dep_, broken.head.text) == ("SPACE", "dep", ".")
    assert [sentence[0].text for sentence in doc.sents] == ["Minister", "They"]
    roots = [token for token in doc if token.dep_ == "ROOT"]
    assert [(token.text, token.head.i == token.i) for token in roots] == [("opened", True), ("do", True)]


def test_what_is_written_is_read_back_and_twice_the_same(treebank: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.spacy", tmp_path / "b.spacy"
    assert write_documents([treebank], first, seed=3) == 2
    write_documents([treebank], second, seed=3)
    assert first.read_bytes() == second.read_bytes()
    docs = list(DocBin().from_disk(first).get_docs(Vocab()))
    assert [token.lemma_ for token in docs[1]] == ["once", "."]


def test_a_file_is_found_plain_or_compressed(tmp_path: Path) -> None:
    (tmp_path / "a.conllu.xz").write_bytes(lzma.compress(TALE.encode()))
    assert [len(s.words) for s in read_sentences(find(tmp_path, "a.conllu"))] == [2]
    with pytest.raises(SystemExit, match="README"):
        find(tmp_path, "b.conllu")
