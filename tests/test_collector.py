"""Garbage is looked for less often where the process is ours."""

from __future__ import annotations

import gc

from kg.collector import SELDOM, collect_seldom


def test_garbage_is_looked_for_less_often_than_python_would() -> None:
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.get_threshold() == SELDOM
    finally:
        gc.set_threshold(*before)
    assert SELDOM > (700, 10, 10)
