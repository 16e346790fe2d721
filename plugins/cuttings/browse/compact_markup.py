"""Templates without what only their readers need, which would stand in every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)

_BLOCKS = (
    "address|article|aside|blockquote|body|details|div|dl|dt|dd|fieldset|footer|form|h[1-6]?|head|"
    "header|html|hr|li|link|main|meta|nav|ol|p|script|section|table|title|ul"
)
"""Elements beside which white space is not shown; ``h`` is a heading of any level."""

_SPACE_BEFORE = re.compile(rf"(?<!\s)\s++(?=</?(?:{_BLOCKS})(?:[\s>]|$))")
_SPACE_AFTER = re.compile(rf"(</?(?:{_BLOCKS})(?:\s[^<>]*)?>)\s+")
_QUOTES = re.compile(r"""(\s[a-z-]+)="([\w./#:-]++)(?<!/)"(?=[\s>]|$)""")
_ALWAYS_IMPLIED = re.compile(r"</(?:li|dt|dd|head|body|html)>|<head>")
_IMPLIED_BEFORE = re.compile(
    r"</p>(?=<(?:article|aside|blockquote|details|div|dl|footer|form|h[1-6]?|header|main|nav|ol|p|"
    r"section|table|ul)(?:[\s>]|$)|"
    r"</(?:article|aside|blockquote|dd|details|div|footer|header|li|main|nav|section)>)"
)


class CompactMarkup(Extension):
    """Leaves out what HTML implies: of a template's own markup, not of what it shows.

    That is white space beside blocks, the tags of the head, end tags of the page, of list items,
    terms, descriptions and most paragraphs, and quotation marks around an attribute's plain value.
    Templates must not rely on white space beside blocks, nor have text behind the last item of a
    list. What an expression adds behind an attribute begins with a space.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the parts of a template, its markup compact."""
        for token in stream:
            is_markup = token.type == "data"
            yield Token(token.lineno, "data", _compact(token.value)) if is_markup else token


def _compact(markup: str) -> str:
    """Compact a piece of a template between two expressions or statements."""
    compact = _ALWAYS_IMPLIED.sub("", _INDENTATION.sub(" ", markup))
    compact = _SPACE_AFTER.sub(r"\1", _SPACE_BEFORE.sub("", compact))
    return _QUOTES.sub(r"\1=\2", _IMPLIED_BEFORE.sub("", compact))
