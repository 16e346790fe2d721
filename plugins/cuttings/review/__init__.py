"""The desk: a page in the browser where a person puts names and tags right (``cuttings review``).

Its folders in the order of imports: ``server`` (the page, on this machine only), ``desk`` (what
the page asks and what is answered), ``questions`` (what there is to decide), ``changes`` (what a
decision writes, and the journal that takes it back), ``archive`` (the stories, as far as the desk
needs them).
"""
