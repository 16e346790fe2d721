from __future__ import annotations

import datetime
import errno
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.ingest.filing.article_batch import ArticleBatch
from cuttings.ingest.filing.holdings import Holdings
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile

TODAY = datetime.date(2026, 1, 2)
MakeSource = Callable[..., SourceFile]


def _draft(source: SourceFile, title: str, body: str = "Text", **fields: str) -> Draft:
    return Draft(source=source.path, original=source.digest, title=title, body=body, **fields)  # type: ignore[arg-type]


def _filed(folder: ContentFolder, holdings: Holdings, draft: Draft) -> Path:
    batch = ArticleBatch(folder, holdings, TODAY, lambda _step: None)
    path = batch.add(draft)
    batch.put_in_place()
    return path


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Élysée: “L’année 1989”", "elysee-lannee-1989"),
        ("Президент в Москве", "prezident-v-moskve"),
        ("../../etc/passwd", "etc-passwd"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("CON", "con-1"),
    ],
)
def test_the_slug_is_made_of_the_title(
    folder: ContentFolder, make_source: MakeSource, title: str, slug: str
) -> None:
    source = make_source("Text")
    path = _filed(folder, Holdings(folder), _draft(source, title))
    assert path == folder.articles / "2026" / f"{slug}.md"


def test_a_title_without_letters_is_filed_by_the_digest(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Text")
    draft = _draft(source, "🎉 🎉")
    path = _filed(folder, Holdings(folder), draft)
    assert path.stem == source.digest


def test_the_slug_that_a_source_asks_for_cannot_lead_out_of_the_archive(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    draft = _draft(make_source("Text"), "Wall falls", slug="../../../wall")
    path = _filed(folder, Holdings(folder), draft)
    assert path == folder.articles / "2026" / "wall.md"


def test_two_records_of_one_file_may_share_a_title(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Several stories")
    holdings = Holdings(folder)
    for row in ("row 2", "row 3"):
        part = source.part(row.encode(), row)
        draft = replace(_draft(source, "Wall"), record=part.record)
        path = _filed(folder, holdings, draft)
        article = read_article(path)
        assert (article.original, article.record) == (source.digest, part.digest)
        assert Holdings(folder).articles_of(part.digest) == (path,)
    assert Holdings(folder).articles_of(source.digest) == ()
    assert len(list(folder.article_paths())) == 2


def test_articles_have_their_names_when_all_of_the_batch_are_written(
    folder: ContentFolder, make_source: MakeSource
) -> None:
    source = make_source("Several stories")
    steps: list[str] = []
    batch = ArticleBatch(folder, Holdings(folder), TODAY, steps.append)
    paths = [
        batch.add(replace(_draft(source, title), record=source.part(title.encode(), "").digest))
        for title in ("Wall", "Ring", "Wall")
    ]
    assert batch.awaits(paths[2:])
    assert (steps, list(folder.article_paths())) == ([], [])

    batch.put_in_place()

    assert not batch.awaits(paths)
    assert [read_article(path).title for path in paths] == ["Wall", "Ring", "Wall"]
    assert steps == ["written beside", "renamed"] * 3
    batch.put_in_place()
    assert len(steps) == 6


@pytest.mark.parametrize("count", [1, 2])
def test_an_article_that_cannot_be_flushed_is_not_there(
    folder: ContentFolder, make_source: MakeSource, monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    source = make_source("Several stories")
    holdings = Holdings(folder)
    batch = ArticleBatch(folder, holdings, TODAY, lambda _step: None)
    titles = ("Wall", "Ring")[:count]
    paths = [
        batch.add(replace(_draft(source, title), record=source.part(title.encode(), "").digest))
        for title in titles
    ]

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    batch.put_in_place()
    assert sorted(batch.failed) == sorted(paths)
    assert {error.errno for error in batch.failed.values()} == {errno.ENOSPC}
    assert list(folder.article_paths()) == []
    assert not batch.awaits(paths)
    assert not holdings.articles_of(source.part(b"Wall", "").digest)
