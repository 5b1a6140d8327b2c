"""Reads the pinned npm packages and writes what they say to `specs/`."""
