"""What `generate_video` returns.

Ports: ai/src/generate-video/generate-video-result.ts, ai/src/types/video-model-response-metadata.ts
"""

from dataclasses import dataclass
from datetime import datetime

from ai_sdk.error.no_output_errors import NoVideoGeneratedError
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.provider import SharedV4Headers, SharedV4ProviderMetadata, SharedV4Warning
from ai_sdk.provider.spec import Spec

__all__ = ["GenerateVideoResult", "VideoModelResponseMetadata"]


@dataclass(slots=True, kw_only=True)
class VideoModelResponseMetadata(Spec):
    """One call of the model: when, by which model, the HTTP response's headers, and what the provider says of it."""

    timestamp: datetime
    model_id: str
    headers: SharedV4Headers | None = None
    provider_metadata: SharedV4ProviderMetadata | None = None


@dataclass(slots=True, kw_only=True)
class GenerateVideoResult(Spec):
    """The videos; `uploaded_videos` counts those that went to a place the caller named and are not in `videos`."""

    videos: list[GeneratedFile]
    uploaded_videos: int
    warnings: list[SharedV4Warning]
    responses: list[VideoModelResponseMetadata]
    provider_metadata: SharedV4ProviderMetadata

    @property
    def video(self) -> GeneratedFile:
        """The first video. Raises `NoVideoGeneratedError` when all of them were uploaded."""
        if not self.videos:
            raise NoVideoGeneratedError(
                "Videos were delivered to the upload destination. Use uploadedVideos instead of video.",
                responses=self.responses,
            )
        return self.videos[0]
