"""The page in a browser, as a reader uses it; where there is no Chromium these tests are skipped."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.export.page import write_page
from kg.graph import Graph
from kg.model import Statement
from tests.export.page_graphs import HOSTILE, hostile, invented, shifted

webdriver = pytest.importorskip("selenium.webdriver")
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="no chromium and chromedriver on the path")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-prefers-reduced-motion",
    "--window-size=1400,900",
)

# A point on the line of a statement that nothing else covers, in pixels of the window.
ON_EDGE = """
const { network } = document.getElementById("canvas");
const pane = document.getElementById("canvas").getBoundingClientRect();
for (const share of [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65]) {
  for (const edge of Object.values(network.body.edges)) {
    const point = network.canvasToDOM(edge.edgeType.getPoint(share));
    if (edge.options.width > 1 && network.getNodeAt(point) === undefined && network.getEdgeAt(point) === edge.id) {
      return { id: edge.id, x: pane.left + point.x, y: pane.top + point.y };
    }
  }
}
"""
DRAWN = "return Object.keys(document.getElementById('canvas').network.body.nodes).map(Number)"
Opener = Callable[[Graph], Any]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM or ""
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.get("about:blank")
    yield driver
    driver.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Opener:
    def open_page(graph: Graph) -> Any:
        path = tmp_path / "graph.html"
        write_page(graph, path)
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get(path.as_uri())
        return browser

    return open_page


def find(page: Any, selector: str) -> Any:
    return page.find_element("css selector", selector)


def texts(page: Any, selector: str) -> list[str]:
    return [one.text for one in page.find_elements("css selector", selector)]


def until(page: Any, condition: Callable[[], bool]) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(page, 5, 0.05).until(lambda _: condition())


def untick(page: Any, facet: str, name: str) -> None:
    for row in page.find_elements("css selector", f"[data-facet={facet}] .choice"):
        if row.find_element("css selector", "label").text.startswith(name):
            row.find_element("css selector", "input").click()
            return
    raise AssertionError(f"no choice {name} in {facet}")


def test_it_opens_without_an_error_or_a_request(opened: Opener) -> None:
    page = opened(invented())
    messages = [json.loads(entry["message"])["message"] for entry in page.get_log("performance")]
    asked = [one["params"]["request"]["url"] for one in messages if one["method"] == "Network.requestWillBeSent"]
    assert [url for url in asked if not url.startswith("data:")] == [page.current_url]
    assert page.get_log("browser") == []
    assert find(page, "#summary").text == "42 statements · 3 documents"


def test_a_click_on_an_edge_shows_its_sentence_with_the_evidence_marked(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    place = page.execute_script(ON_EDGE)
    actions = webdriver.ActionChains(page)
    actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"])).click()
    actions.perform()
    until(page, lambda: bool(page.find_elements("css selector", "#reading mark")))
    number = int(find(page, "#rows .row[aria-current]").get_attribute("data-at"))
    one = graph.statements[number]
    text = graph.documents[[document.id for document in graph.documents].index(one.document)].text
    assert find(page, "#reading mark").text == one.evidence.text
    assert text[one.sentence.start : one.sentence.end] in find(page, "#reading blockquote").text
    said_by = [speaker.label for link in one.attribution for speaker in link.speakers]
    assert texts(page, "#reading .chain .node") == said_by
    reading = find(page, "#reading").text
    for shown in (one.act, one.rule, one.id, "2024-03-", "Government of Norland", one.polarity, one.modality):
        assert shown in reading


CASES: dict[str, tuple[Callable[[Statement], bool], str]] = {
    "reported": (lambda one: bool(one.attribution), "in reported words"),
    "in the document voice": (lambda one: not one.attribution, "issued by Government of Norland"),
    "an obligation": (lambda one: one.deontic == "obligation", "5 of 5 (must, shall)"),
    "at a time": (lambda one: one.time is not None, "2024-03-12"),
    "in a place": (lambda one: any(argument.role == "where" for argument in one.arguments), "Where"),
}


@pytest.mark.parametrize(("is_meant", "shown"), CASES.values(), ids=CASES)
def test_a_row_opens_its_statement_with_who_how_and_when(
    opened: Opener, is_meant: Callable[[Statement], bool], shown: str
) -> None:
    graph = invented()
    number = next(at for at, one in enumerate(graph.statements) if is_meant(one))
    page = opened(graph)
    find(page, f".row[data-at='{number}']").click()
    assert shown in find(page, "#reading").text
    assert find(page, "#reading mark").text == graph.statements[number].evidence.text


def test_themes_can_be_switched_off_one_by_one_and_as_nodes(opened: Opener) -> None:
    page = opened(invented())
    families = page.execute_script("return JSON.parse(document.getElementById('data').textContent).nodes")
    themes = {at for at, node in enumerate(families) if node["family"] == "theme"}
    standards = next(at for at in themes if families[at]["label"] == "Standards")
    assert themes <= set(page.execute_script(DRAWN))
    untick(page, "theme", "Standards")
    assert standards not in page.execute_script(DRAWN)
    assert "of 42 statements" in find(page, "#summary").text
    find(page, "#reset").click()
    find(page, "#theme-nodes").click()
    assert not themes & set(page.execute_script(DRAWN))
    assert find(page, "#summary").text == "42 statements · 3 documents"


def test_filters_leave_what_they_say_and_count_it(opened: Opener) -> None:
    graph = invented()
    own = sum(not one.attribution for one in graph.statements)
    page = opened(graph)
    find(page, "[name=voice][value=own]").click()
    assert f"{own} of 42 statements" in find(page, "#summary").text
    assert len(page.find_elements("css selector", "#rows .row")) == own
    assert "reported" not in page.execute_script("return document.getElementById('rows').innerHTML")
    directives = sum(one.act == "directive" and not one.attribution for one in graph.statements)
    untick(page, "act", "Directive")
    assert f"{own - directives} of 42 statements" in find(page, "#summary").text


def test_the_search_finds_words_and_names_whatever_their_case(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    find(page, "#search").send_keys("oFFshore WIND")
    expected = sum("offshore wind" in (one.object.text if one.object else "") for one in graph.statements)
    assert expected
    until(page, lambda: f"{expected} of 42" in find(page, "#summary").text)


def test_keys_reach_the_list_and_walk_it(opened: Opener) -> None:
    from selenium.webdriver.common.keys import Keys

    page = opened(invented())
    find(page, ".row").send_keys(Keys.ARROW_DOWN)
    second = page.switch_to.active_element
    assert second.get_attribute("data-at") == "1"
    second.send_keys(Keys.ENTER)
    assert second.get_attribute("aria-current") == "true"
    assert page.execute_script("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    find(page, "body").send_keys(Keys.ESCAPE)
    assert not page.find_elements("css selector", "#reading mark")


def test_a_node_lists_what_it_says_and_stands_in(opened: Opener) -> None:
    graph = invented()
    said = [one for one in graph.statements if one.attribution]
    speaker = said[0].attribution[0].speakers[0].label
    page = opened(graph)
    find(page, f".row[data-at='{graph.statements.index(said[0])}']").click()
    find(page, "#reading .chain .node").click()
    assert find(page, "#reading h2").text == speaker
    count = sum(speaker in {who.label for link in one.attribution for who in link.speakers} for one in said)
    assert any(text.startswith(f"Says: {count} statement") for text in texts(page, "#reading h3"))


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_hostile_names_are_text(opened: Opener, name: str) -> None:
    page = opened(hostile(name))
    find(page, ".row").click()
    assert find(page, "#reading mark").text
    find(page, "#reading .node").click()
    assert page.execute_script("return [window.hacked === undefined, document.images.length]") == [True, 0]
    assert page.get_log("browser") == []
    assert len(page.find_elements("css selector", "main > *")) == 5
    for part in ("html", "#reading", "#rows", "#filters"):
        assert page.execute_script("const one = document.querySelector(arguments[0]);"
                                   "return one.scrollWidth <= one.clientWidth", part)  # fmt: skip
    names = page.execute_script("return [...document.querySelectorAll('bdi')].map((one) => one.textContent)")
    assert max(map(len, names)) <= 240
    assert not any(re.search("[\u202a-\u202e\u2066-\u2069]", one) for one in names)


def test_offsets_count_code_points(opened: Opener) -> None:
    graph = shifted(invented(1, 3), "𝔓𝔬𝔩𝔦𝔠𝔶 🏛 ")
    page = opened(graph)
    for number, one in enumerate(graph.statements):
        find(page, f".row[data-at='{number}']").click()
        assert find(page, "#reading mark").text == one.evidence.text


def test_a_large_graph_says_how_much_is_drawn_and_lists_all(opened: Opener) -> None:
    page = opened(invented(8, 200))
    assert find(page, "#drawn").text.startswith("300 of 1,600 statements drawn")
    assert find(page, "#range").text == "1–100 of 1,600"
    find(page, "#later").click()
    assert find(page, "#range").text == "101–200 of 1,600"
    find(page, ".row[data-at='199']").click()
    assert find(page, "#reading mark").text


def test_loosened_nodes_go_back_to_their_places(opened: Opener) -> None:
    page = opened(invented(1, 6))
    places = "return document.getElementById('canvas').network.getPositions()"
    before = page.execute_script(places)
    find(page, "#loosen").click()
    until(page, lambda: page.execute_script(places) != before)
    find(page, "#loosen").click()
    assert page.execute_script(places) == before


def test_colours_follow_the_system(opened: Opener) -> None:
    page = opened(replace(invented(1, 3)))
    ground = "return getComputedStyle(document.body).backgroundColor"
    light = page.execute_script(ground)
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    try:
        assert page.execute_script(ground) != light
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
