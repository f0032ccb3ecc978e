"""Names that are typed, and the nodes that bear them."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, Store

from kg.errors import InputError
from kg.named_nodes import nearest, nodes_named

PREFIXES = {
    "ex": "https://example.org/",
    "pol": "https://w3id.org/policy-kg/ontology#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
}
GRAPH = """
ex:City rdfs:subClassOf ex:Place .
ex:georgia a ex:Place, pol:Entity ; rdfs:label "Georgia" .
ex:georgia-us a ex:Place, pol:Entity ; rdfs:label "Georgia" .
ex:oslo a ex:City, pol:Entity ; rdfs:label "Oslo" ; skos:altLabel "Christiania", "the Georgia of the north" .
ex:doc1\\/square a ex:Place ; rdfs:label "square" .
ex:doc2\\/square a ex:Place ; rdfs:label "square" .
ex:law a ex:Law, pol:Entity ; rdfs:label "Oslo" .
"""


@pytest.fixture(scope="module")
def store() -> Store:
    store = Store()
    heads = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    store.load((heads + GRAPH).encode(), format=RdfFormat.TURTLE)
    return store


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Oslo", ["oslo"]),
        (" oslo ", ["oslo"]),
        ("Christiania", ["oslo"]),
        ("ex:oslo", ["oslo"]),
        ("<https://example.org/oslo>", ["oslo"]),
        ("https://example.org/georgia-us", ["georgia-us"]),
        ("georgia-us", ["georgia-us"]),
        ("Square", ["doc1/square", "doc2/square"]),  # phrases of two documents: both are meant
    ],
)
def test_a_node_is_found_by_its_names(value: str, found: list[str], store: Store) -> None:
    nodes = nodes_named(value, "ex:Place", "place", store, PREFIXES)
    assert [node.value.removeprefix("https://example.org/") for node in nodes] == found


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("Georgia", "2 things are called so, give ex:georgia or ex:georgia-us"),
        ("Osslo", r"nothing in this graph is called so \(near: Oslo\)"),
        ("ex:law", "nothing in this graph is called so"),
        ("", "nothing in this graph is called so"),
    ],
)
def test_a_name_of_nobody_or_of_two_gets_one_line(value: str, message: str, store: Store) -> None:
    with pytest.raises(InputError, match=message):
        nodes_named(value, "ex:Place", "place", store, PREFIXES)


def test_what_is_nothing_alike_is_not_offered() -> None:
    assert nearest("zzzz", ["Oslo", "Bergen"]) == ""
    assert nearest("osl", ["Oslo", "Bergen"]) == " (near: Oslo)"
