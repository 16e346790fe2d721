"""What all stories together decide about a name."""

from __future__ import annotations

import datetime
from itertools import count
from pathlib import Path

from cuttings.article.article import Article
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.archive.decisions import archive_names
from cuttings.entities.archive.story_names import StoryNames, story_names
from cuttings.entities.authorities.archive_name import ArchiveName, ArchiveNames
from cuttings.entities.authorities.story_context import StoryContext
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.signed_lines import with_signed_lines
from cuttings.entities.lines.tagged_line import TaggedLine

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
DAY = datetime.date(1987, 3, 1)
_number = count()


def _article(body: str, day: datetime.date | None = DAY) -> Article:
    return Article(title="T", body=body, slug="t", added=DAY, date=day)


def _story(
    body: str, *people: str, organizations: tuple[str, ...] = (), day: datetime.date | None = DAY
) -> StoryNames:
    lines = {"People": people, "Organizations": organizations}
    found = {PERSON: people, ORGANIZATION: organizations}
    signed = with_signed_lines(FrontMatter((), body), lines, TaggedLine("3", "m", {}, found=found))
    article = Article(
        title="T",
        body=body,
        slug="t",
        added=DAY,
        date=day,
        people=people,
        organizations=organizations,
    )
    return story_names(Path(f"{next(_number):04}.md"), signed, article)


def _meant(
    names: ArchiveNames, form: str, body: str = "", kind: EntityKind = PERSON
) -> ArchiveName | None:
    return names.meant(kind, form, StoryContext(_article(body), ()))


def _heading(names: ArchiveNames, form: str, body: str = "", kind: EntityKind = PERSON) -> str:
    meant = _meant(names, form, body, kind)
    return form if meant is None else meant.heading


def test_a_lone_surname_with_an_office_is_the_person_who_has_that_office() -> None:
    full = [_story("President Ronald Reagan met aides.", "Ronald Reagan") for _ in range(3)]
    names = archive_names(
        [
            *full,
            _story("First Lady Nancy Reagan travelled.", "Nancy Reagan"),
            _story("President Reagan left.", "Reagan"),
            _story("Mr. Reagan sold a boat.", "Reagan"),
        ]
    )
    meant = _meant(names, "Reagan", "President Reagan left.")
    assert meant is not None
    assert meant.heading == "Ronald Reagan"
    assert meant.why == "so named in full and as president in 3 other stories within half a year"
    assert _heading(names, "Reagan", "Mr. Reagan sold a boat.") == "Reagan"


def test_a_surname_that_one_person_alone_has_in_full_is_that_persons() -> None:
    full = [_story("Clayton Yeutter spoke.", "Clayton Yeutter") for _ in range(3)]
    assert _heading(archive_names([*full, _story("Yeutter spoke.", "Yeutter")]), "Yeutter") == (
        "Clayton Yeutter"
    )
    few = archive_names([full[0], _story("Yeutter spoke.", "Yeutter")])
    assert _heading(few, "Yeutter") == "Yeutter"


def test_who_held_an_office_another_year_is_not_meant() -> None:
    later = datetime.date(1997, 3, 1)
    full = [_story("Clayton Yeutter spoke.", "Clayton Yeutter") for _ in range(3)]
    names = archive_names([*full, _story("Yeutter spoke.", "Yeutter", day=later)])
    assert _heading(names, "Yeutter") == "Yeutter"


def test_two_people_of_one_surname_are_told_apart_by_their_offices_in_the_story() -> None:
    names = archive_names(
        [
            *(_story("Treasury Secretary James Baker said.", "James Baker") for _ in range(3)),
            *(_story("Chief of Staff Howard Baker said.", "Howard Baker") for _ in range(3)),
            _story("Treasury Secretary Baker said.", "Baker"),
            _story("Baker said.", "Baker"),
        ]
    )
    assert _heading(names, "Baker", "Treasury Secretary Baker said.") == "James Baker"
    assert _heading(names, "Baker", "Baker said.") == "Baker"


def test_what_other_stories_name_as_a_company_is_no_person() -> None:
    named = [_story("Diebold Inc fell.", organizations=("Diebold Inc",)) for _ in range(4)]
    names = archive_names([*named, _story("It bought Diebold.", "Diebold")])
    assert _meant(names, "Diebold") == ArchiveName(
        kind=PERSON,
        form="Diebold",
        heading_kind=ORGANIZATION,
        heading="Diebold Inc",
        why="so named in 4 other stories",
    )


def test_a_name_that_never_does_what_people_do_is_nobodys() -> None:
    market = _story("Qtrly div six cts.", "Qtrly div")
    meant = _meant(archive_names([market]), "Qtrly div")
    assert meant is not None
    assert meant.heading == ""
    person = _story("Yamamoto told them. Seiji Yamamoto told them.", "Seiji Yamamoto")
    assert _meant(archive_names([person]), "Seiji Yamamoto") is None


def test_misspellings_and_what_sticks_to_a_name_lead_to_the_right_one() -> None:
    names = archive_names(
        [
            *(_story("President Richard Nixon spoke.", "Richard Nixon") for _ in range(3)),
            _story("Preesident Nixon spoke.", "Preesident Nixon"),
            *(_story("Clayton Yeutter spoke.", "Clayton Yeutter") for _ in range(3)),
            _story("Clayton Yeuter spoke.", "Clayton Yeuter"),
            _story("Volodymyr Zelenskiy spoke.", "Volodymyr Zelenskiy"),
            *(_story("Volodymyr Zelensky spoke.", "Volodymyr Zelensky") for _ in range(2)),
            *(_story("Fernand St. Germain spoke.", "Fernand St. Germain") for _ in range(2)),
            _story("Paul Volcker spoke.", "Paul Volcker"),
            _story("Fernand St. Germain, Volcker spoke.", "Fernand St. Germain, Volcker"),
        ]
    )
    assert _heading(names, "Preesident Nixon") == "Richard Nixon"
    assert _heading(names, "Clayton Yeuter") == "Clayton Yeutter"
    assert _heading(names, "Volodymyr Zelenskiy") == "Volodymyr Zelensky"
    assert _heading(names, "Fernand St. Germain, Volcker") == "Fernand St. Germain"


def test_a_name_with_initials_goes_to_the_only_fuller_one() -> None:
    names = archive_names(
        [
            *(_story("Martin Sosnoff spoke.", "Martin Sosnoff") for _ in range(2)),
            _story("Martin T. Sosnoff spoke.", "Martin T. Sosnoff"),
            _story("Larry Johnson spoke.", "Larry Johnson"),
            _story("Arnold L. Johnson spoke.", "Arnold L. Johnson"),
        ]
    )
    assert _heading(names, "Martin T. Sosnoff") == "Martin Sosnoff"
    assert _heading(names, "Larry Johnson") == "Larry Johnson"


def test_an_acronym_is_the_heading_if_most_stories_write_it_in_capitals() -> None:
    stories = [_story("OPEC met.", organizations=("OPEC",)) for _ in range(3)]
    names = archive_names([*stories, _story("Opec met.", organizations=("Opec",))])
    assert _heading(names, "Opec", kind=ORGANIZATION) == "OPEC"
    assert _heading(names, "OPEC", kind=ORGANIZATION) == "OPEC"


def test_legal_forms_and_introduced_short_forms_are_one_organization() -> None:
    introduced = "General Motors Corp (GM) fell."
    names = archive_names(
        [
            *(_story(introduced, organizations=("General Motors Corp",)) for _ in range(3)),
            _story("General Motors rose.", organizations=("General Motors",)),
            _story("GM rose.", organizations=("GM",)),
            *(
                _story("First Boston Corp fell.", organizations=("First Boston Corp",))
                for _ in "ab"
            ),
            _story("First Boston Inc fell.", organizations=("First Boston Inc",)),
        ]
    )
    for form in ("General Motors", "GM"):
        assert _heading(names, form, kind=ORGANIZATION) == "General Motors Corp"
    assert _heading(names, "First Boston Inc", kind=ORGANIZATION) == "First Boston Inc"


def test_a_clipped_word_is_the_organization_beside_it() -> None:
    both = ("Federal Reserve", "Fed")
    names = archive_names(
        [
            *(
                _story("The Federal Reserve spoke. The Fed left.", organizations=both)
                for _ in range(6)
            ),
            *(_story("The Fed left.", organizations=("Fed",)) for _ in range(6)),
            *(_story("Fine words.", organizations=("Fine", "Finest Foods")) for _ in "abc"),
        ]
    )
    assert _heading(names, "Fed", kind=ORGANIZATION) == "Federal Reserve"
    assert _heading(names, "Fine", kind=ORGANIZATION) == "Fine"


def test_a_name_that_a_person_set_is_not_decided_about() -> None:
    article = Article(title="T", body="Qtrly div.", slug="t", added=DAY, people=("Qtrly div",))
    names = archive_names([story_names(Path("a.md"), FrontMatter((), "Qtrly div."), article)])
    assert names.names == ()


def test_a_further_story_changes_only_what_it_bears_on() -> None:
    stories = [
        *(_story("Clayton Yeutter spoke.", "Clayton Yeutter") for _ in range(3)),
        _story("Yeutter spoke.", "Yeutter"),
        _story("Qtrly div six cts.", "Qtrly div"),
        _story("Diebold Inc fell.", organizations=("Diebold Inc", "Diebold")),
    ]
    before = archive_names(stories)
    assert archive_names(stories[::-1]).names == before.names
    after = archive_names([*stories, _story("Diebold Inc fell.", organizations=("Diebold Inc",))])
    assert after.changes(before) == frozenset()
    after = archive_names([*stories, _story("Mr. Qtrly div spoke.", "Qtrly div")])
    assert after.changes(before) == {(PERSON, "Qtrly div"), (PERSON, "")}
