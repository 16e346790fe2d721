from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import replace

from cuttings.browse.pages.name_list import NameList, name_lists
from cuttings.browse.parts.listed_name import PAGE_BYTES
from cuttings.entities.tagged_article import TaggedArticle

MakeStory = Callable[..., TaggedArticle]


def _pages(stories: Sequence[TaggedArticle], plural: str) -> dict[str, NameList]:
    return {page.path: page for page in name_lists(stories) if page.plural == plural}


def _headings(page: NameList) -> list[str]:
    return [name.heading for group in page.groups for name in group.entries]


def test_entries_are_sorted_as_a_reader_expects(story: MakeStory) -> None:
    names = ["Zola", "Ángel", "anna", "Angela", "Ørsted", "Юрий", "習近平", "50 Cent", "Ann Bell"]
    pages = _pages([story("s", "2024-01-01", [f"p:{name}" for name in names])], "people")
    assert list(pages) == ["people/index.html"]
    listed = pages["people/index.html"]
    assert (listed.count, listed.is_by_count, listed.by_count) == (9, False, "")
    letters = {g.letter: [entry.heading for entry in g.entries] for g in listed.groups}
    assert list(letters) == ["A", "B", "I", "O", "X", "Z", "#"]
    assert letters["A"] == ["Ángel", "Angela", "anna"]
    assert letters["B"] == ["Bell, Ann"]
    assert letters["#"] == ["50 Cent"]


def test_a_record_says_what_a_name_is_filed_under(story: MakeStory) -> None:
    told = story("s", None, ["p:Charles de Gaulle", "o:The Times"])
    tags = [
        replace(t, entity=replace(t.entity, filed_as="Gaulle, Charles de")) for t in told.people
    ]
    assert _headings(_pages([told], "people")["people/index.html"]) == ["de Gaulle, Charles"]
    ruled = replace(told, people=tuple(tags))
    assert _headings(_pages([ruled], "people")["people/index.html"]) == ["Gaulle, Charles de"]


def test_only_the_kind_asked_for_is_listed(story: MakeStory) -> None:
    archive = [story("s", "2024-01-01", ["p:Ada", "c:Italy"]), story("t", None, ["c:Italy"])]
    (entry,) = _pages(archive, "countries")["countries/index.html"].groups[0].entries
    assert (entry.heading, entry.count, entry.path) == ("Italy", 2, "countries/italy.html")
    assert _pages(archive, "organizations")["organizations/index.html"].letters == ()


def test_names_of_several_stories_have_an_order_of_their_own(story: MakeStory) -> None:
    archive = [
        story("a", None, ["p:Ada", "p:Zoe", "p:Bob"]),
        story("b", None, ["p:Zoe", "p:Bob"]),
        story("c", None, ["p:Zoe"]),
    ]
    pages = _pages(archive, "people")
    assert list(pages) == ["people/index.html", "people/index/most-mentioned.html"]
    first, by_count = pages.values()
    assert _headings(first) == ["Ada", "Bob", "Zoe"]
    assert _headings(by_count) == ["Zoe", "Bob"]
    assert first.by_count == by_count.by_count == by_count.path
    assert by_count.is_by_count
    assert by_count.letters[0].path == "people/index.html#letter-1"


def test_a_name_without_a_page_leads_to_its_story(story: MakeStory) -> None:
    told = story("s", None, ["p:Ada"])
    tags = [
        replace(t, entity=replace(t.entity, has_page=False, only_story=told.path))
        for t in told.people
    ]
    page = _pages([replace(told, people=tuple(tags))], "people")["people/index.html"]
    assert page.groups[0].entries[0].path == "articles/s.html"


def test_a_long_list_has_pages_for_each_letter_none_of_which_is_large(story: MakeStory) -> None:
    names = [f"o:{letter}{number:04} & Company" for letter in "ABZ" for number in range(900)]
    names += [f"o:Q{'&' * 300}{number}" for number in range(100)]
    archive = [story("one", None, names), story("two", None, names[:2000])]
    pages = _pages(archive, "organizations")
    first = pages["organizations/index.html"]
    assert (first.is_by_count, first.letter) == (True, "")
    assert [link.label for link in first.letters] == ["A", "B", "Q", "Z"]
    assert {link.path for link in (*first.letters, *first.parts)} <= set(pages)
    assert [link.label for link in pages["organizations/index/a.html"].parts] == [
        "A00–A04",
        "A04–A08",
    ]
    by_letter = [page for page in pages.values() if not page.is_by_count]
    assert len([name for page in by_letter for name in _headings(page)]) == len(names)
    for page in pages.values():
        written = [name for group in page.groups for name in group.entries]
        size = sum(len(html.escape(name.heading + name.path)) + 50 for name in written)
        assert size < PAGE_BYTES, page.path


def test_sources_are_listed_like_names(story: MakeStory) -> None:
    names = ["Zeit", "Économie", "El País", "20 Minutes"]
    archive = [story(f"s{n}", source=name) for n, name in enumerate(names)]
    page = _pages(archive, "sources")["sources/index.html"]
    listed = [(group.letter, [entry.heading for entry in group.entries]) for group in page.groups]
    assert listed == [("E", ["Économie", "El País"]), ("Z", ["Zeit"]), ("#", ["20 Minutes"])]
