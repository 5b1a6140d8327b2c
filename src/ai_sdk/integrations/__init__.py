"""Web frameworks and agent libraries: streams as their responses, and their events as UI message chunks.

Each module needs the package that it is named after; the rest of the library does not.
"""
