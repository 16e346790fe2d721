"""Nobody but the desk's own page is answered."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cuttings.review.server.guard import CONTENT_SECURITY_POLICY, MOST_BYTES, Guard

TOKEN, PORT = "s3cret-token", 8123
HOST = f"127.0.0.1:{PORT}"
POST = {"origin": f"http://{HOST}", "content-type": "application/json", "content-length": "2"}


def status_of(path: str, method: str = "GET", **headers: str | list[str]) -> tuple[int, str]:
    """Return the status that a request gets, and the path that was passed on, or ""."""
    passed: list[str] = []
    sent: list[dict[str, Any]] = []

    async def app(scope: Any, _receive: Any, send: Any) -> None:
        passed.append(scope["path"])
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    given = {"host": HOST, **headers}
    pairs = [
        (name.replace("_", "-").encode(), value.encode())
        for name, values in given.items()
        for value in ([values] if isinstance(values, str) else values)
    ]
    scope = {"type": "http", "method": method, "path": path, "headers": pairs, "query_string": b""}
    with suppress(StopIteration):  # nothing here waits, so no loop is needed
        Guard(app, TOKEN, PORT)(scope, receive, send).send(None)
    names = {name for name, _ in sent[0]["headers"]}
    assert {b"content-security-policy", b"x-content-type-options"} <= names
    return sent[0]["status"], "".join(passed)


def test_the_page_is_answered() -> None:
    assert status_of(f"/{TOKEN}/") == (200, "/")
    assert status_of(f"/{TOKEN}/api/state", host=f"localhost:{PORT}") == (200, "/api/state")
    assert status_of(f"/{TOKEN}/api/undo", "POST", **POST) == (200, "/api/undo")


@pytest.mark.parametrize(
    "path", ["/", "", f"/{TOKEN}", f"/{TOKEN}x/", "/s3cret-tokem/", f"//{TOKEN}/", "/\udc80/"]
)
def test_a_path_without_the_token_is_not_found(path: str) -> None:
    assert status_of(path) == (404, "")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:80", "", [HOST, HOST], []],
)
def test_a_name_that_was_made_to_lead_here_is_refused(host: str | list[str]) -> None:
    assert status_of(f"/{TOKEN}/", host=host) == (421, "")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": f"https://{HOST}"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_of_another_site_is_refused(method: str, headers: dict[str, str]) -> None:
    given = {**(POST if method == "POST" else {}), **headers}
    assert status_of(f"/{TOKEN}/api/undo", method, **given) == (403, "")


@pytest.mark.parametrize(
    ("method", "changed", "status"),
    [
        ("PUT", {}, 405),
        ("OPTIONS", {}, 405),
        ("POST", {"content-type": "text/plain"}, 415),
        ("POST", {"content-length": str(MOST_BYTES + 1)}, 413),
        ("POST", {"content-length": "x"}, 411),
    ],
)
def test_what_no_page_of_the_desk_sends_is_refused(
    method: str, changed: dict[str, str], status: int
) -> None:
    assert status_of(f"/{TOKEN}/api/undo", method, **POST | changed) == (status, "")


def test_a_write_without_an_origin_is_refused() -> None:
    headers = {name: value for name, value in POST.items() if name != "origin"}
    assert status_of(f"/{TOKEN}/api/undo", "POST", **headers) == (403, "")


def test_the_policy_is_that_of_the_site(repository: Path) -> None:
    for page in ("templates/base.html", "src/desk/index.html"):
        text = (repository / "theme" / page).read_text(encoding="utf-8")
        assert f'http-equiv="Content-Security-Policy" content="{CONTENT_SECURITY_POLICY}"' in text
