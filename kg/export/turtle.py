"""Triples → Turtle: a block a subject, everything in order, so that two builds can be compared with ``diff``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.export.terms import RDF, XSD, Iri, Literal, Node, Triple

# A subset of what Turtle lets stand in a local name: all that needs no escape in any parser.
_LOCAL = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_TYPE = Iri(RDF + "type")
_STRING = XSD + "string"
_BARE = {XSD + "integer": re.compile(r"-?[0-9]+"), XSD + "boolean": re.compile(r"true|false")}
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def lines(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> Iterator[str]:
    """A whole Turtle document, line by line; ``triples`` come sorted and free of doubles."""
    yield from prologue(prefixes)
    yield from blocks(triples, prefixes)


def prologue(prefixes: Mapping[str, str]) -> Iterator[str]:
    for prefix, namespace in sorted(prefixes.items()):
        yield f"@prefix {prefix}: <{namespace}> ."


def blocks(triples: Iterable[Triple], prefixes: Mapping[str, str], indent: str = "") -> Iterator[str]:
    """A block for each subject, an empty line before it, its types first."""
    render = Renderer(prefixes)
    for subject, about in groupby(triples, key=lambda triple: triple.subject):
        yield ""
        yield f"{indent}{render(subject)}"
        grouped = [
            (predicate, [render(triple.object) for triple in rows])
            for predicate, rows in groupby(about, key=lambda triple: triple.predicate)
        ]
        grouped.sort(key=lambda pair: pair[0] != _TYPE)  # a stable sort: the rest keeps its order
        for number, (predicate, objects) in enumerate(grouped, 1):
            verb = "a" if predicate == _TYPE else render(predicate)
            end = " ." if number == len(grouped) else " ;"
            yield f"{indent}    {verb} {', '.join(objects)}{end}"


class Renderer:
    """Writes one term; IRIs as prefixed names where that needs no escaping, else between angle brackets."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        longest_first = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._prefixes = tuple((prefix, namespace) for prefix, namespace in longest_first if namespace)
        self._known: dict[str, str] = {}

    def __call__(self, node: Node) -> str:
        return self._iri(node.value) if isinstance(node, Iri) else self._literal(node)

    def _iri(self, iri: str) -> str:
        if iri not in self._known:
            self._known[iri] = self._prefixed(iri) or f"<{iri}>"
        return self._known[iri]

    def _prefixed(self, iri: str) -> str | None:
        for prefix, namespace in self._prefixes:
            if iri.startswith(namespace) and _LOCAL.fullmatch(iri, len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return None

    def _literal(self, literal: Literal) -> str:
        if literal.datatype == _STRING:
            return f'"{escaped(literal.value)}"'
        bare = _BARE.get(literal.datatype)
        if bare and bare.fullmatch(literal.value):
            return literal.value
        return f'"{escaped(literal.value)}"^^{self._iri(literal.datatype)}'


def escaped(text: str) -> str:
    """Text as it may stand between quotation marks; half a surrogate pair, which UTF-8 lacks, becomes U+FFFD."""
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}", text)
