"""The command ``kg``: reads what was typed, calls the library, prints. Libraries are loaded when one is needed."""

from __future__ import annotations

import sys

from kg.cli import build, evaluate, explain, extract, ontology, push, query, reason, serve, table, validate
from kg.cli.app import app
from kg.cli.console import WRONG, complain
from kg.collector import collect_seldom
from kg.errors import KgError

__all__ = ["app", "main"]

# each module adds itself to the app
COMMANDS = (build, extract, query, table, serve, push, validate, reason, explain, evaluate, ontology)


def main() -> None:
    """Run the command; an error of ours is one line and exit code 2, never a traceback."""
    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except KgError as error:
        complain(error)
        sys.exit(WRONG)
