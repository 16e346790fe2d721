"""An article's body in its three shapes: Markdown, safe HTML, plain text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

import nh3
from lxml import etree
from lxml import html as lxml_html

from cuttings.article.body_html import body_html
from cuttings.article.characters import printable

TEXT_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong a br hr "
    "table thead tbody tr th td sub sup del ins abbr cite q dl dt dd".split()
)
"""The only elements an article's HTML may hold."""

_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li pre td th dt dd".split())


def render_html(body: str) -> str:
    """Render Markdown to HTML that holds nothing but text markup and links.

    Raw HTML in the Markdown passes through the same sanitizer, so scripts,
    styles, forms, images and event handlers cannot survive from any source.
    Control characters and noncharacters, which HTML does not allow, are left out. What
    Markdown would take too long to render is shown as it is written (see ``body_html``).
    """
    rendered = body_html(printable(body))
    return nh3.clean(
        rendered,
        tags=set(TEXT_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )


def html_tree(rendered: str) -> lxml_html.HtmlElement:
    """Return an article's HTML as a tree, in an element that holds it all.

    Without ``huge_tree`` a text of more than ten million characters would be left out.
    """
    return lxml_html.fragment_fromstring(
        rendered, create_parent="div", parser=lxml_html.HTMLParser(huge_tree=True)
    )


class TextPiece(NamedTuple):
    """A piece of a block's text: the text of an element, or the text after one.

    Attributes:
        element: The element.
        is_tail: Whether the text stands after it.
        text: The text; the space that a line break is stands for it, in a piece of its own.
    """

    element: etree._Element
    is_tail: bool
    text: str


def block_pieces(root: etree._Element) -> Iterator[list[TextPiece]]:
    """Yield the text of each block (paragraph, heading, item, cell) below an element in pieces."""
    pieces: list[TextPiece] = []
    # Walked without recursion: markup may be nested more deeply than Python's stack.
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield pieces
            pieces = []
        if event == "start":
            if element.tag == "br":
                pieces.append(TextPiece(element, False, " "))
            if element.text:
                pieces.append(TextPiece(element, False, element.text))
        elif element is not root and element.tail:
            pieces.append(TextPiece(element, True, element.tail))
    yield pieces


def text_blocks(rendered: str) -> tuple[str, ...]:
    """Return the text of each block of an article's HTML, its white space as single spaces."""
    if not rendered.strip():
        return ()
    blocks = block_pieces(html_tree(rendered))
    texts = (" ".join("".join(piece.text for piece in pieces).split()) for pieces in blocks)
    return tuple(filter(None, texts))


def plain_text(body: str) -> str:
    """Return a Markdown body as plain text, blocks separated by an empty line."""
    return "\n\n".join(text_blocks(render_html(body)))


_ANYWHERE = re.compile(r"[\\`*_\[\]]|[<>&](?=\S)|!(?=\[)")
_LINE_START = re.compile(
    r"^(?:\d+(?P<dot>[.)])(?=\s|$)"
    r"|[#+\-=~:|>])"
)


def escape_markdown(text: str) -> str:
    """Return Markdown that shows ``text`` exactly as it stands, line by line.

    Every character that Python-Markdown could read as markup is escaped with a
    backslash, or as an entity where a backslash has no effect.
    """
    return "\n".join(_escape_line(line) for line in text.split("\n"))


def _escape_line(line: str) -> str:
    escaped = _ANYWHERE.sub(_escape_character, line.strip())
    match = _LINE_START.match(escaped)
    if match is None:
        return escaped
    if match["dot"]:
        cut = match.start("dot")
        dot = "\\." if match["dot"] == "." else "&#41;"
        return f"{escaped[:cut]}{dot}{escaped[cut + 1 :]}"
    return f"&#{ord(escaped[0])};{escaped[1:]}"


def _escape_character(match: re.Match[str]) -> str:
    character = match[0]
    if character in "<>&":
        return html.escape(character)
    return f"\\{character}"
