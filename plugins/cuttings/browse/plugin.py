"""Browsing as a Pelican plugin: writes every page of the site but those that a person wrote.

It reads ``tagged_articles`` (newest first), ``version_clusters`` and ``similar_pairs`` from the
generators' context, where the plugins of entities and versions put them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.utils import sanitised_join
from pelican.writers import Writer

from cuttings.article.web_link import split_link
from cuttings.browse.address_conflicts import find_address_conflicts
from cuttings.browse.kept_pages import KeptPages
from cuttings.browse.page_table import PageEntry, PageTable
from cuttings.browse.pages.archive_summary import summarize_archive
from cuttings.browse.pages.other_stories import OtherStoriesFinder
from cuttings.browse.pages.site import (
    ABOUT_PATH,
    NOT_FOUND_PATH,
    SEARCH_PATH,
    SitePage,
    site_pages,
)
from cuttings.browse.parts.link import root_from
from cuttings.browse.parts.report_link import ReportLink
from cuttings.browse.remembered_markup import RememberedMarkup
from cuttings.browse.template_filters import FILTERS
from cuttings.browse.web_files import article_record, atom_feed, open_search, sitemap
from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_stages import build_stage
from cuttings.build_work import BuildWork
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import (
    AddressTakenError,
    InputError,
    MissingBundleError,
    SettingsError,
    WorkerError,
    shown_path,
)
from cuttings.other_sites import other_sites
from cuttings.site.published_files import PublishedFiles
from cuttings.worker_pool import BATCH, build_processes

_log = logging.getLogger(__name__)

_RELATED = "related"
"""Name of the related stories that were found before, in the cache of builds."""

_RECORDS = "records"
"""Name of the stories' lines in the data, in the cache of builds."""


class SiteWriter(Writer):  # type: ignore[misc]
    """Pelican's writer; passes to each template where its page lies."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self.paths: list[str] = []

    def claim(self, name: str) -> None:
        """Give the address of a page away.

        Raises:
            AddressTakenError: If another file has it.
        """
        PublishedFiles.of(self.settings).claim(name)
        self.paths.append(name)

    def write_file(
        self,
        name: str,
        template: Any,  # noqa: ANN401
        context: dict[str, Any],
        relative_urls: bool = False,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Write a page; SITEURL stays absolute, and ``root`` and ``path`` are added."""
        if not name:
            return
        self.claim(name)
        self.write_claimed(name, template, context, relative_urls, **kwargs)

    def write_claimed(
        self,
        name: str,
        template: Any,  # noqa: ANN401
        context: dict[str, Any],
        relative_urls: bool = False,
        **kwargs: Any,  # noqa: ANN401
    ) -> None:
        """Write a page whose address is claimed."""
        site_url = context["SITEURL"]
        root = split_link(site_url).path.rstrip("/") + "/" if site_url else ""
        kwargs.update(
            SITEURL=site_url,
            path=name,
            root=root if name == NOT_FOUND_PATH else root_from(name),
        )
        super().write_file(name, template, context, relative_urls, **kwargs)

    def write_data(self, name: str, content: bytes) -> None:
        """Write a file that is not a page."""
        PublishedFiles.of(self.settings).claim(name)
        path = Path(sanitised_join(self.output_path, name))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@dataclass(frozen=True, slots=True)
class _Written:
    """What came of writing some pages.

    Attributes:
        problems: Why some of them cannot be written.
        entries: The others, for the next build.
    """

    problems: list[InputError] = field(default_factory=list)
    entries: list[PageEntry] = field(default_factory=list)


class BrowseGenerator(Generator):  # type: ignore[misc]
    """Renders the pages to browse by and writes the files beside them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        self._table = PageTable(BuildCache.of(self.settings), Path(self.output_path))
        try:
            self._table.begin(build_processes(self.settings))
        except SettingsError as error:
            stop_build(error)

    def generate_context(self) -> None:
        """Put what every page shows into the context; leave out stories without a page."""
        self.env.globals["remembered"].forget()
        try:
            self.context["REPORT_LINK"] = ReportLink.of(self.settings)
            self.context["OTHER_SITES"] = other_sites(self.settings)
        except SettingsError as error:
            stop_build(error)
        self._leave_out_conflicts()
        self.context["ASSETS"] = read_assets(Path(self.theme))
        self.context["archive"] = summarize_archive(self._stories)

    def generate_output(self, writer: SiteWriter) -> None:
        """Write every page, then the data, the feed, the sitemap and robots.txt."""
        cache, output = BuildCache.of(self.settings), Path(self.output_path)
        self._pages = KeptPages(cache, output, self.env, self.context, self._table)
        try:
            pages = [page for page in self._site_pages() if self._is_claimed(page, writer)]
            # The search page has the manifest of the index, which is among the work.
            last = [page for page in pages if page.path == SEARCH_PATH]
            others = self._keep([page for page in pages if page.path != SEARCH_PATH])
            self._write_records(writer)
            # Each template is read once for all processes, and while others are at work.
            for template in {page.template for page in (*others, *last)}:
                self.get_template(template)
            self._write(writer, others)
        except WorkerError as error:
            stop_build(error)
        self._note(self._write_pages(writer, last))
        for path, state in self._pages.store():
            PublishedFiles.of(self.settings).note_state(path, state)
        if ABOUT_PATH not in {page.save_as for page in self.context["own_pages"]}:
            writer.write_file(ABOUT_PATH, self.get_template("about"), self.context)
        self._write_for_the_web(writer)

    def _site_pages(self) -> Iterator[SitePage]:
        cache, processes = BuildCache.of(self.settings), build_processes(self.settings)
        clusters, similar = self.context["version_clusters"], self.context["similar_pairs"]
        others = OtherStoriesFinder(self._stories, clusters, similar)
        with build_stage(self.settings, "Related", "stories") as stage:
            known = cache.load(_RELATED) or {}
            cache.store(_RELATED, others.find_related(processes, known))
            stage.count = len(self._stories)
        return site_pages(self._stories, others)

    def _processes(self, pages: int) -> int:
        """Return how many processes share the work.

        It is one for a few pages, and where each page is to be made known in this process: to
        another plugin, or to a person who asked for more messages.
        """
        is_watched = signals.content_written.receivers or _log.isEnabledFor(logging.INFO)
        return 1 if is_watched or pages <= BATCH else build_processes(self.settings)

    def _is_claimed(self, page: SitePage, writer: SiteWriter) -> bool:
        """Claim the address of a page, and see what its template reads."""
        self._pages.look_at(page.template)
        try:
            writer.claim(page.path)
        except AddressTakenError as error:
            self._problems.add(InputError.unforeseen(page.name, error, step="written"))
            return False
        return True

    def _write(self, writer: SiteWriter, pages: Sequence[SitePage]) -> None:
        """Write pages, and do what else was added to the work of the build.

        Raises:
            WorkerError: If a process that shares the work dies.
        """
        work = BuildWork.of(self.settings)
        for start in range(0, len(pages), BATCH):
            batch = pages[start : start + BATCH]
            work.add(partial(self._write_pages, writer, batch), self._note)
        with build_stage(self.settings, "Wrote the search index and", "pages") as stage:
            work.do(self._processes(len(pages)))
            stage.count = len(pages)

    def _keep(self, pages: Sequence[SitePage]) -> Sequence[SitePage]:
        """Keep what the site in place has already; return the other pages.

        Where it has nothing, that is found out beside the writing, by all processes.
        """
        if not self._pages.knows_any:
            return pages
        with build_stage(self.settings, "Kept", "pages") as stage:
            others = self._pages.others(pages)
            stage.count = len(pages) - len(others)
        return others

    def _write_pages(self, writer: SiteWriter, pages: Sequence[SitePage]) -> _Written:
        """Write pages."""
        written = _Written()
        for page in pages:
            try:
                digests = self._pages.digests(page)
                template = self.get_template(page.template)
                writer.write_claimed(page.path, template, self.context, page=page.make())
                written.entries.extend(self._pages.written(page, digests))
            except Exception as error:
                written.problems.append(InputError.unforeseen(page.name, error, step="written"))
        return written

    def _note(self, written: _Written) -> None:
        self._pages.note(written.entries)
        for problem in written.problems:
            self._problems.add(problem)

    def _write_records(self, writer: SiteWriter) -> None:
        cache = BuildCache.of(self.settings)
        known = cache.load(_RECORDS) or {}
        records = list(article_record.article_records(self._stories, self._problems.add, known))
        writer.write_data(article_record.PATH, "".join(line for _, line in records).encode())
        kept = {story.digest: line for story, line in records if story.digest}
        if kept.keys() != known.keys():
            cache.store(_RECORDS, kept)

    def _write_for_the_web(self, writer: SiteWriter) -> None:
        """Write what needs absolute addresses, if there are any, and robots.txt."""
        site_url = self.settings["SITEURL"]
        writer.write_data("robots.txt", sitemap.robots_text(site_url).encode())
        if not site_url:
            return
        paths = [path for path in writer.paths if path != NOT_FOUND_PATH]
        added = {story.path: story.article.added for story in self._stories}
        for name, content in sitemap.sitemap_files(site_url, paths, added).items():
            writer.write_data(name, content)
        description = open_search.open_search_description(self.settings["SITENAME"], site_url)
        writer.write_data(open_search.PATH, description)
        if self._stories:
            feed = atom_feed.atom_feed(
                self._stories, self.settings["SITENAME"], site_url, self._problems.add
            )
            writer.write_data(atom_feed.PATH, feed)

    def _leave_out_conflicts(self) -> None:
        conflicts = find_address_conflicts(self._stories)
        for conflict in conflicts:
            kept = shown_path(conflict.kept.name)
            reason = f"it has the same name as {kept}"
            self._problems.add(InputError(conflict.left_out.name, reason, "rename one of them"))
        gone = {id(conflict.left_out) for conflict in conflicts}
        self.context["tagged_articles"] = [s for s in self._stories if id(s) not in gone]

    @property
    def _problems(self) -> BuildProblems:
        return BuildProblems.of(self.settings)

    @property
    def _stories(self) -> list[TaggedArticle]:
        stories: list[TaggedArticle] = self.context["tagged_articles"]
        return stories


def read_assets(theme: Path) -> dict[str, str]:
    """Return the names of the theme's bundled files.

    Raises:
        MissingBundleError: If the bundle has not been made.
    """
    path = theme / "static" / "assets.json"
    try:
        assets: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingBundleError(path) from error
    return assets


def _add_filters(pelican: Pelican) -> None:
    pelican.settings["JINJA_FILTERS"] = {**pelican.settings["JINJA_FILTERS"], **FILTERS}
    remembered = {"remembered": RememberedMarkup()}
    pelican.settings["JINJA_GLOBALS"] = {**pelican.settings["JINJA_GLOBALS"], **remembered}


def _generators(_pelican: Pelican) -> type[BrowseGenerator]:
    return BrowseGenerator


def _writer(_pelican: Pelican) -> type[SiteWriter]:
    return SiteWriter


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_add_filters)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
