"""Documents of LibreOffice and its like (OpenDocument texts)."""

from __future__ import annotations

from cuttings.ingest.documents.document_package import opened_package
from cuttings.ingest.documents.document_story import draft_from_document
from cuttings.ingest.documents.open_document import OpenDocument
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.source_file import SourceFile

_MIME_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"


def read_odt(source: SourceFile) -> Draft:
    """Return the one story of a document; heads and feet of its pages are not part of the text.

    Raises:
        UnreadableSourceError: If it is damaged or locked, or there are no words in it.
    """
    with opened_package(source) as package:
        manifest = "META-INF/manifest.xml"
        if (
            package.has(manifest)
            and package.xml(manifest).find(".//{*}encryption-data") is not None
        ):
            raise source.unreadable(
                "it is protected with a password", "open it and save it without one"
            )
        html = OpenDocument(package.xml("content.xml")).html()
        properties = package.properties("meta.xml")
    return draft_from_document(source, html, properties)


FORMAT = Format(
    name="ODT",
    suffixes=(".odt", ".ott"),
    records=whole_file(read_odt),
    recognizes=lambda source: _MIME_TYPE in source.head[:100],
    gives="the text with its headings, without headers and footers",
    example="story.odt",
    reads_ahead=True,
)
