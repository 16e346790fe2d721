"""Pelican plugin: reads the archive's articles the way Cuttings itself does.

Pelican's own reader would render the Markdown with settings of its own, and what a page shows
would differ from what is tagged and searched. It would also obey the articles: a link such as
``{static}/originals`` has it publish files, and a line such as ``Save_as`` or ``Template`` has it
write them elsewhere. Articles come from sources that are not trusted, so they never become
Pelican's content: ``ARTICLE_PATHS`` stays empty, and an article is data of the build and nothing
else.
"""

from __future__ import annotations

from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator, Generator

from cuttings.article.article_files import ArticleFiles
from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import filed_articles
from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_stages import build_stage
from cuttings.errors import SettingsError, WorkerError
from cuttings.garbage_collection import without_garbage_collection
from cuttings.worker_pool import build_processes

_TABLE = "articles"
"""Name of the articles that were read before, in the cache of builds."""


class ArchiveGenerator(Generator):  # type: ignore[misc]
    """Puts ``filed_articles`` into the context; one that cannot be read is one warning."""

    @without_garbage_collection()
    def generate_context(self) -> None:
        """Read every article."""
        folder = ContentFolder(Path(self.path))
        report = BuildProblems.of(self.settings).add
        try:
            processes = build_processes(self.settings)
            cache = BuildCache.of(self.settings)
            with build_stage(self.settings, "Read", "articles") as stage:
                known = cache.load_table(_TABLE)
                files = ArticleFiles.of(self.settings)
                articles = list(filed_articles(folder, report, processes, known, files.digest))
                cache.store_table(_TABLE, {filed.digest: filed for filed in articles})
                files.store(self.settings, articles)
                stage.count = len(articles)
        except (SettingsError, WorkerError) as error:
            stop_build(error)
        self.context["filed_articles"] = articles


def _generators(_pelican: Pelican) -> type[ArchiveGenerator]:
    return ArchiveGenerator


def _count_articles(generator: ArticlesGenerator, **_arguments: object) -> None:
    """Let Pelican's closing line count the articles, when it has nothing more to do with them."""
    generator.articles = generator.context["filed_articles"]


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_generators)
    signals.article_writer_finalized.connect(_count_articles)
