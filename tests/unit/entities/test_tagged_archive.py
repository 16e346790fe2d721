from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from cuttings.article.article import Article
from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.kept_tags import kept_tags
from cuttings.entities.tagged_archive import tagged_archive
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError, raise_error


def _filed(
    slug: str, date: datetime.date | None = None, people: tuple[str, ...] | None = None
) -> FiledArticle:
    article = Article(
        title=slug,
        body="Ada Lovelace met Ada.",
        slug=slug,
        added=datetime.date(2026, 1, 2),
        original="",
        date=date,
        people=people,
    )
    text = article.body
    return FiledArticle(Path(f"{slug}.md"), article, f"<p>{text}</p>", text, digest=f"of {slug}")


def _archive(
    *articles: FiledArticle, rows: str = "", folder: Path | None = None, **options: Any
) -> list[TaggedArticle]:
    """Return the stories of an archive, with a table of people if there are rows for one."""
    if folder is not None:
        (folder / "people.csv").write_text(f"heading,see-from,note,when\n{rows}")
    authorities = Authorities.read(folder or Path("nowhere"), raise_error)
    return tagged_archive(articles, authorities, raise_error, **options).stories


ADA = ("Ada Lovelace",)


def test_tags_that_are_known_are_taken_and_the_others_are_found() -> None:
    articles = [_filed("a", people=ADA), _filed("b", people=ADA), _filed("c")]
    found = _archive(*articles)
    assert [[tag.entity.heading for tag in story.people] for story in found] == [[*ADA], [*ADA], []]
    assert [story.people[0].count for story in found[:2]] == [2, 2]
    assert len({story.digest for story in found}) == 3
    known = {found[0].digest: kept_tags(found[2])}
    again = _archive(*articles, known=known)
    assert [[tag.entity.heading for tag in story.people] for story in again] == [[], [*ADA], []]
    assert [story.digest for story in again] == [story.digest for story in found]
    assert again[1] == found[1]


def test_a_story_with_a_fault_is_reported_and_the_others_are_there() -> None:
    unresolved = replace(_filed("b", people=ADA), text=None)  # type: ignore[arg-type]
    unread = replace(_filed("c"), article=None)  # type: ignore[arg-type]
    reported: list[InputError] = []
    articles = [_filed("a"), unresolved, unread, _filed("d", people=ADA)]
    archive = tagged_archive(articles, Authorities.read(Path("nowhere")), reported.append)
    assert [story.article.slug for story in archive.stories] == ["a", "d"]
    assert sorted(str(error.path) for error in reported) == ["b.md", "c.md"]
    assert all("it cannot be resolved" in error.reason for error in reported)


def test_a_digest_is_another_where_anything_that_tags_are_found_from_is(tmp_path: Path) -> None:
    def digest(filed: FiledArticle, rows: str = "", **options: Any) -> str:
        return _archive(filed, rows=rows, folder=tmp_path, **options)[0].digest

    story = _filed("a", people=ADA)
    named = replace(story, article=replace(story.article, slug="other"))
    first = digest(story)
    assert first == digest(story) == digest(story, "Bo Ek,,A note,\n")
    others = [
        digest(replace(story, digest="other")),
        digest(_filed("a", people=("Ada Byron",))),
        digest(named),
        digest(story, "Ada Lovelace,,A note,\n"),
        digest(story, "Ada Lovelace,Ada,,\n"),
        digest(story, page_from=1),
    ]
    assert len({first, *others}) == 1 + len(others)
    divided = "Ada Lovelace (ship),Ada Lovelace,,sail\n"
    assert digest(story, divided) != digest(story, f"{divided}Bo Ek,,A note,\n")
    assert digest(replace(story, digest="")) == ""


def test_stories_go_from_the_newest_to_the_oldest_then_the_undated(tmp_path: Path) -> None:
    articles = [
        _filed("b-undated", None),
        _filed("old", datetime.date(1987, 1, 1)),
        _filed("a-undated", None),
        _filed("new", datetime.date(2025, 1, 1)),
        _filed("also-new", datetime.date(2025, 1, 1)),
    ]
    archive = tagged_archive(articles, Authorities.read(tmp_path, raise_error), raise_error)
    assert [story.article.slug for story in archive.stories] == [
        "also-new",
        "new",
        "old",
        "a-undated",
        "b-undated",
    ]
