from __future__ import annotations

import os
from pathlib import Path

import pytest

from cuttings.kept_file import FileState, keep_file, keep_same


def _written(path: Path) -> FileState:
    path.write_text("page")
    state = FileState.of(path)
    assert state
    return state


def test_a_kept_file_is_the_same_file_with_its_time(tmp_path: Path) -> None:
    old, new = tmp_path / "old.html", tmp_path / "new.html"
    written = _written(old)
    assert keep_file(old, new, written)
    assert FileState.of(new) == written
    assert new.samefile(old)


def test_a_file_that_was_touched_or_replaced_is_not_kept(tmp_path: Path) -> None:
    old, new = tmp_path / "old.html", tmp_path / "new.html"
    written = _written(old)
    os.utime(old, ns=(0, written.modified + 1))
    assert not keep_file(old, new, written)
    os.utime(old, ns=(0, written.modified))
    old.rename(tmp_path / "other.html")
    assert not keep_file(old, new, written)


@pytest.mark.parametrize("taken", [True, False])
def test_what_the_disk_refuses_is_written_anew(tmp_path: Path, taken: bool) -> None:
    old = tmp_path / "old.html"
    written = _written(old)
    new = tmp_path / "taken.html" if taken else tmp_path / "missing" / "new.html"
    if taken:
        new.touch()
    assert not keep_file(old, new, written)


def test_a_file_with_the_bytes_of_the_old_one_gives_way_to_it(tmp_path: Path) -> None:
    old, new = tmp_path / "old.html", tmp_path / "new.html"
    written = _written(old)
    _written(new)
    keep_same(old, new)
    assert FileState.of(new) == written
    keep_same(old, new)
    new = tmp_path / "other.html"
    for text in ("pagf", "another page"):
        new.write_text(text)
        before = FileState.of(new)
        keep_same(old, new)
        assert FileState.of(new) == before
    keep_same(tmp_path / "missing", new)
    assert new.read_text() == "another page"
