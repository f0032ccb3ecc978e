"""Small values of the model for tests: participants, arguments and statements with consistent offsets."""

from __future__ import annotations

from kg.identifiers import frame_id, identified
from kg.model import Argument, Evidence, Link, Participant, Relation, Role, Sentence, Statement

SENTENCE = Sentence(0, 0, 200)


def participant(text: str, start: int, entity: str | None = None, type: str | None = None) -> Participant:
    """Give a participant whose words stand at ``start``; an implied one for no words."""
    spans = ((start, start + len(text)),) if text else ()
    return Participant(text, spans, text or None, entity, type, None, not text, None)


def argument(text: str, start: int, preposition: str | None, role: Role) -> Argument:
    spans = ((start, start + len(text)),) if text else ()
    return Argument(text, spans, text or None, None, None, None, not text, None, preposition, role)


def statement(
    *,
    document: str = "a-letter-1a2b3c4d",
    sentence: Sentence = SENTENCE,
    subject: Participant,
    relation: tuple[str, int, str],
    object: Participant | None = None,
    arguments: tuple[Argument, ...] = (),
    attribution: tuple[Link, ...] = (),
) -> Statement:
    """Give an asserted statement; ``relation`` is its words, where they start, and the lemma."""
    words, start, lemma = relation
    verb = (start, start + len(words))
    places = [verb, *subject.spans, *(object.spans if object else ()), *(s for a in arguments for s in a.spans)]
    begin, end = min(place[0] for place in places), max(place[1] for place in places)
    return identified(
        Statement(
            id="", frame=frame_id(document, verb), anchor="", document=document, sentence=sentence,
            subject=subject, relation=Relation(words, (verb,), lemma, "active", None), object=object,
            arguments=arguments, content=(), attribution=attribution, act="assertion", deontic=None, strength=None,
            form=None, polarity="positive", modality="actual", hedge=None, stance=None, valence=None, time=None,
            themes=(), evidence=Evidence(begin, end, "·" * (end - begin)), rule="test", confidence=None,
        )
    )  # fmt: skip
