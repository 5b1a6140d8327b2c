"""Tools that a model finds by searching, instead of being told of all of them at once."""
