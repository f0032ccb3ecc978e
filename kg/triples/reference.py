"""Frames with pronouns → frames whose pronouns stand for whom they plainly mean, with the reason; the rest stay.

The subject before is the antecedent (centering theory's preference for subjects: Grosz, Joshi and Weinstein 1995), and
only where nothing else of its kind stands between. The pronoun's words stay the participant's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kg.model import Frame, Phrase, Span, Words
from kg.triples.reported import Chain

PERSONAL = frozenset({"he", "she"})
SINGULAR, PLURAL = frozenset({"it"}), frozenset({"they"})
FARTHEST = 2  # sentences between a pronoun and a person
VIA = "pronoun, for the subject before"
SIDE = "pronoun, for the side of who speaks"
SPEAKER = "pronoun, for who speaks"


class Antecedents:
    """The subjects of a paragraph's frames so far, by which its pronouns are resolved in text order."""

    def __init__(self, issuer: str | None) -> None:
        self._issuer = issuer
        self._frames: list[tuple[Frame, Phrase]] = []  # with the subject resolved

    def resolve(self, frames: Sequence[Frame]) -> list[Frame]:
        """The frames of the paragraph's next sentence, in text order."""
        found: dict[tuple[int, int], Phrase] = {}
        resolved = []
        for frame in frames:
            links = self._links(frame, found)
            subject = self._meant(frame.subject, frame, links, found)
            changed = subject is not frame.subject or links != frame.attribution
            resolved.append(replace(frame, subject=subject, attribution=links) if changed else frame)
            if subject.spans:
                self._frames.append((frame, subject))
        return resolved

    def _links(self, frame: Frame, found: dict[Span, Phrase]) -> Chain:
        """The frame's chain, outermost link first: who says "I" within it is who speaks in the link above."""
        links: Chain = ()
        for link in frame.attribution:
            speakers = tuple([self._meant(one, frame, links, found) for one in link.speakers])
            changed = any(one is not before for one, before in zip(speakers, link.speakers, strict=True))
            links = (*links, replace(link, speakers=speakers) if changed else link)
        return links

    def _meant(self, phrase: Phrase, frame: Frame, above: Chain, found: dict[Span, Phrase]) -> Phrase:
        if phrase.kind != "pronoun" or phrase.name is not None or not phrase.spans:
            return phrase
        pronoun = phrase.text.lower()
        if pronoun == "we":
            return self._side(phrase, above)
        if pronoun == "i":
            return _speaker(phrase, above)
        place = phrase.spans[0]
        if place not in found:
            one = self._antecedent(pronoun, frame, place[0])
            found[place] = phrase if one is None else _standing_for(phrase, one, VIA)
        return found[place]

    def _side(self, phrase: Phrase, above: Chain) -> Phrase:
        """“We” is the speaker's side: labelled with the speaker's name or the issuer's, and no entity of theirs."""
        said_by = [one.core.text for link in above[-1:] for one in link.speakers if one.name is not None]
        side = said_by[0] if len(said_by) == 1 else self._issuer if not above else None
        return phrase if side is None else replace(phrase, core=Words(side, ()), via=SIDE)

    def _antecedent(self, pronoun: str, frame: Frame, offset: int) -> Phrase | None:
        sentence = frame.sentence.index
        before = [(one, subject) for one, subject in self._frames if subject.spans[0][0] < offset]
        if pronoun in PERSONAL:
            return _person([(one.sentence.index, subject) for one, subject in before], sentence - FARTHEST)
        empty = pronoun in SINGULAR and frame.lemma == "be"  # "It was the first increase": it points to no subject
        if empty or pronoun not in SINGULAR | PLURAL or not before:
            return None
        last = before[-1][0].sentence.index
        if last < sentence - 1:
            return None
        subject = _main_subject([pair for pair in before if pair[0].sentence.index == last])
        return subject if _fits(subject, plural=pronoun in PLURAL) else None


def _speaker(phrase: Phrase, above: Chain) -> Phrase:
    """“I” is the person whose own words these are; in reported speech it may be the reporter."""
    own = [link for link in above[-1:] if link.mode in ("direct", "continued") and len(link.speakers) == 1]
    persons = [link.speakers[0] for link in own if _is_person(link.speakers[0])]
    return _standing_for(phrase, persons[0], SPEAKER) if persons else phrase


def _standing_for(pronoun: Phrase, antecedent: Phrase, via: str) -> Phrase:
    return replace(pronoun, core=antecedent.core, name=antecedent.name, titles=antecedent.titles, via=via)


def _person(subjects: Sequence[tuple[int, Phrase]], farthest: int) -> Phrase | None:
    """The person last spoken of, where no other is a subject of the same sentence."""
    persons = [(sentence, one) for sentence, one in subjects if _is_person(one) and sentence >= farthest]
    nearest = {one.core.text: one for sentence, one in persons if sentence == persons[-1][0]}
    return next(iter(nearest.values())) if len(nearest) == 1 else None


def _main_subject(frames: Sequence[tuple[Frame, Phrase]]) -> Phrase:
    """The subject of a sentence: of the clause that has a condition beside it, else of the first one."""
    conditioned = (one for frame, one in frames if any(argument.role == "condition" for argument in frame.arguments))
    return next(conditioned, frames[0][1])


def _is_person(phrase: Phrase) -> bool:
    return phrase.name is not None and phrase.name.label == "PERSON"


def _fits(phrase: Phrase, *, plural: bool) -> bool:
    """Whether a subject can be *it* or *they*: a thing or a body, not a person, of the same number."""
    if phrase.kind not in ("name", "noun") and phrase.via not in (VIA, SPEAKER):
        return False
    return not _is_person(phrase) and phrase.plural == plural
