"""The server: what it answers, what it refuses, and that it ends with nothing left running."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from kg.errors import KgError
from kg.export import write
from kg.ontology import load_ontology
from kg.serve import serving
from kg.serve.allowed import refused_sender
from kg.serve.front import Front
from kg.store import write_graph
from tests.graphs import small_graph, small_themes

ROOT = Path(__file__).parent.parent
CLAIMED = "ASK { ?s <https://w3id.org/policy-kg/id/relation/demonstrate> ?o }"  # what Wang Yong says of the letter


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a <b> graph")
    write_graph(small_graph(), folder)
    for name in ("graph.ttl", "graph.trig"):
        write(small_graph(), folder / name, load_ontology(), small_themes())
    (folder / "graph.html").write_text("<!doctype html><title>the graph</title>", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def front(folder: Path) -> Iterator[Front]:
    with serving(folder, 0) as front:
        yield front


class Answer:
    """What came back, read whole."""

    def __init__(self, front: Front, method: str, path: str, body: str | None = None, **headers: str) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", front.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, None if body is None else body.encode(), named)
        answer = connection.getresponse()
        self.status, self.headers, self.text = answer.status, answer.headers, answer.read().decode()
        connection.close()


def asked(front: Front, query: str, **headers: str) -> Answer:
    return Answer(front, "GET", f"/query?query={quote(query)}", **headers)


def test_the_first_page_leads_to_every_question_the_editor_and_the_graph(front: Front) -> None:
    page = Answer(front, "GET", "/")
    assert page.status == 200 and "<b>" not in page.text
    for link in ("/questions/directives-by-theme", "/editor", "/graph.html"):
        assert f'href="{link}"' in page.text
    assert Answer(front, "GET", "/graph.html").text.endswith("the graph</title>")


def test_a_saved_question_is_asked_on_its_page(front: Front) -> None:
    page = Answer(front, "GET", "/questions/directives-by-theme?theme=consumer-protection&speaker=")
    assert "Strengthen the protection of consumer rights" in page.text
    (link,) = (unescape(part.split('"')[0]) for part in page.text.split('href="')[1:] if part.startswith("/editor?"))
    assert Answer(front, "GET", link).status == 200 and "VALUES" in link


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/questions/office-as-of", "required"),
        ("/questions/office-as-of?office=State+Councilor", "needs day="),
        ("/questions/directives-by-theme?" + urlencode({"theme": "<script>alert(1)</script>"}), "&lt;script&gt;"),
    ],
)
def test_a_parameter_that_is_missing_or_wrong_is_told_on_the_page(path: str, words: str, front: Front) -> None:
    page = Answer(front, "GET", path)
    assert page.status == 200 and words in page.text and "<script>" not in page.text


@pytest.mark.parametrize(
    "path", ["/questions/none", "/none", "/../pyproject.toml", "/pages/index.html", "/store", "/%00"]
)
def test_there_is_nothing_else(path: str, front: Front) -> None:
    assert Answer(front, "GET", path).status == 404


@pytest.mark.parametrize("path", ["/query", "/sparql"])
def test_sparql_is_answered_by_get_and_by_post(path: str, front: Front) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/policy-kg/ontology#Directive> }"
    form = {"Content_Type": "application/x-www-form-urlencoded", "Accept": "text/csv"}
    direct = {"Content_Type": "application/sparql-query; charset=utf-8", "Accept": "text/csv"}
    answers = [
        Answer(front, "GET", f"{path}?query={quote(query)}", Accept="text/csv"),
        Answer(front, "POST", path, urlencode({"query": query}), **form),
        Answer(front, "POST", path, query, **direct),
    ]
    assert [answer.text.split() for answer in answers] == [["n", "1"]] * 3


def test_a_query_that_does_not_parse_is_told_so(front: Front) -> None:
    assert asked(front, "SELECT").status == 400


def test_what_a_speaker_claims_is_no_fact(front: Front) -> None:
    assert '"boolean":false' in asked(front, CLAIMED, Accept="application/sparql-results+json").text
    by_graph = CLAIMED.replace("{", "{ GRAPH ?g {", 1) + " }"
    assert '"boolean":true' in asked(front, by_graph, Accept="application/sparql-results+json").text


@pytest.mark.parametrize(
    ("method", "path", "body", "kind"),
    [
        ("POST", "/update", "DELETE WHERE { ?s ?p ?o }", "application/sparql-update"),
        ("POST", "/query", "update=DELETE+WHERE+%7B%3Fs+%3Fp+%3Fo%7D", "application/x-www-form-urlencoded"),
        ("POST", "/query", "DELETE WHERE { ?s ?p ?o }", "application/sparql-update"),
        ("POST", "/query", "DELETE WHERE { ?s ?p ?o }", "application/sparql-query"),
        ("POST", "/store?default", "<a:b> <a:b> <a:b> .", "text/turtle"),
        ("PUT", "/store?default", "<a:b> <a:b> <a:b> .", "text/turtle"),
        ("DELETE", "/store?default", None, "text/turtle"),
        ("GET", "/query?query=ASK+%7B%7D&union-default-graph", None, ""),
        ("POST", "/query", "query=ASK+%7B%7D&union-default-graph=true", "application/x-www-form-urlencoded"),
        ("GET", "/query?query=ASK+%7B%7D&query=ASK+%7B%7D", None, ""),
        ("GET", "/query?" + urlencode({"query": "ASK { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }"}), None, ""),
    ],
)
def test_it_neither_writes_nor_unites_nor_asks_elsewhere(
    method: str, path: str, body: str | None, kind: str, front: Front
) -> None:
    before = asked(front, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", Accept="text/csv").text
    assert 400 <= Answer(front, method, path, body, Content_Type=kind).status < 500
    assert asked(front, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", Accept="text/csv").text == before


@pytest.mark.parametrize(
    ("headers", "is_page", "answered"),
    [
        ({"Host": "127.0.0.1:7878"}, False, True),
        ({"Host": "LOCALHOST:7878"}, False, True),
        ({"Host": "127.0.0.1:7878", "Origin": "http://localhost:7878"}, False, True),
        ({"Host": "127.0.0.1:7878", "Sec-Fetch-Site": "same-origin"}, False, True),
        ({"Host": "127.0.0.1:7878", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, True, True),
        ({"Host": "127.0.0.1:7878", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, False, False),
        ({"Host": "127.0.0.1:7878", "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, True, False),
        ({"Host": "127.0.0.1:7878", "Origin": "https://evil.example"}, False, False),
        ({"Host": "127.0.0.1:7878", "Origin": "null"}, False, False),
        ({"Host": "evil.example:7878"}, True, False),
        ({"Host": "127.0.0.1"}, True, False),
        ({}, True, False),
    ],
)
def test_other_sites_are_not_answered(headers: dict[str, str], is_page: bool, answered: bool) -> None:
    assert (refused_sender(headers, 7878, is_page=is_page) is None) == answered


def test_a_rebound_name_reaches_nothing(front: Front) -> None:
    assert Answer(front, "GET", "/", Host="evil.example").status == 403
    assert asked(front, "ASK {}", Host=f"evil.example:{front.port}").status == 403


def test_a_page_may_load_nothing_from_elsewhere(front: Front) -> None:
    for path in ("/", "/editor", "/questions/offices"):
        policy = Answer(front, "GET", path).headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "http" not in policy


def test_a_port_that_is_taken_is_one_line(folder: Path, front: Front) -> None:
    with pytest.raises(KgError, match=rf"port {front.port} cannot be used .*--port"), serving(folder, front.port):
        pass


def test_it_listens_on_this_machine_alone(front: Front) -> None:
    assert front.server_address[0] == "127.0.0.1"
    assert front.behind is not None and front.behind.host.startswith("127.")


def test_a_folder_without_a_graph_and_a_missing_program_are_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KgError, match="kg build"), serving(tmp_path, 0):
        pass
    monkeypatch.setattr("kg.serve.oxigraph.shutil.which", lambda *_, **__: None)
    with pytest.raises(KgError, match=r"pip install .policy-kg\[serve\]"), serving(folder, 0):
        pass


def test_where_the_folder_cannot_be_written_it_is_served_all_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.serve.stored", lambda _: None)
    with serving(folder, 0) as front:
        assert '"boolean":false' in asked(front, CLAIMED, Accept="application/sparql-results+json").text


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl-C", "kill"])
@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_it_ends_cleanly_and_its_child_with_it(ending: signal.Signals, folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "serve", str(folder), "--port", "0"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip
    assert process.stdout is not None
    line = process.stdout.readline()
    port = int(line.split("127.0.0.1:")[1].split("/")[0])
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True
    ).stdout.split()
    assert children
    process.send_signal(ending)
    _, error = process.communicate(timeout=30)
    assert (process.returncode, error) == (0, "")
    for child in children:
        with pytest.raises(ProcessLookupError):
            os.kill(int(child), 0)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
