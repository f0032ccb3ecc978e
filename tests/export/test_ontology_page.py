"""An ontology as a page: every term once, with its words, escaped, and nothing that has to be loaded."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from kg.export.ontology_page import ontology_page
from kg.ontology import describe_ontology

FOOTBALL = Path(__file__).parents[1] / "data" / "football"
HOSTILE = """
@prefix d: <https://example.org/d#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix pol: <https://w3id.org/policy-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
d:A a owl:Class ; rdfs:label "</style><script>alert(1)</script>" ; rdfs:comment "<b>bold</b> & \\"so\\"" ;
    skos:example "<img src=x onerror=alert(1)>" ; rdfs:subClassOf <javascript:alert(1)> ; pol:noun "a<b" .
d:a a owl:ObjectProperty ; rdfs:label "a" ; pol:expression "X do<i> Y", "no expression" .
"""


@pytest.fixture(scope="module")
def football() -> str:
    return ontology_page(describe_ontology(FOOTBALL))


@pytest.fixture(scope="module")
def policy() -> str:
    return ontology_page(describe_ontology())


def text(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


def article(page: str, anchor: str) -> str:
    """What a reader sees of one term."""
    return text(page.partition(f'<article id="{anchor}">')[2].partition("</article>")[0])


def test_a_term_has_its_definition_sides_example_words_and_place(football: str) -> None:
    assert article(football, "beats") == (
        "beats fb:beats Scores more than the other side. side → side United lost to Rovers. X beat Y X defeat Y "
        "Y lose to X X's victory over Y the victory of X over Y Kind of pol:relatesTo Like, inherited dcterms:relation"
    )
    side = article(football, "Side")
    assert side.startswith(
        "side fb:Side Who plays: a club's or a country's team. the home side Kind of schema:SportsTeam"
    )
    assert "Subject of beats , signs , wins" in side
    assert side.endswith("Nouns side, team, united Name labels ORG")


def test_only_the_folder_s_own_terms_are_shown(football: str) -> None:
    assert "fb:Player" in football
    assert 'id="UnstatedAddressee"' not in football
    assert "<title>Football</title>" in football


def test_every_term_is_there_once_and_every_link_within_the_page_leads_somewhere(policy: str) -> None:
    described = describe_ontology()
    anchors = re.findall(r'<article id="([^"]+)"', policy)
    assert len(anchors) == len(set(anchors))
    terms = {*described.ontology.classes, *described.ontology.relations}
    terms |= {*described.vocabulary.classes, *described.vocabulary.relations, *(one.curie for one in described.others)}
    assert len(anchors) == len(terms & described.own)
    everything = set(re.findall(r' id="([^"]+)"', policy))
    assert set(re.findall(r'href="#([^"]+)"', policy)) <= everything


def test_what_stands_below_comes_right_behind_and_is_indented(policy: str) -> None:
    assert policy.index('<article id="Jurisdiction"') < policy.index('<article id="City"')
    assert '<li style="--depth: 2"><a href="#City">' in policy


def test_nothing_has_to_be_loaded_and_nothing_runs(policy: str) -> None:
    assert not re.findall(r"<(?:script|link|img|iframe|object)\b", policy)
    assert "url(" not in policy
    assert "@import" not in policy
    assert "default-src 'none'" in policy


def test_whatever_the_files_hold_is_escaped_and_no_other_address_becomes_a_link(tmp_path: Path) -> None:
    (tmp_path / "d.ttl").write_text(HOSTILE, encoding="utf-8")
    page = ontology_page(describe_ontology(tmp_path))
    body = page.partition("<body>")[2]
    assert not re.findall(r"<(?:script|img|i)[ >]|<b>bold", body)
    assert page.count("</style>") == 1
    assert 'href="javascript:' not in page
    assert "<b>bold</b> &" in html.unescape(page)
    assert 'id="A"' in page
    assert 'id="a"' in page


def test_what_an_example_is_an_example_of_is_stressed_and_no_star_is_left(policy: str) -> None:
    assert "<blockquote>Platforms must publish the figures <em>by 2023</em>.</blockquote>" in policy
    assert not re.findall(r"<blockquote>[^<]*\*", policy)


def test_a_side_that_may_be_anything_is_said_in_words(policy: str) -> None:
    assert "actor → anything" in article(policy, "participatesIn")
    assert "event → a value" in article(policy, "heldOn")


def test_the_same_ontology_gives_the_same_page(policy: str) -> None:
    assert ontology_page(describe_ontology()) == policy


def test_a_circle_is_shown_too(tmp_path: Path) -> None:
    circle = HOSTILE.replace("<javascript:alert(1)>", "d:B") + "d:B a owl:Class ; rdfs:subClassOf d:A ."
    (tmp_path / "d.ttl").write_text(circle, encoding="utf-8")
    page = ontology_page(describe_ontology(tmp_path))
    assert page.count("<article") == 3
