from __future__ import annotations

import dataclasses
import datetime

import pytest

from cuttings.article.article import Article
from cuttings.browse.parts.tag_origin import tag_origin
from cuttings.entities.lines.tagged_line import TaggedLine, line_digest

DIGESTS = {"people": line_digest("Ann Lee; Bo"), "countries": line_digest("Chad")}
TAGGED = TaggedLine("1", "model 1.0 abc", {**DIGESTS, "organizations": line_digest("")})
ARTICLE = Article(
    title="A",
    body="",
    slug="a",
    added=datetime.date(2024, 1, 2),
    people=("Ann Lee", "Bo"),
    countries=("Chad",),
    organizations=(),
    tagged=TAGGED.render(),
)


@pytest.mark.parametrize(
    ("changes", "origin"),
    [
        ({}, "found by model 1.0 abc, not yet reviewed"),
        ({"reviewed": True}, "reviewed by a person"),
        ({"tagged": ""}, "set by a person"),
        (
            {"people": ("Ann Lee",)},
            "found by model 1.0 abc, not yet reviewed; people edited by a person",
        ),
        (
            {"people": ("Ann Lee",), "countries": ()},
            "found by model 1.0 abc, not yet reviewed; people and countries edited by a person",
        ),
    ],
)
def test_readers_are_told_who_set_the_tags(changes: dict[str, object], origin: str) -> None:
    assert tag_origin(dataclasses.replace(ARTICLE, **changes)) == origin  # type: ignore[arg-type]
