"""The articles of an archive, as a build reads them: each from its file, rendered once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from cuttings.article.article import Article
from cuttings.article.article_file import parse_article, read_article_text
from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import render_html, text_blocks
from cuttings.article.plain_paragraphs import PlainParagraphs
from cuttings.errors import FrontMatterError, InputError, Report
from cuttings.worker_pool import in_batches

_NONE: Mapping[str, FiledArticle] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class FiledArticle:
    """An article, and where it is filed.

    Attributes:
        path: Its file.
        article: What the file says.
        html: Its body as safe HTML.
        text: Its body as plain text, blocks separated by an empty line.
        digest: Digest of its file's path and text, or "".
    """

    path: Path
    article: Article
    html: str
    text: str
    digest: str = field(default="", compare=False)

    @classmethod
    def read(cls, path: Path, known: Mapping[str, FiledArticle] = _NONE) -> FiledArticle:
        """Read the article filed at ``path`` and render its body.

        Args:
            path: Its file.
            known: Articles by their digests; one of them is not rendered again.

        Raises:
            FrontMatterError: If it cannot be read as an article.
        """
        filed = read_article_text(path)
        name = str(path).encode("utf-8", "surrogateescape")
        digest = hashlib.blake2b(name + b"\0" + filed.encode(), digest_size=16).hexdigest()
        if digest in known:
            return known[digest]
        article = parse_article(filed, path)
        if plain := PlainParagraphs.of(article.body):
            return cls(path, article, plain.html, plain.text, digest)
        html = render_html(article.body)
        return cls(path, article, html, "\n\n".join(text_blocks(html)), digest)


def filed_articles(
    folder: ContentFolder,
    report: Report,
    processes: int = 1,
    known: Mapping[str, FiledArticle] = _NONE,
    digest_of: Callable[[Path], str] = lambda _path: "",
) -> Iterator[FiledArticle]:
    """Yield every article of an archive in the order of the files.

    Args:
        folder: The archive.
        report: Called with the reason for each article that cannot be read; the rest goes on.
        processes: How many processes may share the work.
        known: Articles that were read before, by their digests.
        digest_of: Gives the digest of a file that need not be read to know it, else "".

    Raises:
        WorkerError: If one of them dies.
    """
    digests = {path: digest_of(path) for path in folder.article_paths()}
    to_read = [path for path, digest in digests.items() if digest not in known]
    found = chain.from_iterable(in_batches(partial(_read_each, known), to_read, processes))
    for digest in digests.values():
        article = digest if digest in known else next(found)
        if isinstance(article, InputError):
            report(article)
        else:
            yield known[article] if isinstance(article, str) else article


def _read_each(
    known: Mapping[str, FiledArticle], paths: Iterable[Path]
) -> list[FiledArticle | str | InputError]:
    """Return for each file the article, its digest if it is known, or why it cannot be read."""
    found: list[FiledArticle | str | InputError] = []
    for path in paths:
        try:
            filed = FiledArticle.read(path, known)
            found.append(filed.digest if filed.digest in known else filed)
        except Exception as error:
            found.append(FrontMatterError.unforeseen(path, error))
    return found
