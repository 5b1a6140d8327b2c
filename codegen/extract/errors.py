"""What the extraction raises."""


class ExtractError(Exception):
    """The upstream packages cannot be read as pinned; the message names the package, file or schema."""
