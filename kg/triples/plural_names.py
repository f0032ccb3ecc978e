"""Doc → plural names, each the name of several things: "the Ministries of Health and of Finance" are two ministries.

A plural of ``kg/lexicon/plurals.toml`` is read as several names only where a list beside it says of what each is; where
the list could be cut in two ways ("Ministries of Industry and Trade and Health") it stays one name.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from msgspec.structs import replace

from kg.gazetteer import load_gazetteer
from kg.tree import Span, Token, Tree
from kg.triples.names import PERSON, Each, Named

_AND = frozenset({"and", "&"})
_PREPOSITIONS = frozenset({"of", "for", "on"})
_PARTS = frozenset({"PROPN", "NOUN", "ADJ"})
_PLACES = frozenset({"LOC", "GPE"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST = 6  # words of one field: "Industry and Information Technology"


@dataclass(frozen=True, slots=True)
class _Plurals:
    behind: Mapping[str, str]
    before: Mapping[str, str]
    titles: Mapping[str, str]


@functools.cache
def _plurals() -> _Plurals:
    return _Plurals(**tomllib.loads((resources.files("kg") / "lexicon" / "plurals.toml").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Several:
    """The words of a plural name, and each thing that it names."""

    span: Span
    each: tuple[Each, ...]


def with_plurals(doc: Tree, names: Mapping[int, Named]) -> Mapping[int, Named]:
    """The names, plural ones with what each of their things is called, and a plural title with each who bears it."""
    found = dict(names)
    for several in plural_names(doc):
        inside = [found[i] for i in range(several.span.start, several.span.end) if i in found]
        if all(_within(one, several.span) and one.label != PERSON for one in inside):
            label = max(inside, key=lambda one: len(one.span)).label if inside else ""
            named = Named(several.span, label, each=several.each)
            found.update(dict.fromkeys(range(several.span.start, several.span.end), named))
    return _titled(doc, found)


def _within(named: Named, span: Span) -> bool:
    return span.start <= named.span.start and named.span.end <= span.end


def plural_names(doc: Tree) -> Iterator[Several]:
    """The plural names of a Tree, in text order."""
    for token in doc:
        if token.is_capital and (token.lower_ in _plurals().behind or token.lower_ in _plurals().before):
            found = _behind(doc, token) or _before(doc, token)
            if found is not None:
                yield found


def singular_title(title: Span) -> str | None:
    """The title that each of several persons bears, None where the title is none of several's.

    "Prime Ministers" gives "Prime Minister".
    """
    noun = _plurals().titles.get(title[-1].lower_) if len(title) else None
    if noun is None:
        return None
    before = title.doc[title.start : title.end - 1].text
    return f"{before} {_like(title[-1], noun)}".strip()


# --- "Ministries of Health and of Finance" -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Item:
    """A field of the list, its words' places; ``case`` is its own preposition, ``joined`` how it is tied to the list.

    ``joined`` is "," or "and", empty for the first one.
    """

    case: int | None
    start: int
    end: int
    joined: str


def _behind(doc: Tree, plural: Token) -> Several | None:
    noun = _plurals().behind.get(plural.lower_)
    if noun is None or plural.i + 1 >= len(doc) or doc[plural.i + 1].lower_ not in _PREPOSITIONS:
        return None
    items, tail = _listed(doc, plural.i + 1)
    fields = _fields(doc, items, tail)
    if fields is None:
        return None
    first = _lead(doc, plural.i)
    shared = tuple(range(first, plural.i))
    each = []
    for field in fields:
        tokens = (*shared, plural.i, *field)
        words = [*(doc[i].text for i in shared), _like(plural, noun), _text(doc, field)]
        each.append(Each(" ".join(words), tuple(doc[i] for i in tokens)))
    return Several(doc[first : max(field[-1] for field in fields) + 1], tuple(each))


def _listed(doc: Tree, case: int) -> tuple[list[_Item], list[_Item]]:
    """The fields behind the preposition at ``case``, and the places behind a further "of" that parts none of them."""
    preposition, items, tail = doc[case].lower_, list[_Item](), list[_Item]()
    item = _item(doc, case, "")
    while item is not None:
        (tail if tail or (items and item.joined == "") else items).append(item)
        at, joined = _joint(doc, item.end)
        if joined:
            own = at < len(doc) and doc[at].lower_ == preposition and not tail
            item = _item(doc, at if own else None, joined, at)
        elif at < len(doc) and doc[at].lower_ == "of" and not tail:
            item = _item(doc, at, "")
        else:
            break
    return items, tail


def _item(doc: Tree, case: int | None, joined: str, start: int | None = None) -> _Item | None:
    """The capitals at ``start`` or behind the preposition, "the" before them put aside; None where none are there."""
    at = start if case is None and start is not None else (case or 0) + 1
    if at < len(doc) and doc[at].lower_ == "the":
        at += 1
    end = at
    while end < len(doc) and end - at < _LONGEST and _is_field(doc[end]):
        end += 1
    return _Item(case, at, end, joined) if end > at else None


def _is_field(token: Token) -> bool:
    return token.is_capital and token.pos_ in _PARTS and not token.is_sent_start and token.ent_type_ not in _TIMES


def _joint(doc: Tree, at: int) -> tuple[int, str]:
    """Where the next field begins and what ties it: "," or "and" (", and" is "and"); "" where nothing does."""
    comma = at < len(doc) and doc[at].text == ","
    at += comma
    if at < len(doc) and doc[at].lower_ in _AND:
        return at + 1, "and"
    return (at, ",") if comma else (at, "")


def _fields(doc: Tree, items: list[_Item], tail: list[_Item]) -> list[tuple[int, ...]] | None:
    """The places of the words of each thing's field with its preposition; None where the list is no such list."""
    if not items or any(doc[item.end - 1].lower_ in _singulars() for item in items):
        return None  # "the Ministries of Health and Parliament"
    if any(not _is_place(doc, item) for item in tail) or (len(tail) > 1 and len(items) > 1):
        return None
    if len(tail) > 1:  # "the Ministries of Health of India and Japan"
        of = _places(tail[0])[:1]
        return [(*_places(items[0]), *of, *range(item.start, item.end)) for item in tail] if _ends(tail) else None
    extra = _places(tail[0]) if tail else ()
    starts = [n for n, item in enumerate(items) if item.case is not None]
    if len(starts) > 1:  # the preposition is repeated, and parts the fields
        if items[starts[-1]].joined != "and":
            return None
        ends = [*starts[1:], len(items)]
        runs = [(items[a].case, items[a].start, items[b - 1].end) for a, b in zip(starts, ends, strict=True)]
        return [(case or 0, *range(start, end), *extra) for case, start, end in runs]
    alike = len({_is_place(doc, item) for item in items}) == 1
    if len(items) < 2 or not _ends(items) or not alike:
        return None
    return [(items[0].case or 0, *range(item.start, item.end), *extra) for item in items]


def _ends(items: list[_Item]) -> bool:
    """Whether one "and" ties the last item, and commas the others."""
    return [item.joined for item in items[1:]] == [","] * (len(items) - 2) + ["and"]


def _places(item: _Item) -> tuple[int, ...]:
    """The places of an item's words and its preposition."""
    return (*((item.case,) if item.case is not None else ()), *range(item.start, item.end))


def _is_place(doc: Tree, item: _Item) -> bool:
    text = doc[item.start : item.end].text
    return load_gazetteer().country(text) is not None or all(t.ent_type_ in _PLACES for t in doc[item.start : item.end])


# --- "the Finance and Health Ministries" -------------------------------------------------------------------------


def _before(doc: Tree, plural: Token) -> Several | None:
    noun = _plurals().before.get(plural.lower_)
    if noun is None:
        return None
    runs, end = list[tuple[int, int]](), plural.i
    while True:
        start = _lead(doc, end)
        if start == end:
            return None  # a joint with nothing before it
        runs.insert(0, (start, end))
        at = start - (start > 0 and doc[start - 1].lower_ == "the")  # "the Health and the Finance Ministries"
        tie = doc[at - 1].lower_ if at else ""
        if tie not in (_AND if len(runs) == 1 else {","}):
            break
        end = at - 1 - (len(runs) == 1 and at > 1 and doc[at - 2].text == ",")
    if len(runs) < 2:
        return None
    shared = _shared(doc, runs)
    if shared is None:
        return None
    each = []
    for field in shared:
        each.append(Each(f"{_text(doc, field)} {_like(plural, noun)}", tuple(doc[i] for i in (*field, plural.i))))
    return Several(doc[runs[0][0] : plural.i + 1], tuple(each))


def _shared(doc: Tree, runs: list[tuple[int, int]]) -> list[tuple[int, ...]] | None:
    """The places of each field, with the country before the first or the field behind the last that all share."""
    fields = [tuple(range(*run)) for run in runs]
    if any(doc[field[-1]].lower_ in _singulars() for field in fields):
        return None
    people = [load_gazetteer().people(doc[field[0]].text) is not None for field in fields]
    if all(people):  # "the Chinese and Japanese Foreign Ministries"
        rest = fields[-1][1:]
        return (
            [*((*field, *rest) for field in fields[:-1]), fields[-1]] if all(len(f) == 1 for f in fields[:-1]) else None
        )
    if people == [True, *[False] * (len(fields) - 1)]:  # "the Japanese Finance and Health Ministries"
        return [fields[0], *((fields[0][0], *field) for field in fields[1:])] if len(fields[0]) > 1 else None
    return fields if not any(people) else None


# --- "Presidents Xi Jinping and Joe Biden" -----------------------------------------------------------------------


def _titled(doc: Tree, names: dict[int, Named]) -> Mapping[int, Named]:
    """The names, a plural title before the first of several persons given to the others too."""
    persons = sorted(
        {n.span.start: n for n in names.values() if n.label == PERSON}.values(), key=lambda n: n.span.start
    )
    for one in persons:
        title = one.titles[-1] if one.titles else None
        if title is None or singular_title(title) is None:
            continue
        at, joined = _joint(doc, one.span.end)
        while joined and at in names and names[at].label == PERSON and not names[at].titles:
            other = names[at]
            names.update(dict.fromkeys(range(other.span.start, other.span.end), replace(other, titles=(title,))))
            at, joined = _joint(doc, other.span.end) if joined == "," else (at, "")
    return names


# --- words -------------------------------------------------------------------------------------------------------


def _lead(doc: Tree, end: int) -> int:
    """Where the capitals right before place ``end`` begin."""
    start = end
    while start and end - start < _LONGEST and doc[start - 1].is_capital and doc[start - 1].pos_ in _PARTS:
        if doc[start].is_sent_start:
            break
        start -= 1
    return start


@functools.cache
def _singulars() -> frozenset[str]:
    """Nouns that name a body or office by themselves: no fields of another."""
    plurals = _plurals()
    return frozenset({*plurals.behind.values(), *plurals.before.values(), *plurals.titles.values()})


def _like(plural: Token, noun: str) -> str:
    return noun.capitalize() if plural.is_capital else noun


def _text(doc: Tree, places: tuple[int, ...]) -> str:
    """Words as they are written, those that do not stand together joined by a space."""
    pieces: list[list[int]] = []
    for place in places:
        if pieces and place == pieces[-1][1]:
            pieces[-1][1] = place + 1
        else:
            pieces.append([place, place + 1])
    return " ".join(doc[start:end].text for start, end in pieces)
