"""The edges of names: what a recogniser takes in that can be no part of one."""

from __future__ import annotations

from kg.names.spans import Name, Text
from kg.names.words import name_words


def trimmed(text: Text, names: list[Name]) -> list[Name]:
    """Names within one sentence, without articles, punctuation, possessives and unpaired brackets at their edges."""
    found = []
    for name in names:
        start, end = name.start, _sentence_end(text, name)
        if name.label != "DATE":
            start, end = _without_edges(text.words, start, end)
        if start < end:
            found.append(Name(start, end, name.label))
    return found


def _sentence_end(text: Text, name: Name) -> int:
    inner = range(name.start + 1, name.end)
    return next((i for i in inner if text.doc[i].is_sent_start is True or "\n" in text.words[i]), name.end)


def _without_edges(words: tuple[str, ...], start: int, end: int) -> tuple[int, int]:
    loose = name_words().loose
    while start < end and words[start] in loose:
        start += 1
    while start < end and words[end - 1] in loose and not _closes(words[start:end]):
        end -= 1
    inside = words[start:end]
    if inside.count("(") > inside.count(")"):
        return _without_edges(words, start, start + inside.index("("))
    return start, end


def _closes(inside: tuple[str, ...]) -> bool:
    """Whether the last word is a bracket that the name itself opens."""
    return inside[-1] == ")" and inside.count("(") == inside.count(")")
