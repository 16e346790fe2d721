"""Truncation: whether the source of a page breaks off before its end."""

from __future__ import annotations

import re
from collections import Counter

from cuttings.article.language.sentence_end import ends_page
from cuttings.ingest.html.hidden_markup import without_hidden

_UNFINISHED_TAG = re.compile(r"<[a-zA-Z/!][^<>]*$")
_END_OF_PAGE = re.compile(r"</(?:body|html)\b", re.I)
_END_AT_END = re.compile(r"</html\s*>\s*\Z", re.I)
_LONGEST_END = 100
"""Characters at the end of a page's source in which its last tag is looked for first."""

_CLOSED_PAGE = re.compile(r"</(?:body|html)(?![a-zA-Z0-9])[^<>]*>", re.I)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?P<rest>[^<>]*+)>")

_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_END_IS_OPTIONAL = frozenset(
    "html head body p li dt dd rt rp optgroup option colgroup caption thead tbody tfoot tr td "
    "th".split()
)
"""Elements whose end tag a whole page may leave out (HTML standard, optional tags)."""


def is_truncated(source: str) -> bool:
    """Return whether a page's source breaks off.

    It does if it ends inside a tag or a comment. A page that closes its body is whole; one that
    does not is whole only if it leaves out such ends throughout: no element that needs an end
    is open, it closes none of the others, or all, and its last words end a sentence.

    Args:
        source: The source of a page or of a part of one.
    """
    if _END_AT_END.search(source, max(0, len(source) - _LONGEST_END)):
        return False
    markup = without_hidden(source, ("script", "style", "template"))
    if _ends_within_markup(markup):
        return True
    if _CLOSED_PAGE.search(markup):
        return False
    tags = list(_TAG.finditer(markup))
    opened = Counter(
        tag["name"].lower() for tag in tags if not tag["end"] and not tag["rest"].endswith("/")
    )
    closed = Counter(tag["name"].lower() for tag in tags if tag["end"])
    if not (opened["body"] or opened["html"]):
        return False
    left_open = [
        name for name, count in opened.items() if count > closed[name] and name not in _VOID
    ]
    if any(closed[name] or name not in _END_IS_OPTIONAL for name in left_open):
        return True
    last_words = markup[tags[-1].end() :].strip()
    return bool(last_words) and not ends_page(last_words)


def _ends_within_markup(markup: str) -> bool:
    """Return whether the end is inside a tag, or inside a comment that the page's end is not in."""
    tag, comment = markup.rfind("<"), markup.rfind("<!--")
    return (tag >= 0 and _UNFINISHED_TAG.match(markup, tag) is not None) or (
        comment >= 0 and _END_OF_PAGE.search(markup, comment) is None
    )
