"""Electronic books: the texts of an EPUB in reading order, and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from cuttings.ingest.documents.document_package import (
    DocumentPackage,
    part_beside,
    properties_below,
)
from cuttings.ingest.documents.document_story import DocumentProperties

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_DOCUMENTS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


@dataclass(frozen=True, slots=True)
class ElectronicBook:
    """What the package document of an EPUB states (EPUB 3.3, chapter 5).

    Attributes:
        properties: Its Dublin Core metadata.
        documents: Names of the parts that are its texts, in reading order.
        locked: Names of parts that are encrypted.
    """

    properties: DocumentProperties
    documents: tuple[str, ...]
    locked: frozenset[str]

    @classmethod
    def read(cls, package: DocumentPackage) -> ElectronicBook:
        """Return the book that a package holds.

        Raises:
            UnreadableSourceError: If a part that says what is in it is missing or damaged.
        """
        rootfile = package.xml(_CONTAINER).find(".//{*}rootfile")
        name = "" if rootfile is None else rootfile.get("full-path", "")
        opf = package.xml(name)
        metadata = opf.find("{*}metadata")
        return cls(
            DocumentProperties() if metadata is None else properties_below(metadata),
            tuple(dict.fromkeys(_documents(opf, name))),
            frozenset(_locked(package)) if package.has(_ENCRYPTION) else frozenset(),
        )


def _documents(opf: etree._Element, name: str) -> Iterator[str]:
    """Yield the texts in the spine but for the table of contents."""
    items = {item.get("id"): item for item in opf.iterfind("{*}manifest/{*}item")}
    for reference in opf.iterfind("{*}spine/{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or item.get("media-type") not in _DOCUMENTS:
            continue
        if "nav" not in (item.get("properties") or "").split():
            yield part_beside(name, unquote(item.get("href", "")).partition("#")[0])


def _locked(package: DocumentPackage) -> Iterator[str]:
    for reference in package.xml(_ENCRYPTION).iter("{*}CipherReference"):
        yield part_beside("", unquote(reference.get("URI", "")))
