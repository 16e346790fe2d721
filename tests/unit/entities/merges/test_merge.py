from __future__ import annotations

from pathlib import Path

import pytest

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.tagged_line import TaggedLine, is_by_person, line_digest
from cuttings.entities.merges.merge import apply_merges
from cuttings.entities.tagging.refreshed_lines import refresh_file

HEADER = "kind,keep,merge,why,stories,accept\n"
RECORDS = "heading,see-from,same-as,note,hide\n"
BODY = "Bob Marsh met Eva Falk. Eva Falk spoke. Rob Marsh of the OTU left. Rob Marsh wrote."


@pytest.fixture
def folder(folder: ContentFolder) -> ContentFolder:
    folder.authorities.mkdir(parents=True)
    (folder.authorities / "people.csv").write_text(f"{RECORDS}Ann,Anna,,,\n", "utf-8")
    return folder


def _article(
    folder: ContentFolder,
    people: str,
    name: str = "story",
    reviewed: str = "no",
    body: str = BODY,
) -> Path:
    path = folder.articles / "2020" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    tagged = TaggedLine("1", "model 1 abc", {"people": line_digest(people)}).render()
    head = f"Title: T\nPeople: {people}\nAdded: 2020-01-01\nTagged: {tagged}\nReviewed: {reviewed}"
    path.write_text(f"{head}\n\n{body}\n", "utf-8")
    return path


def _table(folder: ContentFolder, *rows: str) -> Path:
    path = folder.root.parent / "merges.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return path


def test_a_ticked_row_reaches_records_and_articles(folder: ContentFolder) -> None:
    article = _article(folder, "Eva Falk; Bob Marsh; Rob Marsh")
    table = _table(folder, "person,Rob Marsh,Bob Marsh,,,x", "person,Ann,Eva Falk,,,")
    report = apply_merges(folder, table)
    records = folder.authorities / "people.csv"
    assert report.changes == (
        f"{records}: Bob Marsh -> Rob Marsh",
        f"{article}: People: Bob Marsh -> Rob Marsh",
    )
    assert report.problems == ()
    assert records.read_text("utf-8") == f"{RECORDS}Ann,Anna,,,\nRob Marsh,Bob Marsh,,,\n"
    assert read_article(article).people == ("Rob Marsh", "Eva Falk")
    front_matter = FrontMatter.parse(article.read_text("utf-8"))
    assert not is_by_person(front_matter, EntityKind.PERSON)
    assert TaggedLine.parse(front_matter.get("Tagged") or "").model == "model 1 abc"


def test_a_country_of_both_lines_stays_in_the_line_of_what_the_story_is_about(
    folder: ContentFolder,
) -> None:
    path = _article(folder, "Eva Falk")
    digests = {"countries": line_digest("Peru"), "countries_mentioned": line_digest("Incaland")}
    tagged = TaggedLine("1", "model 1 abc", digests).render()
    head = f"Title: T\nCountries: Peru\nCountries_mentioned: Incaland\nTagged: {tagged}\n"
    path.write_text(f"{head}Added: 2020-01-01\n\nPeru, Incaland.\n", "utf-8")
    apply_merges(folder, _table(folder, "country,Peru,Incaland,,,x"))
    article = read_article(path)
    assert (article.countries, article.countries_mentioned) == (("Peru",), ())
    assert not is_by_person(FrontMatter.parse(path.read_text("utf-8")), EntityKind.COUNTRY)


def test_a_story_with_the_kept_heading_alone_counts_the_new_form(folder: ContentFolder) -> None:
    _article(folder, "Bob Marsh", "elsewhere")
    body = "Eva Falk met Rob Marsh. Eva Falk spoke; Bob Marsh, Bob Marsh and Rob Marsh left."
    article = _article(folder, "Eva Falk; Rob Marsh", body=body)
    report = apply_merges(folder, _table(folder, "person,Rob Marsh,Bob Marsh,,,x"))
    assert report.changes[-1] == f"{article}: People: now Rob Marsh; Eva Falk"
    front_matter = FrontMatter.parse(article.read_text("utf-8"))
    assert front_matter.get("People") == "Rob Marsh; Eva Falk"
    assert not is_by_person(front_matter, EntityKind.PERSON)


def test_lines_that_nobody_has_written_yet_are_left_to_the_tagger(folder: ContentFolder) -> None:
    article = _article(folder, "Bob Marsh")
    apply_merges(folder, _table(folder, "person,Rob Marsh,Bob Marsh,,,x"))
    assert read_article(article).countries is read_article(article).organizations is None


def test_a_second_time_nothing_changes(folder: ContentFolder) -> None:
    article = _article(folder, "Bob Marsh; Rob Marsh")
    table = _table(folder, "person,Rob Marsh,Bob Marsh,,,x", "person,Robert Marsh,Rob Marsh,,,x")
    assert len(apply_merges(folder, table).changes) == 3
    assert read_article(article).people == ("Robert Marsh",)
    before = {path: path.read_bytes() for path in folder.root.rglob("*.*")}
    report = apply_merges(folder, table)
    assert (report.changes, report.problems) == ((), ())
    assert {path: path.read_bytes() for path in folder.root.rglob("*.*")} == before


def test_lines_of_a_person_and_reviewed_articles_stay(folder: ContentFolder) -> None:
    edited = _article(folder, "Bob Marsh; Eva Falk", "edited")
    edited.write_text(
        edited.read_text("utf-8").replace("People: Bob Marsh; ", "People: Bob Marsh; Me; "), "utf-8"
    )
    reviewed = _article(folder, "Bob Marsh", "reviewed", reviewed="yes")
    before = [path.read_bytes() for path in (edited, reviewed)]
    report = apply_merges(folder, _table(folder, "person,Rob Marsh,Bob Marsh,,,x"))
    assert len(report.changes) == 1
    assert [path.read_bytes() for path in (edited, reviewed)] == before


def test_a_run_that_was_stopped_is_finished_by_the_next(folder: ContentFolder) -> None:
    table = _table(folder, "person,Rob Marsh,Bob Marsh,,,x")
    apply_merges(folder, table)
    article = _article(folder, "Bob Marsh")
    assert apply_merges(folder, table).changes == (f"{article}: People: Bob Marsh -> Rob Marsh",)


def test_a_form_that_leads_to_a_heading_is_followed(folder: ContentFolder) -> None:
    apply_merges(folder, _table(folder, "person,Anna,Annie,,,x"))
    preferred = Authorities.read(folder.authorities).preferred(EntityKind.PERSON, "Annie")
    assert preferred == "Ann"


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        (["person,Bob,Ann,,,x"], "line 2", "'Ann' has a record of its own in people.csv"),
        (["person,Bob,Anna,,,x"], "line 2", "'Anna' already leads to 'Ann'"),
        (["person,Anna,Ann,,,x"], "line 2", "'Anna' already leads to 'Ann'"),
        (["person,A,B,,,x", "person,B,A,,,x"], "line 3", "'B' already leads to 'A'"),
        (["person,A,B,,,x", "person,C,B,,,x"], "line 3", "'B' already leads to 'A'"),
        (["thing,A,B,,,x"], "line 2", "'thing' is not a kind"),
    ],
)
def test_a_row_that_cannot_be_used_is_reported_and_the_others_are(
    folder: ContentFolder, rows: list[str], line: str, reason: str
) -> None:
    table = _table(folder, *rows, "person,Rob Marsh,Bob Marsh,,,x")
    report = apply_merges(folder, table)
    (problem,) = report.problems
    assert (problem.path, problem.place) == (table, line)
    assert reason in problem.reason
    assert any("Bob Marsh -> Rob Marsh" in change for change in report.changes)


def test_names_that_a_record_calls_different_are_not_merged(folder: ContentFolder) -> None:
    records = "heading,see-from,different-from\nJo Smith,,Joe Smith\n"
    (folder.authorities / "people.csv").write_text(records)
    report = apply_merges(folder, _table(folder, "person,Jo Smith,Joe Smith,,,x"))
    (problem,) = report.problems
    assert "people.csv says that 'Joe Smith' is different from 'Jo Smith'" in problem.reason
    assert report.changes == ()


def test_a_table_that_cannot_be_changed_is_reported(folder: ContentFolder) -> None:
    table = _table(folder, "person,Rob Marsh,Bob Marsh,,,x", "organization,A,B,,,x")
    (folder.authorities / "people.csv").unlink(missing_ok=True)
    (folder.authorities / "people.csv").mkdir()
    report = apply_merges(folder, table)
    assert {problem.path for problem in report.problems} == {folder.authorities / "people.csv"}
    assert "it cannot be changed" in str(report.problems[-1])
    assert [change.partition(": ")[2] for change in report.changes] == ["B -> A"]


@pytest.mark.parametrize(
    "row", ["person,Jo Smith,Jon Smith,,,x", "person,Jo Lee,Jo Smith,,,x", "person,Jo (b),Jon,,,x"]
)
def test_a_name_that_records_tell_apart_is_not_merged(folder: ContentFolder, row: str) -> None:
    (folder.authorities / "people.csv").write_text("heading,see-from,when\nJo (b),Jo Smith,bank\n")
    report = apply_merges(folder, _table(folder, row))
    (problem,) = report.problems
    assert "from namesakes in column when" in problem.reason
    assert report.changes == ()


def test_an_unreadable_article_is_reported_and_the_others_are_rewritten(
    folder: ContentFolder,
) -> None:
    bad = _article(folder, "Bob Marsh", "bad")
    bad.write_bytes(b"Title: \xff\n")
    good = _article(folder, "Bob Marsh", "good")
    report = apply_merges(folder, _table(folder, "person,Rob Marsh,Bob Marsh,,,x"))
    assert [problem.path for problem in report.problems] == [bad]
    assert read_article(good).people == ("Rob Marsh",)


def test_taking_the_form_out_of_the_records_again_undoes_the_merge(folder: ContentFolder) -> None:
    article = _article(folder, "Rob Marsh; Eva Falk; Bob Marsh")
    refresh_file(article, Authorities.read(folder.authorities))
    before = article.read_bytes()
    apply_merges(folder, _table(folder, "person,Rob Marsh,Bob Marsh,,,x"))
    assert read_article(article).people == ("Rob Marsh", "Eva Falk")
    (folder.authorities / "people.csv").write_text(f"{RECORDS}Ann,Anna,,,\n", "utf-8")
    assert refresh_file(article, Authorities.read(folder.authorities))
    assert article.read_bytes() == before
