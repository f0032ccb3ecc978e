"""What of a graph its page carries: whole documents, in their order, up to a number of statements.

A browser reads 50,000 statements in a few seconds (``python -m bench.page``); what goes beyond is left to the other
files, and the page says how much that is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import Graph

MOST = 50_000  # statements that a page carries unless the build was told another number


@dataclass(frozen=True, slots=True)
class Share:
    """The graph that the page shows, and how many statements, of how many documents, it does not."""

    graph: Graph
    statements: int
    documents: int

    def __str__(self) -> str:
        """What is not on the page.

        >>> from kg.graph import Graph
        >>> str(Share(Graph((), (), (), {}, {}, {}), 1_200, 1))
        '1,200 statements of 1 document'
        """
        of = "document" if self.documents == 1 else "documents"
        return f"{self.statements:,} statements of {self.documents:,} {of}"


def share(graph: Graph) -> Share:
    """The documents from the first on whose statements are together no more than the build's ``html_max``.

    Where the first has more by itself, its first statements.
    """
    most = (graph.run.get("options") or {}).get("html_max") or MOST
    if len(graph.statements) <= most:
        return Share(graph, 0, 0)
    own = Counter(one.document for one in graph.statements)
    carried: set[str] = set()
    total = 0
    for document in graph.documents:
        total += own[document.id]
        if total > most:
            break
        carried.add(document.id)
    kept = tuple(one for one in graph.statements if one.document in carried) or graph.statements[:most]
    names = {one.document for one in kept} | carried
    documents = tuple(one for one in graph.documents if one.id in names)
    left = {one.document for one in graph.statements} - {one.document for one in kept if one.document in carried}
    return Share(replace(graph, statements=kept, documents=documents), len(graph.statements) - len(kept), len(left))
