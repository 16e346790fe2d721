from __future__ import annotations

from collections.abc import Callable

from cuttings.browse.pages.source_page import source_pages
from cuttings.browse.parts.source_count import count_sources, source_path
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def test_forms_with_one_slug_are_one_source(story: MakeStory) -> None:
    archive = [
        story("a", "2024-01-03", source="the guardian"),
        story("b", "2024-01-02", source="The Guardian"),
        story("c", None, source="The Guardian", added="2025-01-01"),
        story("d", "2024-01-01"),
    ]
    (source,) = source_pages(archive)
    page = source.make()
    assert page.path == source.path
    assert (page.path, page.name, page.count) == ("sources/the-guardian.html", "The Guardian", 3)
    assert [group.label for group in page.years] == ["2024", "Undated"]


def test_paths_of_unusual_names() -> None:
    assert source_path("") == ""
    assert source_path("Süddeutsche Zeitung") == "sources/suddeutsche-zeitung.html"
    assert source_path("Index") != "sources/index.html"
    assert source_path("🗞") == source_path("🗞")
    assert source_path("🗞") != source_path("📰")
    assert source_path("../../etc") == "sources/etc.html"


def test_counts_are_in_the_order_of_paths(story: MakeStory) -> None:
    counts = count_sources([story("a", source="B"), story("b", source="A"), story("c", source="B")])
    assert [(entry.name, entry.count) for entry in counts] == [("A", 1), ("B", 2)]
