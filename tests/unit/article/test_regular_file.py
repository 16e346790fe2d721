from __future__ import annotations

import os
from pathlib import Path

import pytest

from cuttings.article.regular_file import open_regular
from cuttings.errors import FrontMatterError


def test_a_file_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"text")
    os.link(path, tmp_path / "hard.md")
    for name in ("a.md", "hard.md"):
        with open_regular(tmp_path / name, FrontMatterError) as file:
            assert file.read() == b"text"


def test_all_else_is_refused_with_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"text")
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    for name, target in (("link.md", "a.md"), ("broken.md", "none"), ("up.md", ".")):
        (tmp_path / name).symlink_to(target)
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "device.md").symlink_to("/dev/zero")
    refused = {}
    for name in (
        "folder.md pipe.md link.md broken.md up.md loop.md device.md missing.md " + "x" * 300
    ).split():
        with pytest.raises(FrontMatterError) as caught:
            open_regular(tmp_path / name, FrontMatterError)
        refused[name] = caught.value.reason
    link = "it is a link, and links are not followed"
    assert refused == {
        "folder.md": "it is a folder",
        "pipe.md": "it is not a file",
        **dict.fromkeys(("link.md", "broken.md", "up.md", "loop.md", "device.md"), link),
        "missing.md": "it cannot be opened (No such file or directory)",
        "x" * 300: "it cannot be opened (File name too long)",
    }


def test_a_link_that_takes_the_place_of_a_file_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret, path = tmp_path / "secret", tmp_path / "a.md"
    for file in (secret, path):
        file.write_bytes(b"text")
    looked_at = path.lstat()
    path.unlink()
    path.symlink_to(secret)
    monkeypatch.setattr(Path, "lstat", lambda _path: looked_at)
    with pytest.raises(FrontMatterError, match="cannot be opened"):
        open_regular(path, FrontMatterError)
