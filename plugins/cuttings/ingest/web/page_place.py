"""Where an element of a page stands: with the story, or with what a site puts around it."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

_OTHER_PLACE = re.compile(
    r"comment|sidebar|side-bar|related|recommend|popular|trending|most-?(?:read|viewed)|promo|teaser|"
    r"footer|newsletter|(?:^|\s)nav|menu|list-of|more-?(?:from|stories|in)|also|(?<!elementor-)widget|outbrain|taboola|"
    r"login|profile-menu|carousel",
    re.I,
)


MOST_REMEMBERED = 4096
"""Classes whose kind is remembered: a page has a few hundred, and its site's others the same."""


_MOST_SEARCHED = 3
"""Elements around another that are searched for the headline."""


def names_of(element: HtmlElement) -> str:
    """Return the classes and the id of an element, which say what its site calls it."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_elsewhere(element: HtmlElement) -> bool:
    """Return whether an element stands in a part of the page that is about other stories.

    What holds the headline is about this one, whatever it is called, and so is the footer of an
    article: on the pages looked at this finds 1 more headline and 2 more bylines.
    """
    searched = 0
    for ancestor in element.iterancestors():
        if ancestor.tag in {"body", "html", "article", "main"}:
            return False
        if ancestor.tag == "footer" and _is_in_article(ancestor):
            return False
        if ancestor.tag in {"aside", "nav", "footer", "form"}:
            return True
        if _is_other_place(names_of(ancestor)):
            searched += 1
            if searched > _MOST_SEARCHED or ancestor.find(".//h1") is None:
                return True
    return False


@lru_cache(MOST_REMEMBERED)
def _is_other_place(names: str) -> bool:
    """Return whether the classes and the id of an element say that it is about other stories."""
    return bool(_OTHER_PLACE.search(names))


def _is_in_article(element: HtmlElement) -> bool:
    return any(ancestor.tag == "article" for ancestor in element.iterancestors())
