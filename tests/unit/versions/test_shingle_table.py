from __future__ import annotations

from pathlib import Path

from tests.stories import tagged_article

from cuttings.build_cache import BuildCache
from cuttings.versions.shingle_set import ShingleSet
from cuttings.versions.shingle_table import ShingleTable, compared_text


def test_shingles_are_kept_while_a_build_asks_for_them(tmp_path: Path) -> None:
    cache = BuildCache(tmp_path / "site.cache", "version")
    stories = [tagged_article("Oil rose on it. " * times, title="Oil") for times in range(9)]
    made = [ShingleSet.of(compared_text(story)) for story in stories]
    table = ShingleTable(cache)
    assert table.get(stories[0]) is None
    for story, shingles in zip(stories, made, strict=True):
        table.add(story, shingles)
    table.store()
    table = ShingleTable(cache)
    for story, shingles in zip(stories[1:], made[1:], strict=True):
        kept = table.get(story)
        assert kept is not None
        assert kept.hashes.tolist() == shingles.hashes.tolist()
        assert kept.signature.tolist() == shingles.signature.tolist()
    assert table.get(tagged_article("Gas rose.", title="Oil")) is None
    table.store()
    assert ShingleTable(cache).get(stories[0]) is None
