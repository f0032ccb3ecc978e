"""The server that a graph is pushed to: SPARQL 1.1 Graph Store and Query, with basic or digest authentication."""

from __future__ import annotations

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import quote, urlencode, urlsplit

from kg.errors import InputError, KgError

TIMEOUT = 600  # seconds that a request may take
# Where servers answer queries, by how the address of their Graph Store ends.
_QUERY_BESIDE = {
    "/store": "/query",  # Oxigraph
    "/data": "/query",  # Fuseki
    "/sparql-graph-crud": "/sparql",  # Virtuoso
    "/sparql-graph-crud-auth": "/sparql",
    "/rdf-graphs/service": "",  # RDF4J, GraphDB
}


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected POST would become a GET, and a password would follow it anywhere."""

    def redirect_request(self, *_: object) -> None:
        return None


class Server:
    """A Graph Store at ``url`` and the query endpoint that belongs to it.

    Raises: InputError for an address that is none, or whose query endpoint cannot be told.
    """

    def __init__(
        self, url: str, query: str | None = None, user: str | None = None, password: Callable[[], str] | None = None
    ) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise InputError(f"{url}: not the http(s) address of a Graph Store")
        if parts.username or parts.password:
            raise InputError("no user or password in the address: give --user, and the password when asked")
        self.url = url.rstrip("/")
        self._query = query or _beside(self.url)
        if urlsplit(self._query).netloc != parts.netloc and user is not None:
            raise InputError("--query is on another server: the password is not sent there")
        handlers: list[urllib.request.BaseHandler] = [_NoRedirect()]
        if _is_local(parts.hostname):
            handlers.append(urllib.request.ProxyHandler({}))
        if user is not None and password is not None:
            known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            known.add_password(None, f"{parts.scheme}://{parts.netloc}/", user, password())
            handlers.append(urllib.request.HTTPDigestAuthHandler(known))
            if parts.scheme == "https" or _is_local(parts.hostname):  # it sends the password as it is
                handlers.append(urllib.request.HTTPBasicAuthHandler(known))
        self._opener = urllib.request.build_opener(*handlers)

    def post(self, graph: str | None, ntriples: bytes) -> None:
        """Add triples to a graph."""
        self._ask(self._graph(graph), "POST", ntriples, {"Content-Type": "application/n-triples"}, graph)

    def delete(self, graph: str | None) -> None:
        """Take a graph away; there need not be one."""
        self._ask(self._graph(graph), "DELETE", None, {}, graph, fine=(404,))

    def number(self, query: str) -> int:
        """The one number that a query gives."""
        headers = {
            "Accept": "application/sparql-results+json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        answer = self._ask(self._query, "POST", urlencode({"query": query}).encode(), headers, "")
        try:
            (row,) = json.loads(answer)["results"]["bindings"]
            return int(row["n"]["value"])
        except (ValueError, KeyError, TypeError) as error:
            raise KgError(f"{self._query} answers a query with something else than its result: give --query") from error

    def _graph(self, graph: str | None) -> str:
        return f"{self.url}?default" if graph is None else f"{self.url}?graph={quote(graph, safe='')}"

    def _ask(
        self,
        url: str,
        method: str,
        body: bytes | None,
        headers: dict[str, str],
        graph: str | None,
        fine: tuple[int, ...] = (),
    ) -> bytes:
        request = urllib.request.Request(url, body, headers, method=method)
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return bytes(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                if error.code in fine:
                    return b""
                raise KgError(f"{url}: {_told(error, graph)}") from error
        except (urllib.error.URLError, http.client.HTTPException, OSError, ValueError) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, BrokenPipeError | ConnectionResetError):
                raise KgError(f"{url}: the server broke off while it was sent to: may it be written to?") from error
            raise KgError(f"{url}: cannot be reached ({' '.join(str(reason).split())})") from error


def _told(error: urllib.error.HTTPError, graph: str | None) -> str:
    """What a refusal means for who pushes."""
    if error.code in (401, 403):
        return f"the server refuses ({error.code}): give --user and the right password"
    if error.code in (301, 302, 303, 307, 308):
        return f"the server has moved to {error.headers.get('Location', 'another address')}: give that one"
    if error.code == 413:
        return "the server takes no request of this size (413)"
    if graph is None and error.code in (400, 404, 405, 500, 501):
        return f"the server refuses its default graph ({error.code}): give one with --graph IRI"
    return f"the server refuses ({error.code} {error.reason})"


def _beside(url: str) -> str:
    for end, query in _QUERY_BESIDE.items():
        if url.endswith(end):
            return url.removesuffix(end) + query
    raise InputError(f"{url}: where this server answers queries is not known; give it with --query URL")


def _is_local(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
