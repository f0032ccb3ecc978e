"""The saved questions over the test corpus, with parameters: what is asked, and the rows that are expected.

usage: python -m tests.queries [--write]

The rows stand in tests/data/queries/, a CSV file a case; without --write, differences are printed. Whoever changes what
is found writes them anew and reads the difference (``git diff tests/data/queries``) against the texts.
"""

from __future__ import annotations

import argparse
import difflib
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "data" / "queries"


@dataclass(frozen=True)
class Case:
    """A question and its parameters; the file of its rows is called by both."""

    question: str
    given: Mapping[str, str]

    @property
    def file(self) -> Path:
        parts = [self.question, *(f"{key}={value}" for key, value in self.given.items())]
        return EXPECTED / ("--".join("_".join(part.split()) for part in parts) + ".csv")


CASES = tuple(
    Case(question, given)
    for question, given in (
        ("amounts", {}),
        ("asserted-or-claimed", {"document": "DA Rejects National Health Insurance Act"}),
        ("assessments", {}),
        ("assessments", {"valence": "negative", "speaker": "Cyril Ramaphosa"}),
        ("co-mentions", {"entity": "India"}),
        ("commitments", {}),
        ("commitments", {"actor": "Democratic Alliance"}),
        ("conditions", {}),
        ("deadlines", {}),
        ("deadlines", {"since": "2023-01-01", "until": "2023-12-31"}),
        ("decisions", {}),
        ("directives-by-theme", {}),
        ("directives-by-theme", {"theme": "consumer-protection"}),
        ("disagreements", {}),
        ("documents-by-issuer", {}),
        ("documents-by-issuer", {"issuer": "union"}),
        ("events", {}),
        ("facts-about", {"entity": "Hangzhou"}),
        ("most-mentioned", {"class": "country"}),
        ("negated", {}),
        ("obligations-by-addressee", {}),
        ("office-as-of", {"office": "State Councilor", "day": "2021-10-01"}),
        ("office-as-of", {"office": "President", "day": "2022-10-01"}),
        ("offices", {}),
        ("possible-and-planned", {"modality": "possible"}),
        ("prohibitions-and-exemptions", {}),
        ("sentences-behind-edge", {"one": "Kishida Fumio", "other": "Yoon Suk Yeol"}),
        ("speakers-on-theme", {"theme": "consumer-protection"}),
        ("standing-of-statements", {}),
        ("support-and-opposition", {}),
        ("support-and-opposition", {"measure": "resolution"}),
        ("themes", {}),
        ("themes-of-speaker", {"speaker": "Wang Yong"}),
        ("themes-over-time", {"theme": "health"}),
        ("timeline", {"actor": "Kishida Fumio"}),
        ("unnamed-speakers", {}),
        ("who-directs-whom", {}),
    )
)


def build_corpus(folder: Path) -> Path:
    """Build the graph of the test corpus into ``folder``."""
    from kg import build, read
    from kg.pipeline import write_folder

    write_folder(build(read([ROOT / "corpus"], metadata=ROOT / "corpus" / "docs.csv")), folder)
    return folder


def answer(case: Case, folder: Path) -> str:
    """The rows of a case as CSV."""
    from kg.answers import as_csv
    from kg.query import ask, known_prefixes
    from kg.saved_queries import bind, saved_query
    from kg.sparql_store import open_store

    prefixes = known_prefixes(folder)
    with open_store(folder) as store:
        return as_csv(ask(store, bind(saved_query(case.question), case.given, store, prefixes), prefixes), prefixes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write the rows that are found as those expected")
    is_written = parser.parse_args().write
    differs = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = build_corpus(Path(temporary) / "out")
        found = {case.file: answer(case, folder) for case in CASES}
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for file, rows in found.items():
        before = file.read_text("utf-8") if file.is_file() else ""
        lines = difflib.unified_diff(before.splitlines(), rows.splitlines(), file.name, file.name, lineterm="", n=0)
        told = "\n".join(lines)
        if told:
            differs = True
            print(told)
        if is_written:
            file.write_text(rows, encoding="utf-8", newline="")
    for file in EXPECTED.glob("*.csv"):
        if is_written and file not in found:
            file.unlink()
    return int(differs and not is_written)


if __name__ == "__main__":
    sys.exit(main())
