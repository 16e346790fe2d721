from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import analysed
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.words.rarer_words import pack_rarer_words
from cuttings.search_index.words.surface_words import (
    SurfaceWord,
    pack_surface_words,
    surface_words,
)

MakeStory = Callable[..., TaggedArticle]


def _words(*stories: TaggedArticle) -> dict[str, SurfaceWord]:
    index = invert(analysed(stories))
    found = surface_words(index.postings, index.forms)
    return {word.word: word for words in found for word in words}


def test_a_word_tells_which_occurrences_of_its_term_it_is(make_story: MakeStory) -> None:
    words = _words(make_story("New", "News is new. News!"), make_story("Old", "No news"))
    assert words["new"] == SurfaceWord("new", "new", 1, 0, "01112")
    assert words["news"] == SurfaceWord("news", "new", 2, 0, "1112")
    assert words["old"].runs == ""


def test_capitals_are_kept_apart_where_a_word_is_written_both_ways(make_story: MakeStory) -> None:
    words = _words(make_story("AIDS NEWS", "She aids those with AIDS."), make_story("", "OPEC"))
    assert (words["aids"].documents, words["aids"].in_capitals) == (1, 1)
    assert words["aids"].capital_runs == "0111"
    assert words["opec"].in_capitals == 0


def test_a_compound_is_found_as_one_word_and_is_not_written_as_one(make_story: MakeStory) -> None:
    story = make_story("", "An anti-virus program, the year-end's up-to-date anti-virus.")
    index = invert(analysed([story]))
    assert {"anti", "viru", "antiviru", "yearend"} <= set(index.postings.terms)
    assert not {"uptod", "todat"} & set(index.postings.terms)
    assert "antivirus" not in _words(story)
    assert index.spellings["antiviru"] == "anti-virus"


def test_words_are_in_the_file_of_their_place_among_the_terms() -> None:
    words = [
        SurfaceWord("nation", "nation", 1, 0, "011"),
        SurfaceWord("nationality", "nation", 1, 1, "11", "2"),
    ]
    files = list(pack_surface_words(words, ["bank", "nationa"]))
    assert files == [["0nation ", "011 "], ["0nationality ", "11&2 "]]


def test_rarer_words_are_those_of_few_of_many_stories() -> None:
    news = SurfaceWord("news", "new", 3, 0, "")
    policies = SurfaceWord("policies", "polici", 4, 2, "")
    terms = [
        (9, (news,)),
        (10, (news, SurfaceWord("new", "new", 8, 0, ""))),
        (10, ()),
        (10, (policies,)),
    ]
    assert pack_rarer_words(terms) == "10s 3020es 42"
