"""A provider has no place to upload to.

Ports: ai/src/upload-file/upload-file.ts, ai/src/upload-skill/upload-skill.ts
"""

from ai_sdk.provider import AISDKError

__all__ = ["UploadNotSupportedError"]


class UploadNotSupportedError(AISDKError):
    """The provider does not take what was to be uploaded."""

    name = "Error"
