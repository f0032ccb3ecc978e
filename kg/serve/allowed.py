"""What the server lets through: requests of this machine's own pages and programs, and queries that stay here.

A page of some website must not read a graph that is served on the reader's machine. Its requests bear the site's own
name as Host (DNS rebinding) or Origin, or the browser marks them as cross-site; programs such as curl send neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.elsewhere import asks_elsewhere

UNITES = "union-default-graph"  # Oxigraph's parameter for a default graph that is all graphs at once


def refused_sender(headers: Mapping[str, str], port: int, *, is_page: bool) -> str | None:
    """Why a request is not answered at all; None where it may be. A page of ours may be linked to from anywhere."""
    hosts = {f"{name}{suffix}" for name in ("127.0.0.1", "localhost") for suffix in (f":{port}", *_implied(port))}
    if headers.get("Host", "").lower() not in hosts:
        return "this server answers to 127.0.0.1 and localhost alone"
    origin = headers.get("Origin")
    if origin is not None and origin.lower() not in {f"http://{host}" for host in hosts}:
        return "requests of other sites are not answered"
    navigates = is_page and headers.get("Sec-Fetch-Mode") == "navigate"
    if headers.get("Sec-Fetch-Site") in ("cross-site", "same-site") and not navigates:
        return "requests of other sites are not answered"
    return None


def refused_query(parameters: Mapping[str, Sequence[str]]) -> str | None:
    """Why a SPARQL request is not answered; None where it may be."""
    if "update" in parameters:
        return "this server is read-only"
    if UNITES in parameters:
        return "what a speaker claims is not united with what the documents assert: ask for a graph by GRAPH"
    if len(parameters.get("query", ())) != 1:
        return "one query is needed"
    if asks_elsewhere(parameters["query"][0]):
        return "SERVICE would ask another server; this one asks none"
    return None


def _implied(port: int) -> tuple[str, ...]:
    return ("",) if port == 80 else ()
