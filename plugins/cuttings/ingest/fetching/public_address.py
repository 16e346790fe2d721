"""Which IP addresses are public, whatever version of Python is asked.

The table ``data/special_networks.csv`` has every block of the two registries of special-purpose
addresses that IANA keeps, as they stood on 9 October 2025:

- https://www.iana.org/assignments/iana-ipv4-special-registry/
- https://www.iana.org/assignments/iana-ipv6-special-registry/

and, from the registries of the address space, multicast, the deprecated
forms of IPv6 addresses, and 6bone. Blocks that the registries call globally reachable are in it,
too: they are for protocols, and no news site has such an address.
"""

from __future__ import annotations

import csv
import ipaddress
from functools import cache
from importlib.resources import files

from cuttings.ingest.fetching.fetch_settings import Network

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The only part of the IPv6 space from which addresses are assigned (RFC 4291, RFC 3513)."""

_TRANSLATED = (ipaddress.IPv6Network("::ffff:0:0/96"), ipaddress.IPv6Network("64:ff9b::/96"))
"""IPv6 addresses that end in the IPv4 address which is asked in their place: for a program on
this machine (RFC 4291), and by the translator of a network without IPv4 (RFC 6052)."""


def is_public(address: IPAddress) -> bool:
    """Return whether an address is one of the public internet."""
    if isinstance(address, ipaddress.IPv6Address):
        if any(address in network for network in _TRANSLATED):
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if address not in _GLOBAL_UNICAST:
            return False
    return not any(address in network for network in special_networks())


@cache
def special_networks() -> tuple[Network, ...]:
    """Return the networks of the table."""
    table = files(__package__) / "data" / "special_networks.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return tuple(ipaddress.ip_network(row["network"]) for row in rows)
