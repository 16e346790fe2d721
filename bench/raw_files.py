"""Large raw files to take in, generated anew for each measurement."""

from __future__ import annotations

import base64
import itertools
import zipfile
from collections.abc import Iterator
from pathlib import Path

WORDS = "The ring was lost for an age, and then another. "
_MEGABYTE = 1_000_000
_LARGE_TEXT = "The ring was lost and found again \U0001f48d, people of the valley said. " * 400
_SMALL_TEXT = WORDS * 20


def write_long_line(path: Path) -> None:
    """Write a page of ten megabytes in one line, of nearly as much text as a page may have."""
    told = "A sentence of the story of the ring, as it was told to us at last."
    start = f'<span class="words of the story" lang="en" title="{told}">'
    spans = "".join(f"{start}{2 * WORDS}And so on. {n}</span> " for n in range(45_000))
    page = f"<html><head><title>The ring</title></head><body><p>{spans}</p></body></html>"
    path.write_text(page, encoding="utf-8")


def write_mailbox(path: Path, megabytes: int) -> None:
    """Write a mailbox of messages with pictures of a megabyte."""
    picture = base64.encodebytes(bytes(range(250)) * 3_000).decode()
    with path.open("w", encoding="utf-8") as file:
        for number in range(megabytes):
            file.write(
                "From ann@planet.example Thu Nov  9 08:34:48 2023\n"
                f"From: Ann <ann@planet.example>\nSubject: Ring {number}\nMIME-Version: 1.0\n"
                'Content-Type: multipart/mixed; boundary="part"\n\n--part\n\n'
                f"{_SMALL_TEXT}{number}\n--part\nContent-Type: image/png\n"
                f"Content-Transfer-Encoding: base64\n\n{picture}\n--part--\n\n"
            )


def write_document(path: Path) -> None:
    """Write an ODT document of nearly as much text as one may have."""
    name = "urn:oasis:names:tc:opendocument:xmlns"
    paragraphs = "".join(f"<text:p>{_SMALL_TEXT}{number}</text:p>" for number in range(7_000))
    content = (
        f'<office:document-content xmlns:office="{name}:office:1.0" xmlns:text="{name}:text:1.0">'
        f"<office:body><office:text>{paragraphs}</office:text></office:body>"
        "</office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr("content.xml", content)


def write_web_archive(path: Path, megabytes: int) -> None:
    """Write an archive as crawls are: pages, some of a megabyte, pictures and style sheets."""
    written = 0
    with path.open("wb") as file:
        for number, (kind, content) in enumerate(_crawled()):
            written += file.write(_response(number, kind, content))
            if written >= megabytes * _MEGABYTE:
                return


def _crawled() -> Iterator[tuple[str, bytes]]:
    """Yield the media type and the content of one answer after the other, without end."""
    picture, style = bytes(range(250)) * 4_000, b"p { margin: 0 }\n" * 2_000
    encoded = f'<img src="data:image/png;base64,{"QUJD" * 250_000}" alt="">'
    for number in itertools.count():
        for small in range(10):
            yield "text/html", _page(f"Ring {number}-{small}", [_SMALL_TEXT] * 10)
            yield "text/css", style
        yield "text/html", _page(f"Age {number}", [_LARGE_TEXT] * 40)
        yield "text/html", _page(f"Saved ring {number}", [_SMALL_TEXT, encoded])
        yield from [("image/jpeg", picture)] * 5


def _page(title: str, paragraphs: list[str]) -> bytes:
    body = "".join(f"<p>{title}: {text}</p>\n" for text in paragraphs)
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def _response(number: int, kind: str, content: bytes) -> bytes:
    """Return a record of an answer as it stands in a file (ISO 28500, section 6.3)."""
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + content
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:{number}>\r\n"
        f"WARC-Target-URI: https://planet.example/{number}\r\nWARC-Date: 2023-11-09T08:34:48Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
