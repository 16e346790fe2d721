from __future__ import annotations

import csv
from importlib.resources import files

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
