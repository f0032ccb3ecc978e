"""Modules are joined to one script in which each runs once, after those that it needs."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from kg.export.page import page_script
from kg.export.page_script import joined

MAIN = """
import { twice } from "./sums.js";
import {
  ONE,
} from "./plain-data.js";
const made = twice(ONE);
console.log(made);
"""
SUMS = """
import { ONE } from "./plain-data.js";
const made = ONE;
export function twice(one) { return one + made; }
export class Sum {}
"""
MODULES = {
    "main": MAIN,
    "sums": SUMS,
    "plain-data": "console.log('once');\nexport const ONE = 1;\n",
    "unused": "console.log('never');\n",
}


@pytest.mark.skipif(not shutil.which("node"), reason="no node on the path")
def test_a_script_runs_each_module_once_and_keeps_their_names_apart() -> None:
    done = subprocess.run(["node", "-e", joined(MODULES)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["once", "2"]


@pytest.mark.parametrize(
    ("modules", "told"),
    [
        ({"main": 'import { a } from "./gone.js";\n'}, "no module gone.js"),
        ({"main": 'import { a } from "./a.js";\n', "a": 'import { b } from "./main.js";\n'}, "import each other"),
        ({"main": 'import a from "./a.js";\n'}, "cannot join"),
        ({"main": "export default 1;\n"}, "cannot join"),
        ({"main": "export let a = 1;\n"}, "cannot join"),
        ({"main": 'import "https://example.org/a.js";\n'}, "cannot join"),
    ],
)
def test_what_cannot_be_joined_is_refused(modules: dict[str, str], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        joined(modules)


def test_the_viewer_s_script_neither_imports_nor_writes_markup() -> None:
    script = page_script()
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch("):
        assert word not in script
