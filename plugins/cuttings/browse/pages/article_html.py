"""The text of a story's page: links that lead somewhere, mentions marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import nh3

from cuttings.article.markup import TEXT_TAGS, html_tree
from cuttings.browse.parts.marked_tree import mark_tree
from cuttings.browse.parts.story_links import EXTERNAL, inner_html, is_too_deep, resolve_links
from cuttings.browse.parts.story_marks import Mark, story_marks
from cuttings.entities.tagged_article import TaggedArticle

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
        Safe HTML.
    """
    if not story.html.strip():
        return ""
    marks = story_marks(story, root)
    paragraphs = story.text.split("\n\n")
    if story.html == "\n".join(f"<p>{_escaped(text)}</p>" for text in paragraphs):
        return _plain_paragraphs(story.text, paragraphs, marks)
    return _any_markup(story, marks)


def _any_markup(story: TaggedArticle, marks: Sequence[Mark]) -> str:
    """Return the story by way of its tree, so that it has passed the sanitizer once more."""
    if is_too_deep(story.html):
        return story.html
    body = html_tree(story.html)
    resolve_links(body, story.article.url)
    if marks:
        mark_tree(body, marks)
    return _CLEANER.clean(inner_html(body)).strip()


def _plain_paragraphs(text: str, paragraphs: Sequence[str], marks: Sequence[Mark]) -> str:
    """Return the same for a story without markup, as most are: that takes a tenth of the time."""
    shown: list[str] = []
    following = iter(marks)
    mark = next(following, None)
    behind = 0
    for paragraph in paragraphs:
        end = behind + len(paragraph)
        shown.append("<p>")
        while mark and mark.start < end:
            link = _escaped(text[mark.start : mark.end])
            shown.append(_escaped(text[behind : mark.start]))
            shown.append(f'<a href="{escape(mark.address)}">{link}</a>')
            behind, mark = mark.end, next(following, None)
        shown += [_escaped(text[behind:end]), "</p>\n"]
        behind = end + len("\n\n")
    return "".join(shown).strip()


def _escaped(text: str) -> str:
    return escape(text, quote=False)
