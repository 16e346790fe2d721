"""A static web server that sends gzip as GitHub Pages does."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

_COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml")


@lru_cache(maxsize=4096)
def _compress(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


def _handler(folder: Path) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            relative = unquote(urlsplit(self.path).path).lstrip("/") or "index.html"
            path = (folder / relative).resolve()
            if not path.is_relative_to(folder) or not path.is_file():
                self._send(404, "text/plain", b"not found", compressed=False)
                return
            kind = guess_type(path.name)[0] or "application/octet-stream"
            if kind.startswith(_COMPRESSED):
                self._send(200, kind, _compress(path), compressed=True)
            else:
                self._send(200, kind, path.read_bytes(), compressed=False)

        def _send(self, status: int, kind: str, payload: bytes, *, compressed: bool) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(payload)))
            self.send_header("Cache-Control", "max-age=600")
            if compressed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, *_arguments: object) -> None:
            """Say nothing: the figures are the output."""

    return Handler


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve ``folder`` on a free port of localhost; gives the address without a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(folder.resolve()))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
