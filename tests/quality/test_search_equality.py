"""The partitions in the browser's code answer as one whole lunr.js index does."""

from __future__ import annotations

import datetime
import functools
import gzip
import itertools
import json
import random
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from bench.tagged_stories import tagged_story
from tests.quality.engine_answers import compare
from tests.quality.naive_search import forms_of
from tests.quality.search_selections import SELECTIONS, selections

from cuttings.article.article import Article, Certainty
from cuttings.article.article_file import read_article
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.other_sites import OtherSite
from cuttings.search_index.field import FIELDS
from cuttings.search_index.index_builder import build_index, number_documents
from cuttings.search_index.terms.analysis import Analysis
from cuttings.search_index.terms.surface_form import make_term
from cuttings.search_index.terms.tokens import tokens

QUERIES = 2_000
REUTERS_STORIES = 1_000
LUNR_FIELDS = [field.name for field in FIELDS if field.name != "source"]
"""Fields that a query asks Lunr for; ``source:`` is a filter."""
_ANALYSIS = Analysis()
"""Makes the term of each word once."""

LEAST_ANSWERED = QUERIES // 2
"""Queries that must find something, or the comparison would say little."""


@pytest.fixture(scope="module")
def demo_stories(repository: Path) -> list[TaggedArticle]:
    paths = sorted((repository / "content" / "articles").rglob("*.md"))
    return [tagged_story(article) for article in map(read_article, paths)]


@pytest.fixture(scope="module")
def reuters_stories(shared_corpora: Path) -> list[TaggedArticle]:
    stories = _reuters(shared_corpora / "reuters-21578" / "articles.jsonl.gz")
    return list(itertools.islice(stories, REUTERS_STORIES))


def test_demo_archive(demo_stories: list[TaggedArticle], tmp_path: Path) -> None:
    assert len(demo_stories) >= 30
    _compare(demo_stories, demo_stories, tmp_path, seed=30)


def test_text_of_every_script(tmp_path: Path) -> None:
    build_index([], tmp_path / "search")
    texts = [[text, _terms(text)] for text in _texts_of_many_scripts(seed=5_000)]
    result = compare({"texts": texts}, tmp_path)
    assert result["differences"] == []
    assert result["texts"] == 5_000


def test_newswire(reuters_stories: list[TaggedArticle], tmp_path: Path) -> None:
    assert len(reuters_stories) == REUTERS_STORIES
    _compare(reuters_stories, (), tmp_path, seed=2_000)


def test_several_sites(demo_stories: list[TaggedArticle], tmp_path: Path) -> None:
    """The archive cut in three answers as one index of all stories does."""
    numbered = number_documents(demo_stories)
    third = len(numbered) // 3
    shares = {
        "new": numbered[:third],
        "old": numbered[2 * third :],
        "middle": numbered[third : 2 * third],
    }
    for name, stories in shares.items():
        others = [OtherSite(other, f"../{other}/") for other in shares if other != name]
        build_index(stories, tmp_path / name / "search", sites=others)
    # Previews are of each site alone, so no words are looked up in them.
    cases = {
        "documents": [_texts(story) for story in numbered],
        "queries": list(itertools.islice(_queries(demo_stories, seed=3), QUERIES // 10)),
        "selections": selections(numbered, seed=3),
    }
    result = compare(cases, tmp_path / "middle")
    assert result["differences"] == []
    assert result["answered"] >= LEAST_ANSWERED // 10


def test_every_word_of_the_newswire(shared_corpora: Path, tmp_path: Path) -> None:
    stories = list(_reuters(shared_corpora / "reuters-21578" / "articles.jsonl.gz"))
    build_index(stories[:10], tmp_path / "search")
    texts = [[story.text, _terms(story.text)] for story in stories]
    result = compare({"tokens": _tokens(stories), "texts": texts}, tmp_path)
    assert result["differences"] == []
    assert result["tokens"] > 50_000


def _compare(
    stories: Sequence[TaggedArticle],
    words: Iterable[TaggedArticle],
    folder: Path,
    *,
    seed: int,
) -> None:
    """Answer the same random queries from the partitions and from a whole index."""
    build_index(stories, folder / "search")
    numbered = number_documents(stories)
    cases = {
        "documents": [_texts(story) for story in numbered],
        "tokens": _tokens(words),
        "queries": list(_queries(stories, seed)),
        "words": _frequent_words(stories),
        "selections": selections(numbered, seed),
    }
    result = compare(cases, folder)
    assert result["differences"] == []
    assert result["queries"] == QUERIES
    assert result["selections"] == SELECTIONS
    assert result["answered"] >= LEAST_ANSWERED


def _texts(story: TaggedArticle) -> dict[str, str]:
    return {field.name: field.text(story) for field in FIELDS}


@functools.cache
def _has_term(word: str) -> bool:
    return bool(make_term(word))


def _terms(text: str) -> list[str]:
    """Return the terms of a text, then those of its compounds."""
    forms, compounds = forms_of(_ANALYSIS, text)
    return [form.term for form in (*forms, *(form for _, form in compounds)) if form.term]


def _texts_of_many_scripts(seed: int) -> Iterator[str]:
    """Yield 5,000 texts of letters, marks, digits and signs from many blocks of Unicode.

    Characters that Python's tables do not know yet are left out: a browser may know others.
    """
    chance = random.Random(seed)
    blocks = [
        range(0x20, 0x7F),
        range(0xC0, 0x250),
        range(0x300, 0x370),
        range(0x370, 0x530),
        range(0x590, 0x700),
        range(0x900, 0x980),
        range(0xE00, 0xF00),
        range(0x1000, 0x10A0),
        range(0x1780, 0x1800),
        range(0x1E00, 0x2070),
        range(0x3000, 0x3100),
        range(0x4E00, 0x4E80),
        range(0xAC00, 0xAC80),
        range(0xFF01, 0xFFA0),
        range(0x20000, 0x20040),
    ]
    for _ in range(5_000):
        chosen = [*chance.choices(blocks, k=2), range(0x20, 0x21)]
        letters = (chr(chance.choice(chance.choice(chosen))) for _ in range(chance.randint(1, 30)))
        yield "".join(letter for letter in letters if unicodedata.category(letter) != "Cn")


def _tokens(stories: Iterable[TaggedArticle]) -> list[tuple[str, bool, str]]:
    """Return every distinct word as it is written, with its term in either surrounding."""
    words: set[str] = set()
    for story in stories:
        for field in FIELDS:
            words.update(tokens(field.text(story)))
    return [
        (word, in_capitals, make_term(word, in_capitals=in_capitals))
        for word in sorted(words)
        for in_capitals in (False, True)
    ]


def _queries(stories: Sequence[TaggedArticle], seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    words = sorted(
        {
            word.lower()
            for story in stories
            for field in FIELDS
            for word in tokens(field.text(story))
            if _has_term(word.lower())
        }
    )
    for _ in range(QUERIES):
        story = chance.choice(stories)
        nearby = [word for word in tokens(story.text.lower()) if _has_term(word)] or words
        yield " ".join(
            _clause(chance, chance.choice(words if chance.random() < 0.3 else nearby))
            for _ in range(chance.randint(1, 3))
        )


def _clause(chance: random.Random, word: str) -> str:
    sign = chance.choices(("", "+", "-"), (6, 2, 2))[0]
    field = chance.choices(("", f"{chance.choice(LUNR_FIELDS)}:"), (4, 1))[0]
    boost = chance.choices(("", f"^{chance.randint(2, 9)}"), (9, 1))[0]
    return sign + field + _term(chance, word) + boost


def _term(chance: random.Random, word: str) -> str:
    if chance.random() < 0.7:
        return word
    return f"{_misspelt(chance, word)}~{chance.randint(1, 2)}"


def _frequent_words(stories: Sequence[TaggedArticle]) -> list[str]:
    """Return words that many stories have in their texts, every tenth of them."""
    holding: Counter[str] = Counter()
    for story in stories:
        holding.update({word.lower() for word in tokens(story.text)})
    frequent = sorted(word for word, count in holding.items() if count > 20 and make_term(word))
    return frequent[::10]


def _misspelt(chance: random.Random, word: str) -> str:
    place = chance.randrange(len(word))
    letter = chance.choice("aeinrst")
    changed = chance.choice(
        (
            word[:place] + letter + word[place:],
            word[:place] + word[place + 1 :],
            word[:place] + letter + word[place + 1 :],
            word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
        )
    )
    return changed if make_term(changed) and tokens(changed) == [changed] else word


def _reuters(corpus: Path) -> Iterator[TaggedArticle]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            day = datetime.datetime.strptime(record["date"].split()[0], "%d-%b-%Y").date()
            article = Article(
                title=record["title"],
                body="",
                slug=f"story-{record['id']}",
                added=day,
                date=day,
                dated=Certainty.EXACT,
                source="Reuters",
                people=tuple(record["people"]),
                countries=tuple(record["places"]),
            )
            yield replace(tagged_story(article), text=" ".join(record["body"].split()))
