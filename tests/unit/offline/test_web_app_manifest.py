"""The manifest of the web app."""

from __future__ import annotations

import json

from cuttings.offline.web_app_manifest import web_app_manifest


def test_it_names_the_archive_whatever_its_name() -> None:
    name = 'The "Daily" Ärchive </script>'
    manifest = json.loads(web_app_manifest(name))
    assert manifest["name"] == name


def test_every_address_is_relative_so_that_it_works_below_any() -> None:
    manifest = json.loads(web_app_manifest("Archive"))
    addresses = [manifest["start_url"], manifest["scope"], manifest["id"]]
    addresses += [icon["src"] for icon in manifest["icons"]]
    assert not [a for a in addresses if a.startswith("/") or "://" in a]


def test_it_has_what_installing_asks_for() -> None:
    manifest = json.loads(web_app_manifest("Archive"))
    assert {"192x192", "512x512"} <= {icon["sizes"] for icon in manifest["icons"]}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])
    assert manifest["display"] == "minimal-ui"
