"""What the lemmas of treebanks have that regular morphology does not foretell: the data of ``kg.lemmas``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from kg.lemmas import INFLECTIONS, NAMES, Known, Lemmas
from kg.lexicon import load_lexicon
from training.treebanks import Sentence

# Tags of word parts and addresses: their lemmas are those of something else, or none ("_").
NO_LEMMA = frozenset(("GW", "AFX", "ADD", "LS"))
NO_WORD = NAMES | {"FW", "ADD", "GW"}
MAJORITY, SURE = 0.5, 3


def attested_lemmas(sentences: Iterable[Sentence], known: Known) -> Lemmas:
    """Words that are written in lower case, and the lemmas of forms where most differ from the regular one.

    A lemma of a form in lower case holds for every spelling of it; names, and spellings with capitals that have a lemma
    of their own ("AM": "a.m."), are entered as they are written, these where attested twice.
    """
    rows = list(_rows(sentences))
    words = frozenset(form for form, tag, _ in rows if form.islower() and form.isalpha() and tag not in NO_WORD)
    counted: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, tag, lemma in rows:
        if lemma != "_" and tag not in NO_LEMMA:
            counted[tag, form].update([lemma])
            if tag not in NAMES and form != form.lower():
                counted[tag, form.lower()].update([lemma])
    exceptions: dict[str, dict[str, str]] = defaultdict(dict)
    lemmas = Lemmas(words, exceptions, load_lexicon().irregular)
    for (tag, form), found in sorted(counted.items(), key=lambda item: (item[0][1] != item[0][1].lower(), item[0])):
        lemma, times = found.most_common(1)[0]
        plain = form == form.lower() and tag not in NAMES
        if times <= MAJORITY * found.total() or not (plain or times > 1) or (plain and not _spelt(form, lemma, words)):
            continue
        if plain and tag in INFLECTIONS and _slip(form, lemma, times, lemmas, known):
            continue
        if {lemmas.of(form, tag, known, opens) for opens in (False, not plain)} != {lemma}:
            exceptions[tag][form] = lemma
    return lemmas


def _rows(sentences: Iterable[Sentence]) -> Iterator[tuple[str, str, str]]:
    for sentence in sentences:
        yield from ((word.text, word.xpos, word.lemma) for word in sentence.words)


def _slip(form: str, lemma: str, times: int, lemmas: Lemmas, known: Known) -> bool:
    """Whether a rare lemma is a typing error of the annotators': "fled" from "flead"."""
    return form in lemmas.irregular or (times < SURE and lemma not in lemmas.words and not known(lemma))


def _spelt(form: str, lemma: str, words: frozenset[str]) -> bool:
    """Whether a lemma says more of a form in lower case than that it has a capital elsewhere."""
    return form in words or lemma.lower() != form
