"""Children come in text order, by their relations, also behind a change of the tree."""

from __future__ import annotations

import pytest

from kg.syntax import children, marked
from tests.docs import doc, token


@pytest.mark.parametrize(
    ("deps", "expected"),
    [
        ((), ["Wang", "pay", "."]),
        (("nsubj",), ["Wang"]),
        (("ccomp", "nsubj"), ["Wang", "pay"]),
        (("punct", "ccomp", "nsubj"), ["Wang", "pay", "."]),
        (("iobj",), []),
    ],
)
def test_children_come_in_text_order_by_their_relations(deps: tuple[str, ...], expected: list[str]) -> None:
    said = token(doc("Wang said that companies will pay taxes."), "said")
    assert [child.text for child in children(said, *deps)] == expected


def test_a_word_that_is_moved_is_a_child_of_its_new_head_alone() -> None:
    parsed = doc("Wang said that companies will pay taxes.")
    said, pay, firms = token(parsed, "said"), token(parsed, "pay"), token(parsed, "companies")
    firms.move(said)
    assert [child.text for child in children(said, "nsubj")] == ["Wang", "companies"]
    assert firms not in children(pay)


def test_a_clause_is_marked_by_the_word_that_opens_it() -> None:
    pay = token(doc("Wang said that companies will pay taxes."), "pay")
    assert (marked(pay, "that"), marked(pay, "to"), marked(pay, "will")) == (True, False, False)
