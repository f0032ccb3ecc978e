"""Names that tables know: countries, cities and regions are places, international bodies organisations."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from kg.gazetteer import Gazetteer, load_gazetteer
from kg.names.heads import labels_of
from kg.names.spans import Name, Text, overlay, owners
from kg.names.words import name_words

# As tokenizers cut: some keep "Inter-American", "L'Oréal", "AT&T" and "Inc." whole, texts that are cut already may not.
_PARTS = r"(?:[A-Z]\.)+|\w+\.(?=\s)|['’]s\b|\w+|[^\w\s]"
_WHOLE = (
    r"(?i:anti|co|inter|multi|non|post|sub)-\w+|[A-Z]-\d+|[A-Z]+(?:&[A-Z]+|\+)|\w+['’](?!s\b)\w+|\w+\.\w+"
    r"|(?:Inc|Co|Bros)\.$"
)
_CUTS = (re.compile(_PARTS), re.compile(f"{_WHOLE}|{_PARTS}"))
_NUMBER = re.compile(r"(?!\d{4}$)\d[\d.,]*")
_OF_NORP = ("n", "i", "Arab")
Forms = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@functools.cache
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def _labelled() -> Iterator[tuple[str, str]]:
    """Every form of the tables with its label; the European Union stands among the countries, and is none."""
    table, given = gazetteer(), name_words().given_names
    for country in table.countries:
        label = "ORG" if country.name.endswith("Union") else "LOC"
        yield from ((form, label) for form in (country.name, *country.aliases) if form not in given)
        if country.capital is not None:
            yield country.capital, "LOC"
    for other in table.others:
        label = labels_of(other.kind.rpartition(" ")[2])[0]
        yield from ((form, label) for form in (other.name, *other.aliases))


def _cuts(form: str) -> list[tuple[str, ...]]:
    """The words of a form, in each way that tokenizers may cut it, with either apostrophe."""
    if form.replace(" ", "").isalnum():
        return [tuple(form.split())]
    return sorted({tuple(cut.findall(written)) for written in {form, form.replace("'", "’")} for cut in _CUTS})


@functools.cache
def known_forms() -> Forms:
    """The words and label of each form by its first word, the longest first."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for form, label in _labelled():
        for words in _cuts(form.removeprefix("The ")):
            found.setdefault(words[0], {})[words] = label
    return {first: tuple(sorted(forms.items(), key=lambda pair: -len(pair[0]))) for first, forms in found.items()}


def is_place(form: str) -> bool:
    """Whether one word is a place's name."""
    return ((form,), "LOC") in known_forms().get(form, ())


def is_known_place(form: str) -> bool:
    """Whether a name of any length is a country's or a place's in the tables."""
    known = gazetteer().known(form)
    return gazetteer().country(form) is not None or (
        known is not None and labels_of(known.kind.rpartition(" ")[2])[0] == "LOC"
    )


def known_names(text: Text, names: list[Name]) -> list[Name]:
    """Known names that were missed, cut short or taken for something else.

    A place that a recogniser took for an organisation may be a team's or a university's name and stays so, and one
    that is part of a person's name in the Doc stays a person. Part of a longer name is none of its own.
    """
    forms, owner, new = known_forms(), owners(names), []
    persons = {text.words[i] for i, name in owner.items() if name.label == "PERSON" and name.end - name.start > 1}
    end = 0
    for i, word in enumerate(text.words):
        if word not in forms or i < end:
            continue
        found = next(((w, label) for w, label in forms[word] if text.words[i : i + len(w)] == w), None)
        if found is None:
            continue
        name = Name(i, i + len(found[0]), found[1])
        end = name.end
        if _fits(text, name, {owner[j] for j in range(i, end) if j in owner}, persons):
            new.append(name)
    return overlay(names, new)


def _fits(text: Text, name: Name, before: set[Name], persons: set[str]) -> bool:
    if _is_unit(text, name):
        return False
    if not before:
        return text.stands_alone(name.start, name.end) and text.words[name.end : name.end + 1] != ("-",)
    if any(old.start < name.start or old.end > name.end for old in before):
        return False
    if name.label != "LOC":
        return True
    person = text.words[name.start] in persons
    return all(old.label != "ORG" and not (old.label == "PERSON" and person) for old in before)


def _is_unit(text: Text, name: Name) -> bool:
    """Whether an acronym stands behind a number that is no year: "3.5 AU"."""
    if name.start == 0 or name.end - name.start > 1 or not text.words[name.start].isupper():
        return False
    return _NUMBER.fullmatch(text.words[name.start - 1]) is not None


@functools.cache
def peoples() -> frozenset[str]:
    """Adjectives of nationality and the plurals made from them."""
    words = [word for country in gazetteer().countries for word in country.demonyms if word.isalpha()]
    words += name_words().further_peoples
    return frozenset(words) | {f"{word}s" for word in words if word.endswith(_OF_NORP)}


def nationalities(text: Text, names: list[Name]) -> list[Name]:
    """Adjectives of nationality that were missed or taken for a place or a thing."""
    table, owner, new = peoples(), owners(names), []
    for i, word in enumerate(text.words):
        if word in table:
            name = owner.get(i)
            if name is None or (name.end - name.start == 1 and name.label in ("LOC", "MISC")):
                new.append(Name(i, i + 1, "NORP"))
    return overlay(names, new)
