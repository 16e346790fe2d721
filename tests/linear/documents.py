"""Whole documents of every kind that repeat one construct: a line for each that is not linear.

``python -m tests.linear.documents LENGTH [NAME…]`` reads those whose names begin so, or all. Each
goes the way of a source: read, made an article, written and read back.
"""

from __future__ import annotations

import datetime
import html
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from tests.linear.hostile_text import CONSTRUCTS
from tests.linear.processor_time import superlinear

from cuttings.article.address_key import address_key
from cuttings.article.article_file import parse_article, render_article
from cuttings.article.identity import make_slug
from cuttings.errors import UnreadableSourceError
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.readers import records_of

LEAD = (
    "The gates of the wall opened on Thursday evening, and thousands of people from the eastern "
    "half of the city walked through them to the other."
)
MARKUP = (
    *"<p> <div> <b> <i> <li> <blockquote> <table> <td> <br> <span> <pre> <svg> <script>".split(),
    "<a>",
    "<p>a</p>",
    "<ul><li>a",
    "<ol><li>a</li></ol>",
    "<tr><td>a</td></tr>",
    "<h1>a b c</h1>",
    "<h2>a</h2>",
    "<br><br>a",
    "<span>a</span>",
    "<a href=x>a</a>",
    "<img src=a alt=b>",
    "<img src=a width=1>a",
    "<pre>a</pre>",
    "<sup>1</sup>",
    "<figure><img src=a><figcaption>b</figcaption></figure>",
    "<meta name=author content=a>",
    "<meta name='a b' content=a>",
    "<script>a</script>",
    "<time datetime=2020-01-01>a</time>",
    "<p class=byline>By Jane Roe</p>",
    "<p>Read more: a b c</p>",
    "<p>Subscribe to our newsletter</p>",
    "<p style='display:none'>a</p>",
    "<li><a href=x>A headline of a story</a></li>",
    "<![CDATA[a]]>",
    "<?a b?>",
    "<!DOCTYPE a>",
)
"""What the sources of pages repeat."""

_FLOOR = 0.025
"""Seconds that a document of the length may take: what begins once takes some, too."""

_TODAY = datetime.date(2026, 1, 2)

Template = tuple[str, Callable[[str], str]]
"""A file's name, and its content with a text in it."""


def _page(body: str, head: str = "<title>Wall falls</title>", above: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head>{head}</head><body>{above}<article><h1>Wall falls</h1>"
        f"<p>{LEAD}</p><p>{LEAD}</p>{body}</article></body></html>"
    )


def _page_about(text: str) -> str:
    """Return a page that says a text in each place where it says something of itself."""
    quoted = html.escape(text)
    names = "author description og:title og:site_name article:published_time og:url".split()
    tags = "".join(f'<meta name="{name}" content="{quoted}">' for name in names)
    data = json.dumps({"@type": "NewsArticle", "headline": text, "author": text}).replace("<", "")
    script = f'<script type="application/ld+json">{data}</script>'
    return _page(f"<p class=byline>{quoted}</p>", f"<title>{quoted}</title>{tags}{script}")


def _table(text: str) -> str:
    cell = '"' + text.replace('"', '""') + '"'
    return f"title,url,content,date,author,tags\n{cell},{cell},{cell},{cell},{cell},{cell}\n"


def _feed(text: str, above: str = "") -> str:
    inner = "".join(
        f"<{name}>{html.escape(text)}</{name}>"
        for name in "title link description author pubDate category".split()
    )
    return (
        f"{above}<rss version='2.0'><channel><title>a</title><item>{inner}</item></channel></rss>"
    )


def _mail(text: str, body: str = LEAD, kind: str = "plain") -> str:
    line = " ".join(text.split("\n"))
    return (
        f"Message-ID: <a@b>\nFrom: {line} <a@b.org>\nSubject: {line}\nDate: {line}\n"
        f"MIME-Version: 1.0\nContent-Type: text/{kind}; charset=utf-8\n\n{body}\n"
    )


TEMPLATES: dict[str, Template] = {
    "text": ("a.txt", lambda text: f"Wall falls\n\n{LEAD}\n\n{text}\n"),
    "text alone": ("a.txt", lambda text: f"{text} Wall falls"),
    "Markdown": ("a.md", lambda text: f"Title: Wall falls\n\n{LEAD}\n\n{text}\n"),
    "Markdown alone": ("a.md", lambda text: f"{text} Wall falls"),
    "front matter": (
        "a.md",
        lambda text: (
            "".join(
                f"{key}: {' '.join(text.split(chr(10)))}\n"
                for key in "Title Date Author Tags".split()
            )
            + f"\n{LEAD}"
        ),
    ),
    "YAML": ("a.md", lambda text: f"---\ntitle: Wall\nsummary: {text}\n---\n\n{LEAD}\n"),
    "page's text": ("a.html", lambda text: _page(f"<p>{html.escape(text)}</p>")),
    "page's markup": ("a.html", _page),
    "page's start": ("a.html", lambda text: _page("", above=text)),
    "above a page": ("a.html", lambda text: text + _page("")),
    "page about itself": ("a.html", _page_about),
    "table": ("a.csv", _table),
    "table's source": ("a.csv", lambda text: f"title,content\n{text}\n"),
    "JSON": (
        "a.json",
        lambda text: json.dumps([dict.fromkeys(("title", "content", "date"), text)]),
    ),
    "JSON's source": ("a.json", lambda text: text),
    "feed": ("a.xml", _feed),
    "above a feed": ("a.xml", lambda text: _feed("a", above=text)),
    "mail's head": ("a.eml", _mail),
    "mail's text": ("a.eml", lambda text: _mail("a", f"{LEAD}\n{text}")),
    "mail's page": ("a.eml", lambda text: _mail("a", f"<p>{LEAD}</p>{text}", "html")),
    "mail's kind": (
        "a.eml",
        lambda text: (
            f"Message-ID: <a@b>\nContent-Type: text/plain; {' '.join(text.split())}\n\n{LEAD}"
        ),
    ),
    "web archive": (
        "a.mhtml",
        lambda text: (
            f"From: <Saved by Blink>\nSnapshot-Content-Location: http://a.b/{'/a' * 5000}\n"
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
            f"Content-Type: text/html\n\n{_page(text)}\n--x--\n"
        ),
    ),
    "mailbox": (
        "a.mbox",
        lambda text: f"From a@b Thu Jan  1 00:00:00 2020\n{_mail('a', LEAD)}\n{text}\n",
    ),
    "bookmarks": (
        "a.html",
        lambda text: (
            "<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><DT>"
            f'<A HREF="http://a.b/c" TAGS="{html.escape(text)}">{html.escape(text)}</A>'
            f"<DD>{text}</DL>"
        ),
    ),
}
"""Documents by the place in them where a text stands."""

HOLDING_MARKUP = frozenset(
    {
        "page's markup",
        "page's start",
        "above a page",
        "mail's page",
        "web archive",
        "Markdown",
        "above a feed",
    }
)
"""Those in which tags are more than text."""

_BOUNDED = frozenset({"Markdown", "Markdown alone"})
"""Those whose time is bounded where it is not linear (see ``bounded_markdown``): only a text of
twice the length is near the bound."""


def read_whole(path: Path) -> None:
    """Take a file the way of a source, but for filing it; what cannot be read is no fault."""
    with suppress(UnreadableSourceError):
        for record in records_of(SourceFile.load(path)):
            with suppress(UnreadableSourceError):
                story = record.read()
                if isinstance(story, Draft):
                    written = render_article(story.to_article("slug", _TODAY))
                    parse_article(written, Path("slug.md"))
                    make_slug(story.slug or story.title, story.original)
                    address_key(story.url)


def main(length: int, names: Sequence[str]) -> None:
    """Print what is found; the last line says how many documents were read."""
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (file_name, content) in TEMPLATES.items():
            if not name.startswith(tuple(names or [""])):
                continue
            path = Path(folder, file_name)

            def read(text: str, path: Path = path) -> None:
                path.write_bytes(text.encode())
                read_whole(path)

            times = 2 if name in _BOUNDED else 1
            constructs = (*CONSTRUCTS, *MARKUP) if name in HOLDING_MARKUP else CONSTRUCTS
            for construct in constructs:
                count += 1

                def text_of(
                    wanted: int,
                    content: Callable[[str], str] = content,
                    construct: str = construct,
                ) -> str:
                    return content(construct * (wanted // len(construct)))

                if growth := superlinear(read, text_of, times * length, times * _FLOOR):
                    print(f"{name}: {construct!r} * n: {growth}", flush=True)
    print(f"{count} documents")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
