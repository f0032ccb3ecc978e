"""Identifiers are the same for the same surface, for ever: the vectors are those of docs/identifiers.md."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.identifiers import anchor, document_id, frame_id, identified, prefixes, slug, statement_id
from kg.model import Link, Sentence, Statement, Value, Words
from tests.samples import argument, participant, statement

DOCUMENT = "a-letter-1a2b3c4d"
VECTORS = Path(__file__).parent.parent / "docs" / "identifiers.md"

PLAIN = statement(
    document=DOCUMENT,
    subject=participant("Wang Yong", 18),
    relation=("read out", 28, "read out"),
    object=participant("a letter", 37),
    arguments=(argument("the ceremony", 49, "at", "where"),),
)
ORDERED = replace(
    PLAIN,
    act="directive",
    deontic="obligation",
    attribution=(
        Link((participant("Wang Yong", 18),), Words("said", ((28, 32),)), "continued", False, Sentence(0, 0, 60)),
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 4th China Quality (Hangzhou) Conference", "the-4th-china-quality-hangzhou-conference"),
        ("Zürich's  council", "zurichs-council"),
        ("Xi Jinping\u2019s letter", "xi-jinpings-letter"),
        ("Straße", "strasse"),
        ("Øresund", "resund-86d24b43"),
        ("東京", "130016b2"),
        ("—", "bda05058"),
        ("", "e3b0c442"),
        ("a" * 100, "a" * 71 + "-28165978"),
    ],
)
def test_slug_is_ascii_and_never_empty(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(), st.integers(min_value=8, max_value=90))
def test_slug_of_any_text_fits_its_limit(text: str, limit: int) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(text, limit))
    assert len(slug(text, limit)) <= limit


def test_slug_keeps_texts_apart_that_lose_letters() -> None:
    assert len({slug(text) for text in ["東京", "北京", "Москва", "Киев", "a" * 90, "a" * 91]}) == 6


def test_document_id_is_slug_and_hash_of_the_text() -> None:
    assert hashlib.sha256(b"text").hexdigest().startswith("982d9e3e")
    assert document_id("A letter", "text") == "a-letter-982d9e3e"


def test_published_vectors_hold() -> None:
    assert statement_id(PLAIN) == "f404344351d286ed931a6e581089b226"
    assert statement_id(ORDERED) == "d8f1f782fce0f1404b8e0fe3f0027d48"
    assert frame_id(DOCUMENT, (28, 32)) == "dbcc8021d05b7b84cbe6eb3cfe297c98"
    assert anchor(DOCUMENT, (18, 61)) == "1b4faa1174fd1c07e5b4d70dde541706"


def test_published_vectors_stand_in_the_documentation() -> None:
    page = VECTORS.read_text(encoding="utf-8")
    for digits in (
        statement_id(PLAIN),
        statement_id(ORDERED),
        frame_id(DOCUMENT, (28, 32)),
        anchor(DOCUMENT, (18, 61)),
    ):
        assert digits in page


@pytest.mark.parametrize(
    "changed",
    [
        replace(PLAIN, document="a-letter-00000000"),
        replace(PLAIN, evidence=replace(PLAIN.evidence, end=PLAIN.evidence.end + 1)),
        replace(PLAIN, subject=participant("Wang Yong", 19)),
        replace(PLAIN, subject=replace(PLAIN.subject, spans=())),
        replace(PLAIN, relation=replace(PLAIN.relation, spans=((28, 32),))),
        replace(PLAIN, relation=replace(PLAIN.relation, lemma="read")),
        replace(PLAIN, object=None),
        replace(PLAIN, object=participant("", 0)),
        replace(PLAIN, arguments=()),
        replace(PLAIN, arguments=(*PLAIN.arguments, argument("", 0, None, "other"))),
        replace(PLAIN, attribution=ORDERED.attribution),
        replace(PLAIN, attribution=(replace(ORDERED.attribution[0], speakers=()),)),
        replace(PLAIN, attribution=ORDERED.attribution * 2),
        replace(PLAIN, polarity="negative"),
        replace(PLAIN, modality="planned"),
        replace(PLAIN, act="evaluation"),
        replace(PLAIN, deontic="request"),
    ],
)
def test_each_field_of_the_surface_changes_the_id(changed: Statement) -> None:
    assert statement_id(changed) != statement_id(PLAIN)


@pytest.mark.parametrize(
    "changed",
    [
        replace(PLAIN, id="", frame="", anchor=""),
        replace(
            PLAIN, subject=replace(PLAIN.subject, entity="id:person/wang-yong", label="Wang Yong", type="pol:Person")
        ),
        replace(PLAIN, relation=replace(PLAIN.relation, predicate="pol:readOut")),
        replace(PLAIN, content=("x",), confidence=0.5, rule="other", strength=4, form="modal"),
        replace(PLAIN, time=Value("date", "2021")),
    ],
)
def test_nothing_but_the_surface_changes_the_id(changed: Statement) -> None:
    assert statement_id(changed) == statement_id(PLAIN)


def test_identified_gives_id_and_anchor() -> None:
    done = identified(replace(PLAIN, id="", anchor=""))
    place = (PLAIN.evidence.start, PLAIN.evidence.end)
    assert (done.id, done.anchor) == (statement_id(PLAIN), anchor(DOCUMENT, place))


@pytest.mark.parametrize("base", ["https://example.org/kg/", "https://example.org/kg"])
def test_prefixes_stand_below_the_base(base: str) -> None:
    assert prefixes(base) == {
        "id": "https://example.org/kg/id/",
        "pol": "https://example.org/kg/ontology#",
        "theme": "https://example.org/kg/theme/",
    }
