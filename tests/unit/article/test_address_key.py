from __future__ import annotations

import pytest

from cuttings.article.address_key import address_key

PLAIN = "https://planet.example/2024/05/ferry?id=3"


@pytest.mark.parametrize(
    "url",
    [
        "http://planet.example/2024/05/ferry?id=3",
        "https://www.planet.example/2024/05/ferry?id=3",
        "https://PLANET.example:443/2024/05/ferry/?id=3",
        "https://m.planet.example/2024/05/ferry?id=3",
        "https://amp.planet.example/2024/05/ferry?id=3",
        "https://planet.example/2024/05/ferry?utm_source=mail&id=3&fbclid=Iw0",
        "https://planet.example/2024/05/ferry?id=3#comments",
        "https://planet.example/amp/2024/05/ferry?id=3",
        "https://planet.example/2024/05/ferry/amp/?id=3",
        "https://planet.example/2024/05/ferry?amp=1&id=3",
        "https://planet.example/2024/05/ferry?id=3&amp",
        "https://planet.example/2024/05/ferry/index.html?id=3",
        "https://planet-example.cdn.ampproject.org/c/s/planet.example/2024/05/ferry?id=3",
        "https://www.google.com/amp/s/www.planet.example/2024/05/ferry?id=3",
        "  https://planet.example/2024//05/ferry?id=3 ",
    ],
)
def test_every_way_to_a_page_has_one_key(url: str) -> None:
    assert address_key(url) == address_key(PLAIN) == "planet.example/2024/05/ferry?id=3"


@pytest.mark.parametrize(
    "url",
    [
        "https://planet.example/2024/05/ferry?id=4",
        "https://planet.example/2024/05/Ferry?id=3",
        "https://news.planet.example/2024/05/ferry?id=3",
        "https://planet.example:8080/2024/05/ferry?id=3",
        "https://planet.example/2024/05/ferry",
        "https://planet.example/2024/05/ferry?3",
        "https://planet.example/2024/05/amplifier?id=3",
    ],
)
def test_another_page_has_another_key(url: str) -> None:
    assert address_key(url) != address_key(PLAIN)


def test_a_page_named_by_a_value_alone_keeps_it() -> None:
    assert address_key("http://planet.example/story?1234") == "planet.example/story?1234"


def test_a_host_called_like_a_variant_stays() -> None:
    assert address_key("https://amp.example/a") == "amp.example/a"


@pytest.mark.parametrize("url", ["", "mail", "mailto:a@b.example", "https://[::1", "about:blank"])
def test_what_is_no_web_address_has_no_key(url: str) -> None:
    assert address_key(url) == ""


@pytest.mark.parametrize("path", ["", "/", "/index.html", "/?utm_source=mail", "/#news"])
def test_a_front_page_is_no_story(path: str) -> None:
    assert address_key(f"https://www.planet.example{path}") == ""


def test_an_impossible_port_does_no_harm() -> None:
    assert address_key("http://planet.example:99999/a").startswith("planet.example")


@pytest.mark.parametrize(
    "host", ["https://www.google.com/amp/s/", "https://a.cdn.ampproject.org/c/s/"]
)
def test_a_cache_of_caches_of_caches_is_an_address_as_it_stands(host: str) -> None:
    nested = host + host.partition("://")[2] * 2000
    assert address_key(f"{nested}a.example/b") != address_key("https://a.example/b")
    assert address_key(f"{host}{host.partition('://')[2]}a.example/b") == "a.example/b"


@pytest.mark.parametrize("url", ["http://a.example/\ud800", "http://a.example/b?c=\ud800"])
def test_half_a_character_has_no_key(url: str) -> None:
    assert address_key(url) == ""
