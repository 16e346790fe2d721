"""The feed of the newest stories (Atom, RFC 4287)."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence

from feedgenerator import Atom1Feed, get_tag_uri

from cuttings.browse.sitemap import absolute_url
from cuttings.browse.xml_text import xml_text
from cuttings.entities.tagged_article import TaggedArticle

PATH = "feeds/all.atom.xml"
"""The file's path from the site's root."""

ENTRIES = 50
"""Stories in the feed."""


def atom_feed(stories: Sequence[TaggedArticle], site_name: str, site_url: str) -> bytes:
    """Write the feed of the archive's newest stories.

    Args:
        stories: The archive, newest first; not empty.
        site_name: The feed's title.
        site_url: Absolute address of the site's root.
    """
    feed = Atom1Feed(
        title=site_name,
        link=absolute_url(site_url, ""),
        description="",
        feed_url=absolute_url(site_url, PATH),
    )
    for story in stories[:ENTRIES]:
        link = absolute_url(site_url, story.path)
        instant = _instant(story.article.date or story.article.added)
        feed.add_item(
            title=xml_text(story.article.title),
            link=link,
            unique_id=get_tag_uri(link, instant),
            description=xml_text(story.article.summary) or None,
            content=xml_text(story.html),
            author_name=xml_text(story.article.author or story.article.source) or site_name,
            categories=[xml_text(tag.entity.heading) for tag in story.tags],
            pubdate=instant,
            updateddate=instant,
        )
    written = io.StringIO()
    feed.write(written, "utf-8")
    return written.getvalue().encode()


def _instant(date: datetime.date | datetime.datetime) -> datetime.datetime:
    """Return an instant in a time zone; days and bare times are taken as UTC."""
    if not isinstance(date, datetime.datetime):
        date = datetime.datetime.combine(date, datetime.time())
    return date if date.tzinfo else date.replace(tzinfo=datetime.UTC)
