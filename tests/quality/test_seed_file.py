"""A pasted article of the kind the project was asked for, from the raw file to its tags."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cuttings.article.markup import plain_text
from cuttings.cli import main


@pytest.fixture(scope="module")
def seed(shared_corpora: Path) -> Path:
    (path,) = (shared_corpora / "seeds").glob("*.txt")
    return path


@pytest.fixture
def record(seed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    assert main(["extract", str(seed), "--json", "--content", str(tmp_path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record: dict[str, Any] = json.loads(line)
    return record


def test_people_countries_and_organizations(record: dict[str, Any]) -> None:
    def names(kind: str) -> set[str]:
        return {tag["name"] for tag in record[kind]}

    assert names("people") == {"Antony Blinken", "Xi Jinping", "Joe Biden"}
    assert names("countries") == {"China", "United States", "Canada", "Russia"}
    assert "CNN" in names("organizations")
    assert not names("organizations") & {"TikTok", "ByteDance", "ANI"}


def test_headline_agency_and_related_lines(record: dict[str, Any]) -> None:
    assert record["titled"] == "inferred"
    assert 0 < len(record["title"]) <= 90
    assert record["title"].startswith("US Secretary of State Antony Blinken said")
    assert (record["date"], record["dated"]) == (None, "unknown")
    assert record["agency"] == "ANI"
    assert len(record["related"]) == 3


def test_the_body_is_the_story_and_all_of_it(record: dict[str, Any], seed: Path) -> None:
    lines = [line for line in seed.read_text(encoding="utf-8").splitlines() if line.strip()]
    story = [line for line in lines[:-2] if not line.startswith("Also read")]
    assert plain_text(record["body"]).split("\n\n") == [" ".join(line.split()) for line in story]
    assert "Unlock a world of benefits" not in record["body"]
    assert "Also read" not in record["body"]
