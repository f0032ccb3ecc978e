"""What the command says beside its answer: complaints on standard error, a bar, text that a terminal can take."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError

if TYPE_CHECKING:
    from kg.model import Document

WRONG = 2  # exit code: what was given cannot be used, or not all of it
FOUND = 1  # exit code of `kg validate`: something is wrong with the graph

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def collect(errors: list[InputError]) -> Callable[[InputError], None]:
    def on_error(error: InputError) -> None:
        errors.append(error)
        complain(error)

    return on_error


def complain(error: KgError) -> None:
    sys.stderr.write(f"kg: {' '.join(plain(str(error)).split())}\n")


def plain(text: str) -> str:
    """Give text without control characters, which could make a terminal do what a document says."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def progress(documents: Sequence[Document]) -> Iterator[Document]:
    """Give the documents, with a bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        yield from documents
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(documents, "reading", console=Console(stderr=True), transient=True)
