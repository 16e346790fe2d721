"""Who may ask the desk: nobody but the page that it was opened with.

The server listens on this machine only. Still, any page in the browser can send requests to it,
and any name can be made to lead to this machine. So a request counts only if its path begins with
the token, its ``Host`` is this server's, and it does not come from the page of another site.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'self';frame-src 'none';media-src 'none';object-src 'none';base-uri 'none';"
    "form-action 'self'"
)
"""The policy of the published pages (``theme/templates/base.html``)."""

_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"{CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

MOST_BYTES = 64 * 1024
"""Largest request: an answer is a few names."""

_SAME_SITE = frozenset({"same-origin", "none"})
"""What a browser says of a request of the page itself, or of one that a person typed."""


class Guard:
    """Passes on the requests of the desk's own page, and refuses all others.

    Args:
        app: What answers them; it sees their paths without the token.
        token: The word that begins every path; only whoever was given the address knows it.
        port: The port of the server.
    """

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self._app = app
        self._prefix = f"/{token}"
        self._hosts = (f"127.0.0.1:{port}", f"localhost:{port}")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return
        path: str = scope["path"]
        status = self._refusal(scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        if status:
            await PlainTextResponse("refused", status)(scope, receive, send_with_headers)
            return
        own = {**scope, "path": path.removeprefix(self._prefix), "raw_path": None}
        await self._app(own, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> int:
        """Return the status with which a request is refused, or 0."""
        headers = Headers(scope=scope)
        if headers.getlist("host")[:2] not in [[host] for host in self._hosts]:
            return 421
        start = scope["path"][: len(self._prefix)].encode("utf-8", "surrogatepass")
        rest = scope["path"][len(self._prefix) :]
        if not hmac.compare_digest(start, self._prefix.encode()) or not rest.startswith("/"):
            return 404
        return next(self._refusals(scope["method"], headers), 0)

    def _refusals(self, method: str, headers: Headers) -> Iterator[int]:
        origin, own = headers.get("origin"), f"http://{headers['host']}"
        if origin is not None and origin != own:
            yield 403
        if headers.get("sec-fetch-site", "none") not in _SAME_SITE:
            yield 403
        if method in {"GET", "HEAD"}:
            return
        if method != "POST":
            yield 405
        if origin is None:
            yield 403
        if headers.get("content-type") != "application/json":
            yield 415
        if not headers.get("content-length", "").isdecimal():
            yield 411
        elif int(headers["content-length"]) > MOST_BYTES:
            yield 413
