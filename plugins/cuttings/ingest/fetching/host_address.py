"""Which addresses of the internet a host has, and whether they may be asked.

A list of stories comes from anywhere; a name in it that leads into the network of whoever
fetches it would hand out what only they may read. So a host's addresses are looked up and
checked, and the connection is made to an address that was checked, whatever the name means
a moment later.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from cuttings.errors import FetchError
from cuttings.ingest.fetching.fetch_settings import Network

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host, asked for by name and port; OSError if it has none."""

_IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv6 addresses that end in the IPv4 address they are translated to (RFC 6052)."""


def resolved(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, each once, in the order of preference.

    Raises:
        OSError: If it has none, or the name service cannot be asked.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def checked_addresses(
    url: str, host: str, addresses: Sequence[str], allowed: Sequence[Network]
) -> list[str]:
    """Return the IP addresses of a host that may be asked: all, or the host is refused.

    Args:
        url: What is to be fetched, for the error.
        host: Its host.
        addresses: The IP addresses of the host.
        allowed: Networks that may be asked although they are not public.

    Raises:
        FetchError: If one of them is not public and not in an allowed network.
    """
    for address in addresses:
        parsed = ipaddress.ip_address(address.partition("%")[0])
        if not _is_public(parsed) and not any(parsed in network for network in allowed):
            raise FetchError(
                url,
                f"its host {host} has the private address {parsed}",
                f"if you trust it, add it again with --allow-private {parsed}",
            )
    return list(addresses)


def _is_public(address: _IPAddress) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and (inner := _translated(address)) is not None:
        return _is_public(inner)
    return address.is_global and not address.is_multicast


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that an IPv6 address stands for, or None."""
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour
