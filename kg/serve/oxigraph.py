"""Oxigraph's server as a child process, for as long as a block lasts."""

from __future__ import annotations

import secrets
import shutil
import socket
import subprocess
import sys
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError

LONGEST = 60  # seconds that a query may take
_START = 30.0  # seconds that it may take to answer at all
_TRIES = 3  # a free port may be taken by another program before the child has it


@dataclass(frozen=True)
class Behind:
    """Where the child answers."""

    host: str
    port: int
    process: subprocess.Popen[bytes]


@contextmanager
def running(database: Path) -> Iterator[Behind]:
    """Start it read-only on a free port of the loopback interface; it is ended with the block, whatever happens.

    Raises: :class:`KgError` where it is not installed or does not start.
    """
    program = _program()
    for _ in range(_TRIES):
        host, port = _free_address()
        process = subprocess.Popen(
            [program, "serve-read-only", "--location", str(database), "--bind", f"{host}:{port}",
             "--timeout-s", str(LONGEST)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is ours to answer; the child is ended below
        )  # fmt: skip
        try:
            if _answers(process, host, port):
                yield Behind(host, port, process)
                return
        finally:
            _end(process)
    raise KgError("the oxigraph server does not start: try `oxigraph --version`, or install it anew")


def _program() -> str:
    scripts = sysconfig.get_path("scripts")
    found = shutil.which("oxigraph", path=scripts) or shutil.which("oxigraph")
    if found is None:
        raise KgError('kg serve needs the oxigraph server: pip install "policy-kg[serve]"')
    return found


def _free_address() -> tuple[str, int]:
    """A free port, on Linux of an address that no web page can guess: the child itself checks no Host header."""
    host = "127.0.0.1"
    if sys.platform == "linux":
        host = f"127.{secrets.randbelow(254) + 1}.{secrets.randbelow(254) + 1}.{secrets.randbelow(254) + 1}"
    with socket.socket() as probe:
        probe.bind((host, 0))
        return host, int(probe.getsockname()[1])


def _answers(process: subprocess.Popen[bytes], host: str, port: int) -> bool:
    until = time.monotonic() + _START
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return process.poll() is None
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
