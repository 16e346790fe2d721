"""An article's file: the Markdown that is the archive itself."""

from __future__ import annotations

import datetime
import hashlib
import io
import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import dateutil.parser

from cuttings.article.article import Article, Certainty
from cuttings.article.front_matter import FrontMatter, join_values, one_line, split_values
from cuttings.article.identity import named_slug
from cuttings.errors import FrontMatterError

ENTITY_FIELDS = ("People", "Countries", "Countries_mentioned", "Organizations")
"""The entity lines, in the order they are written."""

_BLOCK = 1024 * 1024
"""Bytes copied at a time."""

KNOWN_FIELDS = frozenset(
    {"title", "date", "source", "author", "agency", "url", "language", "summary", "extent"}
    | {field.lower() for field in ENTITY_FIELDS}
    | {"related", "original", "record", "added", "titled", "dated", "tagged", "reviewed"}
)
"""Keys in lower case of the lines that an article's fields are written to."""


def read_article(path: Path) -> Article:
    """Read the article filed at ``path``.

    Raises:
        FrontMatterError: If the file is not UTF-8 text, has no title, or a
            date or certainty in it cannot be understood.
    """
    return parse_article(read_article_text(path), path)


def read_article_text(path: Path) -> str:
    """Return the text of the article's file at ``path``, front matter and body.

    Raises:
        FrontMatterError: If the file is not UTF-8 text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise FrontMatterError(path, "it is not UTF-8 text", "save it as UTF-8") from error


def parse_article(text: str, path: Path) -> Article:
    """Read an article from a file's text; ``path`` gives its slug and names it in errors.

    Raises:
        FrontMatterError: As ``read_article``.
    """
    front_matter = FrontMatter.parse(text)
    title = one_line(front_matter.get("Title") or "")
    if not title:
        raise FrontMatterError(path, "it has no Title line", "add one, as in 'Title: …'")
    dated = _certainty(front_matter, "Dated", path)
    date = None if dated is Certainty.UNKNOWN else _date(front_matter, "Date", path)
    added = _date(front_matter, "Added", path) or _date(front_matter, "Date", path)
    if added is None:
        raise FrontMatterError(
            path, "it has neither a Date nor an Added line", "add 'Added: YYYY-MM-DD'"
        )

    def value(key: str) -> str:
        return front_matter.get(key) or ""

    def values(key: str) -> tuple[str, ...] | None:
        found = front_matter.get(key)
        return None if found is None else split_values(found)

    return Article(
        title=title,
        body=front_matter.body,
        slug=named_slug(value("Slug") or path.stem),
        added=added.date() if isinstance(added, datetime.datetime) else added,
        original=value("Original"),
        record=value("Record"),
        titled=_certainty(front_matter, "Titled", path),
        date=date,
        dated=Certainty.UNKNOWN if date is None else dated,
        source=value("Source"),
        author=value("Author"),
        agency=value("Agency"),
        url=value("URL"),
        language=value("Language"),
        summary=value("Summary"),
        extent=value("Extent"),
        related=values("Related") or (),
        people=values("People"),
        countries=values("Countries"),
        countries_mentioned=values("Countries_mentioned"),
        organizations=values("Organizations"),
        tagged=value("Tagged"),
        reviewed=value("Reviewed").lower() in {"yes", "true"},
        extra=tuple(pair for pair in front_matter.fields if pair[0].lower() not in KNOWN_FIELDS),
    )


def render_article(article: Article) -> str:
    """Write an article as a file's text; empty optional fields are left out."""
    fields: list[tuple[str, str]] = [
        ("Title", article.title),
        ("Date", (article.date or article.added).isoformat()),
        *_filled(
            ("Source", article.source),
            ("Author", article.author),
            ("Agency", article.agency),
            ("URL", article.url),
            ("Language", article.language),
            ("Summary", article.summary),
            ("Extent", article.extent),
            ("Related", join_values(article.related)),
        ),
        *((key, join_values(it)) for key, it in entity_lines(article).items() if it is not None),
        *_filled(("Original", article.original), ("Record", article.record)),
        ("Added", article.added.isoformat()),
        ("Titled", article.titled.value),
        ("Dated", article.dated.value),
        *_filled(("Tagged", article.tagged)),
        ("Reviewed", "yes" if article.reviewed else "no"),
        *article.extra,
    ]
    return FrontMatter(tuple(fields), article.body.strip("\n")).render()


def entity_lines(article: Article) -> dict[str, tuple[str, ...] | None]:
    """Return an article's entity lines by their keys; None for a line that it does not have."""
    return {
        "People": article.people,
        "Countries": article.countries,
        "Countries_mentioned": article.countries_mentioned,
        "Organizations": article.organizations,
    }


def with_entity_lines(article: Article, lines: Mapping[str, tuple[str, ...] | None]) -> Article:
    """Return an article with some of its entity lines replaced, by their keys."""
    changed = {**entity_lines(article), **lines}
    return replace(
        article,
        people=changed["People"],
        countries=changed["Countries"],
        countries_mentioned=changed["Countries_mentioned"],
        organizations=changed["Organizations"],
    )


def write_atomically(
    path: Path, text: str, checkpoint: Callable[[str], None] | None = None
) -> None:
    """Write UTF-8 ``text`` to ``path`` as ``copy_atomically`` does."""
    copy_atomically(path, io.BytesIO(text.encode("utf-8")), checkpoint)


def copy_atomically(
    path: Path, content: BinaryIO, checkpoint: Callable[[str], None] | None = None
) -> str:
    """Write ``content`` to ``path`` so that a kill leaves the old or the new file.

    It is written beside its place, flushed to the disk and renamed; then the new name outlasts
    a power cut, too.

    Args:
        path: Where the file belongs; its folder is made if it is missing.
        content: The whole content, which is not held in memory.
        checkpoint: Called with the name of each step just done.

    Returns:
        The payload digest of what was written.
    """
    done = checkpoint or (lambda _step: None)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path_beside(path)
    digest = hashlib.sha256()
    with beside.open("wb") as file:
        while block := content.read(_BLOCK):
            digest.update(block)
            file.write(block)
        file.flush()
        os.fsync(file.fileno())
    done("written beside")
    beside.replace(path)
    sync_folder(path.parent)
    done("renamed")
    return digest.hexdigest()


def path_beside(path: Path) -> Path:
    """Return where a file is written before it is whole."""
    return path.with_name(f".{path.name}.partial")


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` last through a power cut, where the system can."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _filled(*fields: tuple[str, str]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in fields if value]


def _certainty(front_matter: FrontMatter, key: str, path: Path) -> Certainty:
    value = front_matter.get(key)
    if not value:
        return Certainty.EXACT
    try:
        return Certainty(value.lower())
    except ValueError as error:
        known = ", ".join(Certainty)
        raise FrontMatterError(
            path, f"'{key}: {value}' is not a certainty", f"use one of {known}"
        ) from error


def _date(
    front_matter: FrontMatter, key: str, path: Path
) -> datetime.date | datetime.datetime | None:
    value = front_matter.get(key)
    if not value:
        return None
    try:
        if len(value) == len("YYYY-MM-DD"):
            return datetime.date.fromisoformat(value)
        return datetime.datetime.fromisoformat(value)
    except ValueError:
        pass
    try:
        return dateutil.parser.parse(value)
    except (ValueError, OverflowError) as error:
        raise FrontMatterError(
            path, f"'{key}: {value}' is not a date", "write it as YYYY-MM-DD"
        ) from error
