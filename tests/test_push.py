"""Pushing to real servers: everything arrives, in its own graph, and a broken-off push is gone on with."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import push as push_module
from kg.errors import InputError, KgError
from kg.export import write
from kg.ontology import load_ontology
from kg.pipeline import write_folder
from kg.push import STATE, push
from kg.push_server import Server
from kg.query import run_query
from kg.store import write_graph
from tests.graphs import small_graph, small_themes
from tests.sparql_servers import oxigraph, virtuoso

if TYPE_CHECKING:
    from kg.graph import Graph

POL = "https://w3id.org/policy-kg/ontology#"
CLAIM = "?s <https://w3id.org/policy-kg/id/relation/demonstrate> ?o"  # what Wang Yong says of the letter
SAID = "https://w3id.org/policy-kg/id/person/wang-yong/said"
COUNT = "SELECT (COUNT(*) AS ?n) {{ {0} }}"
OURS = "https://example.org/policy"


def quiet(_: str) -> None:
    """Tell nobody how far it got."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small")
    write_graph(small_graph(), folder)
    for name in ("graph.ttl", "graph.trig"):
        write(small_graph(), folder / name, load_ontology(), small_themes())
    return folder


@pytest.fixture(scope="module")
def corpus(corpus_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "out"
    write_folder(corpus_graph, folder)
    return folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Server]:
    with oxigraph(tmp_path / "store") as address:
        yield Server(f"{address}/store")


def size(folder: Path) -> int:
    return sum(
        int(run_query(folder, COUNT.format(where)).rows[0][0] or 0) for where in ("?s ?p ?o", "GRAPH ?g { ?s ?p ?o }")
    )


def test_everything_arrives_at_oxigraph_and_claims_in_their_own_graph(corpus: Path, store: Server) -> None:
    done = push(corpus, store, said=quiet)
    assert (done.triples, done.others) == (size(corpus), 0)
    for where in ("?s ?p ?o", f"GRAPH <{SAID}> {{ ?s ?p ?o }}", "GRAPH ?g { ?s ?p ?o }"):
        ours = run_query(corpus, COUNT.format(where)).rows
        assert ours == ((str(store.number(COUNT.format(where))),),)
    assert not (corpus / STATE).exists()


def test_a_claim_is_no_fact_there(folder: Path, store: Server) -> None:
    push(folder, store, said=quiet)
    assert store.number(COUNT.format(CLAIM)) == 0
    assert store.number(COUNT.format(f"GRAPH <{SAID}> {{ {CLAIM} }}")) == 1


def test_a_push_twice_adds_nothing_and_replacing_takes_away(folder: Path, store: Server) -> None:
    first = push(folder, store, said=quiet)
    assert push(folder, store, said=quiet) == first
    store.post(None, b"<a:b> <a:c> <a:d> .\n")
    assert push(folder, store, said=quiet).others == 1
    assert push(folder, store, replace=True, said=quiet) == first


def test_a_graph_of_its_own_leaves_the_default_graph_alone(folder: Path, store: Server) -> None:
    push(folder, store, OURS, said=quiet)
    assert store.number(COUNT.format("?s ?p ?o")) == 0
    assert store.number(COUNT.format(f"GRAPH <{OURS}> {{ {CLAIM} }}")) == 0
    with pytest.raises(KgError, match="a speaker's own graph"):
        push(folder, store, SAID, said=quiet)


def test_a_server_that_unites_its_graphs_is_told_of(folder: Path, tmp_path: Path) -> None:
    with oxigraph(tmp_path / "store", "--union-default-graph") as address:
        server = Server(f"{address}/store")
        with pytest.raises(KgError, match="unites its graphs"):
            push(folder, server, said=quiet)
        assert push(folder, server, OURS, said=quiet).triples == size(folder)


def test_a_broken_off_push_is_gone_on_with(folder: Path, store: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(push_module, "CHUNK", 100)
    sent: list[int] = []
    post = store.post

    def failing(graph: str | None, ntriples: bytes) -> None:
        if len(sent) == 2:
            raise KgError("the line is cut")
        sent.append(ntriples.count(b"\n"))
        post(graph, ntriples)

    monkeypatch.setattr(store, "post", failing)
    with pytest.raises(KgError, match="the line is cut"):
        push(folder, store, said=quiet)
    assert json.loads((folder / STATE).read_text("utf-8"))["chunks"] == 2 and sent == [100, 100]

    def counting(graph: str | None, ntriples: bytes) -> None:
        sent.append(ntriples.count(b"\n"))
        post(graph, ntriples)

    monkeypatch.setattr(store, "post", counting)
    assert push(folder, store, said=quiet).triples == sum(sent) == size(folder)
    assert not (folder / STATE).exists()


def test_what_has_not_arrived_is_found_by_counting(
    folder: Path, store: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "post", lambda *_: None)
    with pytest.raises(KgError, match=r"the default graph holds 0 of [\d,]+ triples after the push; push again"):
        push(folder, store, said=quiet)
    assert not (folder / STATE).exists()


def test_everything_arrives_at_virtuoso_in_a_graph_of_its_own(corpus: Path, tmp_path: Path) -> None:
    with virtuoso(tmp_path) as address:
        store = f"{address}/sparql-graph-crud-auth"
        with pytest.raises(KgError, match=r"refuses \(401\): give --user and the right password"):
            push(corpus, Server(store, user="dba", password=lambda: "no"), OURS, said=quiet)
        server = Server(store, user="dba", password=lambda: "dba")
        with pytest.raises(KgError, match="give one with --graph IRI"):
            push(corpus, server, said=quiet)
        done = push(corpus, server, OURS, said=quiet)
        assert (done.triples, done.others) == (size(corpus), 0)
        frames = f"SELECT (COUNT(DISTINCT ?f) AS ?n) FROM <{OURS}> {{ ?s <{POL}frame> ?f }}"
        ours = run_query(corpus, frames.replace(f"FROM <{OURS}> ", "")).rows
        assert ours == ((str(server.number(frames)),),)
        # Without FROM, Virtuoso's default graph is all its graphs, claims and all; with it they are not there.
        elsewhere = f"FILTER NOT EXISTS {{ GRAPH <{OURS}> {{ ?s ?p ?o }} }}"
        claimed = f"?s ?p ?o {elsewhere} FILTER EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} }}"
        assert server.number(COUNT.format(claimed)) > 0
        by_name = f"SELECT (COUNT(*) AS ?n) FROM <{OURS}> {{ ?s ?p ?o }}"
        assert server.number(by_name) == int(run_query(corpus, COUNT.format("?s ?p ?o")).rows[0][0] or 0)


Reply = Callable[[BaseHTTPRequestHandler], int]


@pytest.fixture
def fake() -> Iterator[Callable[[Reply], str]]:
    """A server that answers every request with a status, as a function of the request tells."""
    servers: list[ThreadingHTTPServer] = []

    def start(reply: Reply) -> str:
        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                status = reply(self)
                self.send_response(status)
                if status == 401:
                    self.send_header("WWW-Authenticate", 'Basic realm="x"')
                if status == 302:
                    self.send_header("Location", "http://127.0.0.1:9/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            do_GET = do_POST = do_DELETE = answer  # noqa: N815 (http.server finds methods by these names)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return f"http://127.0.0.1:{server.server_address[1]}/store"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "graph", "message"),
    [
        (401, OURS, r"refuses \(401\): give --user and the right password"),
        (403, OURS, r"refuses \(403\): give --user"),
        (302, OURS, "has moved to http://127.0.0.1:9/elsewhere: give that one"),
        (413, OURS, "no request of this size"),
        (500, None, "give one with --graph IRI"),
        (500, OURS, r"refuses \(500 "),
        (200, OURS, "something else than its result: give --query"),
    ],
)
def test_a_refusal_is_one_line(
    status: int, graph: str | None, message: str, folder: Path, fake: Callable[[Reply], str]
) -> None:
    with pytest.raises(KgError, match=message) as error:
        push(folder, Server(fake(lambda _: status)), graph, said=quiet)
    assert "\n" not in str(error.value)


def test_a_server_that_is_not_there_is_one_line(folder: Path) -> None:
    with pytest.raises(KgError, match="cannot be reached"):
        push(folder, Server("http://127.0.0.1:1/store"), said=quiet)


def test_a_server_that_breaks_off_is_one_line(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def hang_up() -> None:
            while True:
                try:
                    listening.accept()[0].close()
                except OSError:
                    return

        threading.Thread(target=hang_up, daemon=True).start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/store"
        with pytest.raises(KgError, match="broke off") as error:
            Server(url).post(OURS, b"x" * 10_000_000)
        assert "\n" not in str(error.value)
        listening.shutdown(socket.SHUT_RDWR)


def test_a_user_may_be_known_by_basic_authentication(fake: Callable[[Reply], str]) -> None:
    wanted = "Basic " + base64.b64encode("ann:geheim é".encode()).decode()
    url = fake(lambda request: 204 if request.headers.get("Authorization") == wanted else 401)
    Server(url, user="ann", password=lambda: "geheim é").post(OURS, b"")
    with pytest.raises(KgError, match="401"):
        Server(url, user="ann", password=lambda: "wrong").post(OURS, b"")


@pytest.mark.parametrize(
    ("url", "query", "message"),
    [
        ("ftp://example.org/store", None, "not the http"),
        ("example.org", None, "not the http"),
        ("http://example.org/store?graph=x", None, "not the http"),
        ("http://ann:pass@example.org/store", None, "no user or password in the address"),
        ("http://example.org/graphs", None, "give it with --query URL"),
        ("http://example.org/store", "http://example.com/query", "the password is not sent there"),
    ],
)
def test_an_address_that_is_none_is_one_line(url: str, query: str | None, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        Server(url, query, "ann", lambda: "secret")
    assert "pass" not in str(error.value).replace("password", "")
