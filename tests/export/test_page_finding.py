"""Finding: suggestions, filters that count what they show of how much, and a link that reopens what was seen."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from kg.graph import Graph
from kg.model import Stance, Statement
from tests.export.browsing import (
    Opener,
    all_of,
    choose,
    data_of,
    find,
    lit,
    number_of,
    press,
    shown,
    texts,
    tick,
    until,
)
from tests.export.page_graphs import invented

ENTER, ESCAPE, DOWN, UP = "\ue007", "\ue00c", "\ue015", "\ue013"


def various() -> Graph:
    """A graph in which confidence, stance, date and issuer vary too."""
    graph = invented()
    stances: tuple[Stance | None, ...] = ("support", "oppose", None)
    statements = tuple(
        replace(one, confidence=(number % 10 + 1) / 10 if number % 7 else None, stance=stances[number % 3])
        for number, one in enumerate(graph.statements)
    )
    dates = ("2021-05-01", "2022-06", None)
    issuers = ("Government of Norland", "Harbour Union", None)
    documents = tuple(
        dataclasses.replace(one, date=date, issuer=issuer)
        for one, date, issuer in zip(graph.documents, dates, issuers, strict=True)
    )
    return dataclasses.replace(graph, statements=statements, documents=documents)


CASES: dict[str, tuple[str, str, Callable[[Graph, Statement], bool]]] = {
    "document": ("document", "read-out-1", lambda _, one: one.document == "read-out-1"),
    "theme": ("theme", "theme:standards", lambda _, one: any(x.concept == "theme:standards" for x in one.themes)),
    "no theme": ("theme", "none", lambda _, one: not one.themes),
    "act": ("act", "commitment", lambda _, one: one.act == "commitment"),
    "deontic type": ("deontic", "prohibition", lambda _, one: one.deontic == "prohibition"),
    "stance": ("stance", "oppose", lambda _, one: one.stance == "oppose"),
    "mode of speech": ("mode", "indirect", lambda _, one: any(link.mode == "indirect" for link in one.attribution)),
    "issuer": ("issuer", "Harbour Union", lambda _, one: one.document == "read-out-1"),
    "speaker": (
        "speaker", "id:person/mei-sato",
        lambda _, one: any(who.label == "Mei Sato" for link in one.attribution for who in link.speakers),
    ),
    "type of entity": (
        "type", "place",
        lambda _, one: any(
            each and each.type in {"pol:Country", "pol:City"} for each in (one.subject, one.object, *one.arguments)
        ),
    ),
    "asserted only": ("voice", "asserted", lambda _, one: not one.attribution),
}  # fmt: skip


@pytest.mark.parametrize(("facet", "value", "is_let"), CASES.values(), ids=CASES)
def test_a_filter_shows_what_it_says_and_counts_it(
    opened: Opener, facet: str, value: str, is_let: Callable[[Graph, Statement], bool]
) -> None:
    graph = various()
    expected = [number for number, one in enumerate(graph.statements) if is_let(graph, one)]
    page = opened(graph)
    choice = find(page, f"[data-facet='{facet}'] .choice:has(> label > [data-value='{value}']) .count")
    told = choice.get_attribute("textContent")
    tick(page, facet, value)
    assert 0 < shown(page) == len(expected) == int(told) < 42
    assert find(page, "#summary").text == f"{len(expected)} of 42 statements"
    rows = {int(one.get_attribute("data-at")) for one in all_of(page, ".row")}
    assert rows <= set(expected)
    find(page, "#reset").click()
    assert shown(page) == 42


def test_themes_are_a_tree_with_counts_and_one_is_chosen_with_those_below_it(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    above = data_of(page)["terms"]["theme:consumer-protection"]["broader"][0]
    item = find(page, f"[data-facet='theme'] .choice:has(> label > [data-value='{above}'])")
    turn, below = (
        item.find_element("css selector", one) for one in (".turn", "[data-value='theme:consumer-protection']")
    )
    assert not below.is_displayed()
    turn.click()
    assert below.is_displayed()
    assert turn.get_attribute("aria-expanded") == "true"
    counts = [int(one.text) for one in item.find_elements("css selector", ".count")]
    narrow = sum(any(x.concept == "theme:consumer-protection" for x in one.themes) for one in graph.statements)
    assert narrow in counts[1:]
    item.find_element("css selector", "input").click()
    assert shown(page) == counts[0] >= narrow > 0


def test_a_value_of_a_long_list_is_found_by_its_name(opened: Opener) -> None:
    page = opened(invented(30, 3))
    page.execute_script("document.querySelector('[data-facet=document]').open = true")
    field = find(page, "[data-facet=document] .find")
    field.send_keys("read-out 27")
    names = texts(page, "[data-facet=document] .choice .name")
    assert names == ["Read-out 27 of the Lakeside Conference"]
    find(page, "[data-facet=document] .choice input").click()
    assert shown(page) == 3


def test_values_of_a_facet_add_up_and_facets_narrow_each_other(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    tick(page, "act", "directive")
    tick(page, "act", "commitment")
    either = [one for one in graph.statements if one.act in {"directive", "commitment"}]
    assert shown(page) == len(either)
    tick(page, "voice", "reported")
    assert shown(page) == sum(bool(one.attribution) for one in either)
    assert texts(page, "#chips .chip") == ["voice: Reported ×", "act: Directive ×", "act: Commitment ×"]
    all_of(page, "#chips .chip")[0].click()
    assert shown(page) == len(either)


def test_dates_narrow_by_their_fields_and_by_dragging_over_the_histogram(opened: Opener) -> None:
    from selenium.webdriver import ActionChains

    page = opened(various())
    assert "14 statements of documents without a date" in find(page, "[data-facet=date]").text
    page.execute_script(
        "const field = document.getElementById('date-from'); field.value = '2022-01-01';"
        "field.dispatchEvent(new Event('change'))"
    )
    assert find(page, "#summary").text == "14 of 42 statements"
    assert texts(page, "#chips .chip") == ["from 2022-01-01 ×"]
    find(page, "#reset").click()
    histogram = find(page, ".histogram")
    left = -histogram.rect["width"] / 2 + 2
    drag = ActionChains(page).move_to_element_with_offset(histogram, round(left), 0).click_and_hold()
    drag.move_to_element_with_offset(histogram, round(left) + 30, 0).release().perform()
    assert find(page, "#summary").text == "14 of 42 statements"
    assert "from=2021-05-01" in page.current_url


def test_confidence_lets_by_what_is_as_sure(opened: Opener) -> None:
    graph = various()
    page = opened(graph)
    page.execute_script("document.querySelector('[data-facet=confidence]').open = true")
    slider = find(page, "#confidence")
    slider.send_keys(*["\ue014"] * 12)  # right, by 0.05 each
    assert shown(page) == sum((one.confidence or 0) >= 0.6 for one in graph.statements)
    assert find(page, "[data-facet=confidence] output").text == "0.60"
    assert texts(page, "#chips .chip") == ["confidence at least 0.60 ×"]
    assert "confidence=0.6" in page.current_url


def test_what_is_reported_can_be_left_out_or_shown_alone(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    for value, many in (
        ("asserted", sum(not one.attribution for one in graph.statements)),
        ("reported", sum(bool(one.attribution) for one in graph.statements)),
    ):
        tick(page, "voice", value)
        assert shown(page) == many
        tick(page, "voice", value)
    tick(page, "voice", "asserted")
    tick(page, "voice", "reported")
    assert shown(page) == 42


def test_the_search_suggests_names_relations_documents_and_text_and_keys_choose(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    field = find(page, "#search")
    field.send_keys("MEI")
    assert field.get_attribute("aria-expanded") == "true"
    assert [text.split("\n")[0] for text in texts(page, "#suggestions [role=option]")] == ["MEI", "Mei Sato"]
    press(page, DOWN, DOWN)
    assert field.get_attribute("aria-activedescendant") == "suggestion-1"
    press(page, ENTER)
    assert find(page, "#details .title").text == "Mei Sato"
    assert field.get_attribute("aria-expanded") == "false"
    field.send_keys("adopt")
    until(page, lambda: "Relations: 1 of 1" in texts(page, "#suggestions .group"))
    press(page, UP, ENTER)
    adopted = sum(one.relation.lemma == "adopt" for one in graph.statements)
    assert shown(page) == adopted
    assert texts(page, "#chips .chip") == ["relation: adopted ×"]
    find(page, "#reset").click()
    field.send_keys("read-out 3")
    press(page, UP, ENTER)
    assert graph.documents[2].title in find(page, "#text-head").text


def test_enter_searches_the_text_whatever_its_case_and_marks_and_escape_clears(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    field = find(page, "#search")
    field.send_keys("öFFshore WIND", ENTER)
    expected = sum("offshore wind" in (one.object.text if one.object else "") for one in graph.statements)
    assert shown(page) == expected > 0
    field.send_keys(ESCAPE)
    assert (shown(page), field.get_attribute("value")) == (42, "")


def test_what_nothing_fits_says_so_and_can_be_reset(opened: Opener) -> None:
    page = opened(invented())
    find(page, "#search").send_keys("no such words", ENTER)
    assert find(page, "#summary").text == "0 of 42 statements"
    assert find(page, "#table-body").text == "No statement fits these filters."
    find(page, "#reset").click()
    assert shown(page) == 42


def test_a_link_reopens_what_was_seen(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    tick(page, "act", "directive")
    number = number_of(graph, lambda one: one.act == "directive")
    find(page, "[data-column=subject] button").click()
    choose_shown(page, number)
    before = state(page)
    again = opened(graph, "#" + page.current_url.partition("#")[2])
    assert state(again) == before
    assert lit(again) == graph.statements[number].evidence.text


def choose_shown(page: Any, number: int) -> None:
    page.execute_script("document.querySelector(`.row[data-at='${arguments[0]}']`).click()", number)


def state(page: Any) -> tuple[object, ...]:
    sorted_by = find(page, "th[aria-sort]")
    return (
        shown(page), texts(page, "#chips .chip"), find(page, "#details .title").text,
        texts(page, ".row .col-subject")[:5], sorted_by.get_attribute("data-column"),
        sorted_by.get_attribute("aria-sort"),
    )  # fmt: skip


def test_back_and_forward_step_through_what_was_seen(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    choose(page, 1)
    tick(page, "act", "directive")
    assert shown(page) < 42
    find(page, "#back").click()
    until(page, lambda: shown(page) == 42)
    assert lit(page) == graph.statements[1].evidence.text
    find(page, "#back").click()
    until(page, lambda: lit(page) == "")
    find(page, "#forward").click()
    until(page, lambda: lit(page) == graph.statements[1].evidence.text)


@pytest.mark.parametrize(
    "fragment", ["#s=gone&n=id:gone&view=none", "#confidence=x&sort=&path=a", "#%E0%A4%A", "#only.act=gone&only.x=1"]
)
def test_a_fragment_of_another_graph_opens_what_it_can(opened: Opener, fragment: str) -> None:
    page = opened(invented(), fragment)
    assert page.get_log("browser") == []
    assert "of 42 statements" in find(page, "#summary").text
