"""Graph → something that a notebook shows: the explorer within a cell, cut off from the notebook and the network."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph import Graph


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that a notebook displays in a frame, ``height`` pixels high."""

    html: str
    title: str
    height: int

    def _repr_html_(self) -> str:
        from jinja2 import Environment, StrictUndefined

        source = (files("kg.export") / "viewer" / "frame.html").read_text(encoding="utf-8")
        template = Environment(autoescape=True, undefined=StrictUndefined).from_string(source)
        return template.render(html=self.html, title=self.title, height=self.height)


def page(graph: Graph, title: str | None = None, height: int = 760) -> Shown:
    """The explorer of ``graph`` for a notebook: as the last line of a cell it is displayed.

    ``title`` is the page's, by default that of the build; ``height`` is in pixels.
    """
    from kg.export.page import page as page_of
    from kg.ontology import load_ontology
    from kg.scheme import load_themes

    name = title or (graph.run.get("options") or {}).get("title")
    return Shown(page_of(graph, name, load_ontology(), load_themes()), name or "Explorer", height)
