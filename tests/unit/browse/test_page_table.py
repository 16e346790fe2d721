from __future__ import annotations

import os
from pathlib import Path

import pytest

from cuttings.browse.page_table import PageDigests, PageTable
from cuttings.build_cache import BuildCache
from cuttings.kept_file import FileState

PATH = "people/ada.html"
WHOLE = PageDigests("whole", "exact")


def _exact(digest: str) -> str:
    raise AssertionError(digest)


@pytest.fixture
def cache(tmp_path: Path) -> BuildCache:
    """What a build has left that wrote one page."""
    cache = BuildCache(tmp_path / "site.cache", "version")
    table = PageTable(cache, tmp_path / "site")
    assert not table.knows_any
    (tmp_path / "site" / "people").mkdir(parents=True)
    (tmp_path / "site" / PATH).write_text("page")
    entry = table.written(PATH, WHOLE)
    assert entry == (PATH, WHOLE, FileState.of(tmp_path / "site" / PATH))
    table.store([entry])
    return cache


def test_a_page_that_is_made_from_the_same_is_kept(tmp_path: Path, cache: BuildCache) -> None:
    table = PageTable(cache, tmp_path / "new")
    assert table.is_kept
    assert table.knows_any
    state = FileState.of(tmp_path / "site" / PATH)
    assert table.keep(PATH, "whole", lambda: _exact("not asked for")) == (PATH, WHOLE, state)
    assert (tmp_path / "new" / PATH).samefile(tmp_path / "site" / PATH)


def test_a_page_that_shows_the_same_is_kept_for_what_it_is_made_from_now(
    tmp_path: Path, cache: BuildCache
) -> None:
    entry = PageTable(cache, tmp_path / "new").keep(PATH, "other", lambda: "exact")
    assert entry is not None
    assert entry[1] == PageDigests("other", "exact")


@pytest.mark.parametrize(
    ("path", "whole", "exact"),
    [(PATH, "other", "other"), (PATH, "other", ""), (PATH, "", "exact"), ("b.html", "whole", "")],
)
def test_a_page_of_which_that_is_not_known_is_written(
    tmp_path: Path, cache: BuildCache, path: str, whole: str, exact: str
) -> None:
    assert PageTable(cache, tmp_path / "new").keep(path, whole, lambda: exact) is None
    assert not (tmp_path / "new").exists()


def test_a_page_that_somebody_edited_is_written(tmp_path: Path, cache: BuildCache) -> None:
    (tmp_path / "site" / PATH).write_text("edited")
    assert PageTable(cache, tmp_path / "new").keep(PATH, "whole", lambda: "") is None


def test_a_page_that_is_written_again_as_it_was_keeps_its_file(
    tmp_path: Path, cache: BuildCache
) -> None:
    table = PageTable(cache, tmp_path / "new")
    (tmp_path / "new" / "people").mkdir(parents=True)
    old, new = tmp_path / "site" / PATH, tmp_path / "new" / PATH
    for text in ("page", "other page"):
        new.unlink(missing_ok=True)
        new.write_text(text)
        os.utime(new, (0, 0))
        entry = table.written(PATH, PageDigests("w"))
        assert entry is not None
        assert (entry[2] == FileState.of(old)) is (text == "page")
    assert table.written("missing.html", PageDigests("w")) is None


def test_without_a_cache_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / PATH).parent.mkdir()
    (tmp_path / PATH).write_text("page")
    table = PageTable(BuildCache(), tmp_path)
    assert not table.is_kept
    assert table.written(PATH, WHOLE) == (PATH, WHOLE, FileState.of(tmp_path / PATH))
    assert table.keep(PATH, "whole", lambda: "exact") is None
