"""Pelican plugin: tags what is untagged, then gives every story its proved tags."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import Generator

from cuttings.article.article_file import read_front_matter
from cuttings.article.article_files import ArticleFiles
from cuttings.article.content_folder import ContentFolder
from cuttings.build_cache import BuildCache
from cuttings.build_problems import BuildProblems, stop_build
from cuttings.build_stages import build_stage
from cuttings.entities.authorities.archive_table import read_archive_names
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.kept_tags import kept_tags
from cuttings.entities.lines.tagged_line import fields_to_write
from cuttings.entities.recognition.model import Model
from cuttings.entities.tagged_archive import PAGE_FROM, tagged_archive
from cuttings.errors import ArchiveLockError, FrontMatterError, SettingsError, WorkerError
from cuttings.garbage_collection import without_garbage_collection
from cuttings.number_setting import number_setting
from cuttings.worker_pool import BATCH, build_processes, processes_setting

_log = logging.getLogger(__name__)
_AUTHORITIES = "CUTTINGS_AUTHORITIES"
_TABLE = "tags"
"""Name of the tags that were found before, in the cache of builds."""

_SLUGS = "slugs"
"""Name of the slugs of all headings, in the cache of builds."""

MODEL_SETTING = "CUTTINGS_MODEL"
"""Pelican setting that chooses the model: ``md`` (the default) or ``sm``."""

PAGE_SETTING = "CUTTINGS_PAGE_FROM"
"""Pelican setting: from how many stories on a person or an organization has a page of its own."""


def _tag_untagged(pelican: Pelican) -> None:
    """Tag the articles that have no entity lines, before Pelican reads them.

    An article that cannot be tagged is one warning, and built as it is. So is a row of the
    authority records that is wrong, and a file of theirs that cannot be read: then the site shows
    no entity of its kind, since it might be one that a person has hidden. A model that is unknown
    or not installed stops the build.
    """
    folder = ContentFolder(Path(pelican.settings["PATH"]))
    problems = BuildProblems.of(pelican.settings)
    try:
        model = _model(pelican.settings)
        processes = processes_setting(pelican.settings)
        pelican.settings[PAGE_SETTING] = number_setting(pelican.settings, PAGE_SETTING, PAGE_FROM)
    except SettingsError as error:
        stop_build(error)
    authorities = Authorities.read(folder.authorities, problems.add)
    pelican.settings[_AUTHORITIES] = authorities.hiding_unread()
    files = ArticleFiles.look(pelican.settings)
    doubtful = files.not_known_tagged(folder.article_paths())
    if len(doubtful) <= BATCH and all(map(_is_tagged, doubtful)):
        return
    # Slow to load, and not needed where all is tagged.
    from cuttings.entities.tagging.archive_tagging import tag_archive

    try:
        report = tag_archive(folder, authorities, model=model, processes=processes)
    except SettingsError as error:
        stop_build(error)
    except (ArchiveLockError, WorkerError) as error:
        problems.add(error)
        return
    finally:
        # They may have been written.
        ArticleFiles.look(pelican.settings)
    for problem in report.problems:
        problems.add(problem)
    if report.tagged:
        decided = read_archive_names(folder.authorities, problems.add)
        pelican.settings[_AUTHORITIES] = authorities.with_archive(decided).hiding_unread()
        _log.info("Tagged %d articles", len(report.tagged))


def _is_tagged(path: Path) -> bool:
    """Return whether an article has all its entity lines; False if it cannot be read, either."""
    try:
        return not fields_to_write(read_front_matter(path))
    except FrontMatterError:
        return False


def _model(settings: dict[str, Any]) -> Model:
    chosen = settings.get(MODEL_SETTING, Model.MEDIUM)
    try:
        return Model(chosen)
    except ValueError as error:
        known = " or ".join(Model)
        raise SettingsError(f"{MODEL_SETTING} is '{chosen}'; set it to {known}") from error


class TagGenerator(Generator):  # type: ignore[misc]
    """Puts ``tagged_articles``, newest first, and the ``catalogue`` into the context."""

    @without_garbage_collection()
    def generate_context(self) -> None:
        """Resolve the tags of ``filed_articles``; one that has a fault is one warning."""
        try:
            cache = BuildCache.of(self.settings)
            with build_stage(self.settings, "Resolved the tags of", "stories") as stage:
                known, known_slugs = cache.load_table(_TABLE), cache.load(_SLUGS) or {}
                archive = tagged_archive(
                    self.context["filed_articles"],
                    self.settings[_AUTHORITIES],
                    BuildProblems.of(self.settings).add,
                    build_processes(self.settings),
                    self.settings[PAGE_SETTING],
                    known,
                    known_slugs,
                )
                tags = {s.digest: known.get(s.digest) or kept_tags(s) for s in archive.stories}
                cache.store_table(_TABLE, tags)
                if archive.catalogue.slugs != known_slugs:
                    cache.store(_SLUGS, archive.catalogue.slugs)
                stage.count = len(archive.stories)
        except WorkerError as error:
            stop_build(error)
        self.context["tagged_articles"] = archive.stories
        self.context["catalogue"] = archive.catalogue


def _generators(_pelican: Pelican) -> type[TagGenerator]:
    return TagGenerator


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_tag_untagged)
    signals.get_generators.connect(_generators)
