"""A web server that can be stopped for good and started again at the same address.

``python -m tests.servers.local_server FD FOLDER`` serves a folder at a socket that it inherits.
"""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_MOST_WAITING = 128
"""Connections that wait for a server which has not begun yet, or hangs."""


class LocalServer:
    """Serves a folder on localhost from a process of its own.

    Args:
        folder: What lies at the server's root.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port: int = free.getsockname()[1]

    @property
    def address(self) -> str:
        """``http://host:port/``."""
        return f"http://127.0.0.1:{self._port}/"

    def start(self) -> None:
        """Start; whoever connects from now on is answered as soon as the process serves."""
        with socket.create_server(("127.0.0.1", self._port), backlog=_MOST_WAITING) as listening:
            socket_number = listening.fileno()
            command = [sys.executable, "-m", "tests.servers.local_server", str(socket_number)]
            self._process = subprocess.Popen(
                [*command, str(self._folder)],
                cwd=_ROOT,
                pass_fds=[socket_number],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

    def hang(self) -> None:
        """Go on taking connections and answer none, as a network does that hardly reaches."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def stop(self) -> None:
        """End the process, if it runs."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


def main(socket_number: int, folder: str) -> None:
    """Serve a folder at a socket that listens already, for as long as the process lives."""
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler, bind_and_activate=False)
    server.socket.close()
    server.socket = socket.socket(fileno=socket_number)
    server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
