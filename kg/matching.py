"""When a statement that was found is one of the gold: the measure's rules, which look at places and words alone.

In the same sentence the relation's lemma or predicate and the heads of subject and object agree, one to one. A span
does not say which of its words is the head, so the head is taken to be the last word before the first preposition,
comma, bracket or relative pronoun ("the *protection* of consumer rights"). The words that end a head are fixed here and
not in the lexicon: a measure must not move with what it measures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Participant, Span, Spans, Statement

Pair = tuple[Statement, Statement]

_PREPOSITIONS_AND_RELATIVES = """
about above across after against along among around as at before behind below between beyond by concerning
despite during except for from in including into near of off on onto out over regarding since than through
throughout to toward towards under until upon via when where which while who whom whose with within without
that
"""
_HEAD_ENDS = frozenset(_PREPOSITIONS_AND_RELATIVES.split())
_TOKEN = re.compile(r"\w+(?:['\u2019.\-\u2010\u2011/&]\w+)*|[,;:()\[\]]")


def pairs(gold: Sequence[Statement], found: Sequence[Statement], *, exact: bool = False) -> list[Pair]:
    """Pair gold with found one to one, as many as can be; of equals, those with more exact spans first.

    ``exact`` asks for the very spans of subject, relation and object instead of agreeing heads.
    """
    holds = is_exact if exact else agree
    choices = [
        sorted((n for n, other in enumerate(found) if holds(one, other)), key=lambda n: (-_closeness(one, found[n]), n))
        for one in gold
    ]
    taken: dict[int, int] = {}
    best = [
        max((_closeness(one, found[n]) for n in chosen), default=0) for one, chosen in zip(gold, choices, strict=True)
    ]
    for number in sorted(range(len(gold)), key=lambda g: (-best[g], g)):
        _augment(number, choices, taken, set())
    return [(gold[g], found[n]) for g, n in sorted((g, n) for n, g in taken.items())]


def agree(gold: Statement, found: Statement) -> bool:
    """Whether the two are the same frame: sentence, lemma or predicate, heads of subject and object."""
    return (
        same_sentence(gold, found)
        and same_relation(gold, found)
        and same_participant(gold.subject, found.subject)
        and same_participant(gold.object, found.object)
    )


def is_exact(gold: Statement, found: Statement) -> bool:
    """Whether subject, relation and object have the very same spans, in the same sentence."""
    return same_sentence(gold, found) and _closeness(gold, found) == 3


def same_text(document: str, other: str) -> bool:
    """Whether two document ids are of the same text, whatever it is titled: the hash of the text ends both."""
    return document.rpartition("-")[2] == other.rpartition("-")[2]


def same_sentence(one: Statement, other: Statement) -> bool:
    """Whether the sentences overlap: coder and parser need not have split the text alike."""
    overlaps = one.sentence.start < other.sentence.end and other.sentence.start < one.sentence.end
    return overlaps and same_text(one.document, other.document)


def same_relation(one: Statement, other: Statement) -> bool:
    lemmas = one.relation.lemma.casefold() == other.relation.lemma.casefold()
    return lemmas or (one.relation.predicate is not None and one.relation.predicate == other.relation.predicate)


def same_participant(one: Participant | None, other: Participant | None) -> bool:
    """Whether each holds the other's head; an implied one agrees with an implied one, none with none."""
    if one is None or other is None:
        return one is other
    if not one.spans or not other.spans:
        return not one.spans and not other.spans
    return _holds(one.spans, head(other)) and _holds(other.spans, head(one))


def head(participant: Participant) -> Span:
    """The place of the head among a participant's words, by the rule above; of the whole where no word is found.

    >>> from kg.model import Participant
    >>> words = "the protection of consumer rights"
    >>> head(Participant(words, ((10, 43),), None, None, None, None, False, None))
    (14, 24)
    """
    found: Span | None = None
    for word, place in _words(participant):
        ends = word.casefold() in _HEAD_ENDS or not word[0].isalnum()
        if ends and found:
            break
        if not ends:
            found = place
    return found or (participant.spans[0][0], participant.spans[-1][1])


def _words(participant: Participant) -> list[tuple[str, Span]]:
    """The words of a participant with their places in the document; ``text`` is its pieces joined by one space."""
    words: list[tuple[str, Span]] = []
    offset = 0
    for start, end in participant.spans:
        piece = participant.text[offset : offset + end - start]
        words += [(match[0], (start + match.start(), start + match.end())) for match in _TOKEN.finditer(piece)]
        offset += end - start + 1
    return words


def _holds(spans: Spans, place: Span) -> bool:
    return any(start < place[1] and place[0] < end for start, end in spans)


def _closeness(one: Statement, other: Statement) -> int:
    """How many of subject, relation and object have the very same spans; an implied one is like an implied one."""
    sides = ((one.subject, other.subject), (one.relation, other.relation), (one.object, other.object))
    return sum((a.spans if a else None) == (b.spans if b else None) for a, b in sides)


def _augment(gold: int, choices: Sequence[Sequence[int]], taken: dict[int, int], seen: set[int]) -> bool:
    """Find a partner, moving others on to a second choice where that makes room (Kuhn 1955)."""
    for found in choices[gold]:
        if found in seen:
            continue
        seen.add(found)
        if found not in taken or _augment(taken[found], choices, taken, seen):
            taken[found] = gold
            return True
    return False
