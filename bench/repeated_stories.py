"""A larger archive: the newswire repeated, each time with some of its words changed.

``python -m bench.repeated_stories ARCHIVE COUNT FOLDER`` writes so many stories of a tagged archive
into the content folder FOLDER, with its authority files, to be built like any other.

Every repetition replaces a tenth of a story's words by words of other stories, and one in a hundred
by a word that no story has, so that the vocabulary grows with the archive as it does in language.
"""

from __future__ import annotations

import dataclasses
import itertools
import random
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.reuters_articles import write_article
from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder

REPLACED = 0.1
INVENTED = 0.01
_WORD = re.compile(r"[A-Za-z]{4,}")
_SYLLABLES = ("ba", "cor", "den", "fi", "gul", "hra", "kem", "lo", "mir", "nov", "pel", "ras", "tu")


def repeated_stories(
    articles: Sequence[Article], count: int, seed: int = 1987, first: int = 0
) -> Iterator[Article]:
    """Yield ``count`` articles: all of ``articles``, then all again with other words, and so on.

    Args:
        articles: What is repeated.
        count: How many to yield.
        seed: Draws the other words.
        first: How many to leave out before the first.
    """
    chance = random.Random(seed + first)
    words = [word for article in articles for word in _WORD.findall(article.title)]
    endless = itertools.cycle(articles)
    for number, article in enumerate(itertools.islice(endless, first, first + count), first):
        repetition = number // len(articles)
        yield _changed(article, repetition, words, chance) if repetition else article


def _changed(
    article: Article, repetition: int, words: Sequence[str], chance: random.Random
) -> Article:
    def other(match: re.Match[str]) -> str:
        draw = chance.random()
        if draw < INVENTED:
            return "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4)))
        return chance.choice(words).lower() if draw < REPLACED + INVENTED else match[0]

    return dataclasses.replace(
        article,
        slug=f"{article.slug}-{repetition}",
        title=_WORD.sub(other, article.title),
        body=_WORD.sub(other, article.body),
    )


def main() -> None:
    """Write a larger archive."""
    archive, folder = ContentFolder(Path(sys.argv[1])), ContentFolder(Path(sys.argv[3]))
    articles = [read_article(path) for path in archive.article_paths()]
    for article in repeated_stories(articles, int(sys.argv[2])):
        write_article(article, folder)
    if archive.authorities.is_dir():
        shutil.copytree(archive.authorities, folder.authorities)


if __name__ == "__main__":
    main()
