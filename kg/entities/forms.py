"""Words of a name → its clean form and its key: two forms with the same key are the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.identifiers import slug
from kg.names.words import name_words

_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}
_NUMBERED = {word: f"{n}{_SUFFIXES.get(n, 'th')}" for n, word in enumerate(name_words().ordinals, start=1)}
_ORDINAL_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBERED)})\b", re.IGNORECASE)
_ORDINAL = re.compile(r"\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE)
_LEADING = re.compile(r"(?:the|a|an|this|that|its|our|their|his|her|my|your)\s+(?=\S)", re.IGNORECASE)
_POSSESSED = re.compile(r"\w['’]s$|s['’]$")
_POSSESSIVE = re.compile(r"['’]s?$")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")
_INTRODUCED = re.compile(r"\s*\(([^()\s]{2,12})\)$")
_LINK = re.compile(r"\s(?:of|for|on)\s")
_JOINTS = re.compile(r"[.&/-]")
_NO_LETTER = re.compile(r"[\W_]")
_HYPHENED = re.compile(r"[\w’']+(?:-[\w’']+)*")
_NOT_PRINTED = frozenset({"Cc", "Cf", "Cs", "Co"})  # str.isprintable() is false of these, and of rare spaces


@lru_cache(maxsize=65536)  # a text names few things many times
def clean(text: str) -> str:
    """A name as a label: without article, possessive and quotation marks, on one line, nothing that is not printed.

    >>> clean(" the  State Council’s ")
    'State Council'
    """
    # Format characters would let a name turn round the text that it is shown in; lone surrogates cannot be written.
    if not text.isprintable():
        text = "".join(char for char in text if char.isspace() or unicodedata.category(char) not in _NOT_PRINTED)
    bare = " ".join(text.split()).strip('"“”‘„«»` ')
    shorter = _LEADING.sub("", bare, count=1) if _LEADING.match(bare) else bare
    if _POSSESSED.search(shorter):
        shorter = _POSSESSIVE.sub("", shorter)
    return shorter or bare


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """What two spellings of one name share: case, accents, dots of initials and ordinals' form put aside.

    >>> key("The Fourth U.S. Forum") == key("4th US forum")
    True
    """
    numbered = _ORDINAL_WORD.sub(lambda word: _NUMBERED[word[0].lower()], clean(name))
    return slug(_DOTTED.sub(lambda initials: initials[0].replace(".", ""), numbered))


@lru_cache(maxsize=65536)
def reduced(name: str) -> str:
    """The name without ordinal and parentheses, by which a text may call it later: "China Quality Conference"."""
    numbered = _ORDINAL_WORD.sub(lambda word: _NUMBERED[word[0].lower()], clean(name))
    return clean(_PARENTHESIS.sub(" ", _ORDINAL.sub(" ", numbered)))


def without_parenthesis(name: str) -> str:
    """The name without what stands in parentheses in it: "4th China Quality Conference"."""
    return clean(_PARENTHESIS.sub(" ", name))


def without_complement(name: str) -> str:
    """The name without what follows its head: "Governing Council of the European Central Bank", cut before "of"."""
    return clean(_LINK.split(name, maxsplit=1)[0])


def introduced(name: str) -> tuple[str, str | None]:
    """A name and the acronym at its end: "World Trade Organization (WTO)"; None where there is none."""
    found = _INTRODUCED.search(name)
    if found and found.start() and is_acronym(found[1]):
        return clean(name[: found.start()]), found[1]
    return name, None


def is_acronym(word: str) -> bool:
    """Two to ten letters, most of them capitals, in one word: "WTO", "UNFCCC", "MoU", "G20"."""
    letters = _JOINTS.sub("", word)
    if not 2 <= len(letters) <= 10 or not letters.isalnum():
        return False
    capitals = sum([char.isupper() for char in letters])
    return capitals >= 2 and capitals * 2 >= len(letters)


def spells(acronym: str, name: str) -> bool:
    """Whether the initials of the name, small words counted or not, spell the acronym."""
    wanted = _NO_LETTER.sub("", acronym).upper()
    words = _HYPHENED.findall(name)
    capitals = "".join(word[0] for word in words if word[0].isupper() or word[0].isdigit())
    every = "".join(word[0] for word in words)
    split = "".join(part[0] for word in words for part in word.split("-") if part and part[0].isupper())
    return wanted in {capitals.upper(), every.upper(), split.upper()}


def head_noun(name: str) -> str:
    """The word that says what a name is: the last one, or the last before "of", "for" or "on".

    >>> head_noun("Ministry of Commerce"), head_noun("4th China Quality (Hangzhou) Conference")
    ('Ministry', 'Conference')
    """
    words = _LINK.split(without_parenthesis(name), maxsplit=1)[0].split()
    return words[-1].strip(",;:'’\"") if words else ""
