"""report.json → one screen of text: what a build found, and what gave nothing."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from typing import Any

WIDTH = 80
LABEL = 16
_KEEP = "\N{NO-BREAK SPACE}"  # between a name and its count, while lines are broken
MOST = 10  # entries of a kind; the rest stands in report.json


def summary(report: Mapping[str, Any]) -> str:
    """Lay a report out for a terminal of 80 columns; counts of acts and themes are of frames."""
    without = report["sentences_without"]
    mapping = report["mapping"]
    rows = [
        ("documents", str(report["documents"])),
        ("sentences", str(report["sentences"])),
        ("statements", f"{report['statements']} in {report['frames']} frames"),
        ("frames by act", _counts(report["frames_by_act"])),
        ("themes", _counts(report["frames_by_theme"])),
        ("entities", _counts(report["entities_by_type"])),
        (
            "relations",
            f"{mapping['mapped']} frames mapped to the ontology{_percent(mapping['share'])}, "
            f"{mapping['frames'] - mapping['mapped']} not",
        ),
        ("gave nothing", _sentences(sum(without.values())) + (f": {_counts(without)}" if without else "")),
    ]
    if review := report.get("review"):
        rows.append(("decisions", _review(review)))
    if tables := report.get("tables"):
        rows.append(("tables", _tables(tables)))
    lines = (
        textwrap.fill(text or "none", WIDTH, initial_indent=f"{name:{LABEL}}", subsequent_indent=" " * LABEL)
        for name, text in rows
    )
    return "\n".join(lines).replace(_KEEP, " ")


def _percent(share: float | None) -> str:
    return "" if share is None else f" ({100 * share:.0f}{_KEEP}%)"


def _review(review: Mapping[str, Any]) -> str:
    """Statements by what decisions did to them; what found no statement is named, so that it is not lost."""
    parts = [f"{len(review[name])} {name}" for name in ("confirmed", "rejected", "corrected")]
    lost = len(review["not_applied"])
    return ", ".join(parts) + (f"; {lost} not applied, see report.json" if lost else "")


def _tables(tables: Mapping[str, Any]) -> str:
    """How many rows of a researcher's tables there are; those that name nothing are told, so that they are not lost."""
    unused = len(tables["not_used"])
    return f"{tables['rows']} rows" + (f"; {unused} name nothing here, see report.json" if unused else "")


def _sentences(number: int) -> str:
    return "1 sentence" if number == 1 else f"{number} sentences"


def _counts(counts: Mapping[str, int]) -> str:
    """Give the most frequent, each by the last part of its name."""
    shown = [f"{_name(key)}{_KEEP}{count}" for key, count in list(counts.items())[:MOST]]
    rest = len(counts) - len(shown)
    return ", ".join([*shown, *([f"{rest} more"] if rest else [])])


def _name(key: str) -> str:
    return "without a class" if key in ("None", "null") else key.rpartition(":")[2]
