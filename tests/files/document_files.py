"""DOCX, ODT and EPUB files for tests."""

from __future__ import annotations

import datetime
import zipfile
from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType

ODF = "urn:oasis:names:tc:opendocument:xmlns"
ODT_NAMESPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:text="{ODF}:text:1.0" xmlns:style="{ODF}:style:1.0" '
    f'xmlns:table="{ODF}:table:1.0" xmlns:meta="{ODF}:meta:1.0" xmlns:draw="{ODF}:drawing:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def docx_file(write: Callable[[DocumentType], object]) -> bytes:
    """Return a DOCX file that ``write`` wrote, with properties, a head and a foot."""
    document = Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = "", "", ""
    properties.created = datetime.datetime(2020, 3, 4, tzinfo=datetime.UTC)
    section = document.sections[0]
    section.header.paragraphs[0].text = "The Planet Example"
    section.footer.paragraphs[0].text = "Page 1"
    write(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def odt_file(text: str, styles: str = "", properties: str = "") -> bytes:
    """Return an ODT file.

    Args:
        text: The elements of its text.
        styles: Its automatic styles.
        properties: The elements of its properties.
    """
    content = (
        f'<?xml version="1.0"?><office:document-content {ODT_NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document-content>"
    )
    meta = (
        f"<office:document-meta {ODT_NAMESPACES}><office:meta>{properties}</office:meta>"
        "</office:document-meta>"
    )
    styled = (
        f"<office:document-styles {ODT_NAMESPACES}><style:header><text:p>The Planet Example"
        "</text:p></style:header></office:document-styles>"
    )
    mime_type = "application/vnd.oasis.opendocument.text"
    return zip_file(
        {"mimetype": mime_type, "content.xml": content, "meta.xml": meta, "styles.xml": styled}
    )


def epub_file(
    texts: Mapping[str, str], metadata: str = "", more: Mapping[str, str] | None = None
) -> bytes:
    """Return an EPUB file.

    Args:
        texts: The bodies of its documents by their names; "nav.xhtml" is its table of contents.
        metadata: Dublin Core elements.
        more: Other parts by their names.
    """
    items = "".join(
        f'<item id="i{n}" href="{escape(name)}" media-type="application/xhtml+xml"'
        + (' properties="nav"/>' if name == "nav.xhtml" else "/>")
        for n, name in enumerate(texts)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n in range(len(texts)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    )
    documents = {
        f"OEBPS/{name}": (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>Book</title></head><body>{body}</body></html>"
        )
        for name, body in texts.items()
    }
    return zip_file(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **documents,
            **(more or {}),
        }
    )


def zip_file(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive, the same at any time; ``mimetype`` is stored, as the formats ask."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=packing)
    return buffer.getvalue()


def with_part(content: bytes, name: str, part: str | bytes) -> bytes:
    """Return a ZIP archive in which one part is another."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zip_file({**parts, name: part})
