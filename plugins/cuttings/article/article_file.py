"""An article's file: the Markdown that is the archive itself."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from cuttings.article.article import Article, Certainty
from cuttings.article.atomic_file import WRITTEN_BESIDE, write_atomically
from cuttings.article.characters import one_line
from cuttings.article.date_line import read_date
from cuttings.article.front_matter import FrontMatter, join_values, split_values
from cuttings.article.identity import named_slug
from cuttings.article.regular_file import open_regular
from cuttings.errors import FrontMatterError

ENTITY_FIELDS = ("People", "Countries", "Countries_mentioned", "Organizations")
"""The entity lines, in the order they are written."""

MOST_ARTICLE_MEGABYTES = 64
"""Largest article: it is read whole, and made of a source of a third of that at most."""

_SHOWN_VALUE = 60
"""Characters of a value that cannot be understood that are shown."""

KNOWN_FIELDS = frozenset(
    {"title", "date", "source", "author", "agency", "url", "language", "summary", "extent"}
    | {field.lower() for field in ENTITY_FIELDS}
    | {"related", "original", "record", "added", "titled", "dated", "tagged", "reviewed"}
)
"""Keys in lower case of the lines that an article's fields are written to."""


def read_article(path: Path) -> Article:
    """Read the article filed at ``path``.

    Raises:
        FrontMatterError: If it is not a file that can be opened, is not UTF-8 text, has no
            title, or a date or certainty in it cannot be understood.
    """
    return parse_article(read_article_text(path), path)


def read_article_text(path: Path) -> str:
    """Return the text of the article's file at ``path``, front matter and body.

    Raises:
        FrontMatterError: If it is not a file that can be opened, or is not UTF-8 text.
    """
    return article_text(read_article_bytes(path), path)


def read_article_bytes(path: Path) -> bytes:
    """Return what the article's file at ``path`` holds.

    Raises:
        FrontMatterError: If it is not a file that can be opened.
    """
    with open_regular(path, FrontMatterError, MOST_ARTICLE_MEGABYTES) as file:
        return file.read()


def read_front_matter(path: Path) -> FrontMatter:
    """Return the front matter of the article's file at ``path``, without its body.

    Raises:
        FrontMatterError: If it is not a file that can be opened, or is not UTF-8 text.
    """
    lines: list[bytes] = []
    with open_regular(path, FrontMatterError, MOST_ARTICLE_MEGABYTES) as file:
        for line in file:
            if not line.strip():
                break
            lines.append(line)
    return FrontMatter.parse(article_text(b"".join(lines), path))


def article_text(content: bytes, path: Path) -> str:
    """Return the text of an article's file, with line feeds alone at the ends of lines.

    Raises:
        FrontMatterError: If it is not UTF-8 text; ``path`` names it.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FrontMatterError.not_utf8(path) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def parse_article(text: str, path: Path) -> Article:
    """Read an article from a file's text; ``path`` gives its slug and names it in errors.

    Raises:
        FrontMatterError: As ``read_article``.
    """
    return article_of(FrontMatter.parse(text), path)


def article_of(front_matter: FrontMatter, path: Path) -> Article:
    """Return the article that a file's parsed text is.

    Args:
        front_matter: The fields and the body.
        path: The article's file, which gives its slug and names it in errors.

    Raises:
        FrontMatterError: As ``read_article``.
    """
    fields = {name.lower(): value for name, value in reversed(front_matter.fields)}
    title = one_line(fields.get("title") or "")
    if not title:
        raise FrontMatterError(path, "it has no Title line", "add one, as in 'Title: …'")
    dated = _certainty(fields, "Dated", path)
    date = None if dated is Certainty.UNKNOWN else _date(fields, "Date", path)

    def value(key: str) -> str:
        return fields.get(key.lower()) or ""

    def values(key: str) -> tuple[str, ...] | None:
        found = fields.get(key.lower())
        return None if found is None else split_values(found)

    return Article(
        title=title,
        body=front_matter.body,
        slug=named_slug(value("Slug") or path.stem),
        added=_added(fields, path),
        original=value("Original"),
        record=value("Record"),
        titled=_certainty(fields, "Titled", path),
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


def check_readable(article: Article, path: Path) -> None:
    """Check that an article which is about to be filed will be read as what it is.

    Args:
        article: What is to be filed.
        path: Where.

    Raises:
        FrontMatterError: If a line of it cannot be understood, or says another thing than meant.
    """
    read = parse_article(render_article(replace(article, body="")), path)
    for name in ("slug", "original", "record", "tagged", "reviewed"):
        if getattr(read, name) != getattr(article, name):
            raise FrontMatterError(
                path, f"a line of it would change its {name}", "remove such lines from its source"
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


def rewrite_article(path: Path, before: str, after: str) -> None:
    """Write the article at ``path`` anew, unless somebody changed it meanwhile.

    Args:
        path: The article's file.
        before: Its text as it was read (``read_article_text``).
        after: Its new text.

    Raises:
        FrontMatterError: If it is no longer what was read; it is left as it is.
        OSError: If it cannot be written.
    """

    def check(step: str) -> None:
        if step == WRITTEN_BESIDE and read_article_text(path) != before:
            raise FrontMatterError.changed(path)

    write_atomically(path, after, check)


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


def _filled(*fields: tuple[str, str]) -> list[tuple[str, str]]:
    return [(key, value) for key, value in fields if value]


def _certainty(fields: Mapping[str, str], key: str, path: Path) -> Certainty:
    value = fields.get(key.lower())
    if not value:
        return Certainty.EXACT
    try:
        return Certainty(value.lower())
    except ValueError as error:
        known = ", ".join(Certainty)
        raise FrontMatterError(
            path,
            f"'{key}: {value[:_SHOWN_VALUE]}' is not a certainty",
            f"use one of {known}",
        ) from error


def _added(fields: Mapping[str, str], path: Path) -> datetime.date:
    """Return the day on which an article was added, else its date.

    Raises:
        FrontMatterError: If it has neither.
    """
    added = _date(fields, "Added", path) or _date(fields, "Date", path)
    if added is None:
        raise FrontMatterError(
            path, "it has neither a Date nor an Added line", "add 'Added: YYYY-MM-DD'"
        )
    return added.date() if isinstance(added, datetime.datetime) else added


def _date(
    fields: Mapping[str, str], key: str, path: Path
) -> datetime.date | datetime.datetime | None:
    value = fields.get(key.lower())
    if not value:
        return None
    try:
        return read_date(value)
    except ValueError as error:
        raise FrontMatterError(
            path, f"'{key}: {value[:_SHOWN_VALUE]}' {error}", "write it as YYYY-MM-DD"
        ) from error
