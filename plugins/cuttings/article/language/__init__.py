"""Conventions of running text: datelines, ends of sentences, months and parts of names."""
