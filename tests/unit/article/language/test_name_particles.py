from __future__ import annotations

from cuttings.article.language.name_particles import BYLINE_PARTICLES, PARTICLES


def test_what_means_by_is_no_particle_of_a_byline() -> None:
    assert {"af", "av"} <= PARTICLES
    assert not {"af", "av", "by"} & BYLINE_PARTICLES
    assert {"van", "de", "bin", "zu"} <= PARTICLES & BYLINE_PARTICLES
