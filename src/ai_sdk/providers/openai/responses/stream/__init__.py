"""The streamed answer of a Responses call."""

from ai_sdk.providers.openai.responses.stream.chunks import ResponsesChunk, ResponsesChunkType
from ai_sdk.providers.openai.responses.stream.mismatch import StreamOrigin
from ai_sdk.providers.openai.responses.stream.stream import OpenAIResponsesStream

__all__ = ["OpenAIResponsesStream", "ResponsesChunk", "ResponsesChunkType", "StreamOrigin"]
