"""Which module may import what: libraries at the edges, stages in one direction, and a light ``import kg``."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for path in (ROOT / "kg").rglob("*.py"))

SPACY = ("clearnlp", "components", "doc_statements", "embedding", "names", "parsing", "tree", "triples")
RDF = ("export", "named_nodes", "ontology", "push", "query", "saved_queries", "scheme", "sparql_store")
ALLOWED = {
    "spacy": SPACY,
    "thinc": ("arithmetic", "embedding"),
    "rdflib": RDF,
    "pyoxigraph": RDF,
    "pyshacl": RDF,
    "reasonable": ("export",),
    "pyvis": ("export",),
    "jinja2": ("export", "serve"),
    "networkx": ("network", "export"),
    "numpy": ("clearnlp", "embedding", "export", "start_network"),
    "pandas": ("graph",),
    "typer": ("cli",),
    "rich": ("cli", "answers"),
}

# A module imports modules of its own row or of rows above it; functions may import late what is below.
ORDER = (
    ("errors", "model"),
    (
        "arithmetic",
        "collector",
        "confidence",
        "elsewhere",
        "embedding",
        "identifiers",
        "values",
        "lemmas",
        "lexicon",
        "expressions",
        "spacing",
    ),
    ("decisions", "layout", "metadata", "mapping", "records", "start_network"),
    ("documents", "ontology"),
    ("gazetteer", "lint", "themes"),
    ("scheme", "names", "corrections"),
    ("clearnlp", "components", "sentences", "start_rules", "tree", "turns"),
    ("syntax",),
    ("clauses",),
    ("nominalisations",),
    ("repairs",),
    ("parsing",),
    ("triples",),
    ("entities",),
    ("statements", "report"),
    ("review",),
    ("doc_statements", "tables"),
    ("graph",),
    ("invariants",),
    ("store", "run"),
    ("theme_weights", "quotes", "matching", "gold", "evaluate", "export", "named_nodes", "query", "sparql_store"),
    ("crosstab", "push_server", "saved_queries"),
    ("push",),
    ("identity_scores", "relation_scores", "resampling", "theme_scores", "time_scores"),
    ("score_table",),
    ("network",),
    ("answers", "explain", "summary"),
    ("serve",),
    ("pipeline",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(ORDER) for name in names}


def part(path: Path) -> str:
    """The module or package right below ``kg`` that a file belongs to."""
    return path.relative_to(ROOT / "kg").with_suffix("").parts[0]


def imports(path: Path, late: bool) -> Iterator[str]:
    """Dotted names that a file imports when it runs: at its top, and within functions where ``late``."""
    todo: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            todo.extend(node.orelse)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif late or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            todo.extend(ast.iter_child_nodes(node))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_library_is_imported_at_its_edge_alone(path: Path) -> None:
    for name in imports(path, late=True):
        library = name.partition(".")[0]
        assert part(path) in ALLOWED.get(library, (part(path),)), f"{library} does not belong here"


@pytest.mark.parametrize("path", [path for path in MODULES if part(path) != "__init__"], ids=part)
def test_a_stage_knows_nothing_of_those_after_it(path: Path) -> None:
    assert part(path) in RANK, "a new module: give it a row in ORDER"
    for name in imports(path, late=False):
        pieces = name.split(".")
        if pieces[0] == "kg" and len(pieces) > 1 and pieces[1] in RANK:
            assert RANK[pieces[1]] <= RANK[part(path)], f"{name} is a later stage"


def test_no_row_names_a_module_that_is_gone() -> None:
    assert set(RANK) == {part(path) for path in MODULES} - {"__init__"}


HEAVY = ("jinja2", "networkx", "numpy", "pandas", "pyoxigraph", "pyshacl", "pyvis", "rdflib", "rich", "spacy", "typer")


@pytest.mark.parametrize(
    ("module", "but"),
    [("kg", ()), ("kg.documents", ()), ("kg.cli", ("typer", "rich")), ("kg.graph", ()), ("kg.store", ())],
)
def test_importing_is_light(module: str, but: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(done.stdout.split()) <= set(but)
