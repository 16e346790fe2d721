from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cuttings.article.markup import escape_markdown
from cuttings.ingest.raw.standfirst import own_standfirst

TITLE = "Bridge opens"
LEAD = "The bridge over the river is open again after seven years, the council of the town said."
MORE = "Work had cost “twice” as much as was planned. It took seven years."
BODY = f"{LEAD}\n\n{MORE}\n\nA third paragraph."
OWN = "Seven years of detours are over for the towns on both banks."


@pytest.mark.parametrize(
    "stated",
    [
        LEAD,
        f"{LEAD[:60]}…",
        f"{LEAD[:60]}...",
        f"{LEAD[:60]} […]",
        f"{LEAD[:60]} [...] Read more",
        f"{LEAD[:61]}… Continue reading →",
        LEAD[:-1],
        LEAD[:57],
        f"“{LEAD}”",
        LEAD.upper(),
        LEAD.replace(" ", "\u00a0 "),
        f"LONDON, March 3 (Reuters) - {LEAD}",
        f"LONDON (AP) — {LEAD}",
        f"{LEAD} {MORE}",
        f"{LEAD} {MORE[:30]}…",
        MORE.replace("“", '"').replace("”", '"'),
        f"{TITLE}: {LEAD}",
        f"Planet - {TITLE}. {LEAD}",
        TITLE,
        "BRIDGE OPENS …",
        "The bridge over",
    ],
)
def test_what_only_repeats_the_beginning_is_left_out(stated: str) -> None:
    assert own_standfirst(stated, TITLE, BODY) == ""


@pytest.mark.parametrize(
    "body",
    [
        f"LONDON (Reuters) - {BODY}",
        f"**LONDON** – {BODY}",
        f"> {BODY}",
        f"![A bridge](https://planet.example/a.jpg)\n\n{BODY}",
        BODY.replace("bridge over", "[bridge](https://planet.example/bridge) over"),
        BODY.replace("council", "*council*"),
    ],
)
def test_the_markup_and_dateline_of_the_lead_make_no_difference(body: str) -> None:
    assert own_standfirst(LEAD, TITLE, body) == ""


@pytest.mark.parametrize(
    "stated",
    [
        OWN,
        f"{LEAD} Two people were there.",
        "The council",
        f"{LEAD[:50]} soon, and for good.",
        "opens",
        "…",
    ],
)
def test_what_says_something_else_is_kept(stated: str) -> None:
    assert own_standfirst(stated, TITLE, BODY) == stated


def test_what_is_repeated_only_far_behind_is_kept() -> None:
    assert own_standfirst(OWN, TITLE, f"{f'{LEAD} ' * 40}{OWN}") == OWN


def test_a_lead_without_spaces_is_repeated_too() -> None:
    lead = "半月谈记者在益阳的一个智慧农业园区里看到无土栽培和立体种植的成果。"
    assert own_standfirst(f"{lead[:24]}…", "数字", lead) == ""


def test_without_a_headline_the_lead_alone_counts() -> None:
    assert own_standfirst(OWN, "—", BODY) == OWN
    assert own_standfirst("", TITLE, BODY) == ""


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_whatever_is_stated_is_kept_or_left_out(stated: str, body: str) -> None:
    assert own_standfirst(stated, body, escape_markdown(body)) in {stated, ""}


def test_addresses_and_entities_in_the_story_make_no_difference() -> None:
    linked = LEAD.replace(" ", " [", 1).replace(" ", "](https://e.org/a) ", 2)
    assert "](https://e.org/a)" in linked
    assert own_standfirst(LEAD.replace(",", " <,"), TITLE, linked.replace(",", " &lt;,")) == ""
