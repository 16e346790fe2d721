"""Settings of the archive: what `make html` builds."""

SITENAME = "Cuttings"
