"""The surface table: every export of every TypeScript package, and what it is called in Python."""
