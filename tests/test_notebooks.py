"""The notebooks run from top to bottom, on a copy beside a copy of the corpus, and show what they say they show."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="the notebooks extra is not installed")
nbclient = pytest.importorskip("nbclient", reason="the notebooks extra is not installed")
pytest.importorskip("ipykernel", reason="the notebooks extra is not installed")
pytest.importorskip("matplotlib", reason="the notebooks extra is not installed")

ROOT = Path(__file__).parent.parent
FIRST_LOOK = ROOT / "notebooks" / "01_first_look.ipynb"


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The executed cells by their ids; nothing is written into the checkout."""
    folder = tmp_path_factory.mktemp("first_look")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    (folder / "notebooks").mkdir()
    notebook = nbformat.read(FIRST_LOOK, as_version=4)
    client = nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder / "notebooks")}}
    )
    client.execute()
    return {cell.id: cell for cell in notebook.cells}


def text_of(cell: Any) -> str:
    """What a code cell printed or showed, as text."""
    shown = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return "\n".join(shown)


pytestmark = pytest.mark.filterwarnings("default")  # the kernel's own libraries warn about one another


def test_no_cell_fails_or_warns(cells: dict[str, Any]) -> None:
    outputs = [output for cell in cells.values() if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("build", "14 texts"),
        ("offices", "Wang Yong"),
        ("offices", "State Councilor"),
        ("directives", "intellectual property"),
        ("ordered", "Wang Yong"),
        ("centrality", "modularity of the"),
        ("standing", "asserted by the text"),
        ("facts", "plain triples"),
    ],
)
def test_it_shows_what_it_speaks_of(cells: dict[str, Any], cell: str, words: str) -> None:
    assert words in text_of(cells[cell])


def test_consumer_protection_and_intellectual_property_are_two_rows_of_one_clause(cells: dict[str, Any]) -> None:
    rows = text_of(cells["directives"]).splitlines()
    assert any("Consumer protection" in row and "Wang Yong" in row for row in rows)
    assert any("Intellectual property" in row and "Wang Yong" in row for row in rows)


def test_the_page_is_embedded_and_the_network_is_drawn(cells: dict[str, Any]) -> None:
    (page,) = cells["page"].outputs
    assert "<iframe" in page.data["text/html"] and "Content-Security-Policy" in page.data["text/html"]
    assert any("image/png" in output.get("data", {}) for output in cells["plot"].outputs)


def test_it_is_kept_without_outputs() -> None:
    assert all(not cell.outputs for cell in nbformat.read(FIRST_LOOK, 4).cells if cell.cell_type == "code")
