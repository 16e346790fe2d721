"""The demo archive: complete, exactly formatted, and tagged with what its stories name."""

from __future__ import annotations

import gettext
from pathlib import Path

import pycountry
import pytest

from cuttings.article.article import Article
from cuttings.article.article_file import read_article, render_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import make_slug
from cuttings.article.markup import plain_text

FOLDER = ContentFolder(Path(__file__).resolve().parents[2] / "content")
DEMO_SOURCES = ("Cuttings Demo Desk", "Demo Gazette", "Demo Science Letter", "Demo Wire")
PATHS = [path for path in FOLDER.article_paths() if read_article(path).source in DEMO_SOURCES]

each_article = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def _story(article: Article) -> str:
    return "\n".join((article.title, article.summary, plain_text(article.body)))


def _country_in(language: str, heading: str) -> str:
    """Return a country's name in the language of a story."""
    if language == "en":
        return heading
    names = gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
    return names.gettext(heading)


def test_holds_thirty_articles() -> None:
    assert len(PATHS) == 30


def test_spans_many_countries_people_and_years() -> None:
    articles = [read_article(path) for path in PATHS]
    people = {heading for article in articles for heading in article.people or ()}
    countries = {heading for article in articles for heading in article.countries or ()}
    years = [article.date.year for article in articles if article.date]
    assert len(people) >= 40
    assert len(countries) >= 20
    assert (min(years), max(years)) == (1945, 2025)
    assert len(years) < len(articles), "one article at least is undated"


def test_related_titles_name_articles_of_the_archive() -> None:
    articles = [read_article(path) for path in PATHS]
    titles = {article.title for article in articles}
    assert {title for article in articles for title in article.related} <= titles


@each_article
def test_length(path: Path) -> None:
    assert 80 <= len(plain_text(read_article(path).body).split()) <= 250


@each_article
def test_round_trip(path: Path) -> None:
    assert render_article(read_article(path)) == path.read_text(encoding="utf-8")


@each_article
def test_filed_under_its_year_and_title(path: Path) -> None:
    article = read_article(path)
    assert path == FOLDER.article_path(article)
    assert article.slug == make_slug(article.title, "")


@each_article
def test_reviewed_and_tagged(path: Path) -> None:
    article = read_article(path)
    assert article.reviewed
    assert article.people
    assert article.countries
    assert article.organizations is not None


@each_article
def test_names_everything_it_is_tagged_with(path: Path) -> None:
    article = read_article(path)
    story = _story(article)
    surnames = [heading.split()[-1] for heading in article.people or ()]
    countries = [_country_in(article.language, heading) for heading in article.countries or ()]
    named = (*surnames, *countries, *(article.organizations or ()))
    assert [name for name in named if name not in story] == []


@each_article
def test_no_heading_twice(path: Path) -> None:
    article = read_article(path)
    for headings in (article.people, article.countries, article.organizations):
        assert len(set(headings or ())) == len(headings or ())
