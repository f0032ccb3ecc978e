from __future__ import annotations

import pytest

from tests.docs import frame_of, frames


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Companies must register or face fines.", "face"),
        ("Companies must register or be fined.", "fine"),
        ("Importers shall declare goods; otherwise the goods will be seized.", "seize"),
        ("Importers must keep records, failing which the licence will be revoked.", "revoke"),
    ],
)
def test_what_follows_where_a_duty_is_not_met_is_neither_ordered_nor_foretold(sentence: str, verb: str) -> None:
    frame = frame_of(verb, sentence)
    assert (frame.rule, frame.act, frame.deontic, frame.modality) == ("sanction", "assertion", None, "conditional")


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Companies must register or face fines.", "register"),
        ("Companies must register or pay staff.", "pay"),
        ("Companies must register and pay fines.", "pay"),
    ],
)
def test_a_duty_and_its_alternative_stay_duties(sentence: str, verb: str) -> None:
    frame = frame_of(verb, sentence)
    assert (frame.act, frame.deontic, frame.modality) == ("directive", "obligation", "actual")


def test_to_act_otherwise_threatens_nobody() -> None:
    (frame,) = frames("The minister acted otherwise.")
    assert (frame.rule, frame.modality) == ("active", "actual")
