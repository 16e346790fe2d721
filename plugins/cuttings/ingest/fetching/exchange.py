"""One request to one host, and its answer."""

from __future__ import annotations

import functools
import ssl
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from email.message import Message

import certifi
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    SSLError,
)
from urllib3.exceptions import TimeoutError as HTTPTimeoutError
from urllib3.response import BaseHTTPResponse

from cuttings import __version__
from cuttings.errors import FetchError
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.host_address import Resolver, checked_addresses, looked_up
from cuttings.ingest.fetching.limited_connection import (
    AnswerLimits,
    EndlessAnswerError,
    limited_pool,
)
from cuttings.ingest.fetching.time_allowance import TimeAllowance
from cuttings.ingest.fetching.web_address import WebAddress
from cuttings.ingest.raw.content_coding import (
    ACCEPTED_CODINGS,
    DamagedCodingError,
    UnpackedSizeError,
    unpacked,
)

PRODUCT = "Cuttings"
"""The name by which robots.txt files can address this program."""

_HEADERS = {
    "User-Agent": f"{PRODUCT}/{__version__} (news-cuttings archive)",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Encoding": ACCEPTED_CODINGS,
}
_MOST_DIGITS = 15
"""Most digits of a content length that is read as a number."""

_MOST_OVERHEAD = 1024 * 1024
"""Bytes that the head of an answer and what its content is wrapped in may have: browsers take
heads of a quarter of a megabyte."""

_BLOCK = 64 * 1024
"""Bytes of content that are read at a time."""

_SUCCESSFUL = range(200, 300)


class BrokenExchangeError(Exception):
    """There was no complete answer; asking again may help. The message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered.

    Attributes:
        status: The HTTP status.
        headers: The header fields, by names in small letters.
        content: The unpacked content; only of a successful answer.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""

    @property
    def successful(self) -> bool:
        """Whether the status says that the request was understood and done."""
        return self.status in _SUCCESSFUL

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


@functools.cache
def trusted_authorities() -> ssl.SSLContext:
    """Return a context that trusts the certificate authorities of the system and of Mozilla.

    To read their certificates takes longer than to ask for a page, so they are read once.
    """
    context = ssl.create_default_context()
    context.load_verify_locations(cafile=certifi.where())
    return context


@dataclass(frozen=True, slots=True, kw_only=True)
class Requester:
    """Sends requests, each to one host, within limits.

    Attributes:
        settings: The limits.
        resolve: Gives the IP addresses of hosts.
        tls: What certificates are checked with.
    """

    settings: FetchSettings
    resolve: Resolver
    tls: ssl.SSLContext

    def answer(
        self,
        address: WebAddress,
        headers: Mapping[str, str],
        refuse: Callable[[Answer], str],
        allowance: TimeAllowance,
    ) -> Answer:
        """Send one request and return its answer.

        The connection is made to an address that was looked up once and checked; the host's name
        goes into the request and is what its certificate must be for.

        Args:
            address: What is asked for.
            headers: Header fields of the request beside the usual ones.
            refuse: Says from an answer's head why its content is not wanted, or "".
            allowance: The time that there is.

        Raises:
            BrokenExchangeError: If the answer is not whole.
            FetchError: If the host may not be asked, or the content is refused or too large.
        """
        limits = AnswerLimits(
            allowance=allowance,
            timeout=self.settings.timeout,
            most_bytes=self.settings.max_bytes + _MOST_OVERHEAD,
        )
        with allowance.running():
            try:
                return self._first_answer(address, headers, refuse, limits)
            except EndlessAnswerError as error:
                raise _too_large(address.url, self.settings) from error
            except (HTTPError, OSError, ValueError) as error:
                raise BrokenExchangeError(_reason(error)) from error

    def _first_answer(
        self,
        address: WebAddress,
        headers: Mapping[str, str],
        refuse: Callable[[Answer], str],
        limits: AnswerLimits,
    ) -> Answer:
        """Return the answer of the first of the host's IP addresses that can be reached."""
        problem: Exception | None = None
        tls = self.tls if address.scheme == "https" else None
        for ip_address in self._ip_addresses(address, limits):
            with limited_pool(ip_address, address.port, limits, tls, address.host) as pool:
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
                with response:
                    return _answer(address.url, response, refuse, self.settings)
        if not limits.allowance.left:
            raise TimeoutError from problem
        raise BrokenExchangeError(f"its host {address.host} cannot be reached") from problem

    def _ip_addresses(self, address: WebAddress, limits: AnswerLimits) -> Sequence[str]:
        """Return the IP addresses of a host, each of them allowed."""
        try:
            found = looked_up(self.resolve, address.host, address.port, limits.wait)
        except TimeoutError as error:
            reason = f"the name of its host {address.host} takes too long to look up"
            raise BrokenExchangeError(reason) from error
        except (OSError, ValueError) as error:
            raise BrokenExchangeError(f"its host {address.host} is not found") from error
        return checked_addresses(address.url, address.host, found, self.settings.private_networks)


def _answer(
    url: str,
    response: BaseHTTPResponse,
    refuse: Callable[[Answer], str],
    settings: FetchSettings,
) -> Answer:
    headers = {name.lower(): value for name, value in response.headers.items()}
    head = Answer(status=response.status, headers=headers)
    if not head.successful:
        return head
    if reason := refuse(head):
        raise FetchError(url, reason, "save it yourself in another form, or delete the address")
    content = bytearray()
    length = headers.get("content-length", "")
    # Compared by its digits first: Python reads no number of thousands of them.
    too_large = length.isdecimal() and (
        len(length) > _MOST_DIGITS or int(length) > settings.max_bytes
    )
    while not too_large and (block := response.read1(_BLOCK, decode_content=False)):
        content += block
        too_large = len(content) > settings.max_bytes
    if too_large:
        raise _too_large(url, settings)
    return replace(head, content=_unpacked(head, bytes(content), url, settings))


def _unpacked(head: Answer, content: bytes, url: str, settings: FetchSettings) -> bytes:
    """Return a content unpacked; one that may be an archive itself only if its head says so."""
    codings = head.headers.get("content-encoding", "")
    if not codings and not head.media_type.startswith("text/"):
        return content
    try:
        return unpacked(content, codings, settings.max_bytes)
    except UnpackedSizeError as error:
        raise _too_large(url, settings) from error
    except DamagedCodingError as error:
        raise BrokenExchangeError("the answer cannot be unpacked") from error


def _too_large(url: str, settings: FetchSettings) -> FetchError:
    limit = settings.max_bytes // 1024 // 1024
    return FetchError(
        url, f"it is larger than {limit} MB", "save what you need of it, or delete the address"
    )


def _reason(error: Exception) -> str:
    if isinstance(error, (HTTPTimeoutError, TimeoutError)):
        return "the server takes too long to answer"
    return "the connection broke off"
