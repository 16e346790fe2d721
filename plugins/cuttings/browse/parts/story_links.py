"""The links of a story: each leads to an address of its own, or only its text stays."""

from __future__ import annotations

import itertools
import re

from lxml import etree
from lxml import html as lxml_html

from cuttings.article.markup import html_tree
from cuttings.article.web_link import join_link, split_link

EXTERNAL = frozenset({"http", "https", "mailto"})
"""Schemes of addresses that a story's link may lead to."""

_DROPPED = "dropped"
"""Element that takes the place of a link when only its text stays."""

_DEEPEST = 200
"""Depth of markup that lxml still reads; it cuts off what lies 256 elements deep."""

_ELEMENT = re.compile(r"<(/?)(?!br\b|hr\b)[a-z]")


def is_too_deep(story_html: str) -> bool:
    """Return whether elements lie in one another too deeply for a tree to hold them all."""
    steps = (-1 if closing[1] else 1 for closing in _ELEMENT.finditer(story_html))
    return max(itertools.accumulate(steps), default=0) > _DEEPEST


def resolve_links(body: lxml_html.HtmlElement, base: str) -> None:
    """Make the links of a story's HTML absolute; where that is impossible, keep their text.

    Args:
        body: The story as a tree, which is changed.
        base: The address of the story, or "".
    """
    for link in list(body.iter("a")):
        href = link.get("href", "")
        address = join_link(base, href) if href else ""
        if split_link(address).scheme in EXTERNAL:
            link.set("href", address)
        else:
            link.tag = _DROPPED
    # All at once: dropping one by one goes through those beside it each time.
    etree.strip_tags(body, _DROPPED)


def with_resolved_links(story_html: str, base: str) -> str:
    """Return a story's HTML with its links as ``resolve_links`` leaves them.

    Markup of absurd depth is left as it is.
    """
    if "<a" not in story_html or is_too_deep(story_html):
        return story_html
    body = html_tree(story_html)
    resolve_links(body, base)
    return inner_html(body)


def inner_html(body: etree._Element) -> str:
    """Return the HTML within the element that holds a story."""
    serialized = etree.tostring(body, encoding="unicode", method="html", with_tail=False)
    return serialized.removeprefix("<div>").removesuffix("</div>")
