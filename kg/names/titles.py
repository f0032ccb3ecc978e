"""Titles: "President" before "Xi Jinping" is no part of the name, and what it stands before is a person."""

from __future__ import annotations

from kg.names.heads import labels_of
from kg.names.known import is_place
from kg.names.spans import Name, Text, overlay, owners
from kg.names.words import name_words

LONGEST = 4  # words of a person's name
SYLLABLE = 5  # letters of the second half of a given name


def untitled(text: Text, names: list[Name]) -> list[Name]:
    """Persons' names without the titles that a recogniser took in, and none that is but a form of address."""
    lists = name_words()
    return [
        name._replace(start=_bare_start(text, name)) if name.label == "PERSON" else name
        for name in names
        if text.words[name.end - 1].lower() not in lists.honorifics or name.label != "PERSON"
    ]


def _bare_start(text: Text, name: Name) -> int:
    lists, start = name_words(), name.start
    while start < name.end - 1:
        word, rest = text.words[start].lower(), text.words[start + 1].lower()
        if word not in lists.titles and word not in lists.honorifics:
            break
        start += 1
        if start == name.end - 1 and rest in lists.not_names:
            return name.start  # "Chief Justice": a title and nobody's name
    return start


def titled(text: Text, names: list[Name]) -> list[Name]:
    """What stands right behind a person's title is a person: "President Lincoln" is no place."""
    lists, owner = name_words(), owners(names)
    new = []
    for i, word in enumerate(text.words[:-1]):
        if not text.capital(i) or not text.capital(i + 1):
            continue
        lower, name = word.lower(), owner.get(i + 1)
        told = lower in lists.honorifics or (lower in lists.titles and lower not in lists.partial)
        if not told or i in owner or text.words[i + 1].lower() in lists.not_names | lists.titles:
            continue
        end = _missed_end(text, i + 1, owner) if name is None else name.end
        fits = name is None or (name.start == i + 1 and name.label in ("LOC", "ORG"))
        if fits and i + 1 < end <= i + 1 + LONGEST and not labels_of(text.words[end - 1].lower()):
            new.append(Name(i + 1, end, "PERSON"))
    return overlay(names, new)


def behind_office(text: Text, names: list[Name]) -> list[Name]:
    """“President of Kazakhstan Kassym-Jomart Tokayev”: what follows the country is the person's name.

    A recogniser that takes the country for a part of it makes an organisation of both.
    """
    titles, found = name_words().titles, []
    for name in names:
        before = name.start
        office = before > 1 and text.words[before - 1] == "of" and text.words[before - 2].lower() in titles
        long = 2 < name.end - before <= LONGEST + 2 and not labels_of(text.words[name.end - 1].lower())
        if office and long and name.label in ("ORG", "PERSON") and is_place(text.words[before]):
            found += [Name(before, before + 1, "LOC"), Name(before + 1, name.end, "PERSON")]
    return overlay(names, found)


def _missed_end(text: Text, start: int, owner: dict[int, Name]) -> int:
    end = start
    while end < len(text.words) and end not in owner and text.capital(end) and _in_name(text, end):
        end += 1
    return end


def _in_name(text: Text, i: int) -> bool:
    return text.proper(i) or set(text.words[i]) <= set("IVX")


def hyphenated(text: Text, names: list[Name]) -> list[Name]:
    """The second syllable of a given name is in lower case: "Ban Ki" goes on with "-moon"."""
    words, other = text.words, name_words().hyphen_words
    new = []
    for name in names:
        end = name.end
        cut = words[end : end + 1] == ("-",) and end + 1 < len(words)
        if not cut or name.label != "PERSON" or end - name.start < 2:
            continue
        after = words[end + 1]
        joined = not text.spaced(end - 1) and not text.spaced(end)
        syllable = after.islower() and len(after) <= SYLLABLE and after not in other
        if syllable and (joined or text.proper(end + 1)):
            new.append(name._replace(end=end + 2))
    return overlay(names, new)
