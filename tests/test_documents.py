"""path → Document: what is read, what is passed over, and one clear line for what is wrong."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.documents import read
from kg.errors import InputError
from kg.model import Document

TEXT = "A conference opens today\nRelease Date: 27 September 2021\nIssued by: A Ministry\n\nIt was held in Oslo.\n"


def only(path: Path, metadata: Path | None = None) -> Document:
    (document,) = read([path], metadata)
    return document


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


def test_a_head_gives_title_date_and_issuer(tmp_path: Path) -> None:
    document = only(written(tmp_path, "a.txt", TEXT))
    assert (document.title, document.date, document.issuer) == ("A conference opens today", "2021-09-27", "A Ministry")
    assert document.text == TEXT
    assert document.source == "a.txt"
    assert document.id.startswith("a-conference-opens-today-") and document.id.endswith(document.sha256[:8])
    assert document.sentences == ()


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("Source: A News Agency", "A News Agency"),
        ("Source: https://example.org/a", None),
        ("Source: An Agency\nIssuer: A Ministry", "A Ministry"),
        ("Issued by: A Ministry\nIssued by: Another", "A Ministry"),
    ],
)
def test_an_issuer_goes_before_a_source_and_an_address_is_none(tmp_path: Path, head: str, issuer: str | None) -> None:
    assert only(written(tmp_path, "a.txt", f"A title of words\n{head}\n\nIt was held.")).issuer == issuer


@pytest.mark.parametrize(
    ("written_date", "iso"),
    [
        ("2021-09-27", "2021-09-27"),
        ("2021/09/27 10:30", "2021-09-27"),
        ("20210927", "2021-09-27"),
        ("27 September 2021", "2021-09-27"),
        ("Monday, September 27, 2021", "2021-09-27"),
        ("27th of Sept. 2021", "2021-09-27"),
        ("27.09.2021", "2021-09-27"),
        ("2021年9月27日", "2021-09-27"),
        ("September 2021", "2021-09"),
        ("2021", "2021"),
        ("03/04/2021", None),
        ("February 30, 2021", None),
        ("soon", None),
    ],
)
def test_a_date_is_brought_into_one_form_and_none_is_invented(
    tmp_path: Path, written_date: str, iso: str | None
) -> None:
    text = f"A title of words\nDate: {written_date}\n\nIt was held."
    assert only(written(tmp_path, "a.txt", text)).date == iso


def test_front_matter_gives_metadata_and_variables(tmp_path: Path) -> None:
    text = "---\ntitle: 'A summit'\ndate: 2023-09-10\ncountry: India\nseries: B\n---\n\nIt was held."
    document = only(written(tmp_path, "a.md", text))
    assert (document.title, document.date, document.country) == ("A summit", "2023-09-10", "India")
    assert document.variables == (("series", "B"),)


def test_a_text_without_a_title_goes_by_its_file_name(tmp_path: Path) -> None:
    document = only(written(tmp_path, "sub/press note.txt", "It was held in Oslo."))
    assert document.title == "press note"
    assert document.id.startswith("press-note-")
    assert document.source == "press note.txt"


def test_line_breaks_stay_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    data = "One.\r\n\r\nTwo.\rThree.\n"
    document = only(written(tmp_path, "a.txt", b"\xef\xbb\xbf" + data.encode()))
    assert document.text == data


@pytest.mark.parametrize("text", ["word", "?! ... --", "…", "---\n---"])
def test_a_word_or_some_punctuation_is_a_text(tmp_path: Path, text: str) -> None:
    assert only(written(tmp_path, "a.txt", text)).text == text


def test_a_folder_is_read_in_the_order_of_names_without_what_is_about_the_texts(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.txt", "README.md", "sub/CODEBOOK.md", "d.csv", ".hidden/e.txt", ".f.txt"):
        written(tmp_path, name, f"{name} is read.")
    assert [document.source for document in read([tmp_path])] == ["a.MD", "b.txt", "sub/c.txt"]


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    assert only(written(tmp_path, "README.md", "# A title\n\nText.")).title == "A title"


def test_a_file_that_two_paths_lead_to_is_read_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "It was held.")
    assert len(list(read([tmp_path, path, str(path)]))) == 1


def test_one_path_may_stand_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "It was held.")
    assert len(list(read(path))) == len(list(read(str(path)))) == 1


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Zoë spoke.".encode())))
    (document,) = read(["-"])
    assert (document.text, document.source) == ("Zoë spoke.", "-")


BAD = [
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b" \n\t\n", "is empty"),
    ("bom.txt", b"\xef\xbb\xbf\n", "is empty"),
    ("nbsp.txt", "\u00a0\n".encode(), "is empty"),
    ("image.txt", b"\x89PNG\r\n\x1a\n\0\0", "is a PNG image, not a text"),
    ("report.txt", b"%PDF-1.7\n", "is a PDF file, not a text"),
    ("zero.txt", b"some\0bytes", "is a binary file, not a text"),
    ("latin.txt", "Thérèse spoke.".encode("latin-1"), "not UTF-8 at byte 2 (0xE9)"),
    ("wide.txt", "It was held.".encode("utf-16"), "is UTF-16"),
    ("page.pdf", b"%PDF-1.7\n", "cannot read .pdf files"),
    ("LICENSE", b"text", "cannot read a file without a suffix"),
    ("new\nline.txt", b"", "new\N{REPLACEMENT CHARACTER}line.txt: is empty"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD, ids=[name.replace("\n", "-") for name, _, _ in BAD])
def test_what_cannot_be_read_gets_one_line_and_the_rest_is_read(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    bad, good = written(tmp_path, name, data), written(tmp_path, "good.txt", "It was held.")
    errors: list[InputError] = []
    assert [document.source for document in read([bad, good], on_error=errors.append)] == ["good.txt"]
    (error,) = errors
    assert message in str(error) and "\n" not in str(error)
    with pytest.raises(InputError):
        list(read([bad, good]))


def test_a_missing_path_an_empty_folder_and_a_text_given_twice_are_errors(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    first = written(tmp_path, "one/a.txt", TEXT)
    second = written(tmp_path, "two/b.txt", TEXT)
    errors: list[InputError] = []
    paths = [tmp_path / "missing.txt", tmp_path / "none", first, second]
    assert len(list(read(paths, on_error=errors.append))) == 1
    missing, empty, double = map(str, errors)
    assert missing.endswith("missing.txt: no such file or folder")
    assert empty.endswith("none: no .md or .txt file in this folder")
    assert "two/b.txt: the same title and text as" in double and "one/a.txt" in double


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.documents.LARGEST", 10)
    with pytest.raises(InputError, match="over 0 MB; split it"):
        only(written(tmp_path, "a.txt", "It was held in Oslo."))


def test_a_table_stands_above_the_head_and_its_other_columns_are_variables(tmp_path: Path) -> None:
    path = written(tmp_path, "texts/a.txt", TEXT)
    table = written(tmp_path, "docs.csv", "file,date,issuer,title,wave\ntexts/a.txt,1 May 2020,,Another title,2\n")
    document = only(path, table)
    assert (document.date, document.issuer, document.title) == ("2020-05-01", "A Ministry", "Another title")
    assert document.variables == (("wave", "2"),)


def test_a_bad_date_in_the_table_leaves_out_that_text_alone(tmp_path: Path) -> None:
    paths = [written(tmp_path, "a.txt", "One is here."), written(tmp_path, "b.txt", "Two are here.")]
    table = written(tmp_path, "docs.csv", "file,date\na.txt,03/04/2021\nb.txt,2021\n")
    errors: list[InputError] = []
    assert [document.date for document in read(paths, table, errors.append)] == ["2021"]
    assert str(errors[0]).endswith("docs.csv, line 2: '03/04/2021' is no clear date; write it as 2021-09-27")


def test_a_table_that_cannot_be_read_is_always_raised(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "It was held.")
    with pytest.raises(InputError, match="no column 'file'"):
        read([path], written(tmp_path, "docs.csv", "name,date\na.txt,2020\n"), on_error=lambda error: None)
