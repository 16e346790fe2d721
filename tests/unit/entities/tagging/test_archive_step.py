"""What the archive decides, in its articles' lines, in `explain` and after an edit."""

from __future__ import annotations

from pathlib import Path

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.article.filed_article import FiledArticle
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.authorities.archive_table import ARCHIVE_TABLE
from cuttings.entities.authorities.authority import Authorities
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.entity_lines import ENTITY_LINES
from cuttings.entities.lines.signed_lines import with_signed_lines
from cuttings.entities.lines.tagged_line import TAGGER_VERSION, TaggedLine, text_digest
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


def _file(folder: Path, name: str, body: str, lines: str = "") -> Path:
    path = folder / "articles" / "1987" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = f"Title: A meeting\nDate: 1987-03-02\n{lines}Added: 1987-03-02\n"
    path.write_text(f"{head}\n{body}\n", encoding="utf-8")
    return path


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
        _file(tmp_path, f"full-{number}", FULL)
    lone = _file(tmp_path, "lone", LONE)
    reviewed = _file(tmp_path, "reviewed", LONE, "People: Reagan\nReviewed: yes\n")
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


def _by_tagger(path: Path, **found: tuple[str, ...]) -> None:
    """Give an article lines as the tagger writes them, whatever a model finds."""
    by_kind = {EntityKind(kind): names for kind, names in found.items()}
    lines = {
        key: by_kind.get(kind, ()) if key == keys[0] else ()
        for kind, keys in ENTITY_LINES.items()
        for key in keys
    }
    front_matter = FrontMatter.parse(path.read_text(encoding="utf-8"))
    model = Model.LIGHT.pinned.provenance
    signature = TaggedLine(TAGGER_VERSION, model, {}, text_digest(front_matter), by_kind)
    signed = with_signed_lines(front_matter, lines, signature)
    path.write_text(signed.render(), encoding="utf-8")


def test_a_name_of_another_kind_moves_to_the_line_of_that_kind_and_back(tmp_path: Path) -> None:
    folder = ContentFolder(tmp_path)
    for number in range(2):
        named = _file(tmp_path, f"named-{number}", "Diebold Inc fell.")
        _by_tagger(named, organization=("Diebold Inc",))
    lone = _file(tmp_path, "lone", "They praised Diebold.")
    _by_tagger(lone, person=("Diebold",))
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
        named = _file(tmp_path, f"named-{number}", "Diebold Inc fell.")
        _by_tagger(named, organization=("Diebold Inc",))
    lone = _file(tmp_path, "lone", "They praised Diebold.")
    _by_tagger(lone, person=("Diebold",))
    edited = lone.read_text(encoding="utf-8").replace("People: Diebold", "People: Ada Diebold")
    lone.write_text(edited, encoding="utf-8")
    assert _tag(folder) == []
    assert lone.read_text(encoding="utf-8") == edited
