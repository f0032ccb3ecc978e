from __future__ import annotations

import pytest

from training.gum_names import name_words, phrases
from training.treebanks import Word


def words(table: str) -> list[Word]:
    """Words of ``form/tag/head`` (head counted from 1, 0 at the root)."""
    made = []
    for number, cell in enumerate(table.split()):
        form, tag, head = cell.split("/")
        upos = {"NNP": "PROPN", "JJ": "ADJ", "CD": "NUM", "NN": "NOUN"}.get(tag, "X")
        made.append(Word(form, form, upos, tag, "_", int(head) - 1 if head != "0" else number, "dep", True))
    return made


@pytest.mark.parametrize(
    ("table", "kind", "expected"),
    [
        ("the/DT/2 Church/NNP/0 of/IN/4 Norway/NNP/2", "organization", "Church of Norway"),
        ("Ada/NNP/0 of/IN/3 Oslo/NNP/1", "person", "Ada"),
        ("Ann/NNP/0 -/HYPH/1 Lou/NNP/1", "person", "Ann - Lou"),
        ("Vice/NNP/3 President/NNP/3 Ford/NNP/0", "person", "Ford"),
        ("the/DT/2 President/NNP/0", "person", None),
        ("Smith/NNP/0 &/CC/3 Sons/NNP/1 ,/,/1 Oslo/NNP/1", "organization", "Smith & Sons"),
        ("the/DT/3 Roman/JJ/3 Empire/NNP/0", "place", "Roman Empire"),
        ("the/DT/3 Roman/JJ/3 poet/NN/0", "person", None),
        ("Studio/NNP/0 60/CD/1 in/IN/4 Oslo/NNP/1", "place", "Studio 60"),
    ],
)
def test_a_name_is_the_run_of_proper_nouns_around_the_head(table: str, kind: str, expected: str | None) -> None:
    sentence = words(table)
    found = name_words(sentence, 0, len(sentence) - 1, kind)
    assert (None if found is None else " ".join(w.text for w in sentence[found[0] : found[1] + 1])) == expected


def test_phrases_nest_and_may_be_one_word() -> None:
    misc = ["Entity=(1-organization-new-x(2-place-new-y)", "A=b|Entity=(3-time-z)1)|SpaceAfter=No"]
    sentence = [Word("x", "x", "X", "X", "_", 0, "dep", True, text) for text in misc]
    assert list(phrases(sentence)) == [(0, 0, "place"), (1, 1, "time"), (0, 1, "organization")]
