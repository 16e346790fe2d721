"""A revisit: a page that was taken in before; its text tells whether it is a newer version."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cuttings.article.article_file import read_article
from cuttings.errors import FrontMatterError
from cuttings.ingest.draft import Draft


def same_text(draft: Draft, articles: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of ``articles`` that have the draft's headline and text, word for word.

    An article that cannot be read is none of them; the build says what is wrong with it.
    """
    return tuple(path for path in articles if _has_text_of(path, draft))


def _has_text_of(path: Path, draft: Draft) -> bool:
    try:
        article = read_article(path)
    except FrontMatterError:
        return False
    return article.title == draft.title and article.body.split() == draft.body.split()
