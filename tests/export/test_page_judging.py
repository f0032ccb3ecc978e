"""Judging: right, wrong or fix with a note, kept in the browser and downloaded as decisions.csv."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import kg
from tests.export.browsing import Opener, all_of, choose, find, row, until
from tests.export.page_graphs import invented

COLUMNS = ["anchor", "statement", "document", "verdict", "field", "value", "note", "evidence"]


def judge(page: Any, verdict: str, note: str = "") -> None:
    find(page, f"#details .verdict.{verdict} input").click()
    if note:
        find(page, "#judge-note").send_keys(note)


def downloaded(page: Any, folder: Path) -> list[list[str]]:
    find(page, "#decisions").click()
    path = folder / "decisions.csv"
    until(page, path.exists)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_judgements_are_downloaded_by_anchor_with_what_to_fix_and_the_note(opened: Opener, tmp_path: Path) -> None:
    graph = invented()
    page = opened(graph)
    page.execute_script("localStorage.clear()")
    page = opened(graph)
    choose(page, 5)
    judge(page, "wrong", '=1+1, "so"\nit says')
    choose(page, 2)
    judge(page, "fix")
    find(page, "#fix-field option[value=object]").click()
    find(page, "#fix-value").send_keys("the Quality Act")
    choose(page, 9)
    judge(page, "right")
    assert find(page, "#decisions").text == "decisions.csv (3)"
    one, two, three = (graph.statements[number] for number in (2, 5, 9))
    assert downloaded(page, tmp_path) == [
        COLUMNS,
        [one.anchor, one.id, one.document, "fix", "object", "the Quality Act", "", one.evidence.text],
        [two.anchor, two.id, two.document, "wrong", "", "", '\'=1+1, "so"\nit says', two.evidence.text],
        [three.anchor, three.id, three.document, "right", "", "", "", three.evidence.text],
    ]


def test_a_judgement_is_kept_by_the_graph_shown_in_the_table_and_taken_back(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, size=(2200, 900))
    page.execute_script("localStorage.clear()")
    page = opened(graph, size=(2200, 900))
    choose(page, 1)
    judge(page, "wrong", "not what it says")
    again = opened(graph, f"#s={graph.statements[1].id}", size=(2200, 900))
    assert find(again, "#judge-note").get_attribute("value") == "not what it says"
    assert row(again, 1).find_element("css selector", ".col-verdict").text == "wrong"
    find(again, "#details .more .link").click()
    assert not find(again, "#decisions").is_displayed()
    assert row(again, 1).find_element("css selector", ".col-verdict").text == ""


def test_where_storage_is_denied_the_page_works_and_says_that_it_keeps_nothing(opened: Opener, browser: Any) -> None:
    denied = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } })"
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": denied})
    try:
        page = opened(invented())
        choose(page, 0)
        judge(page, "right")
        assert "will not keep it" in find(page, "#announcement").text
        assert find(page, "#decisions").text == "decisions.csv (1)"
        choose(page, 1)
        assert not [one for one in all_of(page, "[name=verdict]") if one.is_selected()]
        choose(page, 0)
        assert find(page, ".verdict.right input").is_selected()
        assert page.get_log("browser") == []
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_spoilt_storage_is_let_be(opened: Opener) -> None:
    graph = invented(1, 2)
    page = opened(graph)
    key = page.execute_script(
        "return 'policy-kg decisions ' + JSON.parse(document.getElementById('data').textContent).graph"
    )
    spoilt = ("{", "null", '{"x": 1}', '{"x": {"verdict": "<b>", "field": "", "value": "", "note": ""}}')
    for value in spoilt:
        page.execute_script("localStorage.setItem(arguments[0], arguments[1])", key, value)
        page = opened(graph)
        assert page.get_log("browser") == []
        assert not find(page, "#decisions").is_displayed()


def test_a_build_takes_up_what_a_reader_judged_on_the_page(opened: Opener, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(
        "The Ministry of Health published a plan. The minister praised the nurses. Parliament adopted the law."
    )
    before = kg.build(kg.read([text]))
    page = opened(before)
    page.execute_script("localStorage.clear()")
    page = opened(before)
    for number, verdict in enumerate(("right", "wrong", "fix")):
        choose(page, number)
        judge(page, verdict)
    find(page, "#fix-field option[value=act]").click()
    find(page, "#fix-value").send_keys("commitment")
    downloaded(page, tmp_path)
    after = kg.build(kg.read([text]), decisions=tmp_path / "decisions.csv")
    right, wrong = (one.id for one in before.statements[:2])
    review = after.report["review"]
    assert review["confirmed"] == [right]
    assert [one["statement"] for one in review["rejected"]] == [wrong]
    assert [(one["field"], one["value"]) for one in review["corrected"]] == [("act", "commitment")]
    assert wrong not in {one.id for one in after.statements}
    assert [one.act for one in after.statements if one.anchor == before.statements[2].anchor] == ["commitment"]
