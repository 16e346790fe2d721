"""Titles, tags and texts are data, whatever they hold."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from cuttings.article.article import Article, Certainty
from cuttings.article.identity import make_slug, payload_digest
from cuttings.article.markup import escape_markdown

DAY = datetime.date(2024, 1, 2)
HOSTILE = {
    "script": "</script><script>alert(1)</script>",
    "attribute": "\"><img src=x onerror=alert(1)> and ' onmouseover='alert(1)",
    "template": "{{ 7*7 }} {% raw %} {# gone #} ${7*7} %s %(title)s",
    "separators": "line\u2028separator\u2029paragraph\u0085next",
    "right-to-left": "مجلس الأمن يصوّت \u202eevil\u202c שלום",
    "long": "word " * 59 + "end",
    "unbroken": "x" * 300,
    "comment": "--><!-- <![CDATA[ ]]> &lt;b&gt; &amp;amp; &#60;",
    "emoji": "🗞️ 👩‍👩‍👧‍👦 \U0001f1fa\U0001f1f8",
    "path": "../../etc/passwd %2e%2e%2f C:\\x",
    "semicolon": "a; b: c; \\; # d",
}


def hostile_article(name: str, text: str) -> Article:
    return Article(
        title=text,
        body=escape_markdown(f"{text} was seen."),
        slug=make_slug(text, payload_digest(text.encode())),
        added=DAY,
        date=DAY if name != "emoji" else None,
        dated=Certainty.EXACT if name != "emoji" else Certainty.UNKNOWN,
        source=f"{text} Post",
        author=text,
        agency=text,
        url=f'javascript:alert("{name}")',
        language='en" onload="alert(1)',
        summary=text,
        related=(text,),
        people=(f"{text} Person",),
        countries=(f"{text} Land",),
        organizations=(f"{text} Corporation",),
        tagged=text,
        reviewed=True,
    )


@pytest.fixture(scope="module")
def site(run_pelican: Any, file_articles: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    articles = [hostile_article(name, text) for name, text in HOSTILE.items()]
    build = run_pelican(
        file_articles(folder / "content", *articles),
        folder / "output",
        settings="publishconf.py",
        SITEURL="https://example.org/x",
        CUTTINGS_PAGE_FROM="1",
    )
    assert build.status == 0, build.messages
    output: Path = build.output
    return output


def test_no_page_holds_active_content(site: Path) -> None:
    for path in site.rglob("*.html"):
        root: Any = lxml_html.fromstring(path.read_bytes())
        for element in root.iter(lxml_html.etree.Element):
            handlers = [name for name in element.attrib if name.startswith("on")]
            assert (path.name, element.tag, handlers) == (path.name, element.tag, [])
        for address in root.xpath("//@href | //@src | //@action"):
            assert not address.strip().lower().startswith(("javascript:", "data:")), path
        inline = root.xpath("//script[not(@src)]")
        assert [script.get("type") for script in inline if not _is_data(script)] == [], path
        assert root.xpath("//img[@src='x']") == [], path


def _is_data(script: Any) -> bool:
    """Whether a script element holds JSON, which no browser runs, and nothing that could end it."""
    return script.get("type") == "application/json" and "<" not in script.text


@pytest.mark.parametrize("name", HOSTILE)
def test_titles_show_as_they_are(site: Path, name: str) -> None:
    article = hostile_article(name, HOSTILE[name])
    root: Any = lxml_html.fromstring((site / "articles" / f"{article.slug}.html").read_bytes())
    shown = " ".join(root.xpath("string(//h1)").split())
    assert shown == " ".join(article.title.split())


@pytest.mark.parametrize(
    ("folder", "word"),
    [("people", "Person"), ("countries", "Land"), ("organizations", "Corporation")],
)
def test_tags_have_pages_with_their_heading(site: Path, folder: str, word: str) -> None:
    headings = set()
    for path in (site / folder).glob("*.html"):
        root: Any = lxml_html.fromstring(path.read_bytes())
        headings.add(" ".join(root.xpath("string(//h1)").split()))
    for text in HOSTILE.values():
        heading = " ".join(f"{text} {word}".split())
        assert any(heading in shown for shown in headings), heading


def test_nothing_was_computed(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert " 49 " not in " ".join(path.read_text(encoding="utf-8").split())
