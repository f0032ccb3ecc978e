"""A researcher's tables go before the rules, outlive rebuilds, and are told of where they say nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg
from kg.entities.overrides import Overrides, read_overrides
from kg.errors import InputError
from kg.export import write
from kg.graph import Graph
from kg.model import Entity
from kg.store import read_graph, write_graph

TEXT = "The Ministry of Finance praised Ana Sousa. The Treasury raised taxes. The watchdog fined banks.\n"


def table(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def built(folder: Path, **tables: Path) -> Graph:
    text = table(folder, "note.txt", TEXT)
    return kg.build(kg.read([text]), **tables)  # type: ignore[arg-type]


def test_a_form_is_read_as_its_alias_says_also_a_common_noun(tmp_path: Path) -> None:
    aliases = table(
        tmp_path,
        "aliases.csv",
        "form,name,type,document\n"
        "Treasury,Ministry of Finance,,\n"
        "the watchdog,Banking Authority,pol:GovernmentBody,note.txt\n"
        "Ana Sousa,Ana Maria Sousa,,other.txt\n",
    )
    graph = built(tmp_path, aliases=aliases)
    subjects = {one.relation.lemma: one.subject for one in graph.statements}
    assert subjects["raise"].entity == subjects["praise"].entity
    assert (subjects["fine"].label, subjects["fine"].type) == ("Banking Authority", "pol:GovernmentBody")
    assert "Ana Sousa" in {entity.label for entity in graph.entities}  # the alias is another document's
    ministry = next(entity for entity in graph.entities if entity.label == "Ministry of Finance")
    assert [(merge.text, merge.reason) for merge in ministry.merges] == [("Treasury", "aliases.csv, line 2")]
    assert graph.report["tables"] == {"rows": 3, "not_used": ["aliases.csv, line 4: Ana Maria Sousa"]}


def test_identities_and_affiliations_stand_with_the_entity_and_read_back(tmp_path: Path) -> None:
    same = table(tmp_path, "same_as.csv", "name,iri\nAna Sousa,https://www.wikidata.org/entity/Q1\n")
    actors = table(
        tmp_path,
        "actors.csv",
        "name,party,country,level,from,to,source\n"
        "Ana Sousa,Greens,Portugal,national,2021-03,2023,Register of members\n",
    )
    graph = built(tmp_path, same_as=same, actors=actors)
    (person,) = [entity for entity in graph.entities if entity.label == "Ana Sousa"]
    assert person.same_as == ("https://www.wikidata.org/entity/Q1",)
    (affiliation,) = person.affiliations
    assert (affiliation.party, affiliation.since, affiliation.until) == ("Greens", "2021-03", "2023")
    assert {"same_as", "actors"} <= graph.run["options"].keys()
    write_graph(graph, tmp_path / "out")
    assert read_graph(tmp_path / "out") == graph
    for name in ("graph.ttl", "graph.nq", "graph.jsonld"):
        write(graph, tmp_path / name)
        assert kg.read_graph(tmp_path / name).entities == graph.entities


def test_the_same_tables_give_the_same_graph(tmp_path: Path) -> None:
    aliases = table(tmp_path, "aliases.csv", "form,name\nTreasury,Ministry of Finance\n")
    assert built(tmp_path, aliases=aliases) == built(tmp_path, aliases=aliases)


def test_without_tables_nothing_is_said_of_them(tmp_path: Path) -> None:
    graph = built(tmp_path)
    assert "tables" not in graph.report
    assert not any(entity.same_as or entity.affiliations for entity in graph.entities)


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("aliases", "form,label\na,b\n", "no column 'name'; a table of aliases has form, name, type, document"),
        ("aliases", "form,name,colour\na,b,c\n", "an unknown column 'colour'"),
        ("aliases", "form,name\na,\n", "line 2: nothing in the column 'name'"),
        ("aliases", "form,name\nthe Fed,Federal Reserve\nFed,Federal Bank\n",
         "line 3: 'Fed' is 'Federal Bank' here and 'Federal Reserve' in aliases.csv, line 2; keep one of them"),
        ("aliases", "form,name,type\nFed,Bank,\nFed,Bank,pol:Place\n", "'Bank' (pol:Place) here and 'Bank' in"),
        ("same_as", "name,iri\na,Q1\n", "line 2: 'Q1' is no address"),
        ("actors", "name,from\na,spring\n", "line 2: 'spring' is no date"),
        ("actors", "name,level\na,galactic\n", "line 2: 'galactic' is no level"),
    ],
)  # fmt: skip
def test_a_bad_table_gets_one_line_that_says_where(kind: str, text: str, message: str, tmp_path: Path) -> None:
    path = table(tmp_path, f"{kind}.csv", text)
    with pytest.raises(InputError) as error:
        read_overrides(**{kind: path})
    assert message in str(error.value) and "\n" not in str(error.value)


def test_a_table_that_is_not_there_or_not_utf_8_gets_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_overrides(aliases=tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes(b"form,name\n\xe9,b\n")
    with pytest.raises(InputError, match="not UTF-8 at byte"):
        read_overrides(aliases=tmp_path / "latin.csv")


def test_an_alias_for_one_document_goes_before_one_for_all(tmp_path: Path) -> None:
    path = table(tmp_path, "aliases.csv", "form,name,document\nHe,One,\nhe,Two,note.txt\n")
    tables = read_overrides(aliases=path)
    found = [tables.alias("d-1", source, "he") for source in ("note.txt", "other.txt")]
    assert [one.name for one in found if one] == ["Two", "One"]
    assert Overrides().alias("d-1", "note.txt", "he") is None


def test_what_is_said_of_a_name_that_two_bear_is_said_of_neither(tmp_path: Path) -> None:
    entities = [Entity(f"id:{kind}/georgia", "Georgia", f"pol:{kind.title()}") for kind in ("country", "region")]
    row = "{},https://www.wikidata.org/entity/Q230\n"
    tables = read_overrides(same_as=table(tmp_path, "same_as.csv", "name,iri\n" + row.format("Georgia")))
    assert [one.same_as for one in tables.applied(entities)] == [(), ()]
    assert tables.unused(entities) == ("same_as.csv, line 2: Georgia",)
    exact = read_overrides(same_as=table(tmp_path, "same_as.csv", "name,iri\n" + row.format("id:country/georgia")))
    assert [len(one.same_as) for one in exact.applied(entities)] == [1, 0]
    assert exact.unused(entities) == ()


def test_rows_that_say_the_same_or_of_other_texts_contradict_nothing(tmp_path: Path) -> None:
    rows = "form,name,document\nFed,Federal Reserve,\nthe Fed,Federal  Reserve,\nFed,Federal Bank,a.txt\n"
    assert len(read_overrides(aliases=table(tmp_path, "aliases.csv", rows)).aliases) == 3


def test_a_type_that_the_ontology_lacks_gets_one_line_and_the_nearest(tmp_path: Path) -> None:
    aliases = table(tmp_path, "aliases.csv", "form,name,type\nFed,Federal Reserve,pol:GovermentBody\n")
    with pytest.raises(InputError, match="line 2: 'pol:GovermentBody' is no class of the ontology; near: pol:Gov"):
        built(tmp_path, aliases=aliases)


def test_two_tables_of_one_file_name_have_each_its_sum(tmp_path: Path) -> None:
    paths = {}
    for kind, text in (("same_as", "name,iri\n"), ("actors", "name,party\n")):
        (tmp_path / kind).mkdir()
        paths[kind] = table(tmp_path / kind, "table.csv", text)
    options = built(tmp_path, **paths).run["options"]
    assert options["same_as"] != options["actors"]
