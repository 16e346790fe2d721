from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from cuttings.errors import SettingsError
from cuttings.site.file_list import VERSION_PATH, further_files, write_file_list
from cuttings.site.site_folder import MARKS, main, recover, swap_in


def make_site(folder: Path, text: str) -> Path:
    for mark in MARKS:
        path = folder / mark
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def home(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")


def test_the_new_site_takes_the_place_of_the_old_in_whole(tmp_path: Path) -> None:
    target = make_site(tmp_path / "output", "old")
    (target / "removed.html").write_text("stale", encoding="utf-8")
    swap_in(make_site(tmp_path / "output.staging", "new"), target)
    assert home(target) == "new"
    assert not (target / "removed.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


@pytest.mark.parametrize("empty", [True, False])
def test_the_first_site_needs_no_old_one(tmp_path: Path, empty: bool) -> None:
    target = tmp_path / "www" / "output"
    if empty:
        target.mkdir(parents=True)
    swap_in(make_site(tmp_path / "staging", "new"), target)
    assert home(target) == "new"


@pytest.mark.parametrize("step", [1, 2, 3])
def test_a_kill_at_any_step_leaves_a_whole_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    class KilledError(BaseException):
        pass

    done = 0

    def counted(original: Any) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            nonlocal done
            done += 1
            if done == step:
                raise KilledError
            return original(*args, **kwargs)

        return call

    target = make_site(tmp_path / "output", "old")
    staging = make_site(tmp_path / "output.staging", "new")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", counted(Path.rename))
        patch.setattr("shutil.rmtree", counted(shutil.rmtree))
        with pytest.raises(KilledError):
            swap_in(staging, target)
    recover(target)
    assert home(target) == ("new" if step == 3 else "old")
    if staging.exists():
        swap_in(staging, target)
    assert home(target) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_other_folders_are_never_replaced(tmp_path: Path) -> None:
    target = tmp_path / "documents"
    target.mkdir()
    (target / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SettingsError, match="not a site made by Cuttings"):
        swap_in(make_site(tmp_path / "staging", "new"), target)
    assert (target / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_a_site_under_version_control_is_not_replaced(tmp_path: Path) -> None:
    target = make_site(tmp_path / "output", "old")
    (target / ".git").mkdir()
    with pytest.raises(SettingsError):
        swap_in(make_site(tmp_path / "staging", "new"), target)


def test_an_unfinished_site_is_not_swapped_in(tmp_path: Path) -> None:
    target = make_site(tmp_path / "output", "old")
    (tmp_path / "staging").mkdir()
    with pytest.raises(SettingsError, match="not a finished site"):
        swap_in(tmp_path / "staging", target)
    assert home(target) == "old"


def test_folders_within_one_another_are_refused(tmp_path: Path) -> None:
    target = make_site(tmp_path / "output", "old")
    with pytest.raises(SettingsError):
        swap_in(make_site(target / "staging", "new"), target)


def test_the_command_says_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none"), str(tmp_path / "output")]) == 1
    assert "not a finished site" in capsys.readouterr().err
    assert main([str(make_site(tmp_path / "new", "new")), str(tmp_path / "output")]) == 0


def test_builds_that_end_at_once_put_one_site_in_place(tmp_path: Path) -> None:
    target = make_site(tmp_path / "output", "old")
    sites = [make_site(tmp_path / f"output.staging.{number}", str(number)) for number in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda site: swap_in(site, target), sites))
    assert home(target) in set("01234567")
    assert [path.name for path in tmp_path.iterdir()] == ["output"]


def test_what_a_person_put_into_the_site_is_carried_over(tmp_path: Path) -> None:
    target = make_site(tmp_path / "output", "old")
    (target / "gone.html").write_text("a page of the build", encoding="utf-8")
    write_file_list(target)
    for name in ("CNAME", ".htaccess", ".well-known/security.txt", "index2.html"):
        (target / name).parent.mkdir(exist_ok=True)
        (target / name).write_text(f"own {name}", encoding="utf-8")
    (target / "link.txt").symlink_to("CNAME")
    staging = make_site(tmp_path / "output.staging", "new")
    (staging / "index2.html").write_text("now a page of the build", encoding="utf-8")
    write_file_list(staging)
    swap_in(staging, target)
    assert home(target) == "new"
    assert not (target / "gone.html").exists()
    assert (target / "CNAME").read_text(encoding="utf-8") == "own CNAME"
    assert (target / ".htaccess").read_text(encoding="utf-8") == "own .htaccess"
    assert (target / ".well-known/security.txt").exists()
    assert (target / "index2.html").read_text(encoding="utf-8") == "now a page of the build"
    assert (target / "link.txt").readlink() == Path("CNAME")
    assert further_files(target) == {"CNAME", ".htaccess", ".well-known/security.txt", "link.txt"}


@pytest.mark.parametrize("version", ["", "{}", '{"list": "nothing.json"}', "[1]"])
def test_a_site_whose_list_cannot_be_read_has_no_files_of_a_person(
    tmp_path: Path, version: str
) -> None:
    site = make_site(tmp_path / "output", "old")
    write_file_list(site)
    (site / VERSION_PATH).write_text(version, encoding="utf-8")
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    assert further_files(site) == set()


def test_a_site_that_was_built_on_another_disk_is_put_in_place(tmp_path: Path) -> None:
    memory = Path("/dev/shm")
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("needs a second file system at /dev/shm")
    target = make_site(tmp_path / "output", "old")
    (tmp_path / "output.incoming").mkdir()
    with TemporaryDirectory(dir=memory) as folder:
        staging = make_site(Path(folder) / "staging", "new")
        swap_in(staging, target)
        assert not staging.exists()
    assert home(target) == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
