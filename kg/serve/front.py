"""The web server that a reader meets: pages, saved questions, and the way through to Oxigraph for SPARQL alone."""

from __future__ import annotations

import http.client
import os
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from kg.errors import InputError, KgError
from kg.serve.allowed import refused_query, refused_sender
from kg.serve.oxigraph import LONGEST
from kg.serve.pages import editor_page, index_page, question_page

if TYPE_CHECKING:
    from kg.serve.oxigraph import Behind

MOST = 1 << 20  # bytes of a query
SPARQL = ("/query", "/sparql")
QUESTIONS = "/questions/"
_FORM, _QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
_ASSETS = ("/yasgui.min.js", "/yasgui.min.css", "/logo.svg")  # Oxigraph brings them along
_OWN = {"/editor.js": "text/javascript", "/style.css": "text/css"}
_PAGES = Path(__file__).parent / "pages"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' "
    "data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
Parameters = Mapping[str, Sequence[str]]


class Front(ThreadingHTTPServer):
    """Serves one built graph; ``behind`` is set once Oxigraph answers."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would let two programs listen on one port

    def __init__(self, address: tuple[str, int], folder: Path) -> None:
        super().__init__(address, _Handler)
        self.folder = folder
        self.behind: Behind | None = None

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def check(self) -> None:
        """Raise :class:`KgError` where Oxigraph's server has ended by itself."""
        if self.behind is not None and self.behind.process.poll() is not None:
            raise KgError(f"the oxigraph server has ended (exit code {self.behind.process.returncode})")


class _Handler(BaseHTTPRequestHandler):
    server: Front
    protocol_version = "HTTP/1.1"
    server_version = "kg"
    sys_version = ""
    timeout = 2 * LONGEST

    def do_GET(self) -> None:
        self._answer(None)

    def do_POST(self) -> None:
        body = self._body()
        if body is not None:
            self._answer(body)

    def do_PUT(self) -> None:
        self.close_connection = True  # whatever body there is stays unread
        self._text(HTTPStatus.METHOD_NOT_ALLOWED, "this server is read-only")

    do_DELETE = do_PATCH = do_OPTIONS = do_HEAD = do_PUT  # noqa: N815 (http.server finds methods by these names)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what is asked stays with who asks it."""

    def _answer(self, body: bytes | None) -> None:
        target = urlsplit(self.path)
        path = unquote(target.path)
        refusal = refused_sender(dict(self.headers.items()), self.server.port, is_page=path not in SPARQL)
        if refusal:
            self._text(HTTPStatus.FORBIDDEN, refusal)
        elif path in SPARQL:
            self._sparql(parse_qs(target.query, keep_blank_values=True), body)
        elif body is not None:
            self._text(HTTPStatus.METHOD_NOT_ALLOWED, "this server is read-only")
        else:
            self._page(path, parse_qs(target.query))

    def _page(self, path: str, given: Parameters) -> None:
        try:
            if path == "/":
                self._html(HTTPStatus.OK, index_page(self.server.folder))
            elif path == "/editor":
                self._html(HTTPStatus.OK, editor_page())
            elif path.startswith(QUESTIONS):
                self._question(path.removeprefix(QUESTIONS), given)
            elif path == "/graph.html" and (self.server.folder / "graph.html").is_file():
                # It carries a policy of its own, for the script that stands within it.
                self._send(HTTPStatus.OK, "text/html; charset=utf-8", (self.server.folder / "graph.html").read_bytes())
            elif path in _OWN:
                self._send(HTTPStatus.OK, f"{_OWN[path]}; charset=utf-8", (_PAGES / path[1:]).read_bytes())
            elif path in _ASSETS:
                self._pass_on("GET", path, None, {})
            else:
                self._text(HTTPStatus.NOT_FOUND, "no such page")
        except (KgError, OSError) as error:
            self._text(HTTPStatus.INTERNAL_SERVER_ERROR, " ".join(str(error).split()))

    def _question(self, name: str, given: Parameters) -> None:
        try:
            page = question_page(self.server.folder, name, {key: values[-1] for key, values in given.items()})
        except InputError as error:
            self._text(HTTPStatus.NOT_FOUND, str(error))
        else:
            self._html(HTTPStatus.OK, page)

    def _sparql(self, parameters: dict[str, list[str]], body: bytes | None) -> None:
        kind = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if body is not None:
            try:
                text = body.decode("utf-8")
            except UnicodeDecodeError:
                return self._text(HTTPStatus.BAD_REQUEST, "a query is UTF-8")
            if kind == _FORM:
                for key, values in parse_qs(text, keep_blank_values=True).items():
                    parameters.setdefault(key, []).extend(values)
            elif kind == _QUERY:
                parameters.setdefault("query", []).append(text)
            else:
                reason = "this server is read-only" if kind == "application/sparql-update" else "not a SPARQL query"
                return self._text(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, reason)
        refusal = refused_query(parameters)
        if refusal:
            return self._text(HTTPStatus.BAD_REQUEST, refusal)
        headers = {name: self.headers[name] for name in ("Accept", "Content-Type") if name in self.headers}
        return self._pass_on(
            "GET" if body is None else "POST", "/query" + self.path[len(urlsplit(self.path).path) :], body, headers
        )

    def _pass_on(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> None:
        """Ask Oxigraph and hand on what it answers, as it comes."""
        behind = self.server.behind
        assert behind is not None
        connection = http.client.HTTPConnection(behind.host, behind.port, timeout=2 * LONGEST)
        try:
            connection.request(method, path, body, dict(headers))
            answer = connection.getresponse()
            self.send_response(answer.status)
            self.send_header("Connection", "close")  # so that its length need not be known
            self.send_header("Content-Type", answer.headers.get("Content-Type", "text/plain; charset=utf-8"))
            self._common(policy=True)
            while chunk := answer.read(1 << 16):
                self.wfile.write(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass  # whoever asked has gone
        except (OSError, http.client.HTTPException) as error:
            self._text(HTTPStatus.BAD_GATEWAY, f"the oxigraph server does not answer: {error}")
        finally:
            connection.close()

    def _body(self) -> bytes | None:
        length = self.headers.get("Content-Length", "")
        if not length.isdigit():
            self.close_connection = True
            self._text(HTTPStatus.LENGTH_REQUIRED, "the length of the query is needed")
            return None
        if int(length) > MOST:
            self.close_connection = True
            self._text(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"a query has {MOST} bytes at most")
            return None
        return self.rfile.read(int(length))

    def _html(self, status: HTTPStatus, page: str) -> None:
        self._send(status, "text/html; charset=utf-8", page.encode("utf-8"), policy=True)

    def _text(self, status: HTTPStatus, text: str) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{text}\n".encode("utf-8", "replace"), policy=True)

    def _send(self, status: HTTPStatus, kind: str, content: bytes, *, policy: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self._common(policy=policy)
        self.wfile.write(content)

    def _common(self, *, policy: bool) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cache-Control", "no-store")
        if policy:
            self.send_header("Content-Security-Policy", _POLICY)
        self.end_headers()
