"""A name that many countries have is told apart by the country that a text or its metadata gives."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.entities import Resolution, resolve
from kg.entities.jurisdictions import country_in, is_shared
from kg.gazetteer import load_gazetteer
from kg.model import Extraction
from tests.test_entities import Ontology, extraction, phrase

MINISTRY = "Ministry of Finance"
NAMED = {"the": "The Ministry of Finance met.", "of": "The Ministry of Finance of Japan met."}


def met(number: int, text: str, country: str | None = None, name: str = MINISTRY, issuer: str = "") -> Extraction:
    """A document that names the body once."""
    one = extraction(text, phrase(text, name, "ORG"), document=f"text-{number}")
    return dataclasses.replace(one, document=dataclasses.replace(one.document, country=country, issuer=issuer or None))


def entities(documents: Sequence[Extraction]) -> list[str | None]:
    """The entity of the only participant of each document."""
    found = resolve(documents, Ontology())
    return [found.participant(one.document.id, one.frames[0].subject).entity for one in documents]


@pytest.mark.parametrize(
    ("name", "shared"),
    [
        ("Ministry of Finance", True),
        ("Supreme Court", True),
        ("Prime Minister", True),
        ("Department of Health", True),
        ("Central Bank", True),
        ("Ministry of Defence", True),  # though the gazetteer's table has it
        ("State Department", False),
        ("Ministry of Finance of Japan", False),
        ("Japanese Ministry of Finance", False),
        ("European Commission", False),
        ("United Nations Secretariat", False),
        ("World Trade Organization", False),
        ("Democratic Alliance", False),
    ],
)
def test_a_name_is_shared_where_it_does_not_say_whose_it_is(name: str, shared: bool) -> None:
    assert is_shared(name, load_gazetteer()) is shared


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (met(1, NAMED["the"], "India"), met(2, NAMED["the"], "Japan"), False),
        (met(1, NAMED["the"], "India"), met(2, NAMED["the"], "India"), True),
        (met(1, NAMED["the"], "India"), met(2, NAMED["the"]), False),
        (met(1, NAMED["the"]), met(2, NAMED["the"]), False),
        (met(1, NAMED["the"], "Japan"), met(2, NAMED["of"]), True),
        (met(1, NAMED["the"], "Japan"), met(2, "Japan's Ministry of Finance met.", "India"), True),
        (met(1, NAMED["the"], "Japan"), met(2, "The Japanese Ministry of Finance met.", "India"), True),
        (met(1, NAMED["the"], "Japan"), met(2, NAMED["the"], issuer="Ministry of Trade of Japan"), True),
        (met(1, NAMED["the"], "Japan"), met(2, NAMED["the"], "U.S."), False),
        (met(1, "The President met.", "Japan", "President"), met(2, "The President met.", "India", "President"), True),
    ],
)
def test_documents_share_a_body_of_the_same_country_alone(one: Extraction, other: Extraction, same: bool) -> None:
    first, second = entities([one, other])
    assert (first == second) is same


def test_a_body_that_is_told_apart_carries_its_country_and_the_reason() -> None:
    documents = [met(1, NAMED["the"], "India"), met(2, NAMED["the"], "Japan")]
    found = resolve(documents, Ontology())
    assert [one.label for one in found.entities] == ["Ministry of Finance of India", "Ministry of Finance of Japan"]
    assert all("of India" in merge.reason for merge in found.entities[0].merges)


def test_a_union_of_countries_names_no_body_of_one() -> None:
    documents = [met(1, NAMED["the"], "European Union"), met(2, NAMED["the"], "Japan")]
    assert {one.label for one in resolve(documents, Ontology()).entities} == {MINISTRY, f"{MINISTRY} of Japan"}


def test_a_body_of_one_country_keeps_its_plain_name_and_its_iri_has_the_country() -> None:
    documents = [met(1, NAMED["the"], "India"), met(2, NAMED["the"], "India")]
    (entity,) = resolve(documents, Ontology()).entities
    assert (entity.label, entity.entity) == (MINISTRY, "id:government-body/ministry-of-finance-of-india")
    assert {merge.reason for merge in entity.merges} == {"of India, as the text or its metadata says"}


@pytest.mark.parametrize("country", ["Japan", None])
def test_a_text_that_is_added_changes_no_iri_of_a_body_whose_country_is_known(country: str | None) -> None:
    first = met(1, NAMED["the"], "India")
    (alone,) = entities([first])
    assert entities([first, met(2, NAMED["the"], country)])[0] == alone


def test_a_body_whose_country_no_text_tells_keeps_its_iri_until_another_text_has_such_a_one() -> None:
    first = met(1, NAMED["the"])
    (alone,) = entities([first])
    assert alone == "id:government-body/ministry-of-finance"
    assert entities([first, met(2, NAMED["the"], "India")])[0] == alone
    assert len({alone, *entities([first, met(2, NAMED["the"])])}) == 3


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Japanese Ministry of Finance", ("Ministry of Finance", "Japan")),
        ("Chinese Ministry of Commerce", ("Ministry of Commerce", "China")),
        ("Japan’s Ministry of Finance", ("Ministry of Finance", "Japan")),
        ("UK Department of Health", ("Department of Health", "United Kingdom")),
        ("UK Treasury", ("Treasury", "United Kingdom")),
        ("Ministry of Finance of the Republic of Korea", ("Ministry of Finance", "South Korea")),
        ("Supreme Court of the Netherlands", ("Supreme Court", "Netherlands")),
        ("French President", ("President", "France")),
        ("Niger Basin Authority", None),
        ("European Commission", None),
        ("Ministry of Finance", None),
        ("Ministry of Finance of Bavaria", None),
        ("Korean Ministry of Finance", None),  # of which Korea?
        ("World Bank", None),
        ("Japanese Red Cross", None),
    ],
)
def test_the_country_in_a_name_says_whose_body_it_is(name: str, parts: tuple[str, str] | None) -> None:
    assert country_in(name, load_gazetteer()) == parts


WHOSE = (
    "Japanese Ministry of Finance",
    "Ministry of Finance of Japan",
    "Japan’s Ministry of Finance",
    "Japan Ministry of Finance",
)


@pytest.mark.parametrize("one", WHOSE)
@pytest.mark.parametrize("other", [*WHOSE, MINISTRY])
def test_a_body_with_its_country_is_one_however_it_is_said(one: str, other: str) -> None:
    documents = [met(1, f"The {one} met.", name=one), met(2, f"The {other} met.", "Japan", name=other)]
    first, second = entities(documents)
    assert first == second == "id:government-body/ministry-of-finance-of-japan"


def things(found: Resolution) -> list[object]:
    return [(one.entity, one.label, one.type, one.aliases, one.merges, one.close) for one in found.entities]


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMED)), st.sampled_from(["India", "Japan", None])), max_size=4))
def test_the_order_of_documents_changes_no_entity(kinds: list[tuple[str, str | None]]) -> None:
    documents = [met(n, NAMED[kind], country) for n, (kind, country) in enumerate(kinds)]
    first = things(resolve(documents, Ontology()))
    assert all(things(resolve(order, Ontology())) == first for order in permutations(documents))


@given(st.lists(st.tuples(st.sampled_from(sorted(NAMED)), st.sampled_from(["India", "Japan", None])), max_size=4))
def test_documents_share_an_entity_for_a_reason_alone(kinds: list[tuple[str, str | None]]) -> None:
    documents = [met(n, NAMED[kind], country) for n, (kind, country) in enumerate(kinds)]
    found = resolve(documents, Ontology())
    for one in found.entities:
        bearers = {doc.document.id for doc in documents if _entity(found, doc) == one.entity}
        unexplained = bearers - {merge.document for merge in one.merges}
        assert len(unexplained) <= 1  # the first one, whose name it is


def _entity(found: Resolution, document: Extraction) -> str | None:
    return found.participant(document.document.id, document.frames[0].subject).entity
