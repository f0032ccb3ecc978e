"""Children come in text order, whether spaCy looks for them or a settled tree has them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.syntax import children, conjuncts, preposition_of, settled
from tests.docs import doc, token


@pytest.fixture
def parsed() -> Doc:
    return doc("Wang said that companies will pay taxes.")


@pytest.mark.parametrize("deps", [(), ("nsubj",), ("ccomp", "nsubj"), ("punct", "ccomp", "nsubj"), ("iobj",)])
def test_a_settled_tree_has_the_same_children_in_the_same_order(parsed: Doc, deps: tuple[str, ...]) -> None:
    loose = [children(word, *deps) for word in parsed]
    with settled(parsed):
        assert [children(word, *deps) for word in parsed] == loose
    assert any(loose) == (deps != ("iobj",))


def test_every_question_about_a_settled_tree_has_the_same_answer(parsed: Doc) -> None:
    loose = [(conjuncts(word), preposition_of(word)) for word in parsed]
    with settled(parsed):
        assert [(conjuncts(word), preposition_of(word)) for word in parsed] == loose


def test_behind_the_block_a_tree_may_change_again(parsed: Doc) -> None:
    said, firms = token(parsed, "said"), token(parsed, "companies")
    with settled(parsed):
        assert firms not in children(said, "obj")
    firms.head, firms.dep_ = said, "obj"
    assert firms in children(said, "obj")
    with settled(parsed):
        assert firms in children(said, "obj")


def test_a_block_that_fails_leaves_the_doc_as_it_was(parsed: Doc) -> None:
    before = dict(parsed.user_data)
    with pytest.raises(ZeroDivisionError), settled(parsed):
        raise ZeroDivisionError
    assert parsed.user_data == before
