from __future__ import annotations

import pytest

from cuttings.ingest.listed_tags import listed_tags


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
