"""Text as it may stand between quotation marks: in a literal of Turtle or N-Quads, in a string of JSON."""

from __future__ import annotations

import re

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]')
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def escaped(text: str) -> str:
    """The text with what needs it escaped; half a surrogate pair, which UTF-8 lacks, becomes U+FFFD."""
    return _ESCAPED.sub(_escape, whole(text)) if _ESCAPED.search(text) else text


def whole(text: str) -> str:
    """The text as UTF-8 can hold it: U+FFFD in place of half a surrogate pair."""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)


def _escape(match: re.Match[str]) -> str:
    return _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}"
