"""The articles of an archive, as a build reads them: each from its file, rendered once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import render_html, text_blocks
from cuttings.errors import FrontMatterError, Report


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
        html = render_html(article.body)
        return cls(path, article, html, "\n\n".join(text_blocks(html)))


def filed_articles(folder: ContentFolder, report: Report) -> Iterator[FiledArticle]:
    """Yield every article of an archive in the order of the files.

    Args:
        folder: The archive.
        report: Called with the reason for each article that cannot be read; the rest goes on.
    """
    for path in folder.article_paths():
        try:
            filed = FiledArticle.read(path)
        except Exception as error:
            report(FrontMatterError.unforeseen(path, error))
            continue
        yield filed
