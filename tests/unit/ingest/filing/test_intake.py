from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from tests.files.taken import Taken

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.identity import payload_digest
from cuttings.ingest.filing.intake import Intake
from cuttings.ingest.filing.outcome import Duplicate, Filed

pytestmark = pytest.mark.usefixtures("inbox")

TODAY = datetime.date(2026, 1, 2)
STORY = "Wall falls\n\nBERLIN, 9 November 1989 - The gates opened on Thursday evening.\n"


@pytest.fixture
def intake(folder: ContentFolder) -> Intake:
    return Intake(folder, TODAY)


def _lay(folder: ContentFolder, name: str, content: str) -> Path:
    path = folder.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_a_story_is_filed_with_its_original(folder: ContentFolder, intake: Intake) -> None:
    _lay(folder, "today/story.txt", STORY)
    report = Taken.of(intake.take_inbox())
    (filed,) = report.filed
    path = filed.article
    assert path == folder.articles / "1989" / "wall-falls.md"
    article = read_article(path)
    digest = payload_digest(STORY.encode())
    assert article.original == digest
    assert article.added == TODAY
    assert article.date == datetime.date(1989, 11, 9)
    assert (folder.originals / f"{digest}.txt").read_text(encoding="utf-8") == STORY
    assert list(folder.inbox.iterdir()) == []
    assert report.rejected == ()


def test_an_undated_story_is_filed_under_the_day_it_came_in(
    folder: ContentFolder, intake: Intake
) -> None:
    _lay(folder, "story.txt", "Wall falls\n\nThe gates opened on Thursday evening.\n")
    (filed,) = Taken.of(intake.take_inbox()).filed
    assert filed.article == folder.articles / "2026" / "wall-falls.md"
    assert read_article(filed.article).date is None


@pytest.mark.parametrize("stated", ["The gates opened on Thursday…", "Nobody had told the guards."])
def test_a_standfirst_is_filed_unless_it_repeats_the_lead(
    folder: ContentFolder, intake: Intake, stated: str
) -> None:
    lead = "The gates opened on Thursday evening."
    _lay(folder, "story.md", f"Title: Wall falls\nSummary: {stated}\n\n{lead}\n")
    (filed,) = Taken.of(intake.take_inbox()).filed
    assert read_article(filed.article).summary == ("" if "gates" in stated else stated)


def test_a_date_that_is_not_one_leaves_the_story_undated_and_is_reported(
    folder: ContentFolder, intake: Intake
) -> None:
    _lay(folder, "story.md", "Title: Wall falls\nDate: 2021-02-30\n\nThe gates opened.\n")
    (filed,) = Taken.of(intake.take_inbox()).filed
    assert read_article(filed.article).date is None
    assert filed.unread_date == "2021-02-30"


@pytest.mark.parametrize(("day", "is_believed"), [("2026-01-03", True), ("2026-01-04", False)])
def test_a_date_to_come_is_not_believed(
    folder: ContentFolder, intake: Intake, day: str, is_believed: bool
) -> None:
    _lay(folder, "story.md", f"Title: Wall falls\nDate: {day}\n\nThe gates opened.\n")
    (filed,) = Taken.of(intake.take_inbox()).filed
    date = read_article(filed.article).date
    assert (date is not None) == is_believed
    assert filed.unread_date == ("" if is_believed else day)


def test_the_same_payload_twice_is_one_article(folder: ContentFolder, intake: Intake) -> None:
    _lay(folder, "a.txt", STORY)
    _lay(folder, "b.txt", STORY)
    report = Taken.of(intake.take_inbox())
    assert (len(report.filed), len(report.duplicates)) == (1, 1)
    assert "already in the archive as" in str(report.duplicates[0])
    assert len(list(folder.article_paths())) == 1
    assert list(folder.inbox.iterdir()) == []
    _lay(folder, "c.txt", STORY)
    assert len(Taken.of(Intake(folder, TODAY).take_inbox()).duplicates) == 1


def test_two_stories_may_share_a_title(folder: ContentFolder, intake: Intake) -> None:
    _lay(folder, "a.txt", STORY)
    _lay(folder, "b.txt", "Wall falls\n\nIn Hadrian's time it stood. 3 May\n")
    report = Taken.of(intake.take_inbox())
    slugs = {filed.article.stem for filed in report.filed}
    assert len(slugs) == 2
    assert "wall-falls" in slugs


def test_what_cannot_be_read_stays_and_the_others_go_on(
    folder: ContentFolder, intake: Intake
) -> None:
    _lay(folder, "a.txt", "")
    _lay(folder, "b.xyz", "Wall falls")
    _lay(folder, "c.txt", STORY)
    report = Taken.of(intake.take_inbox())
    assert [Path(rejected.item.source).name for rejected in report.rejected] == ["a.txt", "b.xyz"]
    assert all("; " in str(rejected) for rejected in report.rejected)
    assert len(report.filed) == 1
    assert sorted(path.name for path in folder.inbox.iterdir()) == ["a.txt", "b.xyz"]


def test_a_file_added_from_elsewhere_stays_there(tmp_path: Path, intake: Intake) -> None:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    first, second = intake.take_files([path, path])
    assert isinstance(first, Filed)
    assert isinstance(second, Duplicate)
    assert path.exists()


def test_an_article_that_was_thrown_away_can_come_in_again(
    folder: ContentFolder, intake: Intake
) -> None:
    _lay(folder, "a.txt", STORY)
    (filed,) = Taken.of(intake.take_inbox()).filed
    filed.article.unlink()
    _lay(folder, "a.txt", STORY)
    assert len(Taken.of(Intake(folder, TODAY).take_inbox()).filed) == 1


def test_a_folder_that_cannot_be_written_loses_nothing(
    folder: ContentFolder, intake: Intake
) -> None:
    path = _lay(folder, "a.txt", STORY)
    folder.articles.write_text("in the way", encoding="utf-8")
    (rejected,) = Taken.of(intake.take_inbox()).rejected
    assert "cannot be filed" in str(rejected)
    assert path.exists()


def test_no_inbox_is_an_empty_one(tmp_path: Path) -> None:
    report = Taken.of(Intake(ContentFolder(tmp_path / "none"), TODAY).take_inbox())
    assert report == Taken((), (), (), (), ())
