from __future__ import annotations

import dataclasses

from msgspec.structs import replace

from kg.model import FrameArgument
from kg.spacing import Spacing
from kg.triples.draft import Draft, to_frame
from kg.triples.phrases import Part, addressee, to_phrase
from kg.triples.qualify import Quality
from tests.docs import context_of, doc, sentence_of, token

SENTENCE = "We aim to end hunger."
PARSED = doc(SENTENCE)
CONTEXT = context_of(PARSED)
WE, AIM, TO, END, HUNGER, _ = PARSED
DRAFT = Draft(
    predicate=END, subject=to_phrase(Part(WE, (WE,)), CONTEXT), relation=(AIM, TO, END), lemma="end", verb="end",
    passive=False, object=to_phrase(Part(HUNGER, (HUNGER,)), CONTEXT), arguments=(), attribution=(),
    quality=Quality(act="commitment", strength=2, hedge=AIM), rule="control",
)  # fmt: skip


def test_a_draft_becomes_a_frame_with_its_number_and_content() -> None:
    frame = to_frame(DRAFT, 7, (8, 9), sentence_of(PARSED), CONTEXT)
    assert (frame.number, frame.content, frame.rule, frame.voice) == (7, (8, 9), "control", "active")
    assert (frame.act, frame.strength, frame.deontic, frame.polarity) == ("commitment", 2, None, "positive")
    assert frame.relation.text == "aim to end" and frame.hedge is not None and frame.hedge.text == "aim"
    assert SENTENCE[slice(*frame.clause)] == "end"


def test_a_passive_is_told() -> None:
    assert to_frame(replace(DRAFT, passive=True), 0, (), sentence_of(PARSED), CONTEXT).voice == "passive"


def test_the_evidence_is_the_shortest_stretch_that_holds_the_frames_words() -> None:
    whole = to_frame(DRAFT, 0, (), sentence_of(PARSED), CONTEXT)
    assert SENTENCE[slice(*whole.evidence)] == "We aim to end hunger"
    implied = replace(DRAFT, subject=addressee(END, "document", CONTEXT), relation=(END,))
    assert SENTENCE[slice(*to_frame(implied, 0, (), sentence_of(PARSED), CONTEXT).evidence)] == "end hunger"


def test_an_argument_is_part_of_the_evidence() -> None:
    sentence = "Ports will close by 2030."
    parsed = doc(sentence)
    context = context_of(parsed)
    ports, close, year = (token(parsed, word) for word in ("Ports", "close", "2030"))
    deadline = FrameArgument(to_phrase(Part(year, (year,)), context), "by", "deadline")
    draft = replace(
        DRAFT, predicate=close, subject=to_phrase(Part(ports, (ports,)), context), relation=(close,), object=None,
        arguments=(deadline,), quality=Quality(),
    )  # fmt: skip
    frame = to_frame(draft, 0, (), sentence_of(parsed), context)
    assert sentence[slice(*frame.evidence)] == "Ports will close by 2030"


def test_offsets_are_the_documents() -> None:
    shifted = to_frame(
        DRAFT, 0, (), sentence_of(PARSED), dataclasses.replace(CONTEXT, spacing=Spacing(PARSED.text, 100))
    )
    assert shifted.clause[0] == 100 + END.idx
