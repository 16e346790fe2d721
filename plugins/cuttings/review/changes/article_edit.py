"""What a decision about a story writes into its lines, as a person would by hand.

Each function takes and returns the text of the article's file; all other lines stay byte for byte.
A line that is written so is a person's from then on: the tagger leaves it alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import entity_lines, parse_article
from cuttings.article.front_matter import join_values, with_field
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.lines.signed_lines import place_of_line
from cuttings.errors import FrontMatterError

REVIEWED = "Reviewed"
"""The key of the line that says that a person has set the entity lines for good."""


def with_name(text: str, path: Path, line: str, heading: str) -> str:
    """Return the text with a heading at the end of an entity line, if it is not there.

    Args:
        text: The article's text.
        path: Its file, for messages.
        line: The line's key, as in ``ENTITY_LINES``.
        heading: The heading.

    Raises:
        FrontMatterError: If the article cannot be read, or the line would not say so.
    """
    headings = entity_lines(parse_article(text, path))[line] or ()
    return text if heading in headings else _with_line(text, path, line, (*headings, heading))


def without_name(
    text: str, path: Path, kind: EntityKind, heading: str, authorities: Authorities
) -> str:
    """Return the text without a heading, and the forms that lead to it, in the lines of a kind.

    Raises:
        FrontMatterError: As ``with_name``.
    """
    article = parse_article(text, path)
    for line in ENTITY_LINES[kind]:
        headings = entity_lines(article)[line] or ()
        kept = tuple(h for h in headings if not _leads_to(article, kind, h, heading, authorities))
        if kept != headings:
            text = _with_line(text, path, line, kept)
    return text


def reviewed(text: str, path: Path) -> str:
    """Return the text with the line that says that a person has set the entity lines.

    Raises:
        FrontMatterError: As ``with_name``.
    """
    article = parse_article(text, path)
    if article.reviewed:
        return text
    changed = with_field(text, REVIEWED, "yes", len)
    return _checked(text, changed, path, parse_article(changed, path).reviewed)


def _leads_to(
    article: Article, kind: EntityKind, written: str, heading: str, authorities: Authorities
) -> bool:
    context = ArticleHeadings.of(article, authorities).context
    return heading in (written, authorities.preferred(kind, written, context))


def _with_line(text: str, path: Path, line: str, headings: Sequence[str]) -> str:
    changed = with_field(text, line, join_values(headings), partial(place_of_line, key=line))
    written = entity_lines(parse_article(changed, path))[line]
    return _checked(text, changed, path, written == tuple(headings))


def _checked(text: str, changed: str, path: Path, says_so: bool) -> str:
    """Return the changed text if it says what it shall, and its body is that of before.

    Raises:
        FrontMatterError: If not; the lines of the file have an unusual form.
    """
    before, after = parse_article(text, path), parse_article(changed, path)
    if says_so and (before.body, before.title) == (after.body, after.title):
        return changed
    raise FrontMatterError(path, "its first lines have an unusual form", "change them by hand")
