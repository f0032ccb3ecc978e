"""Hypothesis strategies: any value of the model that the interchange files can hold, however odd its text."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.graph import Graph
from kg.model import Close, Document, Entity, Statement

ODD = ["\u2028", '"</script>"', "=1+1", "a\r\nb", "\x1f", "\\", "e\u0301", "𝒳", ""]
TEXT = st.text(max_size=8) | st.sampled_from(ODD)
SHARE = st.floats(0, 1)
OPTIONAL_TEXT = st.none() | TEXT

STATEMENTS = st.builds(Statement, id=TEXT, rule=TEXT, confidence=st.none() | SHARE)
DOCUMENTS = st.builds(
    Document,
    title=TEXT,
    text=TEXT,
    issuer=OPTIONAL_TEXT,
    sentences=st.lists(st.tuples(st.integers(0), st.integers(0)), max_size=2).map(tuple),
    variables=st.dictionaries(TEXT, TEXT, max_size=3).map(lambda found: tuple(sorted(found.items()))),
)
ENTITIES = st.builds(Entity, label=TEXT, close=st.lists(st.builds(Close, score=SHARE), max_size=2).map(tuple))
OBJECTS = st.dictionaries(
    TEXT, st.none() | st.booleans() | st.integers() | TEXT | st.lists(TEXT, max_size=2), max_size=3
)

GRAPHS = st.builds(
    Graph,  # its parts need not fit together: the store does not look
    documents=st.lists(DOCUMENTS, max_size=2).map(tuple),
    statements=st.lists(STATEMENTS, max_size=2).map(tuple),
    entities=st.lists(ENTITIES, max_size=2).map(tuple),
    prefixes=st.dictionaries(TEXT, TEXT, max_size=3),
    report=OBJECTS,
    run=OBJECTS,
)
