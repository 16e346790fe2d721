"""A fault in one step for one item: it is named in one line, and everything else is built."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.article import Article, Certainty
from cuttings.site.site_folder import is_site

DAY = datetime.date(2024, 1, 2)
OFFLINE = ("service-worker.js", "manifest.webmanifest", "offline/version.json")

FAULT = '''
"""Makes one function fail for whatever has the word in its arguments."""
import importlib
import os

module, _, names = os.environ["FAULT"].partition(":")
*owners, name = names.split(".")
owner = importlib.import_module(module)
for part in owners:
    owner = getattr(owner, part)
real = getattr(owner, name)
is_bound = isinstance(owner.__dict__.get(name), classmethod)


def faulty(*arguments, **named):
    if "Wombat" in repr((arguments, named)):
        raise ValueError("planted")
    return real(*(arguments[1:] if is_bound else arguments), **named)


setattr(owner, name, classmethod(faulty) if is_bound else faulty)


def register():
    pass
'''


def _article(slug: str, title: str) -> Article:
    return Article(
        title=title,
        body=f"{title} met Ada Lovelace in Paris.",
        slug=slug,
        added=DAY,
        date=DAY,
        dated=Certainty.EXACT,
        people=("Ada Lovelace",),
        countries=("France",),
        organizations=(),
    )


@pytest.fixture(scope="module")
def content(file_articles: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root: Path = file_articles(
        tmp_path_factory.mktemp("faults") / "content",
        _article("good", "Good story"),
        _article("bad", "Wombat story"),
    )
    (root / "pages").mkdir()
    (root / "pages" / "fine.md").write_text("Title: Fine\n\nFine page.\n", encoding="utf-8")
    (root / "pages" / "broken.md").write_text("Title: Wombat\nSave_as: Wombat.html\n\nx\n", "utf-8")
    (root / "authorities").mkdir(exist_ok=True)
    (root / "authorities" / "people.csv").write_text(
        "heading,see-from,hide\nWombat,,\nCountess of Lovelace,Ada Lovelace,\n", encoding="utf-8"
    )
    (root.parent / "fault.py").write_text(FAULT, encoding="utf-8")
    (root.parent / "settings.py").write_text(
        "from publishconf import *\nPLUGINS = ['fault', *PLUGINS]\n", encoding="utf-8"
    )
    return root


@pytest.mark.parametrize(
    ("step", "named"),
    [
        ("cuttings.article.filed_article:PlainParagraphs.of", "bad.md: it cannot be read"),
        ("cuttings.article.article_file:one_line", "bad.md: it cannot be"),
        (
            "cuttings.entities.authorities.article_headings:written_headings",
            "bad.md: it cannot be resolved",
        ),
        ("cuttings.entities.tagged_archive:resolve", "bad.md: it cannot be resolved"),
        ("cuttings.versions.version_cluster:ShingleSet.of", "bad.md: it cannot be compared"),
        ("cuttings.browse.pages.article_page:article_html", "bad.md: it cannot be written"),
        (
            "cuttings.browse.web_files.article_record:_record",
            "bad.md: it cannot be written as data",
        ),
        ("cuttings.browse.web_files.atom_feed:_item", "bad.md: it cannot be put into the feed"),
        (
            "cuttings.search_index.terms.analysis:Analysis.spelled",
            "bad.md: its text cannot be searched",
        ),
        ("cuttings.own_pages.plugin:address_problem", "broken.md: it cannot be read"),
        (
            "cuttings.entities.authorities.authority_rows:_record",
            "people.csv, line 2: it cannot be read",
        ),
    ],
)
def test_a_fault_in_a_step_names_its_item_and_stops_nothing_else(
    content: Path, run_pelican: Any, tmp_path: Path, step: str, named: str
) -> None:
    paths = [str(content.parent), *filter(None, [os.environ.get("PYTHONPATH")])]
    build = run_pelican(
        content,
        tmp_path / "output",
        settings=str(content.parent / "settings.py"),
        SITEURL="https://example.org",
        CUTTINGS_MODEL="sm",
        PYTHONPATH=os.pathsep.join(paths),
        FAULT=step,
    )
    assert build.status == 3, build.messages
    assert named in build.messages
    assert "planted" in build.messages
    assert "Traceback" not in build.messages
    assert is_site(build.output)
    good = (build.output / "articles" / "good.html").read_text(encoding="utf-8")
    assert "Countess of Lovelace" in good
    assert "Fine page." in (build.output / "fine.html").read_text(encoding="utf-8")
    assert "good.html" in (build.output / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert all((build.output / path).is_file() for path in OFFLINE)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("Title: X\nTemplate: nowhere", "the theme has no template 'nowhere'; correct its"),
        ("Title: X\nTemplate: ../../x", "the theme has no template '../../x'; correct its"),
        ("Title: X\nTemplate: article", "it cannot be written (jinja2.exceptions.UndefinedError"),
        ("Title: X\nSave_as: ../../x", "its address '../../x' leads out of the site; correct"),
        ("Title: X\nSave_as: /x.html", "its address '/x.html' leads out of the site; correct"),
        ("Title: X\nSlug: ../x", "its address '../x.html' leads out of the site; correct"),
        ("Title: X\nSave_as: Index.html", "another file of the site has its address already"),
        ("Title: X\nSave_as: offline", "its address 'offline' does not end in .html"),
        ("Title: X\nStatus: secret", "'Status: secret' is not known; use one of published"),
        ("Title: X\nTimezone: Moon", "a line above its text is wrong (No time zone found"),
        ("Title: X\nDate: never", "a line above its text is wrong ('never' is not a valid date); "),
        ("Title: \udcff", "it is not UTF-8 text; save it as UTF-8"),
        ("Slug: x", "it has no Title line; add one"),
    ],
)
def test_a_page_with_a_fault_is_one_line(
    file_articles: Any, run_pelican: Any, tmp_path: Path, lines: str, reason: str
) -> None:
    content = file_articles(tmp_path / "content", _article("good", "Good story"))
    (content / "pages").mkdir()
    (content / "pages" / "bad.md").write_text(
        f"{lines}\n\nText.\n", encoding="utf-8", errors="surrogateescape"
    )
    (content / "pages" / "fine.md").write_text("Title: Fine\n\nText.\n", encoding="utf-8")
    build = run_pelican(content, tmp_path / "output")
    assert build.status == 3, build.messages
    assert f"bad.md: {reason}" in build.messages
    assert build.messages.count("WARNING") == 1
    assert "Traceback" not in build.messages
    assert is_site(build.output)
    assert (build.output / "fine.html").is_file()


def test_a_build_with_a_warning_has_its_offline_files(
    file_articles: Any, run_pelican: Any, tmp_path: Path
) -> None:
    content = file_articles(tmp_path / "content", _article("good", "Good story"))
    (content / "articles" / "2024" / "note.md").write_text("no front matter here\n", "utf-8")
    build = run_pelican(content, tmp_path / "output")
    assert build.status == 3, build.messages
    assert "note.md: it has no Title line" in build.messages
    assert all((build.output / path).is_file() for path in OFFLINE)
