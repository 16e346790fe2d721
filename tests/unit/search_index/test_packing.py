from __future__ import annotations

import pytest

from cuttings.search_index.packing import pack, pack_number


def test_small_numbers_are_short() -> None:
    assert [len(pack_number(number)) for number in (0, 63, 64, 1727, 1728, 44991)] == [
        1,
        1,
        2,
        2,
        3,
        3,
    ]


def test_numbers_follow_each_other() -> None:
    assert pack([0, 10, 64, 1727]) == "0A!0'_"


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        pack_number(-1)
