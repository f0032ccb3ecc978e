from __future__ import annotations

import pytest
from msgspec.structs import replace

from kg.model import Frame, FrameArgument, Mode, Name, Phrase, Sentence, Words
from kg.triples.reference import SIDE, SPEAKER, VIA, Antecedents
from tests.docs import extraction, frame_of, frames
from tests.frames import JOIN, SAID

SAID_LINK = JOIN.attribution[0]


def phrase(text: str, start: int, kind: str = "noun", label: str | None = None, plural: bool = False) -> Phrase:
    """A participant that begins at ``start``: a name where it has a label."""
    span = (start, start + len(text))
    name = Name(text, span, label) if label else None
    words = Words(text, (span,))
    return Phrase(text, (span,), span, text.lower(), words, kind, name=name, plural=plural)  # type: ignore[arg-type]


def frame(subject: Phrase, sentence: int = 0, lemma: str = "act", **more: object) -> Frame:
    place = Sentence(sentence, 100 * sentence, 100 * sentence + 99)
    plain = replace(SAID, subject=subject, sentence=place, lemma=lemma, content=(), attribution=())
    return replace(plain, **more)


def subjects(*frames: Frame, issuer: str | None = None) -> list[tuple[str, str | None]]:
    """What the subjects of a paragraph's frames, a sentence a call, stand for, and why."""
    antecedents = Antecedents(issuer)
    resolved = [one for single in frames for one in antecedents.resolve([single])]
    return [(one.subject.core.text, one.subject.via) for one in resolved]


ANA, LI = phrase("Ana Sousa", 0, "name", "PERSON"), phrase("Li Wei", 20, "name", "PERSON")
COUNCIL, PORTS = phrase("the council", 0), phrase("ports", 0, plural=True)


@pytest.mark.parametrize(
    ("first", "pronoun", "expected"),
    [
        (ANA, "She", ("Ana Sousa", VIA)),
        (COUNCIL, "It", ("the council", VIA)),
        (PORTS, "They", ("ports", VIA)),
        # number and kind must fit
        (ANA, "It", ("It", None)),
        (COUNCIL, "They", ("They", None)),
        (PORTS, "It", ("It", None)),
        (COUNCIL, "He", ("He", None)),
        (ANA, "this", ("this", None)),
    ],
)
def test_a_pronoun_stands_for_the_subject_before(first: Phrase, pronoun: str, expected: tuple[str, str | None]) -> None:
    assert subjects(frame(first), frame(phrase(pronoun, 100, "pronoun"), 1))[1] == expected


def test_its_words_stay() -> None:
    resolved = Antecedents(None)
    resolved.resolve([frame(ANA)])
    (one,) = resolved.resolve([frame(phrase("She", 100, "pronoun"), 1)])
    assert (one.subject.text, one.subject.spans, one.subject.name) == ("She", ((100, 103),), ANA.name)


def test_of_two_persons_neither_is_guessed() -> None:
    antecedents = Antecedents(None)
    antecedents.resolve([frame(ANA), frame(LI)])
    (one,) = antecedents.resolve([frame(phrase("She", 100, "pronoun"), 1)])
    assert one.subject.via is None


def test_a_person_is_not_looked_for_far_back() -> None:
    she = [frame(phrase("She", 100 * n, "pronoun"), n) for n in (2, 3)]
    assert subjects(frame(ANA), she[0])[-1] == ("Ana Sousa", VIA)
    assert subjects(frame(ANA), she[1])[-1] == ("She", None)


def test_it_was_the_first_increase_points_to_no_subject() -> None:
    assert subjects(frame(COUNCIL), frame(phrase("It", 100, "pronoun"), 1, "be"))[-1] == ("It", None)


def test_of_a_condition_and_its_main_clause_the_main_subject_is_meant() -> None:
    party = phrase("the party", 40)
    condition = FrameArgument(phrase("the council agrees", 3, "clause"), "if", "condition")
    antecedents = Antecedents(None)
    antecedents.resolve([frame(COUNCIL), frame(party, arguments=(condition,))])
    (one,) = antecedents.resolve([frame(phrase("It", 100, "pronoun"), 1)])
    assert one.subject.core.text == "the party"


def test_a_speaker_that_is_a_pronoun_is_resolved_too() -> None:
    she = phrase("she", 120, "pronoun")
    link = replace(SAID_LINK, speakers=(she,))
    antecedents = Antecedents(None)
    antecedents.resolve([frame(ANA)])
    (one,) = antecedents.resolve([frame(phrase("prices", 130, plural=True), 1, attribution=(link,))])
    assert one.attribution[0].speakers[0].core.text == "Ana Sousa"


@pytest.mark.parametrize(
    ("issuer", "speakers", "expected"),
    [
        ("G20", (), ("G20", SIDE)),
        (None, (), ("We", None)),
        ("G20", (ANA,), ("Ana Sousa", SIDE)),  # the side of who speaks
        ("G20", (ANA, LI), ("We", None)),
    ],
)
def test_we_is_the_side_of_who_speaks_and_nobodys_entity(
    issuer: str | None, speakers: tuple[Phrase, ...], expected: tuple[str, str | None]
) -> None:
    chain = (replace(SAID_LINK, speakers=speakers),) if speakers else ()
    (one,) = Antecedents(issuer).resolve([frame(phrase("We", 50, "pronoun"), attribution=chain)])
    assert (one.subject.core.text, one.subject.via) == expected
    assert one.subject.name is None


@pytest.mark.parametrize(
    ("mode", "speakers", "expected"),
    [
        ("direct", (ANA,), ("Ana Sousa", SPEAKER)),
        ("continued", (ANA,), ("Ana Sousa", SPEAKER)),
        ("indirect", (ANA,), ("I", None)),  # "she said that I …": it may be who tells it
        ("direct", (ANA, LI), ("I", None)),
        ("direct", (phrase("The fund", 0),), ("I", None)),  # nobody who says "I"
        ("direct", (), ("I", None)),
    ],
)
def test_i_is_the_person_whose_own_words_these_are(
    mode: Mode, speakers: tuple[Phrase, ...], expected: tuple[str, str | None]
) -> None:
    link = replace(SAID_LINK, speakers=speakers, mode=mode)
    (one,) = Antecedents("G20").resolve([frame(phrase("I", 50, "pronoun"), attribution=(link,))])
    assert (one.subject.core.text, one.subject.via) == expected
    assert (one.subject.name is None) == (expected[1] is None)


def test_the_issuers_own_i_is_nobody_in_particular() -> None:
    (one,) = Antecedents("G20").resolve([frame(phrase("I", 50, "pronoun"))])
    assert one.subject.via is None


@pytest.mark.parametrize(
    ("pronoun", "expected"), [("I", ("Ana Sousa", SPEAKER)), ("We", ("Ana Sousa", SIDE)), ("She", ("She", None))]
)
def test_a_first_person_who_speaks_is_who_speaks_in_the_link_above(
    pronoun: str, expected: tuple[str, str | None]
) -> None:
    above = replace(SAID_LINK, speakers=(ANA,), mode="direct")
    own = replace(SAID_LINK, speakers=(phrase(pronoun, 40, "pronoun"),))
    (one,) = Antecedents("G20").resolve([frame(phrase("prices", 50, plural=True), attribution=(above, own))])
    (speaker,) = one.attribution[1].speakers
    assert (speaker.core.text, speaker.via) == expected


# --- On parsed paragraphs ---------------------------------------------------------------------------------------------

WANG, PRAISE, MINISTRY = "Wang opened the fair.", "He praised nurses.", "The ministry opened the fair."
FELL, IMPROVED = "Prices fell.", "Supply has improved."


def praising(*paragraphs: str | tuple[str, ...], issuer: str | None = None) -> Phrase:
    """The subject of the only frame that praises."""
    return frame_of("praise", *paragraphs, issuer=issuer).subject


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ((WANG, PRAISE), "Wang"),
        ((WANG, "She praised nurses."), "Wang"),  # no name tells a man from a woman
        # subjects alone, and the nearest one
        (("Wang met Li.", PRAISE), "Wang"),
        ((WANG, "Li said that ports closed.", PRAISE), "Li"),
        (("Li said that ports closed.", WANG, PRAISE), "Wang"),
        # not where the sentence has two, also where one of them stands further back
        (("Wang left and Li stayed.", PRAISE), "He"),
        ((WANG, "Wang left and Li stayed.", PRAISE), "He"),
        # two sentences back, and not three
        ((WANG, FELL, PRAISE), "Wang"),
        ((WANG, FELL, IMPROVED, PRAISE), "He"),
        # bodies and groups are no person, and nobody stands before
        ((MINISTRY, PRAISE), "He"),
        (("Ministers opened the fair.", PRAISE), "He"),
        ((PRAISE, WANG), "He"),
    ],
)
def test_he_and_she_are_the_person_last_spoken_of_where_it_is_one(paragraph: tuple[str, ...], expected: str) -> None:
    assert praising(paragraph).core.text == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ((MINISTRY, "It praised nurses."), "ministry"),
        (("Ministers opened the fair.", "They praised nurses."), "Ministers"),
        ((MINISTRY, "They praised nurses."), "They"),
        (("Ministers opened the fair.", "It praised nurses."), "It"),
        ((WANG, "It praised nurses."), "It"),
        # the sentence before alone, whatever stands in it
        ((MINISTRY, FELL, "It praised nurses."), "It"),
        ((MINISTRY, "Deepen reform.", "It praised nurses."), "It"),
        # through another pronoun
        ((MINISTRY, "It supports the plan of Kenya's minister.", "It praised nurses."), "ministry"),
        # whom the main clause is about, not its condition; else the first clause
        (("If prices fall, the bank will act.", "It praised nurses."), "bank"),
        (("If prices fall, the bank will act.", "They praised nurses."), "They"),
        (("Wang said that prices fell.", "They praised nurses."), "They"),
    ],
)
def test_it_and_they_are_the_subject_of_the_sentence_before(paragraph: tuple[str, ...], expected: str) -> None:
    assert praising(paragraph).core.text == expected


@pytest.mark.parametrize(
    ("paragraph", "lemma", "expected"),
    [
        (("The ministry said that it will close ports.",), "close", "ministry"),
        (("Ministers said that they will close ports.",), "close", "Ministers"),
        (("Wang said that it will hurt farms.",), "hurt", "it"),
        (("Wang said that they will close ports.",), "close", "they"),
        ((MINISTRY, "It was the first increase."), "be", "It"),  # it points to nothing
    ],
)
def test_a_subject_of_the_same_sentence_is_meant(paragraph: tuple[str, ...], lemma: str, expected: str) -> None:
    assert frame_of(lemma, paragraph).subject.core.text == expected


@pytest.mark.parametrize(("first", "second"), [(WANG, PRAISE), (MINISTRY, "It praised nurses.")])
def test_a_pronoun_looks_back_within_its_paragraph_alone(first: str, second: str) -> None:
    assert praising((first, second)).via == VIA
    apart = praising(first, second)
    assert (apart.core.text, apart.via, apart.name) == (second.split()[0], None, None)


def test_a_pronoun_keeps_its_words_and_takes_name_and_titles() -> None:
    paragraph = ("Finance Minister Ana Sousa opened the fair.", PRAISE)
    text, he = extraction(paragraph).document.text, praising(paragraph)
    assert (he.text, he.kind, he.via) == ("He", "pronoun", VIA)
    assert [text[start:end] for start, end in he.spans] == ["He"]
    assert [text[start:end] for start, end in he.core.spans] == ["Ana Sousa"]
    assert he.name is not None and (he.name.text, he.name.label) == ("Ana Sousa", "PERSON")
    assert [title.text for title in he.titles] == ["Finance Minister"]


@pytest.mark.parametrize(
    ("sentence", "issuer", "expected"),
    [
        ("We praised nurses.", "Ministry of Trade", "Ministry of Trade"),
        ("We praised nurses.", None, "We"),
        # who speaks, and not the issuer; two speakers have no side with a name
        ("Wang said that we praised nurses.", "Ministry of Trade", "Wang"),
        ("Wang and Li said that we praised nurses.", None, "we"),
        ("Wang and Li said that we praised nurses.", "Ministry of Trade", "we"),
    ],
)
def test_a_first_person_is_labelled_by_whose_word_it_is(sentence: str, issuer: str | None, expected: str) -> None:
    we = praising(sentence, issuer=issuer)
    assert we.core.text == expected and we.name is None
    assert (we.via == SIDE) == (we.core.spans == ()) == (expected.lower() != "we")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ((WANG, "He said that prices fell."), "Wang"),
        ((WANG, "Prices fell, she said."), "Wang"),
        ((MINISTRY, "It said that prices fell."), "ministry"),
        (("Wang left and Li stayed.", "He said that prices fell."), "He"),
        ((MINISTRY, "He said that prices fell."), "He"),
    ],
)
def test_who_speaks_is_resolved_as_subjects_are(paragraph: tuple[str, ...], expected: str) -> None:
    frame = frame_of("fall", paragraph)
    assert [speaker.core.text for link in frame.attribution for speaker in link.speakers] == [expected]
    assert frame_of("say", paragraph).subject.core.text == expected


def test_whoever_speaks_on_stays_resolved() -> None:
    found = {frame.verb: frame for frame in frames((WANG, "He said that prices fell.", IMPROVED))}
    (link,) = found["improve"].attribution
    assert (link.mode, [speaker.core.text for speaker in link.speakers]) == ("continued", ["Wang"])
