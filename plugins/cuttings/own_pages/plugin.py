"""Pelican plugin: the pages that a person writes in ``content/pages``.

Pelican renders them, but does not look for them: ``PAGE_PATHS`` stays empty, so that a page with
a fault is one warning, and no link has Pelican publish a file outside the folder that is meant
for files. It comes after the plugin that writes the site's own pages, which keep their addresses.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from pelican import Pelican, signals
from pelican.contents import Page
from pelican.generators import Generator, PagesGenerator
from pelican.readers import MarkdownReader
from pelican.writers import Writer

from cuttings.build_problems import BuildProblems
from cuttings.errors import AddressTakenError, InputError
from cuttings.own_pages.page_address import address_problem
from cuttings.own_pages.page_folder import FILES, PageFolder
from cuttings.site.published_files import PublishedFiles

_STATES = ("published", "hidden", "draft")


class _Target:
    """What a link of a page may lead to, as Pelican asks for it.

    Args:
        url: The address from the site's root.
    """

    def __init__(self, url: str) -> None:
        self.url = url

    def attach_to(self, _page: Page) -> None:
        """Leave the file where it is: ``{attach}`` means no more than ``{static}`` here."""


class OwnPagesGenerator(Generator):  # type: ignore[misc]
    """Reads the pages, then writes them and the files they may use."""

    def generate_context(self) -> None:
        """Put ``own_pages`` into the context; one that has a fault is one warning."""
        self._problems = BuildProblems.of(self.settings)
        self._folder = PageFolder(Path(self.path), self._problems.add)
        self._files = dict(self._folder.files())
        for address in self._files.values():
            self.context["static_content"][address] = _Target(address)
        self.context["own_pages"] = pages = []
        for path in self._folder.pages():
            try:
                page = self._read(path)
            except Exception as error:
                self._problems.add(InputError.unforeseen(path, error))
                continue
            if page.status != "draft":
                pages.append(page)
        for filed in self.context["filed_articles"] if pages else ():
            source = filed.path.relative_to(self.path).as_posix()
            self.context["generated_content"][source] = _Target(
                f"articles/{filed.article.slug}.html"
            )

    def _read(self, path: Path) -> Page:
        """Return the page at ``path``.

        Raises:
            InputError: If it cannot be a page of the site.
        """
        page = self._page(path)
        if not getattr(page, "title", ""):
            raise InputError(path, "it has no Title line", "add one, as in 'Title: …'")
        if page.status not in _STATES:
            raise InputError(
                path, f"'Status: {page.status}' is not known", f"use one of {', '.join(_STATES)}"
            )
        if reason := address_problem(page.save_as):
            raise InputError(path, reason, "correct its Slug or Save_as line")
        try:
            self.get_template(page.template)
        except Exception as error:
            raise InputError(
                path, f"the theme has no template '{page.template}'", "correct its Template line"
            ) from error
        self._check_links(page, path)
        self.add_source_path(page)
        return page

    def _page(self, path: Path) -> Page:
        """Return what Pelican makes of the page at ``path``.

        Raises:
            InputError: If a line above its text is wrong, or it is not a text.
        """
        try:
            content, metadata = MarkdownReader(self.settings).read(str(path))
            return Page(content, metadata, self.settings, str(path), self.context)
        except UnicodeDecodeError as error:
            raise InputError.not_utf8(path) from error
        except (KeyError, ValueError) as error:
            reason = f"a line above its text is wrong ({error.args[0]})"
            raise InputError(path, reason, "correct that line") from error

    def _check_links(self, page: Page, path: Path) -> None:
        """Report links to files that no page may use; the page is built without them."""
        for link in sorted(page.get_static_links()):
            if link not in self.context["static_content"]:
                self._problems.add(
                    InputError(path, f"it links to a file '{link}'", f"put the file into {FILES}/")
                )

    def generate_output(self, writer: Writer) -> None:
        """Write every page and every file that they may use."""
        for page in self.context["own_pages"]:
            source = Path(page.source_path)
            try:
                self._write_page(page, writer)
            except AddressTakenError as error:
                self._problems.add(InputError(source, str(error), "correct its Slug or Save_as"))
            except Exception as error:
                self._problems.add(InputError.unforeseen(source, error, step="written"))
        published = PublishedFiles.of(self.settings)
        for file, path in self._files.items():
            try:
                place = Path(self.output_path) / path
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, place, follow_symlinks=False)
                published.claim(path)
            except Exception as error:
                self._problems.add(InputError.unforeseen(file, error, step="published"))

    def _write_page(self, page: Page, writer: Writer) -> None:
        writer.write_file(
            page.save_as,
            self.get_template(page.template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            url=page.url,
            page=page,
        )


def _generators(_pelican: Pelican) -> type[OwnPagesGenerator]:
    return OwnPagesGenerator


def _count_pages(generator: PagesGenerator, **_arguments: object) -> None:
    """Let Pelican's closing line count the pages, when it has nothing more to do with them."""
    generator.pages = generator.context["own_pages"]


def register() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(_generators)
    signals.page_writer_finalized.connect(_count_pages)
