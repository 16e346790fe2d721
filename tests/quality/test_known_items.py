"""How high a story comes that is searched for by its headline in other words; floors only rise."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.known_items import known_items, mean_reciprocal_rank, our_ranks
from bench.reuters_articles import reuters_articles
from bench.tagged_stories import tagged_story

from cuttings.entities.tagged_article import TaggedArticle

MEAN_RECIPROCAL_RANK = 0.7
AMONG_TEN = 42


def test_stories_are_found_by_other_words(shared_corpora: Path, tmp_path: Path) -> None:
    corpus = shared_corpora / "reuters-21578" / "articles.jsonl.gz"
    stories = list(_stories(corpus))
    items = known_items(corpus, stories)
    assert len({item.slug for item in items}) == 50
    ranks = our_ranks(items, stories, tmp_path)
    assert mean_reciprocal_rank(ranks) >= MEAN_RECIPROCAL_RANK
    assert sum(rank is not None and rank <= 10 for rank in ranks) >= AMONG_TEN


def _stories(corpus: Path) -> Iterator[TaggedArticle]:
    """Yield the stories with their texts from the corpus, not from Markdown that was made of it."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for article, line in zip(reuters_articles(corpus), lines, strict=True):
            record = json.loads(line)
            text = " ".join(f"{record['dateline']} {record['body']}".split())
            yield replace(tagged_story(replace(article, body="")), text=text)
