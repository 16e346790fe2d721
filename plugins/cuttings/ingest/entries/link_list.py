"""Lists of links in HTML, as browsers and read-later services export them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lxml.html import HtmlElement

from cuttings.article.characters import one_line
from cuttings.ingest.entries.entry import Entry, entry_record
from cuttings.ingest.html.page import Page
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.record import Record, made_record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import day_stated


def linked_entries(source: SourceFile, *, saved: str, tags: str) -> Iterator[Record]:
    """Yield a record for each web address that the file links to.

    A link's tags are those of its attribute, before them the folders it stands in; the text
    of a ``dd`` below it is its note. Links to other places (``javascript:``, ``place:``)
    are records without an address.

    Args:
        source: The file, in HTML.
        saved: Attribute with the Unix time at which the link was saved.
        tags: Attribute with its tags, separated by commas.

    Raises:
        UnreadableSourceError: If the file is not text, or is too large.
    """
    page = Page.parse(decode(source, markup=True))
    links = page.root.iter("a") if page is not None else ()
    for number, link in enumerate(links, start=1):
        place = f"link {number}"
        make = partial(_record, source, place, link, saved=saved, tags=tags)
        yield made_record(source, place, make)


def _record(source: SourceFile, place: str, link: HtmlElement, *, saved: str, tags: str) -> Record:
    entry = Entry(
        title=one_line(link.text_content()),
        url=(link.get("href") or "").strip(),
        saved=day_stated((link.get(saved) or "").strip()),
        tags=_tags(link, tags),
        note=_note(link),
    )
    return entry_record(source, entry, place)


def _tags(link: HtmlElement, attribute: str) -> tuple[str, ...]:
    named = [one_line(tag) for tag in (link.get(attribute) or "").split(",")]
    return tuple(dict.fromkeys(filter(None, [*_folders(link), *named])))


def _folders(link: HtmlElement) -> list[str]:
    """Return the names of the folders around a link, the outermost first."""
    names = [_folder_name(ancestor) for ancestor in link.iterancestors("dl")]
    return [name for name in reversed(names) if name]


def _folder_name(folder: HtmlElement) -> str:
    """Return the heading right before a ``dl`` list, which names the folder that the list is."""
    before = (node for node in folder.itersiblings(preceding=True) if node.tag != "p")
    nearest = next(before, folder.getparent())
    if nearest is None:
        return ""
    headings = list(nearest.iter("h3"))
    return one_line(headings[-1].text_content()) if headings else ""


def _note(link: HtmlElement) -> str:
    item = link.getparent()
    below = item.getnext() if item is not None and item.tag == "dt" else None
    if below is None or below.tag != "dd":
        return ""
    return one_line(below.text or "")
