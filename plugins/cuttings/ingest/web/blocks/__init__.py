"""The blocks of a web page, and the choice of those that are its story."""
