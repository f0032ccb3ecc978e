"""Nouns before names: what stands behind "the company", "a band called" or "groups such as" is an organisation.

So is what has members and is neither a person nor a place.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.names.known import is_known_place
from kg.names.spans import Name, Text
from kg.names.words import name_words

CALLED = (("called",), ("named",), ("dubbed",))
LIKE = (("like",), ("including",), ("such", "as"), (",", "like"), (",", "including"), (",", "such", "as"))
BETWEEN = frozenset({"the", "The", '"', "“", "‘", "'"})
MEMBERS = frozenset({"member", "members"})
JOINTS = frozenset({",", "and", "or", "&", "”", "’", *BETWEEN})
DOUBTFUL = frozenset({"PERSON", "LOC", "MISC", "EVENT"})


def appositions(text: Text, names: list[Name]) -> list[Name]:
    """Names behind a noun for a body, and the same forms elsewhere in the Doc, are organisations."""
    if MEMBERS.isdisjoint(text.words) and name_words().bodies.keys().isdisjoint(text.words):
        return names
    told = {text.words[name.start : name.end] for name in _told(text, names)}
    if not told:
        return names
    return [
        name._replace(label="ORG") if name.label in DOUBTFUL and text.words[name.start : name.end] in told else name
        for name in names
    ]


def _told(text: Text, names: list[Name]) -> Iterator[Name]:
    """The doubtful names behind such a noun, and those that a list of several goes on with."""
    listed = -1  # where a list of names ends so far
    for name in names:
        if listed >= 0 and all(word in JOINTS for word in text.words[listed : name.start]):
            listed = name.end
        elif text.starts_sentence(name.start) or (several := _noun_before(text, name)) is None:
            listed = -1
            continue
        else:
            listed = name.end if several else -1
        if _is_doubtful(text, name):
            yield name
    yield from (name for name in names if name.label == "MISC" and _has_members(text, name))


def _is_doubtful(text: Text, name: Name) -> bool:
    """Whether the name may be an organisation's after all; a well-known place stays one."""
    return name.label in DOUBTFUL and not is_known_place(text.form(name))


def _has_members(text: Text, name: Name) -> bool:
    """Whether "member of (the)" stands before a name."""
    of = name.start - 1 - (text.words[name.start - 1] == "the")
    return of > 0 and text.words[of] == "of" and text.words[of - 1] in MEMBERS


def _noun_before(text: Text, name: Name) -> bool | None:
    """Whether the noun for a body that stands before a name is a plural; None where there is none.

    What is like a single band is none, and who is included in it is a person.
    """
    before, bodies = name.start, name_words().bodies
    while before > 1 and text.words[before - 1] in BETWEEN and not text.starts_sentence(before - 1):
        before -= 1
    for words in (*CALLED, *LIKE):
        if before > len(words) and text.words[before - len(words) : before] == words:
            several = bodies.get(text.words[before - len(words) - 1])
            return several if several or words in CALLED else None
    return bodies.get(text.words[before - 1]) if before else None
