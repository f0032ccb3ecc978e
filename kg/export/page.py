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
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from kg import __version__
from kg.export.direct import claim
from kg.export.page_network import drawn_statements, edges_of, network
from kg.export.page_nodes import Nodes, cut, families
from kg.export.page_packing import packed
from kg.export.page_rows import Claims, document_row, statement_rows
from kg.export.page_script import joined
from kg.export.page_share import share
from kg.export.page_terms import terms_of, used_terms
from kg.export.turtle import Renderer
from kg.mapping import Ontology
from kg.model import Statement
from kg.ontology import load_ontology
from kg.scheme import load_themes
from kg.themes import Themes

if TYPE_CHECKING:
    from kg.graph import Graph

_VIEWER = files("kg.export") / "viewer"

_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write_page(
    graph: Graph, path: Path, title: str | None = None, ontology: Ontology | None = None, themes: Themes | None = None
) -> None:
    """Writes the page of ``graph`` to ``path``; the same graph gives the same bytes.

    ``ontology`` and ``themes`` are those that the graph was built with; without them, those that are shipped. Without a
    title the page has the one that the build was given, else that of its only document, else a general one.
    """
    path.write_bytes(page(graph, title, ontology or load_ontology(), themes or load_themes()).encode("utf-8"))


def page(graph: Graph, title: str | None, ontology: Ontology, themes: Themes) -> str:
    """The page as a string."""
    from jinja2 import Environment, StrictUndefined

    carried = share(graph)
    data = page_data(carried.graph, title, ontology, themes, _identity(graph))
    library_script, library_style = vis_network()
    script, style = page_script(), page_style()
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_text(_VIEWER / "template.html"))
    return template.render(
        title=data["title"],
        left_out=carried,
        policy=_policy([library_script, script], [library_style, style]),
        library_script=library_script,
        library_style=library_style,
        script=script,
        style=style,
        data=escaped_json(packed(data)),
    )


def page_data(
    graph: Graph, title: str | None, ontology: Ontology, themes: Themes, identity: str | None = None
) -> dict[str, object]:
    """What the page's script reads once it is unpacked; viewer/types.d.ts gives its shape.

    ``identity`` is that of the graph of which ``graph`` is a share.
    """
    terms = terms_of(ontology, themes)
    nodes = Nodes.of(graph, {key: one.label for key, one in terms.items()})
    rows = statement_rows(graph.statements, graph.documents, nodes, _claims(nodes, ontology))
    edges = edges_of(graph.statements, nodes)
    drawn = drawn_statements(edges, len(graph.statements))
    made = network(edges, drawn, graph.statements, nodes)
    only = graph.documents[0].title if len(graph.documents) == 1 else ""
    return {
        "graph": identity or _identity(graph),
        "title": cut(title or graph.run.get("options", {}).get("title") or only or "Policy statements"),
        "version": __version__,
        "prefixes": nodes.resources.names.prefixes,
        "documents": [document_row(document) for document in graph.documents],
        "families": [{"key": family.key, "label": family.label, "shape": family.shape} for family in families()],
        "nodes": nodes.rows,
        "statements": rows,
        "terms": used_terms(terms, _used(graph, nodes)),
        "drawn": len(drawn),
        "network": {"nodes": made.nodes, "edges": made.edges, "options": made.options},
    }


def _identity(graph: Graph) -> str:
    """A hash of all its statements: the readers' judgements are kept under it."""
    return hashlib.sha256("\x1f".join(one.id for one in graph.statements).encode()).hexdigest()


def _claims(nodes: Nodes, ontology: Ontology) -> Claims:
    """The triple that a statement speaks of, its terms as Turtle has them, or the numbers of their nodes."""
    render = Renderer(nodes.resources.names.prefixes)
    known: dict[str, int] = {}
    seen: list[int] = []

    def claims(one: Statement) -> list[str | int]:
        for number in range(len(seen), len(nodes.rows)):
            curie = nodes.rows[number].get("id")
            seen.append(number)
            if curie:
                known[render(nodes.resources.names(str(curie)))] = number
        terms = [render(term) for term in claim(one, nodes.resources, ontology) if term is not None]
        return [known.get(term, term) for term in terms]

    return claims


def _used(graph: Graph, nodes: Nodes) -> Iterator[str]:
    """The CURIEs of the terms that the page names."""
    for one in graph.statements:
        yield from (theme.concept for theme in one.themes)
        yield one.relation.predicate or ""
    yield from (str(row["class"]) for row in nodes.rows if "class" in row)


def page_script() -> str:
    """The script of the viewer's modules."""
    return joined({Path(one.name).stem: _text(one) for one in _VIEWER.iterdir() if one.name.endswith(".js")})


def page_style() -> str:
    """The viewer's style sheets, in the order of their names."""
    sheets = sorted((one for one in _VIEWER.iterdir() if one.name.endswith(".css")), key=lambda one: one.name)
    return "".join(map(_text, sheets))


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
