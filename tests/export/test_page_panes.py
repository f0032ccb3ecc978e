"""The panes answer each other: what is chosen in one shows in the others."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from kg.model import Statement
from tests.export.browsing import (
    Opener,
    all_of,
    choose,
    data_of,
    find,
    labels,
    lit,
    number_of,
    press,
    row,
    texts,
    until,
)
from tests.export.page_graphs import invented

CASES: dict[str, tuple[Callable[[Statement], bool], str]] = {
    "reported": (lambda one: bool(one.attribution), "in reported words"),
    "in the document voice": (lambda one: not one.attribution, "issued by Government of Norland"),
    "an obligation": (lambda one: one.deontic == "obligation", "5 of 5must, shall"),
    "at a time": (lambda one: one.time is not None, "2024-03-12"),
    "in a place": (lambda one: any(argument.role == "where" for argument in one.arguments), "Where"),
}


@pytest.mark.parametrize(("is_meant", "told"), CASES.values(), ids=CASES)
def test_a_row_opens_its_statement_with_its_words_who_how_and_when(
    opened: Opener, is_meant: Callable[[Statement], bool], told: str
) -> None:
    graph = invented()
    number = number_of(graph, is_meant)
    one = graph.statements[number]
    page = opened(graph)
    choose(page, number)
    details = find(page, "#details").get_attribute("textContent")
    for text in (told, one.act, one.rule, one.id, one.polarity, one.modality, one.evidence.text):
        assert text in details
    assert texts(page, "#details .chain .node") == labels([who for link in one.attribution for who in link.speakers])
    assert lit(page) == one.evidence.text
    assert row(page, number).get_attribute("aria-current") == "true"


def test_the_parts_of_what_is_chosen_are_told_apart_in_the_text(opened: Opener) -> None:
    graph = invented()
    number = number_of(graph, lambda one: bool(one.attribution) and one.attribution[0].explicit)
    one = graph.statements[number]
    page = opened(graph)
    choose(page, number)
    parts = {name: "".join(texts(page, f"#text .{name}")) for name in ("subject", "relation", "object", "cue")}
    speaker, cue = one.attribution[0].speakers[0].text, one.attribution[0].cue.text
    assert one.object is not None
    assert parts == {
        "subject": one.subject.text, "relation": one.relation.text, "object": one.object.text, "cue": speaker + cue,
    }  # fmt: skip


def test_every_statement_of_the_document_is_marked_and_a_marked_phrase_chooses_its_statement(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    marked = {number for one in all_of(page, "#text mark") for number in one.get_attribute("data-statements").split()}
    assert marked == {str(number) for number in range(14)}
    find(page, "#text mark[data-statements='3']").click()
    assert lit(page) == graph.statements[3].evidence.text
    assert row(page, 3).get_attribute("aria-current") == "true"
    assert graph.statements[3].id in find(page, "#details").text


def test_the_margin_says_who_speaks_and_how_and_chooses_too(opened: Opener) -> None:
    graph = invented()
    number = number_of(graph, lambda one: one.deontic is not None and bool(one.attribution))
    one = graph.statements[number]
    page = opened(graph, f"#s={one.id}")
    note = find(page, f"#reading .note[data-statements='{number}']")
    assert note.text.split("\n") == [one.attribution[0].speakers[0].label, one.deontic]
    find(page, "body").send_keys("\ue00c")
    assert lit(page) == ""
    note.click()
    assert lit(page) == one.evidence.text
    assert note.get_attribute("aria-current") == "true"


def test_the_text_turns_to_the_document_of_what_is_chosen(opened: Opener) -> None:
    graph = invented()
    page = opened(graph)
    assert "1 of 3" in find(page, "#text-head").text
    choose(page, 30)
    assert graph.documents[2].title in find(page, "#text-head").text
    find(page, "#text-head [aria-label='Document before']").click()
    assert graph.documents[1].title in find(page, "#text-head").text
    assert "Government of Norland" in find(page, "#details").text


def test_a_node_shows_what_it_is_says_and_stands_in_and_its_mentions_in_the_text(opened: Opener) -> None:
    graph = invented()
    number = number_of(graph, lambda one: bool(one.attribution))
    speaker = graph.statements[number].attribution[0].speakers[0]
    page = opened(graph)
    choose(page, number)
    find(page, "#details .chain .node").click()
    assert find(page, "#details .title").text == speaker.label
    said = sum(speaker.label in labels(one.attribution[0].speakers) for one in graph.statements if one.attribution)
    stands = sum(
        speaker.entity in {each.entity for each in (one.subject, one.object, *one.arguments) if each}
        for one in graph.statements
        if one.act == "assertion"
    )
    heads = texts(page, "#details h3")
    assert any(head.startswith(f"Says: {said} statement") for head in heads)
    assert any(head.startswith(f"Stands in assertions: {stands} statement") for head in heads) or not stands
    assert set(texts(page, "#text .named")) == {speaker.label}


def test_a_theme_shows_who_speaks_on_it(opened: Opener) -> None:
    graph = invented()
    about = [one for one in graph.statements if any(theme.concept == "theme:standards" for theme in one.themes)]
    page = opened(graph, "#n=theme%3Astandards")
    assert f"Statements on it: {len(about)} statements" in texts(page, "#details h3")
    voices = {who.label for one in about for link in one.attribution for who in link.speakers}
    assert voices <= set(texts(page, "#details .plain .node"))


def test_escape_lets_go_of_the_choice(opened: Opener) -> None:
    page = opened(invented())
    choose(page, 2)
    find(page, "body").send_keys("\ue00c")
    assert not all_of(page, "#text .lit, .row[aria-current]")
    assert page.current_url.partition("#")[2] == ""


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_term_gives_its_definition(opened: Opener, way: str) -> None:
    from selenium.webdriver import ActionChains

    graph = invented()
    page = opened(graph)
    choose(page, number_of(graph, lambda one: one.act == "commitment"))
    term = find(page, "#details .kicker .term")
    assert not find(page, "#definition").is_displayed()
    if way == "hover":
        ActionChains(page).move_to_element(term).perform()
    else:
        page.execute_script("document.getElementById('details').focus()")
        press(page, "\ue004")  # Tab
    until(page, lambda: find(page, "#definition").is_displayed())
    assert "binds themselves" in find(page, "#definition").text
    assert term.get_attribute("aria-describedby") == "definition"
    press(page, "\ue00c")
    assert not find(page, "#definition").is_displayed()


def test_a_statement_that_the_filters_keep_out_says_so(opened: Opener) -> None:
    graph = invented()
    number = number_of(graph, lambda one: one.act == "directive")
    page: Any = opened(graph, f"#s={graph.statements[number].id}&only.act=evaluation")
    assert "do not let this statement by" in find(page, "#details .warning").text
    assert lit(page) == graph.statements[number].evidence.text


def test_a_long_document_is_marked_where_it_is_read_and_soon_as_a_whole(opened: Opener) -> None:
    graph = invented(1, 600)
    page = opened(graph)
    choose(page, 590)
    assert lit(page) == graph.statements[590].evidence.text
    note = find(page, "#reading .note[data-statements~='590']")
    assert note.get_attribute("aria-current") == "true"
    until(page, lambda: len(all_of(page, "#text mark[data-statements]")) >= 600)


def test_the_browser_finds_words_far_down_a_long_document(opened: Opener) -> None:
    graph = invented(1, 600)
    words = graph.statements[599].evidence.text
    page = opened(graph)
    page.execute_script("document.getElementById('text').focus()")
    assert page.execute_script("return window.find(arguments[0])", words[-40:])
    found = page.execute_script("return getSelection().anchorNode.parentElement.closest('#text') !== null")
    assert found


def test_a_pressed_phrase_of_a_stretch_that_just_came_into_sight_chooses_its_statement(opened: Opener) -> None:
    graph = invented(1, 600)
    page = opened(graph)
    page.execute_script("const text = document.getElementById('text'); text.scrollTop = text.scrollHeight / 2")
    seen = (
        "const pane = document.getElementById('text').getBoundingClientRect();"
        "return [...document.querySelectorAll('#text mark')].find((one) => {"
        "const { top, bottom } = one.getBoundingClientRect(); return top > pane.top + 9 && bottom < pane.bottom - 9 })"
    )
    until(page, lambda: page.execute_script(seen))
    mark = page.execute_script(seen)
    number = int(mark.get_attribute("data-statements").split()[0])
    assert number > 30
    mark.click()
    assert lit(page) == graph.statements[number].evidence.text


def facts(page: Any) -> dict[str, str]:
    """What the details say, by name."""
    pairs = zip(texts(page, "#details dt"), texts(page, "#details dd"), strict=True)
    return dict(pairs)


def test_the_details_of_a_statement_name_all_its_parts(opened: Opener) -> None:
    graph = invented()
    number = number_of(graph, lambda one: bool(one.deontic and one.themes and one.attribution and one.time))
    one = replace(graph.statements[number], confidence=0.83)
    graph = dataclasses.replace(
        graph, statements=tuple(one if other.id == one.id else other for other in graph.statements)
    )
    page = opened(graph)
    choose(page, number)
    told = facts(page)
    assert one.object is not None
    assert one.subject.text in told["Subject"]
    assert one.relation.text in told["Relation"]
    assert one.object.text.removeprefix("the ") in told["Object"]
    assert texts(page, "#details .chain .node") == labels(one.attribution[0].speakers)
    assert (told["Act"], told["Deontic"]) == (one.act, one.deontic)
    assert "2024-03-12" in told["Time"]
    assert told["Rule"] == one.rule
    assert told["Confidence"].startswith("0.83")
    theme = find(page, "#details dd .node .family-theme")
    theme.find_element("xpath", "./..").click()
    assert find(page, "#details .kicker").text == "Theme"


def test_the_details_of_an_entity_give_names_type_offices_and_statements_by_act(opened: Opener) -> None:
    graph = invented()
    first = graph.statements[number_of(graph, lambda one: not one.attribution)]
    person = replace(
        first.subject, label="Mei Sato", text="Mei Sato", entity="id:person/mei-sato", type="pol:Person", implied=True
    )
    office = replace(
        first.subject, label="Minister of Trade", entity="id:office/minister", type="pol:Office", implied=True
    )
    held = replace(
        first, id="f" * 16, frame="f" * 16, subject=person, object=office, act="assertion", deontic=None,
        relation=replace(first.relation, predicate="pol:holdsOffice"), arguments=(), themes=(),
    )  # fmt: skip
    graph = dataclasses.replace(graph, statements=(*graph.statements, held))
    page = opened(graph, "#n=id:person/mei-sato")
    told = facts(page)
    assert find(page, "#details .title").text == "Mei Sato"
    assert find(page, "#details .kicker").text == "Person"
    assert told["Also"] == "the Mei Sato"
    assert told["Offices"] == "Minister of Trade"
    heads = texts(page, "#details h3")
    for act in ("assertion", "directive", "commitment", "evaluation"):
        many = sum(one.act == act and stands(one, "id:person/mei-sato") for one in graph.statements)
        unit = f"statement{'s' * (many != 1)}"
        assert many == 0 or f"Stands in {act}s: {many} {unit}" in heads
    find(page, "#details dd .node").click()
    assert facts(page)["Held by"] == "Mei Sato"


def stands(one: Statement, entity: str) -> bool:
    return entity in {each.entity for each in (one.subject, one.object, *one.arguments) if each}


def test_a_marked_phrase_lights_its_line_in_the_network(opened: Opener) -> None:
    page = opened(invented(), "#view=network")
    find(page, "#text mark[data-statements='3']").click()
    lines = data_of(page)["network"]["edges"]
    own = {str(at) for at, one in enumerate(lines) if 3 in one["statements"]}
    strong = page.execute_script(
        "return Object.values(document.getElementById('canvas').network.body.edges)"
        ".filter((one) => one.options.color.opacity > 0.5).map((one) => String(one.id))"
    )
    assert set(strong) == own != set()


def test_a_chosen_statement_s_words_are_brought_into_sight(opened: Opener) -> None:
    graph = invented(2, 120)
    page = opened(graph)
    choose(page, 230)
    inside = (
        "const pane = document.getElementById('text').getBoundingClientRect();"
        "const { top, bottom } = document.querySelector('#text .lit').getBoundingClientRect();"
        "return top >= pane.top && bottom <= pane.bottom"
    )
    until(page, lambda: page.execute_script(inside))


def test_a_theme_of_more_speakers_than_are_listed_says_how_many_more(opened: Opener) -> None:
    graph = invented(3, 20)
    one = graph.statements[number_of(graph, lambda one: bool(one.attribution and one.themes))]
    who, link = one.attribution[0].speakers[0], one.attribution[0]
    many = tuple(
        replace(one, id=f"{n:016x}", attribution=(replace(link, speakers=(replace(who, entity=f"id:person/{n}"),)),))
        for n in range(45)
    )
    page = opened(dataclasses.replace(graph, statements=many), f"#n={one.themes[0].concept}")
    assert "Who speaks on it: 45 speakers" in texts(page, "#details h3")
    assert "and 5 more: the filters list all speakers" in find(page, "#details").text
