"""A story's HTML as Markdown that shows the same words."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

from bs4 import Tag
from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement
from markdownify import ATX, SPACES, MarkdownConverter

from cuttings.article.markup import escape_markdown
from cuttings.ingest.html.page import BLOCKS

_SAFE_IN_ADDRESS = "%/:?#@!$&'+,;=~-.[]"
_MOST_DIGITS = 10
"""Digits from which CommonMark takes no number for that of a list: nine are the most."""

_INDENT = 4
"""Columns by which Python-Markdown wants what belongs to a list item indented."""

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_EMPHASIS = frozenset("b strong i em".split())
_MARKED = BLOCKS | _EMPHASIS | frozenset("a br code del hr img kbd q s samp".split())
"""Elements that Markdown has a mark or a place for; of others only the text remains."""

_NO_ITEM_START = frozenset("ul ol blockquote table pre".split())


def to_markdown(fragment: HtmlElement, absolute: Callable[[str], str]) -> str:
    """Return the Markdown of a fragment of HTML.

    Headings, lists, quotes, tables, preformatted text, emphasis and links survive.

    Args:
        fragment: Elements below one root; those that Markdown does not know are taken out of it.
        absolute: Gives the absolute address of a link, or "" to keep only its text.
    """
    _join_texts(fragment, absolute)
    # Without the root, which markdownify would strip of the indentation of a first code block.
    source = "".join(lxml_html.tostring(child, encoding="unicode") for child in fragment)
    converted = _StoryConverter(absolute).convert(source)
    lines = (line.rstrip() if not line.endswith("  ") else line for line in converted.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n").rstrip()


def _join_texts(fragment: HtmlElement, absolute: Callable[[str], str]) -> None:
    """Make one text of what stands on both sides of a tag that leaves no mark.

    Only a whole line shows what must be escaped: "2016" and ". november" are harmless alone.
    """
    for element in list(fragment.iter("a", *_EMPHASIS)):
        linked = element.tag == "a" and absolute(element.get("href") or "")
        if not linked and (element.tag == "a" or not element.text_content().strip()):
            element.tag = "span"
    found = {element.tag for element in fragment.iterdescendants("*")}
    etree.strip_tags(fragment, *(found - _MARKED))


# ruff: noqa: ARG002 - markdownify calls every method below with the same three arguments
class _StoryConverter(MarkdownConverter):
    """markdownify with this project's escaping and Python-Markdown's indentation."""

    def __init__(self, absolute: Callable[[str], str]) -> None:
        super().__init__(
            heading_style=ATX, newline_style=SPACES, bullets="-", escape_misc=False, autolinks=False
        )
        self._absolute = absolute

    def escape(self, text: str, parent_tags: set[str]) -> str:
        inner = text.strip()
        if not inner:
            return text
        start = text[: len(text) - len(text.lstrip())]
        end = text[len(text.rstrip()) :]
        escaped = escape_markdown(inner)
        if parent_tags & {"td", "th"}:
            escaped = escaped.replace("|", "&#124;")
        if escaped.endswith("#") and not parent_tags.isdisjoint(_HEADINGS):
            escaped = f"{escaped[:-1]}\\#"
        return f"{start}{escaped}{end}"

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        inner = text.strip()
        address = self._absolute(str(el.get("href") or ""))
        if not address or not inner or "\n" in inner or "_noformat" in parent_tags:
            return text
        start = " " if text[0].isspace() else ""
        end = " " if text[-1].isspace() else ""
        return f"{start}[{inner}]({quoted_address(address)}){end}"

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        content = re.sub(r"\n{3,}", "\n\n", (text or "").strip())
        if not content:
            return "\n"
        first_child = next((child for child in el.children if str(child).strip()), None)
        if isinstance(first_child, Tag) and first_child.name in _NO_ITEM_START:
            # In Markdown no item begins with such a block, so the block replaces it.
            return f"\n\n{content}\n\n"
        parent = el.parent
        bullet = "-"
        if parent is not None and parent.name == "ol":
            start = str(parent.get("start") or "1")
            first = int(start) if start.isdecimal() and len(start) < _MOST_DIGITS else 1
            bullet = f"{first + len(el.find_previous_siblings('li'))}."
        lines = content.split("\n")
        below = [f"{' ' * _INDENT}{line}" if line else "" for line in lines[1:]]
        # Below a paragraph of its own an item ends with a blank line: the next would run into it.
        end = "\n\n" if "" in lines else "\n"
        return "\n".join([f"{bullet.ljust(_INDENT - 1)} {lines[0]}", *below]) + end

    def convert_ul(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "li" in parent_tags:
            return f"\n{text.rstrip()}\n\n"
        return f"\n\n{text}\n"

    convert_ol = convert_ul

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        alternative = escape_markdown(" ".join(str(el.get("alt") or "").split()))
        address = self._absolute(str(el.get("src") or ""))
        if not alternative or not address or "a" in parent_tags:
            return alternative
        return f"[{alternative}]({quoted_address(address)})"

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        lines = el.get_text().strip("\n").split("\n")
        return "\n\n" + "\n".join(f"    {line}".rstrip() for line in lines) + "\n\n"

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text if parent_tags & {"b", "strong"} else _emphasized(text, "**")

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text if parent_tags & {"i", "em"} else _emphasized(text, "*")

    convert_strong = convert_b
    convert_i = convert_em


def quoted_address(address: str) -> str:
    """Return ``address`` without a character that could end or mark up a Markdown link."""
    return quote(address, safe=_SAFE_IN_ADDRESS)


def _emphasized(text: str, mark: str) -> str:
    """Return ``text`` between marks that stand at its words, white space outside."""
    inner = text.strip()
    if not inner or "\n" in inner:
        return text
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}{mark}{inner}{mark}{text[len(start) + len(inner) :]}"
