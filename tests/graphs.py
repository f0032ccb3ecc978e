"""A small graph made by hand, with every kind of statement an export must tell apart; offsets follow from the texts."""

from __future__ import annotations

import hashlib
from typing import Any

from msgspec.structs import replace

from kg.graph import Graph
from kg.identifiers import document_id, frame_id, identified, prefixes
from kg.model import (
    Argument,
    Close,
    Document,
    Entity,
    Evidence,
    Link,
    Merge,
    Participant,
    Relation,
    Role,
    Sentence,
    Span,
    Statement,
    ThemeMention,
    Value,
    Words,
)
from kg.themes import Theme, Themes, themes_of

CONFERENCE = """The 4th Quality Conference was held in Hangzhou on September 16.
State Councilor Wang Yong stressed that the letter demonstrates firm determination.
Strengthen the protection of consumer rights.
China will participate in quality cooperation. The report was not published in 2020.
"""
HOSTILE_NAME = 'Zoë "Z" O\'Hara </script><b>& Söhne\\'
PLAN = f"""The plan was adopted by {HOSTILE_NAME} last year.
"""
THEME = "theme:consumer-protection"


class Text:
    """A document and its statements in the making: words are found in the text, so that no offset can be wrong."""

    def __init__(self, title: str, text: str, **fields: Any) -> None:
        sentences = tuple(_sentences(text))
        self.document = Document(
            id=document_id(title, text), title=title, text=text, issuer=fields.pop("issuer", None), genre=None,
            country=None, language="en", source="test.txt", date=fields.pop("date", None),
            sha256=hashlib.sha256(text.encode()).hexdigest(), sentences=sentences, **fields,
        )  # fmt: skip

    def span(self, words: str) -> Span:
        start = self.document.text.index(words)
        return start, start + len(words)

    def words(self, words: str) -> Words:
        return Words(words, (self.span(words),))

    def sentence(self, words: str) -> Sentence:
        start = self.document.text.index(words)
        index = next(i for i, span in enumerate(self.document.sentences) if span[0] <= start < span[1])
        return Sentence(index, *self.document.sentences[index])

    def who(
        self, words: str, entity: str | None = None, type: str | None = None, label: str | None = None, **fields: Any
    ) -> Participant:
        """A participant whose words stand in the text."""
        value, via = fields.get("value"), fields.get("via")
        return Participant(words, (self.span(words),), label or words, entity, type, value, implied=False, via=via)

    def argument(self, who: Participant, preposition: str | None, role: Role) -> Argument:
        return Argument(
            who.text, who.spans, who.label, who.entity, who.type, who.value, who.implied, who.via, preposition, role
        )

    def link(self, speaker: Participant, cue: str, *, explicit: bool = True) -> Link:
        mode = "indirect" if explicit else "continued"
        return Link((speaker,), self.words(cue), mode, explicit, self.sentence(cue))  # type: ignore[arg-type]

    def statement(
        self, subject: Participant, relation: str, lemma: str, object: Participant | None = None, **fields: Any
    ) -> Statement:
        """An asserted statement in the active voice, unless ``fields`` say otherwise; its evidence follows."""
        arguments: tuple[Argument, ...] = fields.pop("arguments", ())
        voice, predicate = fields.pop("voice", "active"), fields.pop("predicate", None)
        verb = self.span(relation)
        sides = [subject, *([object] if object else []), *arguments]
        places = [verb, *(span for side in sides for span in side.spans)]
        start, end = min(place[0] for place in places), max(place[1] for place in places)
        plain = Statement(
            id="", frame=frame_id(self.document.id, verb), anchor="", document=self.document.id,
            sentence=self.sentence(relation), subject=subject,
            relation=Relation(relation, (verb,), lemma, voice, predicate), object=object, arguments=arguments,
            content=(), attribution=(), act="assertion", deontic=None, strength=None, form=None, polarity="positive",
            modality="actual", hedge=None, stance=None, valence=None, time=None, themes=(),
            evidence=Evidence(start, end, self.document.text[start:end]), rule="test", confidence=None,
        )  # fmt: skip
        return identified(replace(plain, **fields))


def small_graph() -> Graph:
    """What each statement is for, and the hostile name.

    An assertion with place and time, an office, an act of speech with what it says, a directive to nobody in
    particular, a commitment, a denial, and a passive done by someone with a name that no format may trip over.
    """
    conference, plan = _conference(), _plan()
    statements = sorted(
        [*conference[1], *plan[1]], key=lambda one: (one.document, one.evidence.start, one.evidence.end, one.id)
    )
    return Graph(
        documents=tuple(sorted((conference[0], plan[0]), key=lambda one: one.id)),
        statements=tuple(statements),
        entities=(
            Entity("id:country/china", "China", "pol:Country"),
            Entity("id:event/4th-quality-conference", "4th Quality Conference", "pol:Conference", ("the Conference",)),
            Entity("id:office/state-councilor", "State Councilor", "pol:Office"),
            Entity(
                "id:person/wang-yong", "Wang Yong", "pol:Person", ("Wang",),
                (Merge("Wang", conference[0].id, "surname of the one person so named"),),
                (Close("id:person/zoe", 0.25),),
            ),
            Entity("id:person/zoe", HOSTILE_NAME, "pol:Person"),
            Entity("id:place/hangzhou", "Hangzhou", "pol:Place"),
        ),
        prefixes=prefixes(),
        report={},
        run={},
    )  # fmt: skip


def _conference() -> tuple[Document, list[Statement]]:
    text = Text("A conference", CONFERENCE, issuer="State Council", date="2021-09-27", variables=(("wave 1/a", "x"),))
    wang = text.who("Wang Yong", "id:person/wang-yong", "pol:Person")
    said = text.link(wang, "stressed")
    day = text.who("September 16", value=Value("date", "2021-09-16", precision="day"))
    held = text.statement(
        text.who("The 4th Quality Conference", "id:event/4th-quality-conference", "pol:Conference"),
        "was held", "hold in", text.who("Hangzhou", "id:place/hangzhou", "pol:Place"),
        voice="passive", predicate="pol:heldIn", confidence=0.9, time=day.value,
        arguments=(text.argument(day, "on", "when"),),
    )  # fmt: skip
    councilor = text.who("State Councilor", "id:office/state-councilor", "pol:Office")
    titled = text.statement(
        wang, "State Councilor", "hold office", councilor, predicate="pol:holdsOffice", rule="title"
    )
    letter = text.statement(
        text.who("the letter", label="letter", type="pol:Document"), "demonstrates", "demonstrate",
        text.who("firm determination"), attribution=(said,), hedge=text.words("firm"),
    )  # fmt: skip
    speech = text.statement(wang, "stressed", "stress", predicate="pol:stresses", content=(letter.id,))
    addressee = Participant("", (), None, None, "pol:UnstatedAddressee", None, implied=True, via="imperative")
    rights = text.span("consumer rights")
    protection = text.who("the protection of consumer rights", label="protection of consumer rights")
    directive = text.statement(
        addressee, "Strengthen", "strengthen", protection,
        act="directive", deontic="obligation", strength=4, form="imperative",
        attribution=(replace(said, mode="continued", explicit=False),), themes=(ThemeMention(THEME, (rights,), True),),
    )  # fmt: skip
    commitment = text.statement(
        text.who("China", "id:country/china", "pol:Country"), "will participate", "participate in",
        text.who("quality cooperation"), act="commitment", strength=4, form="modal", predicate="pol:participatesIn",
        attribution=(replace(said, mode="continued", explicit=False),),
    )  # fmt: skip
    denial = text.statement(
        text.who("The report", label="report"), "was not published", "publish in",
        text.who("2020", value=Value("date", "2020", precision="year")), voice="passive", polarity="negative",
    )  # fmt: skip
    return text.document, [held, titled, letter, speech, directive, commitment, denial]


def _plan() -> tuple[Document, list[Statement]]:
    text = Text("A plan", PLAN)
    zoe = text.who(HOSTILE_NAME, "id:person/zoe", "pol:Person")
    year = text.who("last year", value=Value("date", "2020", precision="year"))
    adopted = text.statement(
        text.who("The plan", label="plan", type="pol:Plan"), "was adopted", "adopt", voice="passive",
        predicate="pol:adopts", time=year.value,
        arguments=(text.argument(zoe, "by", "agent"), text.argument(year, None, "when")),
    )  # fmt: skip
    return text.document, [adopted]


def _sentences(text: str) -> list[Span]:
    """One sentence up to each full stop that ends a line or stands before a capital."""
    spans, start = [], 0
    for place, character in enumerate(text):
        if character == "." and (text[place + 1 : place + 2] in {"", "\n"} or text[place + 2 : place + 3].isupper()):
            spans.append((start, place + 1))
            start = place + 2
    return spans


def small_themes() -> Themes:
    """Two themes, one above the other."""
    root = prefixes()["theme"]
    return themes_of(
        {"theme": root},
        [
            Theme(THEME, f"{root}consumer-protection", "Consumer protection", "15.1", "", broader=("theme:trade",)),
            Theme("theme:trade", f"{root}trade", "Trade", "15", ""),
        ],
    )
