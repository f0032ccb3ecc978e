"""Name → the same name in the spelling that the table ``kg/lexicon/spellings.toml`` has first."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources

from kg.entities.forms import key

_ISATION = re.compile(r"isation(s?)\b", re.IGNORECASE)
_PARTY = re.compile(r"\bparty\b", re.IGNORECASE)
_OF_FIELD = re.compile(r"(.+)\s(Ministry|Minister|Department)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Table:
    """Of each kind, the first spelling of a word by any other."""

    words: Mapping[str, str]
    places: Mapping[str, str]
    given_names: Mapping[str, str]
    particles: Mapping[str, str]
    endings: Mapping[str, str]
    portfolios: Mapping[str, str]


@functools.cache
def _table() -> _Table:
    table = tomllib.loads((resources.files("kg") / "lexicon" / "spellings.toml").read_text(encoding="utf-8"))
    return _Table(
        **{kind: {form: one for one, forms in rows.items() for form in forms} for kind, rows in table.items()}
    )


@functools.lru_cache(maxsize=65536)  # a text names few things many times
def spelling_key(name: str, person: bool) -> str:
    """The key of a name in its first spelling: what all spellings of one name share.

    >>> spelling_key("World Trade Organisation", False) == spelling_key("World Trade Organization", False)
    True
    """
    return key(_of_person(name) if person else respelt(name))


@functools.lru_cache(maxsize=65536)
def respelt(name: str) -> str:
    """The name of a body, a place or another thing in its first spelling.

    >>> respelt("Kiev Center"), respelt("Labor Party"), respelt("Defense Ministry")
    ('Kyiv Centre', 'Labor Party', 'Ministry of Defence')
    """
    table = _table()
    forms = dict(table.places) if _PARTY.search(name) else {**table.places, **table.words}
    spelt = re.sub(_any_of(frozenset(forms)), lambda found: _like(found[0], forms[found[0].lower()]), name)
    return spelt if _PARTY.search(name) else _ordered(_ISATION.sub(r"ization\1", spelt))


def _ordered(name: str) -> str:
    """“Finance Ministry” as “Ministry of Finance”."""
    found = _OF_FIELD.fullmatch(name)
    field = _table().portfolios.get(found[1].lower()) if found else None
    return f"{found[2]} of {field.title()}" if found and field else name


@functools.lru_cache(maxsize=4)
def _any_of(forms: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", re.IGNORECASE)


def _of_person(name: str) -> str:
    """Given names in all words but the last, the article before it, and its ending; a lone word stays as it is."""
    table, places = _table(), [word.span() for word in _WORD.finditer(name)]
    if len(places) < 2:
        return name
    start, end = places[-1]
    before = _words(name[:start], lambda word: {**table.given_names, **table.particles}.get(word, word))
    last = name[start:end]
    for ending, first in table.endings.items():
        if last.lower().endswith(ending):
            last = last[: -len(ending)] + first
    return before + last + name[end:]


def _words(text: str, change: Callable[[str], str]) -> str:
    return _WORD.sub(lambda found: _like(found[0], change(found[0].lower())), text)


def _like(written: str, word: str) -> str:
    """A word with a capital where the one that it stands for has one."""
    return word[0].upper() + word[1:] if written[0].isupper() else word
