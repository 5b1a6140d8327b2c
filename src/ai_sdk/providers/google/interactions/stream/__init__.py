"""The events of an interaction as stream parts."""
