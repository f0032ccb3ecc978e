"""Acronyms: "WTO" is what "World Trade Organization (WTO)" is."""

from __future__ import annotations

from collections.abc import Sequence

from kg.names.spans import Name, Text, overlay


def acronyms(text: Text, names: list[Name]) -> list[Name]:
    """Acronyms that the Doc introduces in brackets behind an organisation are organisations, wherever they stand."""
    words = text.words
    if "(" not in words:
        return names
    known = {
        words[name.end + 1]
        for name in names
        if name.label == "ORG"
        and words[name.end : name.end + 1] == ("(",)
        and words[name.end + 2 : name.end + 3] == (")",)
        and spells(words[name.end + 1], words[name.start : name.end])
    }
    if not known:
        return names
    longer = {i for name in names if name.end - name.start > 1 for i in range(name.start, name.end)}
    return overlay(names, (Name(i, i + 1, "ORG") for i, word in enumerate(words) if word in known and i not in longer))


def spells(acronym: str, words: Sequence[str]) -> bool:
    """Whether an acronym's letters stand in the long form in order, the first at its beginning."""
    if sum(char.isupper() for char in acronym) < 2:
        return False
    short, letters = acronym.lower(), iter("".join(words).lower())
    return words[0][0].lower() == short[0] and all(char in letters for char in short if char.isalpha())
