"""The page: one HTML file in which a graph is seen, filtered and read, and which asks the network for nothing.

The drawing is a pyvis network; vis-network's script and style come out of the pyvis package, with their licence notice.
The template is our own, in viewer/: pyvis's asks servers for styles and does not escape its heading. A content
security policy names the page's own two scripts and styles by their hashes, so that nothing else can run or load, and
everything that comes from a text goes in as escaped JSON and is shown as text.
"""

from __future__ import annotations

import hashlib
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from kg.export.page_network import drawn_statements, edges_of, network
from kg.export.page_nodes import Nodes, cut, families
from kg.export.page_rows import document_row, statement_rows

if TYPE_CHECKING:
    from kg.graph import Graph

SCRIPTS = (
    "dom",
    "book",
    "filters",
    "drawing",
    "labels",
    "list",
    "reading",
    "main",
)  # in the order in which they are joined
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write_page(graph: Graph, path: Path, title: str | None = None, labels: Mapping[str, str] | None = None) -> None:
    """Writes the page of ``graph`` to ``path``; the same graph gives the same bytes.

    ``labels`` names classes, relations and themes by CURIE; one that is not in it is named by its CURIE's last part.
    Without a title the page has the one that the build was given, else that of its only document, else a general one.
    """
    path.write_bytes(page(graph, title, labels or {}).encode("utf-8"))


def page(graph: Graph, title: str | None, labels: Mapping[str, str]) -> str:
    """The page as a string."""
    from jinja2 import Environment, StrictUndefined

    options = graph.run.get("options", {})
    only = graph.documents[0].title if len(graph.documents) == 1 else ""
    viewer = files("kg.export") / "viewer"
    library_script, library_style = vis_network()
    script = "\n".join(_text(viewer / f"{name}.js") for name in SCRIPTS)
    script = f'"use strict";\n(() => {{\n{script}\n}})();\n'
    style = _text(viewer / "style.css")
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_text(viewer / "template.html"))
    return template.render(
        title=cut(title or options.get("title") or only or "Policy statements"),
        policy=_policy([library_script, script], [library_style, style]),
        library_script=library_script,
        library_style=library_style,
        script=script,
        style=style,
        data=escaped_json(page_data(graph, labels)),
    )


def page_data(graph: Graph, labels: Mapping[str, str]) -> dict[str, object]:
    """What the page's script reads: documents, nodes, statements, the drawing and the legend's families."""
    nodes = Nodes.of(graph.entities, labels)
    rows = statement_rows(graph.statements, graph.documents, nodes)
    edges = edges_of(graph.statements, nodes)
    drawn = drawn_statements(edges, len(graph.statements))
    made = network(edges, drawn, graph.statements, nodes)
    return {
        "documents": [document_row(document) for document in graph.documents],
        "families": [{"key": family.key, "label": family.label, "shape": family.shape} for family in families()],
        "nodes": nodes.rows,
        "statements": rows,
        "drawn": len(drawn),
        "network": {"nodes": made.nodes, "edges": made.edges, "options": made.options},
    }


def escaped_json(data: object) -> str:
    r"""JSON that can stand in a script element: no character in it ends the element, opens a comment or breaks a line.

    >>> escaped_json("</script>")
    '"\\u003c/script\\u003e"'
    """
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", plain)


@cache
def vis_network() -> tuple[str, str]:
    """vis-network's script and style sheet, from the newest version in the pyvis package.

    Its last line is left out: it names a source map, which a browser's developer tools would ask for.
    """
    folder = files("pyvis") / "templates" / "lib"
    versions = [one for one in folder.iterdir() if one.name.startswith("vis-")]
    newest = max(versions, key=lambda one: [int(number) for number in re.findall(r"\d+", one.name)])
    script = re.sub(r"\n//# sourceMappingURL=.*", "", _text(newest / "vis-network.min.js"))
    return script, _text(newest / "vis-network.css")


def _text(file: Traversable) -> str:
    """A file's text with plain newlines, as a browser's parser makes them before it takes the hash."""
    return file.read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _policy(scripts: list[str], styles: list[str]) -> str:
    """A content security policy that lets these inline pieces in, images of the style sheet, and nothing else."""
    pieces = {"script-src": scripts, "style-src": styles}
    hashes = {name: " ".join(_hash(one) for one in texts) for name, texts in pieces.items()}
    allowed = "; ".join(f"{name} {values}" for name, values in hashes.items())
    return f"default-src 'none'; {allowed}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
