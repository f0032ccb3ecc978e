"""A frame in the making: its phrases are found, its number and its content are not yet."""

from __future__ import annotations

from msgspec import Struct

from kg.model import Frame, FrameArgument, FrameLink, Phrase, Sentence, Span, Words
from kg.tree import Token
from kg.triples.phrases import Context
from kg.triples.qualify import Quality


class Draft(Struct, frozen=True):
    """One predicate with one combination of its conjuncts.

    ``owner`` is the index of the predicate whose content this is (what says or urges it).
    """

    predicate: Token
    subject: Phrase
    relation: tuple[Token, ...]
    lemma: str
    verb: str
    passive: bool
    object: Phrase | None
    arguments: tuple[FrameArgument, ...]
    attribution: tuple[FrameLink, ...]
    quality: Quality
    rule: str
    owner: int | None = None


def to_frame(draft: Draft, number: int, content: tuple[int, ...], sentence: Sentence, context: Context) -> Frame:
    """The draft as a frame; ``content`` are the numbers of the frames that it governs."""
    quality = draft.quality
    relation = context.words(draft.relation)
    return Frame(
        number=number,
        sentence=sentence,
        clause=context.span(draft.predicate),
        subject=draft.subject,
        relation=relation,
        lemma=draft.lemma,
        verb=draft.verb,
        voice="passive" if draft.passive else "active",
        object=draft.object,
        arguments=draft.arguments,
        content=content,
        attribution=draft.attribution,
        act=quality.act,
        deontic=quality.deontic,
        strength=quality.strength,
        form=quality.form,
        polarity=quality.polarity,
        modality=quality.modality,
        hedge=context.words((quality.hedge,)) if quality.hedge is not None else None,
        stance=quality.stance,
        valence=quality.valence,
        evidence=_evidence(draft, relation),
        rule=draft.rule,
    )


def _evidence(draft: Draft, relation: Words) -> Span:
    """The shortest contiguous stretch that holds all the words of the frame, without the reporting clause."""
    spans = [*draft.subject.spans, *relation.spans]
    if draft.object is not None:
        spans += draft.object.spans
    for argument in draft.arguments:
        spans += argument.phrase.spans
    return (min(spans)[0], max([end for _, end in spans]))
