from __future__ import annotations

from cuttings.ingest.fetching.host_pause import HostPauses


def test_requests_to_one_host_are_kept_apart_and_others_not() -> None:
    pauses = HostPauses(1.0)
    assert pauses.reserve("a.example", 10.0) == 10.0
    assert pauses.reserve("b.example", 10.0) == 10.0
    assert pauses.reserve("a.example", 10.2) == 11.0
    assert pauses.reserve("a.example", 20.0) == 20.0


def test_a_host_may_want_a_longer_pause_but_no_shorter_one() -> None:
    pauses = HostPauses(1.0)
    pauses.reserve("a.example", 10.0, pause=5.0)
    assert pauses.reserve("a.example", 10.0, pause=0.1) == 15.0
    assert pauses.reserve("a.example", 10.0) == 16.0


def test_a_host_is_left_alone_as_long_as_it_wants() -> None:
    pauses = HostPauses(1.0)
    pauses.reserve("a.example", 10.0)
    pauses.postpone("a.example", 40.0)
    pauses.postpone("a.example", 20.0)
    assert pauses.reserve("a.example", 12.0) == 40.0
