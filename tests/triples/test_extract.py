from __future__ import annotations

import dataclasses
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Extraction, Frame, Phrase, Words
from kg.triples import extract
from kg.triples.reference import SIDE
from tests.docs import ONTOLOGY, PLAIN, extract_docs, extraction, language_of, parsed_doc, right, tables
from tests.trees import TEXTS, any_language


def phrases(frame: Frame) -> list[Phrase]:
    named = (frame.subject, frame.object, *(argument.phrase for argument in frame.arguments))
    return [phrase for phrase in named if phrase is not None]


def check_words(words: Words | Phrase, text: str) -> None:
    assert words.text == " ".join(text[start:end] for start, end in words.spans)
    assert all(start < end for start, end in words.spans)
    assert words.spans == tuple(sorted(words.spans))


def check_frame(frame: Frame, text: str) -> None:
    start, end = frame.evidence
    assert frame.sentence.start <= start < end <= frame.sentence.end
    for phrase in phrases(frame):
        check_words(phrase, text)
        if phrase.via != SIDE:  # a label, and no words of the text
            check_words(phrase.core, text)
        assert phrase.text == phrase.text.strip() and bool(phrase.text) != phrase.implied
        assert all(start <= left and right <= end for left, right in phrase.spans)
    check_words(frame.relation, text)
    for link in frame.attribution:
        check_words(link.cue, text)
        for speaker in link.speakers:
            check_words(speaker, text)
        assert link.explicit == (link.mode != "continued")


def check_values(frame: Frame) -> None:
    assert (frame.deontic is not None) == (frame.act == "directive")
    assert (frame.strength is not None) == (frame.act in {"directive", "commitment"})
    assert frame.valence is None or frame.act == "evaluation"


def check(found: Extraction) -> None:
    """What holds of any extraction of any text, however odd its parse."""
    text, sentences = found.document.text, found.document.sentences
    assert [frame.number for frame in found.frames] == list(range(len(found.frames)))
    assert [frame.sentence.index for frame in found.frames] == sorted(f.sentence.index for f in found.frames)
    for frame in found.frames:
        assert sentences[frame.sentence.index] == (frame.sentence.start, frame.sentence.end)
        check_frame(frame, text)
        check_values(frame)
        for number in frame.content:
            assert number != frame.number and found.frames[number].sentence == frame.sentence
    assert list(sentences) == sorted(sentences)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in sentences)
    told = {f.sentence.index for f in found.frames} | {missing.sentence for missing in found.unmapped}
    assert told == set(range(len(sentences)))  # no sentence is silently dropped


@settings(max_examples=60)
@given(TEXTS, st.randoms(use_true_random=False))
def test_any_parse_of_any_text_gives_frames_that_hold_together(text: str, random: Random) -> None:
    check(extract(dataclasses.replace(PLAIN, text=text), any_language(random), ONTOLOGY))


def test_every_sentence_of_the_tests_gives_frames_that_hold_together() -> None:
    for sentence in tables():
        check(extraction(sentence))
    check(extraction(tuple(right()[:30]), *right()[-30:]))


def test_the_same_text_gives_the_same_frames() -> None:
    first, second = (extract_docs(*map(parsed_doc, right()[:20])) for _ in range(2))
    assert first == second


def test_frames_and_sentences_count_through_the_document() -> None:
    found = extraction(("Prices fell.", "Peru buys wheat and rice."), "Rome is the capital.", "A dry summer")
    assert [(f.number, f.sentence.index, f.verb) for f in found.frames] == [
        (0, 0, "fall"), (1, 1, "buy"), (2, 1, "buy"), (3, 2, "be"),
    ]  # fmt: skip
    text = found.document.text
    assert [text[start:end] for start, end in found.document.sentences] == [
        "Prices fell.", "Peru buys wheat and rice.", "Rome is the capital.", "A dry summer",
    ]  # fmt: skip


def test_offsets_count_code_points_also_behind_signs_of_two_words() -> None:
    found = extraction("Support farms and 🌾 crops.", "Prices fell.")
    evidence = [found.document.text[slice(*frame.evidence)] for frame in found.frames]
    assert evidence == ["Support farms", "Support farms and 🌾 crops", "Prices fell"]


@pytest.mark.parametrize(
    ("sentence", "reason", "text"),
    [
        ("A dry summer", "no predicate", "A dry summer"),
        ("Kenya Opens Big New Fair", "heading in title case", "Kenya Opens Big New Fair"),
        ("KENYA MINISTER OPENS FAIR", "heading in title case", "KENYA MINISTER OPENS FAIR"),
        ("The ministers' efforts to cut waste failed.", "part of a noun phrase", "cut"),
        ("The ministry raised taxes to protect forests.", "purpose of another clause", "protect"),
        ("Kenya helps ports instead of cutting aid.", "adjunct of another clause", "cutting"),
    ],
)
def test_what_makes_no_frame_is_counted_with_its_reason(sentence: str, reason: str, text: str) -> None:
    (missing,) = extraction(sentence).unmapped
    assert (missing.document, missing.sentence, missing.reason, missing.text) == (PLAIN.id, 0, reason, text)


def test_a_heading_in_title_case_makes_no_frames() -> None:
    assert extraction("Kenya Opens Big New Fair").frames == ()


def test_an_empty_document_has_neither_sentences_nor_frames() -> None:
    found = extract(dataclasses.replace(PLAIN, text="  \n"), language_of(lambda _: parsed_doc()), ONTOLOGY)
    assert (found.document.sentences, found.frames, found.unmapped) == ((), (), ())


def test_the_document_keeps_what_was_said_about_it() -> None:
    found = extraction("Prices fell.", issuer="Ministry of Trade", date="2023-07-01").document
    assert (found.id, found.issuer, found.date, found.sentences) == ("a", "Ministry of Trade", "2023-07-01", ((0, 12),))
