"""Proper names in GUM's entity annotation, which marks every noun phrase ("the opposition in Kenya").

MISC holds ``Entity=(7-place-new-…`` where a phrase begins and ``7)`` where it ends; several may begin and end at a
word, and one may do both: ``(7-place-new-…)``. A phrase is a name when its head is a proper noun. The name is then the
run of proper nouns around the head; "of", "&", a hyphen, a number may stand within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from training.name_rules import DATE, Span
from training.treebanks import Word

LABELS = {"person": "PERSON", "place": "LOC", "organization": "ORG", "event": "EVENT", "time": "DATE"}
PROPER = ("NNP", "NNPS")
HYPHENS = frozenset(("-", "–"))
LINKS = HYPHENS | {"of", "&", "the"}
# "Vice President Ford" is named Ford.
TITLES = frozenset(
    (
        "Ambassador", "Archbishop", "Attorney", "Bishop", "Captain", "Chairman", "Chancellor", "Chief",
        "Colonel", "Commissioner", "Congressman", "Congresswoman", "Deputy", "Dr", "Dr.", "Emperor",
        "First", "General", "Governor", "Justice", "Judge", "King", "Lady", "Leader", "Lieutenant", "Lord",
        "Madam", "Major", "Mayor", "Minister", "Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Pope",
        "President", "Prime", "Prince", "Princess", "Prof.", "Professor", "Queen", "Representative",
        "Saint", "Secretary", "Senator", "Sergeant", "Sir", "Speaker", "State", "Vice"
    )
)  # fmt: skip
_ENTITY = re.compile(r"(?:^|\|)Entity=([^|]*)")
_MARK = re.compile(r"\((?P<id>\d+)-(?P<type>[a-z]+)[^()]*(?P<single>\)?)|(?P<closed>\d+)\)")
LONGEST_DATE = 6


def phrases(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """First word, last word and type of each annotated phrase of a sentence, in the order of their ends."""
    opened: dict[str, list[tuple[int, str]]] = {}
    for number, word in enumerate(words):
        found = _ENTITY.search(word.misc)
        for mark in _MARK.finditer(found[1]) if found else ():
            if mark["closed"] is not None:
                first, kind = opened[mark["closed"]].pop()
                yield first, number, kind
            elif mark["single"]:
                yield number, number, mark["type"]
            else:
                opened.setdefault(mark["id"], []).append((number, mark["type"]))


def head(words: Sequence[Word], first: int, last: int) -> int:
    """The word of a phrase that hangs on a word outside it, or on none."""
    return next(i for i in range(first, last + 1) if words[i].head == i or not first <= words[i].head <= last)


def name_words(words: Sequence[Word], first: int, last: int, kind: str) -> tuple[int, int] | None:
    """First and last word of the name in a phrase, or None where its head is no proper noun or a title alone."""
    centre = head(words, first, last)
    if words[centre].xpos not in PROPER:
        return None
    start = _reach(words, centre, first, -1, kind)
    end = _reach(words, centre, last, +1, kind)
    while kind == "person" and start <= end and words[start].text in TITLES:
        start += 1
    return (start, end) if start <= end else None


def _reach(words: Sequence[Word], centre: int, limit: int, step: int, kind: str) -> int:
    """How far a name goes from its head in one direction, in the phrase."""
    links = HYPHENS if kind == "person" else LINKS
    at = reached = centre
    while at != limit:
        at += step
        word = words[at]
        capital = kind != "person" and word.upos == "ADJ" and word.text.istitle()
        if word.xpos in PROPER or capital or (word.upos == "NUM" and at - reached == step):
            reached = at
        elif word.text not in links:
            break
    return reached


def date_words(words: Sequence[Word], first: int, last: int) -> tuple[int, int] | None:
    """First and last word of the date in a phrase of time; its article is left out unless it is "the 1990s"."""
    text = " ".join(word.text for word in words[first : last + 1])
    if last - first >= LONGEST_DATE or DATE.search(text) is None:
        return None
    return (first + 1, last) if text.lower().startswith("the ") and not DATE.fullmatch(text) else (first, last)


def names(words: Sequence[Word], starts: Sequence[int]) -> list[Span]:
    """The names and dates of a sentence whose words start at the given offsets."""
    spans = []
    for first, last, kind in phrases(words):
        found = date_words(words, first, last) if kind == "time" else name_words(words, first, last, kind)
        if found is not None:
            end = starts[found[1]] + len(words[found[1]].text)
            spans.append(Span(starts[found[0]], end, LABELS.get(kind, "MISC")))
    return spans
