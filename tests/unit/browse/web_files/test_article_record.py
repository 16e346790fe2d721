from __future__ import annotations

import json
from collections.abc import Callable

from cuttings.browse.web_files.article_record import article_records
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_one_line_a_story_whatever_its_headline(story: MakeStory) -> None:
    title = "</script>\u2028\u0085 “x” 🗞"
    archive = [story("a", "2024-01-02", ["c:Italy!"], title=title, source="CNN"), story("b")]
    lines = "".join(line for _, line in article_records(archive)).splitlines()
    assert len(lines) == 2
    first, second = map(json.loads, lines)
    assert (first["title"], first["path"], first["date"]) == (
        title,
        "articles/a.html",
        "2024-01-02",
    )
    assert first["countries"] == [{"name": "Italy", "code": "IT", "role": "about", "count": 1}]
    assert (second["date"], second["dated"]) == (None, "unknown")
