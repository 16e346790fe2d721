"""The articles of an archive, as a build reads them: each from its file, rendered once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import render_html, text_blocks
from cuttings.article.plain_paragraphs import PlainParagraphs
from cuttings.errors import FrontMatterError, InputError, Report
from cuttings.worker_pool import in_batches


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """An article, and where it is filed.

    Attributes:
        path: Its file.
        article: What the file says.
        html: Its body as safe HTML.
        text: Its body as plain text, blocks separated by an empty line.
    """

    path: Path
    article: Article
    html: str
    text: str

    @classmethod
    def read(cls, path: Path) -> FiledArticle:
        """Read the article filed at ``path`` and render its body.

        Raises:
            FrontMatterError: If it cannot be read as an article.
        """
        article = read_article(path)
        if plain := PlainParagraphs.of(article.body):
            return cls(path, article, plain.html, plain.text)
        html = render_html(article.body)
        return cls(path, article, html, "\n\n".join(text_blocks(html)))


def filed_articles(
    folder: ContentFolder, report: Report, processes: int = 1
) -> Iterator[FiledArticle]:
    """Yield every article of an archive in the order of the files.

    Args:
        folder: The archive.
        report: Called with the reason for each article that cannot be read; the rest goes on.
        processes: How many processes may share the work.

    Raises:
        WorkerError: If one of them dies.
    """
    paths = list(folder.article_paths())
    for batch in in_batches(_read_each, paths, processes):
        for found in batch:
            if isinstance(found, FiledArticle):
                yield found
            else:
                report(found)


def _read_each(paths: Iterable[Path]) -> list[FiledArticle | InputError]:
    """Return for each file the article, or why it cannot be read."""
    found: list[FiledArticle | InputError] = []
    for path in paths:
        try:
            found.append(FiledArticle.read(path))
        except Exception as error:
            found.append(FrontMatterError.unforeseen(path, error))
    return found
