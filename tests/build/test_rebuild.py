"""The same archive gives the same bytes, whenever and wherever it is built."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from cuttings.site.site_folder import is_site


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_second_build_changes_no_byte(
    demo_site: Path, demo_content: Path, start_pelican: Any, tmp_path: Path
) -> None:
    before = contents(demo_content)
    for number, environment in enumerate(
        (
            {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
            {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8"},
        )
    ):
        build = start_pelican(demo_content, tmp_path / str(number), **environment)
        assert build.status == 0, build.messages
        assert contents(build.output) == contents(demo_site)
    assert contents(demo_content) == before


def test_files_in_another_order_on_the_disk_change_nothing(
    demo_site: Path, demo_content: Path, run_pelican: Any, tmp_path: Path
) -> None:
    copy = tmp_path / "content"
    for path in sorted(demo_content.rglob("*"), reverse=True):
        if path.is_file():
            target = copy / path.relative_to(demo_content)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    assert contents(run_pelican(copy, tmp_path / "output").output) == contents(demo_site)


@pytest.mark.parametrize("name", ["demo_site", "published_site"])
def test_a_build_is_known_as_a_finished_site(name: str, request: pytest.FixtureRequest) -> None:
    assert is_site(request.getfixturevalue(name))
