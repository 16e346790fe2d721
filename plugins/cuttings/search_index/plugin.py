"""The search index as a Pelican plugin: writes ``search/`` into the output."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_work import BuildWork
from cuttings.dask_workers import DASK_SETTING, dask_workers
from cuttings.errors import (
    CuttingsError,
    IndexingError,
    InputError,
    SettingsError,
    WorkerError,
    described,
)
from cuttings.kept_file import FileState
from cuttings.search_index.index_builder import IndexDraft, IndexFilters, draft_index
from cuttings.search_index.script_folder import json_text
from cuttings.site.published_files import PublishedFiles
from cuttings.worker_pool import BATCH, may_fork, processes_setting

FOLDER = "search"
"""Where the index lies below the site's root."""


@dataclass(frozen=True, slots=True)
class _Drafted:
    """What came of drafting the index.

    Attributes:
        draft: The index, or the reason why it could not be drafted.
        problems: Why something is missing in it.
    """

    draft: IndexDraft | CuttingsError
    problems: list[InputError]


class IndexGenerator(Generator):  # type: ignore[misc]
    """Has ``tagged_articles`` and ``version_clusters`` of the context indexed.

    ``OTHER_SITES`` of the context are searched together with this one.

    That is done beside all that pages need. Then the context gets the manifest as JSON in
    ``search_manifest``, for the search page. What cannot be indexed stops the build: a site whose
    search finds some of the stories would mislead.
    """

    def generate_context(self) -> None:
        """Begin at once where a process of its own is worth it, before versions are looked for."""
        try:
            processes = processes_setting(self.settings)
        except SettingsError as error:
            stop_build(error)
        is_forked = may_fork() and not self.settings.get(DASK_SETTING) and processes != 1
        work = BuildWork.of(self.settings)
        has_own_process = is_forked and len(self.context["tagged_articles"]) > BATCH
        work.add(self._filter, self._note_filters)
        add = work.begin if has_own_process else work.add
        add(partial(self._draft, 1 if is_forked else processes), self._finish)

    def _filter(self) -> IndexFilters | CuttingsError:
        cache = BuildCache.of(self.settings)
        try:
            return IndexFilters.write(self.context["tagged_articles"], self._folder, cache)
        except Exception as error:
            return _indexing_error(error)

    def _note_filters(self, filters: IndexFilters | CuttingsError) -> None:
        if isinstance(filters, CuttingsError):
            stop_build(filters)
        self._filters = filters

    def _draft(self, processes: int | None) -> _Drafted:
        problems: list[InputError] = []
        draft: IndexDraft | CuttingsError
        try:
            with dask_workers(str(self.settings.get(DASK_SETTING, ""))):
                draft = draft_index(
                    self.context["tagged_articles"],
                    self._folder,
                    processes,
                    problems.append,
                    cache=BuildCache.of(self.settings),
                    sites=self.context["OTHER_SITES"],
                )
        except Exception as error:
            draft = _indexing_error(error)
        return _Drafted(draft, problems)

    def _finish(self, drafted: _Drafted) -> None:
        for problem in drafted.problems:
            BuildProblems.of(self.settings).add(problem)
        if isinstance(drafted.draft, CuttingsError):
            stop_build(drafted.draft)
        try:
            payload = drafted.draft.finish(
                self._filters,
                self.context["tagged_articles"],
                self._folder,
                self.context["version_clusters"],
                BuildCache.of(self.settings),
                self._publish,
            )
        except Exception as error:
            stop_build(_indexing_error(error))
        self.context["search_manifest"] = json_text(payload)

    def _publish(self, name: str, state: FileState) -> None:
        published = PublishedFiles.of(self.settings)
        published.claim(f"{FOLDER}/{name}")
        published.note_state(f"{FOLDER}/{name}", state)

    @property
    def _folder(self) -> Path:
        return Path(self.output_path) / FOLDER


def _indexing_error(error: Exception) -> CuttingsError:
    """Return why there is no index."""
    if isinstance(error, IndexingError | SettingsError | WorkerError):
        return error
    return IndexingError(f"the search index cannot be built ({described(error)})")


def _begin(pelican: Pelican) -> None:
    # Generators get a copy of the settings, so the shared value must be there before.
    BuildWork.of(pelican.settings)


def _generators(_pelican: Pelican) -> type[IndexGenerator]:
    return IndexGenerator


def register() -> None:
    """Connect to Pelican's signals."""
    signals.initialized.connect(_begin)
    signals.get_generators.connect(_generators)
