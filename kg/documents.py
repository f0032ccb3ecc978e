"""path → Document: UTF-8 texts (.txt, .md) from files, folders and standard input, with what is said about them.

A text stays as it was read, line breaks and all, so that offsets hold in the file; only a byte order mark is dropped.
What is said about it stands in its own head (:mod:`kg.layout`) or, above that, in a table (:mod:`kg.metadata`).
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError
from kg.identifiers import document_id
from kg.layout import FIELDS, Layout, layout
from kg.metadata import Metadata, Row, iso_date, read_metadata
from kg.model import Document

__all__ = ["Layout", "layout", "read", "read_rows"]

SUFFIXES = (".md", ".txt")
SKIPPED = ("codebook", "readme")  # what such a file in a folder says is about the texts: name it to have it read
LARGEST = 100 * 1000 * 1000  # bytes
LANGUAGE = "en"

_BOM = b"\xef\xbb\xbf"
_BINARY = {
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image", b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an Office file", b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
}  # fmt: skip

OnError = Callable[[InputError], None]


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read (None: standard input), and its name within what the user gave, which a graph may show."""

    path: Path | None
    source: str


def read(
    paths: str | Path | Iterable[str | Path], metadata: Path | None = None, on_error: OnError | None = None
) -> Iterator[Document]:
    """Read documents: files, folders with all below them in the order of their names, ``-`` for standard input.

    In a folder, what is hidden, is neither .txt nor .md, or is called README or CODEBOOK is passed over. A file that
    two paths lead to is read once; of two texts with the same title and the same words the second is an error.

    Raises: InputError, in one line, for what cannot be read; with ``on_error`` it is given to that instead, and the
    rest is read. A ``metadata`` table that cannot be read is always raised.
    """
    table = read_metadata(Path(metadata)) if metadata is not None else None
    given = [paths] if isinstance(paths, str | Path) else paths
    return _read(given, table, on_error or _raised)


def read_rows(paths: Iterable[str | Path], on_error: OnError | None = None) -> Iterator[Document]:
    """Read each line ``id<TAB>sentence`` as a document of its own, whose id is the line's; blank lines are passed over.

    Raises: InputError as :func:`read` does, and for a line without a tab.
    """
    report = on_error or _raised
    for file in _files(paths, report, suffixes=None):
        try:
            text = _decoded(_bytes(file), _shown(file))
        except InputError as error:
            report(error)
            continue
        for number, line in enumerate(text.split("\n"), 1):
            name, tab, sentence = line.rstrip("\r").partition("\t")
            if tab and sentence.strip():
                yield _plain_document(name.strip(), sentence.strip(), file.source)
            elif line.strip():
                report(InputError(f"{_shown(file)}, line {number}: not id<TAB>sentence"))


def _read(given: Iterable[str | Path], table: Metadata | None, on_error: OnError) -> Iterator[Document]:
    seen: dict[str, str] = {}
    for file in _files(given, on_error):
        try:
            document = _document(file, table)
            if document.id in seen:
                raise InputError(f"{_shown(file)}: the same title and text as {seen[document.id]}; read once only")
        except InputError as error:
            on_error(error)
        else:
            seen[document.id] = _shown(file)
            yield document


def _raised(error: InputError) -> None:
    raise error


def _files(
    given: Iterable[str | Path], on_error: OnError, suffixes: tuple[str, ...] | None = SUFFIXES
) -> Iterator[_File]:
    """Give the files to read, each once; ``suffixes`` are those that a file may have, None for any."""
    seen: set[Path] = set()
    for item in given:
        if str(item) == "-":
            yield _File(None, "-")
            continue
        try:
            found = list(_below(Path(item), suffixes))
        except InputError as error:
            on_error(error)
            continue
        for file in found:
            place = (file.path or Path()).resolve()
            if place not in seen:
                seen.add(place)
                yield file


def _below(path: Path, suffixes: tuple[str, ...] | None) -> Iterator[_File]:
    """Give the file itself, or the texts in a folder.

    Raises: InputError where it is not there, is of another kind, or holds no text.
    """
    shown = _printable(path)
    if path.is_dir():
        files = sorted(_walk(path), key=lambda file: file.relative_to(path).parts)
        if not files:
            raise InputError(f"{shown}: no {' or '.join(SUFFIXES)} file in this folder")
        for file in files:
            yield _File(file, _printable(file.relative_to(path)))
        return
    if not path.exists():
        raise InputError(f"{shown}: no such file or folder")
    if suffixes is not None and path.suffix.lower() not in suffixes:
        kind = f"{_printable(Path(path.suffix))} files" if path.suffix else "a file without a suffix"
        raise InputError(f"{shown}: cannot read {kind}; give {' or '.join(SUFFIXES)}, as plain text in UTF-8")
    if not path.is_file():
        raise InputError(f"{shown}: not a file; use - to read standard input")
    yield _File(path, _printable(Path(path.name)))


def _walk(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        raise InputError(f"{_printable(Path(error.filename))}: cannot be read ({error.strerror})") from error

    for place, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place) / name
            about = name.startswith(".") or name.lower().startswith(SKIPPED)
            if not about and path.suffix.lower() in SUFFIXES and path.is_file():
                yield path


def _document(file: _File, table: Metadata | None) -> Document:
    text = _decoded(_bytes(file), _shown(file))
    row = table.row(file.path) if table else None
    parts = layout(text)
    heads = dict(reversed(parts.fields))  # the first of a name stands
    known = dict(row.known) if row else {}
    title = known.get("title") or _title(text, parts) or heads.get("title") or Path(file.source).stem or file.source
    return Document(
        id=document_id(title, text),
        title=title,
        text=text,
        date=table.date(row) if table and row and "date" in known else iso_date(heads.get("date", "")),
        issuer=known.get("issuer") or heads.get("issuer") or _publisher(heads.get("source")),
        genre=known.get("genre") or heads.get("genre"),
        country=known.get("country") or heads.get("country"),
        language=heads.get("language", LANGUAGE),
        source=file.source,
        sha256=hashlib.sha256(text.encode("utf-8")).hexdigest(),
        variables=_variables(heads, row),
    )


def _plain_document(name: str, text: str, source: str) -> Document:
    """Give a sentence as a document with that id, about which nothing else is known."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(name, name, text, None, None, None, None, LANGUAGE, source, digest)


def _title(text: str, parts: Layout) -> str | None:
    return " ".join(text[slice(*parts.title)].split()) if parts.title else None


def _publisher(source: str | None) -> str | None:
    """Give what ``Source:`` names unless that is an address."""
    return None if source is None or "://" in source else source


def _variables(heads: dict[str, str], row: Row | None) -> tuple[tuple[str, str], ...]:
    """Give the table's other columns, and what else a front matter says."""
    others = {name: value for name, value in heads.items() if name not in {*FIELDS.values(), "kicker"}}
    return tuple(sorted({**others, **(row.variables if row else {})}.items()))


def _bytes(file: _File) -> bytes:
    try:
        if file.path is None:
            data = sys.stdin.buffer.read(LARGEST + 1)
            large = len(data) > LARGEST
        else:
            large = file.path.stat().st_size > LARGEST
            data = b"" if large else file.path.read_bytes()
    except OSError as error:
        raise InputError(f"{_shown(file)}: cannot be read ({error.strerror or error})") from error
    if large:
        raise InputError(f"{_shown(file)}: over {LARGEST // 1_000_000} MB; split it into several files")
    return data


def _decoded(data: bytes, shown: str) -> str:
    """Give the text of a file's bytes.

    Raises: InputError for what is empty, binary or not UTF-8.
    """
    data = data.removeprefix(_BOM)
    if not data.strip():
        raise InputError(f"{shown}: is empty")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError(f"{shown}: is UTF-16; convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW")
    kind = next((kind for magic, kind in _BINARY.items() if data.startswith(magic)), None)
    if kind or b"\0" in data:
        raise InputError(f"{shown}: is {kind or 'a binary file'}, not a text")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte {error.start} (0x{data[error.start]:02X})"
        hint = "convert it, if it is Latin-1 with: iconv -f LATIN1 -t UTF-8 FILE > NEW"
        raise InputError(f"{shown}: not UTF-8 at {byte}; {hint}") from error
    if not text.strip():
        raise InputError(f"{shown}: is empty")
    return text


def _shown(file: _File) -> str:
    return "standard input" if file.path is None else _printable(file.path)


def _printable(path: Path) -> str:
    """Give a path as one line of valid text: file names may hold line breaks and bytes that are not UTF-8."""
    text = os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
