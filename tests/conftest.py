"""For every test: no skip goes unseen in CI, and hypothesis finds there what it finds here."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from kg.graph import Graph

IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

# No deadline: a machine under load is no bug. In CI the same examples each time: a failure there is of the change.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skip into a failure under ``CI=true``: there, what the tests need is installed."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {call.excinfo.value if call.excinfo else ''}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a module that skips as a whole."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} skipped, which CI does not allow"
    return report


@pytest.fixture(scope="session")
def corpus_graph() -> Graph:
    """Give the graph of corpus/, built once for all tests."""
    import kg

    corpus = Path(__file__).parent.parent / "corpus"
    return kg.build(kg.read([corpus], corpus / "docs.csv"))
