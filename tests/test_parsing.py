from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg import parsing
from kg.errors import ModelError
from kg.parsing import Paragraph, load_language, parse
from tests.docs import PLAIN, VOCAB, language_of, parsed_doc, token
from tests.trees import TOKENIZER


def plain(text: str) -> Doc:
    """A text as one sentence, every token of which hangs on the first."""
    words = TOKENIZER(text)
    deps = ["ROOT", *["dep"] * (len(words) - 1)]
    spaces = [bool(t.whitespace_) for t in words]
    return Doc(VOCAB, words=[t.text for t in words], spaces=spaces, heads=[0] * len(words), deps=deps)


@pytest.fixture
def afresh() -> Iterator[None]:
    """Load languages anew, and forget them afterwards."""
    load_language.cache_clear()
    yield
    load_language.cache_clear()


def paragraphs(text: str) -> list[Paragraph]:
    return list(parse(dataclasses.replace(PLAIN, text=text), language_of(plain)))


def test_title_and_paragraphs_are_parsed_where_they_stand_and_the_head_lines_are_not() -> None:
    text = "\n\nPrices fall 🌾 again\nRelease Date: 2021-09-27\n\nPrices fell in May.\n\n- Trade grew.\n"
    found = paragraphs(text)
    assert [p.tree.text for p in found] == ["Prices fall 🌾 again", "Prices fell in May.", "Trade grew."]
    assert all(text.startswith(p.tree.text, p.spacing.start) for p in found)


def test_a_text_without_words_has_no_paragraphs() -> None:
    assert paragraphs(" \n\n ") == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Prices fell and trade grew.", ["Prices fell", " and trade", " grew."]),
        ("Unbelievability!", ["Unbelievabil", "ity!"]),
    ],
)
def test_a_paragraph_that_is_too_long_is_cut_at_a_space_if_it_has_one(
    text: str, pieces: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "LONGEST_PARAGRAPH", 12)
    found = paragraphs(text)
    assert [p.tree.text for p in found] == pieces
    assert all(text.startswith(p.tree.text, p.spacing.start) for p in found)


def test_what_hangs_wrong_is_mended() -> None:
    text = "Wang urged ports to close."
    (found,) = parse(dataclasses.replace(PLAIN, text=text), language_of(lambda _: parsed_doc(text)))
    assert token(found.tree, "close").dep_ == "xcomp"


def test_a_pipeline_that_is_not_installed_is_named_in_one_line() -> None:
    with pytest.raises(ModelError, match="no_such_model") as caught:
        load_language("no_such_model")
    assert "\n" not in str(caught.value)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ModelError, match="has no dependency parser"):
        load_language(str(tmp_path))


def test_a_pipeline_of_the_users_own_is_loaded_from_its_folder(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("parser").add_label("nsubj")  # type: ignore[attr-defined]
    nlp.initialize()
    nlp.to_disk(tmp_path)
    assert load_language(str(tmp_path)).pipe_names == ["parser"]
    assert load_language(str(tmp_path)) is load_language(str(tmp_path))


def test_an_installation_without_the_shipped_pipeline_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, afresh: None
) -> None:
    monkeypatch.setattr(parsing, "SHIPPED", tmp_path / "none")
    with pytest.raises(ModelError, match="reinstall"):
        load_language()
