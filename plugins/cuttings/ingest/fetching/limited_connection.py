"""A connection whose answer can neither take forever nor be endless.

A timeout of a socket holds from one byte to the next: a server that sends a byte now and then, in
its header or as one ``100 Continue`` after the other, would never meet it. So each reading waits
for what is left of the page's time at most, and all that was read is counted.
"""

from __future__ import annotations

import http.client
import io
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection

from cuttings.ingest.fetching.time_allowance import TimeAllowance

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_INTERIM = range(100, 200)
"""Statuses of what servers send before their answer (RFC 9110, section 15.2)."""


class EndlessAnswerError(Exception):
    """An answer is longer than it may be, its head and what it is wrapped in included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLimits:
    """How long and how large an answer may be.

    Attributes:
        allowance: The time of the whole page.
        timeout: Longest time, in seconds, to wait for a connection or for the next bytes.
        most_bytes: Most bytes that are read from the connection.
    """

    allowance: TimeAllowance
    timeout: float
    most_bytes: int

    @property
    def wait(self) -> float:
        """Seconds that may be waited from now on.

        Raises:
            TimeoutError: If the page's time is over.
        """
        if (left := self.allowance.left) > 0:
            return min(self.timeout, left)
        raise TimeoutError("the time for the page is over")


def limited_pool(
    ip_address: str, port: int, limits: AnswerLimits, tls: ssl.SSLContext | None, host: str
) -> urllib3.HTTPConnectionPool:
    """Return what connects to one IP address and keeps to ``limits``.

    Args:
        ip_address: The address.
        port: The port.
        limits: The limits of one answer.
        tls: What certificates are checked with; None for http.
        host: What the certificate must be for.
    """
    timeout = urllib3.Timeout(connect=limits.wait, read=limits.wait)
    if tls is None:
        return _LimitedPool(ip_address, port, timeout=timeout, limits=limits)
    return _LimitedTLSPool(
        ip_address, port, timeout=timeout, ssl_context=tls, server_hostname=host, limits=limits
    )


class _LimitedConnection(HTTPConnection):
    def __init__(self, host: str, port: int, *, limits: AnswerLimits, **options: object) -> None:
        super().__init__(host, port, **options)  # type: ignore[arg-type]  # those of urllib3
        self._limits = limits
        self.response_class = _response_class(limits)

    def _new_conn(self) -> socket.socket:
        return _limited(super()._new_conn(), self._limits)


class _LimitedTLSConnection(_LimitedConnection, HTTPSConnection):
    """The same with TLS, which urllib3 begins on the connected socket."""


class _LimitedPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _LimitedConnection


class _LimitedTLSPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _LimitedTLSConnection


def _response_class(limits: AnswerLimits) -> type[http.client.HTTPResponse]:
    make: Callable[..., http.client.HTTPResponse] = partial(_LimitedResponse, limits=limits)
    return cast("type[http.client.HTTPResponse]", make)


def _limited(connected: socket.socket, limits: AnswerLimits) -> socket.socket:
    """Give the next step, the TLS handshake first, what is left of the time."""
    connected.settimeout(limits.wait)
    return connected


class _LimitedResponse(http.client.HTTPResponse):
    def __init__(
        self, sock: socket.socket, *, limits: AnswerLimits, method: str | None = None
    ) -> None:
        super().__init__(sock, method=method)
        self.fp.close()
        self.fp = io.BufferedReader(_LimitedReader(sock, limits))

    def begin(self) -> None:
        """Read up to the head of the answer; Python itself passes over 100 alone."""
        super().begin()
        while self.status in _INTERIM:
            self.headers = self.msg = None  # type: ignore[assignment]  # as before the first
            super().begin()


class _LimitedReader(io.RawIOBase):
    """Reads from a socket as long as the limits allow."""

    def __init__(self, connected: socket.socket, limits: AnswerLimits) -> None:
        super().__init__()
        self._socket = connected
        self._file = connected.makefile("rb", buffering=0)
        self._limits = limits
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int | None:
        """Read once; of a socket with a timeout that is some bytes, or 0 at the end."""
        self._socket.settimeout(self._limits.wait)
        count = self._file.readinto(buffer)
        self._read += count or 0
        if self._read > self._limits.most_bytes:
            raise EndlessAnswerError
        return count

    def close(self) -> None:
        self._file.close()
        super().close()
