"""How many of 10,000 queries of every kind find the stories that they should, in Lunr's order.

The queries are drawn by a seed from stories of the newswire; what they should find is decided by
reading every story.
"""

from __future__ import annotations

import itertools
import tempfile
from pathlib import Path

from bench.reuters_articles import newswire_corpus, reuters_articles
from bench.tagged_stories import tagged_story
from tests.quality.engine_answers import compare
from tests.quality.search_selections import selections

from cuttings.search_index.field import FIELDS
from cuttings.search_index.index_builder import build_index, number_documents

STORIES = 1_000
QUERIES = 10_000
SEED = 1987


def main() -> int:
    """Print one line; the exit status is 1 if a query finds other stories or scores."""
    articles = itertools.islice(reuters_articles(newswire_corpus()), STORIES)
    numbered = number_documents([tagged_story(article) for article in articles])
    with tempfile.TemporaryDirectory() as work:
        build_index(numbered, Path(work, "search"))
        documents = [{field.name: field.text(story) for field in FIELDS} for story in numbered]
        drawn = selections(numbered, SEED, QUERIES)
        result = compare({"documents": documents, "selections": drawn}, Path(work))
    found = sum(bool(met) for _, met in drawn)
    wrong = result["wrong"]
    print(f"\nqueries of every kind: {QUERIES:,} drawn, {found:,} find a story, {wrong:,} differ")
    for difference in result["differences"]:
        print(f"  {difference}")
    return int(wrong > 0)
