"""Children come in text order, whether spaCy looks for them or a settled tree has them."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from kg.syntax import children, conjuncts, preposition_of, settled
from tests.docs import doc, token


@pytest.fixture
def parsed() -> Doc:
    return doc("Wang noted that trade grew.")


@pytest.mark.parametrize("deps", [(), ("nsubj",), ("ccomp", "nsubj"), ("punct", "ccomp", "nsubj"), ("obj",)])
def test_a_settled_tree_has_the_same_children_in_the_same_order(parsed: Doc, deps: tuple[str, ...]) -> None:
    loose = [children(word, *deps) for word in parsed]
    with settled(parsed):
        assert [children(word, *deps) for word in parsed] == loose
    assert any(loose) == (deps != ("obj",))


def test_every_question_about_a_settled_tree_has_the_same_answer(parsed: Doc) -> None:
    loose = [(conjuncts(word), preposition_of(word)) for word in parsed]
    with settled(parsed):
        assert [(conjuncts(word), preposition_of(word)) for word in parsed] == loose


def test_behind_the_block_a_tree_may_change_again(parsed: Doc) -> None:
    noted, trade = token(parsed, "noted"), token(parsed, "trade")
    with settled(parsed):
        assert trade not in children(noted, "obj")
    trade.head, trade.dep_ = noted, "obj"
    assert trade in children(noted, "obj")
    with settled(parsed):
        assert trade in children(noted, "obj")


def test_a_block_that_fails_leaves_the_doc_as_it_was(parsed: Doc) -> None:
    before = dict(parsed.user_data)
    with pytest.raises(ZeroDivisionError), settled(parsed):
        raise ZeroDivisionError
    assert parsed.user_data == before
