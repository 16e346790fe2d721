"""Addresses that lead into a private network, in every form in which they can be written."""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Iterator
from random import Random

import pytest

from cuttings.errors import FetchError
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.web_client import WebClient

_PRIVATE = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 "
        "192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 "
        "192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
    ).split()
)
_PRIVATE_6 = tuple(
    ipaddress.ip_network(network)
    for network in (
        "::/128 ::1/128 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 "
        "5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8 ::/96 ::ffff:0:0:0/96 4000::/3"
    ).split()
)


def hostile_addresses(random: Random, count: int) -> Iterator[str]:
    """Yield web addresses none of which may be asked."""
    for number in range(count):
        network = random.choice(_PRIVATE if number % 2 else _PRIVATE_6)
        address = network[random.randrange(network.num_addresses)]
        if isinstance(address, ipaddress.IPv4Address):
            host = random.choice(list(_forms(address)))
        else:
            host = f"[{random.choice((address.compressed, address.exploded))}]"
        before = random.choice(("", "news.example@", "a:b@", "news.example%40"))
        after = random.choice(("", ":80", ":8000", ":443"))
        scheme = random.choice(("http", "https", "HTTP"))
        yield f"{scheme}://{before}{host}{after}/story?u=http://news.example"


def _forms(address: ipaddress.IPv4Address) -> Iterator[str]:
    """Yield the ways to write an IPv4 address as a host."""
    number = int(address)
    first, second, third, fourth = address.packed
    yield str(address)
    yield f"{address}."
    yield str(number)
    yield hex(number)
    yield f"0{number:o}"
    yield f"{first}.{second << 16 | third << 8 | fourth}"
    yield f"{first:#x}.{second:#x}.{third:#x}.{fourth:#x}"
    yield f"0{first:o}.0{second:o}.0{third:o}.0{fourth:o}"
    yield ".".join(f"{part}" for part in address.packed).translate(_FULL_WIDTH)
    yield f"[::ffff:{address}]"
    yield f"[64:ff9b::{address}]"
    yield f"[2002:{first:02x}{second:02x}:{third:02x}{fourth:02x}::1]"


_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
"""Digits that browsers read as those of ASCII (Unicode, normalization form KC)."""


def assert_refused(addresses: Iterator[str]) -> int:
    """Assert that each address is refused before anyone is asked, and return how many.

    No host is looked up but what the system reads as an IP address by itself.
    """
    asked: list[object] = []

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        if event == "socket.connect":
            asked.append(arguments[1])

    sys.addaudithook(audit)
    client = WebClient(FetchSettings(pause=0, retries=0), resolve=_numeric)
    count = 0
    for address in addresses:
        with pytest.raises(FetchError):
            client.fetch(address)
        assert not asked, f"{address}: {asked} was asked"
        count += 1
    return count


def _numeric(host: str, port: int) -> list[str]:
    """Return the IP address that a host is, in all forms that the system knows; ask no one."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    return [str(address[0]) for *_, address in found]
