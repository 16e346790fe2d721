from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.script_value import script_value

from cuttings.build_cache import BuildCache
from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError
from cuttings.other_sites import OtherSite
from cuttings.search_index import analysed_documents
from cuttings.search_index.document_date import pack_dates
from cuttings.search_index.facet import facets
from cuttings.search_index.field import FIELDS
from cuttings.search_index.heading_forms import heading_forms
from cuttings.search_index.index_builder import build_index, number_documents
from cuttings.search_index.packing import pack
from cuttings.search_index.preview import LEAST_DOCUMENTS
from cuttings.search_index.script_folder import script
from cuttings.search_index.stored_document import BLOCK_SIZE
from cuttings.search_index.version_list import pack_versions
from cuttings.versions.version_cluster import VersionCluster


class _Unreadable(str):
    """A text that cannot be analysed; the processes that share the work load it from here."""

    __slots__ = ()

    def upper(self) -> str:
        raise ValueError("no capitals")


def test_documents_go_from_the_newest_to_the_undated(
    make_story: Callable[..., TaggedArticle],
) -> None:
    stories = [
        make_story(slug="undated-b"),
        make_story(slug="old", date=datetime.date(1945, 5, 8)),
        make_story(slug="morning", date=datetime.datetime(2024, 4, 26, 8)),
        make_story(slug="undated-a"),
        make_story(slug="evening", date=datetime.datetime(2024, 4, 26, 20, tzinfo=datetime.UTC)),
        make_story(slug="day", date=datetime.date(2024, 4, 26)),
    ]
    assert [story.article.slug for story in number_documents(stories)] == [
        "evening",
        "morning",
        "day",
        "old",
        "undated-a",
        "undated-b",
    ]


def test_the_manifest_names_other_sites_only_if_there_are_any(
    make_story: Callable[..., TaggedArticle], tmp_path: Path
) -> None:
    other = [OtherSite("1988", "../1988/")]
    assert "sites" not in build_index([make_story()], tmp_path)
    assert build_index([make_story()], tmp_path, sites=other)["sites"] == [["1988", "../1988/"]]


def test_the_summary_tells_how_long_documents_are_and_from_when_to_when(
    make_story: Callable[..., TaggedArticle], tmp_path: Path
) -> None:
    stories = [
        make_story("Oil", slug="undated"),
        make_story("Oil price", slug="old", date=datetime.date(1, 1, 2)),
        make_story("Oil", slug="new", date=datetime.date(1, 2, 1)),
    ]
    payload: dict[str, Any] = build_index(stories, tmp_path)
    summary = script_value((tmp_path / "summary.js").read_bytes())
    assert {name: summary[name] for name in ("documents", "dated", "days")} == {
        "documents": 3,
        "dated": 2,
        "days": [2, 32],
    }
    assert summary["stories"] == payload["stories"]
    assert summary["lengths"] == [field["length"] for field in payload["fields"]]
    build_index(stories, tmp_path, sites=[OtherSite("1988", "../1988/")])
    other = script_value((tmp_path / "summary.js").read_bytes())
    assert {name for name in summary if summary[name] != other[name]} == {"manifest"}
    build_index(stories[:1], tmp_path)
    assert "days" not in script_value((tmp_path / "summary.js").read_bytes())


def test_the_same_stories_give_the_same_files(
    make_story: Callable[..., TaggedArticle], blinken: Entity, china: Entity, tmp_path: Path
) -> None:
    stories = [
        make_story("Oil", "Oil rose.", people=(blinken,), countries=(china,)),
        make_story("Gas", "Gas fell.", source="CNN"),
    ]
    build_index(stories, tmp_path / "a")
    build_index(stories[::-1], tmp_path / "b")
    assert _files(tmp_path / "a") == _files(tmp_path / "b")
    build_index(stories[:1], tmp_path / "a")
    build_index(stories[:1], tmp_path / "c")
    assert _files(tmp_path / "a") == _files(tmp_path / "c")


def test_the_files_are_the_same_however_many_processes_there_are(
    make_story: Callable[..., TaggedArticle],
    blinken: Entity,
    tmp_path: Path,
) -> None:
    stories = [
        make_story(f"Story {number}", f"Oil rose by {number} to 中国's été", people=(blinken,))
        for number in range(20)
    ]
    for processes in (1, 2, 3):
        build_index(stories, tmp_path / str(processes), processes=processes, least_share=100)
    assert _files(tmp_path / "1") == _files(tmp_path / "2") == _files(tmp_path / "3")


def test_the_manifest_names_every_file_and_nothing_else_is_left(
    make_story: Callable[..., TaggedArticle], blinken: Entity, tmp_path: Path
) -> None:
    (tmp_path / "previews-old").mkdir()
    (tmp_path / "previews-old" / "0.js").write_text("old")
    date = datetime.date(2024, 4, 26)
    stories = [
        make_story(f"Oil {number}", "Oil rose.", people=(blinken,), date=date)
        for number in range(LEAST_DOCUMENTS)
    ]
    payload = build_index(stories, tmp_path)
    files = _files(tmp_path)
    assert files["manifest.js"] == script(payload)
    hashed = ("facets", "vocabulary", "words", "forms", "dates", "completions")
    numbered = ("previews", "stories", "positions", "surface")
    named = {
        "manifest.js",
        "summary.js",
        f"documents-{payload['perDocument']}.js",
        f"partition-{payload['partitions']}/0.js",
        *(f"{stem}-{payload[stem]}.js" for stem in hashed),
        *(f"{stem}-{payload[stem]}/0.js" for stem in numbered),
    }
    assert {name for name in files if not name.startswith("completion-")} == named
    assert script_value(files[f"dates-{payload['dates']}.js"]) == pack_dates(stories)
    assert script_value(files[f"forms-{payload['forms']}.js"]) == heading_forms(stories)


def test_the_documents_carry_their_lengths_and_versions_and_another_file_their_facets(
    make_story: Callable[..., TaggedArticle], blinken: Entity, tmp_path: Path
) -> None:
    stories = [
        make_story("Oil", "Oil prices rose again.", people=(blinken,)),
        make_story("Oil again", "Oil fell."),
    ]
    clusters = [VersionCluster(tuple(stories))]
    payload = build_index(stories, tmp_path, clusters)
    files = _files(tmp_path)
    documents = script_value(files[f"documents-{payload['perDocument']}.js"])
    text = [field.name for field in FIELDS].index("text")
    assert documents["lengths"][text] == pack([4, 2])
    assert script_value(files[f"facets-{payload['facets']}.js"]) == facets(stories)
    assert documents["versions"] == pack_versions(stories, clusters)
    assert documents["versions"] != pack_versions(stories, ())


def test_each_term_has_its_partition_and_positions(
    make_story: Callable[..., TaggedArticle], tmp_path: Path
) -> None:
    words = [f"word{number:05}" for number in range(6000)]
    payload = build_index([make_story("Many", " ".join(words))], tmp_path)
    files = _files(tmp_path)
    partitions = [name for name in files if name.startswith(f"partition-{payload['partitions']}/")]
    assert len(partitions) > 1
    for kind in ("positions", "surface"):
        beside = [name for name in files if name.startswith(f"{kind}-{payload[kind]}/")]
        assert len(beside) == len(partitions)
        assert len({bytes(files[name]) for name in beside}) == len(partitions)


@pytest.mark.parametrize("processes", [1, 2])
def test_a_field_that_cannot_be_searched_is_reported_with_its_story(
    make_story: Callable[..., TaggedArticle],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    processes: int,
) -> None:
    monkeypatch.setattr(analysed_documents, "LEAST_SHARE", 1)
    stories = [
        make_story(
            f"Story {number}", "Oil rose.", source=_Unreadable("Planet") if number == 2 else ""
        )
        for number in range(4)
    ]
    reported: list[InputError] = []
    build_index(stories, tmp_path, processes=processes, report=reported.append)
    assert len(reported) == 1
    assert str(reported[0]).startswith(f"{stories[2].name}: its text cannot be searched")


def test_a_file_that_would_be_the_same_is_kept(
    make_story: Callable[..., TaggedArticle], tmp_path: Path
) -> None:
    site, staging = tmp_path / "site", tmp_path / "staging"
    cache = BuildCache(tmp_path / "site.cache", "version")
    dates = [datetime.date(2024, 4, day) for day in range(1, BLOCK_SIZE + 2)]
    stories = [make_story(f"Oil {day}", f"Oil rose on {day}.", date=day) for day in dates]
    payload = build_index(stories[:-1], site / "search", cache=cache)
    first = site / "search" / f"stories-{payload['stories']}" / "0.js"
    again = build_index(stories, staging / "search", cache=cache)
    assert again["stories"] != payload["stories"]
    assert first.samefile(staging / "search" / f"stories-{again['stories']}" / "0.js")


def test_what_is_stored_of_known_stories_is_not_made_to_write_previews(
    make_story: Callable[..., TaggedArticle], tmp_path: Path
) -> None:
    cache = BuildCache(tmp_path / "site.cache", "version")
    known, new = (
        [
            replace(make_story(title, f"{title} rose.", slug=f"{title}-{n}"), digest=f"{title}{n}")
            for n in range(3 * LEAST_DOCUMENTS)
        ]
        for title in ("Oil", "Gas")
    )
    build_index(known, tmp_path / "site" / "search", cache=cache)
    build_index([*known, *new], tmp_path / "staging" / "search", cache=cache)
    build_index([*known, *new], tmp_path / "clean" / "search")
    kept, clean = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.js")}
        for folder in (tmp_path / "staging", tmp_path / "clean")
    )
    assert kept == clean


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    build_index([], tmp_path)
    assert (tmp_path / "manifest.js").is_file()


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
