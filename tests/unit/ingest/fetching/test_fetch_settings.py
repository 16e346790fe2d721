from __future__ import annotations

from cuttings.ingest.fetching.fetch_settings import FetchSettings


def test_what_the_readme_promises_is_what_is_done_unasked() -> None:
    settings = FetchSettings()
    assert settings.pause == 1
    assert settings.max_bytes == 20 * 1024 * 1024
    assert settings.private_networks == ()
