"""Countries are found by the names, adjectives and capitals of the table, and by nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.gazetteer import COLUMNS, load_gazetteer
from kg.ontology import load_ontology

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "iso"),
    [
        ("China", "CN"),
        ("PRC", "CN"),
        ("the People's Republic of China", "CN"),
        ("People’s Republic of China", "CN"),
        ("US", "US"),
        ("U.S.", "US"),
        ("the United States of America", "US"),
        ("UNITED STATES", "US"),
        ("UK", "GB"),
        ("European Union", "EU"),
        ("Kosovo", "XK"),
        ("Hong Kong", "HK"),
        ("Cote d'Ivoire", "CI"),
        ("Turkey", "TR"),
        ("Georgia", "GE"),
        ("us", None),
        ("Us", None),
        ("uk", None),
        ("Chinese", None),
        ("Beijing", None),
        ("Congo", None),
        ("", None),
    ],
)
def test_a_country_has_its_names(name: str, iso: str | None) -> None:
    found = GAZETTEER.country(name)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(
    ("adjective", "iso"),
    [
        ("Chinese", "CN"),
        ("Danish", "DK"),
        ("American", "US"),
        ("Congolese", None),
        ("Korean", None),
        ("Dominican", None),
    ],
)
def test_an_adjective_of_two_countries_gives_none(adjective: str, iso: str | None) -> None:
    found = GAZETTEER.people(adjective)
    assert (found.iso if found else None) == iso


@pytest.mark.parametrize(("city", "iso"), [("Beijing", "CN"), ("Brasilia", "BR"), ("Hangzhou", None)])
def test_a_capital_leads_to_its_country(city: str, iso: str | None) -> None:
    found = GAZETTEER.capital_of(city)
    assert (found.iso if found else None) == iso


def test_the_table_is_sorted_and_whole() -> None:
    codes = [country.iso for country in GAZETTEER.countries]
    assert codes == sorted(set(codes))
    assert len(codes) >= 193 + 2
    assert all(len(code) == 2 and code.isupper() for code in codes)
    for country in GAZETTEER.countries:
        for form in (country.name, *country.aliases):
            assert GAZETTEER.country(form) == country


def test_a_folder_of_the_users_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "countries.csv").write_text(
        ",".join(COLUMNS) + "\nZZ,Zed,Zedland;Z,Zeddish,Zedville\n", encoding="utf-8"
    )
    own = load_gazetteer(tmp_path)
    assert own.country("Zedland") == own.countries[0]
    assert own.country("China") is None


def test_a_folder_without_a_table_uses_the_shipped_one(tmp_path: Path) -> None:
    assert load_gazetteer(tmp_path) == GAZETTEER


@pytest.mark.parametrize("table", ["iso,name\nCN,China\n", ",".join(COLUMNS) + "\n,China,,,\n", "", "iso\xff"])
def test_a_table_that_cannot_be_used_says_so(tmp_path: Path, table: str) -> None:
    (tmp_path / "countries.csv").write_bytes(table.encode("latin-1"))
    with pytest.raises(OntologyError, match=r"countries\.csv"):
        load_gazetteer(tmp_path)


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("WTO", "World Trade Organization", "international organization"),
        ("the World Trade Organisation", "World Trade Organization", "international organization"),
        ("U.N.", "United Nations", "international organization"),
        ("the Geneva Convention", "Geneva Convention", "treaty"),
        ("Sao Paulo", "São Paulo", "city"),
        ("Zhejiang", "Zhejiang", "province"),
        ("NYSE", "New York Stock Exchange", "company"),
        ("the Riksbank", "Sveriges Riksbank", "central bank"),
        ("Dartmouth College", "Dartmouth College", "college"),
        ("who", None, None),
        ("China", None, None),
        ("", None, None),
    ],
)
def test_a_known_name_has_a_noun_for_what_it_is(form: str, name: str | None, kind: str | None) -> None:
    found = GAZETTEER.known(form)
    assert (found and found.name, found and found.kind) == (name, kind)


def test_the_second_table_is_sorted_and_each_form_has_one_owner() -> None:
    names = [known.name for known in GAZETTEER.others]
    assert names == sorted(set(names))
    for known in GAZETTEER.others:
        for form in (known.name, *known.aliases):
            assert GAZETTEER.known(form) == known, form


def test_every_kind_has_a_class_in_the_shipped_ontology() -> None:
    ontology = load_ontology()
    assert {known.kind for known in GAZETTEER.others if ontology.class_of_noun(known.kind) is None} == set()


@pytest.mark.parametrize(
    "table", ["name,kind\nWTO,city\n", "name,aliases,kind\nWTO,,\n", "name,aliases,kind\n,W,city\n"]
)
def test_a_second_table_that_cannot_be_used_says_so(tmp_path: Path, table: str) -> None:
    (tmp_path / "names.csv").write_text(table, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"names\.csv"):
        load_gazetteer(tmp_path)
