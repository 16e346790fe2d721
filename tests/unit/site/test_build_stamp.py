from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cuttings.site import build_stamp
from cuttings.site.build_stamp import SiteListing, inputs_digest, is_up_to_date, main, write_stamp

Change = Callable[[Path], object]


def _edit_keeping_its_time(root: Path) -> None:
    path = root / "content/articles/2024/a.md"
    before = path.stat()
    path.write_text("Title: B\n", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


_CHANGES: dict[str, Change] = {
    "article added": lambda r: (r / "content/articles/2024/b.md").touch(),
    "article edited": _edit_keeping_its_time,
    "article removed": lambda r: (r / "content/articles/2024/a.md").unlink(),
    "article renamed": lambda r: (r / "content/articles/2024/a.md").rename(
        r / "content/articles/2024/c.md"
    ),
    "record": lambda r: (r / "content/authorities/people.csv").write_text("heading\nA\n"),
    "page": lambda r: (r / "content/pages/about.md").touch(),
    "template": lambda r: (r / "theme/templates/base.html").write_text("new"),
    "script": lambda r: (r / "theme/static/site.js").touch(),
    "setting": lambda r: (r / "conf.py").write_text(_SETTINGS + "SITENAME = 'Other'\n"),
    "code": lambda r: (r / "package/module.py").touch(),
}
_SETTINGS = """\
import os
from pathlib import Path
THEME = str(Path(__file__).parent / "theme")
PLUGINS = ["cuttings.browse.plugin"]
SITEURL = os.environ.get("SITEURL", "")
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive with settings, theme, code and a site."""
    for folder in ("articles/2024", "authorities", "pages", "inbox", "originals"):
        (tmp_path / "content" / folder).mkdir(parents=True)
    for folder in ("theme/templates", "theme/static", "theme/node_modules", "package", "site"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "content/articles/2024/a.md").write_text("Title: A\n")
    (tmp_path / "site/index.html").write_text("page")
    (tmp_path / "conf.py").write_text(_SETTINGS)
    monkeypatch.setattr(build_stamp, "PACKAGE", tmp_path / "package")
    monkeypatch.delenv("SITEURL", raising=False)
    return tmp_path


def _inputs(root: Path) -> str:
    return inputs_digest(root / "content", root / "conf.py")


def _write(root: Path) -> None:
    write_stamp(root / "site", _inputs(root), SiteListing.of(root / "site"))


def _is_up_to_date(root: Path) -> bool:
    return is_up_to_date(root / "site", _inputs(root), SiteListing.of(root / "site"))


def test_a_site_is_up_to_date_until_something_changes(root: Path) -> None:
    assert not _is_up_to_date(root)
    _write(root)
    assert _is_up_to_date(root)
    (root / "content/inbox/raw.txt").touch()
    (root / "content/.cuttings.lock").touch()
    (root / "theme/node_modules/any.js").touch()
    (root / "package/__pycache__").mkdir()
    (root / "package/__pycache__/module.pyc").touch()
    assert _is_up_to_date(root)


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_any_change_of_what_a_build_reads_counts(root: Path, change: Change) -> None:
    _write(root)
    change(root)
    assert not _is_up_to_date(root)


def test_the_environment_counts_as_far_as_settings_read_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(root)
    monkeypatch.setenv("UNRELATED", "1")
    assert _is_up_to_date(root)
    monkeypatch.setenv("SITEURL", "https://example.org")
    assert not _is_up_to_date(root)


@pytest.mark.parametrize(
    "change",
    [
        lambda site: (site / "index.html").write_text("edited"),
        lambda site: (site / "index.html").unlink(),
        lambda site: (site / "CNAME").touch(),
        lambda site: site.with_name("site.stamp").write_text("{"),
        lambda site: site.with_name("site.stamp").unlink(),
    ],
)
def test_a_site_that_was_changed_is_built_again(root: Path, change: Change) -> None:
    _write(root)
    change(root / "site")
    assert not _is_up_to_date(root)


@pytest.mark.parametrize(
    "line",
    [
        "PLUGINS.append('mine')",
        "JINJA_FILTERS = {'mine': lambda text: text}",
        "THEME_TEMPLATES_OVERRIDES = ['mine']",
        "raise SystemExit('SITEURL is missing')",
        "1 / 0",
    ],
)
def test_settings_that_reach_further_are_never_up_to_date(root: Path, line: str) -> None:
    (root / "conf.py").write_text(f"{_SETTINGS}{line}\n")
    _write(root)
    assert _inputs(root) == ""
    assert not _is_up_to_date(root)


def test_the_command_says_where_the_site_is_and_how_large(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [str(root / name) for name in ("content", "site", "conf.py")]
    assert main(words) == 1
    _write(root)
    assert main(words) == 0
    shown = capsys.readouterr()
    assert shown.out.split() == [_inputs(root)] * 2
    assert shown.err == f"Nothing has changed. The site is in {root / 'site'}: 1 file, 0.0 MB.\n"
