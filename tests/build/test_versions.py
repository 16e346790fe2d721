"""A story in three papers: its page shows the other versions and how they differ."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from cuttings.article.article import Article, Certainty

NOTICE = (
    "{} Inc is raising {} million through an offering of convertible debentures due {} with a six "
    "per cent coupon and par pricing, said lead manager {} and Co Inc on Monday."
)
SENTENCES = (
    "The ferry to the outer islands will sail twice a day from the first of June.",
    "Tickets are sold at the old customs house, which opens at seven in the morning.",
    "A spokeswoman said that the new boat carries ninety passengers & their bicycles.",
    "Islanders had asked for a later boat home since the hospital moved to the mainland.",
)


def _version(slug: str, source: str, day: int, text: str) -> Article:
    return Article(
        title="Ferry sails twice a day",
        body=text + "\n",
        slug=slug,
        added=datetime.date(2024, 6, 9),
        date=datetime.date(2024, 6, day),
        dated=Certainty.EXACT,
        source=source,
        people=(),
        countries=(),
        countries_mentioned=(),
        organizations=(),
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, run_pelican: Any, file_articles: Any) -> Path:
    root = tmp_path_factory.mktemp("versions")
    content = file_articles(
        root / "content",
        _version("whole", "Harbour Post", 1, " ".join(SENTENCES)),
        _version("cut", "Island News", 2, " ".join(SENTENCES[:3]).replace("twice", "three times")),
        _version("same", "Daily Boat", 3, " ".join(SENTENCES)),
        _version("bond", "Daily Boat", 1, NOTICE.format("Fieldcrest", 110, 2012, "Kidder")),
        _version("bond-2", "Daily Boat", 7, NOTICE.format("Microland", 50, 2007, "Shearson")),
        _version("other", "Harbour Post", 3, "The library is shut for repairs until the autumn."),
    )
    build = run_pelican(content, root / "output")
    assert build.status == 0, build.messages
    output: Path = build.output
    return output


def _versions(site: Path, slug: str) -> Any:
    page = lxml_html.parse(site / "articles" / f"{slug}.html")
    return page.find(".//section[@class='versions']")


def test_the_other_versions_are_listed_with_source_and_day(site: Path) -> None:
    section = _versions(site, "whole")
    lines = section.findall(".//li")
    assert [line.find(".//bdi").text for line in lines] == ["Daily Boat", "Island News"]
    days = [line.find(".//p").text.strip() for line in lines]
    assert days == ["3 June 2024", "2 June 2024"]
    assert [line.find(".//a").get("href") for line in lines] == [
        "same.html",
        "cut.html",
    ]
    assert _versions(site, "other") is None


def test_another_event_in_the_same_words_is_no_version_but_listed(site: Path) -> None:
    assert _versions(site, "bond") is None
    page = lxml_html.parse(site / "articles" / "bond.html")
    section = page.find(".//section[@class='similar']")
    assert [link.get("href") for link in section.findall(".//a")] == ["bond-2.html"]
    assert "6 days later" in section.text_content()


def test_a_difference_is_closed_and_marked(site: Path) -> None:
    section = _versions(site, "whole")
    assert "The same text, word for word." in section.find(".//li").text_content()
    (details,) = section.findall(".//details")
    assert details.get("open") is None
    text = details.find("p[@class='difference-text']")
    only_here, only_there = text.findall("del"), text.findall("ins")
    assert [passage.text for passage in only_here] == ["twice", SENTENCES[3]]
    assert [passage.text for passage in only_there] == ["three times"]


def test_the_versions_are_the_same_at_each_build(
    site: Path, tmp_path: Path, run_pelican: Any
) -> None:
    again = run_pelican(site.parent / "content", tmp_path / "again")
    for page in (site / "articles").iterdir():
        assert page.read_bytes() == (again.output / "articles" / page.name).read_bytes()
