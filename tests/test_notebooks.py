"""The notebooks run from top to bottom, on a copy beside a copy of the corpus, and show what they say they show."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

nbformat = pytest.importorskip("nbformat", reason="the notebooks extra is not installed")
nbclient = pytest.importorskip("nbclient", reason="the notebooks extra is not installed")
pytest.importorskip("ipykernel", reason="the notebooks extra is not installed")
pytest.importorskip("matplotlib", reason="the notebooks extra is not installed")

pytestmark = pytest.mark.filterwarnings("default")  # the kernel's own libraries warn about one another

ROOT = Path(__file__).parent.parent
FIRST_LOOK, SPARQL, EXPLORE = (
    ROOT / "notebooks" / name for name in ("01_first_look.ipynb", "02_sparql.ipynb", "03_explore.ipynb")
)

# The kernel and its client speak over sockets that Python's socket module knows nothing of.
UNPLUG = """
import socket
def unplugged(*_, **__):
    raise OSError("a notebook must not use the network")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = unplugged
"""
# What the tests look at, as the notebook's own variables hold it.
TELL = """
import json
print(json.dumps({
    "documents": len(graph.documents),
    "offices": offices.values.tolist(),
    "directives": directives.to_dict("records"),
    "frames": {"all": frames, "directives": orders.frame.nunique(), "most in a cell": int(ordered.to_numpy().max())},
    "orders": orders.drop_duplicates(["frame", "voice"])[["frame", "kind", "voice"]].values.tolist(),
    "ordered": ordered.loc["all, each frame once"].droplevel("kind").to_dict(),
    "ties": shared[["voice", "with", "weight", "about", "in one text"]].values.tolist(),
    "places": places.reset_index().to_dict("records"),
    "breadth": breadth,
    "alone": speakers_alone.number_of_edges(),
    "at home": [at_home, len(speakers_alone)],
    "contrast": contrast.values.tolist(),
    "facts": len(facts),
    "asserted": int(merely.frames["asserted by the text"]),
}))
"""


TELL_SPARQL = """
import json
print(json.dumps({
    "documents": len(issuers),
    "by act": by_act.to_dict(),
    "directives": directives.to_dict("records"),
    "addressees": addressees.values.tolist(),
    "deadlines": deadlines.deadline.tolist(),
    "forbidden": forbidden.deontic.tolist(),
    "stances": stances[["actor", "stance"]].values.tolist(),
    "presidents": presidents.to_dict("records"),
    "claims": claims.groupby("standing").words.agg(list).to_dict(),
    "as a fact": [fact, said],
    "rdflib": in_rdflib == in_store,
    "months": crossed.columns.tolist(),
}))
"""


TELL_EXPLORE = """
import json
print(json.dumps({"documents": len(graph.documents), "acts": sorted({one.act for one in duties})}))
"""


def executed(notebook: Path, tell: str, folder: Path) -> dict[str, Any]:
    """The executed cells by their ids; nothing is written into the checkout."""
    pytest.importorskip("matplotlib.font_manager", reason="no matplotlib")  # makes its font cache, slowly and once
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    (folder / "notebooks").mkdir()
    read = nbformat.read(notebook, as_version=4)
    read.cells.insert(0, nbformat.v4.new_code_cell(UNPLUG, id="unplug"))
    read.cells.append(nbformat.v4.new_code_cell(tell, id="tell"))
    client = nbclient.NotebookClient(
        read, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder / "notebooks")}}
    )
    # The checkout's kg, whatever is installed.
    client.execute(env={**os.environ, "PYTHONPATH": str(ROOT)})
    return {cell.id: cell for cell in read.cells}


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return executed(FIRST_LOOK, TELL, tmp_path_factory.mktemp("first_look"))


@pytest.fixture(scope="module")
def sparql_cells(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return executed(SPARQL, TELL_SPARQL, tmp_path_factory.mktemp("sparql"))


@pytest.fixture(scope="module")
def found(cells: dict[str, Any]) -> dict[str, Any]:
    """What the notebook found, by what is asked of it."""
    return told(cells)


@pytest.fixture(scope="module")
def answered(sparql_cells: dict[str, Any]) -> dict[str, Any]:
    """What the second notebook found."""
    return told(sparql_cells)


def told(cells: dict[str, Any]) -> dict[str, Any]:
    (output,) = cells["tell"].outputs
    found: dict[str, Any] = json.loads(output.text)
    return found


@pytest.mark.parametrize("which", ["cells", "sparql_cells"])
def test_no_cell_fails_or_warns(which: str, request: pytest.FixtureRequest) -> None:
    cells = request.getfixturevalue(which)
    outputs = [output for cell in cells.values() if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in outputs if output.output_type == "error" or output.get("name") == "stderr"]


def test_it_reads_the_whole_corpus(found: dict[str, Any]) -> None:
    assert found["documents"] == 14


@pytest.mark.parametrize(
    "row",
    [
        ["Wang Yong", "State Councilor", "Hangzhou Hosts the 4th China Quality Conference"],
        ["Janet Yellen", "Treasury Secretary", "Coalition Caps the Price of Russian Crude Oil"],
    ],
)
def test_it_finds_who_holds_which_office(found: dict[str, Any], row: list[str]) -> None:
    assert row in found["offices"]


@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("Consumer protection", "protect consumers"),
        ("Intellectual property", "protect consumers and the owners of intellectual property"),
        ("Product safety", "Tighten the supervision of product safety"),
    ],
)
def test_it_finds_a_directive_under_its_theme_with_its_speaker(found: dict[str, Any], theme: str, words: str) -> None:
    (row,) = (row for row in found["directives"] if row["theme"] == theme and row["words"] == words)
    assert (row["reported"], row["speaker"], row["deontic"]) == ("true", "Wang Yong", "obligation")


def test_a_directive_of_the_text_itself_has_no_speaker(found: dict[str, Any]) -> None:
    own = [row for row in found["directives"] if row["reported"] == "false"]
    assert own and not any(row["speaker"] for row in own)


def test_the_crosstab_counts_frames(found: dict[str, Any]) -> None:
    frames = {frame for frame, _, voice in found["orders"] if voice == "Wang Yong"}
    assert found["ordered"]["Wang Yong"] == len(frames) > 5
    assert found["frames"]["most in a cell"] <= found["frames"]["directives"] < found["frames"]["all"]


def test_what_it_says_of_orders_holds(found: dict[str, Any]) -> None:
    kinds = [kind for _, kind, _ in found["orders"]]
    assert kinds.count("issuer") and kinds.count("speaker")
    assert found["ordered"]["Wang Yong"] == max(found["ordered"].values())


def test_a_tie_counts_the_themes_that_it_names(found: dict[str, Any]) -> None:
    assert found["ties"]
    for one, other, weight, about, _ in found["ties"]:
        assert one != other and weight == len(about.split("; "))


def test_a_place_in_the_network_is_in_line_with_the_ties(found: dict[str, Any]) -> None:
    ends = [end for one, other, *_ in found["ties"] for end in (one, other)]
    for place in found["places"]:
        assert place["degree"] == ends.count(place["voice"])
        assert 0 <= place["betweenness"] <= 1 and place["themes"] >= 1 and place["community"] >= 1


def test_what_it_says_of_the_network_holds(found: dict[str, Any]) -> None:
    assert found["breadth"] > 0.5  # betweenness goes with the number of themes
    between = [tie for tie in found["ties"] if not tie[-1]]
    assert len(between) > len(found["ties"]) / 2
    assert 0.7 < 1 - found["alone"] / len(found["ties"]) < 0.8  # three ties in four are the issuers'
    at_home, speakers = found["at home"]
    assert at_home > speakers / 2


def test_what_is_merely_said_does_not_stand_among_what_is_asserted(found: dict[str, Any]) -> None:
    standings = {words: standing for standing, _, _, words in found["contrast"]}
    assert standings["Wang Yong attended the opening ceremony"] == "asserted by the text"
    assert standings["protect consumers and the owners of intellectual property"].startswith("merely said")
    assert {act for standing, act, *_ in found["contrast"] if not standing.startswith("merely")} == {"assertion"}
    assert 0 < found["asserted"] < found["frames"]["all"] and found["facts"]


def test_the_page_is_embedded_and_the_network_is_drawn(cells: dict[str, Any]) -> None:
    (page,) = cells["page"].outputs
    shown = page.data["text/html"]
    assert 'sandbox="allow-scripts"' in shown and "Content-Security-Policy" in shown and "Wang Yong" in shown
    assert any("image/png" in output.get("data", {}) for output in cells["plot"].outputs)


@pytest.mark.parametrize("notebook", [FIRST_LOOK, SPARQL], ids=lambda path: path.stem)
def test_it_is_kept_without_outputs(notebook: Path) -> None:
    code = [cell for cell in nbformat.read(notebook, 4).cells if cell.cell_type == "code"]
    assert not any(cell.outputs or cell.execution_count for cell in code)


def test_the_second_asks_ten_saved_questions_and_draws_two_plots(sparql_cells: dict[str, Any]) -> None:
    asked = {
        name
        for cell in sparql_cells.values()
        if cell.cell_type == "code"
        for name in re.findall(r'ask\("([\w-]+)"', cell.source)
    }
    assert len(asked) >= 10
    plots = [cell.id for cell in sparql_cells.values() if "image/png" in str(cell.get("outputs", ""))]
    assert plots == ["standing-plot", "themes-plot"]


def test_what_the_second_says_of_its_tables_holds(answered: dict[str, Any]) -> None:
    assert answered["documents"] == 14
    own, reported = answered["by act"]["the document's own"], answered["by act"]["reported of a speaker"]
    shares = {act: reported[act] / (own[act] + reported[act]) for act in own}
    assert max(shares, key=shares.__getitem__) == "directive" and set(own) == {
        "assertion",
        "commitment",
        "directive",
        "evaluation",
    }
    assert {row["voice"] for row in answered["directives"]} >= {"Wang Yong"}
    assert any(addressee.startswith("unstated") for addressee, *_ in answered["addressees"])
    assert answered["deadlines"] == sorted(answered["deadlines"]) and answered["deadlines"][-1].startswith("P")
    assert {"prohibition", "exemption"} == set(answered["forbidden"])
    assert ["India", "abstain"] in answered["stances"]
    assert len(answered["months"]) > 10


def test_who_is_president_is_told_by_attested_days_alone(answered: dict[str, Any]) -> None:
    days = {row["holder"]: (row["before"], row["after"]) for row in answered["presidents"]}
    assert days["Kassym-Jomart Tokayev"] == ("2022-09-01", "") and days["Cyril Ramaphosa"] == ("", "2024-05-15")


def test_a_claim_is_no_fact_in_the_second_either(answered: dict[str, Any]) -> None:
    assert any("violates the Constitution" in words for words in answered["claims"]["claimed"])
    assert answered["as a fact"] == ["false", "true"] and answered["rdflib"]


def test_the_third_shows_the_explorer_in_frames_of_their_own(tmp_path: Path) -> None:
    cells = executed(EXPLORE, TELL_EXPLORE, tmp_path)
    assert told(cells) == {"documents": 14, "acts": ["commitment", "directive"]}
    for name in ("page", "duties"):
        (shown,) = [output["data"]["text/html"] for output in cells[name].outputs]
        assert shown.startswith("<iframe srcdoc=") and "allow-same-origin" not in shown
    assert "Fourteen policy texts" in cells["page"].outputs[0]["data"]["text/html"]
