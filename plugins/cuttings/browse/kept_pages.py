"""The pages of a build: which the site in place has already, and what the next build must know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from jinja2 import Environment

from cuttings.browse.page_table import PageDigests, PageEntry, PageTable
from cuttings.browse.pages.site import SitePage
from cuttings.browse.parts.content_digest import content_digest
from cuttings.browse.template_names import TemplateNames
from cuttings.build_cache import BuildCache
from cuttings.garbage_collection import without_garbage_collection
from cuttings.kept_file import FileState

_ARCHIVE = "archive"
"""The one name of the context whose value a page may show and still be kept."""

_SAME_EACH_TIME = frozenset({_ARCHIVE, "localsiteurl"})


class KeptPages:
    """Keeps pages of the site in place that would be written again as they are.

    Args:
        cache: What earlier builds have left.
        output: The folder of the site that is being built.
        templates: Loads the templates.
        context: What the templates see besides their page; settings are in capitals.
        table: The pages of the site in place; loaded if None.
    """

    def __init__(
        self,
        cache: BuildCache,
        output: Path,
        templates: Environment,
        context: Mapping[str, object],
        table: PageTable | None = None,
    ) -> None:
        self._table = table or PageTable(cache, output)
        names = [name for name in context if not name.isupper()]
        self._names = TemplateNames(templates, names, cache)
        self._archive = context[_ARCHIVE]
        self._shown: dict[str, str | None] = {}
        self._entries: list[PageEntry] = []

    @property
    def knows_any(self) -> bool:
        """Whether the site in place has any page that is known."""
        return self._table.knows_any

    def look_at(self, template: str) -> None:
        """See what a template reads; that comes before all that is asked about its pages."""
        if template not in self._shown:
            self._shown[template] = self._shown_by(template)

    @without_garbage_collection()
    def others(self, pages: Sequence[SitePage]) -> Sequence[SitePage]:
        """Keep what the site in place has already; return the other pages.

        Raises:
            WorkerError: If a process died that had begun with it.
        """
        self._table.wait()
        others = []
        for page in pages:
            entry = None
            with suppress(Exception):
                whole = self._with_template(page, page.digest)
                entry = self._table.keep(page.path, whole, partial(self._exact, page))
            self._entries += [entry] if entry else []
            others += [] if entry else [page]
        self._table.end(path for path, *_ in self._entries)
        return others

    def digests(self, page: SitePage) -> PageDigests:
        """Return what decides whether the next build would write a page again as it is."""
        return PageDigests(self._with_template(page, page.digest), self._exact(page))

    def written(self, page: SitePage, digests: PageDigests) -> Iterator[PageEntry]:
        """Yield the entry of a page that was written, if it is known what it shows."""
        entry = self._table.written(page.path, digests)
        if entry is not None:
            yield entry

    def note(self, entries: Iterable[PageEntry]) -> None:
        """Note the entries of pages that were written, here or in another process."""
        self._entries += entries

    def store(self) -> Iterator[tuple[str, FileState]]:
        """Leave the pages to the next build; yield the path and the file of each."""
        self._table.store(self._entries)
        self._names.store()
        return ((path, state) for path, _, state in self._entries)

    def _shown_by(self, template: str) -> str | None:
        """Return what a template shows besides its page and the settings; None if not known."""
        names = self._names.of(f"{template}.html") if self._table.is_kept else None
        if names is None or names - _SAME_EACH_TIME:
            return None
        return repr(self._archive) if _ARCHIVE in names else ""

    def _exact(self, page: SitePage) -> str:
        """Return the digest of what a page shows, "" if it has none."""
        return self._with_template(page, page.exact) if page.exact else ""

    def _with_template(self, page: SitePage, digest: Callable[[], str]) -> str:
        """Return a digest of a page, and of what its template shows besides; "" if not known."""
        shown = self._shown[page.template]
        if shown is None or not self._table.is_kept:
            return ""
        found = digest()
        return content_digest((), page.template, shown, found) if found else ""
