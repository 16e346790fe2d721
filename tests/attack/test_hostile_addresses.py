"""Addresses of private networks, in every form in which they can be written."""

from __future__ import annotations

from random import Random

from tests.attack.hostile_addresses import assert_refused, hostile_addresses


def test_no_form_of_a_private_address_is_asked() -> None:
    assert assert_refused(hostile_addresses(Random(1), 150)) == 150
