from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.ingest.raw.source_folder import companion_folder, is_in_companion_folder, source_paths


def _touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def _found(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in source_paths(root)]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    _touch(tmp_path, "b.txt", "a/c.txt", "a/b/d.txt")
    assert _found(tmp_path) == ["b.txt", "a/c.txt", "a/b/d.txt"]


def test_a_file_is_itself(tmp_path: Path) -> None:
    _touch(tmp_path, ".hidden.txt")
    assert list(source_paths(tmp_path / ".hidden.txt")) == [tmp_path / ".hidden.txt"]


def test_hidden_and_unfinished_files_are_left_out(tmp_path: Path) -> None:
    _touch(tmp_path, ".gitkeep", ".DS_Store", "a.txt.partial", "b.crdownload", "Thumbs.db", ".x/a")
    assert _found(tmp_path) == []


def test_links_are_named_and_not_followed(tmp_path: Path) -> None:
    _touch(tmp_path, "a/b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert _found(tmp_path) == ["a/b.txt", "a/loop"]


def test_a_folder_of_the_longest_name_is_not_a_page_s_and_is_searched(tmp_path: Path) -> None:
    name = "x" * 250 + "_file"
    _touch(tmp_path, f"{name}/a.txt")
    assert _found(tmp_path) == [f"{name}/a.txt"]


@pytest.mark.parametrize("ending", ["_files", "-Dateien", "_fichiers"])
def test_the_parts_of_a_saved_page_belong_to_it(tmp_path: Path, ending: str) -> None:
    _touch(tmp_path, "A story [1].html", f"A story [1]{ending}/ad.js", "other_files/b.txt")
    assert _found(tmp_path) == ["A story [1].html", "other_files/b.txt"]
    assert companion_folder(tmp_path / "A story [1].html") == tmp_path / f"A story [1]{ending}"
    assert companion_folder(tmp_path / "other.txt") is None


@pytest.mark.parametrize(
    ("address", "beside"),
    [
        ("page_files/a.jpg", True),
        ("./Page-Dateien/a.jpg", True),
        ("page_files", False),
        ("images/a.jpg", False),
        ("https://e.org/page_files/a.jpg", False),
        ("", False),
    ],
)
def test_what_lies_beside_a_saved_page_is_recognized_by_its_address(
    address: str, beside: bool
) -> None:
    assert is_in_companion_folder(address) is beside
