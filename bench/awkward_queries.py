"""How long the queries that break other searches take: ``python -m bench.awkward_queries``.

Builds the newswire archive's index, asks each query in Chromium after a first search, and prints
its milliseconds with what the page answers: a count of stories or a sentence that says why there
are none. The exit status is 1 if one took longer than a second or wrote an error to the console.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import ConsoleMessage, Page

from bench.browser import chromium
from bench.reuters_articles import newswire_corpus, reuters_articles
from bench.search_sites import build_ours
from bench.search_visit import ask, watch
from bench.static_server import serve
from bench.tagged_stories import tagged_story

QUERIES = (
    *(
        "php:",
        "a^",
        "~",
        "+",
        "*",
        "*a*b*c*",
        "a*",
        "*s",
        "bank~2",
        "C++",
        "AT&T",
        "O'Neill",
        "U.S.",
    ),
    *("2,500", "2500", "60068", "The Who", "to be or not to be", "IT", "constructor", "__proto__"),
    *('"bank of japan"', '"the dollar" -yen', "title:", "after:soon", "after:1987-03 oil OR gold"),
    *("country:japan -country:brazil trade", "wheat " * 1_700, "x" * 10_000, "会議 🛢️ النفط"),
)
"""Operators without operands, wildcards over everything, names with signs, prototypes, floods."""

MOST_MILLISECONDS = 1_000
"""Longest time to an answer."""

SHOWN_CHARACTERS = 40
"""Characters of a query and of an answer in a line of the table."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the page said, and how long after the question, in milliseconds."""

    query: str
    milliseconds: float
    text: str


def main() -> int:
    """Ask all and print a line for each, the slowest first."""
    errors: list[str] = []
    with TemporaryDirectory() as folder:
        stories = [tagged_story(article) for article in reuters_articles(newswire_corpus())]
        site = build_ours(stories, Path(folder))
        with chromium() as browser, serve(site.folder) as server:
            page = browser.new_page()
            watch(page.context)
            page.on("console", lambda said: errors.append(said.text) if _is_fault(said) else None)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(f"{server.address}/search.html?q=oil")
            page.wait_for_function("() => bench.at > 0")
            answers = [_answer(page, query) for query in QUERIES]
    for answer in sorted(answers, key=lambda answer: -answer.milliseconds):
        print(f"{answer.milliseconds:7.0f} ms  {_cut(answer.query):<42}{_cut(answer.text)}")
    for error in errors:
        print(f"console: {error}")
    return int(bool(errors) or any(a.milliseconds > MOST_MILLISECONDS for a in answers))


def _answer(page: Page, query: str) -> Answer:
    milliseconds = ask(page, query)
    state = page.locator(".search-state:not(.search-start) h2, .search-state:not(.search-start) p")
    shown = state if state.count() else page.locator(".search-count")
    return Answer(query, milliseconds, " ".join(shown.first.inner_text().split()))


def _is_fault(message: ConsoleMessage) -> bool:
    return message.type in {"error", "warning"}


def _cut(text: str) -> str:
    return text if len(text) <= SHOWN_CHARACTERS else f"{text[: SHOWN_CHARACTERS - 1]}…"


if __name__ == "__main__":
    sys.exit(main())
