"""The store that questions are put to: made once of a built graph's files, kept beside them, made anew with them.

``OUT/store`` is an Oxigraph database, ``OUT/store.json`` names the files that it was made of by their SHA-256. Its
default graph is ``graph.ttl``; the named graphs of ``graph.trig``, what each speaker asserts, are there for those who
ask for one by GRAPH, and are united with nothing. Where the folder cannot be written, or another process makes or
reads an older store, the graph is read into memory: the answers are the same, it only takes longer.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import OutputError

try:
    import fcntl
except ImportError:  # Windows has no such locks: there two processes may each make a store, and the later one stays
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from pyoxigraph import Quad, Store

GRAPH_FILE, TRIG_FILE = "graph.ttl", "graph.trig"
STORE, ABOUT = "store", "store.json"
FORMAT = 1  # of what lies in the store: a change of it makes every store anew


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """The graph built in ``folder``, to be read; while it is open no other process replaces it.

    Raises: :class:`OutputError` where there is no graph, or one that does not parse.
    """
    about = _wanted(folder)
    with _handle(folder) as handle:
        if _lock(handle, exclusive=False) and (_is_made(folder, about) or _make_alone(folder, about, handle)):
            store = _opened(folder)
            if store is not None:
                yield store
                return
    yield in_memory(folder)


def stored(folder: Path) -> Path | None:
    """The folder of an up-to-date store, made where need be; None where none can be written.

    Raises: :class:`OutputError` as :func:`open_store` does.
    """
    with open_store(folder):
        return folder / STORE if _is_made(folder, _wanted(folder)) else None


def in_memory(folder: Path) -> Store:
    """The built graph, read into memory.

    Raises: :class:`OutputError` where it is missing or does not parse.
    """
    from pyoxigraph import Store

    _wanted(folder)
    store = Store()
    _load(store, folder)
    return store


def make_store(folder: Path, database: Path) -> None:
    """Write the built graph into a new Oxigraph database, a folder.

    Raises: :class:`OutputError` where the graph is missing or does not parse, OSError where it cannot be written.
    """
    from pyoxigraph import Store

    store = Store(str(database))
    _load(store, folder)
    store.flush()
    store.optimize()


def _wanted(folder: Path) -> dict[str, Any]:
    """What store.json says of a store of the files that lie there now."""
    import pyoxigraph

    if not (folder / GRAPH_FILE).is_file():
        raise OutputError(f"no {GRAPH_FILE} in {folder}: build it with `kg build PATH... -o {folder}`")
    files = [name for name in (GRAPH_FILE, TRIG_FILE) if (folder / name).is_file()]
    try:
        sums = {name: _sum(folder / name) for name in files}
    except OSError as error:
        raise OutputError(f"{error.filename}: cannot be read ({error.strerror or error})") from error
    return {"format": FORMAT, "oxigraph": pyoxigraph.__version__.rpartition(".")[0], "files": sums}


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_made(folder: Path, about: dict[str, Any]) -> bool:
    try:
        found = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(found == about) and (folder / STORE).is_dir()


def _opened(folder: Path) -> Store | None:
    """None where it cannot be opened, whatever happened to its files."""
    from pyoxigraph import Store

    try:
        return Store.read_only(str(folder / STORE))
    except (OSError, RuntimeError):  # the latter where the files are damaged
        with suppress(OSError):
            (folder / ABOUT).unlink()  # so that the next one makes it anew
        return None


def _make_alone(folder: Path, about: dict[str, Any], handle: int | None) -> bool:
    """Make the store unless someone else reads or makes one; False where that cannot be."""
    if not _lock(handle, exclusive=True):
        return False
    try:
        if not _is_made(folder, about):  # another process may have made it before the lock was ours
            _make(folder, about)
    except (OSError, RuntimeError):
        return False
    return _lock(handle, exclusive=False)


def _make(folder: Path, about: dict[str, Any]) -> None:
    """Make it aside and move it into its place when it is whole: a store.json without its store there never is."""
    for left in folder.glob(f".{STORE}-*"):  # of a process that was stopped
        shutil.rmtree(left, ignore_errors=True)
    stage = Path(tempfile.mkdtemp(prefix=f".{STORE}-", dir=folder))
    try:
        make_store(folder, stage / STORE)
        (stage / ABOUT).write_text(json.dumps(about, indent=2) + "\n", encoding="utf-8", newline="\n")
        (folder / ABOUT).unlink(missing_ok=True)
        if (folder / STORE).exists():
            (folder / STORE).rename(stage / "old")
        (stage / STORE).rename(folder / STORE)
        (stage / ABOUT).replace(folder / ABOUT)
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _load(store: Store, folder: Path) -> None:
    from pyoxigraph import RdfFormat

    path = folder / GRAPH_FILE
    try:
        store.bulk_load(path=path, format=RdfFormat.TURTLE)
        path = folder / TRIG_FILE
        if path.is_file():
            store.bulk_extend(_named(path))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"{path} cannot be read, build it again: {' '.join(str(error).split())}") from error


def _named(path: Path) -> Iterator[Quad]:
    """The quads of the named graphs alone: the default graph is that of graph.ttl, and no other."""
    from pyoxigraph import DefaultGraph, RdfFormat, parse

    default = DefaultGraph()
    return (quad for quad in parse(path=path, format=RdfFormat.TRIG) if quad.graph_name != default)


@contextmanager
def _handle(folder: Path) -> Iterator[int | None]:
    """The folder itself is what is locked: nothing is left behind, and a process that dies lets go."""
    if fcntl is None:
        yield None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)


def _lock(handle: int | None, *, exclusive: bool) -> bool:
    """Lock without waiting; True also where the file system knows no locks."""
    if handle is None or fcntl is None:
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
