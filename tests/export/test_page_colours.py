"""The families of things can be told apart by colour-blind readers, and stand out from the ground they are drawn on.

Seen as Machado, Oliveira and Fernandes 2009 (*A Physiologically-based Model for Simulation of Color Vision Deficiency*,
table 1, severity 1.0) simulate it, in linear RGB; distances are CIE76's in CIE Lab (D65), where 2.3 can just be told.
Two families of one shape have to be further apart than two whose shapes tell them as well.
"""

from __future__ import annotations

import itertools
import json
import re
from importlib.resources import files

import numpy as np
import pytest

VIEWER = files("kg.export") / "viewer"
STYLE = (VIEWER / "style.css").read_text(encoding="utf-8")
FAMILIES = ("person", "office", "body", "place", "event", "measure", "other", "phrase")
SHAPES = {one["key"]: one["shape"] for one in json.loads((VIEWER / "families.json").read_text(encoding="utf-8"))}
SEEN = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])
SAME_SHAPE, OTHER_SHAPE = 14.0, 6.0
GRAPHICS = 3.0  # WCAG 2.2, 1.4.11


def colours(scheme: str) -> dict[str, str]:
    """The colours of a scheme: the first that the style gives, or those for readers whose system is dark."""
    light, _, dark = STYLE.partition("prefers-color-scheme: dark")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light if scheme == "light" else dark.partition("@media")[0]))


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    ratio = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    x, y, z = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    first, second = sorted((float(TO_XYZ[1] @ linear(colour)) for colour in (one, other)), reverse=True)
    return (first + 0.05) / (second + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", SEEN)
def test_families_are_told_apart(sight: str, scheme: str) -> None:
    known = colours(scheme)
    seen = {family: lab(SEEN[sight] @ linear(known[family])) for family in FAMILIES}
    for one, other in itertools.combinations(FAMILIES, 2):
        apart = float(np.linalg.norm(seen[one] - seen[other]))
        assert apart >= (SAME_SHAPE if SHAPES[one] == SHAPES[other] else OTHER_SHAPE), (one, other, round(apart, 1))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_families_stand_out_from_the_ground(scheme: str) -> None:
    known = colours(scheme)
    faint = {one: round(contrast(known[one], known["canvas"]), 2) for one in FAMILIES}
    assert all(found >= GRAPHICS for found in faint.values()), faint
