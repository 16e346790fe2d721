from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from cuttings.entities.entity import Entity
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import analysed
from cuttings.search_index.best_documents import BestDocuments
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.packing import pack
from cuttings.search_index.preview import (
    MOST_DOCUMENTS,
    MOST_SIZE,
    PreviewFiles,
    pack_files,
    previewed_terms,
)
from cuttings.search_index.script_folder import script
from cuttings.search_index.stored_document import StoredDocuments, stored_document
from cuttings.search_index.terms.analysis import Analysis

MakeStory = Callable[..., TaggedArticle]


def _files(stories: list[TaggedArticle]) -> tuple[PreviewFiles, dict[str, int]]:
    analysis = Analysis()
    index = invert(analysed(stories), analysis)
    digests = [script(stored_document(story)) for story in stories]
    files = PreviewFiles(StoredDocuments(stories), digests, analysis)
    return files, {previewed.term: files.add(previewed) for previewed in previewed_terms(index)}


def _payloads(files: PreviewFiles) -> Any:
    return files.payloads


def _preview(files: PreviewFiles, term: str) -> Any:
    """Return the documents of a term and what is shown of them."""
    for _, _, _, _, previews, *values in _payloads(files):
        stories = iter(zip(*values, strict=True))
        for other, documents in previews:
            shown = list(islice(stories, len(documents)))
            if other == term:
                return documents, shown
    raise AssertionError(term)


def test_a_term_of_few_stories_has_no_preview(make_story: MakeStory) -> None:
    files, numbers = _files([make_story("Oil"), make_story("Oil again")])
    assert numbers == {}
    assert files.payloads == []


def test_a_preview_shows_the_passage_that_holds_the_term(make_story: MakeStory) -> None:
    text = "Grain " * 100 + "oil " + "grain " * 100
    stories = [make_story(f"Story {number}", text) for number in range(3)]
    files, numbers = _files(stories)
    assert numbers["oil"] == 0
    documents, shown = _preview(files, "oil")
    assert documents == pack([0, 1, 1])
    assert [story[0] for story in shown] == ["Story 2", "Story 1", "Story 0"]
    assert all("oil" in story[4] and len(story[4]) < 300 for story in shown)


def test_a_term_only_of_the_title_shows_the_beginning(make_story: MakeStory) -> None:
    text = "First words. " + "More words. " * 60
    files, _ = _files([make_story("Oil", text) for _ in range(3)])
    _, shown = _preview(files, "oil")
    assert all(story[4].startswith("First words.") for story in shown)


def test_the_best_stories_of_a_frequent_term_are_kept(make_story: MakeStory) -> None:
    stories = [make_story(f"Grain {number}", "oil " * (number + 1)) for number in range(40)]
    index = invert(analysed([*stories, *(make_story("Grain") for _ in range(100))]))
    best, holding = BestDocuments(index), index.postings.holding
    grain, oil = map(index.postings.terms.index, ("grain", "oil"))
    found = holding.documents[best.of(oil, MOST_DOCUMENTS)]
    assert found.tolist() == list(range(40 - MOST_DOCUMENTS, 40))
    assert holding.documents[best.of(grain, 3)].tolist() == [40, 41, 42]


def test_files_are_closed_by_size(make_story: MakeStory) -> None:
    names = [f"name{number}" for number in range(MOST_SIZE // 300)]
    files, numbers = _files([make_story(str(n), " ".join(names)) for n in range(3)])
    assert len(files.payloads) > 1
    assert max(numbers.values()) == len(files.payloads) - 1


def test_a_new_story_changes_only_the_files_of_its_own_terms(make_story: MakeStory) -> None:
    stories = [
        make_story(f"name{number} other{number}", f"word{number % 40} " * 20)
        for number in range(160)
    ]
    before, _ = _files(stories)
    after, _ = _files([make_story("New", "word7 word8"), *stories])
    files = _payloads(after)
    changed = [file for file in files if file not in before.payloads]
    assert len(changed) <= 2 < len(files)
    assert {"word7", "word8"} & {preview[0] for file in changed for preview in file[4]}


def test_numbers_of_files_are_steps() -> None:
    assert pack_files([None, 7, 7, None, 8]) == pack([0, 8, 1, 0, 2])


def test_a_file_holds_once_what_its_stories_share(make_story: MakeStory, blinken: Entity) -> None:
    rare = replace(blinken, heading="Émile Zola", slug="emile-zola", has_page=False)
    stories = [
        make_story("Oil ban", "oil", source="CNN", people=(blinken, rare), date=date(2024, 4, 26)),
        make_story("Oil", "oil", source="CNN", people=(blinken,)),
        make_story("Oil", "oil"),
    ]
    by_ann = replace(stories[2].article, author="Ann Lee")
    files, _ = _files([*stories[:2], replace(stories[2], article=by_ann)])
    sources, headings, slugs, codes, *_ = _payloads(files)[0]
    assert sources == ["CNN"]
    assert headings == ["Antony Blinken", "Émile Zola"]
    assert (slugs, codes) == (["", "emile-zola"], ["", 0])
    assert _preview(files, "oil") == (
        "011",
        [
            ("Oil", "3", "", "0000", "oil", ("Ann Lee", "")),
            ("Oil", "3", "", "11000", "oil", ()),
            ("Oil ban", "7", "2024-04-26", "120100", "oil", ()),
        ],
    )
