"""Queries that would ask another server."""

from __future__ import annotations

import pytest

from kg.elsewhere import asks_elsewhere


@pytest.mark.parametrize(
    ("query", "elsewhere"),
    [
        ("ASK { service <x:y> {} }", True),
        ("ASK { SERVICE<x:y> {} }", True),
        ("ASK { SERVICE?x {} }", True),
        ("ASK { SERV\\u0049CE <x:y> {} }", True),
        ("ASK { ?s ?p 'a' . SERVICE <x:y> {} }", True),
        ("ASK { # a comment '\n SERVICE <x:y> {} }", True),
        ('ASK { ?s ?p """a " b""" SERVICE SILENT <x:y> {} }', True),
        ("ASK { FILTER(?a < ?b) SERVICE <x:y> {} FILTER(?b > ?a) }", True),
        ("ASK { ?s ?p '''a SERVICE''' }", False),
        ('ASK { ?service $Service "SERVICE \\" SERVICE" }', False),
        ("ASK { ?s ex:service <x:SERVICE> } # SERVICE", False),
    ],
)
def test_service_is_told_from_words_that_look_like_it(query: str, elsewhere: bool) -> None:
    assert asks_elsewhere(query) == elsewhere
