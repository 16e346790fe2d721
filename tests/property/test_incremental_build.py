"""A build that begins with what earlier ones left writes the same bytes as one that does not."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from tests.commands.forked_commands import ROOT, Command, ForkedCommands

T = TypeVar("T")

_EXPLORES = os.environ.get("PROPERTIES") == "explore"

SEQUENCES = int(os.environ.get("SEQUENCES", "20")) if _EXPLORES else 1
"""Sequences of changes; ``PROPERTIES=explore SEQUENCES=100`` draws others, and as many."""

STEPS = 9 if _EXPLORES else 4
"""Changes of a sequence."""

_FIRST = random.SystemRandom().randrange(1_000_000) if _EXPLORES else 1

_PEOPLE = ("Ronald Reagan", "Nancy Reagan", "Giovanni Goria", "John Smith", "James Baker")
_RARE = "Ada Crossing"
"""A name that few stories have."""

_COUNTRIES = ("Italy", "Germany", "Soviet Union", "United States")
_ORGANIZATIONS = ("Harbour Board", "NATO", "Bank of Italy")
_SOURCES = ("Reuters", "The Guardian", "the guardian", "")
_DAYS = ("1987-03-01", "1987-03-02", "1987-10-20", "1988-01-05")
_WORDS = "harbour grain treaty missile pier storm vote budget tariff coffee rail strike".split()
_RECORDS = (
    "heading,see-from,when,hide\n",
    "heading,see-from,when,hide\nPresident Reagan,Ronald Reagan,,\n",
    "heading,see-from,when,hide\nJohn Smith,,,yes\n",
    "heading,see-from,when,hide\nJohn Smith (banker),John Smith,bank;Goria,\n"
    "John Smith (driver),John Smith,rail,\n",
    "heading,see-from,note\nGiovanni Goria,Goria,Prime minister\n",
    "heading,see-from\nRonald Reagan,Nancy Reagan;John Smith\n",
)
_SETTINGS = """\
from pelicanconf import *
THEME = {theme!r}
SITENAME = {name!r}
CUTTINGS_PAGE_FROM = {page_from!r}
"""


class _Archive:
    """An archive that changes at random, its site in place, and the same site built from nothing.

    Args:
        root: A folder for all of it.
        commands: Run Pelican.
        seed: Decides the changes.
    """

    def __init__(self, root: Path, commands: ForkedCommands, seed: int) -> None:
        self._root = root
        self._commands = commands
        self._random = random.Random(seed)
        self._articles = root / "content" / "articles" / "1987"
        self._articles.mkdir(parents=True)
        self._theme = root / "theme"
        for part in ("templates", "static", "root"):
            shutil.copytree(ROOT / "theme" / part, self._theme / part)
        self._name, self._page_from, self._number = "Cuttings", 2, 0
        self.kept = 0
        for _ in range(6):
            self.add()

    @property
    def site(self) -> Path:
        """Where the site in place is."""
        return self._root / "site"

    def add(self) -> None:
        """File a story, perhaps a version of another."""
        self._number += 1
        text = self._text()
        if self._files() and self._random.random() < 0.3:
            text = self._pick(self._files()).read_text(encoding="utf-8").partition("\n\n")[2]
        people, countries = self._some(_PEOPLE), self._some(_COUNTRIES)
        lines = [
            f"Title: {self._pick(_WORDS)} {self._pick(_WORDS)} {self._number}",
            f"Date: {self._pick(_DAYS)}",
            f"Source: {self._pick(_SOURCES)}",
            f"People: {people}",
            f"Countries: {countries.partition(';')[0]}",
            f"Countries_mentioned: {countries.partition(';')[2].strip()}",
            f"Organizations: {self._some(_ORGANIZATIONS)}",
            "Added: 2024-01-02",
        ]
        path = self._articles / f"story-{self._number}.md"
        path.write_text("\n".join(lines) + f"\n\n{text}", encoding="utf-8")

    def edit(self) -> None:
        """Add a paragraph to a story."""
        with self._pick(self._files()).open("a", encoding="utf-8") as file:
            file.write(f"\n\n{self._text()}")

    def remove(self) -> None:
        """Take a story away."""
        self._pick(self._files()).unlink()
        self.add() if not self._files() else None

    def rename(self) -> None:
        """Give a story another address."""
        self._number += 1
        path = self._pick(self._files())
        path.rename(path.with_name(f"renamed-{self._number}.md"))

    def touch(self) -> None:
        """Touch a story without changing it."""
        os.utime(self._pick(self._files()))

    def exchange(self) -> None:
        """Have two stories exchange their files, which keep their times."""
        one, other = self._pick(self._files()), self._pick(self._files())
        if one != other:
            aside = one.rename(one.with_suffix(".aside"))
            other.rename(one)
            aside.rename(other)

    def tag(self) -> None:
        """Replace the people of a story."""
        self._set_people(self._pick(self._files()), self._some(_PEOPLE))

    def cross(self) -> None:
        """Have a name stand in two stories, in one or in none."""
        for path in self._files():
            people = path.read_text(encoding="utf-8").partition("People: ")[2].partition("\n")[0]
            if _RARE in people:
                self._set_people(path, "")
        for path in self._random.sample(self._files(), min(len(self._files()), 2)):
            if self._random.random() < 0.6:
                self._set_people(path, _RARE)

    def record(self) -> None:
        """Write other authority records of people."""
        folder = self._root / "content" / "authorities"
        folder.mkdir(exist_ok=True)
        (folder / "people.csv").write_text(self._pick(_RECORDS), encoding="utf-8")

    def change_template(self) -> None:
        """Add to a template, perhaps what every page then shows of the whole archive."""
        name = self._pick(("entity.html", "article.html", "base.html", "period.html"))
        place = self._theme / "templates" / name
        shown = self._pick(
            ("<i>{{ archive.articles }}</i>", "<b>{{ tagged_articles | length }}</b>")
        )
        text = place.read_text(encoding="utf-8")
        marks = {"base.html": "</footer>"}
        mark = marks.get(name, "{% endblock %}")
        before, _, after = text.rpartition(mark)
        place.write_text(f"{before}{shown}{mark}{after}", encoding="utf-8")

    def change_setting(self) -> None:
        """Set something else."""
        self._name = self._pick(("Cuttings", "Press"))
        self._page_from = self._pick((1, 2, 3))

    def write_page(self) -> None:
        """Write a page of a person's own."""
        folder = self._root / "content" / "pages"
        folder.mkdir(exist_ok=True)
        (folder / "desk.md").write_text(f"Title: Desk\n\n{self._text()}", encoding="utf-8")

    def meddle(self) -> None:
        """Edit a file of the site in place, which the next build is to put right."""
        files = [path for path in sorted(self.site.rglob("*.html")) if path.is_file()]
        if files:
            self._pick(files).write_text("edited", encoding="utf-8")

    def damage(self) -> None:
        """Damage a file of the cache, or remove it."""
        files = [path for path in sorted((self._root / "site.cache").rglob("*")) if path.is_file()]
        for path in self._random.sample(files, min(len(files), 3)):
            path.write_bytes(
                path.read_bytes()[:-5]
            ) if self._random.random() < 0.5 else path.unlink()

    def kill(self) -> None:
        """Have a build killed while it writes, after the archive changed."""
        self.add()
        self._build(self._root / "staging.killed", deadly=self._random.randrange(1, 150))

    def change(self) -> str:
        """Change something; return what."""
        changes: list[Callable[[], None]] = [
            *(self.add, self.edit, self.remove, self.rename, self.tag, self.record) * 2,
            *(self.touch, self.exchange, self.cross, self.cross),
            *(self.change_template, self.change_setting, self.write_page),
            *(self.meddle, self.damage, self.kill, self.kill),
        ]
        change = self._pick(changes)
        change()
        return change.__name__

    def build(self) -> dict[str, bytes]:
        """Bring the site in place up to date, as ``make html`` does; return its files."""
        staging = self._root / "staging"
        before = self._numbers()
        assert self._build(staging) in (0, 3)
        swapped = self._commands.run(Command(["swap", str(staging), str(self.site)]))
        assert swapped.status == 0, swapped.messages
        self.kept += sum(before.get(path) == number for path, number in self._numbers().items())
        return _contents(self.site)

    def build_anew(self) -> dict[str, bytes]:
        """Return the files of the site as a build makes it that begins with nothing."""
        clean = self._root / "clean"
        shutil.rmtree(clean, ignore_errors=True)
        assert self._build(clean, cache="") in (0, 3)
        return _contents(clean)

    def _build(self, output: Path, deadly: int = 0, cache: str | None = None) -> int:
        # A file a setting: Python takes one that changes within a second, at the same length, for
        # unchanged.
        settings = self._root / f"conf_{self._name}_{self._page_from}.py"
        settings.write_text(
            _SETTINGS.format(theme=str(self._theme), name=self._name, page_from=self._page_from)
        )
        shutil.rmtree(output, ignore_errors=True)
        words = ["pelican", str(self._root / "content"), "--output", str(output)]
        words += ["--settings", str(settings), "--fatal", "errors"]
        place = str(self._root / "site.cache") if cache is None else cache
        environment = {"CUTTINGS_CACHE": place, "PYTHONPATH": str(ROOT), "CUTTINGS_PROCESSES": "1"}
        root = str(self._root) if deadly else ""
        done = self._commands.run(Command(words, root, deadly, environment=environment))
        assert done.killed or done.status in (0, 3), done.messages
        return done.status

    def _set_people(self, path: Path, people: str) -> None:
        lines = path.read_text(encoding="utf-8").split("\n")
        changed = [f"People: {people}" if line.startswith("People:") else line for line in lines]
        path.write_text("\n".join(changed), encoding="utf-8")

    def _numbers(self) -> dict[Path, int]:
        """Return the numbers of the site's files on the disk: a file that is kept has the same."""
        return {path: path.stat().st_ino for path in self.site.rglob("*.html")}

    def _files(self) -> list[Path]:
        return sorted(self._articles.glob("*.md"))

    def _pick(self, values: Sequence[T]) -> T:
        return self._random.choice(values)

    def _some(self, values: tuple[str, ...]) -> str:
        return "; ".join(self._random.sample(values, self._random.randrange(3)))

    def _text(self) -> str:
        names = self._random.sample((*_PEOPLE, *_COUNTRIES, *_ORGANIZATIONS), 4)
        words = " ".join(self._random.choices(_WORDS, k=25))
        return f"{' met '.join(names)} about the {words}.\n\nThen {names[0]} left for {words}.\n"


def _contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _differences(kept: dict[str, bytes], anew: dict[str, bytes]) -> list[str]:
    """Return the names of the files that are not the same, each with where it begins to differ."""
    found = []
    for name in sorted(kept.keys() | anew.keys()):
        pair = kept.get(name, b"missing"), anew.get(name, b"missing")
        if pair[0] != pair[1]:
            start = next((at for at, (a, b) in enumerate(zip(*pair, strict=False)) if a != b), 0)
            shown = [content[max(start - 60, 0) : start + 90] for content in pair]
            found.append(f"{name}: {shown[0]!r} instead of {shown[1]!r}")
    return found


@pytest.mark.parametrize("seed", range(_FIRST, _FIRST + SEQUENCES))
def test_an_incremental_build_is_the_same_as_a_clean_one(
    seed: int, tmp_path: Path, commands: ForkedCommands
) -> None:
    archive = _Archive(tmp_path, commands, seed)
    done: list[str] = []
    for _ in range(STEPS):
        assert _differences(archive.build(), archive.build_anew()) == [], (seed, done)
        done.append(archive.change())
    assert _differences(archive.build(), archive.build_anew()) == [], (seed, done)
    assert archive.kept > 0
