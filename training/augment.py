"""Treebank sentences → sentences as policy texts have them: orders without a subject, lists of them, headlines.

An order is made from a clause with a modal verb: "The council will strengthen supervision." gives "Strengthen
supervision.", with an adverb of manner before it now and then. Orders are joined to lists ("Strengthen supervision,
train staff, and …") and hung on a clause with a subject. A headline has capitals and no full stop.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from training.treebanks import Sentence, Word

LONGEST_ITEM = 14  # words of an item in a list
HEADLINE = range(5, 17)
SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
ADVERB_BEFORE = 0.35  # share of orders that get an adverb
SUBJECT_LEADS = 0.4  # share of lists that begin with a clause that has its subject
HEADLINES = 0.08  # share of the sentences fit for one


def augmented(sentences: Sequence[Sentence], seed: int) -> Iterator[Sentence]:
    """New sentences made from those of a treebank, in their order; the drawing depends on the seed alone."""
    chance = random.Random(seed)
    adverbs = sorted({word.text.lower() for sentence in sentences for word in sentence.words if _manner(word)})
    items: list[tuple[Word, ...]] = []
    for sentence in sentences:
        if len(sentence.words) in HEADLINE and sentence.words[-1].text == "." and chance.random() < HEADLINES:
            yield _sentence(_headline(sentence.words))
        order = imperative(sentence.words)
        if order is None:
            continue
        if adverbs and order[0].dep == "root" and chance.random() < ADVERB_BEFORE:
            order = _with_adverb(order, chance.choice(adverbs))
        yield _sentence(_capitalised(order))
        if len(order) > LONGEST_ITEM or order[-1].text != ".":
            continue
        if len(items) >= chance.randint(1, 3):
            lead = sentence.words if chance.random() < SUBJECT_LEADS else order
            yield _sentence(_capitalised(listed(lead, items, chance.random() < 0.8)))
            items = []
        else:
            items.append(order)


def imperative(words: Sequence[Word]) -> tuple[Word, ...] | None:
    """The clause without its subject and modal verb; None where it is no plain clause with both."""
    root = next(i for i, word in enumerate(words) if word.dep == "root")
    if words[root].xpos != "VB" or any(word.text == "?" for word in words):
        return None
    own = [(i, word) for i, word in enumerate(words) if word.head == root and i < root]
    subject = [i for i, word in own if word.dep == "nsubj"]
    modals = [i for i, word in own if word.dep == "aux" and word.xpos == "MD"]
    others = [word for _, word in own if word.dep not in ("nsubj", "aux", "advmod") or word.lemma in ("not", "never")]
    if len(subject) != 1 or len(modals) != 1 or others or any(w.dep == "aux" and w.xpos != "MD" for _, w in own):
        return None
    dropped = _subtree(words, subject[0]) | {modals[0]}
    if any(i < min(dropped) for i in range(root) if i not in dropped):
        return None
    kept = [word if i != root else replace(word, feats="Mood=Imp|VerbForm=Fin") for i, word in enumerate(words)]
    return _without(kept, dropped)


def listed(lead: Sequence[Word], items: Sequence[Sequence[Word]], serial_comma: bool) -> tuple[Word, ...]:
    """One sentence: the lead without its full stop, then the items as its conjuncts, the last behind "and"."""
    words = list(_stopless(lead))
    first = next(i for i, word in enumerate(words) if word.dep == "root")
    words[-1] = replace(words[-1], space_after=False)
    for number, item in enumerate(items, start=1):
        body = _stopless(item)
        last = number == len(items)
        comma, conjunction = not last or serial_comma, last
        root = len(words) + comma + conjunction + next(i for i, word in enumerate(body) if word.dep == "root")
        if comma:
            words.append(Word(",", ",", "PUNCT", ",", "_", root, "punct", True))
        else:
            words[-1] = replace(words[-1], space_after=True)
        if conjunction:
            words.append(Word("and", "and", "CCONJ", "CC", "_", root, "cc", True))
        base = len(words)
        for word in body:
            head, dep = (first, "conj") if word.dep == "root" else (base + word.head, word.dep)
            words.append(replace(word, head=head, dep=dep))
        words[-1] = replace(words[-1], space_after=False)
        words[base] = _lowered(words[base])
    return (*words, Word(".", ".", "PUNCT", ".", "_", first, "punct", True))


def _sentence(words: Iterable[Word]) -> Sentence:
    return Sentence(tuple(words), opens_document=False, opens_paragraph=False)


def _manner(word: Word) -> bool:
    return word.xpos == "RB" and word.text.lower().endswith("ly") and word.dep == "advmod" and len(word.text) > 6


def _subtree(words: Sequence[Word], top: int) -> set[int]:
    found, before = {top}, 0
    while len(found) > before:
        before = len(found)
        found |= {i for i, word in enumerate(words) if word.head in found and word.dep != "root"}
    return found


def _without(words: Sequence[Word], dropped: set[int]) -> tuple[Word, ...] | None:
    """The words that are left, with their heads' new places; None where one hung on a dropped word."""
    kept = [i for i in range(len(words)) if i not in dropped]
    place = {old: new for new, old in enumerate(kept)}
    if any(words[i].head not in place for i in kept):
        return None
    return tuple(replace(words[i], head=place[words[i].head]) for i in kept)


def _with_adverb(words: Sequence[Word], adverb: str) -> tuple[Word, ...]:
    """The adverb before a root that is the first word."""
    moved = [replace(word, head=word.head + 1) for word in words]
    return (Word(adverb, adverb, "ADV", "RB", "_", 1, "advmod", True), *moved)


def _stopless(words: Sequence[Word]) -> Sequence[Word]:
    return words[:-1] if words[-1].text == "." and all(word.head != len(words) - 1 for word in words[:-1]) else words


def _capitalised(words: Sequence[Word]) -> tuple[Word, ...]:
    return (replace(words[0], text=words[0].text[0].upper() + words[0].text[1:]), *words[1:])


def _lowered(word: Word) -> Word:
    return word if word.upos in ("PROPN", "X") or word.text.isupper() else replace(word, text=word.text.lower())


def _headline(words: Sequence[Word]) -> tuple[Word, ...]:
    """Capitals for all but small words and the second halves of "don't" and "co-operate"."""
    capitals = [words[0]]
    for before, word in pairwise(words):
        small = word.text in SMALL_WORDS or not before.space_after
        capitals.append(word if small else replace(word, text=word.text[0].upper() + word.text[1:]))
    return _capitalised(_stopless(capitals))
