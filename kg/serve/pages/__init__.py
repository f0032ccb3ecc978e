"""The pages of the server; their markup stands in the files beside this one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from kg.answers import shortened
from kg.errors import KgError
from kg.query import ask, known_prefixes
from kg.saved_queries import bind, declared, saved_queries, saved_query
from kg.sparql_store import open_store

if TYPE_CHECKING:
    from jinja2 import Template

MOST = 1000  # rows of a page; the rest by SPARQL


def index_page(folder: Path) -> str:
    """What there is: the saved questions, the query editor, the graph to look at."""
    return _template("index.html").render(
        name=folder.resolve().name, questions=saved_queries().values(), has_graph=(folder / "graph.html").is_file()
    )


def question_page(folder: Path, name: str, given: Mapping[str, str]) -> str:
    """A question with its parameters to fill in, its answer, and its SPARQL; a bad parameter is told on the page.

    Raises: :class:`kg.errors.InputError` for a question that there is not.
    """
    question = saved_query(name)
    values = {key: value for key, value in given.items() if value.strip()}
    prefixes = known_prefixes(folder)
    told: dict[str, object] = {"question": question, "values": values, "result": None, "error": None, "link": ""}
    if values or all(one.optional for one in question.parameters):
        try:
            with open_store(folder) as store:
                text = bind(question, values, store, prefixes)
                result = ask(store, text, prefixes)
        except KgError as error:
            told["error"] = str(error)
        else:
            sparql = declared(text, prefixes)
            rows = [[shortened(cell, prefixes) for cell in row] for row in result.rows[:MOST]]
            told |= {"result": result, "rows": rows, "count": len(result.rows), "sparql": sparql}
            told["link"] = f"/editor?{urlencode({'query': sparql})}"
    return _template("question.html").render(told)


def editor_page() -> str:
    """Oxigraph's query editor with a query of the address filled in."""
    return _template("editor.html").render()


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    folder = Path(__file__).parent
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(name)
