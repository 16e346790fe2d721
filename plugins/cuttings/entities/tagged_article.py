"""An article with its tags resolved and proved from its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from cuttings.article.article import Article
from cuttings.entities.choice import Choice
from cuttings.entities.entity import Entity
from cuttings.entities.form_use import FormUse
from cuttings.entities.text_places import NOWHERE, TextPlaces


class Role(StrEnum):
    """What an entity does in a story."""

    ABOUT = "about"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One entity of one article, and why it is there.

    Attributes:
        entity: The person, country or organization.
        role: Whether the story is about it.
        count: Mentions in headline and text; 0 if no form there names it alone, as for some
            tags that a person added.
        evidence: The best sentence that mentions it, as plain text, or "".
        uses: The forms found in headline and text, most frequent first.
        choice: How the story decides between the records that distinguish the heading
            from namesakes; None if no record does.
        reasons: Why forms that the story has are taken for the entity, where other stories show
            it, each as a sentence without a full stop.
        places: Where the text names the entity, but for what lies in the name of another.
    """

    entity: Entity
    role: Role
    count: int
    evidence: str
    uses: tuple[FormUse, ...] = ()
    choice: Choice | None = None
    reasons: tuple[str, ...] = ()
    places: TextPlaces = NOWHERE

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms found in headline and text, most frequent first."""
        return tuple(dict.fromkeys(use.form for use in self.uses))

    @property
    def is_plain(self) -> bool:
        """Whether the story names it by nothing but its heading, in letters of any case."""
        return {form.casefold() for form in self.forms} <= {self.entity.heading.casefold()}

    @property
    def has_only_evidence(self) -> bool:
        """Whether nothing says why the story has the tag but the sentence that proves it."""
        return bool(self.count) and self.is_plain and not self.reasons and self.choice is None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedArticle:
    """What browsing and searching know of an article.

    Attributes:
        article: The article as filed.
        html: Its body as safe HTML, mentions not yet marked.
        text: Its body as plain text, blocks separated by an empty line.
        people: Tags for people in the order of the front matter.
        countries: Tags for countries in the order of the front matter.
        organizations: Tags for organizations in the order of the front matter.
        file: Where it is filed, for what a build reports of it; None if it is not.
        digest: Digest of all that the other values are made from (see ``StoryDigests``), or "".
    """

    article: Article
    html: str
    text: str
    people: tuple[Tag, ...] = ()
    countries: tuple[Tag, ...] = ()
    organizations: tuple[Tag, ...] = ()
    file: Path | None = None
    digest: str = field(default="", compare=False)

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All tags: people, countries, organizations."""
        return self.people + self.countries + self.organizations

    @property
    def path(self) -> str:
        """The page's path from the site's root."""
        return self.article.path

    @property
    def page_name(self) -> str:
        """The name of its page's file, by which the pages of other stories lead to it."""
        return self.path.rpartition("/")[2]

    @property
    def name(self) -> Path | str:
        """What a message calls it: its file, else its page."""
        return self.file or self.path
