"""The wheel holds what an installation without the checkout needs: model, ontology, words, viewer, both licences."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MOST_BYTES = 40_000_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built in this environment: nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


def test_it_holds_every_file_that_the_package_reads(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("kg/en_policy", "kg/export/viewer", "kg/lexicon"):
        wanted = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert wanted and wanted <= inside
    wanted = {f"kg/_ontology/{path.name}" for path in (ROOT / "ontology").iterdir() if path.is_file()}
    assert wanted and wanted <= inside


def test_it_holds_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kg"}
    assert wheel.stat().st_size < MOST_BYTES


def test_both_licences_are_named_and_shipped(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    texts = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}
    assert "License-Expression: MIT AND CC-BY-SA-4.0" in texts["METADATA"]
    assert texts["LICENSE"].startswith("MIT License")
    assert texts["CC-BY-SA-4.0.txt"].startswith("Attribution-ShareAlike 4.0 International")
