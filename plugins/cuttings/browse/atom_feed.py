"""The feed of the newest stories (Atom, RFC 4287)."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence

from feedgenerator import Atom1Feed, get_tag_uri

from cuttings.browse.sitemap import absolute_url
from cuttings.entities.tagged_article import TaggedArticle

PATH = "feeds/all.atom.xml"
"""The file's path from the site's root."""

ENTRIES = 50
"""Stories in the feed."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold."""


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
            title=_xml_text(story.article.title),
            link=link,
            unique_id=get_tag_uri(link, instant),
            description=_xml_text(story.article.summary) or None,
            content=_xml_text(story.html),
            author_name=_xml_text(story.article.author or story.article.source) or site_name,
            categories=[_xml_text(tag.entity.heading) for tag in story.tags],
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


def _xml_text(text: str) -> str:
    return _NOT_XML.sub("", text)
