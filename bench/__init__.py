"""Measurements of speed and size, beside the peers; `python -m bench` runs them all."""
