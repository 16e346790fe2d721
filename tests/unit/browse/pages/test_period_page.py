from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.period_page import period_pages
from cuttings.browse.parts.link import Link
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_years_then_months_then_the_undated(story: MakeStory) -> None:
    archive = [
        story("u", None),
        story("c", "2024-05-01", ["p:Ada"]),
        story("b", "2024-01-09"),
        story("a", "1999-01-09"),
    ]
    pages = {page.path: page.make() for page in period_pages(archive)}
    assert [page.path for page in pages.values()] == list(pages)
    assert list(pages) == [
        "dates/1999.html",
        "dates/2024.html",
        "dates/1999-01.html",
        "dates/2024-01.html",
        "dates/2024-05.html",
        "dates/undated.html",
    ]
    year = pages["dates/2024.html"]
    assert (year.label, year.count, year.above) == ("2024", 2, ())
    assert [bar.count for bar in year.months] == [1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    assert (year.older, year.newer) == (Link("1999", "dates/1999.html"), None)
    assert [entry.entity.heading for entry in year.people] == ["Ada"]
    month = pages["dates/2024-01.html"]
    assert month.label == "January 2024"
    assert month.months == ()
    assert month.above == (Link("2024", "dates/2024.html"),)
    assert len(month.days) == 31
    assert (month.days[8].count, month.days[8].path) == (1, "dates/2024-01.html#day-9")
    assert month.older == Link("January 1999", "dates/1999-01.html")
    assert month.newer == Link("May 2024", "dates/2024-05.html")
    undated = pages["dates/undated.html"]
    assert (undated.label, undated.count, undated.above) == ("Undated", 1, ())
    assert (undated.older, undated.newer) == (None, None)


def test_the_days_of_a_long_month_have_pages(story: MakeStory) -> None:
    archive = [story(f"s{n}", f"1987-03-{12 if n < 150 else 11}") for n in range(201)]
    pages = {page.path: page.make() for page in period_pages(archive)}
    assert list(pages)[-2:] == ["dates/1987-03-11.html", "dates/1987-03-12.html"]
    day = pages["dates/1987-03-12.html"]
    assert (day.label, day.count, day.days) == ("12 March 1987", 150, ())
    assert [link.label for link in day.above] == ["1987", "March 1987"]
    assert day.older == Link("11 March 1987", "dates/1987-03-11.html")
    month = pages["dates/1987-03.html"]
    assert (month.count, month.groups, month.parts) == (201, (), ())
    assert month.days[11].path == "dates/1987-03-12.html"
    assert pages["dates/1987.html"].groups == ()
    assert [path for path in pages if path.count("/") > 1] == []


def test_no_stories_no_pages() -> None:
    assert list(period_pages([])) == []
