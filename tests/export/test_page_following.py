"""Following: from a node to its neighbours, and the shortest connection between two."""

from __future__ import annotations

from kg.graph import Graph
from tests.export.browsing import Opener, find, labels, shown, texts
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
