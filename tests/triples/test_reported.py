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
        # nobody has proposed yet what he is asked to propose
        ("Wang asked banks to review fees and propose that ports close.", "close", ["Wang: asked, indirect"]),
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
        # quoted is what has its predicate in the marks, not what has a word in them
        ("Wang said that “cheap” prices fell.", "fall", ["Wang: said, indirect"]),
        ('Wang said that prices fell "sharply".', "fall", ["Wang: said, indirect"]),
        ('Wang said that prices "fell sharply".', "fall", ["Wang: said, direct"]),
        ("“Trade grew.”", "grow", [": , direct"]),  # somebody's words, whoever it is
        # as somebody says; what is announced itself is no clause beside
        ("As Wang announced, prices fell.", "fall", ["Wang: announced, indirect"]),
        ("As Wang announced, prices fell.", "announce", []),
        ("As Wang announced the law, prices fell.", "fall", []),
        # a view has whoever holds it as its speaker, a house has none
        ("In her view, prices fell.", "fall", ["her: In view, according-to"]),
        ("By its own estimate, trade is strong.", "be", ["its: By estimate, according-to"]),
        ("In her house, prices fell.", "fall", []),
        # both halves of a quotation, and what stands between them
        ("“Prices fell,” Wang said, “and trade grew.”", "fall", ["Wang: said, direct"]),
        ("“Prices fell,” Wang said, “and trade grew.”", "grow", ["Wang: said, direct"]),
        ("“Prices fell,” Wang said, “and trade grew.”", "say", []),
        ("Her party, she said, would vote.", "vote", ["she: said, indirect"]),
        ("Some farms, she added, had closed.", "close", ["she: added, indirect"]),
        ("Some farms that she mentioned closed.", "close", []),
        ("“Did prices fall?” Wang asked.", "fall", ["Wang: asked, direct"]),
        ("“Did prices fall?” asked Wang.", "fall", ["Wang: asked, direct"]),
        ("Wang told reporters: “Prices fell.”", "fall", ["Wang: told, direct"]),
        ("Wang told delegates that ports closed.", "close", ["Wang: told, indirect"]),
        # reports that are denied, and reports that are read
        ("Wang denied reports that prices fell.", "fall", ["Wang: denied, indirect"]),
        ("Wang asked ports to close, stressing that prices fell.", "fall", ["Wang: stressing, indirect"]),
        ("Wang asked ports to close, stressing that prices fell.", "stress", []),
        ("Wang asked ports to close, cutting waste.", "cut", ["Wang: asked, indirect"]),
        ("Wang is confident that prices will fall.", "fall", ["Wang: confident, indirect"]),
        ("It is clear that prices fell.", "fall", []),
        ("According to the ministry, spending on pensions will rise.", "rise",
         ["the ministry: According to, according-to"]),
        ("Ports are closed according to law.", "close", []),
        # what was reported is something else
        ("Peru will not close ports, as had been reported.", "close", []),
        # nobody urges or allows yet
        ("Wang asked them to urge towns to close.", "close", ["Wang: asked, indirect"]),
        ("Ports must not allow fires to spread.", "spread", []),
        ("Wang asked ports to cut waste.", "cut", ["Wang: asked, indirect"]),
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
        ("As Wang announced, prices fell.", "announce", ["fall"]),
        ("As Wang announced the law, prices fell.", "announce", []),
        ("“Prices fell,” Wang said, “and trade grew.”", "say", ["fall", "grow"]),
        ("Her party, she said, would vote.", "say", ["vote"]),
        ("Wang denied reports that prices fell.", "deny", ["fall"]),
        ("Wang read reports that prices fell.", "read", []),
        ("It is essential that ports close.", "be", ["close"]),
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


def test_a_finite_clause_does_not_borrow_a_subject() -> None:
    assert [frame.verb for frame in frames("Peru will not close ports, as had been reported.")] == ["close"]


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


def test_what_a_speaker_tells_of_others_leaves_him_speaking() -> None:
    found = {
        frame.verb: chain(frame)
        for frame in frames("The minister said:", "The report has found that prices fell.", IMPROVED)
    }
    assert found["find"] == found["improve"] == ["The minister: said, continued*"]
    assert found["fall"] == ["The minister: said, continued*", "The report: found, indirect"]


def test_an_order_told_within_a_quotation_opens_no_speech() -> None:
    found = frames(("“Prices fell.", "The envoy asked ports to cut waste.", IMPROVED), "“Trade grew,” Wang said.")
    speakers = {frame.verb: [s.text for link in frame.attribution for s in link.speakers] for frame in found}
    assert speakers["ask"] == speakers["improve"] == speakers["grow"] == ["Wang"]
    assert speakers["cut"] == ["Wang", "The envoy"]


def test_the_addressee_of_a_reported_order_is_its_speakers() -> None:
    frame = frame_of("deepen", (SAID, "Deepen reform."))
    assert frame.subject.implied and frame.subject.lemma == "Wang"


ASKED, HANDLE = "Wang asked ports to cut waste.", "Strictly handle complaints."


@pytest.mark.parametrize(
    ("paragraph", "issuer", "expected"),
    [
        ((ASKED, HANDLE), None, ["Wang: asked, continued*"]),
        ((ASKED, "Ports must close.", HANDLE), None, ["Wang: asked, continued*"]),
        # nobody ordered, a body did, or the issuer, whose document it is
        (("Ports are encouraged to cut waste.", HANDLE), None, []),
        (("The council asked ports to cut waste.", HANDLE), None, []),
        ((ASKED, HANDLE), "Wang", []),
        # what is told between them ends it
        ((ASKED, "Prices fell.", HANDLE), None, []),
        ((HANDLE,), None, []),
    ],
)
def test_a_persons_order_opens_the_orders_that_follow(
    paragraph: tuple[str, ...], issuer: str | None, expected: list[str]
) -> None:
    assert chain(frame_of("handle", paragraph, issuer=issuer)) == expected


@pytest.mark.parametrize("paragraph", [(ASKED, IMPROVED), (ASKED, HANDLE, IMPROVED)])
def test_an_order_opens_orders_alone(paragraph: tuple[str, ...]) -> None:
    assert chain(frame_of("improve", paragraph)) == []


@pytest.mark.parametrize(
    ("before", "issuer", "expected"),
    [
        ("The board decided that ports close.", None, ["The board: decided, continued*"]),
        ("The board decided that ports close.", "Trade Board", []),
        (SAID, "Trade Board", CONTINUED),
        (SAID, "Wang", []),
        # who hopes or expects says no more
        ("Wang hopes that prices fell.", None, []),
        ("Wang expects that prices fell.", None, []),
    ],
)
def test_nobody_speaks_on_behind_the_issuers_word_or_a_hope(
    before: str, issuer: str | None, expected: list[str]
) -> None:
    assert chain(frame_of("handle", (before, HANDLE), issuer=issuer)) == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (("The minister said:", "We agreed that prices fell."), ["The minister: said, continued*"]),
        (("We agreed that prices fell.",), []),
        (("The minister said:", "Li said that ports closed.", "We agreed that prices fell."), []),
    ],
)
def test_the_first_person_within_somebodys_speech_takes_nothing_over(
    paragraphs: tuple[str, ...], expected: list[str]
) -> None:
    found = {frame.verb: frame for frame in frames(*paragraphs)}
    assert chain(found["agree"]) == expected
    assert chain(found["fall"]) == [*expected, "We: agreed, indirect"]


def test_speech_goes_on_behind_its_first_person() -> None:
    paragraphs = ("The minister said:", "We agreed that prices fell.", IMPROVED)
    assert chain(frame_of("improve", *paragraphs)) == ["The minister: said, continued*"]
    assert chain(frame_of("improve", *paragraphs[1:])) == []
