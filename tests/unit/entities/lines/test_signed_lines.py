from __future__ import annotations

from pathlib import Path

from cuttings.article.article_file import parse_article
from cuttings.article.front_matter import FrontMatter
from cuttings.entities.entity import EntityKind
from cuttings.entities.lines.signed_lines import found_lines, with_signed_lines
from cuttings.entities.lines.tagged_line import TAGGED, TaggedLine, fields_to_write, line_digest

GUARDED = r"Ann\; or Anna"
FOUND = {EntityKind.PERSON: ("Ann; or Anna",), EntityKind.ORGANIZATION: ("OTU", "NATO")}


def test_lines_are_set_in_place_or_above_the_filing_and_signed() -> None:
    before = FrontMatter.parse(
        "Title: T\nOrganizations: OTU\nMood: sunny\nAdded: 2020-01-01\n\nText"
    )
    lines = {"People": ("Ann; or Anna",), "Organizations": ("NATO", "OTU")}
    front_matter = with_signed_lines(before, lines, TaggedLine("1", "model 1 abc", {}, "", FOUND))
    assert front_matter.fields == (
        ("Title", "T"),
        ("Organizations", "NATO; OTU"),
        ("Mood", "sunny"),
        ("People", GUARDED),
        (
            TAGGED,
            f"1; model 1 abc; people {line_digest(GUARDED)}; "
            f"organizations {line_digest('NATO; OTU')}",
        ),
        ("Added", "2020-01-01"),
    )
    assert front_matter.body == "Text"
    assert "People" in fields_to_write(front_matter, again=True)


def test_digests_of_other_lines_stay() -> None:
    tagged = TaggedLine("1", "model 1 abc", {"people": "12345678"}).render()
    before = FrontMatter.parse(f"Title: T\nTagged: {tagged}\n\nText")
    after = with_signed_lines(before, {"Organizations": ()}, TaggedLine("2", "model 2 def", {}))
    read = TaggedLine.parse(after.get(TAGGED) or "")
    assert (read.version, read.model) == ("2", "model 2 def")
    assert read.digests == {"people": "12345678", "organizations": line_digest("")}


def test_what_was_found_is_kept_where_the_lines_have_something_else() -> None:
    before = FrontMatter.parse("Title: T\n\nText")
    found = {EntityKind.PERSON: ("Rob; Bob", "Ann"), EntityKind.ORGANIZATION: ("OTU",)}
    signature = TaggedLine("1", "model 1 abc", {}, "abc", found)
    after = with_signed_lines(before, {"People": ("Ann",), "Organizations": ("OTU",)}, signature)
    read = TaggedLine.parse(after.get(TAGGED) or "")
    assert read.found == {EntityKind.PERSON: ("Ann", "Rob; Bob")}
    assert read.text == "abc"
    article = parse_article(f"Added: 2020-01-01\n{after.render()}", Path("a.md"))
    assert found_lines(after, article) == {"People": ("Ann", "Rob; Bob"), "Organizations": ("OTU",)}
    edited = after.with_fields([("People", "Somebody")])
    assert found_lines(edited, article) == {"Organizations": ("OTU",)}
