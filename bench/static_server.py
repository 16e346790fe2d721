"""A static web server that sends gzip as GitHub Pages does, and counts what it sends."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote

from cuttings.article.web_link import split_link

_COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml")


@dataclass(slots=True)
class StaticServer:
    """A running server: its address, and what it has sent since the last ``reset``.

    Counting at the server also sees the requests of a page's workers.

    Attributes:
        address: ``http://host:port`` without a final slash.
        requests: Requests answered.
        sent: Bytes of status lines, headers and compressed bodies.
        answers: For each answer when it was sent (seconds since 1970) and its bytes.
    """

    address: str
    requests: int = 0
    sent: int = 0
    answers: list[tuple[float, int]] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reset(self) -> None:
        """Begin a new count."""
        with self._lock:
            self.requests = 0
            self.sent = 0
            self.answers = []

    def count(self, size: int) -> None:
        """Add one answer of ``size`` bytes."""
        with self._lock:
            self.requests += 1
            self.sent += size
            self.answers.append((time.time(), size))


@lru_cache(maxsize=4096)
def _compress(path: Path, _changed: int) -> bytes:
    """Return a file's content compressed; asked for anew when its time of change differs."""
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


def _handler(folder: Path, server: StaticServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            relative = unquote(split_link(self.path).path).lstrip("/") or "index.html"
            path = (folder / relative).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                self._answer("404 Not Found", {"Content-Type": "text/plain"}, b"not found")
                return
            kind = guess_type(path.name)[0] or "application/octet-stream"
            headers = {"Content-Type": kind, "Cache-Control": "max-age=600"}
            if kind.startswith(_COMPRESSED):
                headers["Content-Encoding"] = "gzip"
                self._answer("200 OK", headers, _compress(path, path.stat().st_mtime_ns))
            else:
                self._answer("200 OK", headers, path.read_bytes())

        def _answer(self, status: str, headers: dict[str, str], payload: bytes) -> None:
            headers["Content-Length"] = str(len(payload))
            lines = [f"HTTP/1.1 {status}", *(f"{key}: {value}" for key, value in headers.items())]
            answer = "\r\n".join([*lines, "", ""]).encode() + payload
            server.count(len(answer))
            self.wfile.write(answer)

    return Handler


@contextmanager
def serve(folder: Path) -> Iterator[StaticServer]:
    """Serve ``folder`` on a free port of localhost."""
    counter = StaticServer("")
    web_server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(folder.resolve(), counter))
    web_server.daemon_threads = True
    counter.address = f"http://127.0.0.1:{web_server.server_port}"
    threading.Thread(target=web_server.serve_forever, daemon=True).start()
    try:
        yield counter
    finally:
        web_server.shutdown()
        web_server.server_close()
