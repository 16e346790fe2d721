"""Document packages: ZIP archives of XML parts, as office programs and e-books make them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from posixpath import normpath

from lxml import etree

from cuttings.ingest.documents.document_story import DocumentProperties
from cuttings.ingest.raw.refusal import SPLIT_INTO_STORIES
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.zip_archive import opened_zip, packed_file

_LARGEST_XML = 10 * 1024 * 1024
"""A part that becomes a tree in memory; a book of 1,000 pages has a third of it."""

_REMEDY = "open it in the program that made it and save it again"


class DocumentPackage:
    """The parts of one document.

    Args:
        source: The raw file.
        archive: What it unpacks to.
    """

    def __init__(self, source: SourceFile, archive: zipfile.ZipFile) -> None:
        self._source = source
        self._archive = archive
        self._names = frozenset(archive.namelist())

    def has(self, name: str) -> bool:
        """Return whether there is a part with this name."""
        return name in self._names

    def part(self, name: str) -> bytes:
        """Return the content of a part.

        Raises:
            UnreadableSourceError: If it is missing or cannot be unpacked.
        """
        if name not in self._names:
            raise self._source.unreadable(f"its part {name} is missing", _REMEDY)
        return packed_file(self._source, self._archive, name)

    def xml(self, name: str) -> etree._Element:
        """Return the root of a part; entities in it stay unexpanded.

        Raises:
            UnreadableSourceError: If it is missing, cannot be unpacked or is not XML.
        """
        content = self.part(name)
        if len(content) > _LARGEST_XML:
            raise self._source.unreadable(f"its part {name} is too large", SPLIT_INTO_STORIES)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._source.unreadable(f"its part {name} is damaged", _REMEDY) from error

    def properties(self, name: str) -> DocumentProperties:
        """Return the Dublin Core terms and the like that a part states.

        Raises:
            UnreadableSourceError: If the part cannot be read; one that is missing states nothing.
        """
        if not self.has(name):
            return DocumentProperties()
        # Office programs keep the day of the last change where books have that of publication.
        return replace(properties_below(self.xml(name)), published="")


def properties_below(root: etree._Element) -> DocumentProperties:
    """Return the properties that stand below ``root``, whatever namespace they are in."""

    def values(*names: str) -> list[str]:
        texts = (
            "".join(map(str, element.itertext())).strip()
            for name in names
            for element in root.iter(f"{{*}}{name}")
        )
        return list(filter(None, texts))

    return DocumentProperties(
        title=next(iter(values("title")), ""),
        author=", ".join(values("initial-creator") or values("creator")),
        created=next(iter(values("created", "creation-date")), ""),
        published=next(iter(values("date")), ""),
        publisher=next(iter(values("publisher")), ""),
        language=next(iter(values("language")), ""),
        summary=next(iter(values("description")), ""),
        keywords=tuple(values("keyword", "keywords", "subject")),
    )


@contextmanager
def opened_package(source: SourceFile) -> Iterator[DocumentPackage]:
    """Open a source that is a document package.

    Raises:
        UnreadableSourceError: If it is damaged, here or while it is read.
    """
    with opened_zip(source) as archive:
        yield DocumentPackage(source, archive)


def part_beside(name: str, reference: str) -> str:
    """Return the name of the part that another part refers to by a relative path."""
    folder = name.rpartition("/")[0]
    return normpath(f"{folder}/{reference}" if folder else reference).lstrip("/")
