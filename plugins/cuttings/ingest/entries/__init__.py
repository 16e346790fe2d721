"""Entries of exports, feeds, tables and mails: what a source states of each story."""
