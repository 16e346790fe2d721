from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from watchfiles import Change

from cuttings.site.archive_watch import ArchiveWatch


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, Any]:
    (tmp_path / "content").mkdir()
    (tmp_path / "conf.py").touch()
    (tmp_path / "content" / "old.md").write_text("before")
    theme = str(tmp_path / "no theme")
    ignored = ["**/.*", "*.tmp"]
    return {"PATH": str(tmp_path / "content"), "THEME": theme, "IGNORE_FILES": ignored}


@pytest.fixture
def watch(tmp_path: Path, settings: dict[str, Any]) -> Iterator[ArchiveWatch]:
    watch = ArchiveWatch(tmp_path / "conf.py")
    changes = watch.begin(settings)
    assert watch.begin(settings) is changes
    yield watch
    changes.close()  # type: ignore[attr-defined]


def test_what_changes_during_a_build_is_there_after_it(
    tmp_path: Path, settings: dict[str, Any], watch: ArchiveWatch
) -> None:
    content = tmp_path / "content"
    seen: set[tuple[Change, str]] = set()

    def wait_for(change: Change, path: Path) -> None:
        while (change, str(path)) not in seen:
            found = watch.wait("conf.py", settings)
            assert found
            seen.update(found)

    for name in (".#old.md", "draft.tmp", "old.md~", "new.md"):
        (content / name).write_text("text")
    wait_for(Change.added, content / "new.md")
    (content / "old.md").unlink()
    wait_for(Change.deleted, content / "old.md")
    (tmp_path / "conf.py").write_text("SITENAME = 'Other'")
    wait_for(Change.modified, tmp_path / "conf.py")
    shown = {content / "new.md", content / "old.md", tmp_path / "conf.py"}
    assert {Path(path) for _, path in seen} == shown
