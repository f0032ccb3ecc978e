"""How it looks: a legend, captions, names that do not pile up, paper, and a focus that is seen wherever keys lead."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.export.browsing import Opener, all_of, choose, find, press, texts, tick, until
from tests.export.page_graphs import invented

TAB = "\ue004"
PRINT = {"media": "print"}
FOCUSED = """
const one = document.activeElement, style = getComputedStyle(one);
const { value, at, widen } = one.dataset;
return [one.id || value || at || widen || one.closest("th")?.dataset.column || one.tagName,
  style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, one.closest(".pane")?.id ?? ""];
"""
VIEWS = {
    "speakers": "Lines are clauses on a theme",
    "network": "Lines are statements",
    "matrix": "Marks count clauses",
    "timeline": "Bars count clauses",
}


@pytest.mark.parametrize(("view", "unit"), VIEWS.items())
def test_each_view_says_its_unit_its_filters_and_how_much_of_how_much_it_shows(
    opened: Opener, view: str, unit: str
) -> None:
    graph = invented()
    page = opened(graph)
    find(page, f"#tab-{view}").click()
    tick(page, "act", "directive")
    caption = find(page, "#view-caption").text
    many = sum(one.act == "directive" for one in graph.statements)
    assert unit in caption
    assert f"{many} of 42 statements. Filters: act: Directive." in caption
    assert re.search(r"all drawn|\d+ of \d+ (voice|row|theme)", caption)


def test_the_legend_tells_what_shapes_and_lines_stand_for(opened: Opener) -> None:
    page = opened(invented(), "#view=network")
    find(page, ".network-legend summary").click()
    told = find(page, ".network-legend ul").text
    for name in ("People", "Organisations", "Themes", "Phrases", "document’s own", "reported", "negated"):
        assert name in told
    assert all(one.find_elements("css selector", "svg") for one in all_of(page, ".network-legend li"))


@pytest.mark.parametrize(
    ("documents", "sentences"), [(3, 14), (8, 60), (8, 200)], ids=["42", "480", "1600 statements, grouped"]
)
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["wide", "phone"])
def test_no_name_lies_on_another_at_the_first_zoom(
    opened: Opener, tmp_path: Path, documents: int, sentences: int, size: tuple[int, int]
) -> None:
    page = opened(invented(documents, sentences), "#view=network", size=size)
    if size[0] < 720:
        find(page, "[data-turn=picture]").click()
    page.execute_script("document.getElementById('save-svg').click()")
    until(page, (tmp_path / "network.svg").exists)
    page.get((tmp_path / "network.svg").as_uri())
    boxes = page.execute_script(
        "return [...document.querySelectorAll('svg svg text')].map((one) => one.getBBox())"
        ".map(({ x, y, width, height }) => [x, y, x + width, y + height])"
    )
    assert len(boxes) >= 4
    for one, other in combinations(boxes, 2):
        assert not meet(one, other)


def meet(one: list[float], other: list[float]) -> bool:
    """Whether two boxes share more than a pixel or two, which fonts of another machine may be wider by."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 2 and down > 4


def test_on_paper_the_text_stands_whole_with_its_marks_and_without_what_is_for_pressing(opened: Opener) -> None:
    graph = invented(1, 200)
    page = opened(graph)
    choose(page, 2)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", PRINT)
    page.execute_script("dispatchEvent(new Event('beforeprint'))")
    for hidden in ("#filters", "#picture", "#search", "#reset", ".judge", "footer", ".moves"):
        assert not find(page, hidden).is_displayed(), hidden
    assert find(page, "#details .title").is_displayed()
    text = find(page, "#text")
    assert page.execute_script("return arguments[0].scrollHeight <= arguments[0].clientHeight + 1", text)
    assert len(all_of(page, "#text mark")) >= 200
    printed = page.execute_cdp_cmd("Page.printToPDF", {})
    assert len(printed["data"]) > 10_000


def test_tab_leads_through_every_pane_and_its_focus_is_seen(opened: Opener) -> None:
    page = opened(invented())
    met: dict[str, bool] = {}
    panes = set()
    for _ in range(140):
        press(page, TAB)
        name, is_seen, pane = page.execute_script(FOCUSED)
        met.setdefault(name, is_seen)
        panes.add(pane)
        if pane == "details":
            break
    assert {"search", "back", "forward", "link", "asserted", "tab-speakers", "picture", "subject", "0", "text"} <= set(
        met
    )
    assert {"filters", "picture", "statements", "reading", "details"} <= panes
    assert [name for name, is_seen in met.items() if not is_seen] == []


def test_keys_alone_open_a_view_filter_it_choose_and_judge(opened: Opener) -> None:
    opened(invented()).execute_script("localStorage.clear()")
    page = opened(invented())
    focus(page, "#tab-speakers")
    press(page, "\ue014")  # right
    assert find(page, "[role=tab][aria-selected=true]").text == "Network"
    focus(page, "[data-facet=act] [data-value=directive]")
    press(page, " ")
    assert texts(page, "#chips .chip") == ["act: Directive ×"]
    focus(page, ".row[tabindex='0']")
    press(page, "\ue015", "\ue007")  # down, enter
    assert find(page, "#details .verdict.right input").is_displayed()
    focus(page, "#details .verdict.wrong input")
    press(page, " ")
    assert find(page, "#decisions").text == "decisions.csv (1)"
    page.execute_script("localStorage.clear()")


def focus(page: Any, selector: str) -> None:
    page.execute_script("document.querySelector(arguments[0]).focus()", selector)


def test_the_search_is_a_key_away(opened: Opener) -> None:
    from selenium.webdriver import ActionChains

    page = opened(invented())
    ActionChains(page).key_down("\ue009").send_keys("k").key_up("\ue009").perform()
    assert page.switch_to.active_element.get_attribute("id") == "search"


def test_a_pane_can_be_enlarged_and_a_link_keeps_that(opened: Opener) -> None:
    page = opened(invented())
    before = find(page, "#view").size["height"]
    find(page, "[data-widen=picture]").click()
    assert find(page, "#view").size["height"] > 1.5 * before
    assert not find(page, "#statements").is_displayed()
    again = opened(invented(), "#" + page.current_url.partition("#")[2])
    assert not find(again, "#statements").is_displayed()
    find(again, "[data-widen=picture]").click()
    assert find(again, "#statements").is_displayed()
