"""People, countries and organizations: recognition, linking and authority records.

At the root stand `plugin`, the hook into Pelican, and the values that leave the stage. The folders
are the steps by which an article gets its tags, in the order in which they call one another; each
imports only what is listed below it:

- `merges`: entities that a person may join, and the tables by which they do.
- `tagging`: the tags of one article and of a whole archive, and why it has them.
- `archive`: what all stories together show about a name.
- `names`, `evidence`, `authorities`: which spans are names; where a story mentions an entity;
  what people decided about entities.
- `countries`, `recognition`, `lines`: the forms of countries; the language model; the lines of an
  article that hold its tags.
- `words`: person names, organizations' forms, sentences and what stands around a word.
"""
