"""The page's script: the modules of viewer/, joined to one script that needs no loader.

Each module becomes a function's body that is run once, after those that it imports, and gives what it exports: no name
of one meets a name of another. A module may say ``import { a, b } from "./other.js";`` and ``export`` before a
function, a class or a constant; more is not needed, and refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "\./([a-z-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function|class|const) (\w+))", re.MULTILINE)
_OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(modules: Mapping[str, str], start: str = "main") -> str:
    """The script of ``start`` and all that it imports; ``modules`` are texts by name, without ``.js``.

    Raises: :class:`ValueError` for a module that is not there, one that imports itself by way of others, and an import
    or export of another form.
    """
    bodies = "\n".join(_body(name, modules[name]) for name in _ordered(modules, start))
    return f'"use strict";\n(() => {{\n{bodies}\n}})();\n'


def _ordered(modules: Mapping[str, str], start: str) -> Iterator[str]:
    imported: dict[str, list[str]] = {}
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in modules:
            raise ValueError(f"no module {name}.js")
        if name not in imported:
            imported[name] = [match[2] for match in _IMPORT.finditer(modules[name])]
            waiting += imported[name]
    try:
        yield from TopologicalSorter(imported).static_order()
    except CycleError as error:
        raise ValueError(f"modules import each other: {' → '.join(error.args[1])}") from error


def _body(name: str, text: str) -> str:
    exported = [match[2] for match in _EXPORT.finditer(text)]
    text = _IMPORT.sub(lambda match: f"const {match[1]} = {_variable(match[2])};", text)
    text = _EXPORT.sub(r"\1", text)
    if other := _OTHER.search(text):
        raise ValueError(f"{name}.js: cannot join {other[0]!r}")
    returned = f"return {{ {', '.join(exported)} }};\n" if exported else ""
    return f"const {_variable(name)} = (() => {{\n{text}{returned}}})();"


def _variable(name: str) -> str:
    return f"module_{name.replace('-', '_')}"
