"""Extraction → Reading: what each name, and each short form of one, stands for within its document, and why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from kg.entities.acronyms import introductions
from kg.entities.forms import clean, head_noun, is_acronym, key, reduced, without_complement, without_parenthesis
from kg.entities.mentions import (
    PERSON,
    Classes,
    Mention,
    class_of_phrase,
    classify,
    is_generic,
    is_office,
    mention,
    phrases,
)  # fmt: skip
from kg.gazetteer import Gazetteer
from kg.model import Extraction, Phrase


class Reading(Struct, frozen=True):
    """What a phrase is taken for: a name and its key, and the ``reason`` where the phrase itself is another form.

    ``label``, ``type`` and ``certain`` are as in a Mention. A ``local`` form names the thing in its document alone
    ("Wang"); a ``given`` reading is what a researcher's table says.
    """

    phrase: Phrase
    form: str
    name: str
    key: str
    label: str = ""
    type: str | None = None
    certain: bool = False
    reason: str | None = None
    local: bool = False
    given: bool = False


def read_document(extraction: Extraction, ontology: Classes, gazetteer: Gazetteer) -> tuple[Reading, ...]:
    """The readings of a document's phrases, in text order; a phrase that stands for no named thing has none."""
    everything = phrases(extraction)
    text = extraction.document.text
    found = [name for one in everything if (name := mention(one, ontology, gazetteer))]
    mentions = _agreed(found, text, ontology, gazetteer)
    own = [_own(name, extraction.document.id, ontology) for name in mentions]
    steps: tuple[Callable[[Sequence[Reading]], Mapping[str, _Target]], ...] = (
        lambda _: _countries(mentions, gazetteer),
        lambda _: _acronyms(mentions, text),
        _persons,
        _reduced,
    )
    for step in steps:
        targets = step(own)
        own = [_applied(reading, targets, ontology, gazetteer) for reading in own]
    named = {reading.phrase: reading for reading in own}
    resolver = _ShortForms(tuple(own), text, ontology)
    readings: list[Reading] = []
    for phrase in everything:
        short = resolver.read(phrase)
        if short is not None:
            readings.append(short)
        elif phrase in named:
            readings.append(named[phrase])
        elif is_office(phrase, ontology):
            title = clean(phrase.core.text)
            readings.append(Reading(phrase, title, title, key(title), "", class_of_phrase(phrase, ontology), True))
    return tuple(readings)


class _Target(Struct, frozen=True):
    """What all forms with a key are to be read as."""

    name: str
    reason: str
    local: bool = False
    person: bool = False


def _agreed(mentions: Sequence[Mention], text: str, ontology: Classes, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions, those of one key with the label that most of them have: a text uses a name in one sense.

    A country or capital that the model took for a person is a place, unless the text gives it a title or another name
    ("Michael Jordan", "Mr Chad").
    """
    labels: dict[str, Counter[str]] = {}
    for found in mentions:
        labels.setdefault(found.key, Counter())[found.label] += 1
    agreed = []
    for found in mentions:
        label = labels[found.key].most_common(1)[0][0]
        if label == PERSON and _is_place(found, text, gazetteer):
            label = "LOC"
        if label != found.label:
            cls, certain = classify(found.text, label, ontology, gazetteer)
            found = replace(found, label=label, type=cls, certain=certain)
        agreed.append(found)
    return tuple(agreed)


_OPENERS = "And|As|At|But|By|For|From|In|Like|Of|On|That|The|To|While|With"


def _is_place(found: Mention, text: str, gazetteer: Gazetteer) -> bool:
    if found.phrase.titles or not (gazetteer.country(found.text) or gazetteer.capital_of(found.text)):
        return False
    name = re.escape(found.text)
    return not re.search(rf"(?!(?:{_OPENERS}) )\b[A-Z][\w.]* {name}\b|\b{name} [A-Z]", text)


def _own(found: Mention, document: str, ontology: Classes) -> Reading:
    """A name read as itself. One word for a person ("Wang") or a body ("Council") is theirs in this document alone."""
    own = Reading(found.phrase, found.text, found.text, found.key, found.label, found.type, found.certain)
    if found.phrase.name is not None and found.phrase.name.among:
        whole, form = found.phrase.name.among, clean(found.phrase.core.text)
        return replace(own, form=form, reason=f"one of the several “{whole}”", local=True)
    person = found.label == PERSON and " " not in found.text
    if person or (found.certain and is_generic(found.text, ontology)):
        return replace(own, key=key(f"{found.text} {document}"))
    return own


def _applied(reading: Reading, targets: Mapping[str, _Target], ontology: Classes, gazetteer: Gazetteer) -> Reading:
    target = targets.get(reading.key)
    if target is None:
        return reading
    label = PERSON if target.person else reading.label
    cls, certain = classify(target.name, label, ontology, gazetteer)
    return replace(
        reading, name=target.name, key=key(target.name), label=label, type=cls, certain=certain,
        reason=target.reason, local=target.local,
    )  # fmt: skip


def _countries(mentions: Sequence[Mention], gazetteer: Gazetteer) -> Mapping[str, _Target]:
    """Other names of a country: "PRC", "the United States of America"."""
    targets = {}
    for found in mentions:
        country = None if found.label in (PERSON, "EVENT", "NORP") else gazetteer.country(found.text)
        if country and key(country.name) != found.key:
            targets[found.key] = _Target(country.name, f"a name of {country.name} in the gazetteer")
    return targets


def _acronyms(mentions: Sequence[Mention], text: str) -> Mapping[str, _Target]:
    """Acronyms that the document introduces: "World Trade Organization (WTO)", then "WTO"."""
    names = [(found.text, found.phrase.name.span[1], found.acronym) for found in mentions if found.phrase.name]
    introduced = introductions(text, names)
    return {
        found.key: _Target(
            introduced[found.text], f"acronym of “{introduced[found.text]}”, introduced in this document"
        )
        for found in mentions
        if is_acronym(found.text) and found.text in introduced and found.label != PERSON
    }


def _persons(named: Sequence[Reading]) -> Mapping[str, _Target]:
    """A name of one word that exactly one person here bears, as first or as last name (Chinese names begin with it)."""
    people = {reading.key: reading.name for reading in named if reading.label == PERSON}
    bearers: dict[str, dict[str, str]] = {}
    for name in people.values():
        if " " in name:
            for part in (name.split()[0], name.split()[-1]):
                bearers.setdefault(key(part), {}).setdefault(key(name), name)
    targets = {}
    for reading in named:
        alone = " " not in reading.name and not reading.certain and reading.label != "EVENT"
        borne = [*bearers.get(key(reading.name), {}).values()] if alone else []
        if len(borne) == 1:
            reason = f"part of the name of “{borne[0]}”, whom alone this document names so"
            targets[reading.key] = _Target(borne[0], reason, local=True, person=True)
    return targets


def _reduced(named: Sequence[Reading]) -> Mapping[str, _Target]:
    """A name without the number, parenthesis or "of the …" that the only such name here has."""
    longer: dict[str, dict[str, str]] = {}
    for reading in named:
        for shorter in (reduced(reading.name), without_parenthesis(reading.name), without_complement(reading.name)):
            if key(shorter) != reading.key and " " in shorter:
                longer.setdefault(key(shorter), {})[reading.key] = reading.name
    targets = {}
    for shorter, names in longer.items():
        if len(names) == 1:
            name = next(iter(names.values()))
            targets[shorter] = _Target(name, f"“{name}” cut short, the only one here", local=True)
    return targets


class _ShortForms:
    """Reads "the Conference", "the Commission", "the ministry": the head noun of the only such name before it."""

    def __init__(self, named: tuple[Reading, ...], text: str, ontology: Classes) -> None:
        self.text = text
        self.ontology = ontology
        self.runs: dict[str, tuple[tuple[int, str], ...]] = {}
        # By head noun, each thing's forms in text order, with the reading where the text first has them.
        self.heads: dict[str, dict[tuple[str, str], Reading]] = {}
        for reading in named:
            noun = head_noun(reading.name).lower()
            if key(reading.name) != key(noun):
                self.heads.setdefault(noun, {}).setdefault((reading.key, key(reading.form)), reading)

    def read(self, phrase: Phrase) -> Reading | None:
        word = self._bare(phrase)
        if word is None:
            return None
        start = phrase.spans[0][0]
        own: set[str] = set()
        model: Reading | None = None
        for forms, reading in self.heads.get(word.lower(), {}).items():
            if reading.phrase.spans[0][0] >= start:
                break
            model = model or reading
            if reading.key != model.key:
                return None
            own.update(forms)
        if model is None or not self._alone(word, start, own):
            return None
        if not set(key(phrase.core.text).split("-")) <= set(model.key.split("-")):
            return None  # "the 3rd Conference" after the 4th
        reason = f"short for “{model.name}”, the only {word} named before in this document"
        return replace(model, phrase=phrase, form=phrase.text, reason=reason, local=True)

    def _bare(self, phrase: Phrase) -> str | None:
        """The head noun that is all of a phrase but its number; in lower case only after "the" or "this"."""
        if phrase.kind not in ("noun", "name") or phrase.plural or not phrase.spans:
            return None
        if phrase.name is not None and phrase.name.label == PERSON:
            return None
        word = reduced(phrase.core.text)
        if not word or " " in word or not word.isalpha():
            return None
        cls = self.ontology.class_of_noun(word.lower())
        if cls is None or self.ontology.is_office(cls):
            return None
        definite = phrase.text.lower().startswith(("the ", "this ")) and " " not in clean(phrase.core.text)
        return word if word[0].isupper() or definite else None

    def _alone(self, word: str, start: int, own: set[str]) -> bool:
        """Whether the text before knows no other name with that head noun, be it within a longer phrase."""
        if word.lower() not in self.runs:
            self.runs[word.lower()] = _capitalised(word, self.text)
        return all(
            any(known in run or run in known for known in own) for at, run in self.runs[word.lower()] if at < start
        )


_CAPITAL = r"(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w’'.-]{0,40})"
_SMALL = r"(?:of|for|on|and|the|to)"


def _capitalised(word: str, text: str) -> tuple[tuple[int, str], ...]:
    """The runs of capitalised words with ``word`` for a head, as keys with their first place; not the bare word."""
    head = re.escape(word[0].upper() + word[1:])
    form = re.compile(
        rf"(?<!\w)(?:{_CAPITAL}(?:\s\([^()\n]{{1,40}}\))?\s(?:{_SMALL}\s){{0,2}}){{0,10}}{head}\b"
        rf"(?:\s(?:of|for|on)\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,6}})?"
    )
    first: dict[str, int] = {}
    for match in form.finditer(text):
        first.setdefault(key(re.split(r"['’]s\s", match[0])[-1]), match.start())
    return tuple((at, run) for run, at in first.items() if run != key(word))
