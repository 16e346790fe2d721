"""The polite client: one page by its address, past redirects, pauses and passing faults."""

from __future__ import annotations

import contextlib
import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from cuttings.article.web_link import join_link
from cuttings.errors import FetchError
from cuttings.ingest.fetching.exchange import (
    Answer,
    BrokenExchangeError,
    Requester,
    trusted_authorities,
)
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.host_address import Resolver, resolved
from cuttings.ingest.fetching.host_pause import HostPauses
from cuttings.ingest.fetching.media_type import refusal
from cuttings.ingest.fetching.robots import RobotsRules
from cuttings.ingest.fetching.time_allowance import TimeAllowance
from cuttings.ingest.fetching.web_address import WebAddress

_MOST_REDIRECTS = 10
"""Redirects that are followed for one address; browsers follow twenty."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({429, 500, 502, 503, 504})
"""Statuses after which the same request may succeed later."""

_LATER = "type 'cuttings add --fetch' later to try it again"
_BY_HAND = "save the page from your browser, or delete the address"


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """The end of the way from an address to its page.

    Attributes:
        address: Where the page was found.
        redirects: The addresses that the first one led to, that of the page last.
        answer: The answer there.
    """

    address: WebAddress
    redirects: tuple[str, ...]
    answer: Answer

    @property
    def unchanged(self) -> bool:
        """Whether the server says that the page is as it was at the last visit."""
        return self.answer.status == HTTPStatus.NOT_MODIFIED


class WebClient:
    """Fetches pages one after the other.

    Args:
        settings: The limits it keeps to.
        resolve: Gives the IP addresses of hosts.
        tls: What certificates are checked with; None trusts the usual authorities.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        resolve: Resolver = resolved,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._settings = settings
        self._requester = Requester(
            settings=settings, resolve=resolve, tls=tls or trusted_authorities()
        )
        self._pauses = HostPauses(settings.pause)
        self._rules: dict[str, RobotsRules | FetchError] = {}

    def fetch(self, url: str, conditions: Mapping[str, str] | None = None) -> Response:
        """Return the page at ``url``.

        Args:
            url: Where it is.
            conditions: Header fields by which the server can say that it has not changed.

        Raises:
            FetchError: If it cannot or may not be fetched.
        """
        start = WebAddress.parse(url)
        try:
            return self._page(start, conditions or {})
        except FetchError as error:
            after = "" if error.url == start.url else f" (after a redirect to {error.url})"
            raise FetchError(url, f"{error.reason}{after}", error.remedy) from error

    def _page(self, start: WebAddress, conditions: Mapping[str, str]) -> Response:
        allowance = TimeAllowance(self._settings.deadline, self._settings.longest_wait)

        def ask(address: WebAddress) -> Answer:
            rules = self._rules_of(address, allowance)
            if not rules.allow(address.url):
                raise FetchError(
                    address.url, "its site forbids programs to fetch it (robots.txt)", _BY_HAND
                )
            return self._ask(
                address,
                allowance,
                headers=conditions,
                refuse=lambda head: refusal(head.media_type, address.url),
                pause=min(rules.delay, self._settings.longest_wait),
            )

        response = _followed(start, ask)
        status, url = response.answer.status, response.address.url
        if status != HTTPStatus.OK and not (conditions and response.unchanged):
            raise FetchError(url, f"the server answers {_named(status)}", _BY_HAND)
        if status == HTTPStatus.OK and not response.answer.content.strip():
            raise FetchError(url, "the server sends an empty page", _BY_HAND)
        return response

    def _rules_of(self, address: WebAddress, allowance: TimeAllowance) -> RobotsRules:
        """Return the rules of the site that ``address`` belongs to.

        They are asked for once, even if the site cannot say them, as it would fail for each of its
        pages again. It is asked again if another site on the way to it took the time.

        Raises:
            FetchError: If the server cannot say, which forbids all (RFC 9309, section 2.3.1.4).
        """
        rules = self._rules.get(address.origin)
        if rules is None:
            has_all_time = allowance.left >= self._settings.deadline
            rules = self._read_rules(address, allowance)
            if has_all_time or isinstance(rules, RobotsRules):
                self._rules[address.origin] = rules
        if isinstance(rules, FetchError):
            raise FetchError(
                address.url, f"its robots.txt cannot be read ({rules.reason})", rules.remedy
            ) from rules
        return rules

    def _read_rules(
        self, address: WebAddress, allowance: TimeAllowance
    ) -> RobotsRules | FetchError:
        """Ask for the rules of a site, and return them or the reason they are unknown."""
        start = WebAddress.parse(f"{address.origin}/robots.txt")
        try:
            answer = _followed(start, lambda file: self._ask(file, allowance)).answer
        except FetchError as error:
            return error
        rules = RobotsRules.from_answer(answer)
        if rules.unknown:
            return FetchError(start.url, f"the server answers {_named(answer.status)}", _LATER)
        return rules

    def _ask(
        self,
        address: WebAddress,
        allowance: TimeAllowance,
        *,
        headers: Mapping[str, str] | None = None,
        refuse: Callable[[Answer], str] = lambda _head: "",
        pause: float = 0.0,
    ) -> Answer:
        """Return the answer of one host, asked again as long as that may help.

        Raises:
            FetchError: If it does not help.
        """
        reason = ""
        wait: float | None = None
        for attempt in range(self._settings.retries + 1):
            if attempt:
                backoff = self._settings.backoff * 2 ** (attempt - 1)
                seconds = backoff if wait is None else wait
                if not allowance.take_wait(seconds):
                    break
                self._pauses.postpone(address.host, time.monotonic() + seconds)
            self._pauses.wait(address.host, pause)
            try:
                answer = self._requester.answer(address, headers or {}, refuse, allowance)
            except BrokenExchangeError as error:
                reason, wait = str(error), None
                if not allowance.left:
                    break
                continue
            if answer.status not in _PASSING:
                return answer
            reason, wait = f"the server answers {_named(answer.status)}", _retry_after(answer)
            if wait is not None and wait > self._settings.longest_wait:
                reason += f" and asks for a pause of {wait:,.0f} seconds"
                break
        raise FetchError(address.url, reason, _LATER)


def _followed(start: WebAddress, ask: Callable[[WebAddress], Answer]) -> Response:
    """Ask for an address, and for those that the answers lead to, up to one that leads nowhere.

    Raises:
        FetchError: If the redirects do not end, or lead out of the web.
    """
    address = start
    redirects: list[str] = []
    while True:
        answer = ask(address)
        location = answer.headers.get("location", "")
        if answer.status not in _REDIRECTS or not location:
            return Response(address=address, redirects=tuple(redirects), answer=answer)
        address = _redirected(address, location)
        if address.url in (start.url, *redirects):
            raise FetchError(start.url, "its redirects lead in a circle", _BY_HAND)
        redirects.append(address.url)
        if len(redirects) > _MOST_REDIRECTS:
            raise FetchError(start.url, f"it redirects more than {_MOST_REDIRECTS} times", _BY_HAND)


def _redirected(address: WebAddress, location: str) -> WebAddress:
    """Return the address that a header ``Location`` means.

    Raises:
        FetchError: If it is not a web address.
    """
    # Header fields are read as Latin-1; servers that write other characters write UTF-8.
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    url = join_link(address.url, location)
    if not url:
        raise FetchError(address.url, "it redirects to something that is not an address", _BY_HAND)
    return WebAddress.parse(url)


def _retry_after(answer: Answer) -> float | None:
    """Return the seconds for which a server asks for a pause, or None if it names none."""
    written = answer.headers.get("retry-after", "").strip()
    if written.isdecimal():
        return float(written)
    try:
        moment = parsedate_to_datetime(written)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _named(status: int) -> str:
    """Return a status with the words for it: "404 Not Found"."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
