from __future__ import annotations

from io import BytesIO
from typing import Any

import networkx
import pytest
from msgspec.structs import replace

from kg.graph import Graph, build_graph
from kg.identifiers import prefixes
from kg.model import Entity, Link, Participant, Sentence, Statement, ThemeMention, Value, Words
from tests.samples import argument, participant, statement

DOCUMENT = "a-letter-1a2b3c4d"
WANG = participant("Wang Yong", 0, "id:person/wang-yong", "pol:Person")
READ = replace(
    statement(
        subject=WANG, relation=("read out", 10, "read out"), object=participant("a letter", 19),
        arguments=(argument("Hangzhou", 31, "in", "where"),),
    ),
    themes=(ThemeMention("theme:a", (), True), ThemeMention("theme:b", (), False)),
)  # fmt: skip
LINK = Link((WANG,), Words("said", ((1, 5),)), "indirect", True, Sentence(0, 0, 200))
ADDRESSEE = replace(participant("", 0), type="pol:UnstatedAddressee")
ORDER = replace(
    statement(subject=ADDRESSEE, relation=("cut", 60, "cut"), object=participant("taxes", 64)),
    attribution=(LINK,),
    act="directive",
)
SAY = replace(statement(subject=WANG, relation=("said", 50, "say")), content=(READ.id, ORDER.id))
SLEEP = statement(subject=WANG, relation=("slept", 80, "sleep"))


def network(*statements: Statement) -> networkx.MultiDiGraph[str]:
    entities = [Entity("id:person/wang-yong", "Wang Yong", "pol:Person")]
    graph: Graph = build_graph([], statements, entities, prefixes(), {})
    return graph.to_networkx()


def test_an_edge_is_keyed_by_its_statement_and_carries_it() -> None:
    made = network(READ)
    edge: dict[str, Any] = made.edges["id:person/wang-yong", f"id:{DOCUMENT}/phrase/a-letter", READ.id]
    assert (edge["lemma"], edge["act"], edge["asserted"], edge["part"]) == ("read out", "assertion", True, "object")
    assert edge["themes"] == "theme:a theme:b"
    assert "speaker" not in edge


def test_an_argument_is_an_edge_of_its_own() -> None:
    edge = network(READ).edges["id:person/wang-yong", f"id:{DOCUMENT}/phrase/hangzhou", f"{READ.id}#1"]
    assert (edge["part"], edge["role"], edge["preposition"], edge["statement"]) == ("argument", "where", "in", READ.id)


def test_an_act_of_speech_leads_to_each_statement_that_is_its_content() -> None:
    made = network(READ, ORDER, SAY)
    ends = [target for _, target, key in made.edges(keys=True) if key == SAY.id]
    assert ends == [f"id:statement/{READ.id}", f"id:statement/{ORDER.id}"]
    assert made.nodes[ends[0]]["kind"] == "statement"


def test_a_statement_without_object_or_content_ends_in_itself() -> None:
    assert list(network(SLEEP).successors("id:person/wang-yong")) == [f"id:statement/{SLEEP.id}"]


def test_an_unstated_addressee_is_not_the_speaker() -> None:
    made = network(ORDER)
    (source,) = [source for source, _, key in made.edges(keys=True) if key == ORDER.id]
    assert source == f"id:{DOCUMENT}/addressee/wang-yong"
    assert made.nodes[source]["kind"] == "addressee"
    assert made.edges[source, f"id:{DOCUMENT}/phrase/taxes", ORDER.id]["speaker"] == "id:person/wang-yong"


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (WANG, "entity"),
        (participant("the plan", 19), "phrase"),
        (participant("", 0), "unstated"),
        (Participant("$5", ((19, 21),), None, None, None, Value("money", "5", "USD"), False, None), "value"),
    ],
)
def test_nodes_say_what_kind_they_are(one: Participant, kind: str) -> None:
    made = network(statement(subject=WANG, relation=("has", 10, "have"), object=one))
    assert kind in {data["kind"] for _, data in made.nodes(data=True)}


def test_a_clause_is_the_node_of_its_content() -> None:
    clause = participant("to cut taxes", 57)
    urge = replace(statement(subject=WANG, relation=("urged", 50, "urge"), object=clause), content=(ORDER.id,))
    assert list(network(ORDER, urge).successors("id:person/wang-yong")) == [f"id:statement/{ORDER.id}"]


def test_a_value_is_one_node_over_all_documents_and_a_phrase_is_not() -> None:
    money = Participant("$5", ((19, 21),), None, None, None, Value("money", "5", "USD"), False, None)
    made = network(*(
        statement(document=name, subject=participant("the plan", 0), relation=("costs", 10, "cost"), object=money)
        for name in ("a-1", "b-1")
    ))  # fmt: skip
    assert made.number_of_nodes() == 1 + 2 + 1


def test_it_can_be_written_as_graphml() -> None:
    made = network(READ, ORDER, SAY, SLEEP)
    file = BytesIO()
    networkx.write_graphml(made, file)
    file.seek(0)
    assert networkx.read_graphml(file, force_multigraph=True).number_of_edges() == made.number_of_edges() == 6
