"""Version clusters: which stories of an archive are versions of one, and which only look alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain, pairwise

from cuttings.article.address_key import address_key
from cuttings.article.article import Article
from cuttings.entities.tagged_article import TaggedArticle
from cuttings.errors import InputError, Report, raise_error
from cuttings.versions.alike_pair import AlikePair, alike_pairs
from cuttings.versions.candidate_pair import NEIGHBOURS
from cuttings.versions.judged_pairs import JudgedPairs
from cuttings.versions.particulars import Particulars
from cuttings.versions.same_event import is_same_event
from cuttings.versions.shingle_set import ShingleSet
from cuttings.versions.shingle_table import ShingleTable, compared_text
from cuttings.worker_pool import in_batches

MOST_AT_ONE_ADDRESS = 16
"""Stories at one address from which on it is the address of a list, not of one story."""


DAYS_TO_REPRINT = 2
"""Days after which another paper may still print a report as if it were of the same day."""


@dataclass(frozen=True, slots=True)
class VersionCluster:
    """Two or more versions of one story.

    Attributes:
        stories: The versions in the archive's order, newest first.
    """

    stories: tuple[TaggedArticle, ...]


@dataclass(frozen=True, slots=True)
class SimilarPair:
    """Two stories of different events in one form of words.

    Attributes:
        earlier: The story that comes first in time.
        later: The other.
    """

    earlier: TaggedArticle
    later: TaggedArticle


@dataclass(frozen=True, slots=True)
class ComparedArchive:
    """What comparing the stories of an archive with each other found.

    Attributes:
        clusters: The stories that are versions of one.
        similar: The pairs that are worded alike and in no cluster together.
    """

    clusters: tuple[VersionCluster, ...]
    similar: tuple[SimilarPair, ...]


def compare_stories(
    stories: Sequence[TaggedArticle],
    report: Report = raise_error,
    processes: int = 1,
    known: ShingleTable | None = None,
    judged: JudgedPairs | None = None,
) -> ComparedArchive:
    """Compare the stories of an archive, newest first, with those that are worded like them.

    A story is in one cluster at most. The same stories give the same clusters. What stands at the
    address of an earlier story is a newer version of it, however much of its text is another.

    Args:
        stories: The archive.
        report: Called with the reason for each story whose text cannot be compared.
        processes: How many processes may share the work.
        known: The shingles of stories that were compared before; those of others are added.
        judged: The pairs that were judged before; others are added.

    Raises:
        WorkerError: If one of them dies.
    """
    oldest_first = stories[::-1]
    known = ShingleTable() if known is None else known
    found = [known.get(story) for story in oldest_first]
    unknown = [
        story for story, shingles in zip(oldest_first, found, strict=True) if shingles is None
    ]
    made = chain.from_iterable(in_batches(_shingles_of_each, unknown, processes))
    texts: list[ShingleSet] = []
    for story, shingles in zip(oldest_first, found, strict=True):
        outcome = next(made) if shingles is None else shingles
        if isinstance(outcome, InputError):
            report(outcome)
            outcome = ShingleSet.of("")
        elif shingles is None:
            known.add(story, outcome)
        texts.append(outcome)
    alike = list(alike_pairs(texts))
    pairs = version_pairs(oldest_first, alike, judged, processes)
    clusters = _clusters(len(texts), pairs, _revisits(oldest_first))
    cluster_of = {number: place for place, cluster in enumerate(clusters) for number in cluster}
    return ComparedArchive(
        clusters=tuple(
            VersionCluster(tuple(oldest_first[number] for number in reversed(numbers)))
            for numbers in reversed(clusters)
            if len(numbers) > 1
        ),
        similar=tuple(
            SimilarPair(oldest_first[pair.earlier], oldest_first[pair.later])
            for pair in alike
            if cluster_of[pair.earlier] != cluster_of[pair.later]
        ),
    )


def _shingles_of_each(stories: Iterable[TaggedArticle]) -> list[ShingleSet | InputError]:
    """Return the shingles of each story, or why it cannot be compared."""
    made: list[ShingleSet | InputError] = []
    for story in stories:
        try:
            shingles = ShingleSet.of(compared_text(story))
            # Worked out here, among several processes.
            _ = shingles.signature
            made.append(shingles)
        except Exception as error:
            made.append(InputError.unforeseen(story.name, error, step="compared with others"))
    return made


def version_pairs(
    stories: Sequence[TaggedArticle],
    alike: Iterable[AlikePair],
    judged: JudgedPairs | None = None,
    processes: int = 1,
) -> Iterator[tuple[int, int]]:
    """Yield the numbers of stories that are versions of each other, in the order of ``alike``.

    Args:
        stories: The archive, oldest first.
        alike: The pairs that are worded alike.
        judged: The pairs that were judged before; others are added.
        processes: How many processes may share the work.

    Raises:
        WorkerError: If one of them dies.
    """
    judged = judged or JudgedPairs()
    pairs = list(alike)
    known = [judged.get(stories[pair.earlier], stories[pair.later]) for pair in pairs]
    unknown = [pair for pair, found in zip(pairs, known, strict=True) if found is None]
    judgements = in_batches(partial(_judge_each, stories), unknown, processes)
    new = dict(zip(unknown, chain.from_iterable(judgements), strict=True))
    for pair, are_versions in new.items():
        judged.add(stories[pair.earlier], stories[pair.later], are_versions)
    for pair, found in zip(pairs, known, strict=True):
        if new[pair] if found is None else found:
            yield pair.earlier, pair.later


def _judge_each(stories: Sequence[TaggedArticle], pairs: Iterable[AlikePair]) -> list[bool]:
    """Return of each pair whether it reports one event.

    The particulars of a story take twenty times the memory of its text, so they are kept for some
    neighbouring pairs only.
    """

    @cache
    def read(number: int) -> Particulars:
        return Particulars(stories[number].article.title, stories[number].text)

    def are_versions(pair: AlikePair) -> bool:
        days = _days_between(stories[pair.earlier].article, stories[pair.later].article)
        return is_same_event(read(pair.earlier), read(pair.later), days, pair.similarity)

    return list(map(are_versions, pairs))


def _days_between(one: Article, other: Article) -> int:
    """Return the days between two stories beyond those that printing one report may take."""
    if not (one.day and other.day):
        return 0
    days = abs((other.day - one.day).days)
    is_reprint = bool(one.source and other.source and one.source != other.source)
    return max(days - DAYS_TO_REPRINT, 0) if is_reprint else days


def _revisits(stories: Sequence[TaggedArticle]) -> dict[int, int]:
    """Return for stories that stand at the address of an earlier one the number of that.

    Stories with headlines of their own out of one file that names one address for all, as some
    feeds and tables do, are not versions of each other.

    Args:
        stories: The stories, oldest first.
    """
    at_address: dict[str, list[int]] = defaultdict(list)
    for number, story in enumerate(stories):
        if key := address_key(story.article.url):
            at_address[key].append(number)
    return {
        later: earlier
        for numbers in at_address.values()
        if len(numbers) < MOST_AT_ONE_ADDRESS
        for earlier, later in pairwise(numbers)
        if not _are_listed_together(stories[earlier].article, stories[later].article)
    }


def _are_listed_together(one: Article, other: Article) -> bool:
    is_one_file = bool(one.original) and one.original == other.original
    return is_one_file and one.title != other.title


def _clusters(
    count: int, pairs: Iterator[tuple[int, int]], revisits: Mapping[int, int]
) -> list[list[int]]:
    """Return the numbers of texts grouped by story; oldest first.

    A text joins the cluster that most of its versions are in, if it is a version of half of it.
    So one text that resembles two stories does not make one of them. Else it joins that of the
    text which it is a revisit of.
    """
    earlier_versions: list[list[int]] = [[] for _ in range(count)]
    for earlier, later in pairs:
        earlier_versions[later].append(earlier)
    members: list[list[int]] = []
    cluster_of: list[int] = []
    for number, versions in enumerate(earlier_versions):
        votes = Counter(cluster_of[version] for version in versions)
        fitting = [
            (votes[cluster], -cluster)
            for cluster in votes
            if 2 * votes[cluster] >= min(len(members[cluster]), NEIGHBOURS)
        ]
        if fitting:
            cluster = -max(fitting)[1]
        elif number in revisits:
            cluster = cluster_of[revisits[number]]
        else:
            cluster = len(members)
            members.append([])
        members[cluster].append(number)
        cluster_of.append(cluster)
    return members
