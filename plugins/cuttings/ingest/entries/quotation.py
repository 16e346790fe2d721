"""What a mail quotes: the message it forwards, which is the story, or the one it answers."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

from cuttings.ingest.html.page import Page, element_lines, element_text, leaf_blocks

_FIELD_NAMES = {
    "from": "from von de da van från fra",
    "date": "date sent datum gesendet envoyé fecha enviado data inviato verzonden skickat",
    "subject": "subject betreff objet asunto oggetto onderwerp ämne emne assunto",
    "other": "to an à para a aan till til cc kopie reply-to antwort",
}
_FIELDS = {name: field for field, names in _FIELD_NAMES.items() for name in names.split()}
_FIELD = re.compile(
    rf"^\W*(?P<name>{'|'.join(sorted(_FIELDS, key=len, reverse=True))})\W{{0,3}}:\W*(?P<value>.*)$",
    re.I | re.S,
)
_MARK = re.compile(
    r"^\W*(?:begin\s+)?(?:forwarded\s+message|original\s+message|weitergeleitete\s+nachricht|"
    r"ursprüngliche\s+nachricht|message\s+(?:transféré|d['’]origine)|mensaje\s+(?:reenviado|original)|"
    r"messaggio\s+(?:inoltrato|originale)|doorgestuurd\s+bericht|oorspronkelijk\s+bericht)\W*$",
    re.I,
)
_FORWARDED = re.compile(r"forward|weitergeleitet|transféré|reenviado|inoltrato|doorgestuurd", re.I)
_SIGNATURE = "-- "
"""The line above a signature (RFC 3676, section 4.3)."""

_REPLY = re.compile(
    r"^(?:on|am|le|el|il|op|den)\b.{6,160}\b(?:wrote|schrieb|écrit|escribió|scritto|schreef|skrev)"
    r"\b.{0,80}:\s*$",
    re.I | re.S,
)
_CLIENT_QUOTES = (
    "//blockquote[@type='cite']",
    "//*[contains(concat(' ', @class, ' '), ' gmail_quote ')]",
    "//*[contains(concat(' ', @class, ' '), ' yahoo_quoted ')]",
    "//*[contains(concat(' ', @class, ' '), ' moz-cite-prefix ')]",
    "//*[@id='divRplyFwdMsg' or @id='appendonsend']/following-sibling::*",
    "//*[@id='divRplyFwdMsg' or @id='appendonsend']",
)
"""Where mail programs put the message that is answered."""

_MOST_FIELD_LINES = 12
"""Lines that the head of a quoted message may have. Chosen by eye: mail programs write some six
fields, some of them with blank lines between."""

_Lines = list[tuple[HtmlElement, str]]
"""Lines of a body, each with the block it stands in."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The story in a mail's text, and what the mail says of a message it forwards.

    Attributes:
        text: The story, as HTML or plain like the text it was found in.
        above: What the person who forwarded it wrote above it, on one line, or "".
        sender: Who sent the forwarded message, or "".
        date: When, as written there, or "".
        subject: Its subject, or "".
    """

    text: str
    above: str = ""
    sender: str = ""
    date: str = ""
    subject: str = ""


def unquoted_text(text: str, *, forwards: bool) -> Quotation:
    """Return the story in a plain text.

    Args:
        text: Lines ended by line feeds.
        forwards: Whether the mail's subject says that it forwards another.
    """
    lines = text.split("\n")
    start, stop, fields = _forwarding(lines)
    if start is not None and (forwards or _is_forwarding(lines[start])):
        inner = "\n".join(_dequoted(lines[stop:])).strip("\n")
        if inner.strip():
            return _quotation(inner, " ".join(" ".join(lines[:start]).split()), fields)
    return Quotation("\n".join(_without_reply(lines[:start])) or text)


def unquoted_html(html: str, *, forwards: bool) -> Quotation:
    """Return the story in HTML; see ``unquoted_text``."""
    page = Page.parse(html)
    if page is None:
        return Quotation(html)
    body = page.plain_body()
    blocks = list(leaf_blocks(body))
    lines = [(block, line) for block in blocks for line in element_lines(block)]
    texts = [line for _, line in lines]
    start, stop, fields = _forwarding(texts)
    if start is not None and (forwards or _is_forwarding(texts[start])) and stop < len(lines):
        kept = {block for block, _ in lines[stop:]}
        for block in dict.fromkeys(block for block, _ in lines[:stop]):
            if block not in kept:
                block.drop_tree()
        return _quotation(_source(body), " ".join(texts[:start]), fields)
    return Quotation(_source(_without_client_quotes(body, lines, start)))


def _quotation(text: str, above: str, fields: Mapping[str, str]) -> Quotation:
    return Quotation(
        text,
        above=above,
        sender=fields.get("from", ""),
        date=fields.get("date", ""),
        subject=fields.get("subject", ""),
    )


def _forwarding(lines: Sequence[str]) -> tuple[int | None, int, dict[str, str]]:
    """Return where the head of a quoted message begins and ends, and its fields.

    A mark stands above it ("Forwarded message"), or it has a sender and a subject at least.
    """
    for start, line in enumerate(lines):
        marked = _MARK.match(line) is not None
        if not marked and not _FIELD.match(line):
            continue
        stop, fields = _head_fields(lines, start + marked)
        if {"from", "subject"} <= fields.keys() or (marked and "from" in fields):
            return start, stop, fields
    return None, 0, {}


def _head_fields(lines: Sequence[str], start: int) -> tuple[int, dict[str, str]]:
    """Return the fields in the lines from ``start`` on, and where they end."""
    fields: dict[str, str] = {}
    position = start
    while position < min(len(lines), start + _MOST_FIELD_LINES):
        line = lines[position]
        if match := _FIELD.match(line):
            fields.setdefault(_FIELDS[match["name"].lower()], match["value"].strip(" *\t"))
        elif line.strip(" >") or fields:
            break
        position += 1
    return position, fields


def _is_forwarding(line: str) -> bool:
    return _MARK.match(line) is not None and _FORWARDED.search(line) is not None


def _dequoted(lines: Sequence[str]) -> list[str]:
    """Return lines without the mark of quotation, if most of them have it."""
    filled = [line for line in lines if line.strip()]
    if sum(line.startswith(">") for line in filled) * 2 <= len(filled):
        return list(lines)
    return [re.sub(r"^> ?", "", line) for line in lines]


def _without_reply(lines: Sequence[str]) -> list[str]:
    """Return lines without the message they answer and without a signature."""
    end = next((n for n, line in enumerate(lines) if line == _SIGNATURE), len(lines))
    kept = list(lines[:end])
    last_quoted = max((n for n, line in enumerate(kept) if line.startswith(">")), default=-1)
    for number, line in enumerate(kept):
        following = kept[number + 1] if number + 1 < len(kept) else ""
        wraps = not _REPLY.match(line.strip())
        if not wraps or (line.strip() and _REPLY.match(f"{line.strip()} {following.strip()}")):
            below = number + 1 + wraps
            if below <= last_quoted:
                kept[number:] = [line for line in kept[below:] if not line.startswith(">")]
                break
    return kept if any(line.strip() for line in kept) else []


def _without_client_quotes(body: HtmlElement, lines: _Lines, start: int | None) -> HtmlElement:
    """Return a body without the message it answers, or as it is if that is all there is."""
    shorter = copy.deepcopy(body)
    if start:
        blocks = list(leaf_blocks(shorter))
        kept = len(dict.fromkeys(block for block, _ in lines[:start]))
        for block in blocks[kept:]:
            block.drop_tree()
    for path in _CLIENT_QUOTES:
        for quote in cast("list[HtmlElement]", shorter.xpath(path)):
            if quote.getparent() is not None:
                quote.drop_tree()
    return shorter if any(char.isalpha() for char in element_text(shorter)) else body


def _source(body: HtmlElement) -> str:
    return str(lxml_html.tostring(body, encoding="unicode"))
