from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Frame, FrameArgument, Name, Phrase, Sentence, Words
from kg.triples.reference import SIDE, VIA, Antecedents
from tests.docs import frame_of
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
    return replace(plain, **more)  # type: ignore[arg-type]


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
    ("paragraphs", "issuer", "expected"),
    [
        ((("Wang opened the fair.", "He praised nurses."),), None, "Wang"),
        ((("Wang met Li.", "She praised nurses."),), None, "Wang"),
        ((("The ministry opened the fair.", "It praised nurses."),), None, "ministry"),
        ((("Ministers opened the fair.", "They praised nurses."),), None, "Ministers"),
        ((("If prices fall, the bank will act.", "It praised nurses."),), None, "bank"),
        (("We praised nurses.",), "G20", "G20"),
        (("Wang said that we praised nurses.",), "G20", "Wang"),
        # two persons, two speakers, another paragraph, nobody at all
        ((("Wang left and Li stayed.", "He praised nurses."),), None, "He"),
        (("Wang and Li said that we praised nurses.",), "G20", "we"),
        (("Wang opened the fair.", "He praised nurses."), None, "He"),
        (("They praised nurses.",), None, "They"),
    ],
)
def test_who_praised_nurses(paragraphs: tuple[str | tuple[str, ...], ...], issuer: str | None, expected: str) -> None:
    assert frame_of("praise", *paragraphs, issuer=issuer).subject.core.text == expected


def test_an_increase_is_nobodys_pronoun() -> None:
    first = frame_of("be", ("The ministry opened the fair.", "It was the first increase."))
    assert first.subject.core.text == "It"


def test_who_said_so_is_resolved_in_the_chain() -> None:
    fell = frame_of("fall", ("Wang opened the fair.", "He said that prices fell."))
    assert [speaker.core.text for link in fell.attribution for speaker in link.speakers] == ["Wang"]
