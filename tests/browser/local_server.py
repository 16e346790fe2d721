"""A web server that can be stopped for good and started again at the same address."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

_PATIENCE = 30  # Seconds until a server that does not answer is given up.


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
        """Start, and wait until it answers."""
        command = [sys.executable, "-m", "http.server", str(self._port)]
        command += ["--bind", "127.0.0.1", "--directory", str(self._folder)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        give_up = time.monotonic() + _PATIENCE
        while True:
            try:
                with urllib.request.urlopen(self.address):
                    return
            except urllib.error.HTTPError:
                return
            except OSError:
                if time.monotonic() > give_up:
                    raise
                time.sleep(0.05)

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
