"""A teacher's tags and how sure it is of them → tags of which the doubtful are left open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

OPEN = ""  # a word of which spaCy does not know whether it is part of a name


def well_formed(tags: Sequence[str]) -> list[str]:
    """Tags in which no name begins with its inside."""
    mended, before = [], "O"
    for tag in tags:
        kind = tag.partition("-")[2]
        if tag.startswith("I-") and before.partition("-")[2] != kind:
            tag = f"B-{kind}"
        mended.append(tag)
        before = tag
    return mended


def without_doubtful(tags: Sequence[str], sure: Sequence[float], least: float) -> list[str]:
    """The tags, ``OPEN`` for a doubtful word and for all words of the name that it is in."""
    kept: list[str] = []
    for start, end in _stretches(tags):
        doubtful = min(sure[start:end]) < least
        kept += [OPEN] * (end - start) if doubtful else tags[start:end]
    return kept


def _stretches(tags: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each name, and each word outside of names."""
    starts = [i for i, tag in enumerate(tags) if not tag.startswith("I-")]
    yield from zip(starts, [*starts[1:], len(tags)], strict=True)
