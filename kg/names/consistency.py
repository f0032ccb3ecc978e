"""One Doc, one label: a form that is told by its long form or by most of its mentions is the same elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.names.heads import labels_of
from kg.names.known import is_place
from kg.names.spans import Name, Text, overlay
from kg.names.words import name_words

LONGEST = 4  # words of a person's name
CARRIED = frozenset({"PERSON", "LOC", "NORP", "EVENT"})  # an organisation's name is too often part of another's
Forms = dict[tuple[str, ...], str]


def _parts(text: Text, names: list[Name]) -> Iterator[str]:
    """First and last words of full persons' names, but initials, acronyms and well-known places."""
    for name in names:
        if name.label == "PERSON" and 1 < name.end - name.start <= LONGEST:
            for word in (text.words[name.start], text.words[name.end - 1]):
                if len(word) > 2 and word[0].isupper() and not word.isupper() and not is_place(word):
                    yield word


def parts_of_persons(text: Text, names: list[Name]) -> list[Name]:
    """The first or last word of a full person's name that stands alone elsewhere is that person."""
    persons = set(_parts(text, names))
    if not persons:
        return names
    return [
        name._replace(label="PERSON")
        if name.end - name.start == 1 and name.label in ("LOC", "ORG") and text.words[name.start] in persons
        else name
        for name in names
    ]


def short_forms(text: Text, names: list[Name]) -> list[Name]:
    """An organisation's name without its head noun that was taken for a thing: "Acme Design" of "Acme Design Group"."""
    bodies = (text.words[name.start : name.end] for name in names if name.label == "ORG" and name.end - name.start > 1)
    short = {words[:-1] for words in bodies if labels_of(words[-1].lower())[:1] == ("ORG",)}
    return [
        name._replace(label="ORG") if name.label == "MISC" and text.words[name.start : name.end] in short else name
        for name in names
    ]


def _is_common(word: str) -> bool:
    """Whether a word is a noun of many names or a title: "State", "Minister"."""
    return bool(labels_of(word.lower())) or word.lower() in name_words().titles


def majority(text: Text, names: list[Name]) -> list[Name]:
    """A form that is labelled in several ways gets the label that most of its mentions have, by two to one."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for name in names:
        if name.label != "DATE":
            forms[text.form(name)][name.label] += 1
    told = {}
    for form, labels in forms.items():
        if len(labels) > 1:
            (first, count), (_, second) = labels.most_common(2)
            if count >= 2 * second and first != "MISC":
                told[form] = first
    return [name._replace(label=told.get(text.form(name), name.label)) for name in names] if told else names


def repeated(text: Text, names: list[Name]) -> list[Name]:
    """A capitalised form that is a name elsewhere in the Doc and was missed here."""
    words = text.words
    forms: Forms = {
        words[name.start : name.end]: name.label
        for name in names
        if name.label in CARRIED and not (name.end - name.start == 1 and _is_common(words[name.start]))
    }
    for word in _parts(text, names):
        forms.setdefault((word,), "PERSON")
    firsts: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in sorted(forms, key=len, reverse=True):
        if form[0][0].isupper():
            firsts[form[0]].append(form)
    taken = {i for name in names for i in range(name.start, name.end)}
    new = []
    for i, word in enumerate(words):
        if word in firsts and i not in taken:
            found = next((form for form in firsts[word] if words[i : i + len(form)] == form), None)
            if found is not None and _is_whole(text, i, i + len(found)):
                new.append(Name(i, i + len(found), forms[found]))
    return overlay(names, [name for name in new if taken.isdisjoint(range(name.start, name.end))])


def _is_whole(text: Text, start: int, end: int) -> bool:
    """Whether a form is a name and no part of a longer one: a single word must be tagged as one."""
    return text.stands_alone(start, end) and (end - start > 1 or text.proper(start) or not text.doc[start].tag)
