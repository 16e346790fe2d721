"""One trial: hostile inputs laid together, taken the whole way, and judged one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.commands.forked_commands import ROOT, ForkedCommands
from tests.hostile.hostile_archive import GOOD_PLACES, HostileArchive, Step
from tests.hostile.hostile_input import HostileInput
from tests.hostile.private_file import SECRET
from tests.hostile.published_site import (
    assert_data_parses,
    assert_nothing_active,
    assert_only_listed_files,
    files_with,
    shown_text,
)

from cuttings.article.article import Article
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import shown_path

_FAULTS = ("Traceback", "CRITICAL", "report it")
"""What no command may print."""


class HostileTrial:
    """Takes inputs the whole way and judges what came of them.

    Args:
        root: An empty folder.
        inputs: What to lay.
        commands: Runs the commands.
    """

    def __init__(
        self, root: Path, inputs: Iterable[HostileInput], commands: ForkedCommands
    ) -> None:
        self._archive = HostileArchive(root, commands)
        self._archive.lay_good_stories()
        self._paths = self._archive.lay(inputs)
        self._beside = sorted(path.name for path in root.iterdir())

    def run(self) -> None:
        """Take the inputs in, build the site, and assert that all is as expected."""
        added = self._archive.add()
        built = self._archive.build()
        problems = [*_faults("add", added), *_faults("build", built)]
        if not problems:
            problems = list(self._judge_all(added, built))
        assert not problems, "\n".join([*problems, "", "add:", str(added), "build:", str(built)])
        self._assert_published()

    def _judge_all(self, added: Step, built: Step) -> Iterator[str]:
        yield from self._judge_statuses(added, built)
        yield from self._judge_good_stories()
        for one, path in self._paths.items():
            for problem in self._judge(one, path, added, built):
                yield f"{one.place}/{shown_path(one.name)}: {problem}"

    def _judge_statuses(self, added: Step, built: Step) -> Iterator[str]:
        """A status says whether anything was left out; inputs that leave it open say nothing."""
        if any(one.is_open for one in self._paths):
            return
        fates = {(one.place, outcome) for one in self._paths for outcome in one.outcomes}
        rejected = ("inbox", "rejected") in fates
        # What cannot be read cannot be tagged either, and names nobody.
        unread = {place for place, outcome in fates if outcome == "left out"}
        if added.status != int(rejected or bool(unread & {"articles", "authorities"})):
            yield f"add ended with {added.status}"
        expected = 3 if unread - {"inbox"} else 0
        if built.status != expected:
            yield f"the build ended with {built.status}"

    def _judge_good_stories(self) -> Iterator[str]:
        stories = {article.title: article for article in self._archive.articles().values()}
        for place in GOOD_PLACES:
            story = stories.get(f"{place} harbour stays open")
            if story is None:
                yield f"the good story of {place} is not filed"
            elif "Germany" not in (story.countries or ()) + (story.countries_mentioned or ()):
                yield f"the good story of {place} is not tagged"
            elif not (self._archive.site / "articles" / f"{story.slug}.html").is_file():
                yield f"the good story of {place} is not built"

    def _judge(self, one: HostileInput, path: Path, added: Step, built: Step) -> Iterator[str]:
        if one.place == "inbox":
            yield from self._judge_raw(one, path, added)
        elif one.place == "articles":
            yield from self._judge_article(one, path, built)
        elif "left out" in one.outcomes and not one.is_open:
            yield from _unnamed(one, path, built)
        for text in one.lacks:
            if names := files_with(self._archive.site, text):
                yield f"{text!r} is in {names}"

    def _judge_raw(self, one: HostileInput, path: Path, added: Step) -> Iterator[str]:
        rows = self._archive.outcomes(path)
        outcomes = {row["outcome"] for row in rows}
        if one.outcomes == {"ignored"}:
            if rows:
                yield f"it came to {outcomes}"
            return
        if not outcomes or not outcomes <= one.outcomes:
            yield f"it came to {outcomes or 'nothing'}, not {set(one.outcomes)}"
        if "rejected" in outcomes and not path.is_symlink() and not path.exists():
            yield "it was rejected and is gone"
        if "rejected" in outcomes:
            yield from _unnamed(one, path, added)
        for row in rows:
            if row["outcome"] == "filed":
                article = Path(row["article"].lstrip("'"))
                yield from self._judge_story(one, read_article(article))

    def _judge_article(self, one: HostileInput, path: Path, built: Step) -> Iterator[str]:
        if one.outcomes == {"ignored"}:
            return
        story = self._archive.articles().get(path)
        is_built = story is not None and self._page(story.slug).is_file()
        if (outcome := "built" if is_built else "left out") not in one.outcomes:
            yield f"it was {outcome}"
        if not is_built:
            yield from _unnamed(one, path, built)
        if is_built and story is not None:
            yield from self._judge_story(one, story)

    def _judge_story(self, one: HostileInput, story: Article) -> Iterator[str]:
        if not self._page(story.slug).is_file():
            yield f"'{story.slug}' is filed and not built"
            return
        if not (story.tagged or story.reviewed):
            yield "it is not tagged"
        shown = shown_text(self._archive.site, story.slug)
        yield from (f"its page does not show {text!r}" for text in one.shows if text not in shown)

    def _page(self, slug: str) -> Path:
        return self._archive.site / "articles" / f"{slug}.html"

    def _assert_published(self) -> None:
        archive = self._archive
        slugs = {article.slug for article in archive.articles().values()}
        built = {slug for slug in slugs if self._page(slug).is_file()}
        pages = frozenset(
            f"{Path(one.name).stem}.html"
            for one in self._paths
            if one.place == "pages" and "built" in one.outcomes
        )
        assert_only_listed_files(archive.site, ROOT / "theme", built, pages)
        assert_nothing_active(archive.site)
        assert_data_parses(archive.site)
        assert files_with(archive.site, SECRET) == []
        made = {"site", "report.csv"}
        assert sorted({*self._beside, *made}) == sorted(
            path.name for path in archive.root.iterdir()
        )
        _assert_no_leftovers(archive.folder)


def _faults(name: str, step: Step) -> Iterator[str]:
    """Yield what no command may print, and an exit status that says that nothing was done."""
    for fault in _FAULTS:
        if any(fault in line for line in step.lines):
            yield f"{name} printed '{fault}'"
    if step.status not in {0, 1, 3}:
        yield f"{name} ended with {step.status}"


def _assert_no_leftovers(folder: ContentFolder) -> None:
    assert [path.name for path in folder.root.rglob("*.partial")] == []


def _unnamed(one: HostileInput, path: Path, step: Step) -> Iterator[str]:
    """Yield the words of an input that no line says of it."""
    for words in one.lines or ("",):
        if not step.names(path.name, words):
            yield f"no line names it with {words!r}"
