"""A revisit: a page that was taken in before; its text tells whether it is a newer version."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cuttings.article.article_file import parse_article, read_article_text
from cuttings.ingest.raw.draft import Draft


def same_text(draft: Draft, articles: Iterable[Path]) -> tuple[Path, ...]:
    """Return those of ``articles`` that have the draft's headline and text, word for word.

    An article that cannot be read is none of them; the build says what is wrong with it.
    """
    words = draft.body.split()
    return tuple(path for path in articles if _has_text(path, draft.title, words))


def _has_text(path: Path, title: str, words: list[str]) -> bool:
    try:
        text = read_article_text(path)
        if words and text.split()[-len(words) :] != words:
            # Not its last words, so not its body; what stands above that need not be understood.
            return False
        article = parse_article(text, path)
    except Exception:
        return False
    return article.title == title and article.body.split() == words
