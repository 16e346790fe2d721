"""How high a story comes that is searched for by its headline in other words; floors only rise."""

from __future__ import annotations

from pathlib import Path

from bench.known_items import known_items, mean_reciprocal_rank, our_ranks
from bench.reuters_articles import reuters_articles
from bench.tagged_stories import tagged_story

MEAN_RECIPROCAL_RANK = 0.7
AMONG_TEN = 42


def test_stories_are_found_by_other_words(shared_corpora: Path, tmp_path: Path) -> None:
    corpus = shared_corpora / "reuters-21578" / "articles.jsonl.gz"
    stories = [tagged_story(article) for article in reuters_articles(corpus)]
    items = known_items(corpus, stories)
    assert len({item.slug for item in items}) == 50
    ranks = our_ranks(items, stories, tmp_path)
    assert mean_reciprocal_rank(ranks) >= MEAN_RECIPROCAL_RANK
    assert sum(rank is not None and rank <= 10 for rank in ranks) >= AMONG_TEN
