"""Pelican plugin: tags what is untagged, then gives every story its proved tags."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.generators import ArticlesGenerator

from cuttings.article.content_folder import ContentFolder
from cuttings.article.markup import text_blocks
from cuttings.build_problems import stop_build
from cuttings.entities.archive_tagging import tag_archive
from cuttings.entities.authority import Authorities
from cuttings.entities.catalogue import Catalogue
from cuttings.entities.model import Model
from cuttings.entities.resolve import resolve
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import AuthorityError, SettingsError, WorkerError
from cuttings.worker_pool import processes_setting

_log = logging.getLogger(__name__)
_AUTHORITIES = "CUTTINGS_AUTHORITIES"

MODEL_SETTING = "CUTTINGS_MODEL"
"""Pelican setting that chooses the model: ``md`` (the default) or ``sm``."""


def _tag_untagged(pelican: Pelican) -> None:
    """Tag the articles that have no entity lines, before Pelican reads them.

    Articles that cannot be read are left to the reader, which says so. Authority
    records that cannot be read stop the build: without them it would show what a
    person has hidden. So does a model that is unknown or not installed.
    """
    folder = ContentFolder(Path(pelican.settings["PATH"]))
    try:
        authorities = Authorities.read(folder.authorities)
        report = tag_archive(
            folder,
            authorities,
            model=_model(pelican.settings),
            processes=processes_setting(pelican.settings),
        )
    except (AuthorityError, SettingsError, WorkerError) as error:
        stop_build(error)
    pelican.settings[_AUTHORITIES] = authorities
    if report.tagged:
        _log.info("Tagged %d articles", len(report.tagged))


def _model(settings: dict[str, Any]) -> Model:
    chosen = settings.get(MODEL_SETTING, Model.MEDIUM)
    try:
        return Model(chosen)
    except ValueError as error:
        known = " or ".join(Model)
        raise SettingsError(f"{MODEL_SETTING} is '{chosen}'; set it to {known}") from error


def _resolve_articles(generator: ArticlesGenerator) -> None:
    """Attach ``tagged`` to each article, and put all of them and the catalogue in the context."""
    authorities = generator.settings[_AUTHORITIES]
    contents = [content for content in generator.articles if hasattr(content, "article")]
    catalogue = Catalogue.of((content.article for content in contents), authorities)
    stories: list[TaggedArticle] = []
    for content in contents:
        html = content._content
        text = "\n\n".join(text_blocks(html))
        content.tagged = resolve(content.article, html, text, authorities, catalogue)
        stories.append(content.tagged)
    stories.sort(key=_newest_first)
    generator.context["tagged_articles"] = stories
    generator.context["catalogue"] = catalogue


def _newest_first(story: TaggedArticle) -> tuple[int, str]:
    return -story.article.filing_date.toordinal(), story.article.slug


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_tag_untagged)
    signals.article_generator_pretaxonomy.connect(_resolve_articles)
