from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.scripts import script, scripted


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("Ministers", "minister", "low|1|"),
        ("Paris", "Paris", "as|0|"),
        ("was", "be", "is|be"),
        ("met", "meet", "as|1|et"),
        ("Strengthening", "strengthen", "low|3|"),
    ],
)
def test_how_a_form_becomes_its_lemma(form: str, lemma: str, rule: str) -> None:
    assert script(form, lemma) == rule


@given(st.text(min_size=1), st.text(min_size=1))
def test_a_script_gives_back_the_lemma_that_it_was_made_from(form: str, lemma: str) -> None:
    assert scripted(form, script(form, lemma)) == lemma


def test_a_script_that_is_too_long_for_a_form_leaves_it() -> None:
    assert scripted("an", "as|4|") == "an"
