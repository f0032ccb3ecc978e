"""Expression → readings: a small sentence of the ontology ("X adopt Y") and what it says of clauses in a text.

The grammar is that of ``pol:expression`` (docs/ontology.md)::

    SIDE verb [SIDE] [[preposition] SIDE] [as role]        SIDE: X | Y | _
                                                           X[class], Y[class]: it must be known to be in that class
                                                           X?, Y? at the end: it may be left out, or be a clause

An expression is active; its readings give the passive too, and what a prepositional argument adds to a clause.
A noun may say a relation as well (``pol:nounExpression``)::

    the noun preposition SIDE preposition SIDE | X's noun preposition SIDE       SIDE: X | Y | X[class] | Y[class]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kg.model import Voice

Place = Literal["subject", "object"]
Letter = Literal["X", "Y", "_"]

# What ends the noun phrase proper in English, so that the word before it is the head: "ministry | of finance".
_AFTER_HEAD = frozenset(
    {"against", "among", "at", "between", "by", "concerning", "for", "from", "in", "into", "of", "on", "regarding"}
    | {"to", "under", "with", "within"}
)
_BEFORE_SIDE = _AFTER_HEAD | {"as", "over", "through", "toward", "towards", "upon"}
POSSESSOR = "'s"  # what brings in the side before a noun
_SIDE = re.compile(r"(?P<letter>[XY_])(?:\[(?P<cls>[^\]\s]+)\])?(?P<optional>\?)?")


@dataclass(frozen=True, slots=True)
class Side:
    """Who stands where in an expression; ``cls`` is the CURIE of a class that must be known for it to apply."""

    letter: Letter
    cls: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A parsed expression. ``verb`` has its particle, and its preposition where that brings in ``thing``.

    ``further`` comes by ``preposition``; with neither a preposition nor a role it is the thing of a verb with two
    objects, and ``thing`` the receiver: "_ award Y X".
    """

    text: str
    verb: str
    actor: Side
    thing: Side | None = None
    preposition: str | None = None
    further: Side | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class NounExpression:
    """A parsed noun expression: each side with its preposition, "'s" for the possessor before the noun."""

    text: str
    noun: str
    x: Side
    x_preposition: str
    y: Side
    y_preposition: str

    @property
    def lemma(self) -> str:
        """The lemma of the statement that it makes: the noun with the preposition of Y, "signing of"."""
        return f"{self.noun} {self.y_preposition}"


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """Subject and object of a clause with this lemma and voice stand for X and Y, or ``inverse``, for Y and X.

    A passive whose actor no words name ("Y was adopted") has no object.
    """

    lemma: str
    voice: Voice
    has_object: bool
    inverse: bool
    subject: Side
    object: Side | None


@dataclass(frozen=True, slots=True)
class ArgumentReading:
    """An argument of a clause stands for Y and the clause's subject or object (``of``) for X, or ``inverse``.

    ``derived`` where the expression means the clause's object, which may also come as a further argument; ``cls`` is
    the class that the argument must be known to be in.
    """

    verb: str
    voice: Voice
    preposition: str | None
    role: str | None
    of: Place
    inverse: bool
    derived: bool = False
    cls: str | None = None


def parse_expression(text: str) -> Expression:
    """Read an expression; raises ValueError, saying what is wrong, where it is not one."""
    words = text.split()
    role = words[-1] if len(words) > 2 and words[-2] == "as" and not _SIDE.fullmatch(words[-1]) else None
    words = words[:-2] if role else words
    sides = [(place, side) for place, word in enumerate(words) if (side := _side(word)) is not None]
    if not sides or sides[0][0] != 0 or len(sides) > 3:
        raise ValueError("an expression begins with X, Y or _ and has at most three of them")
    if len(sides) > 1 and sides[-1][0] != len(words) - 1:
        raise ValueError("an expression ends with X or Y, or with a role: 'as where'")
    letters = [side.letter for _, side in sides if side.letter != "_"]
    alone = len(sides) == 1 and len(letters) == 1
    if not alone and (sorted(letters) != ["X", "Y"] or sides[-1][1].letter == "_"):
        raise ValueError("an expression has one X and one Y, or one of them alone where nothing follows the verb")
    verb = " ".join(words[1 : sides[1][0] if len(sides) > 1 else len(words)])
    if not verb:
        raise ValueError("an expression has a verb after its first side")
    if len(sides) < 3:
        return Expression(text, verb, sides[0][1], sides[1][1] if len(sides) > 1 else None, role=role)
    preposition = " ".join(words[sides[1][0] + 1 : sides[2][0]]) or None
    return Expression(text, verb, sides[0][1], sides[1][1], preposition, sides[2][1], role)


def parse_noun_expression(text: str) -> NounExpression:
    """Read a noun expression; raises ValueError, saying what is wrong, where it is not one."""
    words = text.split()
    owner = _side(words[0].removesuffix("'s")) if words and words[0].endswith("'s") else None
    if owner is None and (not words or words[0] != "the"):
        raise ValueError("a noun expression begins with 'the' or with X's: 'the signing of Y by X', 'X's visit to Y'")
    places = [(place, side) for place, word in enumerate(words[1:], 1) if (side := _side(word)) is not None]
    if sorted([side.letter for _, side in places] + ([owner.letter] if owner else [])) != ["X", "Y"]:
        raise ValueError("a noun expression has one X and one Y")
    if places[-1][0] != len(words) - 1 or any(words[place - 1] not in _BEFORE_SIDE for place, _ in places):
        raise ValueError("a noun expression has a preposition before each side, and ends with one: 'of Y by X'")
    if len(places) == 2 and places[0][0] != places[1][0] - 2:
        raise ValueError("a noun expression has nothing but a preposition between its sides")
    noun = " ".join(words[1 : places[0][0] - 1])
    if not noun:
        raise ValueError("a noun expression has a noun before its first preposition")
    found = {side.letter: (side, words[place - 1]) for place, side in places}
    if owner is not None:
        found[owner.letter] = (owner, POSSESSOR)
    return NounExpression(text, noun, *found["X"], *found["Y"])


def noun_reading(expression: NounExpression) -> ClauseReading:
    """The clause that stands for a noun expression: X is its subject, Y its object."""
    return ClauseReading(expression.lemma, "active", True, False, expression.x, expression.y)


def clause_readings(expression: Expression) -> Iterator[ClauseReading]:
    """The clauses that say this relation by their subject, verb and object."""
    actor, thing, further = expression.actor, expression.thing, expression.further
    if thing is None:
        yield ClauseReading(expression.verb, "active", False, actor.letter == "Y", actor, None)
    elif further is None:
        yield ClauseReading(expression.verb, "active", True, actor.letter == "Y", actor, thing)
        if thing.optional:
            yield ClauseReading(expression.verb, "active", False, actor.letter == "Y", actor, None)
        yield ClauseReading(expression.verb, "passive", False, thing.letter == "Y", thing, actor)
    elif "_" not in (thing.letter, further.letter) and (expression.preposition or not expression.role):
        lemma = " ".join(filter(None, (expression.verb, expression.preposition)))
        yield ClauseReading(lemma, "passive", True, thing.letter == "Y", thing, further)


def argument_readings(expression: Expression) -> Iterator[ArgumentReading]:
    """The arguments that say this relation beside what their clause says by itself."""
    verb, actor, thing, further = expression.verb, expression.actor, expression.thing, expression.further
    if thing is None:
        return
    if further is None:  # "participate in": Y may stand behind another object or argument
        shorter, _, preposition = verb.rpartition(" ")
        if shorter:
            turned, role = actor.letter == "Y", expression.role
            yield ArgumentReading(shorter, "active", preposition, role, "subject", turned, True, thing.cls)
        return
    role, cls = expression.role or (None if expression.preposition else "recipient"), further.cls
    if thing.letter == "_":
        turned = actor.letter == "Y"
        yield ArgumentReading(verb, "active", expression.preposition, role, "subject", turned, cls=cls)
    elif expression.preposition or expression.role:
        turned = thing.letter == "Y"
        yield ArgumentReading(verb, "passive", expression.preposition, role, "subject", turned, cls=cls)
        yield ArgumentReading(verb, "active", expression.preposition, role, "object", turned, cls=cls)
    else:  # "award Y X": the receiver is the argument, the thing the object
        yield ArgumentReading(verb, "active", None, role, "object", further.letter == "Y", cls=thing.cls)


@lru_cache(maxsize=4096)  # a text asks for the same phrase several times
def head_phrases(phrase: str) -> tuple[str, ...]:
    """The parts of a noun phrase that hold its head, the longest first; in lower case.

    >>> list(head_phrases("the House of Lords"))
    ['the house of lords', 'the house of', 'the house', 'house of lords', 'house of', 'house']
    """
    words = phrase.lower().split()
    head = next((place for place, word in enumerate(words) if place and word in _AFTER_HEAD), len(words))
    ends = range(len(words), head - 1, -1)
    return tuple([" ".join(words[start:end]) for start in range(head) for end in ends])


def _side(word: str) -> Side | None:
    match = _SIDE.fullmatch(word)
    if match is None:
        return None
    letter: Letter = "X" if match["letter"] == "X" else "Y" if match["letter"] == "Y" else "_"
    return Side(letter, match["cls"], match["optional"] is not None)
