from __future__ import annotations

import pytest

from cuttings.entities.countries.names_like_places import names_like_places


@pytest.mark.parametrize(
    ("text", "person", "found"),
    [
        ("Savannah Lee rowed home. Savannah was glad.", "Savannah Lee", {"Savannah"}),
        ("Savannah Lee rowed home to Savannah.", "Savannah Lee", set()),
        ("They called on Savannah Lee, in Savannah Lee's home.", "Savannah Lee", {"Savannah"}),
        ("Jordan Lee flew to Amman. Jordan was glad.", "Jordan Lee", set()),
        ("Ann Jordan flew home. Jordan was glad.", "Ann Jordan", {"Jordan"}),
        ("Ann Lee rowed home.", "Ann Lee", set()),
        ("Savannah was glad.", "Savannah", set()),
    ],
)
def test_a_place_is_a_name_where_a_full_name_has_it(
    text: str, person: str, found: set[str]
) -> None:
    assert names_like_places([person], text) == found
