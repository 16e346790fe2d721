"""A saved web page as a tree, with its blocks made plain."""

from __future__ import annotations

import copy
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlComment, HtmlElement

from cuttings.article.characters import printable
from cuttings.article.web_link import host_of, join_link, split_link

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that stand for themselves; everything else runs within a line."""

MOST_ELEMENTS = 50_000
"""Elements of a page that is read, five times those of a long one: some five seconds' work."""

DEEPEST = 500
"""Levels of elements within each other, about as many as browsers make (512). Trafilatura, jusText
and markdownify take the square of them."""

MOST_CHARACTERS = 7_000_000
"""Characters of a page's text that is read, those of two long novels: some 450 MB of memory."""

_LONGEST_BASE = 2_000
"""Characters of an address that links are completed with, as each then has them all."""

_UNSEEN = frozenset({"script", "style", "template", etree.Comment})

_WITHOUT_TEXT = (
    "script style noscript template iframe object embed applet canvas svg math video audio map "
    "input select textarea button datalist link meta title base"
).split()
_BREAKING = BLOCKS | {"br", etree.Comment, etree.PI, etree.Entity}
"""What an element holds whose text may be more than one line, or not all of what it holds."""

_ONLY_BLOCKS = frozenset("pre table thead tbody tfoot tr ul ol dl".split())
_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|page saved with SingleFile\s+url:\s*)"
    r"(?P<url>https?://\S+?)\s*(?:-->|\n)",
    re.I,
)
"""What browsers, and the extension SingleFile, note of the address when they save a page."""

_REFERENCE = re.compile(r"&#(?:x(?P<hexadecimal>[0-9a-f]{1,8})|(?P<decimal>\d{1,8}));?", re.I)
_SOFT_HYPHEN = "\u00ad"
"""Where a word may be parted at the end of a line. It is seen nowhere else, and hides the word."""

_SOFT_HYPHEN_REFERENCE = re.compile(r"&(?:[sS][hH][yY]|#(?:[xX]0*[aA][dD]|0*173));?")

_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>", re.I)
_COUNT = etree.XPath("count(descendant-or-self::*) + count(descendant::comment())")
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (DEEPEST + 1)})")
_SEEMING_COMMENTS = etree.XPath("//@*[contains(., '<!--')]")
_HIDDEN = cast(
    "Callable[[HtmlElement], list[HtmlElement]]",
    etree.XPath("descendant::*[@hidden and @hidden != 'until-found'][not(ancestor::*[@hidden])]"),
)
_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)
"""lxml would ask Python for the class of each element that is touched; controls need none."""


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page.

    Attributes:
        text: Its source, without references to characters that are not text.
        root: Its ``html`` element; never changed.
        url: Its canonical address, or "".
        base: What relative links in it are relative to, or "".
    """

    text: str
    root: HtmlElement
    url: str
    base: str

    @classmethod
    def parse(cls, text: str, address: str = "") -> Page | None:
        """Return the page with this source, or None if there is nothing in it.

        Args:
            text: The source.
            address: Where it was found, if that is known; it is the page's own if the page
                names none.
        """
        source = _REFERENCE.sub(_printable, _XML_DECLARATION.sub("", text, count=1))
        source = _SOFT_HYPHEN_REFERENCE.sub("", source.replace(_SOFT_HYPHEN, ""))
        parser = lxml_html.HTMLParser(huge_tree=True, remove_pis=True)
        parser.set_element_class_lookup(_ONE_CLASS)
        try:
            root = lxml_html.document_fromstring(source, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            return None
        for value in cast("list[Any]", _SEEMING_COMMENTS(root)):
            # libxml2 would look from each for its end when it writes the attribute.
            value.getparent().set(value.attrname, value.replace("<!--", "< !--"))
        url = _canonical_url(root, source) or address
        base = next((href for node in root.iter("base") if (href := node.get("href"))), "")
        found_at = address or url
        joined = join_link(found_at, base) or found_at
        return cls(source, root, url, joined if len(joined) <= _LONGEST_BASE else "")

    @property
    def excess(self) -> str:
        """More than a story has, as in "50,000 elements", or "" if the page can be read."""
        if cast("float", _COUNT(self.root)) > MOST_ELEMENTS:
            return f"{MOST_ELEMENTS:,} elements"
        if _TOO_DEEP(self.root):
            return f"{DEEPEST} levels of elements"
        if len(self.text) <= MOST_CHARACTERS:
            return ""
        characters = 0
        for element in self.root.iter():
            characters += len(element.tail or "")
            if element.tag not in _UNSEEN:
                characters += len(element.text or "")
        return f"{MOST_CHARACTERS:,} characters" if characters > MOST_CHARACTERS else ""

    def absolute(self, href: str) -> str:
        """Return ``href`` as an absolute address, or "" if it leads nowhere outside the page."""
        href = "".join(href.split())
        if not href or href.startswith("#"):
            return ""
        address = join_link(self.base, href)
        parts = split_link(address)
        if parts.scheme == "mailto":
            return address
        return address if parts.scheme in {"http", "https"} and parts.netloc else ""

    def plain_body(self) -> HtmlElement:
        """Return a copy of the body in which every text stands in a block without blocks.

        Scripts, styles, controls and comments are gone; runs of text beside blocks, and
        those that two line breaks set apart, stand in paragraphs of their own. What the page
        hides is gone, too, and what it shows only without scripts, unless it has nothing else.
        """
        body = self._shown_body(_WITHOUT_TEXT)
        if not body.text_content().strip():
            body = self._shown_body([name for name in _WITHOUT_TEXT if name != "noscript"])
        _make_plain(body, _holders_of_blocks(body))
        return body

    def _shown_body(self, without: Sequence[str]) -> HtmlElement:
        found = self.root.find("body")
        body = copy.deepcopy(found if found is not None else self.root)
        for template in list(body.iter("template")):
            if template.get("shadowrootmode"):
                template.drop_tag()
        etree.strip_elements(body, etree.Comment, *without, with_tail=False)
        hidden = [element for element in _HIDDEN(body) if element is not body]
        # A page whose script is to show the text hides most of it at first.
        if 2 * sum(len(found.text_content()) for found in hidden) < len(body.text_content()):
            for element in hidden:
                element.drop_tree()
        return body


def element_lines(element: HtmlElement) -> list[str]:
    """Return the lines of an element: its text, cut at line breaks and blocks within it."""
    if len(element) == 0:
        text = " ".join((element.text or "").split())
        return [text] if text else []
    if _BREAKING.isdisjoint([node.tag for node in element.iterdescendants()]):
        text = " ".join("".join(element.itertext()).split())
        return [text] if text else []
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        breaks = "\n" if node.tag == "br" or node.tag in BLOCKS else ""
        if event == "start":
            pieces += [breaks, _flat(node.text)]
        elif node is not element:
            pieces += [breaks, _flat(node.tail)]
    return [line for text in "".join(pieces).split("\n") if (line := " ".join(text.split()))]


def element_text(element: HtmlElement) -> str:
    """Return the text of an element on one line."""
    return " ".join(element_lines(element))


def _flat(text: str | None) -> str:
    return text.replace("\n", " ") if text else ""


def leaf_blocks(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the blocks at or below ``element`` that hold text and no other block."""
    return (block for block, _lines in leaf_blocks_with_lines(element))


def leaf_blocks_with_lines(element: HtmlElement) -> Iterator[tuple[HtmlElement, list[str]]]:
    """Yield the leaf blocks at or below ``element``, each with its lines."""
    begun = None
    for event, block in etree.iterwalk(element, events=("start", "end"), tag=BLOCKS):
        if event == "start":
            begun = block
        elif block is begun and (lines := element_lines(block)):
            yield block, lines


def _printable(reference: re.Match[str]) -> str:
    """Return a character reference, or "" if what it stands for is not text.

    32 to 159 are left to the parser, which knows that the web means Windows-1252 by them.
    """
    hexadecimal = reference["hexadecimal"]
    code = int(hexadecimal, 16) if hexadecimal else int(reference["decimal"])
    is_text = 32 <= code < 160 or (code <= sys.maxunicode and printable(chr(code)))
    return reference[0] if is_text else ""


def _canonical_url(root: HtmlElement, source: str) -> str:
    candidates = [
        *root.xpath("//link[translate(@rel, 'CANOIL', 'canoil')='canonical']/@href"),
        *root.xpath("//meta[@property='og:url' or @name='og:url']/@content"),
        *(match["url"] for match in [_SAVED_FROM.search(source[:4096])] if match),
    ]
    for candidate in candidates:
        address = "".join(str(candidate).split())
        if address.startswith("//"):
            address = f"https:{address}"
        if re.match(r"https?://[^/]+\.[^/]+", address) and host_of(address):
            return address
    return ""


def _holders_of_blocks(body: HtmlElement) -> set[HtmlElement]:
    """Return the elements that hold a block.

    Making them plain changes nothing of that: only what holds none is moved.
    """
    holders: set[HtmlElement] = set()
    for block in body.iter(*BLOCKS):
        for ancestor in block.iterancestors():
            if ancestor in holders:
                break
            holders.add(ancestor)
    return holders


def _make_plain(element: HtmlElement, holders: set[HtmlElement]) -> None:
    for child in element:
        if _is_block(child, holders):
            _make_plain(child, holders)
    if element.tag in _ONLY_BLOCKS:
        return
    if element in holders or _double_break(element):
        _wrap_runs(element, holders)


def _is_block(element: HtmlElement, holders: set[HtmlElement]) -> bool:
    return element.tag in BLOCKS or element in holders


def _double_break(element: HtmlElement) -> bool:
    return any(
        child.tag == "br"
        and not (child.tail or "").strip()
        and (following := child.getnext()) is not None
        and following.tag == "br"
        for child in element
    )


def _wrap_runs(element: HtmlElement, holders: set[HtmlElement]) -> None:
    """Move the runs of text and inline elements directly in ``element`` into paragraphs."""
    text, element.text = element.text or "", None
    run: list[HtmlElement] = []
    breaks = 0
    for child in list(element):
        tail = child.tail or ""
        if _is_block(child, holders):
            child.tail = None
            if (paragraph := _paragraph(text, run)) is not None:
                child.addprevious(paragraph)
            text, run = tail, []
        elif child.tag == "br" and breaks == 1:
            if (paragraph := _paragraph(text, run)) is not None:
                child.addprevious(paragraph)
            element.remove(child)
            text, run = tail, []
        else:
            run.append(child)
            breaks += child.tag == "br"
        if child.tag != "br" or tail.strip():
            breaks = 0
    if (paragraph := _paragraph(text, run)) is not None:
        element.append(paragraph)


def _paragraph(text: str, run: list[HtmlElement]) -> HtmlElement | None:
    """Take a run out of its element; return it as a paragraph, or None if it shows nothing."""
    if not run and not text.strip():
        return None
    paragraph = cast("HtmlElement", lxml_html.Element("p"))
    paragraph.text = text or None
    paragraph.extend(run)
    while len(paragraph) and paragraph[-1].tag == "br" and not (paragraph[-1].tail or "").strip():
        paragraph.remove(paragraph[-1])
    shows = "".join(paragraph.itertext()).strip() or paragraph.find(".//img") is not None
    return paragraph if shows else None
