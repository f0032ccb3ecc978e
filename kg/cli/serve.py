"""``kg serve``: a built graph as a web server on this machine."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kg.cli.app import Out, app


@app.command()
def serve(
    out: Out,
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")] = 7878,
) -> None:
    """Serve a built graph on this machine: SPARQL, saved questions, the page to look at. Read-only."""
    from kg.serve import serve as serve_until_ended

    def said(address: str) -> None:
        sys.stdout.write(f"{out} is served at {address} (read-only, this machine alone); Ctrl-C ends it\n")
        sys.stdout.flush()

    serve_until_ended(out, port, said)
