"""Two frames of one sentence, for tests of what comes after extraction."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from kg.model import Document, Frame, FrameLink, Phrase, Sentence, Span, Value, Words

TEXT = "The Health Minister said that China will join the trade pact on May 5 by 2030."
SENTENCE = Sentence(0, 0, len(TEXT))
DOCUMENT = Document("a-1a2b3c4d", "A", TEXT, None, None, None, None, "en", "a.txt", "0", ((0, len(TEXT)),))
DAY = Value("date", "2021-05-05", precision="day")


def place(words: str) -> Span:
    start = TEXT.index(words)
    return (start, start + len(words))


def words(text: str) -> Words:
    return Words(text, (place(text),))


def phrase(text: str, kind: Any = "noun", value: Value | None = None) -> Phrase:
    return Phrase(text, (place(text),), place(text.split()[-1]), text.casefold(), words(text), kind, value=value)


MINISTER, CHINA, PACT = phrase("The Health Minister"), phrase("China", "name"), phrase("the trade pact")
SAID = Frame(
    number=0, sentence=SENTENCE, clause=place("said"), subject=MINISTER, relation=words("said"), lemma="say",
    verb="say", voice="active", object=None, arguments=(), content=(1,), attribution=(), act="assertion", deontic=None,
    strength=None, form=None, polarity="positive", modality="actual", hedge=None, stance=None, valence=None,
    evidence=(0, place("said")[1]), rule="reported",
)  # fmt: skip
JOIN = replace(
    SAID, number=1, clause=place("join"), subject=CHINA, relation=words("will join"), lemma="join", verb="join",
    object=PACT, content=(), act="commitment", strength=4, form="modal", evidence=(place("China")[0], place("pact")[1]),
    attribution=(FrameLink((MINISTER,), words("said"), "indirect", True, SENTENCE),), rule="verbal",
)  # fmt: skip
