"""Prints the tables of accuracy: ``python -m tests.quality``."""

from __future__ import annotations

import sys

from tests.quality import (
    article_pages,
    capital_stories,
    entity_measures,
    gold_set,
    judged_names,
    made_headlines,
    page_kinds,
    saved_pages,
    search_grammar,
    story_versions,
    version_judgements,
)

if __name__ == "__main__":
    sys.exit(
        max(
            gold_set.main(),
            made_headlines.main(),
            saved_pages.main(),
            article_pages.main(),
            page_kinds.main(),
            story_versions.main(),
            version_judgements.main(),
            entity_measures.main(),
            capital_stories.main(),
            search_grammar.main(),
            judged_names.main(),
        )
    )
