"""Which addresses of the internet a host has, and whether they may be asked.

A list of stories comes from anywhere; a name in it that leads into the network of whoever
fetches it would hand out what only they may read. So a host's addresses are looked up and
checked, and the connection is made to an address that was checked, whatever the name means
a moment later.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue

from cuttings.errors import FetchError
from cuttings.ingest.fetching.fetch_settings import Network
from cuttings.ingest.fetching.public_address import is_public

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the IP addresses of a host, asked for by name and port; OSError if it has none."""


def resolved(host: str, port: int) -> list[str]:
    """Return the IP addresses of a host, each once, in the order of preference.

    Raises:
        OSError: If it has none, or the name service cannot be asked.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def looked_up(resolve: Resolver, host: str, port: int, seconds: float) -> Sequence[str]:
    """Return the IP addresses of a host, waiting for them no longer than a time.

    The name service of the system knows no deadline, so it is asked in a thread that is left
    alone when its time is over.

    Args:
        resolve: What is asked.
        host: The host.
        port: The port.
        seconds: The longest time.

    Raises:
        OSError: If it has none; a TimeoutError if they do not come in time.
    """
    results: SimpleQueue[Sequence[str] | BaseException] = SimpleQueue()

    def look_up() -> None:
        try:
            results.put(resolve(host, port))
        except BaseException as error:  # raised again where it is waited for
            results.put(error)

    threading.Thread(target=look_up, name=f"look up {host}", daemon=True).start()
    try:
        result = results.get(timeout=seconds)
    except Empty as error:
        raise TimeoutError(f"{host} was not found in time") from error
    if isinstance(result, BaseException):
        raise result
    return result


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
        ValueError: If one of them is not an IP address.
    """
    for address in addresses:
        parsed = ipaddress.ip_address(address.partition("%")[0])
        if not is_public(parsed) and not any(parsed in network for network in allowed):
            raise FetchError(
                url,
                f"its host {host} has the private address {parsed}",
                f"if you trust it, add it again with --allow-private {parsed}",
            )
    return list(addresses)
