"""File names without their extensions.

Ports: @ai-sdk/provider-utils/src/strip-file-extension.ts
"""

__all__ = ["strip_file_extension"]


def strip_file_extension(filename: str) -> str:
    """Return what stands before the first dot.

    >>> strip_file_extension("archive.tar.gz")
    'archive'
    """
    return filename.partition(".")[0]
