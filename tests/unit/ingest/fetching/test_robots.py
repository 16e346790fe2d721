from __future__ import annotations

import pytest

from cuttings.ingest.fetching.exchange import Answer
from cuttings.ingest.fetching.robots import RobotsRules

URL = "https://a.example"


def _rules(text: str) -> RobotsRules:
    return RobotsRules.from_answer(Answer(status=200, content=text.encode()))


def test_the_longest_rule_counts() -> None:
    rules = _rules("User-agent: *\nDisallow: /a/\nAllow: /a/open/\nDisallow: /*.pdf$\n")
    assert rules.allow(f"{URL}/")
    assert not rules.allow(f"{URL}/a/b")
    assert rules.allow(f"{URL}/a/open/b")
    assert not rules.allow(f"{URL}/b.pdf")


def test_rules_for_this_program_count_before_those_for_all() -> None:
    rules = _rules("User-agent: *\nDisallow: /\n\nUser-agent: CUTTINGS\nCrawl-delay: 4\n")
    assert rules.allow(f"{URL}/a")
    assert rules.delay == 4
    others = _rules("\ufeffUser-agent: other\nDisallow: /\n")
    assert others.allow(f"{URL}/a")
    assert others.delay == 0


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_no_file_allows_everything(status: int) -> None:
    assert RobotsRules.from_answer(Answer(status=status)).allow(f"{URL}/a")
