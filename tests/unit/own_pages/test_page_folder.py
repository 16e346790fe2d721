from __future__ import annotations

import os
from pathlib import Path

import pytest

from cuttings.errors import InputError
from cuttings.own_pages.page_folder import PageFolder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content" / "pages" / "files" / "maps").mkdir(parents=True)
    return tmp_path / "content"


def test_pages_and_the_files_they_may_use_are_found(root: Path) -> None:
    for name in ("about.md", "more/team.markdown", "files/a.png", "files/maps/b.pdf", ".draft.md"):
        (root / "pages" / name).parent.mkdir(exist_ok=True)
        (root / "pages" / name).touch()
    problems: list[InputError] = []
    folder = PageFolder(root, problems.append)
    assert [path.name for path in folder.pages()] == ["about.md", "team.markdown"]
    assert [address for _, address in folder.files()] == [
        "pages/files/a.png",
        "pages/files/maps/b.pdf",
    ]
    assert problems == []


def test_links_and_what_is_no_file_are_reported_and_not_followed(root: Path) -> None:
    outside = root.parent / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("x", encoding="utf-8")
    (root / "pages" / "link.md").symlink_to(outside / "secret.md")
    (root / "pages" / "folder").symlink_to(outside)
    (root / "pages" / "files" / "link.png").symlink_to(outside / "secret.md")
    os.mkfifo(root / "pages" / "files" / "pipe")
    (root / "pages" / "notes.txt").touch()
    problems: list[InputError] = []
    folder = PageFolder(root, problems.append)
    assert [*folder.pages(), *folder.files()] == []
    assert sorted(f"{Path(error.path).name}: {error.reason}" for error in problems) == [
        "folder: it is a link",
        "link.md: it is a link",
        "link.png: it is a link",
        "notes.txt: it is not a page",
        "pipe: it is not a file",
    ]


@pytest.mark.parametrize("place", ["pages", "pages/files"])
def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path, place: str) -> None:
    outside = tmp_path / "outside"
    (outside / "files").mkdir(parents=True)
    (outside / "a.md").touch()
    (outside / "files" / "a.md").touch()
    link = tmp_path / "content" / place
    link.parent.mkdir(parents=True)
    link.symlink_to(outside)
    problems: list[InputError] = []
    folder = PageFolder(tmp_path / "content", problems.append)
    assert list(folder.files()) == []
    assert list(folder.pages()) == []
    assert {error.reason for error in problems} == {"it is a link"}


def test_a_folder_that_is_missing_has_neither(tmp_path: Path) -> None:
    folder = PageFolder(tmp_path, lambda error: pytest.fail(str(error)))
    assert [*folder.pages(), *folder.files()] == []
