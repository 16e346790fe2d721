"""Documents: the story of a file that a person wrote or printed, and what its properties say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from cuttings.article.article import Certainty
from cuttings.article.characters import one_line, printable
from cuttings.article.front_matter import join_values
from cuttings.ingest.html.html_story import draft_from_html
from cuttings.ingest.raw.draft import Draft
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.text.dates import parse_date

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel) - .*"
    r"|(?:untitled|document|dokument|unbenannt|print|unspecified)\W*\d*"
    r"|.*\.(?:docx?|odt|rtf|pdf|html?|txt|indd|qxp|tex|dvi|pages))",
    re.I,
)
"""What programs write where no one gave a title."""

_NO_AUTHOR = re.compile(
    r"\(?(?:anonymous|unspecified|unknown|unbekannt|author|user|admin(?:istrator)?|owner|default"
    r"|microsoft(?: office)?(?: user)?|python-docx|root|pc|hp|dell|lenovo)\)?\W*\d*",
    re.I,
)
"""What programs write where no one gave an author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentProperties:
    """What a document's properties state; everything may be missing.

    Attributes:
        title: Its title.
        author: Who wrote it.
        created: When the file was made, as written there.
        published: When it was published, as written there.
        publisher: Who published it.
        language: BCP 47 tag.
        summary: What it is about.
        keywords: What it was filed under.
    """

    title: str = ""
    author: str = ""
    created: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""
    summary: str = ""
    keywords: tuple[str, ...] = ()


def draft_from_document(source: SourceFile, html: str, properties: DocumentProperties) -> Draft:
    """Return the story of a document.

    What stands in its text counts before its properties, which are often those of an earlier
    document. The day a file was made is not the day its story was published: it becomes the field
    ``Created``.

    Args:
        source: The raw file.
        html: Its text.
        properties: What is stated beside the text.

    Raises:
        UnreadableSourceError: If there are no words in it.
    """
    draft = draft_from_html(source, printable(html), has_head=True)
    title, titled = draft.title, draft.titled
    stated = one_line(printable(properties.title))
    if titled is Certainty.INFERRED and stated and not _NO_TITLE.fullmatch(stated):
        title, titled = stated, Certainty.EXACT
    author = one_line(printable(properties.author))
    created = parse_date(properties.created)
    date, dated = draft.date, draft.dated
    if date is None and (published := parse_date(properties.published)) is not None:
        date, dated = published, Certainty.EXACT
    fields = (
        ("Created", created.isoformat() if created else ""),
        ("Tags", join_values(one_line(printable(keyword)) for keyword in properties.keywords)),
    )
    return replace(
        draft,
        title=title,
        titled=titled,
        date=date,
        dated=dated,
        publication=one_line(printable(properties.publisher)),
        author=draft.author or ("" if _NO_AUTHOR.fullmatch(author) else author),
        language=one_line(printable(properties.language)),
        summary=one_line(printable(properties.summary)),
        extra=tuple((key, value) for key, value in fields if value),
    )
