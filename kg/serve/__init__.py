"""A built graph as a web server on this machine: SPARQL, saved questions, the page to look at. Read-only, loopback.

Oxigraph's own server answers the SPARQL behind a small front (:mod:`kg.serve.front`), which shows the pages, and lets
nothing through that writes, unites the graphs, or asks another server.
"""

from __future__ import annotations

import os
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import KgError
from kg.serve.front import Front
from kg.serve.oxigraph import running
from kg.sparql_store import make_store, open_store, stored

HOST = "127.0.0.1"


@contextmanager
def serving(folder: Path, port: int) -> Iterator[Front]:
    """A server that answers in threads of its own until the block ends; ``port`` 0 takes a free one.

    Raises: :class:`KgError` where the port is taken, Oxigraph is missing, or there is no graph.
    """
    with open_store(folder), _database(folder) as database:
        front = _front(folder, port)
        try:
            with running(database) as behind:
                front.behind = behind
                thread = threading.Thread(target=front.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
                thread.start()
                try:
                    yield front
                finally:
                    front.shutdown()
                    thread.join()
        finally:
            front.server_close()


def serve(folder: Path, port: int, said: Callable[[str], object]) -> None:
    """Serve until the process is interrupted or told to end; ``said`` is given the address once it answers."""
    ended = threading.Event()
    before = {one: signal.signal(one, lambda *_: ended.set()) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        with serving(folder, port) as front:
            said(front.address)
            while not ended.wait(0.5):
                front.check()
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _front(folder: Path, port: int) -> Front:
    try:
        return Front((HOST, port), folder)
    except (OSError, OverflowError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise KgError(f"port {port} cannot be used ({reason}): give another with --port") from error


@contextmanager
def _database(folder: Path) -> Iterator[Path]:
    """The stored graph; where the folder cannot be written, one made for as long as it is served."""
    made = stored(folder)
    if made is not None:
        yield made
        return
    with tempfile.TemporaryDirectory(prefix="kg-serve-", ignore_cleanup_errors=os.name == "nt") as temporary:
        make_store(folder, Path(temporary) / "store")
        yield Path(temporary) / "store"
