from __future__ import annotations

import datetime
import os
import pickle
import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from cuttings.browse.parts.link import Link
from cuttings.browse.template_filters import FILTERS
from cuttings.build_cache import CACHE_SETTING, BuildCache
from cuttings.entities.entity import EntityKind
from cuttings.errors import SettingsError


class _Harm:
    def __init__(self, place: Path) -> None:
        self._place = place

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self._place,)


def _settings(tmp_path: Path, **others: object) -> dict[str, Any]:
    cache = str(tmp_path / "site.cache")
    own = {"OUTPUT_PATH": str(tmp_path / "staging"), "THEME": "", "PLUGINS": []}
    return {**own, CACHE_SETTING: cache, **others}


def _begun(settings: dict[str, Any]) -> BuildCache:
    BuildCache.begin(settings)
    return BuildCache.of(settings)


def test_a_value_is_there_for_the_next_build(tmp_path: Path) -> None:
    value = {"link": Link("a", "b"), "kind": EntityKind.PERSON, "day": datetime.date(2024, 1, 2)}
    _begun(_settings(tmp_path)).store("pages/all", value)
    cache = _begun(_settings(tmp_path, CUTTINGS_PROCESSES="1"))
    assert cache.load("pages/all") == value
    assert cache.load("other") is None
    assert cache.site == (tmp_path / "site").resolve()
    (tmp_path / "site.cache" / "pages" / "all.zst").unlink()
    assert cache.load("pages/all") is None


def test_arrays_are_kept(tmp_path: Path) -> None:
    cache = _begun(_settings(tmp_path))
    cache.store("shingles", [np.array([1, 2], dtype=np.uint32)])
    assert cache.load("shingles")[0].tolist() == [1, 2]


def test_a_value_of_other_settings_or_another_theme_is_not_there(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    (theme / "templates").mkdir(parents=True)
    settings = {"THEME": str(theme)}
    _begun(_settings(tmp_path, **settings)).store("pages", 1)
    assert _begun(_settings(tmp_path, SITENAME="other", **settings)).load("pages") is None
    assert _begun(_settings(tmp_path, **settings)).load("pages") == 1
    (theme / "templates" / "base.html").write_text("new")
    assert _begun(_settings(tmp_path, **settings)).load("pages") is None


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, None])
def test_a_damaged_value_is_not_there(tmp_path: Path, damage: bytes | None) -> None:
    cache = _begun(_settings(tmp_path))
    cache.store("pages", list(range(1_000)))
    (file,) = (tmp_path / "site.cache").iterdir()
    content = file.read_bytes()
    changed = content[:200] + bytes([content[200] ^ 1]) + content[201:]
    file.write_bytes(changed if damage is None else damage)
    assert cache.load("pages") is None


def test_a_value_that_would_do_anything_is_not_loaded(tmp_path: Path) -> None:
    cache = _begun(_settings(tmp_path))
    for number, harm in enumerate((_Harm(tmp_path / "harm"), _Harm, os.system, BuildCache)):
        cache.store(str(number), harm)
        assert cache.load(str(number)) is None
    assert not (tmp_path / "harm").exists()


def test_what_cannot_be_kept_is_lost(tmp_path: Path) -> None:
    cache = _begun(_settings(tmp_path))
    cache.store("pages", lambda: None)
    (tmp_path / "site.cache").write_text("a file")
    cache.store("pages", 1)
    assert cache.load("pages") is None


@pytest.mark.parametrize(
    "others",
    [
        {CACHE_SETTING: ""},
        {"PLUGINS": ["mine"]},
        {"JINJA_FILTERS": {"mine": lambda text: text}},
        {"THEME_TEMPLATES_OVERRIDES": ["mine"]},
    ],
)
def test_a_build_that_depends_on_more_keeps_nothing(
    tmp_path: Path, others: dict[str, object]
) -> None:
    cache = _begun(_settings(tmp_path, **others))
    cache.store("pages", 1)
    assert cache.load("pages") is None
    assert not cache.is_kept
    assert cache.site is None
    assert not list(tmp_path.iterdir())


def test_a_build_with_our_own_filters_keeps_what_it_finds(tmp_path: Path) -> None:
    assert _begun(_settings(tmp_path, JINJA_FILTERS=FILTERS)).is_kept


def test_a_build_in_the_place_of_the_site_keeps_nothing(tmp_path: Path) -> None:
    assert not _begun(_settings(tmp_path, OUTPUT_PATH=str(tmp_path / "site"))).is_kept


def test_after_a_build_nothing_is_kept(tmp_path: Path) -> None:
    cache = _begun(_settings(tmp_path))
    cache.store("pages", 1)
    cache.end()
    assert cache.load("pages") is None


@pytest.mark.parametrize("name", ["cache", ".cache", "taken.cache"])
def test_a_folder_that_cannot_be_one_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken.cache").touch()
    with pytest.raises(SettingsError, match="set it to the folder of the site with"):
        BuildCache.begin(_settings(tmp_path, **{CACHE_SETTING: str(tmp_path / name)}))


def test_what_a_killed_build_left_is_removed(tmp_path: Path) -> None:
    ended = subprocess.Popen(["true"])
    ended.wait()
    folder = tmp_path / "site.cache"
    folder.mkdir()
    for process in (ended.pid, os.getpid()):
        (folder / f"pages.zst.{process}.partial").touch()
    _begun(_settings(tmp_path))
    assert [path.name for path in folder.iterdir()] == [f"pages.zst.{os.getpid()}.partial"]


def test_a_value_of_another_pickle_is_not_there(tmp_path: Path) -> None:
    folder = tmp_path / "site.cache"
    folder.mkdir()
    (folder / "pages.zst").write_bytes(pickle.dumps(1))
    assert _begun(_settings(tmp_path)).load("pages") is None
