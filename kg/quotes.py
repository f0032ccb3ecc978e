"""Words quoted from a sentence → their spans: how coding sheets point at a text without offsets.

``" … "`` is a gap, ``#2`` behind a piece the second place where it stands; only whole words match, white space matches
any white space, straight and curly quotation marks match each other.
"""

from __future__ import annotations

import re
from functools import cache

from kg.model import Span, Spans

_GAP = re.compile(r"\s(?:…|\.\.\.)\s")
_NUMBER = re.compile(r"#(\d+)$")
_MARKS = {"'": "['\u2018\u2019]", "\u2018": "['\u2018\u2019]", "\u2019": "['\u2018\u2019]",
          '"': '["\u201c\u201d]', "\u201c": '["\u201c\u201d]', "\u201d": '["\u201c\u201d]'}  # fmt: skip


def find_sentence(text: str, quote: str, start: int) -> Span:
    """Find a sentence, quoted whole or as "first words … last words", at or after ``start``.

    Raises: ValueError where it is not there.
    """
    spans = [_next(text, piece, number, start, len(text)) for piece, number in _pieces(quote)[:1]]
    for piece, number in _pieces(quote)[1:]:
        spans.append(_next(text, piece, number, spans[-1][1], len(text)))
    return spans[0][0], spans[-1][1]


def find_words(text: str, sentence: Span, quote: str) -> Spans:
    """Find quoted words within a sentence, a span a piece.

    Raises: ValueError where they are not there, or stand there more than once and have no number.

    >>> find_words("to protect the rights of users and the rights of firms", (0, 54), "the rights#2 … firms")
    ((35, 45), (49, 54))
    """
    (piece, number), *others = _pieces(quote)
    places = [match.span() for match in _pattern(piece).finditer(text, *sentence)]
    if len(places) > 1 and number is None:
        raise ValueError(f"{piece!r} stands {len(places)} times in the sentence: write {piece}#1, {piece}#2 or so")
    spans = [_next(text, piece, number, *sentence)]
    for following, which in others:
        spans.append(_next(text, following, which, spans[-1][1], sentence[1]))
    return tuple(spans)


def _pieces(quote: str) -> list[tuple[str, int | None]]:
    """Split a quote at its gaps; each piece with its number, None where it has none."""
    pieces: list[tuple[str, int | None]] = []
    for piece in _GAP.split(quote):
        number = _NUMBER.search(piece)
        pieces.append((_NUMBER.sub("", piece).strip(), int(number[1]) if number else None))
    if any(not words for words, _ in pieces):
        raise ValueError(f"no words in {quote!r}; write null for what is implied")
    return pieces


def _next(text: str, piece: str, number: int | None, start: int, end: int) -> Span:
    places = [match.span() for match in _pattern(piece).finditer(text, start, end)]
    wanted = number or 1
    if len(places) < wanted:
        times = f"{len(places)} times, not {wanted}" if places else "not"
        raise ValueError(f"{piece!r} stands {times} in the sentence, or not after the words before it")
    return places[wanted - 1]


@cache
def _pattern(piece: str) -> re.Pattern[str]:
    body = r"\s+".join("".join(_MARKS.get(char, re.escape(char)) for char in word) for word in piece.split())
    left = r"(?<!\w)" if piece[0].isalnum() else ""
    right = r"(?!\w)" if piece[-1].isalnum() else ""
    return re.compile(left + body + right)
