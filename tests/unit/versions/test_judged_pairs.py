from __future__ import annotations

from dataclasses import replace

from tests.stories import tagged_article

from cuttings.versions.alike_pair import AlikePair
from cuttings.versions.judged_pairs import JudgedPairs
from cuttings.versions.version_cluster import version_pairs

ONE, OTHER = (tagged_article("The harbour is closed.", slug=slug) for slug in ("one", "other"))
ALIKE = [AlikePair(0, 1, 1.0)]


def test_a_pair_is_judged_once() -> None:
    stories = [replace(ONE, digest="1"), replace(OTHER, digest="2")]
    judged = JudgedPairs()
    assert list(version_pairs(stories, ALIKE, judged)) == [(0, 1)]
    assert judged.kept == {"12": True}
    assert list(version_pairs(stories, ALIKE, JudgedPairs({"12": False}))) == []
    changed = [stories[0], replace(OTHER, digest="3")]
    assert list(version_pairs(changed, ALIKE, JudgedPairs({"12": False}))) == [(0, 1)]


def test_nothing_is_kept_of_stories_whose_digests_are_not_known() -> None:
    judged = JudgedPairs()
    assert list(version_pairs([ONE, replace(OTHER, digest="2")], ALIKE, judged)) == [(0, 1)]
    assert judged.kept == {}
