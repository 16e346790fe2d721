"""The text of a story's page: links that lead somewhere, mentions marked."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import nh3
from lxml import etree

from cuttings.article.markup import TEXT_TAGS, html_tree
from cuttings.browse.parts.story_links import EXTERNAL, inner_html, is_too_deep, resolve_links
from cuttings.entities.evidence.mention_finder import (
    SEARCHED_LENGTH,
    Mention,
    MentionFinder,
    searched,
)
from cuttings.entities.tagged_article import TaggedArticle

_INLINE = frozenset("em strong sub sup del ins abbr cite q".split())
"""Markup within a sentence; a mention may run across it."""

_UNMARKED = frozenset({"a", "code", "pre"})
"""Markup whose text is left as it stands."""

_LINE_FEED = re.compile(r"[\n\r\t]")

_CLEANER = nh3.Cleaner(
    tags=set(TEXT_TAGS),
    attributes={
        "a": {"href", "rel", "title"},
        "ol": {"start"},
        "th": {"align"},
        "td": {"align"},
    },
    url_schemes=set(EXTERNAL),
    link_rel=None,
)


def article_html(story: TaggedArticle, root: str) -> str:
    """Return the body of ``story`` as the HTML of its page.

    Mentions of its tags become links to the entities' pages, but not within a
    link or code. A link that a source gave relative to its own address is made
    absolute; where that address is unknown, only its text stays. Markup of
    absurd depth is left as it is.

    Args:
        story: The story; its HTML is already safe.
        root: Relative way from the story's page to the site's root.

    Returns:
        HTML that has passed the sanitizer once more.
    """
    if not story.html.strip():
        return ""
    if is_too_deep(story.html):
        return story.html
    body = html_tree(story.html)
    resolve_links(body, story.article.url)
    entities = [tag.entity for tag in story.tags if tag.count]
    if entities:
        context = f"{story.article.title}\n\n{searched(story.text)}"
        finder = MentionFinder(entities, context, story.article.day)
        left = SEARCHED_LENGTH
        for run in _runs(body):
            left -= run.mark(finder, root, left)
    return _CLEANER.clean(inner_html(body)).strip()


class _Run:
    """The pieces of text that a reader sees as one run, in order.

    A piece is the text of an element or the text after one, as lxml keeps it.
    """

    def __init__(self) -> None:
        self._pieces: list[tuple[etree._Element, bool, str]] = []

    def add(self, element: etree._Element, *, tail: bool) -> None:
        """Add the text within ``element``, or after it."""
        if text := element.tail if tail else element.text:
            self._pieces.append((element, tail, text))

    def mark(self, finder: MentionFinder, root: str, limit: int) -> int:
        """Turn each mention into a link; one across markup into a link for each piece.

        Only so many characters are looked at as ``limit`` says; return how many there are.
        """
        whole = "".join(text for _, _, text in self._pieces)[: max(limit, 0)]
        mentions = finder.find(_LINE_FEED.sub(" ", whole))
        starts = [mention.start for mention in mentions]
        ends = [mention.end for mention in mentions]
        start = 0
        for element, tail, text in self._pieces if mentions else ():
            first, behind = bisect_right(ends, start), bisect_left(starts, start + len(text))
            if inside := _within(mentions[first:behind], start, text):
                _mark_piece(element, tail, text, inside, root)
            start += len(text)
        return len(whole)


def _within(mentions: Sequence[Mention], start: int, text: str) -> list[Mention]:
    """Return what of ``mentions`` lies in a piece that begins at ``start``.

    Offsets are those of the piece; white space at either end is left out.
    """
    inside = []
    for mention in mentions:
        first = max(mention.start - start, 0)
        last = min(mention.end - start, len(text))
        part = text[first:last] if first < last else ""
        if part.strip():
            first += len(part) - len(part.lstrip())
            last -= len(part) - len(part.rstrip())
            inside.append(dataclasses.replace(mention, start=first, end=last))
    return inside


def _mark_piece(
    element: etree._Element,
    tail: bool,
    text: str,
    mentions: list[Mention],
    root: str,
) -> None:
    links = []
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        link = etree.Element("a")
        link.set("href", f"{root}{mention.entity.link_in_story}")
        link.text = text[mention.start : mention.end]
        link.tail = text[mention.end : following.start if following else len(text)]
        links.append(link)
    before = text[: mentions[0].start]
    # Each goes right behind what is before all: places need not be counted then.
    if tail:
        element.tail = None
        for link in reversed(links):
            element.addnext(link)
        element.tail = before
    else:
        element.text = before
        for link in reversed(links):
            element.insert(0, link)


def _runs(body: etree._Element) -> Iterator[_Run]:
    """Yield the runs of text of every block, those of links and code left out."""
    runs = [_Run()]

    def walk(element: etree._Element) -> None:
        runs[-1].add(element, tail=False)
        for child in element:
            if child.tag in _UNMARKED:
                runs.append(_Run())
            elif child.tag in _INLINE:
                walk(child)
            else:
                runs.append(_Run())
                walk(child)
                runs.append(_Run())
            runs[-1].add(child, tail=True)

    walk(body)
    yield from runs
