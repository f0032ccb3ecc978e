"""The arithmetic of the language model: numpy's matrix products on one core, the same on any number of them."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from thinc.api import NumpyOps, get_current_ops, set_current_ops
from threadpoolctl import ThreadpoolController


class OneCoreOps(NumpyOps):  # type: ignore[misc]  # a compiled class without hints
    """spaCy's operations with numpy's matrix product in the place of BLIS's.

    The libraries that numpy brings (OpenBLAS, Accelerate, MKL) know more processors than BLIS's wheel does and take
    half the time or less. Left alone they use every core for products too small to gain by it.
    """

    def __init__(self, device_type: str = "cpu", device_id: int = -1) -> None:
        super().__init__(device_type, device_id, use_blis=False)

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """The product of two matrices, either transposed first if asked for."""
        with _threads().limit(limits=1, user_api="blas"):
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)


@functools.cache
def _threads() -> ThreadpoolController:
    """The thread pools of the libraries that are loaded; looking for them takes a few milliseconds."""
    return ThreadpoolController()


@contextmanager
def one_core() -> Iterator[None]:
    """Pipelines loaded within compute so; spaCy's own setting is put back afterwards."""
    before = get_current_ops()
    set_current_ops(OneCoreOps())
    try:
        yield
    finally:
        set_current_ops(before)
