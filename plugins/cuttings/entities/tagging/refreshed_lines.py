"""Bringing the tagger's lines up to date with the authority records, without a model."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import (
    article_of,
    entity_lines,
    read_article_text,
    rewrite_article,
)
from cuttings.article.front_matter import FrontMatter
from cuttings.article.markup import plain_text
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.lines.signed_lines import found_lines, with_signed_lines
from cuttings.entities.lines.tagged_line import TAGGED, TaggedLine
from cuttings.entities.tagging.resolution import with_found_lines


def refresh_file(path: Path, authorities: Authorities) -> bool:
    """Bring the article filed at ``path`` up to date and say whether its file changed.

    Args:
        path: The article's file.
        authorities: Records that say which heading a form goes by.

    Raises:
        FrontMatterError: If the article cannot be understood.
    """
    text = read_article_text(path)
    before = FrontMatter.parse(text)
    after = refreshed(before, article_of(before, path), authorities)
    if after == before:
        return False
    rewrite_article(path, text, after.render())
    return True


def refreshed(front_matter: FrontMatter, article: Article, authorities: Authorities) -> FrontMatter:
    """Return front matter whose lines by the tagger follow the authority records.

    They are made of what it found, as if the article were tagged anew; what a
    person set stays.

    Args:
        front_matter: The article's.
        article: The article that it was read as.
        authorities: Records that say which heading a form goes by.
    """
    found = found_lines(front_matter, article)
    if not found:
        return front_matter
    tagged = with_found_lines(article, found, plain_text(article.body), authorities)
    lines = {key: entity_lines(tagged)[key] or () for key in found}
    by_kind = {kind: found[keys[0]] for kind, keys in ENTITY_LINES.items() if keys[0] in found}
    signature = replace(TaggedLine.parse(front_matter.get(TAGGED) or ""), found=by_kind)
    return with_signed_lines(front_matter, lines, signature)
