from __future__ import annotations

import csv
from importlib.resources import files
from typing import Any

import pytest
import trafilatura

from cuttings.ingest.html.page import Page
from cuttings.ingest.web.block_report import block_report, phrase

STORY = (
    "The gates of the wall opened on Thursday evening, and thousands of people from the eastern "
    "half of the city walked through them."
)


def _report(body: str) -> list[str]:
    page = Page.parse(f"<html><head><title>Wall</title></head><body>{body}</body></html>")
    assert page is not None
    return list(block_report(page))


def test_each_block_has_a_line_with_what_became_of_it_and_why() -> None:
    first, second, third = _report(
        f"<nav><a href='/'>Home</a></nav><article><p>{STORY}</p><p>{STORY}</p></article>"
    )
    assert first.startswith("left out -")
    assert "“Home”: " in first
    assert second.startswith("kept +")
    assert "p “The gates of the wall opened on Thursday evening, and thousa…”: " in second
    assert second.count("(+") + second.count("(-") == 2
    assert third.startswith("kept +")


OTHER = STORY.replace("Thursday", "Friday").replace("half", "part")
PAGE = f"""<article><h1>Wall</h1><p class="byline">By Jane Doe</p><p>{STORY}</p>
<p>Read more: The gates of the town</p><figure><blockquote><p>{OTHER}</p></blockquote>
<figcaption>Ann Roe</figcaption></figure><p>{STORY}</p><p>(Reporting by Jane Doe; Reuters)</p>
<p>Sign up for our newsletter to get the latest news in your inbox.</p></article>"""


@pytest.mark.parametrize(
    ("text", "mark", "rule"),
    [
        ("Wall”", "left out", "it repeats the headline, the byline or the date"),
        ("By Jane Doe", "left out", "it repeats the headline, the byline or the date"),
        ("Read more", "left out", "it leads to another story, which is filed as related"),
        ("Ann Roe", "kept", "it is part of a quotation or figure"),
        ("Sign up", "left out", "it calls on readers to subscribe, follow or share"),
    ],
)
def test_what_decides_beside_the_score_is_named(text: str, mark: str, rule: str) -> None:
    (line,) = [line for line in _report(PAGE) if f"“{text}" in line]
    assert line.startswith(f"{mark} ")
    assert f": {rule}; " in line


def test_what_is_reported_as_kept_is_what_is_filed() -> None:
    kept = [line for line in _report(PAGE) if line.startswith("kept")]
    assert [("Thursday" in line, "Friday" in line, "Ann Roe" in line) for line in kept][:4] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
        (True, False, False),
    ]


def test_trafilatura_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    real = trafilatura.bare_extraction

    def counted(*arguments: Any, **options: Any) -> Any:
        asked.append(arguments)
        return real(*arguments, **options)

    monkeypatch.setattr(trafilatura, "bare_extraction", counted)
    assert _report(PAGE)
    assert len(asked) == 1


def test_a_text_that_the_blocks_do_not_hold_has_its_origin_named() -> None:
    data = f'{{"@type": "NewsArticle", "articleBody": "{STORY} {OTHER}"}}'
    script = f"<script type='application/ld+json'>{data}</script>"
    (line,) = _report(f"{script}<p>Subscribe.</p>")
    assert line.endswith("the story is the text that its structured data states")


def test_a_page_without_text_is_said_to_have_none() -> None:
    assert _report("<script>x()</script>") == ["no text was found"]


def test_every_feature_that_counts_has_a_phrase_of_its_own() -> None:
    table = files("cuttings.ingest.web.blocks").joinpath("data", "block_weights.csv")
    lines = table.read_text(encoding="utf-8").splitlines()
    names = {row["feature"] for row in csv.DictReader(lines)} - {"all"}
    assert all(
        phrase(name) and "its element" not in phrase(name)
        for name in names
        if name.split()[0] != "is"
    )
