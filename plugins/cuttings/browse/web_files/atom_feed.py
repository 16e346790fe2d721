"""The feed of the newest stories (Atom, RFC 4287)."""

from __future__ import annotations

import datetime
import html
import io
from collections.abc import Sequence
from typing import Any

from feedgenerator import Atom1Feed, get_tag_uri

from cuttings.article.shortened import shortened
from cuttings.browse.parts.story_links import with_resolved_links
from cuttings.browse.web_files.sitemap import absolute_url
from cuttings.browse.web_files.xml_text import xml_text
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError, Report, raise_error

PATH = "feeds/all.atom.xml"
"""The file's path from the site's root."""

ENTRIES = 50
"""Stories in the feed."""


def atom_feed(
    stories: Sequence[TaggedArticle],
    site_name: str,
    site_url: str,
    report: Report = raise_error,
) -> bytes:
    """Write the feed of the archive's newest stories.

    Args:
        stories: The archive, newest first; not empty.
        site_name: The feed's title.
        site_url: Absolute address of the site's root.
        report: Called with the reason for each story that cannot stand in it.
    """
    feed = Atom1Feed(
        title=site_name,
        link=absolute_url(site_url, ""),
        description="",
        feed_url=absolute_url(site_url, PATH),
    )
    for story in stories[:ENTRIES]:
        try:
            feed.add_item(**_item(story, site_name, site_url))
        except Exception as error:
            report(InputError.unforeseen(story.name, error, step="put into the feed"))
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


def _item(story: TaggedArticle, site_name: str, site_url: str) -> dict[str, Any]:
    """Return what the feed says of a story.

    The library writes summary and content as HTML, and all else as plain text. An undated story
    has no day of publication; it was updated on the day it came in.
    """
    article = story.article
    link = absolute_url(site_url, story.path)
    published = None if article.date is None else _instant(article.date)
    instant = published or _instant(article.added)
    return {
        "title": _text(article.title),
        "link": link,
        "unique_id": get_tag_uri(link, instant),
        "description": html.escape(_text(article.summary), quote=False) or None,
        "content": xml_text(with_resolved_links(story.html, article.url)),
        "author_name": _text(article.author or article.source) or site_name,
        "categories": [_text(tag.entity.heading) for tag in story.tags],
        "pubdate": published,
        "updateddate": instant,
    }


def _text(value: str) -> str:
    return xml_text(shortened(value))


def _instant(date: datetime.date | datetime.datetime) -> datetime.datetime:
    """Return an instant in a time zone; days and bare times are taken as UTC."""
    if not isinstance(date, datetime.datetime):
        date = datetime.datetime.combine(date, datetime.time())
    return date if date.tzinfo else date.replace(tzinfo=datetime.UTC)
