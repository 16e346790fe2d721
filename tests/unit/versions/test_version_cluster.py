from __future__ import annotations

import datetime
import random

from tests.stories import tagged_article

from cuttings.entities.tagged_article import TaggedArticle
from cuttings.versions.version_cluster import compare_stories

LEAD = (
    "The harbour authority closed both piers on Tuesday evening after divers found cracks in the "
    "supports of the older one, which was built in 1931 and last repaired eleven years ago."
)
DETAIL = (
    "Ferries to the islands will leave from the fishing port until further notice, a spokeswoman "
    "said, and passengers should allow an hour more for the way."
)
END = (
    "Repairs may take until spring and could cost four million, according to the engineers who "
    "looked at the concrete this week."
)
REWRITTEN = (
    "Cracked supports have put two landing stages out of use. Engineers went under water on "
    "Tuesday, saw the damage to a structure from the thirties, and told the port's management, "
    "who sent the island boats to another berth. Travellers need more time. Nobody expects the "
    "work to end before March, and the bill is put at four million."
)
TRANSLATED = (
    "Die Hafenbehörde hat am Dienstagabend beide Anleger gesperrt, nachdem Taucher Risse in den "
    "Stützen des älteren gefunden hatten, der 1931 gebaut und zuletzt vor elf Jahren ausgebessert "
    "wurde. Die Fähren zu den Inseln fahren bis auf Weiteres vom Fischereihafen ab."
)
CHINESE = (
    "港务局星期二晚上关闭了两座码头，因为潜水员发现旧码头的支柱出现裂缝，该码头建于一九三一年。"
)


def story(
    slug: str, text: str, title: str = "Both piers closed", url: str = "", original: str = ""
) -> TaggedArticle:
    return tagged_article(text, text=text, title=title, slug=slug, url=url, original=original)


def clusters(*stories: TaggedArticle) -> list[list[str]]:
    return [
        [version.article.slug for version in cluster.stories]
        for cluster in compare_stories(stories).clusters
    ]


def test_a_cut_and_a_longer_version_are_one_story() -> None:
    whole = story("whole", f"{LEAD}\n\n{DETAIL}\n\n{END}")
    cut = story("cut", f"(AP) {LEAD}\n\n{DETAIL}", "Opinion | Both piers closed")
    assert clusters(whole, cut) == [["whole", "cut"]]


def test_case_and_punctuation_make_no_other_story() -> None:
    assert clusters(story("a", LEAD), story("b", LEAD.upper().replace(",", " -"))) == [["a", "b"]]


def test_a_rewrite_is_another_story() -> None:
    assert clusters(story("a", f"{LEAD} {DETAIL} {END}"), story("b", REWRITTEN)) == []


def test_a_translation_is_another_story() -> None:
    assert clusters(story("a", f"{LEAD} {DETAIL}"), story("b", TRANSLATED)) == []


def test_a_text_without_spaces_between_words_is_compared_by_its_characters() -> None:
    longer = CHINESE + "渡轮改从渔港出发。"
    assert clusters(story("a", CHINESE), story("b", longer), story("c", REWRITTEN)) == [["a", "b"]]


def test_texts_of_a_few_words_are_no_versions() -> None:
    assert clusters(story("a", "Shares rose."), story("b", "Shares rose."), story("c", "")) == []


def test_a_story_that_joins_two_does_not_make_one_of_their_clusters() -> None:
    words = random.Random(1)
    first, second = (
        " ".join("".join(words.choices("abcdefgh", k=6)) for _ in range(60)) for _ in range(2)
    )
    stories = [
        story("both", f"{first} {second}", "One"),
        *(story(f"second-{n}", second, "One") for n in range(2)),
        *(story(f"first-{n}", first, "One") for n in range(3)),
    ]
    assert clusters(*stories) == [
        ["second-0", "second-1"],
        ["both", "first-0", "first-1", "first-2"],
    ]


def test_another_paper_may_print_a_report_two_days_later() -> None:
    first = dated("first", "Harbour Post", 1)
    assert clusters(dated("reprint", "Island News", 3), first) == [["reprint", "first"]]
    assert clusters(dated("notice", "Harbour Post", 3), first) == []
    assert clusters(dated("much-later", "Island News", 5), first) == []


def dated(slug: str, source: str, day: int) -> TaggedArticle:
    date = datetime.date(2024, 6, day)
    return tagged_article(text=f"{DETAIL} {END}", slug=slug, source=source, date=date)


def test_what_is_worded_alike_and_no_version_is_similar() -> None:
    notices = (dated("notice", "Harbour Post", 8), dated("first", "Harbour Post", 1))
    (pair,) = compare_stories(notices).similar
    assert (pair.earlier.article.slug, pair.later.article.slug) == ("first", "notice")
    versions = (dated("reprint", "Island News", 3), dated("first", "Harbour Post", 1))
    assert compare_stories(versions).similar == ()


def test_many_papers_with_one_wire_story_are_one_cluster() -> None:
    papers = [story(f"paper-{n}", f"{LEAD} {DETAIL} {END} Edition {n}.") for n in range(60)]
    assert [len(cluster) for cluster in clusters(*papers)] == [60]


def test_what_stands_at_the_address_of_another_story_is_a_newer_version_of_it() -> None:
    old = story("old", f"{LEAD} {DETAIL} {END}", url="http://www.planet.example/piers/?utm_id=1")
    reprint = story("reprint", f"{LEAD} {DETAIL} {END}")
    new = story("new", REWRITTEN, "Supports cracked", "https://m.planet.example/piers")
    other = story("other", CHINESE, url="https://planet.example/other")
    assert clusters(new, other, old, reprint) == [["new", "old", "reprint"]]


def test_stories_of_a_file_that_names_one_address_for_all_are_no_versions() -> None:
    url = "https://planet.example/news"
    one = story("one", LEAD, "Both piers closed", url, "feed")
    two = story("two", REWRITTEN, "Supports cracked", url, "feed")
    assert clusters(one, two) == []
    revisit = story("three", REWRITTEN, "Both piers closed", url, "feed")
    assert clusters(revisit, one) == [["three", "one"]]


def test_an_address_of_very_many_stories_is_that_of_none() -> None:
    words = random.Random(2)
    texts = [
        " ".join("".join(words.choices("abcdefgh", k=6)) for _ in range(40)) for _ in range(16)
    ]
    stories = [
        story(f"s{n}", text, f"Story {n}", "https://planet.example/news")
        for n, text in enumerate(texts)
    ]
    assert clusters(*stories) == []
    assert len(clusters(*stories[1:])) == 1


def test_an_empty_archive_has_no_versions() -> None:
    assert clusters() == []
