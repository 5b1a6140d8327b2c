"""File extensions for uploads that have a media type and no name.

Ports: @ai-sdk/provider-utils/src/media-type-to-extension.ts
"""

__all__ = ["media_type_to_extension"]

_EXTENSIONS = {"mpeg": "mp3", "x-wav": "wav", "opus": "ogg", "mp4": "m4a", "x-m4a": "m4a"}


def media_type_to_extension(media_type: str) -> str:
    """Return the usual file extension, without a dot.

    >>> media_type_to_extension("audio/mpeg"), media_type_to_extension("audio/flac")
    ('mp3', 'flac')
    """
    subtype = "".join(media_type.lower().split("/")[1:2])
    return _EXTENSIONS.get(subtype, subtype)
