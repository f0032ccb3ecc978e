"""The explorer in a notebook's cell: a frame that is cut off from the notebook, and works."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import kg
from kg.graph import Graph
from tests.export.browsing import choose, find, texts, until


def test_the_frame_is_cut_off_from_the_notebook(corpus_graph: Graph) -> None:
    shown = kg.page(corpus_graph, title='A "title" <b>', height=500)._repr_html_()
    assert shown.startswith("<iframe srcdoc=") and shown.rstrip().endswith("</iframe>")
    assert "allow-same-origin" not in shown and "height: 500px" in shown
    assert "<b>" not in shown and "<script" not in shown  # all of the page is text within an attribute


def test_the_explorer_answers_within_the_frame(browser: Any, corpus_graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "cell.html"
    path.write_text(f"<!doctype html><meta charset='utf-8'>{kg.page(corpus_graph)._repr_html_()}", encoding="utf-8")
    browser.get(path.as_uri())
    browser.switch_to.frame(find(browser, "iframe"))
    try:
        until(browser, lambda: texts(browser, "#rows .row"))
        choose(browser, 0)
        until(browser, lambda: find(browser, "#details").text)
        assert find(browser, "#details .title").text
    finally:
        browser.switch_to.default_content()
