from __future__ import annotations

from collections.abc import Callable

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.search_index.inverted_index import invert
from cuttings.search_index.token_column import analysed
from cuttings.search_index.word_list import pack_words, words_of


def test_a_term_is_shown_by_its_shortest_word_in_small_letters(
    make_story: Callable[..., TaggedArticle],
) -> None:
    stories = [
        make_story("Ministers' policies", "A Policy of the minister's, of ministers"),
        make_story("Biden's US policy", "U.S. minister"),
    ]
    index = invert(analysed(stories))
    terms = ["biden", "minist", "polici", "us"]
    words, counts = pack_words(words_of(map(index.postings, terms), index.spellings))
    assert words == "15 06er 05y 22 "
    assert counts == "1221"


def test_every_word_belongs_to_its_term(make_story: Callable[..., TaggedArticle]) -> None:
    index = invert(analysed([make_story("𝒜bc 𝒜bd Été étés")]))
    terms = [entry.term for entry in index.terms()]
    words, counts = pack_words(words_of(index.terms(), index.spellings))
    assert len(words.split(" ")) == len(terms) + 1
    assert len(counts) == len(terms)
