"""Queries that a reader might type, drawn from the stories by a seed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from cuttings.article.article import Article

_WORD = re.compile(r"[A-Za-z]{4,}")


def draw_queries(articles: Sequence[Article], count: int, seed: int = 20261124) -> list[str]:
    """Draw ``count`` queries of one to three words.

    A third are words that stand together in a headline, a third single words of
    a text, a third the name of a person tagged (or again a headline's words).
    """
    chance = random.Random(seed)
    queries: list[str] = []
    while len(queries) < count:
        article = chance.choice(articles)
        turn = len(queries) % 3
        if turn == 0 and article.people:
            queries.append(chance.choice(article.people))
            continue
        words = _WORD.findall(article.body if turn == 1 else article.title)
        if not words:
            continue
        length = 1 if turn == 1 else chance.randint(2, 3)
        start = chance.randrange(max(1, len(words) - length + 1))
        queries.append(" ".join(words[start : start + length]).lower())
    return queries
