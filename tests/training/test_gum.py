from __future__ import annotations

from pathlib import Path

import pytest

from tests.training.samples import CHAT, NEWS, TALE
from training.gum import genre, main, read_documents, split_of


def test_open_genres_are_kept_to_the_letter_and_others_dropped(tmp_path: Path) -> None:
    release = tmp_path / "en_gum-ud-train.conllu"
    release.write_text(TALE + NEWS + CHAT, encoding="utf-8")
    main([str(tmp_path / "data"), str(release)])
    assert (tmp_path / "data" / "en_gum_open-train.conllu").read_text(encoding="utf-8") == NEWS + CHAT
    assert (tmp_path / "data" / "en_gum_open-dev.conllu").read_text(encoding="utf-8") == ""


def test_single_documents_are_filed_by_their_folder(tmp_path: Path) -> None:
    folder = tmp_path / "test"
    folder.mkdir()
    (folder / "GUM_news_bridge.conllu").write_text(NEWS + CHAT, encoding="utf-8")
    main([str(tmp_path), str(folder / "GUM_news_bridge.conllu")])
    assert (tmp_path / "en_gum_open-test.conllu").read_text(encoding="utf-8") == NEWS + CHAT


def test_every_document_is_credited(tmp_path: Path) -> None:
    release = tmp_path / "en_gum-ud-dev.conllu"
    release.write_text(NEWS + TALE, encoding="utf-8")
    main([str(tmp_path), str(release)])
    credited = (tmp_path / "gum-credits.md").read_text(encoding="utf-8").splitlines()
    assert credited[2:] == [r"| news | bridge | A Bridge | Ann \| Bo | <https://example.org/bridge> |"]


def test_a_document_goes_up_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "bank.conllu"
    path.write_text(NEWS + CHAT + TALE, encoding="utf-8")
    assert list(read_documents(path)) == [("GUM_news_bridge", NEWS + CHAT), ("GUM_fiction_tale", TALE)]


def test_a_file_of_no_part_is_refused() -> None:
    with pytest.raises(SystemExit, match="neither"):
        split_of(Path("somewhere/GUM_news_bridge.conllu"))


def test_an_id_tells_the_genre() -> None:
    assert genre("GUM_voyage_oslo") == "voyage"
    with pytest.raises(ValueError, match="GUM document id"):
        genre("weblog-blogspot")
