"""The page in a browser as a whole: it opens, is safe, follows the reader's system, and is within everyone's reach."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.export.browsing import Opener, all_of, choose, find, lit, shown, texts
from tests.export.page_graphs import HOSTILE, hostile, invented, shifted

PANES = ("#filters", "#rows", "#text", "#details")
DARK = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
PHONE = (390, 844)


def test_it_opens_without_an_error_or_a_request(opened: Opener) -> None:
    page = opened(invented())
    messages = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith("data:")] == [page.current_url]
    assert page.get_log("browser") == []
    assert find(page, "#summary").text == "42 of 42 statements"


def test_a_graph_of_nothing_opens(opened: Opener) -> None:
    page = opened(dataclasses.replace(invented(1, 1), documents=(), statements=(), entities=()))
    assert page.get_log("browser") == []
    assert find(page, "#summary").text == "0 of 0 statements"
    assert find(page, "#table-body").text == "No statement fits these filters."


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_names_are_text(opened: Opener, name: str) -> None:
    page = opened(hostile(name))
    choose(page, 0)
    assert lit(page)
    find(page, "#details .node").click()
    find(page, "#search").send_keys("a")
    for tab in all_of(page, "#view-tabs [role=tab]"):
        page.execute_script("arguments[0].click()", tab)
    assert page.execute_script("return [window.hacked === undefined, document.images.length]") == [True, 0]
    assert page.get_log("browser") == []
    for part in ("html", *PANES):
        assert page.execute_script("const one = document.querySelector(arguments[0]);"
                                   "return one.scrollWidth <= one.clientWidth", part), part  # fmt: skip
    names = page.execute_script("return [...document.querySelectorAll('bdi')].map((one) => one.textContent)")
    assert max(map(len, names)) <= 600
    written = page.execute_script("return document.querySelector('main').textContent")
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", written)


def test_offsets_count_code_points(opened: Opener) -> None:
    graph = shifted(invented(1, 3), "𝔓𝔬𝔩𝔦𝔠𝔶 🏛 ")
    page = opened(graph)
    for number, one in enumerate(graph.statements):
        choose(page, number)
        assert lit(page) == one.evidence.text


def test_a_large_graph_draws_only_the_rows_in_sight_and_tells_how_many_there_are(opened: Opener) -> None:
    page = opened(invented(8, 200))
    assert find(page, "#range").text.endswith("of 1,600 statements")
    assert len(all_of(page, ".row")) < 60
    choose(page, 1_500)
    assert lit(page)
    assert "8 of 8" in find(page, "#text-head").text


def test_colours_follow_the_system(opened: Opener) -> None:
    page = opened(invented(1, 3))
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = page.execute_script(ground)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", DARK)
    assert page.execute_script(ground) != light


def test_a_phone_shows_one_pane_at_a_time_and_reads_in_it(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, size=PHONE)
    assert [find(page, one).is_displayed() for one in PANES] == [False, True, False, False]
    choose(page, 0)
    assert [find(page, one).is_displayed() for one in PANES] == [False, False, True, True]
    assert lit(page) == graph.statements[0].evidence.text
    assert texts(page, "[aria-pressed=true][data-turn]") == ["Read"]
    find(page, "[data-turn=picture]").click()
    assert find(page, "#view svg").is_displayed()
    find(page, "[data-turn=filters]").click()
    find(page, "[data-facet=act] [data-value=directive]").click()
    assert 0 < shown(page) < 42
    assert page.execute_script("return document.documentElement.scrollWidth <= innerWidth")


AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STEPS = {
    "as it opens": "",
    "with a statement chosen": "document.querySelector('.row').click()",
    "with a judgement": "document.querySelector('.row').click(); document.querySelector('.verdict.fix input').click()",
    "with a node chosen": "document.querySelector('.row').click(); document.querySelector('#details .node').click()",
    "with filters": "document.querySelector('[data-facet=act] [data-value=directive]').click()",
    "with the network": "document.getElementById('tab-network').click()",
    "with the matrix": "document.getElementById('tab-matrix').click()",
    "with the timeline": "document.getElementById('tab-timeline').click()",
    "while searching": "search.focus(); search.value = 'c'; search.dispatchEvent(new Event('input'))",
}


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: npm install")
@pytest.mark.parametrize("media", [{"features": []}, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", [(1400, 900), PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_axe_finds_no_violation(opened: Opener, step: str, size: tuple[int, int], media: dict[str, Any]) -> None:
    page = opened(invented(), size=size)
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    page.execute_script(f"const search = document.getElementById('search'); {step}")
    page.execute_script(AXE.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.execute_async_script(
        "axe.run({ runOnly: arguments[0] }).then((all) => arguments[1](all.violations.map((one) => "
        "[one.id, one.nodes.slice(0, 3).map((node) => node.html)])))",
        tags,
    )
    assert found == []
