from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.date_list import make_date_list
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_years_from_the_newest_with_twelve_months(story: MakeStory) -> None:
    dates = make_date_list([story("a", "1999-02-01"), story("b", None), story("c", "2024-12-31")])
    assert [(row.year, row.path, row.count) for row in dates.years] == [
        ("2024", "dates/2024.html", 1),
        ("1999", "dates/1999.html", 1),
    ]
    assert {len(row.months) for row in dates.years} == {12}
    assert dates.years[1].months[1].path == "dates/1999-02.html"
    assert dates.undated == 1


def test_an_empty_archive() -> None:
    assert make_date_list([]).years == ()
