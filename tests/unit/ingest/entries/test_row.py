from __future__ import annotations

import pytest

from cuttings.ingest.entries.row import Row


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
    assert Row("row 2", {"tags": cell}).listed("tags") == tags


def test_a_list_longer_than_any_tags_is_split_at_its_commas() -> None:
    cell = "[" + "a," * 1_000_000 + "b]"
    assert Row("row 2", {"tags": cell}).listed("tags") == ("a", "b")
