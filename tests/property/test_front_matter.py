"""Any text survives: write an article, read it back here and through Pelican."""

from __future__ import annotations

import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.readers import MarkdownReader
from pelican.settings import read_settings

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import parse_article, read_article, render_article
from cuttings.article.characters import one_line
from cuttings.article.front_matter import FrontMatter, join_values, split_values
from cuttings.article.markup import escape_markdown, plain_text, render_html

lines = st.text(max_size=60).map(one_line)
headings = lines.filter(bool)
tricky = st.sampled_from(
    ["A: b", "x; y", "\\", ";", "\\;", "---", "...", "# 1", "2016. november", "Kipling: Wenn", "}{"]
)
headlines = headings | tricky
values = st.lists(headings | tricky, max_size=4).map(tuple)
lists = st.none() | values
bodies = st.lists(st.text(max_size=80).map(one_line) | tricky, max_size=6).map(
    lambda blocks: "\n\n".join(blocks).strip("\n")
)
dates = st.none() | st.dates() | st.datetimes(timezones=st.just(datetime.UTC))


@st.composite
def articles(draw: st.DrawFn) -> Article:
    date = draw(dates)
    return Article(
        title=draw(headlines),
        body=draw(bodies),
        slug="slug",
        added=draw(st.dates()),
        date=date,
        dated=Certainty.UNKNOWN if date is None else Certainty.INFERRED,
        titled=draw(st.sampled_from([Certainty.EXACT, Certainty.INFERRED])),
        source=draw(lines),
        author=draw(lines),
        agency=draw(lines),
        url=draw(lines),
        summary=draw(lines),
        extent=draw(lines),
        record=draw(lines),
        related=draw(values),
        people=draw(lists),
        countries=draw(lists),
        countries_mentioned=draw(lists),
        organizations=draw(lists),
        reviewed=draw(st.booleans()),
    )


@given(articles())
def test_an_article_reads_back_as_it_was_written(article: Article) -> None:
    assert parse_article(render_article(article), Path("slug.md")) == article


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(articles())
def test_pelican_reads_the_same_values(tmp_path: Path, article: Article) -> None:
    path = tmp_path / "slug.md"
    path.write_text(render_article(article), encoding="utf-8")
    pelican_settings = read_settings(override={"FORMATTED_FIELDS": []})
    _, metadata = MarkdownReader(pelican_settings).read(str(path))
    assert metadata["title"] == article.title
    for key in ("people", "countries", "countries_mentioned", "organizations"):
        value = getattr(article, key)
        assert split_values(metadata.get(key, "")) == (value or ())
    assert metadata.get("source", "") == article.source
    assert metadata.get("summary", "") == article.summary
    assert read_article(path) == article


@given(st.lists(headings | tricky))
def test_lists_survive_any_item(items: list[str]) -> None:
    assert split_values(join_values(items)) == tuple(items)


@given(articles(), st.lists(st.tuples(st.sampled_from(["People", "X-New"]), lines), max_size=3))
def test_setting_fields_leaves_the_rest_alone(
    article: Article, changes: list[tuple[str, str]]
) -> None:
    before = FrontMatter.parse(render_article(article))
    after = FrontMatter.parse(before.with_fields(changes).render())
    changed = {key for key, _ in changes}
    assert after.body == before.body
    assert [f for f in after.fields if f[0] not in changed] == [
        f for f in before.fields if f[0] not in changed
    ]
    for key, value in dict(changes).items():
        assert after.get(key) == value


@given(st.text(max_size=120).map(one_line) | st.text("#*_`<>&[]()!|\\-+=~:.1 a\n", max_size=40))
def test_escaped_text_shows_as_it_stands(text: str) -> None:
    shown = plain_text(escape_markdown(text))
    assert " ".join(shown.split()) == " ".join(text.split())


@given(st.text(max_size=200))
def test_rendered_html_holds_no_active_content(text: str) -> None:
    rendered = render_html(f"{text}<script>alert(1)</script><img src=x onerror=alert(1)>")
    assert "<script" not in rendered
    assert "<img" not in rendered
