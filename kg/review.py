"""Statements + decisions → reviewed statements: rejected ones left out, corrected ones mended, and an account of it.

A decision finds its statements by their anchor, a place in a text, and so outlives a model that reads the place
otherwise. A corrected statement has the id, and where its words reach further the evidence and anchor, that its new
surface calls for; decisions on a page of the corrected graph are found by these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from kg.corrections import CorrectionError, Corrections
from kg.decisions import FIELDS, Decision, Decisions
from kg.identifiers import identified
from kg.model import Statement, Unmapped
from kg.report import REJECTED

_ORDER = {name: place for place, name in enumerate(FIELDS)}
GONE = "no statement stands at this anchor now"
UNCLEAR = "several statements stand at this anchor now, and none is the one that was judged"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The statements that remain; the rejected ones as candidates that made none; the account, plain JSON values.

    ``account`` holds ``decisions`` (a number), ``confirmed`` (statement ids), ``rejected``, ``corrected`` and
    ``not_applied`` (rows with the ``line`` of the decision).
    """

    statements: tuple[Statement, ...]
    rejected: tuple[Unmapped, ...]
    account: dict[str, Any]


def review(statements: Iterable[Statement], decisions: Decisions, corrections: Corrections) -> Reviewed:
    """Take up every decision that finds its statement; no decision goes unaccounted for."""
    work = _Work({one.id: one for one in statements})
    later = work.apply(decisions.rows, corrections)
    for decision, reason in work.apply([decision for decision, _ in later], corrections):
        work.not_applied.append(_row(decision, reason=reason))
    return work.result(len(decisions.rows))


@dataclass(slots=True)
class _Work:
    """The statements by the ids that they came with, which stay the keys while statements change."""

    current: dict[str, Statement]
    named: set[str] = field(default_factory=set)  # those that a decision names by their id
    confirmed: list[str] = field(default_factory=list)
    rejected: dict[str, Decision] = field(default_factory=dict)
    corrected: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    not_applied: list[dict[str, Any]] = field(default_factory=list)

    def apply(self, rows: Sequence[Decision], corrections: Corrections) -> list[tuple[Decision, str]]:
        """Take up what finds a statement as they are now; gives the rest, each with its reason."""
        at: defaultdict[str, list[str]] = defaultdict(list)
        for key, one in self.current.items():
            at[one.anchor].append(key)
        ids = {one.id: key for key, one in self.current.items()}
        self.named |= {ids[row.statement] for row in rows if row.statement in ids}
        rest = []
        for row in sorted(rows, key=lambda row: _ORDER.get(row.field, -1)):
            keys = at.get(row.anchor, [])
            if row.statement:
                own = [key for key in keys if ids.get(row.statement) == key]
                # The statement that was judged is no longer made: what else stands there is meant, if it is one.
                keys = own or [key for key in keys if key not in self.named or len(at[row.anchor]) > 1]
            if not keys:
                rest.append((row, GONE))
            elif row.statement and len(keys) > 1:
                rest.append((row, UNCLEAR))
            else:
                for key in keys:
                    self._take_up(key, row, corrections)
        return rest

    def _take_up(self, key: str, row: Decision, corrections: Corrections) -> None:
        before = self.current[key]
        if row.verdict == "right":
            self.confirmed.append(key)
        elif row.verdict == "wrong":
            self.rejected[key] = row
        else:
            try:
                after = identified(corrections.corrected(before, row.field, row.value))
            except CorrectionError as error:
                self.not_applied.append(_row(row, reason=str(error)))
                return
            self.current[key] = after
            self.corrected.append((key, _row(row, field=row.field, value=row.value)))

    def result(self, decisions: int) -> Reviewed:
        kept = {key: one for key, one in self.current.items() if key not in self.rejected}
        ids = {key: one.id for key, one in kept.items()}
        statements = tuple(
            replace(one, content=tuple(ids.get(inner, inner) for inner in one.content if inner not in self.rejected))
            for one in kept.values()
        )
        gone = [(self.current[key], row) for key, row in self.rejected.items()]
        account = {
            "decisions": decisions,
            "confirmed": sorted({ids[key] for key in self.confirmed if key in ids}),
            "rejected": [_row(row, evidence=one.evidence.text) for one, row in gone],
            "corrected": [{**row, "statement": ids[key]} for key, row in self.corrected if key in ids],
            "not_applied": sorted(self.not_applied, key=lambda row: int(row["line"])),
        }
        unmapped = tuple(Unmapped(one.document, one.sentence.index, REJECTED, one.evidence.text) for one, _ in gone)
        return Reviewed(statements, unmapped, account)


def _row(decision: Decision, **more: str) -> dict[str, Any]:
    """What is empty is left out."""
    place = {"line": decision.line, "anchor": decision.anchor, "statement": decision.statement}
    return {name: value for name, value in {**place, **more, "note": decision.note}.items() if value}
