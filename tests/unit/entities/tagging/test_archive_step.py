"""What the archive decides, in its articles' lines, in `explain` and after an edit."""

from __future__ import annotations

from pathlib import Path

from tests.unit.entities.tagging.tagged_files import sign_as_tagger, story_file

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import FiledArticle
from cuttings.entities.authorities.archive_table import ARCHIVE_TABLE
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.recognition.model import Model
from cuttings.entities.recognition.recognizer import Recognizer
from cuttings.entities.tagged_archive import tagged_archive
from cuttings.entities.tagging.archive_tagging import Scope, tag_archive
from cuttings.entities.tagging.explanation import explain
from cuttings.entities.tagging.explanation_text import explanation_record, explanation_text
from cuttings.entities.tagging.tagger import Tagger
from cuttings.errors import raise_error

FULL = "President Ronald Reagan met senators on Monday."
LONE = "President Reagan met senators on Tuesday. Reagan thanked them."


def _tag(folder: ContentFolder, scope: Scope = Scope.OUTDATED) -> list[str]:
    authorities = Authorities.read(folder.authorities)
    report = tag_archive(folder, authorities, model=Model.LIGHT, scope=scope)
    assert report.problems == ()
    return [path.stem for path in report.tagged]


def test_a_lone_surname_follows_the_other_stories_until_a_record_says_otherwise(
    tmp_path: Path,
) -> None:
    folder = ContentFolder(tmp_path)
    for number in range(3):
        story_file(tmp_path, f"full-{number}", FULL)
    lone = story_file(tmp_path, "lone", LONE)
    reviewed = story_file(tmp_path, "reviewed", LONE, "People: Reagan\nReviewed: yes\n")
    before = reviewed.read_bytes()
    _tag(folder, Scope.MISSING)
    assert read_article(lone).people == ("Ronald Reagan",)
    assert reviewed.read_bytes() == before
    table = (folder.authorities / ARCHIVE_TABLE).read_bytes()
    assert _tag(folder) == []
    assert (folder.authorities / ARCHIVE_TABLE).read_bytes() == table

    tagger = Tagger(Recognizer(Model.LIGHT))
    explanation = explain(lone, Authorities.read(folder.authorities), tagger)
    (tag,) = explanation.lines[EntityKind.PERSON].tags
    why = "so named in full and as president in 3 other stories within half a year"
    assert tag.reasons == (f"“Reagan” is taken for Ronald Reagan: {why}",)
    assert "taken for Ronald Reagan: so named in full" in explanation_text(explanation)
    assert f'{why}"' in str(explanation_record(explanation)).replace("'", '"')

    (folder.authorities / "people.csv").write_text("heading\nReagan\n", encoding="utf-8")
    assert _tag(folder) == ["lone"]
    assert read_article(lone).people == ("Reagan",)


def test_a_name_of_another_kind_moves_to_the_line_of_that_kind_and_back(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    for number in range(2):
        named = story_file(tmp_path, f"named-{number}", "Diebold Inc fell.")
        sign_as_tagger(named, organization=("Diebold Inc",))
    lone = story_file(tmp_path, "lone", "They praised Diebold.")
    sign_as_tagger(lone, person=("Diebold",))
    before = lone.read_bytes()
    assert _tag(folder) == ["lone"]
    article = read_article(lone)
    assert (article.people, article.organizations) == ((), ("Diebold Inc",))
    assert _tag(folder) == []

    authorities = Authorities.read(folder.authorities)
    filed = FiledArticle.read(lone)
    (story,) = tagged_archive([filed], authorities, raise_error).stories
    (tag,) = story.organizations
    assert tag.count == 1
    assert tag.reasons == ("“Diebold” is taken for Diebold Inc: so named in 2 other stories",)

    (folder.authorities / "people.csv").write_text("heading\nDiebold\n", encoding="utf-8")
    assert _tag(folder) == ["lone"]
    assert lone.read_bytes() == before


def test_a_line_that_a_person_set_keeps_its_names(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    for number in range(2):
        named = story_file(tmp_path, f"named-{number}", "Diebold Inc fell.")
        sign_as_tagger(named, organization=("Diebold Inc",))
    lone = story_file(tmp_path, "lone", "They praised Diebold.")
    sign_as_tagger(lone, person=("Diebold",))
    edited = lone.read_text(encoding="utf-8").replace("People: Diebold", "People: Ada Diebold")
    lone.write_text(edited, encoding="utf-8")
    assert _tag(folder) == []
    assert lone.read_text(encoding="utf-8") == edited


def test_a_person_whom_a_line_names_in_both_orders_is_one(tmp_path: Path) -> None:
    body = "A sonata by Ludwig van Beethoven was found."
    lines = "People: Beethoven, Ludwig van; Ludwig van Beethoven\n"
    path = story_file(tmp_path, "sonata", body, lines)
    authorities = Authorities.read(tmp_path / "authorities")
    (story,) = tagged_archive([FiledArticle.read(path)], authorities, raise_error).stories
    assert [tag.entity.heading for tag in story.people] == ["Ludwig van Beethoven"]
    (tmp_path / "authorities").mkdir()
    records = tmp_path / "authorities" / "people.csv"
    records.write_text('heading\n"Beethoven, Ludwig van"\n', encoding="utf-8")
    authorities = Authorities.read(tmp_path / "authorities")
    (story,) = tagged_archive([FiledArticle.read(path)], authorities, raise_error).stories
    headings = [tag.entity.heading for tag in story.people]
    assert headings == ["Beethoven, Ludwig van", "Ludwig van Beethoven"]
