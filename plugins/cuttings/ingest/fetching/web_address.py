"""The parts of a web address that a request is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from cuttings.errors import FetchError

_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """An address as it is asked for.

    Attributes:
        url: The whole, without its fragment, written in ASCII.
        scheme: "http" or "https".
        host: Name of the host in ASCII, or its IP address without brackets.
        port: The port.
        origin: Scheme, host and port, to which a path can be added.
        target: Path and query.
    """

    url: str
    scheme: str
    host: str
    port: int
    origin: str
    target: str

    @classmethod
    def parse(cls, url: str) -> Self:
        """Return the parts of ``url``.

        Raises:
            FetchError: If it is not a whole http or https address, or holds a password.
        """
        try:
            parts = parse_url(url.strip())
        except LocationParseError as error:
            raise FetchError(url, "it is not a web address", "correct it or delete it") from error
        if parts.scheme not in _PORTS or not parts.host:
            raise FetchError(
                url, "it is not a web address (http or https)", "correct it or delete it"
            )
        if parts.auth:
            raise FetchError(url, "it holds a user name or password", "take it out of the address")
        port = parts.port or _PORTS[parts.scheme]
        origin = f"{parts.scheme}://{parts.netloc}"
        return cls(
            url=f"{origin}{parts.request_uri}",
            scheme=parts.scheme,
            host=parts.host.strip("[]"),
            port=port,
            origin=origin,
            target=parts.request_uri,
        )

    @property
    def authority(self) -> str:
        """Host and, unless it is the usual one, port, as the header Host has them."""
        return self.origin.partition("://")[2]
