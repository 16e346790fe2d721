from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("status", [100, 204, 300, 302, 304, 500, 501, 505, 520, 600])
def test_only_an_answer_that_says_so_allows(status: int) -> None:
    rules = RobotsRules.from_answer(Answer(status=status))
    assert rules.allow(f"{URL}/a") is (status == 204)
    assert rules.delay == 0


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_of_a_long_file_whole_lines_are_read(end: str) -> None:
    begun = end.join(["User-agent: *", "Disallow: /a", *["# a comment of a line"] * 30_000])[
        :511_990
    ]
    rules = _rules(f"{begun}{end}Allow: /a{'b' * 1000}{end}Disallow: /c{end}")
    assert not rules.allow(f"{URL}/ab")
    assert rules.allow(f"{URL}/c")


def test_rules_for_ten_thousand_programs_take_no_more_than_those_for_two() -> None:
    others = "".join(f"User-agent: robot{number}*\n" for number in range(10_000))
    paths = "".join(f"Disallow: /{number}\n" for number in range(10_000))
    rules = _rules(f"{others}User-agent: **cuttings**\n{paths}")
    assert not rules.allow(f"{URL}/77/")
    assert rules.allow(f"{URL}/a")
    assert rules.parsed is not None
    assert len(rules.parsed._user_agents) == 2


def test_a_byte_that_is_not_text_spoils_its_own_rule_alone() -> None:
    content = b"\xff\xfe\nUser-agent: *\nDisallow: /\xff\x00\nDisallow: /a\n"
    rules = RobotsRules.from_answer(Answer(status=200, content=content))
    assert not rules.allow(f"{URL}/a")
    assert rules.allow(f"{URL}/b")


_LINE = st.one_of(
    st.binary(max_size=30),
    st.builds(
        lambda field, value: f"{field}: {value}".encode("utf-8", "surrogatepass"),
        st.sampled_from(
            "User-agent Disallow Allow Crawl-delay Request-rate Visit-time Host Sitemap".split()
        ),
        st.one_of(
            st.text(max_size=20),
            st.sampled_from(
                ["*", "cuttings", "//[x", "http://[::1", "nan", "inf", "-1", "1/" + "9" * 5000]
            ),
        ),
    ),
)


@given(st.lists(_LINE), st.sampled_from(["/", "/a?b", "//[x", "/robots.txt", "/%zz"]))
def test_no_file_breaks_the_reading(lines: list[bytes], path: str) -> None:
    rules = RobotsRules.from_answer(Answer(status=200, content=b"\n".join(lines)))
    assert rules.allow(f"{URL}{path}") in (True, False)
    assert 0 <= rules.delay < float("inf")
