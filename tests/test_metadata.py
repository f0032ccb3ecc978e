"""The metadata table: which row is about which file."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.metadata import read_metadata


def table(folder: Path, text: str | bytes) -> Path:
    path = folder / "docs.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def files(folder: Path, *names: str) -> list[Path]:
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return paths


def test_a_row_is_found_by_place_and_else_by_name(tmp_path: Path) -> None:
    one, two, three = files(tmp_path, "x/a.txt", "y/a.txt", "y/b.txt")
    metadata = read_metadata(table(tmp_path, "file,wave\nx/a.txt,1\nb.txt,2\n"))
    assert [row and row.variables["wave"] for row in map(metadata.row, (one, two, three))] == ["1", None, "2"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_read_off_the_header(tmp_path: Path, delimiter: str) -> None:
    text = 'file,country,note\r\na.txt,Norway,"a, b; c\td"\r\n\r\n'
    lines = text if delimiter == "," else text.replace("file,country,note", delimiter.join(("file", "country", "note")))
    lines = lines.replace("a.txt,Norway,", delimiter.join(("a.txt", "Norway", "")))
    row = read_metadata(table(tmp_path, "\ufeff" + lines)).row(tmp_path / "a.txt")
    assert row and row.known == {"country": "Norway"} and row.variables == {"note": "a, b; c\td"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column 'file'"),
        ("date\n2020\n", "no column 'file'"),
        ("file,wave\na.txt,1\na.txt,2\n", "line 3: a second row for a.txt"),
        ('file,wave\na.txt,"1"2\n', "line 2: not CSV"),
        ("file,wave\na.txt,é\n".encode("latin-1"), "not UTF-8 at byte 16"),
    ],
)
def test_a_table_that_is_wrong_gets_one_line(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        read_metadata(table(tmp_path, text))
    assert "\n" not in str(error.value)


def test_a_missing_table_gets_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"docs\.csv: cannot be read \(No such file"):
        read_metadata(tmp_path / "docs.csv")
