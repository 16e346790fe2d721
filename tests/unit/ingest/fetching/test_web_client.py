from __future__ import annotations

import contextlib
import gzip
import ipaddress
import re
import ssl
import threading
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import brotli
import pytest
import trustme
from backports import zstd
from hypothesis import HealthCheck, given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st
from tests.servers.news_server import LOOPBACK, NewsServer, running
from tests.servers.slow_answers import (
    ENDLESS_NAMES,
    SLOW_NAMES,
    full_port,
    slow_handshake,
)

from cuttings import __version__
from cuttings.errors import FetchError
from cuttings.ingest.fetching.fetch_settings import FetchSettings
from cuttings.ingest.fetching.web_client import WebClient

_REFUSED = re.compile("private address|is not a web address|is not found")


def _reason(client: WebClient, url: str) -> str:
    with pytest.raises(FetchError) as caught:
        client.fetch(url)
    assert caught.value.url == url
    assert caught.value.remedy
    return caught.value.reason


def test_a_page_is_fetched_by_a_program_that_says_its_name(
    client: WebClient, server: NewsServer
) -> None:
    response = client.fetch(server.url("/story#top"))
    assert response.answer.content == server.story
    assert (response.answer.media_type, response.answer.charset) == ("text/html", "utf-8")
    assert response.redirects == ()
    assert [path for path, _ in server.requests] == ["/robots.txt", "/story"]
    for _, headers in server.requests:
        assert headers["user-agent"].startswith(f"Cuttings/{__version__}")
        assert headers["host"] == f"{LOOPBACK}:{server.port}"


@pytest.mark.parametrize("path", ["/busy", "/failing-once", "/reset"])
def test_a_passing_fault_is_tried_again(client: WebClient, server: NewsServer, path: str) -> None:
    assert client.fetch(server.url(path)).answer.content == server.story
    assert server.pages() == [path, path]


@pytest.mark.parametrize(
    ("path", "reason", "requests"),
    [
        ("/failing", "500 Internal Server Error", 2),
        ("/always-reset", "the connection broke off", 2),
        ("/cut-short", "the connection broke off", 2),
        ("/badly-compressed", "cannot be unpacked", 2),
        ("/missing", "404 Not Found", 1),
        ("/closed-for-a-day", "asks for a pause of 86,400 seconds", 1),
        ("/closed-until-2090", "asks for a pause of ", 1),
        ("/huge-as-told", "larger than 1 MB", 1),
        ("/endless-as-told", "larger than 1 MB", 1),
        ("/huge", "larger than 1 MB", 1),
        ("/bomb", "larger than 1 MB", 1),
        ("/film", "no reader knows its content type (video/mp4)", 1),
        ("/empty", "an empty page", 1),
        ("/circle", "lead in a circle", 2),
        ("/endless/", "redirects more than 10 times", 11),
        ("/to-file", "not a web address (http", 1),
        ("/to-nothing", "redirects to something that is not an address", 1),
    ],
)
def test_what_cannot_be_fetched_is_reported(
    client: WebClient, server: NewsServer, path: str, reason: str, requests: int
) -> None:
    assert reason in _reason(client, server.url(path))
    assert len(server.pages()) == requests


@pytest.mark.parametrize(
    ("path", "timeout", "deadline"), [("/silent", 0.3, 9), ("/dripping", 9, 0.3)]
)
def test_a_server_that_takes_too_long_is_given_up(
    settings: FetchSettings, server: NewsServer, path: str, timeout: float, deadline: float
) -> None:
    hasty = WebClient(replace(settings, timeout=timeout, deadline=deadline))
    assert "takes too long" in _reason(hasty, server.url(path))


@pytest.fixture
def hasty(settings: FetchSettings) -> WebClient:
    """A client that has no time for a page, but much for each of its bytes."""
    return WebClient(replace(settings, timeout=9, deadline=0.3))


@pytest.mark.parametrize("name", SLOW_NAMES)
def test_the_deadline_holds_however_slowly_a_server_answers(
    hasty: WebClient, server: NewsServer, name: str
) -> None:
    assert "takes too long to answer" in _reason(hasty, server.url(f"/slow/{name}"))
    assert set(server.pages()) <= {f"/slow/{name}"}
    assert len(server.pages()) <= 1


@pytest.mark.parametrize("name", SLOW_NAMES)
def test_the_deadline_holds_for_robots_txt(hasty: WebClient, server: NewsServer, name: str) -> None:
    server.robots_as = f"/slow/{name}"
    reason = _reason(hasty, server.url("/story"))
    assert "robots.txt cannot be read (the server takes too long to answer)" in reason
    assert server.asked["/robots.txt"] <= 1
    assert server.asked["/story"] == 0


def test_the_deadline_holds_for_all_redirects_together(
    hasty: WebClient, server: NewsServer
) -> None:
    assert "takes too long to answer" in _reason(hasty, server.url("/slow-way/1"))


def test_the_deadline_holds_for_a_handshake(hasty: WebClient) -> None:
    with slow_handshake() as port:
        assert "takes too long to answer" in _reason(hasty, f"https://{LOOPBACK}:{port}/story")


def test_the_deadline_holds_for_a_connection_to_all_addresses_together(
    settings: FetchSettings,
) -> None:
    hasty = WebClient(
        replace(settings, timeout=9, deadline=0.3), resolve=lambda _host, _port: [LOOPBACK] * 100
    )
    with full_port() as port:
        assert "takes too long to answer" in _reason(hasty, f"http://full.example:{port}/story")


def test_the_deadline_holds_for_the_name_service(settings: FetchSettings) -> None:
    stopped = threading.Event()

    def resolve(_host: str, _port: int) -> Sequence[str]:
        stopped.wait(10)
        return [LOOPBACK]

    hasty = WebClient(replace(settings, timeout=9, deadline=0.3), resolve=resolve)
    try:
        reason = _reason(hasty, "http://slow.example/story")
        assert "name of its host slow.example takes too long to look up" in reason
    finally:
        stopped.set()


def test_a_server_gets_no_more_waits_than_there_is_time_for(
    settings: FetchSettings, server: NewsServer
) -> None:
    patient = replace(settings, retries=9, backoff=0.001, longest_wait=0.004)
    assert "500 Internal Server Error" in _reason(WebClient(patient), server.url("/failing"))
    assert len(server.pages()) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_a_redirect_may_have_letters_of_any_alphabet(
    client: WebClient, server: NewsServer, encoding: str
) -> None:
    server.location = "/stories/é".encode(encoding).decode("latin-1")
    response = client.fetch(server.url("/elsewhere"))
    assert response.address.target == "/stories/%C3%A9"


_BYTES = st.lists(
    st.one_of(
        st.binary(max_size=20),
        st.sampled_from(
            [
                b"HTTP/1.1 200 OK\r\n",
                b"HTTP/1.1 100 Continue\r\n",
                b"HTTP/1.1 101 Switching Protocols\r\n",
                b"HTTP/1.0 302 Found\r\nLocation: ",
                b"HTTP/9.9 999 x\r\n",
                b"Content-Type: text/html; charset*=x''%ff\r\n",
                b"Content-Length: ",
                b"Transfer-Encoding: chunked\r\n",
                b"Content-Encoding: gzip\r\n",
                b"Content-Encoding: deflate, gzip, br, zstd\r\n",
                b"Retry-After: -1\r\n",
                b"\r\n",
                b"\r\n\r\n",
                b"ffffffffffffffff\r\n",
                b"-1\r\n",
                b" folded\r\n",
            ]
        ),
    ),
    max_size=8,
).map(b"".join)


@given(_BYTES)
@settings_of_hypothesis(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_whatever_a_server_sends_is_a_page_or_one_error(
    settings: FetchSettings, server: NewsServer, sent: bytes
) -> None:
    server.sent = sent
    with contextlib.suppress(FetchError):
        WebClient(replace(settings, timeout=2, retries=0)).fetch(server.url("/sent"))


@pytest.mark.parametrize("name", ENDLESS_NAMES)
def test_an_answer_is_no_longer_outside_its_content_than_within(
    client: WebClient, server: NewsServer, name: str
) -> None:
    reason = _reason(client, server.url(f"/much/{name}"))
    assert "larger than 1 MB" in reason or "the connection broke off" in reason


def test_what_a_server_says_before_its_answer_is_passed_over(
    client: WebClient, server: NewsServer
) -> None:
    assert client.fetch(server.url("/hinted")).answer.content == server.story


@pytest.mark.parametrize(
    "status", [500, 501, 502, 503, 505, 507, 511, 520, 599, 600, 999, 300, 304]
)
def test_a_server_that_does_not_say_what_its_rules_are_is_left_alone(
    client: WebClient, server: NewsServer, status: int
) -> None:
    server.robots_as = f"/status/{status}"
    for _ in range(2):
        reason = _reason(client, server.url("/story"))
        assert f"its robots.txt cannot be read (the server answers {status}" in reason
    assert server.asked["/story"] == 0
    assert server.asked["/robots.txt"] == (2 if status in {500, 502, 503, 504} else 1)


def test_a_site_that_another_left_no_time_for_is_asked_again(settings: FetchSettings) -> None:
    with running(NewsServer()) as slow, running(NewsServer()) as site:
        slow.location = site.url("/story")
        hasty = WebClient(replace(settings, timeout=9, deadline=2))
        site.robots_as = "/slow/status"
        assert "robots.txt cannot be read" in _reason(hasty, slow.url("/elsewhere"))
        site.robots_as = ""
        assert hasty.fetch(site.url("/story")).answer.content == site.story


@pytest.mark.parametrize("path", ["/circle", "/endless/", "/to-file", "/to-private"])
def test_redirects_of_robots_txt_that_lead_nowhere_forbid_all(
    client: WebClient, server: NewsServer, path: str
) -> None:
    server.robots_as = path
    assert "robots.txt cannot be read" in _reason(client, server.url("/story"))
    assert server.asked["/story"] == 0


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451, 499])
def test_a_server_without_rules_may_be_asked(
    client: WebClient, server: NewsServer, status: int
) -> None:
    server.robots_as = f"/status/{status}"
    assert client.fetch(server.url("/story")).answer.content == server.story
    assert server.asked["/robots.txt"] == 1


def test_rules_with_any_status_of_success_are_followed(
    client: WebClient, server: NewsServer
) -> None:
    server.story = b"User-agent: *\nDisallow: /\n"
    server.robots_as = "/status/203"
    assert "forbids programs" in _reason(client, server.url("/stories/1"))


def test_redirects_are_followed_and_reported(client: WebClient, server: NewsServer) -> None:
    response = client.fetch(server.url("/moved"))
    assert response.answer.content == server.story
    found = server.url("/story?from=moved")
    assert response.redirects == (server.url("/moved-again"), found)
    assert response.address.url == found


def test_a_compressed_page_is_unpacked(client: WebClient, server: NewsServer) -> None:
    assert client.fetch(server.url("/compressed")).answer.content == server.story


def _sent(content: bytes, coding: str) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n"
    return head.encode() + content


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("br", brotli.compress),
        ("zstd", zstd.compress),
        ("Deflate", zlib.compress),
        ("br, x-gzip", lambda content: gzip.compress(brotli.compress(content))),
        ("br", lambda content: content),
        ("identity", gzip.compress),
    ],
)
def test_a_page_is_unpacked_however_it_is_packed(
    client: WebClient, server: NewsServer, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    server.sent = _sent(pack(server.story), coding)
    assert client.fetch(server.url("/sent")).answer.content == server.story
    (asked,) = [headers for path, headers in server.requests if path == "/sent"]
    assert asked["accept-encoding"] == "gzip, deflate, br, zstd"


@pytest.mark.parametrize(
    ("coding", "pack"), [("br", brotli.compress), ("zstd", zstd.compress), ("gzip", gzip.compress)]
)
def test_a_packed_page_that_is_too_large_or_breaks_off_is_reported(
    client: WebClient, server: NewsServer, coding: str, pack: Callable[[bytes], bytes]
) -> None:
    server.sent = _sent(pack(bytes(16 * 1024 * 1024)), coding)
    assert "larger than 1 MB" in _reason(client, server.url("/sent"))
    server.sent = _sent(pack(server.story)[:-20], coding)
    assert "the answer cannot be unpacked" in _reason(client, server.url("/sent"))


def test_a_page_that_is_as_it_was_is_not_sent_again(client: WebClient, server: NewsServer) -> None:
    first = client.fetch(server.url("/versioned"))
    conditions = {"If-None-Match": first.answer.headers["etag"]}
    assert client.fetch(server.url("/versioned"), conditions).unchanged
    server.story += b" "
    again = client.fetch(server.url("/versioned"), conditions)
    assert not again.unchanged
    assert again.answer.content == server.story


def test_what_robots_txt_forbids_is_not_asked_for(client: WebClient, server: NewsServer) -> None:
    server.robots = "User-agent: *\nDisallow: /\n\nUser-agent: cuttings\nDisallow: /*/private$\n"
    assert "robots.txt" in _reason(client, server.url("/stories/private"))
    client.fetch(server.url("/stories/1"))
    assert server.pages() == ["/stories/1"]
    assert server.asked["/robots.txt"] == 1


def test_a_redirect_leads_to_nothing_that_robots_txt_forbids(
    client: WebClient, server: NewsServer
) -> None:
    server.robots = "User-agent: *\nDisallow: /story\n"
    reason = _reason(client, server.url("/moved"))
    assert "robots.txt" in reason
    assert "after a redirect to" in reason
    assert server.asked["/story?from=moved"] == 0


def test_private_addresses_are_refused(settings: FetchSettings, server: NewsServer) -> None:
    client = WebClient(replace(settings, private_networks=()))
    for host in (LOOPBACK, "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433"):
        assert "private address" in _reason(client, server.url("/story", host))
    assert server.requests == []


_SPELLINGS = [
    "2130706434",
    "0x7f000002",
    "0x7F.0.0.2",
    "017700000002",
    "0177.0.0.02",
    "127.2",
    "127.0.2",
    "１２７.0.0.2",
    "127。0。0。2",
    "127.0.0.2.",
    "%31%32%37.0.0.2",
    "[::ffff:127.0.0.2]",
    "[::ffff:7f00:2]",
    "[0:0:0:0:0:ffff:7f00:0002]",
    "[::127.0.0.2]",
    "[::ffff:0:127.0.0.2]",
    "[64:ff9b::127.0.0.2]",
    "[64:ff9b:1::127.0.0.2]",
    "[2002:7f00:2::]",
    "[2001:0:7f00:2::1]",
    "[fe80::1%25lo]",
    "[fe80::1%lo]",
    "[fec0::1]",
    "[::1%25lo]",
]
"""Addresses that are not public, in the forms that programs read."""


@pytest.mark.parametrize("host", _SPELLINGS)
def test_an_address_is_refused_however_it_is_spelled(
    client: WebClient, server: NewsServer, host: str
) -> None:
    assert _REFUSED.search(_reason(client, server.url("/story", host)))
    assert server.requests == []


@pytest.mark.parametrize("host", _SPELLINGS)
def test_a_redirect_is_refused_however_its_address_is_spelled(
    client: WebClient, server: NewsServer, host: str
) -> None:
    server.location = f"http://{host}:{server.port}/story".encode().decode("latin-1")
    assert _REFUSED.search(_reason(client, server.url("/elsewhere")))
    assert server.pages() == ["/elsewhere"]


@pytest.mark.parametrize(
    "location",
    [
        "//[x",
        "http://[::1",
        "http://a.example:99999/",
        "http://a.example:b/",
        "http://℀.example/",
        "http://\x00.example/",
        "http://u:p@a.example/",
        "javascript:alert(1)",
        "data:text/html,x",
    ],
)
def test_a_redirect_to_what_is_not_an_address_is_reported(
    client: WebClient, server: NewsServer, location: str
) -> None:
    server.location = location.encode().decode("latin-1")
    assert _reason(client, server.url("/elsewhere"))
    assert server.pages() == ["/elsewhere"] * server.asked["/elsewhere"]


def test_a_redirect_to_a_private_address_is_refused(client: WebClient, server: NewsServer) -> None:
    reason = _reason(client, server.url("/to-private"))
    assert "private address 127.0.0.2" in reason
    assert server.pages() == ["/to-private"]


def test_the_connection_goes_to_the_address_that_was_checked(
    settings: FetchSettings, server: NewsServer
) -> None:
    """A name that means a public address when it is checked and a private one a moment later."""
    answers = [[LOOPBACK], [LOOPBACK], ["127.0.0.2"]]

    def resolve(host: str, _port: int) -> Sequence[str]:
        assert host == "rebound.example"
        return answers.pop(0)

    client = WebClient(settings, resolve=resolve)
    url = server.url("/story", "rebound.example")
    assert client.fetch(url).answer.content == server.story
    assert server.requests[-1][1]["host"] == f"rebound.example:{server.port}"
    assert "private address 127.0.0.2" in _reason(client, url)
    assert answers == []


def test_a_host_of_which_one_address_is_private_is_refused(
    settings: FetchSettings, server: NewsServer
) -> None:
    client = WebClient(settings, resolve=lambda _host, _port: [LOOPBACK, "10.0.0.1"])
    assert "10.0.0.1" in _reason(client, server.url("/story", "mixed.example"))
    assert server.requests == []


def test_the_next_address_is_tried_where_one_cannot_be_reached(
    settings: FetchSettings, server: NewsServer
) -> None:
    both = replace(settings, private_networks=(ipaddress.ip_network("127.0.0.0/8"),))
    client = WebClient(both, resolve=lambda _host, _port: ["127.0.0.3", LOOPBACK])
    assert client.fetch(server.url("/story", "two.example")).answer.content == server.story


def test_a_host_that_no_one_knows_is_reported(settings: FetchSettings) -> None:
    def resolve(_host: str, _port: int) -> Sequence[str]:
        raise OSError("no such name")

    assert "nowhere.example is not found" in _reason(
        WebClient(settings, resolve=resolve), "http://nowhere.example/story"
    )


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "file:///etc/passwd", "http://", "http://[/", "http://u:p@a.example/"],
)
def test_only_plain_web_addresses_are_fetched(client: WebClient, url: str) -> None:
    assert _reason(client, url)


def test_a_certificate_must_be_for_the_host_that_was_asked_for(settings: FetchSettings) -> None:
    authority = trustme.CA()
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("news.example").configure_cert(served)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)

    def resolve(_host: str, _port: int) -> Sequence[str]:
        return [LOOPBACK]

    with running(NewsServer(), served) as server:
        url = f"https://news.example:{server.port}/story"
        client = WebClient(settings, resolve=resolve, tls=trusting)
        assert client.fetch(url).answer.content == server.story
        other = url.replace("news.example", "other.example")
        assert "certificate" in _reason(client, other)
        assert "certificate" in _reason(WebClient(settings, resolve=resolve), url)
