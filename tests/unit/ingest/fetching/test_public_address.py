from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuttings.ingest.fetching.public_address import is_public, special_networks


@pytest.mark.parametrize("network", special_networks(), ids=str)
def test_no_address_of_a_special_network_is_public(
    network: ipaddress.IPv4Network | ipaddress.IPv6Network,
) -> None:
    middle = network[network.num_addresses // 2]
    translated = str(network) in {"::ffff:0:0/96", "64:ff9b::/96"}
    for address in (network[0], middle, network[-1]):
        assert not is_public(address) or (translated and address == middle), address


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.9",
        "192.0.0.170",
        "192.0.2.1",
        "192.31.196.1",
        "192.52.193.1",
        "192.88.99.1",
        "192.175.48.1",
        "198.19.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:10.0.0.1",
        "::ffff:0:8.8.8.8",
        "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::192.52.193.1",
        "64:ff9b:1::8.8.8.8",
        "64:ff9b:1:ffff::",
        "100::1",
        "100:0:0:1::1",
        "200::1",
        "1fff:ffff::1",
        "2001::1",
        "2001:0:c0a8:105::1",
        "2001:1::1",
        "2001:1ff:ffff::1",
        "2001:db8::1",
        "2002:c0a8:105::1",
        "2002:7f00:1::",
        "2620:4f:8000::1",
        "3ffe::1",
        "3fff:fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "feff::1",
        "ff02::1",
        "ff0e::1",
    ],
)
def test_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.88.98.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:4860:4860::8888",
        "2003::1",
        "2606:4700::1111",
        "3fff:1000::1",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
    ],
)
def test_addresses_beside_them_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_an_address_in_another_form_is_as_public_as_itself(inner: ipaddress.IPv4Address) -> None:
    for form in ("::ffff:{}", "64:ff9b::{}"):
        assert is_public(ipaddress.ip_address(form.format(inner))) is is_public(inner)
    for form in ("::{}", "::ffff:0:{}", "64:ff9b:1::{}"):
        assert not is_public(ipaddress.ip_address(form.format(inner)))


@given(st.ip_addresses())
def test_nothing_is_public_that_python_knows_to_be_private(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if is_public(address):
        plain = not isinstance(address, ipaddress.IPv6Address) or address.ipv4_mapped is None
        assert not plain or (address.is_global and not address.is_multicast)
