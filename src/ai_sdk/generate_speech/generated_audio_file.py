"""An audio file that a model made.

Ports: ai/src/generate-speech/generated-audio-file.ts
"""

from typing import Any

from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.provider import InvalidResponseDataError

__all__ = ["GeneratedAudioFile"]

_PARTS = 2


class GeneratedAudioFile(GeneratedFile):
    """A generated file with its audio `format`, such as `mp3` or `wav`.

    Raises `InvalidResponseDataError` when the media type names no format.

    >>> GeneratedAudioFile(data=b"", media_type="audio/wav").format
    'wav'
    """

    __slots__ = ("format",)

    def __init__(self, *, data: bytes | bytearray | memoryview | str, media_type: str) -> None:
        super().__init__(data=data, media_type=media_type)
        parts = media_type.split("/")
        self.format = parts[1] if len(parts) == _PARTS and media_type != "audio/mpeg" else "mp3"
        if not self.format:
            raise InvalidResponseDataError(
                data=media_type, message=f"Could not determine audio format from media type: {media_type}"
            )

    @property
    def received(self) -> dict[str, Any]:
        """What the file looks like as JSON."""
        return {**super().received, "format": self.format}
