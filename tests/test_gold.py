from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.gold import Gold, main, read_gold
from kg.model import Value

TEXT = """A title

Minister Ana Sousa said that Norland will protect the rights of users and firms on May 5.
Cut the taxes in full.
"""
SAID = {"speakers": ["Ana Sousa"], "cue": "said", "mode": "indirect"}
FIRST: dict[str, Any] = {
    "n": 0,
    "sentence": "Minister Ana … May 5.",
    "frames": [
        {"subject": "Ana Sousa", "relation": None, "lemma": "hold office", "object": "Minister"},
        {"subject": "Minister Ana Sousa", "relation": "said", "lemma": "say", "object": None, "content": ["a", "b"]},
        {
            "key": "a", "subject": "Norland", "relation": "will protect", "lemma": "protect",
            "object": "the rights of users", "arguments": [["when", "on", "May 5"]], "attribution": [SAID],
            "act": "commitment", "strength": 4, "form": "modal", "time": "2024-05-05",
            "themes": [["consumer-protection", "users"], "theme:law"],
        },
        {
            "key": "b", "subject": "Norland", "relation": "will protect", "lemma": "protect",
            "object": "the rights of … firms", "attribution": [SAID], "act": "commitment",
        },
    ],
}  # fmt: skip
SECOND: dict[str, Any] = {
    "n": 1,
    "sentence": "Cut the taxes in full.",
    "attribution": [{**SAID, "mode": "continued", "at": 0}],
    "frames": [
        {
            "subject": None, "relation": "Cut", "lemma": "cut", "object": {"words": "the taxes", "label": "taxes"},
            "arguments": [["manner", "in", "full"]], "act": "directive", "deontic": "obligation", "form": "imperative",
        },
    ],
}  # fmt: skip


def sheet(folder: Path, *lines: Any) -> Path:
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "sheet.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in ({"text": "text.txt"}, *lines)), encoding="utf-8")
    return path


@pytest.fixture
def coded(tmp_path: Path) -> Gold:
    return read_gold(sheet(tmp_path, FIRST, SECOND))


def test_words_become_offsets_into_the_text(coded: Gold) -> None:
    for one in coded.statements:
        assert TEXT[one.evidence.start : one.evidence.end] == one.evidence.text
        for part in (one.subject, one.relation, one.object, *one.arguments):
            if part is not None:
                assert part.text == " ".join(TEXT[start:end] for start, end in part.spans)


def test_a_frame_becomes_a_statement_with_every_key(coded: Gold) -> None:
    one = coded.statements[2]
    assert one.object is not None
    assert (one.subject.text, one.relation.text, one.object.text) == ("Norland", "will protect", "the rights of users")
    assert [(a.role, a.preposition, a.text) for a in one.arguments] == [("when", "on", "May 5")]
    assert (one.act, one.strength, one.form, one.deontic) == ("commitment", 4, "modal", None)
    assert one.time == Value("date", "2024-05-05", precision="day")
    assert [(t.concept, t.primary) for t in one.themes] == [("theme:consumer-protection", True), ("theme:law", False)]
    assert one.evidence.text == "Norland will protect the rights of users and firms on May 5"


def test_frames_of_one_clause_share_it_and_content_refers_by_key(coded: Gold) -> None:
    _, said, first, second, _ = coded.statements
    assert first.frame == second.frame != said.frame
    assert said.content == (first.id, second.id)
    assert second.object is not None
    assert [TEXT[start:end] for start, end in second.object.spans] == ["the rights of", "firms"]


def test_a_line_gives_its_attribution_to_its_frames_and_may_look_back(coded: Gold) -> None:
    link = coded.statements[-1].attribution[0]
    assert (link.mode, link.explicit, link.sentence.index) == ("continued", False, 0)
    assert (link.cue.text, link.speakers[0].text) == ("said", "Ana Sousa")


def test_what_no_word_names_is_implied(coded: Gold) -> None:
    subject = coded.statements[-1].subject
    assert (subject.implied, subject.text, subject.spans) == (True, "", ())
    assert coded.statements[-1].object is not None
    assert coded.statements[-1].object.label == "taxes"
    assert coded.statements[1].object is None


def test_a_document_has_the_coders_sentences(coded: Gold) -> None:
    assert [TEXT[start:end][:3] for start, end in coded.documents[0].sentences] == ["Min", "Cut"]


def frame(**changes: Any) -> dict[str, Any]:
    """The second sentence with its frame changed; a key given as ... is left out."""
    changed = {**SECOND["frames"][0], **changes}
    return {**SECOND, "frames": [{key: value for key, value in changed.items() if value is not ...}]}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (frame(object="the tax"), r"line 3, frame 1: 'the tax' stands not"),
        (frame(lemma=...), "'lemma' is missing"),
        (frame(colour="red"), "unknown key 'colour'"),
        (frame(act="wish"), "act: not assertion or"),
        (frame(strength="4"), "strength: not int"),
        (frame(arguments=[["manner", "in full"]]), "an argument is"),
        (frame(arguments=[["manners", "in", "full"]]), "arguments: role: not agent or"),
        (frame(attribution=[SAID]), "'Ana Sousa' stands not"),
        (frame(attribution=[{**SAID, "mode": "continued"}]), "a continued link"),
        (frame(attribution=[{**SAID, "at": 0}]), "a continued link"),
        (frame(attribution=[{**SAID, "mode": "continued", "at": 7}]), "no such sentence"),
        (frame(content=["z"]), "no frame of the sheet has the key 'z'"),
        (frame(relation=None, object=None, arguments=[]), "no words at all"),
        ({**SECOND, "frames": SECOND["frames"] * 2}, "frame 2: the same as"),
        ({**SECOND, "n": 5}, "n is 5, but this is sentence 1"),
        ({**SECOND, "sentence": "Raise the taxes."}, "line 3: 'Raise the taxes.' stands not"),
        ({"n": 1, "frames": []}, "'sentence' is missing"),
        ([], "not an object"),
    ],
)
def test_an_error_says_where_it_is_and_what(tmp_path: Path, line: Any, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        read_gold(sheet(tmp_path, FIRST, line))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", ["", "{}\n", "not json\n", '{"text": "missing.txt"}\n'])
def test_a_sheet_without_a_text_is_an_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "sheet.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError):
        read_gold(path)


def test_a_folder_without_sheets_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no coding sheets"):
        read_gold(tmp_path)


def test_the_check_prints_every_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = {**SECOND, "frames": [frame(lemma=...)["frames"][0], frame(object="x")["frames"][0]]}
    assert main([str(sheet(tmp_path, FIRST, wrong)), str(tmp_path / "none.jsonl")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 3
    assert main([str(sheet(tmp_path, FIRST, SECOND))]) == 0


def test_the_sheets_of_the_corpus_are_right() -> None:
    for part in (Path(__file__).parent.parent / "corpus" / "gold" / name for name in ("dev", "test")):
        texts = [frozenset(one.id for one in read_gold(place).documents) for place in sorted(part.glob("*/"))]
        assert len(set(texts)) == 1
        assert all(one.genre for one in read_gold(part / "first").documents)
