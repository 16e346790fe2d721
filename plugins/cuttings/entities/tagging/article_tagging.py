"""Tagging articles in their files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import (
    article_of,
    entity_lines,
    read_article_text,
    rewrite_article,
)
from cuttings.article.front_matter import FrontMatter
from cuttings.article.markup import plain_text
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.lines.signed_lines import with_signed_lines
from cuttings.entities.lines.tagged_line import (
    TAGGER_VERSION,
    TaggedLine,
    fields_to_write,
    text_digest,
)
from cuttings.entities.tagging.kept_names import ReadNames
from cuttings.entities.tagging.resolution import with_found_lines
from cuttings.entities.tagging.story import Story
from cuttings.entities.tagging.tagger import FailedTagging, Tagger, Tagging
from cuttings.errors import InputError


@dataclass(frozen=True, slots=True)
class TaggedFile:
    """What became of one article's file.

    Attributes:
        path: The file.
        changed: Whether it was written.
        problem: Why it could not be tagged, or not in whole, or None.
        other_language: BCP 47 tag of the language of its text, in which no names were recognized,
            or "".
        names: What it says about its names, if it was tagged.
    """

    path: Path
    changed: bool = False
    problem: InputError | None = None
    other_language: str = ""
    names: ReadNames | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    text: str
    front_matter: FrontMatter
    article: Article
    story: Story
    fields: tuple[str, ...]


def tag_files(
    paths: Sequence[Path], tagger: Tagger, authorities: Authorities, *, again: bool = False
) -> tuple[TaggedFile, ...]:
    """Tag the articles filed at ``paths`` together.

    Only entity lines that are the tagger's to write are touched, and the
    ``Tagged`` line (see ``tagged_line``).

    Raises:
        SettingsError: If the model is not installed.
    """
    outcomes = {path: TaggedFile(path) for path in paths}
    tasks: list[_Task] = []
    for path in paths:
        try:
            task = _task(path, again)
        except Exception as error:
            outcomes[path] = _failed(path, error)
            continue
        if task is not None:
            tasks.append(task)
    model = tagger.provenance() if tasks else ""
    taggings = tagger.tag_each(task.story for task in tasks)
    for task, tagging in zip(tasks, taggings, strict=True):
        if isinstance(tagging, FailedTagging):
            outcomes[task.path] = _failed(task.path, tagging.error)
            continue
        try:
            outcomes[task.path] = _write(task, tagging, authorities, model)
        except Exception as error:
            outcomes[task.path] = _failed(task.path, error)
    return tuple(outcomes.values())


def _unread(path: Path, tagging: Tagging) -> InputError | None:
    """Say that an article is too long for all of it to be read, if it is."""
    if not tagging.unread:
        return None
    return InputError(
        path,
        f"its text is too long: in the last {tagging.unread:,} characters no names were looked for",
        "split it, or add what is missing to its lines",
    )


def _failed(path: Path, error: Exception) -> TaggedFile:
    return TaggedFile(path, problem=InputError.unforeseen(path, error, step="tagged"))


def _task(path: Path, again: bool) -> _Task | None:
    """Return what is to be done for an article, or None if nothing is."""
    text = read_article_text(path)
    front_matter = FrontMatter.parse(text)
    fields = fields_to_write(front_matter, again)
    if not fields:
        return None
    article = article_of(front_matter, path)
    story = Story(
        title=article.title,
        text=plain_text(article.body),
        language=article.language,
        day=article.day,
    )
    return _Task(path, text, front_matter, article, story, fields)


def _write(task: _Task, tagging: Tagging, authorities: Authorities, model: str) -> TaggedFile:
    """Write the entity lines of one article."""
    found = tagging.lines()
    to_write = {field: found[field] for field in task.fields}
    tagged = with_found_lines(task.article, to_write, task.story.text, authorities)
    lines = entity_lines(tagged)
    changes = {field: lines[field] or () for field in task.fields}
    signature = TaggedLine(
        TAGGER_VERSION,
        model,
        {},
        text_digest(task.front_matter),
        tagging.headings(),
        tagging.in_capitals,
    )
    front_matter = with_signed_lines(task.front_matter, changes, signature)
    is_changed = front_matter != task.front_matter
    after = front_matter.render() if is_changed else task.text
    if is_changed:
        rewrite_article(task.path, task.text, after)
    names = ReadNames.of(task.path, after.encode())
    problem = _unread(task.path, tagging)
    return TaggedFile(task.path, is_changed, problem, tagging.other_language, names)
