"""A site as one zip file."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from cuttings.errors import SettingsError
from cuttings.site.site_zip import main, write_zip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {"index.html": "Home", "data/articles.jsonl": "{}\n", "articles/naïve.html": "Story"}
    for name, content in files.items():
        path = tmp_path / "output" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return tmp_path / "output"


def test_unpacked_it_is_the_site_in_one_folder(site: Path, tmp_path: Path) -> None:
    write_zip(site, tmp_path / "archive.zip")
    with zipfile.ZipFile(tmp_path / "archive.zip") as packed:
        assert packed.testzip() is None
        found = {
            (info.compress_type, info.create_system, info.external_attr >> 16, info.date_time)
            for info in packed.infolist()
        }
        # Packed, made on Unix, a file that its owner may write, of no known time.
        assert found == {(zipfile.ZIP_DEFLATED, 3, 0o100644, (1980, 1, 1, 0, 0, 0))}
        packed.extractall(tmp_path / "stick")
    unpacked = tmp_path / "stick" / "archive"
    contents = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    assert contents == {
        p.relative_to(unpacked): p.read_bytes() for p in unpacked.rglob("*") if p.is_file()
    }


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    target = tmp_path / "archive.zip"
    write_zip(site, target)
    before = target.read_bytes()
    for path in site.rglob("*.html"):
        path.chmod(0o600)
        os.utime(path, (0, 0))
    write_zip(site, target)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.partial"))


def test_what_is_no_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="not a finished site"):
        write_zip(tmp_path, tmp_path / "archive.zip")


@pytest.mark.parametrize("name", ["archive.tar", "output/archive.zip"])
def test_a_target_that_makes_no_sense_is_refused(site: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(SettingsError, match=r"name a \.zip file outside"):
        write_zip(site, tmp_path / name)


def test_the_command_says_what_it_wrote(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(site), str(tmp_path / "archive.zip")]) == 0
    assert "archive.zip: 0.0 MB; unpack it anywhere" in capsys.readouterr().out
    assert main([str(tmp_path), str(tmp_path / "archive.zip")]) == 1
    assert "not a finished site" in capsys.readouterr().err
