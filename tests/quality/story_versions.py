"""How well versions of one story are told from other stories.

``python -m tests.quality.story_versions`` prints the table. Stories of the newswire are edited as
papers edit them: 10 to 30 % of their words cut or inserted, "Opinion |" put before the headline,
another agency named. The archive is the whole newswire, every story unedited, and the edited
ones. A pair is an edited story and an unedited one; it is right if one was made from the other.
The newswire has updates and repetitions of its own: an unedited story that has ``OWN_RUN`` words
running in common with the original counts neither as right nor as wrong.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

from rich.console import Console
from rich.table import Table
from tests.quality.reuters import ReutersStory, reuters_stories
from tests.stories import tagged_article

from cuttings.versions.alike_pair import alike_pairs
from cuttings.versions.judged_pairs import JudgedPairs
from cuttings.versions.shingle_set import ShingleSet
from cuttings.versions.shingle_table import ShingleTable, compared_text
from cuttings.versions.version_cluster import VersionCluster, compare_stories, version_pairs

_ROOT = Path(__file__).resolve().parents[2]
EDITED = 3_000
"""Stories that are edited."""

LEAST_WORDS = 20
"""Words that a story must have to be edited."""

OWN_RUN = 20
"""Words running that an unedited story repeats of another."""

_SEED = 5

EDITS: dict[str, tuple[int, int]] = {"words": (1, 1), "phrases": (1, 8), "sentences": (8, 30)}
"""What is cut or inserted at a time: least and most words."""


@dataclass(frozen=True, slots=True)
class Version:
    """A story as it is filed.

    Attributes:
        original: Number of the newswire's story that it is or was made from.
        edit: How it was edited, or "" if it was not.
        title: Headline.
        text: Body.
    """

    original: int
    edit: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class VersionScore:
    """How the pairs found compare with those made.

    Attributes:
        made: Pairs made.
        right: Pairs of these that were found.
        wrong: Other pairs found.
        own: Pairs found with a repetition of the newswire's own.
    """

    made: int
    right: int
    wrong: int
    own: int

    @property
    def precision(self) -> float:
        """Share of the found pairs that are right."""
        return self.right / (self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the made pairs that were found."""
        return self.right / self.made


Pairs = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FoundPairs:
    """The pairs of an archive that are taken for versions of each other.

    Attributes:
        alone: Those that are by themselves.
        clustered: Those that end in one cluster.
    """

    alone: Pairs
    clustered: Pairs


def edited_archive(stories: Sequence[ReutersStory]) -> list[Version]:
    """Return every story, and after each that was drawn its edited version."""
    chance = random.Random(_SEED)
    long = [number for number, story in enumerate(stories) if len(_words(story)) >= LEAST_WORDS]
    drawn = {
        number: list(EDITS)[place % len(EDITS)]
        for place, number in enumerate(chance.sample(long, EDITED))
    }
    archive = []
    for number, story in enumerate(stories):
        archive.append(Version(number, "", story.title, story.text))
        if edit := drawn.get(number):
            archive.append(_edited(number, story, edit, stories, chance))
    return archive


def _edited(
    number: int,
    story: ReutersStory,
    edit: str,
    stories: Sequence[ReutersStory],
    chance: random.Random,
) -> Version:
    words = story.text.split()
    to_change = round(len(words) * chance.uniform(0.1, 0.3))
    ways: Sequence[bool] = chance.choice(((True,), (False,), (True, False)))
    while to_change > 0:
        run = min(to_change, chance.randint(*EDITS[edit]))
        to_change -= run
        place = chance.randint(0, max(len(words) - run, 0))
        if chance.choice(ways):
            del words[place : place + run]
        else:
            words[place:place] = _passage(stories, run, chance)
    text = re.sub(r"\bReuters?\b", "Associated Press", " ".join(words), flags=re.I)
    return Version(number, edit, f"Opinion | {story.title}", f"(AP) {text}")


def _passage(stories: Sequence[ReutersStory], length: int, chance: random.Random) -> list[str]:
    """Return words that stand side by side in some story."""
    while True:
        words = chance.choice(stories).text.split()
        if len(words) >= length:
            start = chance.randint(0, len(words) - length)
            return words[start : start + length]


def _words(story: ReutersStory) -> list[str]:
    return re.findall(r"\w+", f"{story.title} {story.text}".casefold())


def found_pairs(archive: Sequence[Version]) -> FoundPairs:
    """Return the pairs that are found in an archive; what both kinds need is worked out once."""
    stories = [
        replace(
            tagged_article(text=version.text, title=version.title, slug=str(number)),
            digest=f"{number:05}",
        )
        for number, version in enumerate(archive)
    ]
    texts = [ShingleSet.of(compared_text(story)) for story in stories]
    known, judged = ShingleTable(), JudgedPairs()
    for story, shingles in zip(stories, texts, strict=True):
        known.add(story, shingles)
    alone = list(version_pairs(stories, alike_pairs(texts), judged))
    compared = compare_stories(stories[::-1], known=known, judged=JudgedPairs(judged.kept))
    return FoundPairs(alone, list(_clustered(compared.clusters)))


def _clustered(clusters: Iterable[VersionCluster]) -> Iterator[tuple[int, int]]:
    """Yield each pair of stories that are in one cluster."""
    for cluster in clusters:
        yield from combinations(sorted(int(story.article.slug) for story in cluster.stories), 2)


def score(
    archive: Sequence[Version], stories: Sequence[ReutersStory], pairs: Pairs, edit: str = ""
) -> VersionScore:
    """Compare ``pairs`` with those made, all or by one kind of ``edit``."""
    is_own = _repetitions(stories)
    right = wrong = own = 0
    for edited, other in _edited_pairs(archive, pairs):
        if edit not in ("", edited.edit):
            continue
        if other.original == edited.original:
            right += 1
        elif is_own(edited.original, other.original):
            own += 1
        else:
            wrong += 1
    made = sum(bool(version.edit) and edit in ("", version.edit) for version in archive)
    return VersionScore(made, right, wrong, own)


def _edited_pairs(archive: Sequence[Version], pairs: Pairs) -> Iterator[tuple[Version, Version]]:
    for one, other in pairs:
        versions = archive[one], archive[other]
        if versions[0].edit and not versions[1].edit:
            yield versions
        elif versions[1].edit and not versions[0].edit:
            yield versions[1], versions[0]


def _repetitions(stories: Sequence[ReutersStory]) -> Callable[[int, int], bool]:
    def is_own(one: int, other: int) -> bool:
        matcher = SequenceMatcher(None, _words(stories[one]), _words(stories[other]), False)
        return matcher.find_longest_match().size >= OWN_RUN

    return is_own


def main() -> int:
    """Print the table for the newswire in the measuring corpora."""
    shared = Path(os.environ.get("CUTTINGS_SHARED", _ROOT.parent / "shared"))
    corpora = shared / "corpora"
    if not (corpora / "reuters-21578").is_dir():
        print(f"{corpora} is missing: it holds the stories to measure", file=sys.stderr)
        return 1
    stories = list(reuters_stories(corpora))
    archive = edited_archive(stories)
    table = Table("versions told by", "edited by", "made", "precision", "recall", "wrong", "own")
    found = found_pairs(archive)
    for name, pairs in (("pair", found.alone), ("cluster", found.clustered)):
        for edit in ("", *EDITS):
            row = score(archive, stories, pairs, edit)
            table.add_row(
                name,
                edit or "all",
                f"{row.made:,}",
                f"{row.precision:.3f}",
                f"{row.recall:.3f}",
                str(row.wrong),
                str(row.own),
            )
    Console(width=100).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
