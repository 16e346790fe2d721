"""Why an article has its tags, and why it has no others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.article_file import article_of, read_article_text
from cuttings.article.front_matter import FrontMatter
from cuttings.article.markup import plain_text
from cuttings.entities.authorities.article_headings import ArticleHeadings
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.authorities.catalogue import Catalogue
from cuttings.entities.entity import EntityKind
from cuttings.entities.form_use import Rule
from cuttings.entities.lines.entity_lines import ENTITY_LINES, kind_of_line
from cuttings.entities.lines.tagged_line import is_by_person, is_reviewed
from cuttings.entities.rejected import Rejected
from cuttings.entities.tagged_article import Tag
from cuttings.entities.tagging.resolution import resolve, with_found_lines
from cuttings.entities.tagging.tagger import Tagger, Tagging


class LineOrigin(StrEnum):
    """Who set an entity line."""

    TAGGER = "tagger"
    PERSON = "person"
    REVIEWED = "reviewed"
    UNTAGGED = "untagged"


@dataclass(frozen=True, slots=True)
class LineExplanation:
    """The tags of one kind.

    Attributes:
        origin: Who set the line.
        tags: Its tags, in its order.
    """

    origin: LineOrigin
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an article has its tags.

    Attributes:
        path: The article's file.
        title: Its headline.
        lines: What it is tagged with, by kind.
        rejected: What is not a tag, and why.
        in_capitals: Whether paragraphs are in capitals, in which a name and another word look
            alike.
        other_language: BCP 47 tag of the language of the text, in which no names are recognized,
            or "" if it is English.
    """

    path: Path
    title: str
    lines: Mapping[EntityKind, LineExplanation]
    rejected: tuple[Rejected, ...]
    in_capitals: bool = False
    other_language: str = ""

    def is_doubtful(self, tag: Tag) -> bool:
        """Whether the story has the entity of a tag only in capitals, but for its acronyms."""
        is_sure = any(
            use.rule in {Rule.ABBREVIATION, Rule.ACRONYM, Rule.DATELINE} or not use.form.isupper()
            for use in tag.uses
        )
        return self.in_capitals and bool(tag.uses) and not is_sure


def explain(path: Path, authorities: Authorities, tagger: Tagger) -> Explanation:
    """Explain the tags of the article filed at ``path``.

    Args:
        path: The article's file; it is only read.
        authorities: The archive's authority records.
        tagger: Finds what the lines do not have, too.

    Raises:
        FrontMatterError: If the article cannot be read.
        SettingsError: If the model is not installed.
    """
    front_matter = FrontMatter.parse(read_article_text(path))
    article = article_of(front_matter, path)
    origins = {kind: _origin(front_matter, kind) for kind in EntityKind}
    text = plain_text(article.body)
    tagging = tagger.tag(article.title, text, article.language, day=article.day)
    completed = _completed(article, tagging, origins, text, authorities)
    headings = ArticleHeadings.of(completed, authorities)
    tags = _tags(completed, text, headings, authorities)
    lines = {kind: LineExplanation(origins[kind], tags[kind]) for kind in EntityKind}
    left_out = _left_out(tagging, authorities, headings, origins)
    return Explanation(
        path=path,
        title=article.title,
        lines=lines,
        rejected=tuple(dict.fromkeys((*left_out, *tagging.rejected))),
        in_capitals=tagging.in_capitals,
        other_language=tagging.other_language,
    )


def _origin(front_matter: FrontMatter, kind: EntityKind) -> LineOrigin:
    if is_reviewed(front_matter):
        return LineOrigin.REVIEWED
    if is_by_person(front_matter, kind):
        return LineOrigin.PERSON
    if all(front_matter.get(field) is None for field in ENTITY_LINES[kind]):
        return LineOrigin.UNTAGGED
    return LineOrigin.TAGGER


def _completed(
    article: Article,
    tagging: Tagging,
    origins: Mapping[EntityKind, LineOrigin],
    text: str,
    authorities: Authorities,
) -> Article:
    """Return the article with what the tagger would write where it has not written yet."""
    untagged = {
        field: headings
        for field, headings in tagging.lines().items()
        if origins[kind_of_line(field)] is LineOrigin.UNTAGGED
    }
    return with_found_lines(article, untagged, text, authorities)


def _tags(
    article: Article, text: str, headings: ArticleHeadings, authorities: Authorities
) -> Mapping[EntityKind, tuple[Tag, ...]]:
    catalogue = Catalogue.of([headings], authorities)
    tagged = resolve(article, "", text, headings, authorities, catalogue)
    return {
        EntityKind.PERSON: tagged.people,
        EntityKind.COUNTRY: tagged.countries,
        EntityKind.ORGANIZATION: tagged.organizations,
    }


def _left_out(
    tagging: Tagging,
    authorities: Authorities,
    headings: ArticleHeadings,
    origins: Mapping[EntityKind, LineOrigin],
) -> Iterator[Rejected]:
    """Yield what the tagger finds and the article's lines do not have."""
    for kind in EntityKind:
        for candidate in getattr(tagging, kind.plural):
            name = authorities.archive_name(kind, candidate.heading, headings.context)
            if name is not None and origins[kind] in _BY_TAGGER:
                if not name.heading or name.heading_kind is not kind:
                    yield Rejected(kind, candidate.heading, name.meaning)
                continue
            heading = authorities.preferred(kind, candidate.heading, headings.context)
            if authorities.is_hidden(kind, heading):
                yield Rejected(kind, candidate.heading, "an authority record hides it")
            elif heading not in headings.by_kind[kind]:
                yield Rejected(kind, candidate.heading, _WHY_LEFT_OUT[origins[kind]])


_BY_TAGGER = frozenset({LineOrigin.TAGGER, LineOrigin.UNTAGGED})
_WHY_LEFT_OUT = {
    LineOrigin.PERSON: "the line was edited by a person, who does not have it",
    LineOrigin.REVIEWED: "the article was reviewed by a person, who does not have it",
    LineOrigin.TAGGER: "the article was tagged by other rules; 'cuttings tag --again' adds it",
    LineOrigin.UNTAGGED: "it goes by another heading",
}
