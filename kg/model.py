"""The values that pass between the stages: frozen, plain, and free of any library.

Offsets count Unicode code points in a document's text (Python slicing), end exclusive. Participants, statements,
documents and entities have the shape of the interchange files; :mod:`kg.store` writes and reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

Span = tuple[int, int]
Spans = tuple[Span, ...]  # in text order; a conjunct need not be contiguous

Act = Literal["assertion", "directive", "commitment", "evaluation"]
Deontic = Literal["obligation", "prohibition", "permission", "exemption", "recommendation", "request"]
Form = Literal["modal", "imperative", "performative", "noun", "verbless"]
Polarity = Literal["positive", "negative"]
Modality = Literal["actual", "possible", "planned", "conditional"]
Stance = Literal["support", "oppose", "abstain"]
Valence = Literal["positive", "negative", "mixed"]
Voice = Literal["active", "passive"]
Mode = Literal["direct", "indirect", "according-to", "continued"]
Role = Literal[
    "agent", "recipient", "beneficiary", "target", "when", "where", "source", "goal", "instrument", "purpose",
    "manner", "condition", "exception", "deadline", "topic", "quantity", "comparison", "other",
]  # fmt: skip
ValueKind = Literal["date", "interval", "duration", "money", "percent", "quantity"]


class Words(Struct, frozen=True):
    """Some words of a text: ``text`` is the pieces at ``spans`` joined by one space."""

    text: str
    spans: Spans


class Sentence(Struct, frozen=True):
    """A sentence's place: ``index`` counts from 0 within the document, offsets are the document's."""

    index: int
    start: int
    end: int


class Value(Struct, frozen=True):
    """A date, an amount or a duration in a normal form.

    ``value`` is a lexical form: an ISO 8601 date at its precision (``2021``, ``2021-09``), an interval ``a/b``, a
    duration ``PnY``, or a decimal number. ``unit`` is an ISO 4217 code for money, ``%`` for percent, a noun for a
    quantity. ``precision`` is ``day``, ``month``, ``quarter``, ``year`` … for dates, else None.
    """

    kind: ValueKind
    value: str
    unit: str | None = None
    precision: str | None = None
    approximate: bool = False


# --- What extraction finds -----------------------------------------------------------------------------------------


class Name(Struct, frozen=True):
    """A proper name in the text: its words without title or article, and the label the language model gave it.

    Of a plural name ("the Ministries of Health and of Finance") each thing has its own, in the singular ("Ministry of
    Finance"), and ``among`` is the whole; the words that stand there are the phrase's core.
    """

    text: str
    span: Span
    label: str  # PERSON, ORG, LOC, NORP, EVENT, DATE, MISC, or "" where only its capitals tell
    among: str | None = None


class Phrase(Struct, frozen=True):
    """A participant as the text has it, before it is resolved to an entity.

    ``head`` is its head token; ``core`` the words that name it (no article, no clause, no side remark), in order;
    ``name`` the proper name that the phrase *is*, not one that it merely contains; ``titles`` what stands before or
    beside that name ("State Councilor"). An implied phrase (an unstated addressee, say) has no spans and text "".
    """

    text: str
    spans: Spans
    head: Span
    lemma: str
    core: Words
    kind: Literal["name", "noun", "pronoun", "clause", "value", "addressee", "implied"]
    name: Name | None = None
    titles: tuple[Words, ...] = ()
    plural: bool = False
    value: Value | None = None
    via: str | None = None

    def __hash__(self) -> int:
        return hash((self.text, self.head))  # phrases are keys, and seldom differ in the rest alone

    @property
    def implied(self) -> bool:
        return not self.spans


class FrameArgument(Struct, frozen=True):
    """A further participant of a frame, with the preposition that brings it in and the role that it plays."""

    phrase: Phrase
    preposition: str | None
    role: Role


class FrameLink(Struct, frozen=True):
    """One link of a speaker chain, its speakers not yet resolved."""

    speakers: tuple[Phrase, ...]
    cue: Words
    mode: Mode
    explicit: bool
    sentence: Sentence


class Frame(Struct, frozen=True):
    """One predicate with one combination of its conjuncts: what becomes a statement when it is mapped.

    ``number`` counts the frames of a document from 0 and ``content`` refers to it. ``clause`` is the span of the
    predicate's own token: frames that one clause was distributed into share it. ``lemma`` carries the particle and,
    where the object is prepositional, its preposition; ``verb`` is the predicate without that preposition.
    """

    number: int
    sentence: Sentence
    clause: Span
    subject: Phrase
    relation: Words
    lemma: str
    verb: str
    voice: Voice
    object: Phrase | None
    arguments: tuple[FrameArgument, ...]
    content: tuple[int, ...]
    attribution: tuple[FrameLink, ...]
    act: Act
    deontic: Deontic | None
    strength: int | None
    form: Form | None
    polarity: Polarity
    modality: Modality
    hedge: Words | None
    stance: Stance | None
    valence: Valence | None
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Unmapped:
    """A sentence or a candidate that made no statement, and why; never silently dropped.

    ``reason`` is a short fixed phrase that can be counted ("no predicate", "subject missing", …).
    """

    document: str
    sentence: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document gave: its frames in text order, and what gave nothing. The document knows its sentences."""

    document: Document
    frames: tuple[Frame, ...]
    unmapped: tuple[Unmapped, ...]


# --- What is written and read ----------------------------------------------------------------------------------------


class Participant(Struct, frozen=True):
    """Who or what takes part in a statement: its words, and the entity, class or value they stand for, where known."""

    text: str
    spans: Spans
    label: str | None
    entity: str | None
    type: str | None
    value: Value | None
    implied: bool
    via: str | None


class Argument(Participant, frozen=True):
    """A participant beside subject and object."""

    preposition: str | None
    role: Role


class Relation(Struct, frozen=True):
    """What is said to hold; ``predicate`` is the ontology's property as a CURIE, or None where nothing fits."""

    text: str
    spans: Spans
    lemma: str
    voice: Voice
    predicate: str | None


class Link(Struct, frozen=True):
    """One link of a speaker chain; ``explicit`` is false where the speech goes on from an earlier sentence."""

    speakers: tuple[Participant, ...]
    cue: Words
    mode: Mode
    explicit: bool
    sentence: Sentence


class ThemeMention(Struct, frozen=True):
    """A theme of a statement, with the words that bring it up."""

    concept: str
    spans: Spans
    primary: bool


class Evidence(Struct, frozen=True):
    """The shortest contiguous stretch of one sentence that holds the statement's own words."""

    start: int
    end: int
    text: str


class Statement(Struct, frozen=True):
    """An attributed statement: the core of the graph. Keys and their order are those of the interchange file."""

    id: str
    frame: str
    anchor: str
    document: str
    sentence: Sentence
    subject: Participant
    relation: Relation
    object: Participant | None
    arguments: tuple[Argument, ...]
    content: tuple[str, ...]
    attribution: tuple[Link, ...]
    act: Act
    deontic: Deontic | None
    strength: int | None
    form: Form | None
    polarity: Polarity
    modality: Modality
    hedge: Words | None
    stance: Stance | None
    valence: Valence | None
    time: Value | None
    themes: tuple[ThemeMention, ...]
    evidence: Evidence
    rule: str
    confidence: float | None

    @property
    def asserted(self) -> bool:
        """Whether the document itself holds this true: the only case in which a direct triple may stand."""
        return (
            self.act == "assertion"
            and self.polarity == "positive"
            and self.modality == "actual"
            and not self.attribution
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read, with what its head lines or a metadata table say of it.

    ``sentences`` are the spans of its sentences in order, empty before parsing; ``date`` is ISO 8601 or None;
    ``variables`` are the other columns of a metadata table, sorted by name.
    """

    id: str
    title: str
    text: str
    date: str | None
    issuer: str | None
    genre: str | None
    country: str | None
    language: str
    source: str
    sha256: str
    sentences: tuple[Span, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A surface form taken for an entity, and the reason."""

    text: str
    document: str
    reason: str


@dataclass(frozen=True, slots=True)
class Close:
    """An entity that may be the same, but was not merged."""

    entity: str
    score: float


@dataclass(frozen=True, slots=True)
class Affiliation:
    """What an actor belongs to, by a researcher's table: names, a level of jurisdiction, ISO dates, and who says so."""

    organisation: str | None = None
    party: str | None = None
    country: str | None = None
    level: str | None = None
    since: str | None = None
    until: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing over all documents: one IRI (as a CURIE), a canonical label, a class, and why forms were merged.

    ``same_as`` (IRIs elsewhere) and ``affiliations`` come from a researcher's tables alone, and are not written where
    there are none.
    """

    entity: str
    label: str
    type: str
    aliases: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()
    close: tuple[Close, ...] = field(default=())
    same_as: tuple[str, ...] = field(default=(), metadata={"optional": True})
    affiliations: tuple[Affiliation, ...] = field(default=(), metadata={"optional": True})
