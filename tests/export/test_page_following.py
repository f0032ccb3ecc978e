"""Following: from a node to its neighbours, and the shortest connection between two."""

from __future__ import annotations

from typing import Any

from kg.graph import Graph
from tests.export.browsing import Opener, data_of, find, labels, shown, texts, until
from tests.export.page_graphs import invented

NODE = "id:person/mei-sato"
DOWN, ENTER = "\ue015", "\ue007"
OTHER = "id:city/port-ellery"


def test_a_node_is_expanded_pinned_and_hidden_and_a_link_keeps_that(opened: Opener) -> None:
    page = opened(invented(), f"#n={NODE}")
    for deed in ("expanded", "pinned", "hidden"):
        find(page, f"#details [data-do={deed}]").click()
    again = opened(invented(), "#" + page.current_url.partition("#")[2])
    for deed, text in (("expanded", "Fold"), ("pinned", "Unpin"), ("hidden", "Show again")):
        button = find(again, f"#details [data-do={deed}]")
        assert (button.text, button.get_attribute("aria-pressed")) == (text, "true")
        button.click()
    assert "hidden=" not in again.current_url


def test_only_the_statements_with_a_node_can_be_shown(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, f"#n={NODE}")
    find(page, "#details [data-do=only]").click()
    with_it = [
        one
        for one in graph.statements
        if NODE in {each.entity for each in (one.subject, one.object, *one.arguments) if each}
        or "Mei Sato" in labels([who for link in one.attribution for who in link.speakers])
    ]
    assert shown(page) == len(with_it) > 0
    assert texts(page, "#chips .chip") == ["with: Mei Sato ×"]


def test_the_shortest_connection_between_two_nodes_is_its_statements(opened: Opener) -> None:
    graph = invented()
    page = opened(graph, f"#n={NODE}")
    find(page, "#details [data-do=connect-from]").click()
    find(page, "#search").send_keys("port ellery", DOWN, DOWN, ENTER)
    find(page, "#details [data-do=connect]").click()
    length = shortest(graph, "Mei Sato", "Port Ellery")
    verb = "connects" if length == 1 else "connect"
    head = find(page, "#details .connection h3").text
    assert head == f"{length} statement{'s' * (length != 1)} {verb} Mei Sato and Port Ellery"
    assert len(texts(page, "#details .connection .statement")) == length
    assert "path=" in page.current_url


def test_what_the_filters_keep_out_connects_nothing(opened: Opener) -> None:
    fragment = f"#n={NODE}&path={NODE}&path={OTHER}&q=nothing%20at%20all"
    page = opened(invented(), fragment)
    assert find(page, "#details .connection h3").text == "Nothing that is shown connects Mei Sato and Port Ellery"


DRAWN = "return Object.keys(document.getElementById('canvas').network.body.nodes).map(Number)"


def test_in_the_network_a_reader_hides_pins_and_expands_a_node(opened: Opener) -> None:
    graph = invented(8, 200)
    page = opened(graph, "#view=network")
    nodes = data_of(page)["nodes"]
    number = next(at for at, node in enumerate(nodes) if node.get("id") == OTHER)
    find(page, "#search").send_keys("port ellery", DOWN, DOWN, ENTER)
    find(page, "#details [data-do=expanded]").click()
    drawn = page.execute_script(DRAWN)
    near = {
        at
        for one in data_of(page)["statements"]
        for at in ends(one)
        if number in ends(one) and nodes[at]["family"] not in {"end", "value"}
    }
    assert near - set(drawn) == set()
    assert len(drawn) > 3
    find(page, "#details [data-do=hidden]").click()
    assert number not in page.execute_script(DRAWN)
    find(page, "#details [data-do=hidden]").click()
    find(page, "#details [data-do=expanded]").click()
    find(page, "#details [data-do=pinned]").click()
    find(page, "#search").send_keys("no such words at all", ENTER)
    assert page.execute_script(DRAWN) == [number]


def ends(row: dict[str, Any]) -> set[int]:
    """The nodes of a statement's subject and object."""
    return {row[side]["node"] for side in ("subject", "object") if side in row}


def test_a_double_click_on_a_node_expands_it(opened: Opener) -> None:
    from selenium.webdriver import ActionChains

    page = opened(invented(), "#view=network&in.page.wide=picture")
    place = page.execute_script(
        "const pane = document.getElementById('canvas'), { network } = pane, box = pane.getBoundingClientRect();"
        "const middle = (id) => network.canvasToDOM(network.getPosition(id));"
        "const id = Object.keys(network.body.nodes).map(Number).find((one) => network.getNodeAt(middle(one)) === one);"
        "return { x: box.left + middle(id).x, y: box.top + middle(id).y }"
    )
    actions: Any = ActionChains(page)
    actions.w3c_actions.pointer_action.move_to_location(round(place["x"]), round(place["y"])).double_click()
    actions.perform()
    until(page, lambda: "expanded=" in page.current_url)


def test_the_shortest_connection_is_drawn_in_the_network_and_let_go(opened: Opener) -> None:
    page = opened(invented(8, 200), f"#view=network&n={OTHER}&path={NODE}&path={OTHER}")
    nodes = data_of(page)["nodes"]
    drawn = {nodes[at].get("id") for at in page.execute_script(DRAWN)}
    assert {NODE, OTHER} <= drawn
    find(page, "#details .connection .link").click()
    assert "path=" not in page.current_url
    assert all(at < 0 for at in page.execute_script(DRAWN))


def shortest(graph: Graph, start: str, end: str) -> int:
    """Counted by networkx over who and what stands in each statement."""
    import networkx

    net: networkx.Graph[object] = networkx.Graph()
    for number, one in enumerate(graph.statements):
        people = [who for link in one.attribution for who in link.speakers]
        for each in (one.subject, one.object, *one.arguments, *people):
            if each is not None and each.value is None:
                key = each.label if each.entity else (one.document, each.label or each.text)
                net.add_edge(("statement", number), key)
    return int(networkx.shortest_path_length(net, start, end)) // 2
