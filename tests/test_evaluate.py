from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.evaluate import Score, Share, agreement, alpha, evaluate
from kg.model import Link, Sentence, Statement, ThemeMention, Words
from tests.samples import participant, statement


def frame(start: int, words: str = "A", document: str = "a-1") -> Statement:
    return statement(
        document=document, sentence=Sentence(0, start, start + 20), subject=participant(words, start),
        relation=("cut", start + 10, "cut"), object=participant("taxes", start + 14),
    )  # fmt: skip


GOLD = [frame(0), frame(30), frame(60), frame(90)]
LINK = Link((participant("Ana Sousa", 3),), Words("said", ((0, 4),)), "indirect", True, Sentence(0, 0, 20))


@pytest.mark.parametrize(
    ("score", "shares"),
    [
        (Score(4, 2, 1, 1), (0.5, 0.25, 1 / 3)),
        (Score(4, 0, 0, 0), (None, 0.0, 0.0)),
        (Score(0, 2, 0, 0), (0.0, None, 0.0)),
        (Score(2, 2, 0, 0), (0.0, 0.0, 0.0)),
        (Score(0, 0, 0, 0), (None, None, None)),
    ],
)
def test_shares_follow_from_counts(score: Score, shares: tuple[float | None, ...]) -> None:
    assert (score.precision, score.recall, score.f1) == pytest.approx(shares)


def test_what_is_found_where_no_gold_is_does_not_count() -> None:
    assert evaluate(GOLD, [*GOLD, frame(0, document="b-2")]).frames == Score(4, 4, 4, 4)


def test_heads_and_spans_are_scored_apart() -> None:
    scores = evaluate(GOLD, [frame(0), frame(30, "A man"), frame(60, "A of B")])
    assert scores.frames == Score(4, 3, 2, 2)
    assert scores.exact == Score(4, 3, 1, 1)


def test_fields_are_scored_on_found_frames() -> None:
    found = [GOLD[0], replace(GOLD[1], act="directive", deontic="request"), replace(GOLD[2], attribution=(LINK,))]
    fields = evaluate(GOLD, found).fields
    assert (fields["act"], fields["deontic"], fields["attribution"]) == (Share(2, 3), Share(2, 3), Share(2, 3))
    assert (fields["polarity"], fields["modality"]) == (Share(3, 3), Share(3, 3))


@pytest.mark.parametrize(
    ("chain", "right"),
    [
        ((LINK,), 1),
        ((replace(LINK, speakers=(participant("Minister Ana Sousa", -6),)),), 1),
        ((replace(LINK, speakers=(participant("Ben", 50),)),), 0),
        ((replace(LINK, speakers=()),), 0),
        ((LINK, LINK), 0),
        ((), 0),
    ],
)
def test_attribution_is_right_when_the_same_speak_in_the_same_order(chain: tuple[Link, ...], right: int) -> None:
    gold = replace(GOLD[0], attribution=(LINK,))
    assert evaluate([gold], [replace(gold, attribution=chain)]).fields["attribution"] == Share(right, 1)


def test_a_group_has_recall_over_its_gold_and_precision_over_its_found() -> None:
    found = [GOLD[0], replace(GOLD[1], act="directive")]
    assert evaluate(GOLD, found).by_act == {"assertion": Score(4, 1, 2, 1), "directive": Score(0, 1, 0, 1)}
    assert evaluate(GOLD, [replace(GOLD[0], rule="verbal"), frame(5, "Z")]).by_rule == {
        "test": Score(4, 1, 0, 0),
        "verbal": Score(4, 1, 1, 1),
    }


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([("a", "a"), ("b", "b")], 1.0),
        ([("a", "b"), ("b", "a")], -0.5),
        ([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")], 1 - 7 * 2 / 30),
        ([(None, None), (None, "a"), ("a", "a")], 1 - 5 * 2 / 18),
        ([("a", "a"), ("a", "a")], None),
        ([], None),
    ],
)
def test_alpha_is_krippendorffs(units: list[tuple[str | None, str | None]], expected: float | None) -> None:
    found = alpha(units)
    assert found is None if expected is None else found == pytest.approx(expected)


def test_alpha_gives_the_value_of_the_published_example() -> None:
    # Krippendorff 2011, section A: two observers, ten units, binary data.
    first, second = "0100000010", "1110010000"
    assert alpha(list(zip(first, second, strict=True))) == pytest.approx(0.095, abs=0.001)


def test_agreement_compares_units_and_what_both_coded() -> None:
    themed = [replace(one, themes=(ThemeMention("theme:tax", (), True),)) for one in GOLD[:2]]
    found = agreement([*themed, *GOLD[2:]], [*themed, replace(GOLD[2], act="directive")])
    assert found.units == Score(4, 3, 3, 3)
    assert found.alphas["primary theme"] == 1.0
    assert found.alphas["act"] == pytest.approx(0.0)
    assert found.alphas["polarity"] is None
