from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.analysed_documents import analysed
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.words.surface_words import surface_words
from cuttings.search_index.words.word_list import pack_words, words_of


def test_a_term_is_shown_by_its_shortest_word_in_small_letters(
    make_story: Callable[..., TaggedArticle],
) -> None:
    stories = [
        make_story("Ministers' policies", "A Policy of the minister's, of ministers"),
        make_story("Biden's US policy", "U.S. minister"),
    ]
    index = invert(analysed(stories))
    assert index.postings.terms == ["biden", "minist", "polici", "us"]
    surface = surface_words(index.postings, index.forms)
    words, counts = pack_words(words_of(index.postings, index.spellings, surface))
    assert words == "15 06er/6ers 05y/6es 22 "
    assert counts == "1221"


def test_every_word_belongs_to_its_term(make_story: Callable[..., TaggedArticle]) -> None:
    index = invert(analysed([make_story("𝒜bc 𝒜bd Été étés")]))
    terms = index.postings.terms
    surface = surface_words(index.postings, index.forms)
    words, counts = pack_words(words_of(index.postings, index.spellings, surface))
    assert len(words.split(" ")) == len(terms) + 1
    assert len(counts) == len(terms)
