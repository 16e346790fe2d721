from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from cuttings.browse.kept_pages import KeptPages
from cuttings.browse.pages.site import SitePage
from cuttings.build_cache import BuildCache

TEMPLATES = {
    "entity.html": "{{ page }}",
    "home.html": "{{ page }} of {{ archive }}",
    "odd.html": "{{ page }} of {{ tagged_articles }}",
}


def _page(template: str, digest: str, exact: str | None = None) -> SitePage:
    path = f"pages/{template}.html"
    exactly = None if exact is None else lambda: exact
    return SitePage(path, template, lambda: digest, lambda: digest, path, exactly)


def _kept(root: Path, output: str, archive: str = "3 stories", *, caches: bool = True) -> KeptPages:
    """Return the pages of a build into a folder, beside the site in place."""
    cache = BuildCache(root / "site.cache", "version") if caches else BuildCache()
    context = {"archive": archive, "tagged_articles": [], "localsiteurl": "x", "SITENAME": "y"}
    kept = KeptPages(cache, root / output, Environment(loader=DictLoader(TEMPLATES)), context)
    for template in ("entity", "home", "odd", "entity"):
        kept.look_at(template)
    return kept


def _write(kept: KeptPages, output: Path, pages: Sequence[SitePage]) -> list[str]:
    """Write what is not kept; return the paths of what is then known."""
    for page in kept.others(pages):
        digests = kept.digests(page)
        (output / page.path).parent.mkdir(parents=True, exist_ok=True)
        (output / page.path).write_text(str(page.make()))
        kept.note(kept.written(page, digests))
    return [path for path, _ in kept.store()]


FIRST = [_page("entity", "1", "shown"), _page("home", "2"), _page("odd", "3"), _page("entity", "")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    kept = _kept(tmp_path, "site")
    assert not kept.knows_any
    assert _write(kept, tmp_path / "site", FIRST[:3]) == [page.path for page in FIRST[:3]]
    return tmp_path


def test_pages_of_the_same_digest_are_kept_with_their_files(root: Path) -> None:
    kept = _kept(root, "new")
    assert kept.knows_any
    assert list(kept.others(FIRST)) == FIRST[2:]
    assert [path for path, _ in kept.store()] == [page.path for page in FIRST[:2]]
    assert (root / "new/pages/home.html").samefile(root / "site/pages/home.html")
    # The next build knows them, too.
    assert list(_kept(root, "third").others(FIRST[:2])) == []


def test_a_page_is_written_for_what_else_its_template_shows(root: Path) -> None:
    assert list(_kept(root, "new", "4 stories").others(FIRST[:2])) == [FIRST[1]]


def test_a_page_that_shows_the_same_of_other_things_is_kept(root: Path) -> None:
    pages = [_page("entity", "other", "shown"), _page("entity", "other", "else")]
    assert list(_kept(root, "new").others(pages)) == pages[1:]
    assert list(_kept(root, "third").others([_page("entity", "other")])) != []


def test_a_page_whose_digest_cannot_be_made_is_written(root: Path) -> None:
    def fail() -> str:
        raise ValueError("fault")

    page = SitePage("pages/entity.html", "entity", fail, fail, "name")
    assert list(_kept(root, "new").others([page])) == [page]


def test_without_a_cache_no_digest_is_made(root: Path) -> None:
    kept = _kept(root, "new", caches=False)
    assert kept.digests(FIRST[0]) == ("", "")
    assert list(kept.others(FIRST)) == FIRST
    digests = _kept(root, "new").digests(FIRST[0])
    assert "" not in digests
    assert digests.whole != digests.exact
