"""Head nouns: "Ministry" in "Ministry of Health" tells that the name is an organisation's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kg.names.spans import Name, Text, overlay, owners
from kg.names.words import NameWords, name_words

LINKS = frozenset({"of", "for", "on", "in", "at", "against", "to", "with", ",", "-", "–"})
JOINTS = frozenset({"-", "–", "/", "&"})
WITHIN = frozenset({"NNP", "NNPS", "JJ", "NN", "NNS"})
LONGEST = 12  # words of a name
DIGITS = re.compile(r"\d+(?:st|nd|rd|th)")


def head_word(words: Sequence[str]) -> str:
    """The head noun of a name, in lower case: the last word before "of", "for" or a comma, brackets put aside."""
    head, depth = "", 0
    for word in words:
        depth += (word in "([") - (word in ")]")
        if head and not depth and word in LINKS:
            break
        if not depth and word[0].isalpha():
            head = word.lower()
    return head


def labels_of(noun: str) -> tuple[str, ...]:
    """The labels that a head noun allows, also in the plural; none where it tells nothing."""
    labels = name_words().labels
    return labels.get(noun) or (labels.get(noun[:-1], ()) if noun.endswith("s") else ())


def relabelled(text: Text, names: list[Name]) -> list[Name]:
    """Names whose head noun tells another label get that."""
    return [_told(name, text, name_words()) if name.end - name.start > 1 else name for name in names]


def _told(name: Name, text: Text, lists: NameWords) -> Name:
    noun = head_word(text.words[name.start : name.end])
    labels = labels_of(noun)
    if not labels or name.label in labels or name.label == "DATE":
        return name
    kept = {
        "PERSON": noun in lists.surnames,
        "MISC": noun not in lists.strong,  # of a book or film: "Abbey Road"
        "EVENT": labels[0] == "ORG",  # named as those who hold it
    }
    return name if kept.get(name.label) else name._replace(label=labels[0])


def parted(text: Text, names: list[Name]) -> list[Name]:
    """Two bodies that a recogniser took for one: "Harvard University" and "Rutgers University"."""
    found = []
    for name in names:
        cut = next((i for i in range(name.start + 2, name.end - 2) if _parts_bodies(text, name, i)), None)
        if cut is None:
            found.append(name)
            continue
        second = cut + 1 + (text.words[cut + 1] in ("the", "The"))
        found += [name._replace(end=cut), name._replace(start=second)]
    return found


def _parts_bodies(text: Text, name: Name, i: int) -> bool:
    """Whether word ``i`` is an "and" right behind a telling head noun of a body and before a body's name."""
    if name.label != "ORG" or text.words[i] != "and":
        return False
    nouns = (text.words[i - 1].lower(), head_word(text.words[i + 1 : name.end]))
    return nouns[0] in name_words().strong and all(labels_of(noun)[:1] == ("ORG",) for noun in nouns)


def headed(text: Text, names: list[Name]) -> list[Name]:
    """Names that were cut off before their head noun, and names with a telling head noun that were missed.

    "China Quality" becomes "China Quality (Hangzhou) Conference".
    """
    lists, owner = name_words(), owners(names)
    new = []
    for i in range(1, len(text.words)):
        if i in owner or not text.capital(i):
            continue
        noun = text.words[i].lower()
        labels = labels_of(noun)
        if not labels:
            continue
        before, start = owner.get(i - 1), _run_start(text, i, owner)
        cut_off = before is not None and (before.label in labels or noun in lists.strong)
        person = before is not None and before.label == "PERSON" and noun in lists.surnames
        missed = before is None and noun in lists.strong and (text.proper(i) or text.words[i - 1] == ")")
        half = start > 0 and text.words[start - 1] in JOINTS
        if start < i and (cut_off or missed) and not person and not half and i - start < LONGEST:
            new.append(Name(start, i + 1, labels[0]))
    return overlay(names, new)


def _run_start(text: Text, i: int, owner: Mapping[int, Name]) -> int:
    """Where the capitalised words that end with word ``i`` begin, the whole of a name that they reach taken in."""
    start = i
    while start > 0 and not text.starts_sentence(start):
        before = start - 1
        name = owner.get(before)
        if name is not None and name.label != "DATE":
            start = name.start
        elif text.words[before] == ")" and before > 2 and text.words[before - 2] == "(" and text.capital(before - 1):
            start = before - 2
        elif name is None and text.capital(before) and text.words[before].isalpha() and text.doc[before].tag_ in WITHIN:
            start = before
        else:
            break
    return start


def numbered(text: Text, names: list[Name]) -> list[Name]:
    """Events with the ordinal before them: "4th" + "China Quality Conference"."""
    ordinals = name_words().ordinals
    taken = owners(names)
    new = []
    for name in names:
        before = name.start - 1
        if name.label == "EVENT" and before >= 0 and before not in taken:
            word = text.words[before]
            if DIGITS.fullmatch(word) or (text.capital(before) and word.lower() in ordinals):
                new.append(name._replace(start=before))
    return overlay(names, new)


def complemented(text: Text, names: list[Name]) -> list[Name]:
    """Names whose head noun goes on: "Ministry" + "of Industry and Information Technology"."""
    return overlay(names, _longer(text, names, name_words(), owners(names)))


def _longer(text: Text, names: list[Name], lists: NameWords, owner: Mapping[int, Name]) -> Iterator[Name]:
    for name in names:
        if name.label not in ("ORG", "LOC", "MISC"):
            continue
        words = text.words[name.start : name.end]
        noun = head_word(words).removesuffix("s")
        end = name.end
        if noun in lists.complemented and not LINKS.intersection(words):
            end = _complement_end(text, end, owner)
        if noun in lists.joined and LINKS.intersection(text.words[name.start : end]):
            end = _joined_end(text, end, owner)
        if end > name.end:
            yield name._replace(end=end)


def _complement_end(text: Text, end: int, owner: Mapping[int, Name]) -> int:
    """The end of "of (the) Capitals" behind a name that ends at ``end``; another organisation is no part of it."""
    if text.words[end : end + 1] not in (("of",), ("for",), ("on",)):
        return end
    at = end + 1 + (text.words[end + 1 : end + 2] == ("the",))
    stop = _capitals_end(text, at, owner)
    within = {owner[i] for i in range(at, stop) if i in owner}
    body = any(name.label == "ORG" and labels_of(head_word(text.words[name.start : name.end])) for name in within)
    other = text.words[end] != "of" and any(name.label in ("LOC", "NORP", "PERSON") for name in within)
    return end if stop == at or body or other else stop


def _joined_end(text: Text, end: int, owner: Mapping[int, Name]) -> int:
    """The end of "and Capitals" behind a name, unless they are another name."""
    if text.words[end : end + 1] not in (("and",), ("&",)):
        return end
    stop = _capitals_end(text, end + 1, owner)
    if stop == end + 1 or labels_of(text.words[stop - 1].lower()):
        return end
    within = {owner[i].label for i in range(end + 1, stop) if i in owner}
    return end if within & {"PERSON", "LOC", "NORP", "DATE"} else stop


def _capitals_end(text: Text, at: int, owner: Mapping[int, Name]) -> int:
    end = at
    while end < len(text.words) and text.capital(end) and not text.starts_sentence(end):
        name = owner.get(end)
        if name is not None and name.label == "DATE":
            break
        end = name.end if name is not None else end + 1
    return end
