"""For which stories a decision of the whole archive holds."""

from __future__ import annotations

import datetime

import pytest

from cuttings.article.article import Article
from cuttings.entities.authorities.archive_name import ArchiveName, ArchiveNames
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.entity import EntityKind

DAY = datetime.date(1987, 3, 1)
ONE_DAY = datetime.timedelta(days=1)


def _story(day: datetime.date | None, body: str = "Baker left.") -> StoryContext:
    return StoryContext(Article(title="T", body=body, slug="t", added=DAY, date=day), ())


def _name(
    heading: str = "James Baker",
    *,
    when: tuple[str, ...] = (),
    since: datetime.date | None = None,
    until: datetime.date | None = None,
) -> ArchiveName:
    return ArchiveName(
        kind=EntityKind.PERSON,
        form="Baker",
        heading_kind=EntityKind.PERSON,
        heading=heading,
        when=when,
        since=since,
        until=until,
        why="so it is",
    )


@pytest.mark.parametrize(
    ("since", "until", "fitting"),
    [
        (None, None, [True, True, True, True]),
        (DAY, None, [False, True, True, False]),
        (None, DAY, [True, True, False, False]),
        (DAY, DAY, [False, True, False, False]),
    ],
)
def test_the_first_and_the_last_day_count(
    since: datetime.date | None, until: datetime.date | None, fitting: list[bool]
) -> None:
    name = _name(since=since, until=until)
    days = (DAY - ONE_DAY, DAY, DAY + ONE_DAY, None)
    assert [name.fits(_story(day)) for day in days] == fitting


def test_words_and_days_must_both_fit() -> None:
    name = _name(when=("Secretary Baker",), since=DAY)
    assert name.fits(_story(DAY, "Secretary Baker left."))
    assert not name.fits(_story(DAY))
    assert not name.fits(_story(DAY - ONE_DAY, "Secretary Baker left."))


def test_words_go_before_none_and_two_headings_are_neither() -> None:
    plain, divided = _name(), _name("Howard Baker", when=("Secretary Baker",))
    names = ArchiveNames([plain, divided])
    assert names.meant(EntityKind.PERSON, "Baker", _story(DAY)) == plain
    assert names.meant(EntityKind.PERSON, "Baker", _story(DAY, "Secretary Baker left.")) == divided
    two = ArchiveNames([plain, _name("Howard Baker")])
    assert two.meant(EntityKind.PERSON, "Baker", _story(DAY)) is None
    assert two.meant(EntityKind.ORGANIZATION, "Baker", _story(DAY)) is None


def test_a_meaning_says_what_a_name_is_taken_for() -> None:
    assert _name().meaning == "“Baker” is taken for James Baker: so it is"
    assert _name("").meaning == "so it is"
