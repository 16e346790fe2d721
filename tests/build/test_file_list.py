"""What a browser that keeps the archive has to fetch after a build."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path
from typing import Any

from cuttings.article.article import Article, Certainty
from cuttings.site.file_list import site_files


def test_a_new_story_changes_only_the_pages_that_show_it(
    demo_site: Path, demo_content: Path, run_pelican: Any, file_articles: Any, tmp_path: Path
) -> None:
    content = shutil.copytree(demo_content, tmp_path / "content")
    story = Article(
        slug="a-bridge-opens",
        title="A bridge opens",
        body="The bridge was opened this morning.",
        date=datetime.date(1996, 5, 17),
        dated=Certainty.EXACT,
        added=datetime.date(2026, 11, 24),
        tagged="1",
    )
    build = run_pelican(file_articles(content, story), tmp_path / "output")
    assert build.status == 0, build.messages
    before = {file.path: file.digest for file in site_files(demo_site)}
    changed = {f.path for f in site_files(build.output) if before.get(f.path) != f.digest}
    articles = {path for path in changed if path.startswith("articles/")}
    assert "articles/a-bridge-opens.html" in articles
    # The stories before and after it, and one whose related stories weigh another way.
    assert len(articles) <= 4
    unconcerned = ("people/", "countries/", "organizations/", "theme/")
    names = {path for path in changed if path.startswith(unconcerned)}
    assert {path for path in names if not path.endswith("/index.html")} == set()
    known = set(before.values())
    stored = [f for f in site_files(build.output) if f.path.startswith("search/stories-")]
    # A story of 1996 moves those after it by one place; none before it is fetched again.
    assert len([f for f in stored if f.digest in known]) >= len(stored) / 2
