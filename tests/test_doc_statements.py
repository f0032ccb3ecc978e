from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg
from kg.doc_statements import NAME
from kg.errors import ModelError, OntologyError

TEXT = "The council adopted the law.\n\nAna Sousa said that ports must close by Friday."


@pytest.fixture(scope="module")
def nlp() -> Language:
    """A pipeline of somebody's own, with the component at its end."""
    pipeline = spacy.load(Path(kg.__file__).with_name("en_policy"))
    pipeline.add_pipe(NAME)
    return pipeline


def test_a_pipeline_gives_the_statements_that_a_build_gives(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    (tmp_path / "text.txt").write_text(f"A title\n\n{TEXT}\n", encoding="utf-8")
    built = kg.build(kg.read([tmp_path])).statements
    body = [one for one in built if one.sentence.index]  # the title is a sentence of its own there
    assert [(one.relation.lemma, one.act, one.evidence.text) for one in doc._.statements] == [
        (one.relation.lemma, one.act, one.evidence.text) for one in body
    ]
    assert [one.act for one in doc._.statements] == ["assertion", "assertion", "directive"]


def test_every_word_slices_back_to_the_doc(nlp: Language) -> None:
    doc = nlp(f"  {TEXT}\n")
    for one in doc._.statements:
        assert doc.text[one.evidence.start : one.evidence.end] == one.evidence.text
        assert one.subject.text == " ".join(doc.text[start:end] for start, end in one.subject.spans)


def test_the_doc_stays_as_it_was(nlp: Language) -> None:
    with nlp.select_pipes(disable=[NAME]):
        before = nlp(TEXT).to_json()
    after = nlp(TEXT).to_json()
    assert {key: after[key] for key in before} == before


def test_a_date_that_is_given_resolves_what_is_relative(nlp: Language) -> None:
    doc = nlp.make_doc("The council met on Friday.")
    doc.user_data["date"] = "2021-09-18"
    (one,) = nlp(doc)._.statements
    assert one.time is not None
    assert one.time.value == "2021-09-17"


def test_a_doc_without_a_parse_is_refused() -> None:
    blank = spacy.blank("en")
    blank.add_pipe(NAME)
    with pytest.raises(ModelError, match="parser"):
        blank(TEXT)


def test_an_ontology_of_ones_own_must_be_a_folder() -> None:
    with pytest.raises(OntologyError, match="not a folder"):
        spacy.blank("en").add_pipe(NAME, config={"ontology": "no_such_folder"})


def test_an_empty_doc_has_none(nlp: Language) -> None:
    assert nlp.get_pipe(NAME)(Doc(nlp.vocab, words=[]))._.statements == ()
