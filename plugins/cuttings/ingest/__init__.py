"""Raw files in, one article per story out.

At the root stands `plugin`, the hook into Pelican. The folders are the steps that take an item
from its raw file to an article, in the order in which they call one another; each imports only
what is listed below it:

- `fetching`: stories of which only the address is known, fetched from the web.
- `filing`: what becomes of each record, and the archive's books of what it holds.
- `readers`: one module a raw format.
- `web`, `documents`, `entries`: whole web pages; word-processor files and books; what exports,
  feeds, tables and mails state.
- `html`: a story in HTML, made into Markdown.
- `text`, `pdf`: a story in plain text; the text of a PDF.
- `raw`: raw files and their parts, and the values that readers make of them.
"""
