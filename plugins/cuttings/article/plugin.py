"""Pelican plugin: reads the archive's articles the way Cuttings itself does.

Without it Pelican would render the Markdown with settings of its own, and what a
page shows would differ from what is tagged and searched. An article that cannot
be read is one warning; after the site is written one error says how many there
were, so that with ``--fatal errors`` everything else is built and the exit status
still tells.
"""

from __future__ import annotations

import html
import logging
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import BaseReader, MarkdownReader, Readers
from pelican.utils import get_date

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import render_html
from cuttings.errors import InputError

_log = logging.getLogger(__name__)
UNREADABLE = "CUTTINGS_UNREADABLE"
"""Where the settings hold the articles that could not be read in this run."""


class ArticleReader(BaseReader):  # type: ignore[misc]
    """Reads ``.md`` files below ``articles/`` as articles, others as Pelican does."""

    file_extensions = MarkdownReader.file_extensions

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return a file's HTML and metadata; an article's hold it as ``article``.

        An article whose front matter cannot be understood is skipped with a warning.
        """
        path = Path(source_path)
        articles = ContentFolder(Path(self.settings["PATH"]).resolve()).articles
        if not path.resolve().is_relative_to(articles):
            content, metadata = MarkdownReader(self.settings).read(source_path)
            return content, metadata
        try:
            article = read_article(path)
        except InputError as error:
            _log.warning("%s", error)
            self.settings[UNREADABLE].append(path)
            return "", {"status": "skip"}
        metadata = {
            "title": article.title,
            "date": get_date((article.date or article.added).isoformat()),
            "slug": article.slug,
            "summary": html.escape(article.summary),
            "article": article,
        }
        return render_html(article.body), metadata


def _register_reader(readers: Readers) -> None:
    readers.reader_classes.update(dict.fromkeys(ArticleReader.file_extensions, ArticleReader))


def _begin(pelican: Pelican) -> None:
    pelican.settings[UNREADABLE] = []


def _tell_failures(pelican: Pelican) -> None:
    if unreadable := pelican.settings[UNREADABLE]:
        _log.error("%d articles are not on the site; the warnings above say why", len(unreadable))


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_begin)
    signals.readers_init.connect(_register_reader)
    signals.finalized.connect(_tell_failures)
