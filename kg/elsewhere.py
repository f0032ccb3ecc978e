"""Whether a query would ask another server: ``kg`` works without a network, whoever wrote the query."""

from __future__ import annotations

import re

# Strings, IRIs and comments of SPARQL 1.1, in which a word is no keyword.
_QUOTED = re.compile(
    r'"""(?:(?:"|"")?(?:[^"\\]|\\.))*"""'
    r"|'''(?:(?:'|'')?(?:[^'\\]|\\.))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n\r]*",
    re.DOTALL,
)
_SERVICE = re.compile(r"(?<![?$:\w-])SERVICE(?![\w:-])", re.IGNORECASE)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def asks_elsewhere(query: str) -> bool:
    """Whether SERVICE stands in a query as a keyword, also when spelled with escapes.

    >>> asks_elsewhere("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> asks_elsewhere('SELECT ?service { ?service pol:text "a SERVICE" }  # SERVICE')
    False
    """
    spelled = _ESCAPE.sub(lambda match: _character(match[1] or match[2]), query)
    return any(_SERVICE.search(_QUOTED.sub(" ", text)) for text in (query, spelled))


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF else ""
