from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from thinc.api import NumpyOps, get_current_ops

from kg.arithmetic import OneCoreOps, one_core
from kg.parsing import load_language


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("second", [False, True])
def test_the_product_is_that_of_spacys_own_operations(first: bool, second: bool) -> None:
    chance = np.random.default_rng(1)
    x = chance.random((5, 7), dtype=np.float32)
    y = chance.random((7, 3), dtype=np.float32)
    x, y = np.ascontiguousarray(x.T) if first else x, np.ascontiguousarray(y.T) if second else y
    ours, theirs = (ops.gemm(x, y, trans1=first, trans2=second) for ops in (OneCoreOps(), NumpyOps()))
    np.testing.assert_allclose(ours, theirs, rtol=1e-5)


def test_spacys_setting_is_put_back_even_after_a_failure() -> None:
    before = get_current_ops()
    with pytest.raises(KeyError), one_core():
        assert isinstance(get_current_ops(), OneCoreOps)
        raise KeyError
    assert get_current_ops() is before


def test_the_loaded_pipeline_computes_so() -> None:
    pipe: Any = load_language().get_pipe("tok2vec")
    assert all(isinstance(node.ops, OneCoreOps) for node in pipe.model.walk())
