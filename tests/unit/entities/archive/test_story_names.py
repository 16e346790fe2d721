"""What one story says about a name of a person in it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cuttings.article.article import Article
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.archive.story_names import NameUse, StoryNames, story_names
from cuttings.entities.entity import EntityKind

DAY = datetime.date(1987, 3, 1)


def _names(body: str, *people: str) -> StoryNames:
    article = Article(title="T", body=body, slug="t", added=DAY, date=DAY, people=people)
    return story_names(Path("a.md"), FrontMatter((), body), article)


def _use(body: str, name: str) -> NameUse:
    (use,) = _names(body, name).uses
    return use


@pytest.mark.parametrize(
    ("body", "is_woman"),
    [
        ("Mrs. Thatcher left.", True),
        ("Mrs. Margaret Thatcher left. Thatcher spoke.", True),
        ("Thatcher spoke. Queen Thatcher left.", True),
        ("Mr. Thatcher left.", False),
        ("Prime Minister Thatcher left.", False),
    ],
)
def test_a_woman_is_known_by_her_title(body: str, is_woman: bool) -> None:
    assert _use(body, "Margaret Thatcher").is_woman is is_woman


@pytest.mark.parametrize(
    ("body", "offices"),
    [
        ("President Baker left.", {"president"}),
        ("Treasury Secretary James Baker left.", {"treasury secretary"}),
        ("Treasury Secretary James A. Baker left.", {"treasury secretary"}),
        ("Former President Baker left.", {"president"}),
        ("Mr. Baker left.", set()),
        ("James Baker, the treasury secretary, left.", {"treasury secretary"}),
        ("President Baker left. Baker, the chairman, spoke.", {"president", "chairman"}),
        ("James Baker, one two three four five six chairman.", {"chairman"}),
        ("James Baker, one two three four five six seven chairman.", set()),
        ("James Baker, a former chairman and president.", {"chairman"}),
        ("Secretary of State Baker left.", {"secretary of state"}),
        ("The governor of Baker left.", set()),
        ("The President; Baker left.", set()),
        ("The President\nBaker left.", set()),
        ("President Bakerton left. Baker spoke.", set()),
    ],
)
def test_offices_stand_before_and_behind_a_name(body: str, offices: set[str]) -> None:
    use = _use(body, "James Baker")
    assert use.offices == offices
    assert not offices or use.is_human


def test_a_lone_surname_is_kept_with_its_titles_as_they_are_written() -> None:
    body = "Treasury Secretary Baker met Mr. Baker."
    assert _use(body, "Baker").titled == {"Treasury Secretary Baker", "Mr. Baker"}
    assert _use(body, "James Baker").titled == frozenset()


@pytest.mark.parametrize(
    ("body", "human", "may_be", "company"),
    [
        ("Mr. Baker.", True, False, False),
        ("Baker said so.", False, True, False),
        ("It quoted Baker.", False, True, False),
        ("The designer James Baker.", False, True, False),
        ("It is over James Baker.", False, False, False),
        ("Baker Inc fell.", False, False, True),
        ("Baker <BKR> fell.", False, False, True),
        ("Baker &lt;BKR&gt; fell.", False, False, True),
        ("Baker shares fell.", False, False, True),
        ("Baker's revenues fell.", False, False, True),
        ("Baker fell.", False, False, False),
    ],
)
def test_what_stands_around_a_name_says_what_it_is(
    body: str, human: bool, may_be: bool, company: bool
) -> None:
    use = _use(body, "James Baker")
    assert (use.is_human, use.may_be_human, use.is_company) == (human, may_be, company)


@pytest.mark.parametrize(
    ("name", "body", "is_common"),
    [
        ("Avg Shrs", "Avg Shrs and shrs.", True),
        ("Avg Shrs", "Avg Shrs and shrsx.", False),
        ("Avg Shrs", "Avg Shrs.", False),
        ("March Baker", "March Baker.", True),
        ("March", "March.", False),
        ("Jo De", "jo de.", False),
        ("Ab Cde", "Ab Cde, cde.", True),
    ],
)
def test_a_word_in_small_letters_is_common(name: str, body: str, is_common: bool) -> None:
    assert _use(body, name).is_common is is_common


def test_twenty_places_of_a_name_are_looked_at() -> None:
    assert _use("Baker x. " * 19 + "Mr. Baker.", "Baker").is_human
    assert not _use("Baker x. " * 20 + "Mr. Baker.", "Baker").is_human


def test_what_a_person_set_is_said_to_be_so_and_counts_once() -> None:
    use = _use("Baker.", "Baker")
    assert use.by_person
    assert _names("Baker.", "Baker", "Baker").forms(EntityKind.PERSON) == ["Baker"]
    assert _names("Baker.", "Baker").forms(EntityKind.ORGANIZATION) == []


def test_short_forms_in_brackets_come_with_the_words_before() -> None:
    story = _names("The General Motors Corp, (GM) and <AT&T> rose (a). <AT&T> (Toolongaform)")
    assert story.introduced[0] == ("GM", "The General Motors Corp")
    assert [short for short, _ in story.introduced] == ["GM", "AT&T", "AT&T"]
    (far,) = _names("x" * 90 + " Bank of Boston (BB)").introduced
    assert far == ("BB", "x" * 64 + " Bank of Boston")
    assert (story.path, story.day) == (Path("a.md"), DAY)
