"""How Alibaba Cloud writes errors, in its OpenAI-compatible API and in DashScope's own, and the error that is its own.

Ports: @ai-sdk/alibaba/src/alibaba-error.ts, @ai-sdk/alibaba/src/alibaba-video-model.ts
Ports: @ai-sdk/alibaba/src/alibaba-embedding-model.ts
"""

from ai_sdk.provider import AISDKError

__all__ = ["AlibabaVideoGenerationError"]


class AlibabaVideoGenerationError(AISDKError):
    """A video could not be started, or is done and lies nowhere."""

    name = "ALIBABA_VIDEO_GENERATION_ERROR"
