"""The same statements as pyvis draws them by itself: what the explorer is measured beside.

A node for every participant, an edge for every statement, pyvis's own template and physics. Its page asks servers for
styles; the browser is told that there are none.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from kg.graph import Graph

LONGEST = 60.0  # seconds that are waited for the nodes to come to rest
AT_REST = "return typeof network !== 'undefined' && Boolean(network) && network.physics.stabilized"


def write_plain(graph: Graph, path: Path) -> None:
    """Write pyvis's page of ``graph``."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    for one in graph.statements:
        ends = [each.entity or each.label or each.text for each in (one.subject, one.object) if each is not None]
        for end in ends:
            net.add_node(end, end)
        if len(ends) == 2:
            net.add_edge(*ends, label=one.relation.text)
    path.write_text(net.generate_html(notebook=False), encoding="utf-8")


def seconds_to_rest(browser: Any, page: Path) -> float | None:
    """Seconds from opening a page until its nodes are at rest; None where LONGEST has gone by."""
    from selenium.common.exceptions import TimeoutException

    browser.set_page_load_timeout(LONGEST)
    browser.set_script_timeout(LONGEST)
    start = time.perf_counter()
    try:
        browser.get(page.as_uri())
        while time.perf_counter() - start < LONGEST:
            if browser.execute_script(AT_REST):
                return time.perf_counter() - start
            time.sleep(0.1)
    except TimeoutException:
        pass
    return None
