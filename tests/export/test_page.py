"""The page as bytes: complete in itself, escaped, the same from run to run."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

import kg
from kg.export.page import escaped_json, page, vis_network, write_page
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.ontology import load_ontology
from kg.scheme import load_themes
from tests.export.packing import unpacked
from tests.export.page_graphs import HOSTILE, hostile, invented

SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def paged(graph: Graph, title: str | None = None) -> str:
    return page(graph, title, load_ontology(), load_themes())


@pytest.fixture(scope="module")
def written() -> str:
    return paged(invented())


def data_of(text: str) -> Any:
    found = DATA.search(text)
    assert found
    return unpacked(json.loads(found[1]))


def elements(text: str) -> list[str]:
    """The start tags that a parser of HTML sees."""
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: found.append(tag)  # type: ignore[method-assign]
    parser.feed(text)
    return found


def test_nothing_in_the_markup_asks_for_anything(written: str) -> None:
    markup = STYLE.sub("", SCRIPT.sub("", DATA.sub("", written)))
    assert re.findall(r'(?:src|href|action|url\()\s*=?\s*"([^"#][^"]*)"', markup) == ["data:,"]
    assert "@import" not in written
    assert set(re.findall(r"url\(\"?([a-z]+:)", "".join(STYLE.findall(written)))) <= {"data:"}
    assert "sourceMappingURL" not in written


def test_the_policy_lets_in_the_inline_pieces_and_nothing_else(written: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', written)
    assert policy
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules.pop("default-src") == rules.pop("base-uri") == rules.pop("form-action") == "'none'"
    assert rules.pop("img-src") == "data:"
    for name, pattern in (("script-src", SCRIPT), ("style-src", STYLE)):
        hashes = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in pattern.findall(written)]
        assert rules.pop(name).split() == [f"'sha256-{one}'" for one in hashes]
        assert len(hashes) == 2
    assert not rules


def test_vis_network_comes_from_the_pyvis_package_with_its_notice(written: str) -> None:
    script, style = vis_network()
    assert script in written
    assert style in written
    assert "vis.js is dual licensed under both" in script
    assert "Apache-2.0 or MIT" in written


@given(st.recursive(st.text() | st.integers() | st.none(), st.lists, max_leaves=6))
def test_escaped_json_reads_back_and_can_end_no_element(value: object) -> None:
    text = escaped_json(value)
    assert json.loads(text) == value
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", text)


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_name_stays_data(name: str) -> None:
    written = paged(hostile(name))
    assert elements(written) == elements(paged(invented(1, 1)))
    assert name in data_of(written)["documents"][0]["text"]
    assert all(len(node["label"]) <= 160 for node in data_of(written)["nodes"])


def test_the_title_is_the_given_one_else_the_build_s_else_the_only_document_s() -> None:
    graph = invented(1, 2)
    assert "<title>A &lt;b&gt;</title>" in paged(graph, "A <b>")
    assert "<title>Of the build</title>" in paged(
        dataclasses.replace(graph, run={"options": {"title": "Of the build"}})
    )
    assert "<title>Read-out 1 of the Lakeside Conference</title>" in paged(graph)
    assert "<title>Policy statements</title>" in paged(invented(2, 2))


def test_terms_come_with_label_definition_and_those_above_and_others_are_named_by_their_curie() -> None:
    data = data_of(paged(invented()))
    themes = load_themes().concepts
    names = {node["id"]: node for node in data["nodes"] if "id" in node}
    assert names["theme:standards"]["label"] == themes["theme:standards"].label
    assert names["theme:trade-tariffs"]["label"] == "Trade tariffs"
    assert names["id:city/port-ellery"]["class"] == "pol:City"
    term = data["terms"]["theme:standards"]
    assert (term["definition"], term["broader"]) == (
        themes["theme:standards"].definition,
        list(themes["theme:standards"].broader),
    )
    assert set(term["broader"]) <= set(data["terms"])
    assert data["terms"]["act/directive"]["definition"]


def test_nodes_have_the_identifiers_of_graph_ttl_and_statements_their_triple_and_anchor(tmp_path: Path) -> None:
    graph = dataclasses.replace(invented(), prefixes=prefixes())
    data = data_of(paged(graph))
    kg.write(graph, tmp_path / "graph.ttl")
    known = {str(node) for triple in rdflib.Graph().parse(tmp_path / "graph.ttl") for node in triple}
    base = data["prefixes"]["id"]
    for node in data["nodes"]:
        if node.get("id", "").startswith("id:"):
            assert base + node["id"].removeprefix("id:") in known
    for row, one in zip(data["statements"], graph.statements, strict=True):
        assert row["anchor"] == one.anchor
        assert len(row["claim"]) == 3


def test_every_statement_stands_in_the_data_with_its_place_and_manner(written: str) -> None:
    graph, data = invented(), data_of(written)
    assert [row["id"] for row in data["statements"]] == [one.id for one in graph.statements]
    for row, one in zip(data["statements"], graph.statements, strict=True):
        text = data["documents"][row["document"]]["text"]
        assert text[slice(*row["evidence"])] == one.evidence.text
        assert [len(link["speakers"]) for link in row.get("chain", [])] == [len(x.speakers) for x in one.attribution]
        assert (row["act"], row.get("strength"), row["rule"]) == (one.act, one.strength, one.rule)


def test_a_graph_of_nothing_has_a_page(tmp_path: Path) -> None:
    graph = dataclasses.replace(invented(1, 1), documents=(), statements=(), entities=())
    write_page(graph, tmp_path / "graph.html")
    assert data_of((tmp_path / "graph.html").read_text("utf-8"))["statements"] == []


def test_the_same_graph_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.export.page import write_page;"
        "from tests.export.page_graphs import invented; write_page(invented(4, 20), Path(sys.argv[1]))"
    )
    for seed in "12":
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], check=True, env=environment)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


# Contrast, as WCAG 2.2 counts it: 4.5:1 for text (1.4.3), 3:1 for signs and lines (1.4.11).
TEXTS = ("ink", "quiet", "accent", "voice-own", "voice-reported")
GROUNDS = ("pane", "canvas", "raised", "hover", "chosen-ground", "mark")
SIGNS = (
    "person", "office", "body", "place", "event", "measure", "other", "phrase", "value", "addressee-edge",
    "theme-edge", "end-edge", "theme-line", "control",
)  # fmt: skip
STYLE_SHEET = (files("kg.export") / "viewer" / "style.css").read_text("utf-8")


@pytest.mark.parametrize("scheme", re.findall(r":root \{(.*?)\n *\}", STYLE_SHEET, re.DOTALL), ids=["light", "dark"])
def test_colours_have_contrast(scheme: str) -> None:
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
    poor = [pair for pair in _pairs(TEXTS, GROUNDS) if _contrast(*(colours[name] for name in pair)) < 4.5]
    poor += [pair for pair in _pairs(SIGNS, GROUNDS[:2]) if _contrast(*(colours[name] for name in pair)) < 3]
    assert poor == []


def _pairs(some: tuple[str, ...], others: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(one, other) for one in some for other in others]


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return sum(part * share for part, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
