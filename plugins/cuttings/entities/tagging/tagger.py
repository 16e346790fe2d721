"""Tagging a story: the people, countries and organizations it names, and why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import tee

from cuttings.article.language.dateline import find_dateline
from cuttings.entities.countries.country_matching import StoryCountries, story_countries
from cuttings.entities.countries.country_mention import NameSpan
from cuttings.entities.countries.country_names import country_names
from cuttings.entities.countries.place_country import place_country
from cuttings.entities.entity import Entity, EntityKind
from cuttings.entities.evidence.evidence import Evidence, gather_evidence
from cuttings.entities.evidence.mention_finder import searched
from cuttings.entities.evidence.prominence import by_salience, subjects
from cuttings.entities.form_use import FormUse
from cuttings.entities.names.found_names import find_names
from cuttings.entities.names.linked_names import LinkedNames, link_names
from cuttings.entities.names.name import Name
from cuttings.entities.recognition.recognizer import (
    FailedRecognition,
    RecognizedSpan,
    Recognizer,
    unread_length,
)
from cuttings.entities.rejected import Rejected
from cuttings.entities.tagged_article import Role
from cuttings.entities.tagging.story import Story, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One tag that the tagger proposes.

    Attributes:
        kind: Person, country or organization.
        heading: Preferred name.
        code: ISO 3166-1 alpha-2 code of a country, or "".
        role: Whether the story is about it.
        count: Mentions in headline and text.
        evidence: The best sentence that mentions it.
        uses: Forms found, most frequent first.
    """

    kind: EntityKind
    heading: str
    code: str
    role: Role
    count: int
    evidence: str
    uses: tuple[FormUse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagging:
    """The tags of one story, most salient first, and what was rejected.

    Attributes:
        people: Its people.
        countries: The countries it is about or mentions.
        organizations: Its organizations.
        rejected: What is not a tag, and why.
        unread: Characters at its end in which no new names were looked for, as the text
            is too long; those found before are counted in the first million.
        in_capitals: Whether paragraphs are in capitals, in which a name and another word look
            alike.
        other_language: BCP 47 tag of the language of the text, in which no names are recognized,
            or "" if it is English.
    """

    people: tuple[Candidate, ...]
    countries: tuple[Candidate, ...]
    organizations: tuple[Candidate, ...]
    rejected: tuple[Rejected, ...] = ()
    unread: int = 0
    in_capitals: bool = False
    other_language: str = ""

    def headings(self) -> Mapping[EntityKind, tuple[str, ...]]:
        """Return the headings of each kind, most salient first."""
        return {
            EntityKind.PERSON: _headings(self.people),
            EntityKind.COUNTRY: _headings(self.countries),
            EntityKind.ORGANIZATION: _headings(self.organizations),
        }

    def lines(self) -> Mapping[str, tuple[str, ...]]:
        """Return the headings of each entity line by its key in the front matter."""
        about = [country for country in self.countries if country.role is Role.ABOUT]
        mentioned = [country for country in self.countries if country.role is Role.MENTIONED]
        return {
            "People": _headings(self.people),
            "Countries": _headings(about),
            "Countries_mentioned": _headings(mentioned),
            "Organizations": _headings(self.organizations),
        }


@dataclass(frozen=True, slots=True)
class FailedTagging:
    """Why a story has no tags.

    Attributes:
        error: What the model or a rule raised.
    """

    error: Exception


class Tagger:
    """Tags stories; the model is loaded with the first English one.

    It knows no authority records: what a story names does not depend on how an
    archive calls it (see ``resolution.with_found_lines``).

    Args:
        recognizer: What recognizes names; the medium model if None.
    """

    def __init__(self, recognizer: Recognizer | None = None) -> None:
        self._recognizer = recognizer or Recognizer()

    def tag(
        self,
        title: str,
        text: str,
        language: str = "",
        dateline: str = "",
        day: datetime.date | None = None,
    ) -> Tagging:
        """Tag one story (see ``Story`` for the arguments)."""
        story = Story(title=title, text=text, language=language, dateline=dateline, day=day)
        return next(self.tag_all([story]))

    def tag_all(self, stories: Iterable[Story]) -> Iterator[Tagging]:
        """Yield the tags of each story, in their order, working in batches.

        Raises:
            SettingsError: If the model is not installed.
            Exception: What the model or a rule raises at a story; it is the last.
        """
        for outcome in self.tag_each(stories):
            if isinstance(outcome, FailedTagging):
                raise outcome.error
            yield outcome

    def tag_each(self, stories: Iterable[Story]) -> Iterator[Tagging | FailedTagging]:
        """Yield the tags of each story like ``tag_all``, or why it has none; none ends the rest.

        Raises:
            SettingsError: If the model is not installed.
        """
        ahead, behind = tee((story, self._read(story)) for story in stories)
        recognized = self._recognizer.recognize_each(read for _, read in ahead)
        for (story, read), spans in zip(behind, recognized, strict=False):
            if isinstance(spans, FailedRecognition):
                yield FailedTagging(spans.error)
                continue
            try:
                tagging = self._tagging(story, read, spans)
            except Exception as error:
                yield FailedTagging(error)
            else:
                yield tagging

    def provenance(self) -> str:
        """Return which model recognizes names, for the record."""
        return self._recognizer.model.provenance()

    def _read(self, story: Story) -> str:
        return self._recognizer.as_written(_recognizable(story))

    def _tagging(self, story: Story, read: str, spans: Sequence[RecognizedSpan]) -> Tagging:
        length, story = len(story.text), _searched(story)
        is_as_written = prose(story) == read
        headline = len(read) - len(story.text)
        written = find_dateline(story.text)
        body = headline + (written.length if written else 0)
        reported = [span for span in spans if not headline <= span.start < body]
        names, rejected = find_names(read, reported)
        linked = link_names(names)
        countries = _countries(story, read, names, linked.people)
        entities = _entities(linked, countries)
        found = gather_evidence(entities, story.title, story.text, story.dateline, story.day)
        by_kind = {
            kind: _candidates(kind, {h: e for (k, h), e in found.items() if k is kind and e.rule})
            for kind in EntityKind
        }
        return Tagging(
            people=by_kind[EntityKind.PERSON],
            countries=by_kind[EntityKind.COUNTRY],
            organizations=by_kind[EntityKind.ORGANIZATION],
            rejected=tuple(dict.fromkeys((*rejected, *linked.rejected, *countries.rejected))),
            unread=length - len(story.text) + unread_length(read),
            in_capitals=not is_as_written,
            other_language=story.other_language,
        )


def _entities(linked: LinkedNames, countries: StoryCountries) -> tuple[Entity, ...]:
    found: dict[EntityKind, Sequence[str]] = {
        EntityKind.PERSON: linked.people,
        EntityKind.COUNTRY: countries.headings,
        EntityKind.ORGANIZATION: linked.organizations,
    }
    return tuple(
        Entity(
            kind=kind,
            heading=heading,
            slug="",
            states=(heading,) if kind is EntityKind.COUNTRY else (),
        )
        for kind, headings in found.items()
        for heading in headings
    )


def _recognizable(story: Story) -> str:
    """Return the prose of a story; "" if a rule fails at it, as it will again at the tagging."""
    try:
        return prose(_searched(story))
    except Exception:
        return ""


def _searched(story: Story) -> Story:
    return replace(story, text=searched(story.text))


def _headings(candidates: Iterable[Candidate]) -> tuple[str, ...]:
    return tuple(candidate.heading for candidate in candidates)


def _countries(
    story: Story, read: str, names: Sequence[Name], people: Iterable[str]
) -> StoryCountries:
    """Return the countries a story names.

    Args:
        story: The story; its headline is searched even where it was not read.
        read: What was read of it (see ``prose``) in the usual case, in which the names stand.
        names: The names of people and organizations.
        people: Full names of its people.
    """
    shift = len(story.whole) - len(read) if read else 0
    spans = [NameSpan(name.start + shift, name.end + shift, name.kind) for name in names]
    written = find_dateline(story.text)
    places = (written.place if written else "", story.dateline)
    datelines = [place_country(place, story.day) for place in places]
    cased = story.whole[:shift] + read if read else story.whole
    return story_countries(story.whole, spans, people, datelines, story.day, cased)


def _candidates(kind: EntityKind, found: Mapping[str, Evidence]) -> tuple[Candidate, ...]:
    prominence = {heading: evidence.prominence for heading, evidence in found.items()}
    about = subjects(prominence)
    return tuple(
        Candidate(
            kind=kind,
            heading=heading,
            code=country_names().codes.get(heading, "") if kind is EntityKind.COUNTRY else "",
            role=Role.ABOUT if heading in about else Role.MENTIONED,
            count=found[heading].count,
            evidence=found[heading].sentence,
            uses=found[heading].uses,
        )
        for heading in by_salience(prominence)
    )
