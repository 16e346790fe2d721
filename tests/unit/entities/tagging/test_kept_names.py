"""What is kept of an archive's names gives the decisions of reading every story."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.entities.tagging.tagged_files import sign_as_tagger, story_file

from cuttings.article.content_folder import ContentFolder
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.recognition.model import Model
from cuttings.entities.tagging.archive_tagging import Scope, tag_archive
from cuttings.entities.tagging.kept_names import KeptNames, ReadNames

STORIES: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
    ("President Ronald Reagan met senators.", {"person": ("Ronald Reagan",)}),
    ("President Reagan thanked them.", {"person": ("Reagan",)}),
    ("Minsiter Ada Falk left.", {"person": ("Minsiter Ada Falk",)}),
    ("Ada Falk said that she left.", {"person": ("Ada Falk",)}),
    ("Diebold Inc (DBD) fell.", {"organization": ("Diebold Inc",)}),
    ("They praised Diebold.", {"person": ("Diebold",)}),
    ("General Motors Corp (GM) fell.", {"organization": ("General Motors Corp", "GM")}),
    ("GM fell.", {"organization": ("GM",)}),
)
_NAME = st.sampled_from(["a", "b", "c", "d", "e", "f"])
_STEP = st.tuples(_NAME, st.one_of(st.none(), st.integers(0, len(STORIES) - 1)))


def _tag(folder: ContentFolder) -> None:
    authorities = Authorities.read(folder.authorities)
    report = tag_archive(folder, authorities, model=Model.LIGHT, scope=Scope.OUTDATED, processes=1)
    assert report.problems == ()


def _apply(folder: ContentFolder, name: str, story: int | None) -> None:
    if story is None:
        (folder.articles / "1987" / f"{name}.md").unlink(missing_ok=True)
    else:
        body, found = STORIES[story]
        sign_as_tagger(story_file(folder.root, name, body), **found)


def _files(folder: ContentFolder) -> dict[str, bytes]:
    return {
        path.relative_to(folder.root).as_posix(): path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file() and path != folder.names_cache and not path.name.endswith(".lock")
    }


@settings(max_examples=12)
@given(runs=st.lists(st.lists(_STEP, min_size=1, max_size=6), min_size=1, max_size=3))
def test_an_archive_that_grows_is_decided_as_one_that_is_read_as_a_whole(
    runs: list[list[tuple[str, int | None]]],
) -> None:
    with (
        tempfile.TemporaryDirectory() as kept,
        tempfile.TemporaryDirectory() as read,
        pytest.MonkeyPatch.context() as patched,
    ):
        # So that files that nobody touches between two runs are not read, as in a large archive.
        patched.setattr("cuttings.article.article_files._SETTLED", -10_000_000_000)
        growing, whole = ContentFolder(Path(kept)), ContentFolder(Path(read))
        for steps in runs:
            for folder in (growing, whole):
                for name, story in steps:
                    _apply(folder, name, story)
            whole.names_cache.unlink(missing_ok=True)
            _tag(growing)
            _tag(whole)
            assert _files(growing) == _files(whole)


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    folder = ContentFolder(tmp_path)
    for number, name in ((0, "a"), (1, "b"), (4, "c")):
        _apply(folder, name, number)
    _tag(folder)
    return folder


def _record(folder: ContentFolder) -> dict[str, Any]:
    record: dict[str, Any] = orjson.loads(folder.names_cache.read_bytes())
    return record


def _forms(folder: ContentFolder) -> list[str]:
    kept = KeptNames(folder)
    return [use.form for path in folder.article_paths() for use in kept.names(path).names.uses]


def test_a_story_is_not_read_while_its_text_is_the_same(folder: ContentFolder) -> None:
    assert _forms(folder) == ["Ronald Reagan", "Reagan", "Diebold Inc"]
    record = _record(folder)
    for row in record["articles"].values():
        row[3][0][1] = "Kept"
    folder.names_cache.write_bytes(orjson.dumps(record))
    assert _forms(folder) == ["Kept"] * 3
    _apply(folder, "b", 3)
    assert _forms(folder) == ["Kept", "Ada Falk", "Kept"]


@pytest.mark.parametrize("damage", ["{", "[]", '{"articles": {}}', "code", "row"])
def test_what_is_damaged_or_of_other_code_is_read_anew(folder: ContentFolder, damage: str) -> None:
    record = _record(folder)
    for row in record["articles"].values():
        row[3][0][1] = "Kept"
        if damage == "row":
            row[2] = "soon"
    if damage == "code":
        record["code"] = "other"
    is_text = damage in {"code", "row"}
    folder.names_cache.write_bytes(orjson.dumps(record) if is_text else damage.encode())
    assert _forms(folder) == ["Ronald Reagan", "Reagan", "Diebold Inc"]


def test_a_story_with_all_its_lines_is_known_to_be_tagged(folder: ContentFolder) -> None:
    (path, *_) = folder.article_paths()
    assert KeptNames(folder).is_tagged(path)
    story_file(folder.root, path.stem, "Ada Falk left.")
    assert not KeptNames(folder).is_tagged(path)
    assert not ReadNames.of(path, path.read_bytes()).is_tagged


def test_a_file_is_not_read_again_until_it_is_touched(
    folder: ContentFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cuttings.article.article_files._SETTLED", -10_000_000_000)
    (path, *_) = folder.article_paths()
    kept = KeptNames(folder)
    assert kept.is_tagged(path)
    kept.keep_states()
    record = _record(folder)
    for row in record["articles"].values():
        row[0] = "of another text"
    folder.names_cache.write_bytes(orjson.dumps(record))
    assert KeptNames(folder).is_tagged(path)
    os.utime(path)
    assert not KeptNames(folder).is_tagged(path)


def test_a_file_that_changed_just_now_is_read_again(folder: ContentFolder) -> None:
    (path, *_) = folder.article_paths()
    before = folder.names_cache.read_bytes()
    kept = KeptNames(folder)
    assert kept.is_tagged(path)
    kept.keep_states()
    assert folder.names_cache.read_bytes() == before
