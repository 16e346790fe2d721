"""OpenDocument texts as HTML: the paragraphs, headings, lists, tables and links of one."""

from __future__ import annotations

from html import escape

from lxml import etree

_BLOCKS = {
    "p": "p",
    "list": "ul",
    "list-item": "li",
    "list-header": "li",
    "table": "table",
    "table-row": "tr",
    "table-cell": "td",
}
"""Elements of ODF 1.3, part 3, chapters 5 and 9, and what they are in HTML."""

_NO_TEXT = frozenset(
    "tracked-changes annotation annotation-end table-of-content alphabetical-index "
    "illustration-index table-index object-index user-index bibliography forms sequence-decls "
    "title desc".split()
)
"""Elements whose text is not part of the story; titles and descriptions are those of pictures."""

_TITLE_STYLE = "Title"
_MOST_SPACES = 100
"""Blanks that are written for one element, which may ask for any number."""


class OpenDocument:
    """The text of one document.

    Args:
        content: The root of its part ``content.xml``.
    """

    def __init__(self, content: etree._Element) -> None:
        self._content = content
        self._parents = {
            _attribute(style, "name"): _attribute(style, "parent-style-name")
            for style in content.iter("{*}style")
        }
        self._notes: list[str] = []

    def html(self) -> str:
        """Return the text as HTML, its notes last; "" if it is a table or a drawing."""
        text = self._content.find("{*}body/{*}text")
        if text is None:
            return ""
        self._notes.clear()
        inner = self._inner(text)
        notes = "".join(f"<li>{note}</li>" for note in self._notes)
        return f"{inner}<ol>{notes}</ol>" if notes else inner

    def _inner(self, element: etree._Element) -> str:
        pieces = [escape(element.text or "")]
        for child in element:
            pieces += [self._element(child), escape(child.tail or "")]
        return "".join(pieces)

    def _element(self, element: etree._Element) -> str:
        if not isinstance(element.tag, str):
            return ""
        name = etree.QName(element).localname
        if name in _NO_TEXT:
            return ""
        if name == "s":
            return " " * min(_MOST_SPACES, _number(_attribute(element, "c")))
        if name == "tab":
            return " "
        if name == "line-break":
            return "<br>"
        if name == "note":
            return self._note(element)
        tag = self._tag(element, name)
        inner = self._inner(element)
        if name == "a" and (address := _attribute(element, "href")):
            return f'<a href="{escape(address)}">{inner}</a>'
        return f"<{tag}>{inner}</{tag}>" if tag else inner

    def _note(self, element: etree._Element) -> str:
        """Keep a footnote or endnote for the end of the text; return its number."""
        body = element.find("{*}note-body")
        if body is None:
            return ""
        place = len(self._notes)
        self._notes.append("")
        self._notes[place] = self._inner(body)
        return f"<sup>[{place + 1}]</sup>"

    def _tag(self, element: etree._Element, name: str) -> str:
        style = _attribute(element, "style-name")
        if name == "p" and _TITLE_STYLE in {style, self._parents.get(style)}:
            return "h1"
        if name == "h":
            return f"h{min(6, _number(_attribute(element, 'outline-level')))}"
        return _BLOCKS.get(name, "")


def _attribute(element: etree._Element, name: str) -> str:
    """Return an attribute's value, whatever namespace its name is in, or ""."""
    values = (
        str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name
    )
    return next(values, "")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 5 else 1
