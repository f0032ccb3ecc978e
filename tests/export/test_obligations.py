"""Whom a directive or a commitment binds to what: the slots of Institutional Grammar 2.0, as exact triples."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.export.nodes import Nodes
from kg.export.obligations import obligation, sanctions
from kg.export.terms import XSD, Iri, Literal, Names
from kg.identifiers import prefixes
from kg.model import Participant, Role, Statement, Value
from tests.graphs import Text

NAMES = Names(prefixes())
TEXT = "Platforms shall send the figures to the council in full by February if asked, except users, without fail."
WORDS = Text("A duty", TEXT)


def duty(**changes: object) -> Statement:
    plain = WORDS.statement(
        WORDS.who("Platforms"), "shall send", "send", WORDS.who("the figures", label="figures"),
        act="directive", deontic="obligation", strength=5, form="modal",
    )  # fmt: skip
    return replace(plain, **changes)


def slots(statement: Statement) -> list[str]:
    nodes = Nodes(NAMES, {statement.id: statement}, frozenset())
    found = set(obligation(statement, nodes))
    own = nodes.statement(statement.id)
    assert {triple.subject for triple in found} <= {own, nodes.unstated(statement)}
    rows = ((_short(row.predicate), _short(row.object)) for row in found if row.subject == own)
    return sorted(f"{key} {value}".replace(f"{statement.document}/phrase/", "") for key, value in rows)


def _short(node: Iri | Literal) -> str:
    if isinstance(node, Literal):
        return f"{node.value} ({node.datatype.removeprefix(XSD)})"
    return node.value.removeprefix(NAMES.prefixes["id"]).rpartition("#")[2]


def given(words: str, role: Role, preposition: str | None = None, value: Value | None = None) -> object:
    return WORDS.argument(WORDS.who(words, value=value), preposition, role)


def test_a_directive_is_an_obligation_with_exactly_these_slots() -> None:
    february = Value("date", "2023-02", precision="month")
    arguments = (
        given("the council", "recipient", "to"), given("in full", "manner"), given("if asked", "condition"),
        given("users", "exception", "except"), given("February", "deadline", "by", february),
    )  # fmt: skip
    assert slots(duty(arguments=arguments)) == [
        "activationCondition if-asked",
        "activationCondition users",
        "aim send (string)",
        "attribute platforms",
        "deadline 2023-02 (gYearMonth)",
        "directObject figures",
        "executionConstraint in-full",
        "indirectObject the-council",
        "type Obligation",
    ]


@pytest.mark.parametrize(
    ("role", "slot"),
    [
        ("beneficiary", "indirectObject"), ("instrument", "executionConstraint"), ("where", "executionConstraint"),
        ("purpose", "executionConstraint"), ("when", None), ("topic", None), ("quantity", None),
    ],
)  # fmt: skip
def test_each_role_has_its_slot_or_none(role: Role, slot: str | None) -> None:
    plain = slots(duty())
    found = slots(duty(arguments=(given("in full", role),)))
    assert found == sorted([*plain, *([f"{slot} in-full"] if slot else [])])


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        (Value("date", "2023-02-17"), "2023-02-17 (date)"),
        (Value("date", "2030"), "2030 (gYear)"),
        (Value("duration", "P9M"), "P9M (duration)"),
        (Value("interval", "2023/2025"), f"2023/2025 ({NAMES('pol:iso8601').value})"),
        (None, "without fail (string)"),
    ],
)
def test_a_deadline_is_its_value_or_else_its_words(value: Value | None, literal: str) -> None:
    assert f"deadline {literal}" in slots(duty(arguments=(given("without fail", "deadline", "by", value),)))


ADDRESSEE = Participant("", (), None, None, "pol:UnstatedAddressee", None, implied=True, via="imperative")


@pytest.mark.parametrize(
    ("lemma", "object", "agent", "expected"),
    [
        ("publish", None, True, ["attribute the-council", "directObject platforms"]),
        ("publish", None, False, ["attribute {own}/unstated", "directObject platforms"]),
        (
            "give", "the figures", False,
            ["attribute {own}/unstated", "directObject figures", "indirectObject platforms"],
        ),
        (
            "transfer to", "the figures", True,
            ["attribute the-council", "directObject platforms", "indirectObject figures"],
        ),
    ],
)  # fmt: skip
def test_in_a_passive_the_agent_is_bound_and_the_subject_is_what_it_is_done_to(
    lemma: str, object: str | None, agent: bool, expected: list[str]
) -> None:
    plain = duty()
    statement = duty(
        relation=replace(plain.relation, lemma=lemma, voice="passive"),
        object=plain.object if object else None,
        arguments=(given("the council", "agent", "by"),) if agent else (),
    )
    own = f"statement/{statement.id}"
    found = [row for row in slots(statement) if row.split()[0] in {"attribute", "directObject", "indirectObject"}]
    assert found == [row.format(own=own) for row in expected]


def test_someone_unstated_is_declared() -> None:
    statement = duty(relation=replace(duty().relation, voice="passive"), object=None)
    nodes = Nodes(NAMES, {statement.id: statement}, frozenset())
    nobody = {row for row in obligation(statement, nodes) if row.subject == nodes.unstated(statement)}
    assert {(_short(row.predicate), _short(row.object)) for row in nobody} == {
        ("label", "unstated (string)"), ("type", "Unstated"),
    }  # fmt: skip


def test_an_unstated_addressee_is_bound_and_not_guessed() -> None:
    statement = duty(subject=ADDRESSEE)
    assert f"attribute {statement.document}/addressee/document" in slots(statement)


def test_a_commitment_binds_the_one_who_makes_it() -> None:
    assert slots(duty(act="commitment", deontic=None)) == slots(duty())


@pytest.mark.parametrize("change", [{"act": "assertion"}, {"act": "evaluation"}, {"act": "directive"}], ids=str)
def test_what_binds_nobody_is_no_obligation(change: dict[str, object]) -> None:
    assert slots(duty(**{"deontic": None, **change})) == []


def test_the_or_else_of_a_duty_is_the_sanction_behind_it_in_its_sentence() -> None:
    first, second = duty(id="1", frame="1"), duty(id="2", frame="2")
    fine = duty(id="3", frame="3", act="assertion", deontic=None, modality="conditional", rule="sanction")
    late = replace(fine.evidence, start=fine.evidence.end)
    assert sanctions([first, replace(fine, evidence=late)]) == {"1": ("3",)}
    elsewhere = replace(fine, sentence=replace(fine.sentence, index=fine.sentence.index + 1))
    assert sanctions([first, second, elsewhere]) == {}
    nodes = Nodes(NAMES, {first.id: first, fine.id: fine}, frozenset())
    found = set(obligation(first, nodes, ("3",)))
    assert (NAMES("pol:orElse"), nodes.statement("3")) in {(row.predicate, row.object) for row in found}


def test_a_sanction_binds_nobody() -> None:
    assert slots(duty(act="assertion", deontic=None, modality="conditional", rule="sanction")) == []
