from __future__ import annotations

import datetime

import jinja2
import pytest

from cuttings.browse.template_filters import FILTERS


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1234567|number", "1,234,567"),
        ("1|plural('story', 'stories')", "1 story"),
        ("0|plural('story', 'stories')", "0 stories"),
        ("2500|plural('story', 'stories')", "2,500 stories"),
        ("date|day", "5 April 2018"),
        ("instant|day", "5 April 2018"),
        ("none|day", "Undated"),
        ("'El País'|source_path", "sources/el-pais.html"),
    ],
)
def test_filters(expression: str, expected: str) -> None:
    environment = jinja2.Environment(autoescape=True)
    environment.filters.update(FILTERS)
    template = environment.from_string("{{ " + expression + " }}")
    date = datetime.date(2018, 4, 5)
    instant = datetime.datetime(2018, 4, 5, 23, 59, tzinfo=datetime.UTC)
    assert template.render(date=date, instant=instant) == expected
