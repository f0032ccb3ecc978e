"""Who held which office: one tenure a holder and an office, with the dates that texts give and no others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from kg.export.direct import asserted
from kg.export.nodes import Nodes
from kg.export.rdf import by_document
from kg.export.tenure import Around, Tenures
from kg.export.terms import Iri, Names, Triple
from kg.graph import Graph
from kg.identifiers import prefixes
from kg.mapping import Ontology
from kg.model import Document, Entity, Participant, Statement, Value
from kg.ontology import load_ontology
from tests.graphs import Text

NAMES = Names(prefixes())
WANG = "id:person/wang-yong"
BANK = Entity("id:government-body/bank-of-china", "Bank of China", "pol:GovernmentBody", ("BOC",))
JAPAN = Entity("id:country/japan", "Japan", "pol:Country")
PERSON = Entity(WANG, "Wang Yong", "pol:Person")


@pytest.fixture(scope="module")
def policy() -> Ontology:
    return load_ontology()


def graph(*parts: tuple[Document, Statement], entities: tuple[Entity, ...] = (BANK, JAPAN)) -> Graph:
    offices = {
        Entity(one.entity, one.label or "", "pol:Office")
        for _, statement in parts
        for one in (statement.object, *statement.arguments)
        if one is not None and one.entity and one.type == "pol:Office"
    }
    documents = {document.id: document for document, _ in parts}
    return Graph(
        tuple(documents.values()), tuple(statement for _, statement in parts),
        (PERSON, *sorted(offices, key=lambda one: one.entity), *entities), prefixes(), {}, {},
    )  # fmt: skip


def told(
    text: str,
    relation: str,
    lemma: str,
    office: str,
    date: str | None = "2021-09-16",
    *,
    entity: bool = True,
    **more: object,
) -> tuple[Document, Statement]:
    """A document in which Wang Yong is said to have to do with an office."""
    words = Text("A text", text, date=date)
    slug = office.lower().replace(" ", "-").replace("'", "")
    post = words.who(office, f"id:office/{slug}" if entity else None, "pol:Office")
    subject = words.who("Wang Yong", WANG, "pol:Person")
    statement = words.statement(subject, relation, lemma, post, **{"predicate": "pol:holdsOffice", **more})
    return words.document, statement


def title(office: str = "Governor", *, beside: Entity | None = None, **more: object) -> tuple[Document, Statement]:
    """An office before the name; ``beside`` stands elsewhere in the statement, so that the document speaks of it."""
    document, statement = told(f"{office} Wang Yong spoke.", office, "hold office", office, **more)  # type: ignore[arg-type]
    near = Participant("", (), beside.label, beside.entity, beside.type, None, True, None) if beside else None
    arguments = (Text("", "").argument(near, None, "topic"),) if near else ()
    return document, replace(statement, relation=replace(statement.relation, text="", spans=()), arguments=arguments)


def tenures(graph: Graph, nodes: Nodes, ontology: Ontology) -> Iterator[Triple]:
    made = Tenures(graph.entities, NAMES, ontology)
    for document, statements in by_document(graph):
        around = Around(document.date if document else None, statements, NAMES)
        for one in statements:
            yield from made.told(one, asserted(one, nodes, ontology), around, nodes)


def about(graph: Graph, ontology: Ontology, *keys: str) -> dict[str, list[str]]:
    """What is said of the graph's tenures, by property."""
    nodes = Nodes(NAMES, {one.id: one for one in graph.statements}, frozenset())
    found: dict[str, set[str]] = {}
    for triple in tenures(graph, nodes, ontology):
        found.setdefault(_short(triple.predicate), set()).add(_short(triple.object))
        assert triple.subject.value.startswith(f"{NAMES.prefixes['id']}tenure/wang-yong/")
    return {key: sorted(values) for key, values in sorted(found.items()) if not keys or key in keys}


def _short(node: object) -> str:
    value: str = node.value  # type: ignore[attr-defined]
    return value.removeprefix(NAMES.prefixes["id"]).rpartition("#")[2] if isinstance(node, Iri) else value


def test_a_title_gives_a_tenure_of_exactly_these_triples(policy: Ontology) -> None:
    document, statement = title("Governor of the Bank of China")
    assert about(graph((document, statement)), policy) == {
        "attestedBy": [f"statement/{statement.id}"],
        "attestedOn": ["2021-09-16"],
        "holder": ["person/wang-yong"],
        "label": ["Wang Yong, Governor of the Bank of China"],
        "office": ["office/governor-of-the-bank-of-china"],
        "officeOf": ["government-body/bank-of-china"],
        "type": ["Tenure"],
    }


def test_several_documents_attest_one_tenure(policy: Ontology) -> None:
    first = title()
    second = told("Wang Yong is Governor of late.", "is", "be", "Governor", "2022-03")
    found = about(graph(first, second), policy, "type", "attestedOn", "attestedBy")
    assert (found["type"], found["attestedOn"], len(found["attestedBy"])) == (["Tenure"], ["2021-09-16", "2022-03"], 2)


def when(preposition: str, value: Value) -> dict[str, object]:
    """A time of the statement's own, and the argument that gives it."""
    words = Participant("", (), None, None, None, value, implied=False, via=None)
    return {"time": value, "arguments": (Text("", "").argument(words, preposition, "when"),)}


DAY, YEARS = Value("date", "2020-05-05", precision="day"), Value("interval", "2018/2020", precision="year")


@pytest.mark.parametrize(
    ("words", "lemma", "changes", "times"),
    [
        ("is", "be", {}, {"attestedOn": ["2021-09-16"]}),
        ("serves as", "serve as", {}, {"attestedOn": ["2021-09-16"]}),
        ("was", "be", {}, {}),
        ("served as", "serve as", {}, {}),
        ("was", "be", {"time": DAY}, {"attestedOn": ["2020-05-05"]}),
        ("served as", "serve as", when("from", YEARS), {"from": ["2018"], "until": ["2020"]}),
        ("served as", "serve as", when("between", YEARS), {"from": ["2018"], "until": ["2020"]}),
        ("served as", "serve as", when("in", YEARS), {"attestedOn": ["2018/2020"]}),
        ("serves as", "serve as", when("from", Value("interval", "2018/..")), {"from": ["2018"]}),
        ("has served as", "serve as", when("since", DAY), {"from": ["2020-05-05"]}),
        ("served as", "serve as", when("until", DAY), {"until": ["2020-05-05"]}),
        ("is", "be", {"date": None}, {}),
        ("assumed", "assume", {"predicate": "pol:takesOffice", "time": DAY}, {"from": ["2020-05-05"]}),
        ("assumed", "assume", {"predicate": "pol:takesOffice"}, {}),
        ("assumed", "assume", {"predicate": "pol:takesOffice", "time": YEARS}, {"from": ["2018/2020"]}),
        ("left", "leave", {"predicate": "pol:leavesOffice", "time": DAY}, {"until": ["2020-05-05"]}),
        ("left", "leave", {"predicate": "pol:leavesOffice"}, {}),
    ],
)
def test_a_time_is_what_the_text_says_and_never_filled_in(
    words: str, lemma: str, changes: dict[str, object], times: dict[str, list[str]], policy: Ontology
) -> None:
    given = graph(told(f"Wang Yong {words} Governor.", words, lemma, "Governor", **changes))  # type: ignore[arg-type]
    assert about(given, policy, "attestedOn", "from", "until") == times
    assert about(given, policy)["type"] == ["Tenure"]


def test_whoever_appoints_somebody_to_an_office_begins_the_tenure_of_that_one(policy: Ontology) -> None:
    words = Text("A text", "Zoe appointed Wang Yong as Governor on 5 May 2020.")
    zoe, wang = words.who("Zoe", "id:person/zoe", "pol:Person"), words.who("Wang Yong", WANG, "pol:Person")
    statement = words.statement(
        zoe, "appointed", "appoint", wang, predicate="pol:appoints", time=DAY,
        arguments=(words.argument(words.who("Governor", "id:office/governor", "pol:Office"), "as", "other"),),
    )  # fmt: skip
    found = about(graph((words.document, statement)), policy, "holder", "office", "from", "attestedOn")
    assert found == {"holder": ["person/wang-yong"], "office": ["office/governor"], "from": ["2020-05-05"]}


@pytest.mark.parametrize(
    "change",
    [
        {"act": "directive", "deontic": "obligation"}, {"act": "commitment"}, {"polarity": "negative"},
        {"modality": "planned"}, {"modality": "possible"}, {"content": ("another",)},
    ],
    ids=str,
)  # fmt: skip
def test_what_no_document_holds_true_makes_no_tenure(change: dict[str, object], policy: Ontology) -> None:
    document, statement = title()
    assert about(graph((document, statement)), policy)
    assert about(graph((document, replace(statement, **change))), policy) == {}


def test_what_a_speaker_says_makes_no_tenure(policy: Ontology) -> None:
    words = Text("A text", "Zoe said that Wang Yong is Governor.")
    speaker = words.link(words.who("Zoe", "id:person/zoe", "pol:Person"), "said")
    office = words.who("Governor", "id:office/governor", "pol:Office")
    said = words.statement(
        words.who("Wang Yong", WANG, "pol:Person"),
        "is",
        "be",
        office,
        predicate="pol:holdsOffice",
        attribution=(speaker,),
    )
    assert about(graph((words.document, said)), policy) == {}


def test_a_holder_must_be_a_person_that_the_graph_knows(policy: Ontology) -> None:
    document, statement = title()
    nobody = Participant("she", statement.subject.spans, "she", None, "pol:Person", None, False, None)
    assert about(graph((document, replace(statement, subject=nobody))), policy) == {}
    state = replace(statement.subject, entity=JAPAN.entity, type=JAPAN.type, label=JAPAN.label)
    assert about(graph((document, replace(statement, subject=state))), policy) == {}


@pytest.mark.parametrize(
    ("office", "beside", "body"),
    [
        ("Prime Minister of Japan", None, ["country/japan"]),
        ("Minister of Finance of Japan", None, ["country/japan"]),
        ("Japan's Prime Minister", JAPAN, ["country/japan"]),
        ("Japan's Prime Minister", None, []),
        ("BOC chairman", BANK, ["government-body/bank-of-china"]),
        ("BOC chairman", JAPAN, []),
        ("Governor", BANK, []),
        ("Minister of Finance", None, []),
        ("ambassador to Japan", JAPAN, []),
        ("Head of Twin", None, []),
    ],
)
def test_a_body_is_one_that_the_office_s_own_words_name(
    office: str, beside: Entity | None, body: list[str], policy: Ontology
) -> None:
    twins = tuple(Entity(f"id:organization/twin-{n}", f"Twin {n}", "pol:Organization", ("Twin",)) for n in (1, 2))
    found = about(graph(title(office, beside=beside), entities=(BANK, JAPAN, *twins)), policy)
    assert found.get("officeOf", []) == body


def test_an_office_of_one_document_keeps_that_document_in_its_iri(policy: Ontology) -> None:
    document, statement = title("mayor", entity=False)
    given = graph((document, statement))
    nodes = Nodes(NAMES, {statement.id: statement}, frozenset())
    assert {triple.subject for triple in tenures(given, nodes, policy)} == {
        NAMES.minted("tenure", "wang-yong", document.id, "phrase", "mayor")
    }


def test_an_ontology_that_marks_no_office_has_no_tenures() -> None:
    football = load_ontology(Path(__file__).parents[1] / "data" / "football")
    document, statement = title()
    given = graph((document, replace(statement, relation=replace(statement.relation, predicate=None))))
    assert about(given, football) == {}
