"""Markdown with the front matter of Pelican, YAML or none."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line
from cuttings.article.markup import plain_text
from cuttings.ingest.entries.source_fields import SourceFields, split_front_matter
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.encoding import decode
from cuttings.ingest.raw.format import Format
from cuttings.ingest.raw.record import whole_file
from cuttings.ingest.raw.refusal import CHECK_AND_SAVE, NO_TEXT
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import url_date
from cuttings.ingest.text.lead import Lead

_HEADING = re.compile(
    r"\A\s*+(?:#[ \t]*+(?P<atx>[^\s#].*+)|(?P<setext>\S.*+)\n=++[ \t]*+)(?:\n|\Z)"
)


def read_markdown(source: SourceFile) -> Draft:
    """Return the one story of a Markdown file; its body is kept as it is.

    Raises:
        UnreadableSourceError: If the file is not text or has no text below its front matter.
    """
    fields, body = split_front_matter(decode(source))
    title, body, titled = _headline(fields, body)
    text = plain_text(body)
    if not any(char.isalpha() for char in text):
        raise source.unreadable(NO_TEXT, CHECK_AND_SAVE)
    draft = Lead.of_text(text.split("\n\n")).draft(
        source,
        body,
        title=title,
        inferred_date=url_date(fields.text("url")),
        agency=fields.text("agency"),
    )
    date, dated = _date(fields, draft)
    return replace(
        draft,
        titled=titled,
        date=date,
        dated=dated,
        unread_date=fields.unread("date"),
        author=fields.people_named("author"),
        publication=fields.text("source"),
        url=fields.text("url"),
        language=fields.text("language"),
        summary=fields.text("summary"),
        extent=fields.text("extent"),
        related=fields.values("related") or (),
        people=fields.values("people"),
        countries=fields.values("countries"),
        countries_mentioned=fields.values("countries_mentioned"),
        organizations=fields.values("organizations"),
        reviewed=fields.text("reviewed").lower() in {"yes", "true"},
        slug=fields.text("slug"),
        extra=fields.unknown(),
    )


def _headline(fields: SourceFields, body: str) -> tuple[str, str, Certainty]:
    """Return the headline ("" if none is stated), the body below it and its certainty."""
    if title := fields.text("title"):
        stated = fields.text("titled").lower() != Certainty.INFERRED
        return title, body, Certainty.EXACT if stated else Certainty.INFERRED
    if match := _HEADING.match(body):
        below = body[match.end() :].strip("\n")
        heading = one_line(plain_text(_without_closing_marks(match["atx"]) or match["setext"]))
        if below and heading:
            return heading, below, Certainty.EXACT
    return "", body, Certainty.INFERRED


def _without_closing_marks(heading: str | None) -> str:
    """Return a heading without the number signs that may close it, "" for None."""
    return (heading or "").rstrip(" \t").rstrip("#").rstrip(" \t")


def _date(fields: SourceFields, draft: Draft) -> tuple[datetime.date | None, Certainty]:
    """Return the date that the front matter states, else the one that was found without it."""
    if fields.text("dated").lower() == Certainty.UNKNOWN:
        return None, Certainty.UNKNOWN
    if (stated := fields.date("date")) is not None:
        inferred = fields.text("dated").lower() == Certainty.INFERRED
        return stated, Certainty.INFERRED if inferred else Certainty.EXACT
    return draft.date, draft.dated


FORMAT = Format(
    name="Markdown",
    suffixes=(".md", ".markdown", ".mkd", ".mdown"),
    records=whole_file(read_markdown),
    gives="the text, with its front matter",
    example="story.md",
    is_held=True,
)
