"""The README: what it tells a reader to type works as it stands there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus in it, as a checkout has it, and nothing else."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "corpus", folder / "corpus")
    return folder


def run(words: list[str], folder: Path) -> str:
    """Run with this Python's commands first on the path; fail with what was printed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_command_in_the_readme_runs(desk: Path) -> None:
    script = "\n".join(block for language, block in BLOCKS if language == "console")
    assert script.count("kg build") == 1
    shim = f'set -euo pipefail\nkg() {{ "{sys.executable}" -m kg "$@"; }}\n'
    printed = run(["bash", "-c", shim + script], desk)
    assert "no findings" in printed
    assert "The minister" in printed or "directive" in printed


def test_the_library_lines_run(desk: Path) -> None:
    (code,) = (block for language, block in BLOCKS if language == "python")
    checks = (
        "\nimport networkx, rdflib\n"
        "assert isinstance(network, networkx.MultiDiGraph) and network.number_of_edges()\n"
        "assert isinstance(triples, rdflib.Graph) and len(triples)\n"
        "assert kg.load_language().has_pipe('parser') and len(graph.to_frame()) == len(graph.statements)\n"
    )
    run([sys.executable, "-c", code + checks], desk)
    assert (desk / "graph.html").stat().st_size > 0


def test_the_first_commands_are_those_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    first = next(block for language, block in BLOCKS if language == "sh")
    for target in re.findall(r"^make (\w+)", first, flags=re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, flags=re.MULTILINE)


def test_every_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"`((?:kg|ontology|corpus|docs|training|tests|LICENSES)/[\w./-]*|[A-Z]{4,}(?:\.md)?)`", README)
    assert named
    for name in named:
        assert (ROOT / name).exists() or name in ("README", "CODEBOOK"), name


def test_every_command_is_in_the_readme() -> None:
    from kg.cli.app import app

    for command in app.registered_commands:
        assert command.callback is not None
        assert f"| `kg {command.callback.__name__} " in README
