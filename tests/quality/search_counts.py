"""Counts of queries from the Markdown files beside the engine's.

``python -m tests.quality.search_counts [FOLDER] [--drawn NUMBER]`` reads a folder of articles,
builds its index and prints, for queries that librarians asked and for queries drawn by a seed, how
many stories meet them when every story is read, and how many the engine finds.
"""

from __future__ import annotations

import argparse
import datetime
import sys
import tempfile
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from bench.tagged_stories import tagged_story
from tests.quality.engine_answers import REPOSITORY, compare
from tests.quality.naive_search import FIELD_NAMES, NaiveStory, WantedWord, near
from tests.quality.search_selections import selections

from cuttings.article.article_file import read_article
from cuttings.entities.tagged_article import Role
from cuttings.search_index.index_builder import build_index, number_documents
from cuttings.search_index.terms.surface_form import make_term

SEED = 15
Test = Callable[[NaiveStory], bool]

WORDS = ("nationality", "Rogers", "Williams", "news", "marketing", "customs", "organ")
"""Words that are asked for plain and quoted."""

PATTERNS = "president* minister* government* France* nationali* *ident presid*nt elec*ion".split()
COMPOUNDS = [
    *("antivirus", "anti-virus", "cooperation", "co-operation", "covid19", "covid-19"),
    *("f16", "F-16", "wellbeing", "well-being"),
]
DATES = {
    "19 March 1987": (datetime.date(1987, 3, 19), datetime.date(1987, 3, 20)),
    "March 1987": (datetime.date(1987, 3, 1), datetime.date(1987, 4, 1)),
    "last week of March 1987": (datetime.date(1987, 3, 25), datetime.date(1987, 4, 1)),
    "before:1987": (datetime.date.min, datetime.date(1987, 1, 1)),
}


def main() -> int:
    """Print the table; the exit status is 1 if a count differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    content = REPOSITORY / "content" / "articles"
    parser.add_argument("folder", type=Path, nargs="?", default=content)
    parser.add_argument("--drawn", type=int, default=100)
    options = parser.parse_args()
    paths = sorted(options.folder.rglob("*.md"))
    numbered = number_documents([tagged_story(read_article(path)) for path in paths])
    stories = [NaiveStory(story) for story in numbered]
    asked = [
        (query, [number for number, story in enumerate(stories) if test(story)])
        for query, test in _asked()
    ]
    with tempfile.TemporaryDirectory() as work:
        build_index(numbered, Path(work, "search"))
        cases = [*asked, *selections(numbered, SEED, options.drawn)]
        result = compare({"selections": cases}, Path(work))
    print(f"{len(numbered):,} stories\n{'files':>7}{'engine':>8}  query")
    for (query, documents), found in zip(cases, result["found"], strict=True):
        mark = "" if len(documents) == found else "  differs"
        print(f"{len(documents):7,}{found:8,}  {query}{mark}")
    print(f"{len(result['differences'])} queries differ in a story or score")
    return int(bool(result["differences"]))


def _asked() -> Iterator[tuple[str, Test]]:
    """Yield the librarians' queries, each with what meets it."""
    yield '"AIDS"', _has(WantedWord(frozenset({"aids"}), in_capitals=True))
    for word in WORDS:
        yield word, _term(word)
        yield f'"{word}"', _has(WantedWord(frozenset({word.lower()})))
    for pattern in PATTERNS:
        yield pattern, _pattern(pattern)
    for written in COMPOUNDS:
        yield written, _compound(written)
    yield "title:(cocoa OR coffee)", _any(_term("cocoa", "title"), _term("coffee", "title"))
    oil, gas, opec = _term("oil"), _term("gas"), _term("opec")
    yield "-(oil OR gas) opec", lambda story: opec(story) and not (oil(story) or gas(story))
    nations = _pattern("nations*", "title")
    yield "opec -title:nations*", lambda story: opec(story) and not nations(story)
    volcker, japan, brazil = _term("volcker"), _about("Japan"), _about("Brazil")
    yield (
        "(about:japan OR about:brazil) volcker",
        lambda story: volcker(story) and (japan(story) or brazil(story)),
    )
    people = [_named("person", name) for name in ("Paul Volcker", "James Baker")]
    yield (
        '(person:"Paul Volcker" OR person:"James Baker") about:brazil',
        lambda story: brazil(story) and any(person(story) for person in people),
    )
    yield '"bank of japan" NEAR intervention', _bank_near_intervention
    for query, (first, end) in DATES.items():
        yield query, _between(first, end)
    yield "date:none", lambda story: story.day is None


def _has(wanted: WantedWord, *fields: str) -> Test:
    return lambda story: story.has(wanted, fields or FIELD_NAMES)


def _term(word: str, *fields: str) -> Test:
    return _has(WantedWord(terms=frozenset({make_term(word)})), *fields)


def _pattern(pattern: str, *fields: str) -> Test:
    return lambda story: any(
        form.word and fnmatchcase(form.word, pattern.lower())
        for name in fields or FIELD_NAMES
        for form in story.words[name]
    )


def _compound(written: str) -> Test:
    """Return the test of a compound: as one word, or its words side by side."""
    parts = written.split("-")
    joined = _term("".join(parts))
    wanted = [WantedWord(terms=frozenset({make_term(part)})) for part in parts]
    if len(parts) == 1:
        return joined
    return lambda story: joined(story) or any(story.spans(wanted, f) for f in ("title", "text"))


def _any(*tests: Test) -> Test:
    return lambda story: any(test(story) for test in tests)


def _about(country: str) -> Test:
    return lambda story: any(
        tag.entity.heading == country and tag.role is Role.ABOUT for tag in story.story.countries
    )


def _named(kind: str, name: str) -> Test:
    return lambda story: story.has_name(kind, name)


def _bank_near_intervention(story: NaiveStory) -> bool:
    bank, japan = (WantedWord(frozenset({word})) for word in ("bank", "japan"))
    intervention = [WantedWord(terms=frozenset({make_term("intervention")}))]
    phrase = [bank, WantedWord(is_any=True), japan]
    return any(
        near(story.spans(phrase, field), story.spans(intervention, field), 10)
        for field in ("title", "text")
    )


def _between(first: datetime.date, end: datetime.date) -> Test:
    return lambda story: story.day is not None and first <= story.day < end


if __name__ == "__main__":
    sys.exit(main())
