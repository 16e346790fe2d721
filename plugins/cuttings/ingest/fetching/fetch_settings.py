"""How polite and how patient fetching is."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass

from cuttings.ingest.raw.source_file import MAX_SOURCE_BYTES

Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """The limits that fetching keeps to; all times are in seconds.

    Attributes:
        pause: Time from the start of one request to a host to the start of the next.
        timeout: Longest time to wait for a connection or for the next bytes.
        deadline: Longest time that a page may take in all, with its robots.txt, the redirects to
            it and each request that is sent again; pauses between them do not count.
        retries: How often a request that may succeed later is sent again.
        backoff: Time before the first retry; it doubles with each.
        longest_wait: Longest time that a server may ask to be left alone within a run, and that
            all waits before a request is sent again may take for one page.
        max_bytes: Largest page, unpacked.
        private_networks: Networks that may be asked although they are not public.
    """

    pause: float = 1.0
    timeout: float = 30.0
    deadline: float = 300.0
    retries: int = 3
    backoff: float = 2.0
    longest_wait: float = 120.0
    max_bytes: int = MAX_SOURCE_BYTES
    private_networks: tuple[Network, ...] = ()
