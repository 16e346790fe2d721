"""Web archives for tests, written record by record."""

from __future__ import annotations

import gzip
from collections.abc import Mapping

TEXT = (
    "The ring was lost for an age, and nobody in the valley had looked for it since the old mill "
    "burned down. It was found on Monday by two children who were digging for clay at the river. "
)


def page(title: str, text: str = TEXT * 3) -> bytes:
    """Return a whole page with one story."""
    paragraphs = "".join(f"<p>{title}: {text}</p>" for _ in range(2))
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def record(
    url: str,
    content: bytes,
    headers: Mapping[str, str] | None = None,
    *,
    status: str = "200 OK",
    compressed: bool = True,
) -> bytes:
    """Return one response record as it stands in a file (ISO 28500, section 6.3)."""
    fields = {"Content-Type": "text/html; charset=utf-8"} | dict(headers or {})
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items())]
    answer = _head(lines) + content
    head = _head(
        [
            "WARC/1.0",
            "WARC-Type: response",
            f"WARC-Target-URI: {url}",
            "WARC-Date: 2023-11-09T08:34:48Z",
            "WARC-Record-ID: <urn:uuid:3b9a1f6e-0000-4000-8000-000000000000>",
            "Content-Type: application/http; msgtype=response",
            f"Content-Length: {len(answer)}",
        ]
    )
    whole = head + answer + b"\r\n\r\n"
    return gzip.compress(whole) if compressed else whole


def _head(lines: list[str]) -> bytes:
    return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()


def story(number: int, *, compressed: bool = True) -> bytes:
    """Return a record with a story of its own."""
    url = f"https://planet.example/ring-{number}"
    return record(url, page(f"Ring {number}"), compressed=compressed)
