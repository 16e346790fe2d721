"""Tagging the articles of an archive in their files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import (
    entity_lines,
    parse_article,
    read_article_text,
    write_atomically,
)
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.article.markup import plain_text
from cuttings.entities.authority import Authorities
from cuttings.entities.model import Model
from cuttings.entities.resolve import with_found_lines
from cuttings.entities.signed_lines import with_signed_lines
from cuttings.entities.tagged_line import TAGGER_VERSION, fields_to_write
from cuttings.entities.tagging import Story, Tagger, Tagging
from cuttings.errors import InputError


@dataclass(frozen=True, slots=True)
class TaggingReport:
    """What tagging an archive did.

    Attributes:
        tagged: Files whose entity lines were written.
        unchanged: How many articles needed nothing.
        problems: Articles that could not be tagged, one error each.
    """

    tagged: tuple[Path, ...]
    unchanged: int
    problems: tuple[InputError, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    front_matter: FrontMatter
    article: Article
    story: Story
    fields: tuple[str, ...]


def tag_file(path: Path, tagger: Tagger, authorities: Authorities, *, again: bool = False) -> bool:
    """Tag the article filed at ``path`` and say whether its file changed.

    Only entity lines that are the tagger's to write are touched, and the
    ``Tagged`` line (see ``tagged_line``).

    Raises:
        FrontMatterError: If the article cannot be read.
        SettingsError: If the model is not installed.
    """
    task = _task(path, again)
    if task is None:
        return False
    tagging = next(tagger.tag_all([task.story]))
    return _write(task, tagging, authorities, tagger.provenance())


def tag_archive(
    folder: ContentFolder,
    authorities: Authorities,
    progress: Callable[[int, int], None] | None = None,
    *,
    model: Model = Model.MEDIUM,
    again: bool = False,
) -> TaggingReport:
    """Tag every article of an archive that needs it; loads no model if none does.

    Args:
        folder: The content folder.
        authorities: Its authority records.
        progress: Called with the number of articles done and the number to do.
        model: Which model recognizes names.
        again: Whether articles tagged before are tagged anew; what a person
            edited stays in any case.

    Raises:
        SettingsError: If the model is not installed.
    """
    problems: list[InputError] = []
    tasks: list[_Task] = []
    unchanged = 0
    for path in folder.article_paths():
        try:
            task = _task(path, again)
        except InputError as error:
            problems.append(error)
            continue
        if task is None:
            unchanged += 1
        else:
            tasks.append(task)
    if not tasks:
        return TaggingReport((), unchanged, tuple(problems))
    tagger = Tagger(model)
    provenance = tagger.provenance()
    written: list[Path] = []
    taggings = tagger.tag_all(task.story for task in tasks)
    for done, (task, tagging) in enumerate(zip(tasks, taggings, strict=True), start=1):
        if _write(task, tagging, authorities, provenance):
            written.append(task.path)
        if progress:
            progress(done, len(tasks))
    return TaggingReport(tuple(written), unchanged + len(tasks) - len(written), tuple(problems))


def _task(path: Path, again: bool) -> _Task | None:
    """Return what is to be done for an article, or None if nothing is."""
    text = read_article_text(path)
    front_matter = FrontMatter.parse(text)
    fields = fields_to_write(front_matter, again)
    if not fields:
        return None
    article = parse_article(text, path)
    story = Story(title=article.title, text=plain_text(article.body), language=article.language)
    return _Task(path, front_matter, article, story, fields)


def _write(task: _Task, tagging: Tagging, authorities: Authorities, model: str) -> bool:
    """Write the entity lines of one article; return whether its file changed."""
    found = tagging.lines()
    to_write = {field: found[field] for field in task.fields}
    tagged = with_found_lines(task.article, to_write, task.story.text, authorities)
    lines = entity_lines(tagged)
    changes = {field: lines[field] or () for field in task.fields}
    front_matter = with_signed_lines(task.front_matter, changes, TAGGER_VERSION, model)
    if front_matter == task.front_matter:
        return False
    write_atomically(task.path, front_matter.render())
    return True
