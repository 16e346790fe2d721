from __future__ import annotations

import pytest

from cuttings.ingest.entries.listed_tags import listed_tags


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ('["gold", "long, old"]', ("gold", "long, old")),
        ("['gold', 'long, old']", ("gold", "long, old")),
        ("gold, long old, gold", ("gold", "long old")),
        ("[gold, old]", ("gold", "old")),
        ("[" * 5000, ()),
        ("[]", ()),
        ("", ()),
    ],
)
def test_tags_are_read_from_lists_of_any_syntax(cell: str, tags: tuple[str, ...]) -> None:
    assert listed_tags(cell) == tags


def test_a_list_longer_than_any_tags_is_split_at_its_commas() -> None:
    assert listed_tags("[" + "a," * 1_000_000 + "b]") == ("a", "b")
