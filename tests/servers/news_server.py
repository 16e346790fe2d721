"""A news site on this machine, with the faults that sites have."""

from __future__ import annotations

import gzip
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.servers.slow_answers import PAUSE, send_much, send_slowly

LOOPBACK = "127.0.0.1"

PAGE = """<!doctype html><html><head><title>{title}</title>
<meta property="article:published_time" content="2003-10-24T12:00:00Z"></head><body><article>
<h1>{title}</h1>
<p>The last Concorde touched down at Heathrow on Friday, ending twenty-seven years of flights
faster than sound between the two sides of the Atlantic Ocean.</p>
<p>Thousands of people stood along the fence to watch the three aircraft land within minutes of
each other, the airline said in a statement later that day. {more}</p>
<p>The fleet will go to museums, where the curators have waited for it.</p>
</article></body></html>"""

_MEDIA_TYPES = {
    "xml": "application/rss+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "bin": "application/octet-stream",
}

_BOMB = gzip.compress(bytes(16 * 1024 * 1024), compresslevel=1)
"""A small answer that is large when it is unpacked."""


def page(title: str = "Concorde flies home", more: str = "") -> bytes:
    return PAGE.format(title=title, more=more).encode()


class NewsServer(ThreadingHTTPServer):
    """Answers by path; counts what it is asked for.

    Attributes:
        asked: How often each path was asked for.
        requests: The header fields of each request, by its path, in order.
        robots: Content of robots.txt, or None if there is none.
        location: Where ``/elsewhere`` leads to, a character a byte.
        sent: Bytes that are the whole answer of ``/sent``.
        robots_as: Path whose answer robots.txt gets, or "".
        story: The page of a story.
        overriding: Contents by path, in place of what is answered there else.
        stopped: Set when it is going down.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((LOOPBACK, 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.robots: str | None = None
        self.robots_as = ""
        self.location = ""
        self.sent = b""
        self.story = page()
        self.overriding: dict[str, bytes] = {}
        self.stopped = threading.Event()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, path: str, host: str = LOOPBACK) -> str:
        return f"http://{host}:{self.port}{path}"

    def pages(self) -> list[str]:
        """The paths asked for in order, robots.txt left out."""
        return [path for path, _ in self.requests if path != "/robots.txt"]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that hang up, which is what some tests are about."""


@contextmanager
def running(server: NewsServer, tls: ssl.SSLContext | None = None) -> Iterator[NewsServer]:
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: NewsServer

    def log_message(self, *_args: object) -> None:
        """Print nothing."""

    def do_GET(self) -> None:
        path = self.path
        self.server.asked[path] += 1
        if path == "/robots.txt" and self.server.robots_as:
            path = self.path = self.server.robots_as
        self.server.requests.append((path, {k.lower(): v for k, v in self.headers.items()}))
        if path in self.server.overriding:
            kind = _MEDIA_TYPES.get(path.rpartition(".")[2], "text/html; charset=utf-8")
            self.send(self.server.overriding[path], Content_Type=kind)
        elif path == "/robots.txt":
            self._robots()
        else:
            name = path.lstrip("/").partition("/")[0].partition("?")[0].replace("-", "_")
            getattr(self, f"answer_{name}", self.answer_missing)()

    def send(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(content))}
        fields |= {name.replace("_", "-"): value for name, value in headers.items()}
        for name, value in fields.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def redirect(self, location: str) -> None:
        self.send(b"", 302, Location=location)

    def _robots(self) -> None:
        if self.server.robots is None:
            self.answer_missing()
        else:
            self.send(self.server.robots.encode(), Content_Type="text/plain")

    @property
    def visits(self) -> int:
        return self.server.asked[self.path]

    def answer_missing(self) -> None:
        self.send(b"not here", 404)

    def answer_story(self) -> None:
        self.send(self.server.story)

    def answer_changing(self) -> None:
        more = f"It was read {self.visits} times."
        self.send(page(more=more), ETag='"always the same"')

    def answer_stories(self) -> None:
        self.send(page(f"Concorde flies home {self.path.rpartition('/')[2]}"))

    def answer_versioned(self) -> None:
        etag = f'"{len(self.server.story)}"'
        if self.headers["If-None-Match"] == etag:
            self.send(b"", 304)
        else:
            self.send(self.server.story, ETag=etag, Last_Modified="Fri, 24 Oct 2003 12:00:00 GMT")

    def answer_busy(self) -> None:
        if self.visits == 1:
            self.send(b"", 429, Retry_After="0")
        else:
            self.send(self.server.story)

    def answer_closed_for_a_day(self) -> None:
        self.send(b"", 503, Retry_After="86400")

    def answer_closed_until_2090(self) -> None:
        self.send(b"", 503, Retry_After="Sun, 01 Jan 2090 00:00:00 GMT")

    def answer_failing_once(self) -> None:
        self.send(b"", 500) if self.visits == 1 else self.send(self.server.story)

    def answer_failing(self) -> None:
        self.send(b"", 500)

    def answer_moved(self) -> None:
        self.redirect("/moved-again")

    def answer_moved_again(self) -> None:
        self.redirect("story?from=moved")

    def answer_elsewhere(self) -> None:
        self.send(b"", 302, Location=self.server.location)

    def answer_sent(self) -> None:
        self.wfile.write(self.server.sent)
        self.close_connection = True

    def answer_circle(self) -> None:
        self.redirect("/circle-back")

    def answer_circle_back(self) -> None:
        self.redirect("/circle")

    def answer_endless(self) -> None:
        self.redirect(f"/endless/{len(self.server.requests)}")

    def answer_to_private(self) -> None:
        self.redirect(f"http://127.0.0.2:{self.server.port}/story")

    def answer_to_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def answer_to_nothing(self) -> None:
        self.redirect("http://[/")

    def answer_huge_as_told(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(1 << 40))
        self.end_headers()

    def answer_endless_as_told(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "9" * 5000)
        self.end_headers()

    def answer_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(1024):
            self.wfile.write(b"<p>more</p>" * 1000)

    def answer_bomb(self) -> None:
        self.send(_BOMB, Content_Encoding="gzip")

    def answer_compressed(self) -> None:
        self.send(gzip.compress(self.server.story), Content_Encoding="gzip")

    def answer_badly_compressed(self) -> None:
        self.send(b"\x1f\x8b\x08 this is not gzip", Content_Encoding="gzip")

    def answer_reset(self) -> None:
        if self.visits == 1:
            self._hang_up()
        else:
            self.send(self.server.story)

    def answer_always_reset(self) -> None:
        self._hang_up()

    def _hang_up(self) -> None:
        """Reset the connection instead of answering."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def answer_cut_short(self) -> None:
        self.send(self.server.story[:200], Content_Length=str(len(self.server.story)))

    def answer_silent(self) -> None:
        self.server.stopped.wait(60)

    def answer_slow(self) -> None:
        """``/slow/NAME``: one of the slow answers."""
        send_slowly(self.path.split("/")[2], self.wfile, self.server.stopped)
        self.close_connection = True

    def answer_much(self) -> None:
        """``/much/NAME``: one of the slow answers, quickly, but four megabytes of it."""
        send_much(self.path.split("/")[2], self.wfile, 4 * 1024 * 1024)
        self.close_connection = True

    def answer_slow_way(self) -> None:
        """``/slow-way/N``: each redirect to the next comes after a while."""
        self.server.stopped.wait(20 * PAUSE)
        self.redirect(f"/slow-way/{int(self.path.rpartition('/')[2]) + 1}")

    def answer_status(self) -> None:
        """``/status/N``: an answer with that status and a page."""
        self.send(self.server.story, int(self.path.split("/")[2]))

    def answer_hinted(self) -> None:
        """The page, after all that a server may say before it."""
        for status in (100, 102, 103, 199):
            self.send_response_only(status)
            self.send_header("Link", "</style.css>; rel=preload")
            self.end_headers()
        self.send(self.server.story)

    def answer_dripping(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        while not self.server.stopped.wait(0.01):
            self.wfile.write(b".")

    def answer_wrong_charset(self) -> None:
        story = page("Mélenchon à l’Élysée").decode()
        story = story.replace("<head>", '<head><meta charset="iso-8859-5">')
        self.send(story.encode("utf-8"))

    def answer_latin(self) -> None:
        self.send(
            page("Mélenchon à Besançon").decode().encode("iso-8859-1"),
            Content_Type="text/html; charset=iso-8859-1",
        )

    def answer_film(self) -> None:
        self.send(b"\x00" * 100, Content_Type="video/mp4")

    def answer_note(self) -> None:
        self.send(
            b"Wall falls\n\nBERLIN, 9 November 1989 - The gates opened on Thursday evening.\n",
            Content_Type="text/plain",
        )

    def answer_empty(self) -> None:
        self.send(b"")

    def answer_no_text(self) -> None:
        self.send(b"<!doctype html><html><body></body></html>")
