from __future__ import annotations

import pytest

from kg.model import Frame
from tests.docs import chain, frame_of, frames

SAID = "Wang said that prices fell."


def chains(*paragraphs: str | tuple[str, ...]) -> dict[str, list[str]]:
    """The chain of each frame, by its verb."""
    return {frame.verb: chain(frame) for frame in frames(*paragraphs)}


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        (SAID, "fall", ["Wang: said, indirect"]),
        (SAID, "say", []),
        ("Wang pointed out that prices fell and trade grew.", "grow", ["Wang: pointed out, indirect"]),
        ("Wang said that prices fell, and that trade grew.", "grow", ["Wang: said, indirect"]),
        ("Wang told reporters that prices fell.", "fall", ["Wang: told, indirect"]),
        ("Wang denied that prices fell.", "fall", ["Wang: denied, indirect"]),
        ("We recognise that prices fell.", "fall", ["We: recognise, indirect"]),
        # beside what it reports, before or behind its subject, or within it
        ("Prices fell, she said.", "fall", ["she: said, indirect"]),
        ("Prices fell, said Wang.", "fall", ["Wang: said, indirect"]),
        ("Prices fell, Wang denied.", "fall", ["Wang: denied, indirect"]),
        ("For now, he added, prices will fall.", "fall", ["he: added, indirect"]),
        ("The health ministry (HM) will, Wang said, pay.", "pay", ["Wang: said, indirect"]),
        # a second verb of the narrator's is not what was said
        ("Wang said that prices fell and praised farmers.", "praise", []),
        ("According to estimates, prices fell.", "fall", ["estimates: According to, according-to"]),
        ("Prices fell, according to Wang.", "fall", ["Wang: according to, according-to"]),
        # nobody is named who agreed
        ("It was agreed that the fund will close.", "close", [": agreed, indirect"]),
        ("It was found that prices fell.", "fall", [": found, indirect"]),
        ("It was agreed by ministers that the fund will close.", "close", ["ministers: agreed, indirect"]),
        # a noun that is voiced, and nouns that are not
        ("Wang shared the view that prices fell.", "fall", ["Wang: shared, indirect"]),
        ("Wang expressed concern that prices fell.", "fall", ["Wang: expressed, indirect"]),
        # a question reports nothing, a decision does
        ("The board will decide which ports close.", "close", []),
        ("The board will discuss whether prices fell.", "fall", []),
        ("The board decided that ports close.", "close", ["The board: decided, indirect"]),
        ("Wang asked whether prices fell.", "fall", ["Wang: asked, indirect"]),
        # a source within what somebody says
        ("Wang said that, according to estimates, trade is strong.", "be",
         ["Wang: said, indirect", "estimates: according to, according-to"]),
        ("Wang and Li said that prices fell.", "fall", ["Wang + Li: said, indirect"]),
        # outermost first
        ("Wang said that Kenya believes that prices fell.", "fall",
         ["Wang: said, indirect", "Kenya: believes, indirect"]),
        ("Wang said that Kenya believes that prices fell.", "believe", ["Wang: said, indirect"]),
        # whatever stands below what was said was said
        ("Wang said that if prices fall, ports will close.", "fall", ["Wang: said, indirect"]),
        ("Wang said that the law, which Li drafted, is unfair.", "draft", ["Wang: said, indirect"]),
        # titles within paraphrased speech are the document's
        ("Wang said that President Li sent a letter.", "hold office", []),
        ("Wang said that President Li sent a letter.", "send", ["Wang: said, indirect"]),
        # and within quotation marks the speaker's
        ("“President Li sent a letter,” Wang said.", "hold office", ["Wang: said, direct"]),
        # whom a directive verb urges
        ("Wang urged enterprises to implement the law.", "implement", ["Wang: urged, indirect"]),
        ("Wang urged enterprises to implement the law.", "urge", []),
        ("“Prices fell,” Wang said.", "fall", ["Wang: said, direct"]),
        ("“Prices fell,” Wang said.", "say", []),
        ("Wang said: “Prices fell.”", "fall", ["Wang: said, direct"]),
        ("“Trade grew.”", "grow", [": , direct"]),  # somebody's words, whoever it is
    ],
)  # fmt: skip
def test_what_is_reported_names_who_says_it_and_by_which_word(sentence: str, verb: str, expected: list[str]) -> None:
    assert chains(sentence)[verb] == expected


@pytest.mark.parametrize(
    ("sentence", "verb", "contents"),
    [
        (SAID, "say", ["fall"]),
        ("Prices fell, she said.", "say", ["fall"]),
        ("Prices fell, said Wang.", "say", ["fall"]),
        ("“Prices fell,” Wang said.", "say", ["fall"]),
        ("Wang pointed out that prices fell and trade grew.", "point out", ["fall", "grow"]),
        ("Wang said that prices fell and praised farmers.", "say", ["fall"]),
        ("Wang said that Kenya believes that prices fell.", "say", ["believe"]),
        ("Wang said that Kenya believes that prices fell.", "believe", ["fall"]),
        ("Wang urged enterprises to implement the law.", "urge", ["implement"]),
        ("Wang said that if prices fall, ports will close.", "say", ["close"]),
        ("Wang asked whether prices fell.", "ask", ["fall"]),
        ("Wang shared the view that prices fell.", "share", ["fall"]),
        ("Wang shared the report that prices fell.", "share", []),
        ("It was agreed that the fund will close.", "agree", ["close"]),
        ("It was found that prices fell.", "find", ["fall"]),
        ("Prices fell, Wang denied.", "deny", ["fall"]),
        ("The council adopted the law.", "adopt", []),
    ],
)
def test_an_act_of_speech_has_its_content(sentence: str, verb: str, contents: list[str]) -> None:
    found = frames(sentence)
    (frame,) = [frame for frame in found if frame.verb == verb]
    assert [found[number].verb for number in frame.content] == contents


def test_joint_speakers_stand_in_one_link_and_each_says_it() -> None:
    found = frames("Wang and Li said that prices fell.")
    assert [(f.subject.text, f.content) for f in found if f.verb == "say"] == [("Wang", (2,)), ("Li", (2,))]


IMPROVED = "Supply has improved."
CONTINUED = ["Wang: said, continued*"]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (((SAID, IMPROVED),), CONTINUED),
        (((SAID, "Deepen reform.", IMPROVED),), CONTINUED),
        (((SAID, "We will help farms.", IMPROVED),), CONTINUED),
        # the nearest words that open the speech are its cue
        (((SAID, "He added that trade grew.", IMPROVED),), ["He: added, continued*"]),
        # whoever "she" is goes on, and "it" does not
        ((("She said that prices fell.", IMPROVED),), ["She: said, continued*"]),
        ((("It said that prices fell.", IMPROVED),), []),
        ((("She said that prices fell.", "The fair opened in Turin.", IMPROVED),), []),
        # what they decided to do is told, what they want is still said
        (((SAID, "They decided to cut waste.", IMPROVED),), []),
        (((SAID, "They want to cut waste.", IMPROVED),), CONTINUED),
        # a new speaker takes over
        (((SAID, "Li said that ports closed.", IMPROVED),), ["Li: said, continued*"]),
        # it ends with what a narrator tells, and with the paragraph
        (((SAID, "The fair opened in Turin.", IMPROVED),), []),
        (((SAID,), IMPROVED), []),
        # "according to" opens no speech, and a document that says "we" speaks itself
        ((("According to estimates, prices fell.", IMPROVED),), []),
        ((("We recognise that prices fell.", IMPROVED),), []),
        ((IMPROVED,), []),
    ],
)
def test_speech_goes_on_until_somebody_else_speaks_or_something_else_is_told(
    paragraphs: tuple[str | tuple[str, ...], ...], expected: list[str]
) -> None:
    assert chain(frame_of("improve", *paragraphs)) == expected


@pytest.mark.parametrize(
    ("sentence", "verb"), [("Deepen reform.", "deepen"), ("We will help farms.", "help"), (IMPROVED, "improve")]
)
def test_orders_promises_and_claims_go_on_with_speech(sentence: str, verb: str) -> None:
    frame = frame_of(verb, (SAID, sentence))
    assert chain(frame) == CONTINUED
    assert frame.attribution[0].sentence.index == 0  # where speaker and cue stand


def test_a_source_that_is_named_takes_the_place_of_the_speaker_before() -> None:
    frame = frame_of("be", (SAID, "According to estimates, trade is strong."))
    assert chain(frame) == ["estimates: According to, according-to"]


@pytest.mark.parametrize(
    ("sentence", "expected"), [("They decided to cut waste.", []), ("They want to cut waste.", CONTINUED)]
)  # fmt: skip
def test_what_others_decided_is_told_and_what_they_want_is_said(sentence: str, expected: list[str]) -> None:
    assert chain(frame_of("cut", (SAID, sentence))) == expected


def test_what_nobody_shares_is_claimed_by_nobody() -> None:
    frame = frame_of("fall", "Wang did not share the view that prices fell.")
    assert (frame.act, frame.modality) == ("assertion", "possible")


def test_a_narrated_event_is_the_documents_own_word() -> None:
    assert chain(frame_of("open", (SAID, "The fair opened in Turin."))) == []


def everything(paragraphs: tuple[str | tuple[str, ...], ...]) -> list[Frame]:
    return [frame for frame in frames(*paragraphs) if frame.verb != "say"]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (("“Prices fell.", "Trade grew,” Wang said."),),
        ("“Prices fell.", "“Trade grew,” Wang said."),
        (("“Prices fell.", IMPROVED), "“Trade grew,” Wang said."),
    ],
)
def test_a_quotation_over_sentences_and_paragraphs_is_its_speakers_who_is_named_at_its_end(
    paragraphs: tuple[str | tuple[str, ...], ...],
) -> None:
    found = everything(paragraphs)
    assert len(found) > 1
    for frame in found:
        assert [s.text for s in frame.attribution[0].speakers] == ["Wang"]
        assert frame.attribution[0].mode == "direct"


def test_what_follows_a_colon_is_said_over_paragraphs_until_another_speaks() -> None:
    found = frames("The minister said:", "Prices fell.", "Deepen reform.", "Li said that ports closed.", IMPROVED)
    by_verb = {frame.verb: [s.text for link in frame.attribution for s in link.speakers] for frame in found}
    assert by_verb["fall"] == by_verb["deepen"] == ["The minister"]
    assert by_verb["close"] == ["Li"]
    assert by_verb["improve"] == []


def test_the_addressee_of_a_reported_order_is_its_speakers() -> None:
    frame = frame_of("deepen", (SAID, "Deepen reform."))
    assert frame.subject.implied and frame.subject.lemma == "Wang"
