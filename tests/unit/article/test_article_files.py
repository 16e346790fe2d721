from __future__ import annotations

import os
from pathlib import Path

import pytest

from cuttings.article.article_files import ArticleFiles, Kept
from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import FiledArticle, filed_articles
from cuttings.errors import raise_error

_LINES = "People: Ada\nCountries:\nCountries_mentioned:\nOrganizations:\n"
_TEXT = "Title: One\nDate: 2024-01-01\n{}\nText.\n"


def _write(folder: ContentFolder, name: str, text: str = _TEXT.format(_LINES)) -> Path:
    path = folder.articles / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _read(folder: ContentFolder, kept: Kept | None = None) -> tuple[ArticleFiles, Kept]:
    files = ArticleFiles(kept)
    articles = list(filed_articles(folder, raise_error, digest_of=files.digest))
    return files, files.kept(articles)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every file for one that was left alone for long."""
    monkeypatch.setattr("cuttings.article.article_files._SETTLED", -1_000_000_000)


@pytest.mark.usefixtures("settled")
def test_an_untouched_file_is_known_without_being_read(folder: ContentFolder) -> None:
    path = _write(folder, "one.md")
    _, kept = _read(folder)
    digest = FiledArticle.read(path).digest
    assert ArticleFiles(kept).digest(path) == digest
    known = {digest: FiledArticle(path, FiledArticle.read(path).article, "kept", "", digest)}
    (filed,) = filed_articles(folder, raise_error, 1, known, ArticleFiles(kept).digest)
    assert filed.html == "kept"
    assert _read(folder, kept)[1] == kept


@pytest.mark.usefixtures("settled")
def test_a_file_that_was_touched_replaced_or_removed_is_not_known(folder: ContentFolder) -> None:
    path = _write(folder, "one.md")
    _, kept = _read(folder)
    os.utime(path)
    assert ArticleFiles(kept).digest(path) == ""
    beside = _write(folder, "two.md")
    beside.replace(path)
    assert ArticleFiles(kept).digest(path) == ""
    path.unlink()
    assert ArticleFiles(kept).digest(path) == ""
    assert ArticleFiles(kept).not_known_tagged([path]) == [path]


def test_a_file_that_changed_just_now_may_change_again_unseen(folder: ContentFolder) -> None:
    _write(folder, "one.md")
    assert _read(folder)[1] == {}


@pytest.mark.usefixtures("settled")
def test_files_are_tagged_if_each_has_all_its_entity_lines(folder: ContentFolder) -> None:
    whole = _write(folder, "one.md")
    part = _write(folder, "two.md", _TEXT.format("People: Ada\n"))
    _, kept = _read(folder)
    assert ArticleFiles(kept).not_known_tagged([whole, part]) == [part]
