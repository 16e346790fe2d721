from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.commands.forked_commands import Command, ForkedCommands, Result

CONFIGURATION = """
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = PAGE_PATHS = []
PLUGINS = ["cuttings.article.plugin", "cuttings.entities.plugin", "show", "cuttings.site.plugin"]
THEME = "theme"
TIMEZONE = "UTC"
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
ARTICLE_SAVE_AS = AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
SITEURL = ""
CUTTINGS_MODEL = "sm"
"""
SHOW = """
from pelican import signals

def show(generators):
    context = generators[0].context
    for story in context["tagged_articles"]:
        tags = [f"{t.entity.path} {t.role} {t.count}" for t in story.tags]
        print("STORY", story.article.slug, *tags, sep="|")
        for reason in [reason for t in story.tags for reason in t.reasons]:
            print("BECAUSE", story.article.slug, reason, sep="|")
        assert story.file.stem == story.article.slug
    print("PEOPLE", *context["catalogue"].entities("person"), sep="|")

def register():
    signals.all_generators_finalized.connect(show)
"""
ARTICLE = """Title: {title}
Date: {date}

Chancellor Angela Merkel met President Emmanuel Macron in Paris. Merkel left.
"""

Build = Callable[[], Result]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for folder in ("content/articles", "content/authorities", "theme/templates", "theme/static"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "pelicanconf.py").write_text(CONFIGURATION, encoding="utf-8")
    (tmp_path / "show.py").write_text(SHOW, encoding="utf-8")
    for template in ("article", "author", "category", "tag", "page"):
        (tmp_path / "theme" / "templates" / f"{template}.html").write_text("x", encoding="utf-8")
    for slug, date in (("older", "2020-01-01"), ("b", "2021-05-05"), ("a", "2021-05-05")):
        path = tmp_path / "content" / "articles" / f"{slug}.md"
        path.write_text(ARTICLE.format(title=slug, date=date), encoding="utf-8")
    return tmp_path


@pytest.fixture
def build(site: Path, commands: ForkedCommands) -> Build:
    words = ["pelican", "-s", str(site / "pelicanconf.py"), "--fatal", "errors"]
    return lambda: commands.run(Command(words, environment={"PYTHONPATH": str(site)}))


def test_articles_are_tagged_resolved_and_in_order(site: Path, build: Build) -> None:
    built = build()
    assert built.status == 0, built.messages
    stories = [line.split("|")[1:] for line in built.messages.splitlines() if "STORY|" in line]
    assert [story[0] for story in stories] == ["a", "b", "older"]
    assert stories[0][1:] == [
        "people/angela-merkel.html about 2",
        "people/emmanuel-macron.html mentioned 1",
        "countries/france.html about 1",
    ]
    assert "PEOPLE|Angela Merkel|Emmanuel Macron" in built.messages
    before = {path: path.read_bytes() for path in site.rglob("*.md")}
    assert build().status == 0
    assert {path: path.read_bytes() for path in site.rglob("*.md")} == before


def test_a_bad_article_is_reported_and_the_rest_goes_on(site: Path, build: Build) -> None:
    (site / "content" / "articles" / "bad.md").write_text("Date: 2020-01-01\n\nX\n", "utf-8")
    built = build()
    output = built.messages
    assert built.status != 0
    assert output.count("it has no Title line") == 1
    assert output.count("STORY|") == 3


@pytest.mark.parametrize(
    ("people", "setting", "message"),
    [
        ("", "CUTTINGS_MODEL = 'huge'\n", "CUTTINGS_MODEL is 'huge'; set it to md or sm"),
        ("", "CUTTINGS_PAGE_FROM = 0\n", "CUTTINGS_PAGE_FROM is '0'; set it to a number from 1 on"),
    ],
)
def test_bad_tables_and_settings_stop_the_build(
    site: Path, build: Build, people: str, setting: str, message: str
) -> None:
    path = site / "content" / "authorities" / "people.csv"
    path.write_text(f"{people}\n", encoding="utf-8")
    (site / "pelicanconf.py").write_text(CONFIGURATION + setting, encoding="utf-8")
    built = build()
    assert built.status != 0
    assert message in built.messages


def test_a_bad_row_is_reported_and_the_rest_counts(site: Path, build: Build) -> None:
    path = site / "content" / "authorities" / "people.csv"
    rows = "heading,see-from,hide\n,X,\nEmmanuel Macron,,perhaps\nAngela M.,Angela Merkel,\n"
    path.write_text(rows, encoding="utf-8")
    built = build()
    output = built.messages
    assert built.status == 3, output
    assert "people.csv, line 2: the row has no heading; name it, or delete the row" in output
    assert "people.csv, line 3: 'perhaps' in column hide; write yes or no" in output
    assert output.count("STORY|") == 3
    assert "PEOPLE|Angela M." in output
    assert "Macron" not in output.split("PEOPLE")[1]


@pytest.mark.parametrize("table", ["name;hide\nX;yes\n", "heading,hide\nZo\udcebe,yes\n"])
def test_a_table_that_cannot_be_read_hides_all_of_its_kind_and_nothing_else(
    site: Path, build: Build, table: str
) -> None:
    path = site / "content" / "authorities" / "people.csv"
    path.write_text(table, encoding="utf-8", errors="surrogateescape")
    built = build()
    output = built.messages
    assert built.status == 3, output
    assert "until then builds show no people" in output
    assert output.count("STORY|") == 3
    assert "people/" not in output
    assert "countries/france.html" in output
    article = (site / "content" / "articles" / "a.md").read_text(encoding="utf-8")
    assert "People: Angela Merkel; Emmanuel Macron" in article
    path.write_text("heading,hide\nX,yes\n", encoding="utf-8")
    again = build()
    assert again.status == 0
    assert "people/angela-merkel.html" in again.messages


def test_the_build_that_tags_says_what_all_stories_decide(site: Path, build: Build) -> None:
    bodies = {f"full-{n}": "President Ronald Reagan met senators on Monday." for n in range(3)}
    bodies["lone"] = "President Reagan met senators on Tuesday. Reagan thanked them."
    for slug, body in bodies.items():
        text = f"Title: {slug}\nDate: 1987-03-02\n\n{body}\n"
        (site / "content" / "articles" / f"{slug}.md").write_text(text, encoding="utf-8")
    for output in (build().messages, build().messages):
        assert "BECAUSE|lone|“Reagan” is taken for Ronald Reagan: named in full" in output
