"""Where the page's nodes lie: a layout that is computed once, at build time, and is the same in every run.

Springs along the edges and repulsion between all nodes (Fruchterman and Reingold 1991, "Graph drawing by force-directed
placement"), with two changes: repulsion grows with degree, so that a hub clears a space for what hangs on it, and the
nodes of a document are drawn to a middle of their own, so that what nothing else holds together still lies with its
text. There is no random start: each document's nodes begin on a sunflower spiral, and the documents on a larger one.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Link = tuple[int, int, float]  # two nodes and how strongly they are pulled together

SPRING = 60.0  # the length of an edge at rest, in canvas units
TO_DOCUMENT = 0.3  # how strongly a node is drawn to the middle of its document, an edge being 1
TO_MIDDLE = 2.0  # how strongly everything is drawn to the middle, in canvas units per unit of distance
GOLDEN_ANGLE = pi * (3 - sqrt(5))
WORK = 5e7  # pairs of nodes looked at in a layout, one to two seconds
SWEEPS = 40  # rounds of pushing nodes apart
GAP = 7.0  # between the rims of two nodes, in canvas units


def place(radii: Sequence[float], links: Sequence[Link], groups: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """A place for each node: whole canvas units, y growing downwards, the middle of all near (0, 0).

    ``radii`` are the nodes' sizes, ``groups`` the nodes of each document; a node may stand in several.
    """
    count = len(radii)
    hubs = [(count + number, node, TO_DOCUMENT) for number, group in enumerate(groups) for node in group]
    points = _settle(_start(count, groups), [link for link in links if link[0] != link[1]] + hubs, count)
    points = _push_apart(points[:count], np.asarray(radii, dtype=np.float64))
    return [(round(float(x)), round(float(y))) for x, y in points]


def _start(count: int, groups: Sequence[Sequence[int]]) -> Points:
    """Nodes around the middle of the first document that has them; the middles come last."""
    points = np.zeros((count + len(groups), 2))
    seen: set[int] = set()
    reach = SPRING * sqrt(count / max(1, len(groups)))
    for number, group in enumerate(groups):
        middle = points[count + number] = _spiral(number, reach)
        fresh = [node for node in group if node not in seen]
        seen.update(fresh)
        for turn, node in enumerate(fresh):
            points[node] = middle + _spiral(turn + 1, SPRING * 0.6)
    return points


def _spiral(turn: int, step: float) -> Points:
    radius, angle = step * sqrt(turn), turn * GOLDEN_ANGLE
    return np.array([radius * cos(angle), radius * sin(angle)])


def _settle(points: Points, links: Sequence[Link], count: int) -> Points:
    """Moves the nodes for as many rounds as WORK allows, by less and less; what follows ``count`` repels nothing."""
    total = len(points)
    if not links:
        return points
    start, end = (np.array([link[side] for link in links]) for side in (0, 1))
    pull = np.array([link[2] for link in links]) / SPRING
    degree = np.bincount(np.concatenate([start, end]), minlength=total)
    weight = np.where(np.arange(total) < count, np.sqrt(degree + 1.0), 0.0)
    repulsion = SPRING**2 / 2 * np.outer(weight, weight)
    rounds = int(max(30, min(300, WORK / total**2)))
    heat = SPRING * sqrt(total) / 4
    for turn in range(rounds):
        force = -TO_MIDDLE * points
        across, down = (points[:, None, axis] - points[None, :, axis] for axis in (0, 1))
        push = repulsion / np.maximum(across * across + down * down, 1.0)
        force[:, 0] += (across * push).sum(axis=1)
        force[:, 1] += (down * push).sum(axis=1)
        along = points[end] - points[start]
        stretch = along * (np.sqrt((along * along).sum(axis=1)) * pull)[:, None]
        np.add.at(force, start, stretch)
        np.add.at(force, end, -stretch)
        length = np.maximum(np.sqrt((force * force).sum(axis=1)), 1e-9)[:, None]
        points = points + force / length * np.minimum(length, heat * (1 - turn / rounds) + 1)
    return points


def _push_apart(points: Points, radii: Points) -> Points:
    """Moves nodes that touch apart, until none do or SWEEPS rounds have gone."""
    points = points.copy()
    room = radii[:, None] + radii[None, :] + GAP
    np.fill_diagonal(room, 0.0)
    for _ in range(SWEEPS):
        away = points[:, None, :] - points[None, :, :]
        distance = np.sqrt((away * away).sum(axis=2))
        # Two nodes in one place are parted along a direction of their own.
        same = np.argwhere(np.triu(distance == 0.0, 1))
        for one, other in same:
            away[one, other] = _spiral(int(other), 1.0)
            away[other, one] = -away[one, other]
        lack = np.maximum(room - distance, 0.0)
        if not lack.any():
            break
        scale = lack / np.maximum(np.sqrt((away * away).sum(axis=2)), 1e-9) / 2
        points += (away * scale[:, :, None]).sum(axis=1)
    return points
