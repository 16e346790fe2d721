from __future__ import annotations

import ipaddress

import pytest

from cuttings.errors import FetchError
from cuttings.ingest.fetching.host_address import checked_addresses, resolved

URL = "https://news.example/a"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.5",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "ff02::1",
        "::ffff:192.168.1.5",
        "64:ff9b::c0a8:105",
        "2002:c0a8:105::1",
    ],
)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    with pytest.raises(FetchError, match="private address"):
        checked_addresses(URL, "news.example", [address], ())


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_public_addresses_may_be_asked(address: str) -> None:
    assert checked_addresses(URL, "news.example", [address], ()) == [address]


def test_one_private_address_refuses_the_host() -> None:
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        checked_addresses(URL, "news.example", ["8.8.8.8", "10.0.0.1"], ())


def test_a_network_can_be_allowed() -> None:
    allowed = [ipaddress.ip_network("192.168.1.0/24"), ipaddress.ip_network("fd00::/8")]
    inside = ["192.168.1.5", "fd00::1"]
    assert checked_addresses(URL, "news.example", inside, allowed) == inside
    with pytest.raises(FetchError, match=r"192\.168\.2\.1"):
        checked_addresses(URL, "news.example", ["192.168.2.1"], allowed)


def test_this_machine_is_looked_up_as_it_is_called() -> None:
    assert set(resolved("localhost", 80)) <= {"127.0.0.1", "::1"}
    assert resolved("127.0.0.1", 80) == ["127.0.0.1"]
