"""A file that a model made: bytes and base64 text, each computed from the other only when it is asked for.

Ports: ai/src/generate-text/generated-file.ts
"""

from base64 import b64encode
from typing import Any

from ai_sdk.provider import SharedV4ProviderMetadata
from ai_sdk.provider.spec import ReceivedSpec
from ai_sdk.provider_utils.base64 import convert_base64_to_bytes

__all__ = ["DefaultGeneratedFile", "GeneratedFile"]


class GeneratedFile(ReceivedSpec):
    """A file that a model made: `data` are its bytes, `base64` the same as text, `media_type` its IANA media type.

    `data` raises `InvalidArgumentError` when the provider sent text that is not base64.

    >>> file = GeneratedFile(data=b"Hi", media_type="text/plain")
    >>> file.base64, file.data
    ('SGk=', b'Hi')
    """

    __slots__ = ("_base64", "_data", "media_type", "provider_metadata")

    def __init__(
        self,
        *,
        data: bytes | bytearray | memoryview | str,
        media_type: str,
        provider_metadata: SharedV4ProviderMetadata | None = None,
    ) -> None:
        self._base64 = data if isinstance(data, str) else None
        self._data = None if isinstance(data, str) else bytes(data)
        self.media_type = media_type
        self.provider_metadata = provider_metadata

    @property
    def base64(self) -> str:
        """The file as base64 text."""
        if self._base64 is None:
            self._base64 = b64encode(self.data).decode("ascii")
        return self._base64

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        if self._data is None:
            self._data = convert_base64_to_bytes(self._base64 or "")
        return self._data

    @property
    def received(self) -> dict[str, Any]:
        """What the file looks like as JSON."""
        metadata = {} if self.provider_metadata is None else {"providerMetadata": self.provider_metadata}
        return {"mediaType": self.media_type, "base64": self.base64, **metadata}

    def __eq__(self, other: object) -> bool:
        """Two files are equal when their JSON is."""
        return self.received == other.received if isinstance(other, GeneratedFile) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # the metadata can change

    def __repr__(self) -> str:
        """Name the media type and leave the content out, which may be megabytes."""
        return f"{type(self).__name__}(media_type={self.media_type!r})"


DefaultGeneratedFile = GeneratedFile
