"""The desk: what a person does there, and what it makes of the archive's files."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect
from tests.browser.axe import violations_in_either_scheme
from tests.browser.conftest import DESKTOP, OpenPage, Watch
from tests.files.desk_archive import HOSTILE, PAIRS, file_desk_archive, file_story

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.review.questions.merge_cache import find_merges

OpenDesk = Callable[..., Page]
PHONE_SIZE: ViewportSize = {"width": 360, "height": 740}


@pytest.fixture
def archive(folder: ContentFolder) -> ContentFolder:
    file_desk_archive(folder)
    file_story(folder, "Hostile", 31, HOSTILE)
    find_merges(folder)
    return folder


@pytest.fixture
def open_desk(archive: ContentFolder, open_page: OpenPage, repository: Path) -> Iterator[OpenDesk]:
    """Start ``cuttings review`` and open its page; the one before is closed by Ctrl-C."""
    with ExitStack() as stack:

        def start(**options: object) -> Page:
            stack.close()
            command = [sys.executable, "-m", "cuttings.cli", "review", "--no-browser"]
            command += ["--content", str(archive.root), "--theme", str(repository / "theme")]
            process = subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8")
            stack.callback(process.wait)
            stack.callback(process.send_signal, signal.SIGINT)
            assert process.stdout is not None
            stack.enter_context(process.stdout)
            (address,) = re.findall(r"http://\S+", process.stdout.readline())
            page = open_page(address, "", **options)
            stack.callback(page.close)
            expect(page.locator("h1")).to_be_visible()
            return page

        yield start


def records(archive: ContentFolder) -> str:
    path = archive.authorities / "people.csv"
    return path.read_text("utf-8") if path.exists() else ""


def test_a_keyboard_alone_settles_twenty_names(
    archive: ContentFolder, open_desk: OpenDesk, axe: str
) -> None:
    page = open_desk()
    page.set_viewport_size(PHONE_SIZE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_SIZE["width"]
    assert violations_in_either_scheme(page, axe) == []
    page.set_viewport_size(DESKTOP)
    page.keyboard.press("Control+d")  # It is the browser's.
    for number, (full, plain) in enumerate(PAIRS[:20]):
        expect(page.locator("h1")).to_have_text(f"Is {plain} the same as {full}?")
        expect(page.locator(".desk-count")).to_contain_text(f"{number} of 22")
        page.keyboard.press("s" if number % 4 else "d")
    expect(page.locator(".desk-count")).to_have_text("20 of 22, about 20 stories settled")
    rows = records(archive).splitlines()[1:]
    assert rows[1].startswith(f"{PAIRS[1][0]},{PAIRS[1][1]},")
    assert rows[4].startswith(f"{PAIRS[4][0]},,")
    assert rows[4].endswith(f",{PAIRS[4][1]}")
    assert len(rows) == 20
    again = open_desk()
    for number in range(20, 0, -1):
        expect(again.locator(".desk-count")).to_contain_text(f"{number} of 22")
        again.keyboard.press("u")
    expect(again.locator(".desk-count")).to_contain_text("0 of 22")
    assert not (archive.authorities / "people.csv").exists()
    full, plain = PAIRS[0]
    expect(again.locator("h1")).to_have_text(f"Is {plain} the same as {full}?")
    again.keyboard.press("w")
    expect(again.locator("h1")).to_have_text(f"Is {full} the same as {plain}?")
    again.keyboard.press("Tab")
    again.keyboard.press("Enter")
    expect(again.locator(".desk-last del")).to_have_text(f"“{full}” is “{plain}”")


def test_a_second_window_and_a_run_that_writes_lose_nothing(
    archive: ContentFolder, open_desk: OpenDesk, watches: list[Watch]
) -> None:
    page = open_desk()
    watches[-1].expected = ("409 (Conflict)",)
    expect(page.locator("h1")).to_contain_text(PAIRS[0][0])
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("h1")).to_contain_text(PAIRS[0][0])
    page.bring_to_front()
    page.keyboard.press("s")
    expect(page.locator("h1")).to_contain_text(PAIRS[1][0])
    other.bring_to_front()
    other.keyboard.press("d")
    expect(other.get_by_role("alert")).to_contain_text("settled in another window")
    expect(other.locator("h1")).to_contain_text(PAIRS[1][0])
    other.close()
    written = records(archive)
    with archive_held_by_another_run(archive):
        page.keyboard.press("s")
        expect(page.get_by_role("alert")).to_contain_text("is writing in the archive; wait until")
        assert records(archive) == written
    page.keyboard.press("s")
    expect(page.locator("h1")).to_contain_text(PAIRS[2][0])
    expect(page.get_by_role("alert")).to_be_empty()


@contextmanager
def archive_held_by_another_run(archive: ContentFolder) -> Iterator[None]:
    code = (
        "import sys; from pathlib import Path\n"
        "from cuttings.article.archive_lock import archive_lock\n"
        "with archive_lock(Path(sys.argv[1])): print(flush=True); sys.stdin.read()"
    )
    words = [sys.executable, "-c", code, str(archive.root)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        run.stdout.readline()
        try:
            yield
        finally:
            run.communicate()


def test_names_tags_and_stories_are_put_right_by_keys(
    archive: ContentFolder, open_desk: OpenDesk, axe: str
) -> None:
    company = file_story(archive, "A company", 30, "Diebold")
    as_organization(file_story(archive, "Another company", 29, "Diebold"))
    as_organization(file_story(archive, "A third company", 28, "Diebold"))
    page = open_desk()
    page.keyboard.press("2")
    expect(page.locator("h1")).to_have_text("Is Diebold a person in this story?")
    assert violations_in_either_scheme(page, axe) == []
    page.keyboard.press("e")
    page.get_by_label("Its name").fill("Diebold Inc")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("No tag is in doubt")
    assert read_article(company).organizations == ("Diebold Inc",)

    page.keyboard.press("3")
    expect(page.locator("#desk-lists [aria-current=page]")).to_contain_text("Stories")
    expect(page.locator("h1")).to_have_text("Hostile")
    expect(page.get_by_role("button", name=HOSTILE)).to_be_visible()
    assert page.evaluate("document.body.dataset.broken") is None
    page.keyboard.press("n")
    expect(page.locator("h1")).to_have_text("A company")
    assert violations_in_either_scheme(page, axe) == []
    page.locator(".article-body p").evaluate(
        "node => getSelection().setBaseAndExtent(node.lastChild, 8, node.lastChild, 15)"
    )
    selected = page.evaluate("getSelection().toString()").strip()
    page.keyboard.press("p")
    expect(page.get_by_role("button", name=selected)).to_be_visible()
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_role("button", name=f"Remove {selected}")).to_have_count(0)
    assert read_article(company).people == ()
    page.keyboard.press("r")
    expect(page.locator("h1")).to_have_text("Another company")
    assert read_article(company).reviewed

    page.keyboard.press("/")
    page.keyboard.type("zamora")
    expect(page.get_by_role("option").first).to_contain_text("José Zamora")
    page.keyboard.press("Control+a")
    page.keyboard.type("story 21.1")
    expect(page.get_by_role("option").first).to_have_text(
        "Story 21.122 January 2020 · Harbour Post"
    )
    page.keyboard.press("Control+a")
    page.keyboard.type("zamora")
    expect(page.get_by_role("option").first).to_contain_text("José Zamora")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("José Zamora")
    assert violations_in_either_scheme(page, axe) == []
    page.keyboard.press("r")
    page.get_by_label("Its name").fill("José Zamora Ruiz")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("José Zamora Ruiz")
    page.keyboard.press("i")
    page.get_by_label("Its Wikidata id").fill("Q42")
    assert violations_in_either_scheme(page, axe) == []
    page.keyboard.press("Enter")
    expect(page.locator("dd", has_text="Q42")).to_be_visible()
    assert "José Zamora Ruiz,José Zamora,,Q42" in records(archive)
    for _ in range(6):
        last = page.locator(".desk-last del").inner_text()
        page.keyboard.press("u")
        expect(page.locator(".desk-last del").get_by_text(last, exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Undo")).to_have_count(0)
    assert not (archive.authorities / "people.csv").exists()
    assert read_article(company).people == ("Diebold",)


def as_organization(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("People: Diebold\n", "People:\n").replace(
            "\nOrganizations:\n", "\nOrganizations: Diebold\n"
        ),
        "utf-8",
    )
