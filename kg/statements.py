"""Frame + ontology → Statement: participants resolved, the relation mapped, time and themes attached, ids given.

Subject and object stay those of the surface. Where the ontology's relation runs the other way, the exporter finds it
out as it was found here: by :meth:`kg.ontology.Ontology.relation` on the statement's own lemma, voice and types.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.confidence import confidence
from kg.identifiers import Participants, anchor, frame_id, surface_id
from kg.mapping import LITERAL
from kg.model import (
    Argument,
    Document,
    Evidence,
    Extraction,
    Frame,
    FrameLink,
    Link,
    Relation,
    Span,
    Spans,
    Statement,
    Value,
)
from kg.themes import find_themes

if TYPE_CHECKING:
    from kg.entities import Resolution
    from kg.ontology import Ontology
    from kg.scheme import Themes

# Relations that say how something is called, where it lies, who holds an office: no policy matter.
NAMING = frozenset(("be also known as", "be part of", "hold office"))


def to_statements(
    extraction: Extraction, resolution: Resolution, ontology: Ontology, themes: Themes
) -> tuple[Statement, ...]:
    """Give a document's statements, in the order of its frames.

    Of frames with the same surface the first makes the statement; :mod:`kg.report` counts the others as duplicates.
    """
    document = extraction.document
    participants = {frame.number: _participants(frame, document.id, resolution) for frame in extraction.frames}
    ids = {frame.number: _id(frame, document.id, participants[frame.number]) for frame in extraction.frames}
    kept: dict[str, Statement] = {}
    for frame in extraction.frames:
        own = ids[frame.number]
        if own not in kept:
            content = tuple(dict.fromkeys(ids[number] for number in frame.content if ids[number] != own))
            kept[own] = _statement(own, frame, participants[frame.number], content, document, ontology, themes)
    return tuple(kept.values())


def _participants(frame: Frame, document: str, resolution: Resolution) -> Participants:
    return Participants(
        subject=resolution.participant(document, frame.subject),
        object=resolution.participant(document, frame.object) if frame.object else None,
        arguments=tuple([resolution.argument(document, argument) for argument in frame.arguments]),
        attribution=tuple([_link(link, document, resolution) for link in frame.attribution]),
    )


def _id(frame: Frame, document: str, participants: Participants) -> str:
    reading = (frame.lemma, frame.polarity, frame.modality, frame.act, frame.deontic or "")
    return surface_id(document, frame.evidence, participants, frame.relation.spans, reading)


def _statement(
    own: str, frame: Frame, participants: Participants, content: tuple[str, ...], document: Document,
    ontology: Ontology, themes: Themes,
) -> Statement:  # fmt: skip
    subject, thing, arguments, attribution = participants
    kind = LITERAL if thing and thing.value and not thing.type else thing.type if thing else None
    mapped = ontology.relation(frame.lemma, frame.voice, subject.type, kind, has_object=thing is not None)
    start, end = frame.evidence
    return Statement(
        id=own,
        frame=frame_id(document.id, frame.clause),
        anchor=anchor(document.id, frame.evidence),
        document=document.id,
        sentence=frame.sentence,
        subject=subject,
        relation=Relation(
            text=frame.relation.text,
            spans=frame.relation.spans,
            lemma=frame.lemma,
            voice=frame.voice,
            predicate=mapped.predicate if mapped else None,
        ),
        object=thing,
        arguments=arguments,
        content=content,
        attribution=attribution,
        act=frame.act,
        deontic=frame.deontic,
        strength=frame.strength,
        form=frame.form,
        polarity=frame.polarity,
        modality=frame.modality,
        hedge=frame.hedge,
        stance=frame.stance,
        valence=frame.valence,
        time=_time(arguments),
        themes=find_themes(document.text, own_words(frame), themes),
        evidence=Evidence(start, end, document.text[start:end]),
        rule=frame.rule,
        confidence=confidence(frame.rule, document.text[frame.sentence.start : frame.sentence.end]),
    )


def own_words(frame: Frame) -> Spans:
    """Give the places in which a frame's themes are looked for: subject, relation, object and arguments, in order.

    Of a frame that only names (an acronym, an office, where a place lies) there are none, by the codebook. A clause
    that makes statements of its own is theirs ("urge enterprises to *implement …*"), and so is what a speaker says: of
    an act of speech, the subject is left out too, since a health minister's remark on trade is not about health.
    """
    if frame.lemma in NAMING:
        return ()
    phrases = [frame.object, *[argument.phrase for argument in frame.arguments]]
    if not frame.content or frame.object is not None:
        phrases.append(frame.subject)
    spans = [*frame.relation.spans]
    for phrase in phrases:
        if phrase is not None and not (frame.content and phrase.kind == "clause"):
            spans += phrase.spans
    return _joined(spans)


def _joined(spans: Sequence[Span]) -> Spans:
    """Put spans in text order, those that overlap made one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _link(link: FrameLink, document: str, resolution: Resolution) -> Link:
    return Link(
        speakers=tuple(resolution.participant(document, speaker) for speaker in link.speakers),
        cue=link.cue,
        mode=link.mode,
        explicit=link.explicit,
        sentence=link.sentence,
    )


def _time(arguments: Sequence[Argument]) -> Value | None:
    """Give the first date or interval that says when; a deadline is no such time."""
    for argument in arguments:
        value = argument.value
        if argument.role == "when" and value is not None and value.kind in ("date", "interval"):
            return value
    return None
