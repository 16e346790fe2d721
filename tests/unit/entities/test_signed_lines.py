from __future__ import annotations

from cuttings.article.front_matter import FrontMatter
from cuttings.entities.signed_lines import with_signed_lines
from cuttings.entities.tagged_line import TAGGED, TaggedLine, fields_to_write, line_digest

GUARDED = r"Ann\; or Anna"


def test_lines_are_set_in_place_or_above_the_filing_and_signed() -> None:
    before = FrontMatter.parse(
        "Title: T\nOrganizations: OTU\nMood: sunny\nAdded: 2020-01-01\n\nText"
    )
    lines = {"People": ("Ann; or Anna",), "Organizations": ("NATO", "OTU")}
    front_matter = with_signed_lines(before, lines, "1", "model 1 abc")
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
    after = with_signed_lines(before, {"Organizations": ()}, "2", "model 2 def")
    read = TaggedLine.parse(after.get(TAGGED) or "")
    assert (read.version, read.model) == ("2", "model 2 def")
    assert read.digests == {"people": "12345678", "organizations": line_digest("")}
