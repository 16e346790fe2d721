from __future__ import annotations

import datetime
from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.document_date import pack_dates
from cuttings.search_index.packing import pack


def test_days_go_back_from_the_newest(make_story: Callable[..., TaggedArticle]) -> None:
    newest = datetime.datetime(2024, 4, 26, 23, tzinfo=datetime.UTC)
    dates = [newest, newest.date(), datetime.date(2024, 3, 26), None]
    packed = pack_dates(make_story(slug=f"s{n}", date=date) for n, date in enumerate(dates))
    assert packed == pack([739_002, 0, 31])


def test_an_archive_without_dates_has_none(make_story: Callable[..., TaggedArticle]) -> None:
    assert pack_dates([make_story()]) == ""
