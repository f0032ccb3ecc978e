"""Text → the acronyms that it introduces, with the names that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.entities.forms import clean, is_acronym, key, spells
from kg.names.acronyms import spells as holds

_AFTER = re.compile(r"\s?\(\s?(?:the\s|hereinafter\s)?[“\"'‘]?([A-Z][\w&.-]{1,11})[”\"'’]?\s?\)")
_BEFORE = re.compile(r"(?<!\w)([A-Z][\w&.-]{1,11})\s\(([A-Z][^()\n]{4,120})\)")
_LONGEST = 14  # words of a name before its acronym


def introductions(text: str, names: Iterable[tuple[str, int, str | None]]) -> dict[str, str]:
    """Each acronym's name: its initials spell it, or it follows right after a name whose letters hold it in order.

    ``names`` are the names known in the text: words, end offset, and the acronym that the words themselves introduce.
    An acronym that is introduced for two names stands for neither.
    """
    found: dict[str, dict[str, str]] = {}

    def add(acronym: str, name: str) -> None:
        if is_acronym(acronym):
            found.setdefault(acronym, {}).setdefault(key(name), clean(name))

    known = set()
    for name, end, own in names:
        behind = _AFTER.match(text, end)
        if own is not None:
            add(own, name)
        elif behind and holds(behind[1], name.split()):
            known.add(behind.start(1))
            add(behind[1], name)
    bracketed = "(" in text  # far cheaper asked first
    for match in _AFTER.finditer(text) if bracketed else ():
        if match.start(1) not in known:
            spelt = _spelt_before(match[1], text[max(0, match.start() - 200) : match.start()])
            if spelt:
                add(match[1], spelt)
    for match in _BEFORE.finditer(text) if bracketed else ():
        if spells(match[1], match[2]):
            add(match[1], match[2])
    return {acronym: next(iter(long.values())) for acronym, long in found.items() if len(long) == 1}


def _spelt_before(acronym: str, lead: str) -> str | None:
    """The shortest run of words at the end of ``lead`` whose initials spell the acronym."""
    words = lead.splitlines()[-1].split()[-_LONGEST:] if lead.strip() else []
    for start in range(len(words) - 2, -1, -1):
        run = " ".join(words[start:])
        if words[start][0].isupper() and spells(acronym, run):
            return run
    return None
