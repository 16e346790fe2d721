"""One request to one host, and its answer."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.message import Message

import certifi
import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    DecodeError,
    HTTPError,
    NewConnectionError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as HTTPTimeoutError
from urllib3.response import BaseHTTPResponse

from cuttings import __version__
from cuttings.errors import FetchError
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.host_address import Resolver, checked_addresses
from cuttings.ingest.fetching.web_address import WebAddress

PRODUCT = "Cuttings"
"""The name by which robots.txt files can address this program."""

_HEADERS = {
    "User-Agent": f"{PRODUCT}/{__version__} (news-cuttings archive)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate",
}
_MOST_DIGITS = 15
"""Digits of a length that is not too large at a glance."""

_BLOCK = 64 * 1024
_OK = 200


class BrokenExchangeError(Exception):
    """There was no whole answer; asking again may help. The message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered.

    Attributes:
        status: The HTTP status.
        headers: The header fields, by names in small letters.
        content: The unpacked content; only of an answer with status 200.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def media_type(self) -> str:
        """The content's media type in small letters, or ""."""
        return self._content_type().get_content_type() if "content-type" in self.headers else ""

    @property
    def charset(self) -> str:
        """The character set that the server names, or ""."""
        return self._content_type().get_content_charset() or ""

    def _content_type(self) -> Message:
        message = Message()
        message["Content-Type"] = self.headers.get("content-type", "")
        return message


def trusted_authorities() -> ssl.SSLContext:
    """Return a context that trusts the certificate authorities of the system and of Mozilla."""
    context = ssl.create_default_context()
    context.load_verify_locations(cafile=certifi.where())
    return context


def exchange(
    address: WebAddress,
    headers: Mapping[str, str],
    refuse: Callable[[Answer], str],
    settings: FetchSettings,
    resolve: Resolver,
    tls: ssl.SSLContext,
) -> Answer:
    """Send one request and return its answer.

    The connection is made to an address that was looked up once and checked; the host's name
    goes into the request and is what its certificate must be for.

    Args:
        address: What is asked for.
        headers: Header fields of the request beside the usual ones.
        refuse: Says from an answer's head why its content is not wanted, or "".
        settings: The limits.
        resolve: Gives the IP addresses of hosts.
        tls: What certificates are checked with.

    Raises:
        BrokenExchangeError: If there is no whole answer.
        FetchError: If the host may not be asked, or the content is refused or too large.
    """
    try:
        addresses = resolve(address.host, address.port)
    except (OSError, ValueError) as error:
        raise BrokenExchangeError(f"its host {address.host} is not found") from error
    checked = checked_addresses(address.url, address.host, addresses, settings.private_networks)
    problem: Exception | None = None
    for ip_address in checked:
        started = time.monotonic()
        with _pool(address, ip_address, settings, tls) as pool:
            try:
                response = pool.urlopen(
                    "GET",
                    address.target,
                    headers={**_HEADERS, "Host": address.authority, **headers},
                    redirect=False,
                    retries=False,
                    preload_content=False,
                )
            except (ConnectTimeoutError, NewConnectionError) as error:
                problem = error
                continue
            except SSLError as error:
                raise FetchError(
                    address.url,
                    "its host does not prove who it is (no valid certificate)",
                    "look at it in a browser and save the page from there",
                ) from error
            except (HTTPError, OSError) as error:
                raise BrokenExchangeError(_reason(error)) from error
            with response:
                return _answer(address.url, response, refuse, settings, started + settings.deadline)
    raise BrokenExchangeError(f"its host {address.host} cannot be reached") from problem


def _pool(
    address: WebAddress, ip_address: str, settings: FetchSettings, tls: ssl.SSLContext
) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=settings.timeout, read=settings.timeout)
    if address.scheme == "http":
        return urllib3.HTTPConnectionPool(ip_address, address.port, timeout=timeout)
    return urllib3.HTTPSConnectionPool(
        ip_address, address.port, timeout=timeout, ssl_context=tls, server_hostname=address.host
    )


def _answer(
    url: str,
    response: BaseHTTPResponse,
    refuse: Callable[[Answer], str],
    settings: FetchSettings,
    end: float,
) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    head = Answer(status=response.status, headers=headers)
    if response.status != _OK:
        return head
    if reason := refuse(head):
        raise FetchError(url, reason, "save it yourself in another form, or delete the address")
    content = bytearray()
    length = headers.get("content-length", "")
    # Compared by its digits first: Python reads no number of thousands of them.
    too_large = length.isdecimal() and (
        len(length) > _MOST_DIGITS or int(length) > settings.max_bytes
    )
    try:
        while not too_large and (block := response.read1(_BLOCK, decode_content=True)):
            content += block
            too_large = len(content) > settings.max_bytes
            if time.monotonic() > end:
                raise BrokenExchangeError("the server takes too long to answer")
    except (HTTPError, OSError) as error:
        raise BrokenExchangeError(_reason(error)) from error
    if too_large:
        limit = settings.max_bytes // 1024 // 1024
        raise FetchError(
            url, f"it is larger than {limit} MB", "save what you need of it, or delete the address"
        )
    return Answer(status=response.status, headers=headers, content=bytes(content))


def _reason(error: Exception) -> str:
    if isinstance(error, (HTTPTimeoutError, TimeoutError)):
        return "the server takes too long to answer"
    if isinstance(error, DecodeError):
        return "the answer cannot be unpacked"
    return "the connection broke off"
