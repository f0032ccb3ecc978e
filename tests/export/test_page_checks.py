"""The page's script is what eslint and TypeScript, by its JSDoc, find nothing against."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / "node_modules" / ".bin"


@pytest.mark.skipif(not TOOLS.exists(), reason="no node_modules: npm install")
@pytest.mark.parametrize(
    "command", [["eslint", "--max-warnings=0", "kg/export/viewer"], ["tsc"]], ids=["eslint", "tsc"]
)
def test_the_script_passes(command: list[str]) -> None:
    done = subprocess.run([TOOLS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
