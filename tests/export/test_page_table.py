"""The table: sorted by any column, walked by keys, and only the rows in sight are elements."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model import Statement
from tests.export.browsing import Opener, all_of, find, lit, press, row, texts
from tests.export.page_graphs import invented

DOWN, UP, END, HOME, PAGE_DOWN = "\ue015", "\ue013", "\ue010", "\ue011", "\ue00f"
KEYS: dict[str, Callable[[Statement], str]] = {
    "subject": lambda one: one.subject.text,
    "relation": lambda one: one.relation.text,
    "object": lambda one: one.object.text if one.object else "",
    "act": lambda one: one.act + (one.deontic or ""),
}


@pytest.mark.parametrize("column", KEYS)
def test_a_head_sorts_and_sorts_the_other_way(opened: Opener, column: str) -> None:
    graph = invented()
    page = opened(graph)
    key = KEYS[column]
    expected = sorted(graph.statements, key=lambda one: key(one).casefold())
    for direction, first in (("ascending", expected[0]), ("descending", expected[-1])):
        find(page, f"[data-column={column}] button").click()
        head = find(page, f"[data-column={column}]")
        assert head.get_attribute("aria-sort") == direction
        number = int(all_of(page, ".row")[0].get_attribute("data-at"))
        assert key(graph.statements[number]) == key(first)
    assert len(all_of(page, "th[aria-sort]")) == 1


def test_keys_walk_the_rows_and_choose_them(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    page.execute_script("arguments[0].focus()", row(page, 0))
    for key, number in ((DOWN, 1), (DOWN, 2), (UP, 1), (END, 41), (HOME, 0)):
        press(page, key)
        active = page.switch_to.active_element
        assert active.get_attribute("data-at") == str(number)
        assert lit(page) == graph.statements[number].evidence.text
    press(page, PAGE_DOWN)
    assert int(page.switch_to.active_element.get_attribute("data-at")) > 5
    assert len(all_of(page, ".row[tabindex='0']")) == 1


def test_rows_are_made_where_they_are_seen_and_each_knows_its_place(opened: Opener) -> None:
    page = opened(invented(8, 200))
    assert find(page, "#table").get_attribute("aria-rowcount") == "1601"
    assert row(page, 1_599).get_attribute("aria-rowindex") == "1601"
    assert len(all_of(page, ".row")) < 60
    assert not all_of(page, ".row[data-at='0']")


def test_a_negated_reported_statement_is_told_apart_in_its_row(opened: Opener) -> None:
    graph = invented()
    number = next(at for at, one in enumerate(graph.statements) if one.polarity == "negative")
    page = opened(graph)
    shape = row(page, number).find_elements("css selector", ".line line")
    assert len(shape) == 2  # the line, and the bar across it
    assert texts(page, "#statements-title") == ["Statements"]
