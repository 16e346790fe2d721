"""Answers of servers that keep a client waiting, byte by byte, for ten seconds each.

They come to an end, so that a client which waits for them fails its test and does not hang it.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterable, Iterator
from io import BufferedIOBase
from itertools import cycle, islice

PAUSE = 0.01
_PIECES = 1000

_SLOW: dict[str, tuple[bytes, bytes, bytes]] = {
    "status": (b"HTTP/1.1 200 ", b"O", b"\r\nContent-Length: 1\r\n\r\nx"),
    "field": (b"HTTP/1.1 200 OK\r\nX-Long: ", b"x", b"\r\nContent-Length: 1\r\n\r\nx"),
    "continue": (b"", b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\nx"),
    "processing": (b"", b"HTTP/1.1 102 Processing\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\nx"),
    "hints": (b"HTTP/1.1 103 Early Hints\r\nLink: ", b"x", b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx"),
    "content": (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"x", b"x"),
    "chunks": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"1\r\nx\r\n",
        b"0\r\n\r\n",
    ),
    "chunk": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
        b"x",
        b"\r\nx\r\n0\r\n\r\n",
    ),
    "trailer": (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Long: ",
        b"x",
        b"\r\n\r\n",
    ),
    "packed": (
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0",
        b"x",
        b"\0",
    ),
}
"""By name: what comes at once, what is repeated slowly, and what would end it."""

SLOW_NAMES = sorted(_SLOW)

ENDLESS_NAMES = ["chunk", "continue", "field", "packed", "trailer"]
"""The same, of which more and more at full speed would fill the memory or take forever."""


def send_slowly(name: str, out: BufferedIOBase, stopped: threading.Event) -> None:
    """Send an answer in pieces with pauses between them; less if ``stopped`` is set."""
    begin, piece, end = _SLOW[name]
    out.write(begin)
    for _ in range(_PIECES):
        if stopped.wait(PAUSE):
            return
        out.write(piece)
    out.write(end)


def send_much(name: str, out: BufferedIOBase, size: int) -> None:
    """Send an answer with ``size`` bytes more than it needs, as fast as they are taken."""
    begin, piece, end = _SLOW[name]
    out.write(begin)
    line = piece * (1000 // len(piece))
    for _ in range(size // len(line)):
        out.write(line)
    out.write(end)


@contextlib.contextmanager
def slow_handshake() -> Iterator[int]:
    """Give the port of a server that begins a TLS handshake and never ends it."""
    record = cycle(b"\x16\x03\x03\x3f\xff" + b"\x02\x00\x3f\xfb" + bytes(0x3FFB))
    stopped = threading.Event()

    def serve(listener: socket.socket) -> None:
        while not stopped.is_set():
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                with connection:
                    _drip(connection, islice(record, _PIECES), stopped)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.05)
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        try:
            yield int(listener.getsockname()[1])
        finally:
            stopped.set()
            thread.join()


def _drip(connection: socket.socket, content: Iterable[int], stopped: threading.Event) -> None:
    for byte in content:
        if stopped.wait(PAUSE):
            return
        connection.sendall(bytes([byte]))


@contextlib.contextmanager
def full_port() -> Iterator[int]:
    """Give a port at which no connection is taken and none is refused."""
    with contextlib.ExitStack() as opened:
        listener = opened.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = opened.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield int(listener.getsockname()[1])
