"""Where a reader reports a wrong tag: the link that the settings give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from cuttings.article.web_link import is_web_address
from cuttings.errors import SettingsError

REPORT_SETTING = "CUTTINGS_REPORT_LINK"
"""Pelican setting that gives the link; empty for none."""

_PAGE = "{page}"
_MAIL = "mailto:"


@dataclass(frozen=True, slots=True)
class ReportLink:
    """The link to report a wrong tag.

    Attributes:
        pattern: A web or mail address; ``{page}`` in it stands for the page to report.
    """

    pattern: str

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> ReportLink | None:
        """Return the link that Pelican's settings give, or None if they give none.

        Raises:
            SettingsError: If it is not the address of a web page or a mailbox.
        """
        pattern = settings.get(REPORT_SETTING, "")
        if not pattern:
            return None
        if not isinstance(pattern, str) or not _is_address(pattern.replace(_PAGE, "page")):
            raise SettingsError(
                f"{REPORT_SETTING} is {pattern!r}, which no reader can follow; set it to "
                f"'{_MAIL}desk@example.org' or an address that begins with https:// "
                f"('{_PAGE}' in it stands for the page)"
            )
        return cls(pattern)

    def address(self, site_url: str, path: str) -> str:
        """Return the link of one page.

        Args:
            site_url: Where the site stands, or "" if that is unknown.
            path: The page's path from the site's root.
        """
        page = f"{site_url}/{path}" if site_url else path
        return self.pattern.replace(_PAGE, quote(page, safe=""))


def _is_address(text: str) -> bool:
    if "{" in text or "}" in text:
        return False
    if text.startswith(_MAIL):
        mailbox, _, domain = text.removeprefix(_MAIL).partition("?")[0].partition("@")
        return bool(mailbox and domain) and len(text.split()) == 1
    return is_web_address(text)
