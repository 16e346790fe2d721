"""Pages to browse by, and files for other programs.

At the root stand `plugin`, the hook into Pelican, and what the templates call. Each folder imports
only what is listed below it:

- `pages`: the pages of the site, one module a kind.
- `web_files`: records, feeds, the sitemap and OpenSearch.
- `parts`: what several pages and files show.
"""
