"""Lists of links in HTML, as browsers and read-later services export them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial

from lxml.html import HtmlElement

from cuttings.article.characters import one_line
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.html.page import Page
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.record import Record, made_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated

_HEADINGS = {"dl": ("h3",), "ol": ("h1", "h2", "h3"), "ul": ("h1", "h2", "h3")}
"""Elements that name the folder that a list is, by the element of the list."""

_FORMATTING = re.compile(r"</?(?:b|i|em|strong|u|s|small|span|font|code|sub|sup)\b[^<>]*+>", re.I)
"""Tags that are left out of titles and notes: one that is not closed would take in the rest."""

_TEXT_SIGN = re.compile(r"<(?!/?(?:html|head|body|h[1-6]|dl|dt|dd|ol|ul|li|p|br|hr|a)\b)", re.I)
"""A sign that begins no element of a list of links: part of a title or a note, which services
write without escapes ("How <script> works"); a parser would take what follows into the element."""


def linked_entries(
    source: SourceFile, *, saved: str, tags: str, unfiled: Collection[str] = ()
) -> Iterator[Record]:
    """Yield a record for each web address that the file links to.

    A link's tags are those of its attribute, before them the folders it stands in; the text
    of a ``dd`` below it is its note, and links there are not items. Links to other places
    (``javascript:``, ``place:``) are records without an address.

    Args:
        source: The file, in HTML.
        saved: Attribute with the Unix time at which the link was saved.
        tags: Attribute with its tags, separated by commas.
        unfiled: Names of folders that a service gives by itself, which are not tags.

    Raises:
        UnreadableSourceError: If the file is not text, or is too large.
    """
    markup = _FORMATTING.sub("", decode(source, markup=True))
    page = Page.parse(_TEXT_SIGN.sub("&lt;", markup))
    links = filter(_is_item, page.root.iter("a")) if page is not None else ()
    for number, link in enumerate(links, start=1):
        place = f"link {number}"
        make = partial(_record, source, place, link, saved=saved, tags=tags, unfiled=unfiled)
        yield made_record(source, place, make)


def _is_item(link: HtmlElement) -> bool:
    """Return whether a link is an item of the list, not a part of the note on one."""
    return bool(next(link.iterancestors("dt", "dd", "li"), link).tag != "dd")


def _record(
    source: SourceFile,
    place: str,
    link: HtmlElement,
    *,
    saved: str,
    tags: str,
    unfiled: Collection[str],
) -> Record:
    entry = Entry(
        title=one_line(link.text_content()),
        url=(link.get("href") or "").strip(),
        saved=day_stated((link.get(saved) or "").strip()),
        tags=_tags(link, tags, unfiled),
        note=_note(link),
    )
    return entry_record(source, entry, place)


def _tags(link: HtmlElement, attribute: str, unfiled: Collection[str]) -> tuple[str, ...]:
    named = [one_line(tag) for tag in (link.get(attribute) or "").split(",")]
    folders = (name for name in _folders(link) if name not in unfiled)
    return tuple(dict.fromkeys(filter(None, [*folders, *named])))


def _folders(link: HtmlElement) -> list[str]:
    """Return the names of the folders around a link, the outermost first."""
    names = [_folder_name(ancestor) for ancestor in link.iterancestors("dl", "ol", "ul")]
    return [name for name in reversed(names) if name]


def _folder_name(folder: HtmlElement) -> str:
    """Return the heading right before a list, which names the folder that the list is.

    The heading of the whole file (``h1`` before ``dl``) is not the name of a folder.
    """
    before = (node for node in folder.itersiblings(preceding=True) if node.tag != "p")
    nearest = next(before, folder.getparent() if folder.tag == "dl" else None)
    if nearest is None:
        return ""
    headings = list(nearest.iter(*_HEADINGS[folder.tag]))
    return one_line(headings[-1].text_content()) if headings else ""


def _note(link: HtmlElement) -> str:
    item = link.getparent()
    below = item.getnext() if item is not None and item.tag == "dt" else None
    if below is None or below.tag != "dd":
        return ""
    texts = below.xpath("text() | a//text() | p//text()")
    return one_line("".join(map(str, texts)))
