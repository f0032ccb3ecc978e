from __future__ import annotations

import pytest

from training.doubt import OPEN, well_formed, without_doubtful


@pytest.mark.parametrize(
    ("tags", "mended"),
    [
        (["O", "I-ORG", "I-ORG"], ["O", "B-ORG", "I-ORG"]),
        (["B-LOC", "I-ORG"], ["B-LOC", "B-ORG"]),
        (["B-LOC", "I-LOC", "O"], ["B-LOC", "I-LOC", "O"]),
    ],
)
def test_no_name_begins_with_its_inside(tags: list[str], mended: list[str]) -> None:
    assert well_formed(tags) == mended


def test_a_doubtful_word_leaves_the_whole_name_open() -> None:
    tags = ["O", "B-ORG", "I-ORG", "O", "B-LOC"]
    assert without_doubtful(tags, [0.9, 0.9, 0.4, 0.5, 0.7], 0.6) == ["O", OPEN, OPEN, OPEN, "B-LOC"]
