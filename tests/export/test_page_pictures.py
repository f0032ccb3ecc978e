"""The pictures: what they draw of how much, how they answer to a press, and what is taken away of them."""

from __future__ import annotations

import dataclasses
import re
import struct
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from kg.graph import Graph
from kg.model import Act, Statement
from tests.export.browsing import Opener, all_of, choose, data_of, find, labels, lit, row, shown, texts, tick, until
from tests.export.page_graphs import invented

NETWORK = "const { network } = document.getElementById('canvas');"
DRAWN = f"{NETWORK} return Object.keys(network.body.nodes).map(Number)"
# A point on the line of a statement that nothing else covers, in pixels of the window.
ON_EDGE = f"""
{NETWORK}
const pane = document.getElementById("canvas").getBoundingClientRect();
for (const share of [0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65]) {{
  for (const edge of Object.values(network.body.edges)) {{
    const point = network.canvasToDOM(edge.edgeType.getPoint(share));
    if (edge.options.width > 1.2 && network.getNodeAt(point) === undefined && network.getEdgeAt(point) === edge.id) {{
      return {{ x: pane.left + point.x, y: pane.top + point.y }};
    }}
  }}
}}
"""

# A node's middle, in pixels of the window.
PLACE = f"""
{NETWORK}
const pane = document.getElementById("canvas").getBoundingClientRect();
const {{ x, y }} = network.canvasToDOM(network.getPosition(arguments[0]));
return {{ x: pane.left + x, y: pane.top + y }};
"""


def title(drawn: Any) -> str:
    return str(drawn.find_element("css selector", "title").get_attribute("textContent"))


def press_at(page: Any, place: dict[str, float]) -> None:
    from selenium.webdriver import ActionChains

    actions: Any = ActionChains(page)
    actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"])).click()
    actions.perform()


def test_it_opens_on_speakers_and_themes_and_a_press_on_a_line_narrows_to_what_it_counts(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    assert find(page, "[role=tab][aria-selected=true]").text == "Speakers × themes"
    pairs = Counter(
        (one.attribution[-1].speakers[0].label, one.themes[0].concept)
        for one in graph.statements
        if one.themes and one.attribution
    )
    (speaker, theme), count = pairs.most_common(1)[0]
    line = next(one for one in all_of(page, f".pair[data-theme='{theme}']") if title(one).startswith(f"{speaker} · "))
    assert title(line).endswith(f": {count} clause{'s' * (count != 1)}")
    page.execute_script("arguments[0].dispatchEvent(new MouseEvent('click', { bubbles: true }))", line)
    assert shown(page) == count


def test_a_document_s_own_voice_is_its_issuer_s_among_the_speakers(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    own = sum(bool(one.themes) and not one.attribution for one in graph.statements)
    issuer = find(page, ".end-name[data-key='issuer Government of Norland']")
    assert title(issuer) == f"Government of Norland: {own} clauses"


def test_a_name_is_reached_by_keys_and_chosen(opened: Opener) -> None:
    page = opened(invented())
    name = find(page, ".end-name[data-key='theme:standards']")
    page.execute_script("arguments[0].focus()", name)
    name.send_keys("\ue007")
    assert find(page, "#details .title").text == "Standards and certification"
    assert find(page, ".end-name.lit text").text.startswith("Standards")


def test_a_click_on_an_edge_lights_its_words_in_the_text(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, "#view=network&in.page.wide=picture")
    press_at(page, page.execute_script(ON_EDGE))
    until(page, lambda: lit(page))
    identifier = all_of(page, "#details code")[-1].text
    one = next(one for one in graph.statements if one.id == identifier)
    assert lit(page) == one.evidence.text


def test_the_network_draws_what_is_shown_and_says_how_much_that_is(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, "#view=network")
    caption = find(page, "#view-caption")
    assert caption.text == (
        "Lines are statements, nodes who and what stands in them: all drawn. 42 of 42 statements. No filters."
    )
    before = len(page.execute_script(DRAWN))
    tick(page, "act", "directive")
    directives = sum(one.act == "directive" for one in graph.statements)
    assert caption.text.endswith(f"all drawn. {directives} of 42 statements. Filters: act: Directive.")
    assert 0 < len(page.execute_script(DRAWN)) < before


def test_a_large_network_is_grouped_by_theme_and_a_press_opens_a_group(opened: Opener) -> None:
    graph = invented(8, 200)
    page = opened(graph, "#view=network")
    assert "Too many to draw one by one: nodes are themes" in find(page, "#view-caption").text
    assert all(node < 0 for node in page.execute_script(DRAWN))
    press_at(page, page.execute_script(PLACE, -2))
    until(page, lambda: shown(page) < len(graph.statements))
    assert texts(page, "#chips .chip")[0].startswith("theme: ")
    find(page, "#back").click()
    until(page, lambda: shown(page) == len(graph.statements))


def test_every_group_has_its_name_and_how_much_it_holds(opened: Opener, tmp_path: Path) -> None:
    page = opened(invented(8, 200), "#view=network")
    told = {
        one.find_element("css selector", ".name").get_attribute("textContent"): one.find_element(
            "css selector", ".count"
        ).get_attribute("textContent")
        for one in all_of(page, "[data-facet=theme] .choices > .choice > label")
    }
    names = set(taken_names(page, tmp_path))
    assert {f"{name}\u2002{count}" for name, count in told.items()} == names
    assert len(names) > 4


def taken_names(page: Any, folder: Path) -> list[str]:
    """The names in the network that is taken away as SVG."""
    find(page, "#save-svg").click()
    until(page, (folder / "network.svg").exists)
    tree = ElementTree.fromstring((folder / "network.svg").read_text("utf-8"))
    drawing = tree.find("{http://www.w3.org/2000/svg}svg")
    assert drawing is not None
    return ["".join(one.itertext()) for one in drawing.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("in.network.group=type", "nodes are types"),
        ("in.network.group=connected", "300 of 1,600 statements drawn, the best connected"),
        ("only.theme=none", "nodes are types"),
    ],
    ids=["by type", "the best connected", "where a theme has none below it"],
)
def test_a_large_network_is_drawn_in_other_ways(opened: Opener, fragment: str, told: str) -> None:
    graph = invented(8, 200)
    if "none" in fragment:
        graph = dataclasses.replace(graph, statements=tuple(replace(one, themes=()) for one in graph.statements))
    page = opened(graph, f"#view=network&{fragment}")
    assert told in find(page, "#view-caption").text
    assert find(page, "#network-group").is_displayed()
    tick(page, "document", "read-out-7")
    assert "all drawn. 200 of 1,600 statements" in find(page, "#view-caption").text
    assert not find(page, "#network-group").is_displayed()


def test_a_reader_chooses_how_a_large_network_is_grouped(opened: Opener) -> None:
    page = opened(invented(8, 200), "#view=network")
    find(page, "#network-group option[value=type]").click()
    assert "nodes are types" in find(page, "#view-caption").text
    assert "in.network.group=type" in page.current_url


def test_of_a_large_network_a_reader_can_follow_a_node(opened: Opener) -> None:
    graph = invented(8, 200)
    page = opened(graph, "#view=network&expanded=id:city/port-ellery")
    held = sum(
        "id:city/port-ellery" in {one and one.entity for one in (each.subject, each.object, *each.arguments)}
        for each in graph.statements
    )
    caption = find(page, "#view-caption").text
    assert f"{held} of 1,600 statements drawn, those of the nodes that are followed" in caption


def test_hidden_nodes_go_expanded_ones_bring_their_neighbours_and_pinned_ones_stay(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, "#view=network")
    nodes = data_of(page)["nodes"]
    number = next(at for at, node in enumerate(nodes) if node.get("id") == "id:person/mei-sato")
    assert number in page.execute_script(DRAWN)
    page = opened(graph, "#view=network&hidden=id:person/mei-sato")
    assert number not in page.execute_script(DRAWN)
    page = opened(graph, "#view=network&pinned=id:person/mei-sato&q=nothing%20fits")
    assert page.execute_script(DRAWN) == [number]
    large = invented(8, 200)
    few = len(opened_page(opened, large, "#view=network"))
    assert len(opened_page(opened, large, "#view=network&expanded=id:person/mei-sato")) > few


def opened_page(opened: Opener, graph: Any, fragment: str) -> list[int]:
    return list(opened(graph, fragment, name="large.html").execute_script(DRAWN))


def test_themes_are_drawn_or_not(opened: Opener) -> None:
    page = opened(invented(), "#view=network")
    themes = {at for at, node in enumerate(data_of(page)["nodes"]) if node["family"] == "theme"}
    assert themes & set(page.execute_script(DRAWN))
    find(page, "#theme-nodes").click()
    assert not themes & set(page.execute_script(DRAWN))


def test_loosened_nodes_go_back_to_their_places(opened: Opener) -> None:
    page = opened(invented(1, 6), "#view=network")
    places = f"{NETWORK} return network.getPositions()"
    before = page.execute_script(places)
    find(page, "#loosen").click()
    until(page, lambda: page.execute_script(places) != before)
    find(page, "#loosen").click()
    assert page.execute_script(places) == before


def test_the_matrix_counts_clauses_of_two_facets_and_a_cell_narrows_to_them(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, "#view=matrix&in.matrix.columns=act&in.page.wide=picture")
    expected = Counter(
        (who, one.act)
        for one in graph.statements
        for who in (labels(one.attribution[-1].speakers) if one.attribution else ["The document itself"])
    )
    cells = {}
    for cell in all_of(page, ".cell"):
        names, _, count = title(cell).rpartition(": ")
        who, _, act = names.rpartition(", ")
        cells[who, act.lower()] = int(count.split()[0])
    assert cells == expected
    cell = next(one for one in all_of(page, ".cell") if title(one).startswith("The document itself, Directive"))
    page.execute_script("arguments[0].focus()", cell)
    cell.send_keys("\ue007")
    assert shown(page) == expected["The document itself", "directive"]


def test_the_matrix_crosses_other_facets(opened: Opener) -> None:
    page = opened(invented(), "#view=matrix")
    find(page, "[data-side=rows] option[value=document]").click()
    assert "of 3 rows (document)" in find(page, "#view-caption").text
    assert "in.matrix.rows=document" in page.current_url


def test_the_matrix_s_marks_are_as_large_as_their_clauses_and_coloured_by_act(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, "#view=matrix&in.matrix.columns=document&in.page.wide=picture")
    kinds = ("assertion", "directive", "commitment", "evaluation")
    largest = 0.0
    for cell in all_of(page, ".cell"):
        (who, document), count = title(cell).split(": ")[0].split(", "), title(cell).split(": ")[1]
        number = next(one.id for one in graph.documents if one.title == document)
        acts = Counter(one.act for one in graph.statements if one.document == number and voice(one) == who)
        parts = {act: cell.find_elements("css selector", f".act-{act}") for act in kinds}
        widths = {act: float(found[0].get_attribute("width")) for act, found in parts.items() if found}
        assert set(widths) == set(acts)
        assert int(count.split()[0]) == sum(acts.values())
        side = sum(widths.values())
        assert all(widths[act] == pytest.approx(side * acts[act] / sum(acts.values())) for act in acts)
        largest = max(largest, side)
    assert largest == pytest.approx(19)


def voice(one: Statement) -> str:
    return str(one.attribution[-1].speakers[0].label) if one.attribution else "The document itself"


def test_the_matrix_s_names_stay_in_sight_when_it_is_scrolled(opened: Opener) -> None:
    page = opened(invented(20, 10), "#view=matrix&in.matrix.rows=document", size=(1000, 700))
    places = (
        "const at = (one) => document.querySelector(one).getBoundingClientRect();"
        "return [at('.matrix-heads').top, at('.matrix-names').left, at('.matrix-pane').top, at('.matrix-pane').left]"
    )
    before = page.execute_script(places)
    page.execute_script("document.querySelector('.matrix-pane').scrollTo(40, 120)")
    after = page.execute_script(places)
    assert page.execute_script("return document.querySelector('.matrix-pane').scrollTop") == 120
    assert after == before
    assert page.execute_script("return document.querySelector('.cell').getBoundingClientRect().top") < before[0]


def dated() -> Graph:
    graph = invented()
    dates = ("2021-05-01", "2023-06", None)
    return dataclasses.replace(
        graph,
        documents=tuple(dataclasses.replace(one, date=at) for one, at in zip(graph.documents, dates, strict=True)),
    )


def acts_told(statements: Iterable[Statement]) -> str:
    acts = Counter(one.act for one in statements)
    order: tuple[Act, ...] = ("assertion", "directive", "commitment", "evaluation")
    return ", ".join(f"{acts[act]} {act}{'s' * (acts[act] != 1)}" for act in order if acts[act])


def test_the_timeline_counts_clauses_by_theme_date_and_act_and_a_bar_narrows_to_them(opened: Opener) -> None:
    graph = dated()
    page = opened(graph, "#view=timeline&in.page.wide=picture")
    assert "14 statements of documents without a date left out" in find(page, "#view-caption").text
    bare = [one for one in graph.statements if not one.themes and one.document == "read-out-1"]
    bar = find(page, ".bin[data-row=none][data-bin='2023-06']")
    assert title(bar) == f"No theme, 2023-06: {acts_told(bare)}"
    themed = all_of(page, ".bin:not([data-row=none])")
    counted = Counter(one.get_attribute("data-row") for one in themed)
    assert len(counted) > 2
    first = themed[0]
    theme, stretch, told = *title(first).partition(": ")[0].rsplit(", ", 1), title(first).partition(": ")[2]
    page.execute_script("arguments[0].focus()", first)
    first.send_keys("\ue007")
    assert shown(page) == sum(int(part.split()[0]) for part in told.split(", "))
    assert texts(page, "#chips .chip") == [
        f"theme: {theme} ×",
        f"from {stretch}-01 ×",
        f"until {stretch}-{31 if stretch == '2021-05' else 30} ×",
    ]


def test_the_timeline_can_have_all_in_one_row_or_a_row_for_each_speaker(opened: Opener) -> None:
    graph = dated()
    page = opened(graph, "#view=timeline")
    find(page, "#timeline-rows option[value=none]").click()
    first, second = all_of(page, ".bin")
    assert title(second) == f"2023-06: {acts_told(one for one in graph.statements if one.document == 'read-out-1')}"
    first.click()
    assert (shown(page), "from=2021-05-01" in page.current_url) == (14, True)
    find(page, "#timeline-rows option[value=speaker]").click()
    names = {title(one).partition(", ")[0] for one in all_of(page, ".bin")}
    assert names == {voice(one) for one in graph.statements if one.document == "read-out-0"}


@pytest.mark.parametrize("view", ["speakers", "network", "matrix", "timeline"])
def test_a_picture_is_taken_away_with_a_caption_of_unit_filters_number_and_version(
    opened: Opener, tmp_path: Path, view: str
) -> None:
    page = opened(invented(), f"#view={view}&only.act=directive")
    for kind in ("svg", "png"):
        find(page, f"#save-{kind}").click()
        until(page, (tmp_path / f"{view}.{kind}").exists)
    tree = ElementTree.fromstring((tmp_path / f"{view}.svg").read_text("utf-8"))
    texts = " ".join("".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text"))
    assert re.search("Lines are|Marks count|Bars count", texts)
    assert re.search(r"\d+ of 42 statements\. Filters: act: Directive\.", texts)
    assert re.search(r"policy-kg \d+\.\d+\.\d+, graph [0-9a-f]{16}", texts)
    assert re.search("Ministry of Trade|Directive", texts)
    assert not re.search(r"var\(|class=", (tmp_path / f"{view}.svg").read_text("utf-8"))
    header = (tmp_path / f"{view}.png").read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", header[16:24])
    assert width > 300
    assert height > 200


def test_pointing_at_a_row_lights_its_words(opened: Opener) -> None:
    from selenium.webdriver import ActionChains

    graph = invented()
    page = opened(graph)
    choose(page, 0)
    ActionChains(page).move_to_element(find(page, ".row[data-at='2']")).perform()
    hovered = "".join(one.text for one in all_of(page, "#text .hovered"))
    assert hovered == graph.statements[2].evidence.text


WIDTHS = f"{NETWORK} return Object.values(network.body.edges).map((one) => [one.id, one.options.width])"


def test_pointing_at_a_row_lights_its_line_in_the_network_and_at_a_line_its_row(opened: Opener) -> None:
    from selenium.webdriver import ActionChains

    page = opened(invented(1, 4), "#view=network")
    before = dict(page.execute_script(WIDTHS))
    ActionChains(page).move_to_element(find(page, ".row[data-at='2']")).perform()
    edges = data_of(page)["network"]["edges"]
    own = {str(at) for at, one in enumerate(edges) if one["kind"] != "theme" and 2 in one["statements"]}
    lit_lines = {name for name, width in page.execute_script(WIDTHS) if width > before[name]}
    assert lit_lines == own != set()
    ActionChains(page).move_to_element(find(page, "h1")).perform()
    assert dict(page.execute_script(WIDTHS)) == before
    place = page.execute_script(ON_EDGE)
    actions: Any = ActionChains(page)
    actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"]))
    actions.perform()
    until(page, lambda: len(all_of(page, ".row.hovered")) == 1)
    assert all_of(page, "#text .hovered")


def test_lines_that_are_taken_away_have_their_ends(opened: Opener, tmp_path: Path) -> None:
    graph = invented(1, 6)
    page = opened(graph, "#view=network")
    names = taken_names(page, tmp_path)
    text = (tmp_path / "network.svg").read_text("utf-8")
    lines = sum(1 + sum(each.entity is not None for each in one.arguments) for one in graph.statements)
    assert text.count('data-end="arrow"') == lines
    assert any("Sato" in name or "Okafor" in name or "Ministry" in name for name in names)
    assert set(re.findall(r"font-size=\"([\d.]+)", text)) <= {"11", "12", "12.5", "13"}


@pytest.mark.parametrize(("view", "mark"), [("speakers", ".pair"), ("matrix", ".cell")])
def test_pointing_at_a_row_lights_where_it_is_counted(opened: Opener, view: str, mark: str) -> None:
    from selenium.webdriver import ActionChains

    graph = invented()
    page = opened(graph, f"#view={view}")
    number = next(at for at, one in enumerate(graph.statements) if one.themes and one.attribution)
    ActionChains(page).move_to_element(row(page, number)).perform()
    speaker = voice(graph.statements[number])
    told = [title(one) for one in all_of(page, f"{mark}.hovered")]
    assert told
    assert all(one.startswith(speaker) for one in told)
    ActionChains(page).move_to_element(find(page, "h1")).perform()
    assert not all_of(page, f"{mark}.hovered")
