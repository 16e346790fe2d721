"""Pelican plugin: reads the archive's articles the way Cuttings itself does.

Without it Pelican would render the Markdown with settings of its own, and what a
page shows would differ from what is tagged and searched. An article that cannot
be read is one warning; everything else is built, and the exit status still tells.
"""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.readers import BaseReader, MarkdownReader, Readers
from pelican.utils import get_date

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import render_html
from cuttings.build_problems import BuildProblems
from cuttings.errors import InputError


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
            BuildProblems.of(self.settings).add(error)
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
    # Readers get a copy of the settings, so the shared value must be there before.
    BuildProblems.of(pelican.settings)


def _end(pelican: Pelican) -> None:
    BuildProblems.of(pelican.settings).end_build()


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_begin)
    signals.readers_init.connect(_register_reader)
    signals.finalized.connect(_end)
