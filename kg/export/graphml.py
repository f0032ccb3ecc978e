"""Graph → GraphML, for Gephi, Cytoscape, yEd and igraph: participants as nodes, statements as edges.

GraphML holds plain values alone: lists are flattened, None is left out, and characters that XML cannot hold are
taken away.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

Plain = str | int | float | bool

# Char of XML 1.0, turned round.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(network: networkx.MultiDiGraph[str], path: Path) -> None:
    """Write the network as UTF-8 XML; its own attributes stay as they are."""
    from networkx import write_graphml_xml

    # Not write_graphml: it takes lxml where that is installed, and the bytes would differ from machine to machine.
    write_graphml_xml(plain(network), path)


def plain(network: networkx.MultiDiGraph[str]) -> networkx.MultiDiGraph[str]:
    """The same network with attributes that GraphML can hold."""
    import networkx

    copy: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, attributes in network.nodes(data=True):
        copy.add_node(legal(node), **_plain(attributes))
    for source, target, key, attributes in network.edges(keys=True, data=True):
        copy.add_edge(legal(source), legal(target), key=legal(str(key)), **_plain(attributes))
    return copy


def legal(text: str) -> str:
    """Text without what XML cannot hold: controls, half surrogate pairs, non-characters."""
    return _NOT_XML.sub("", text)


def _plain(attributes: dict[str, Any]) -> dict[str, Plain]:
    return {legal(name): _flat(value) for name, value in attributes.items() if value is not None}


def _flat(value: Any) -> Plain:
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value)
        return legal("; ".join(items))
    return legal(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str))
