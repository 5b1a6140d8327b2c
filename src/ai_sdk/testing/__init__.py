"""What a test of code that uses this library needs; nothing here talks to anything but this machine.

`recorded` alone talks to a network, the first time. Names load their module when they are first used.
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.testing.loopback import LoopbackServer
    from ai_sdk.testing.loopback_websocket import LoopbackWebSocketServer, WebSocketSession
    from ai_sdk.testing.mock_embedding_model_v4 import MockEmbeddingModelV4
    from ai_sdk.testing.mock_image_model_v4 import MockImageModelV4
    from ai_sdk.testing.mock_language_model_v4 import MockLanguageModelV4
    from ai_sdk.testing.mock_provider_v4 import MockProviderV4
    from ai_sdk.testing.mock_reranking_model_v4 import MockRerankingModelV4
    from ai_sdk.testing.mock_speech_model_v4 import MockSpeechModelV4
    from ai_sdk.testing.mock_transcription_model_v4 import MockTranscriptionModelV4
    from ai_sdk.testing.mock_transport import MockTransport
    from ai_sdk.testing.mock_video_model_v4 import MockVideoModelV4
    from ai_sdk.testing.openai_chat import answer_openai_chat
    from ai_sdk.testing.recording.errors import RecordedConnectionError, RecordingMismatchError, UnusedExchangesError
    from ai_sdk.testing.recording.recorded import recorded
    from ai_sdk.testing.reply import Answer, Reply, Request
    from ai_sdk.testing.values import convert_array_to_async_iterable, mock_id, mock_values
    from ai_sdk.util.simulate_readable_stream import simulate_readable_stream

__all__ = [
    "Answer",
    "LoopbackServer",
    "LoopbackWebSocketServer",
    "MockEmbeddingModelV4",
    "MockImageModelV4",
    "MockLanguageModelV4",
    "MockProviderV4",
    "MockRerankingModelV4",
    "MockSpeechModelV4",
    "MockTranscriptionModelV4",
    "MockTransport",
    "MockVideoModelV4",
    "RecordedConnectionError",
    "RecordingMismatchError",
    "Reply",
    "Request",
    "UnusedExchangesError",
    "WebSocketSession",
    "answer_openai_chat",
    "convert_array_to_async_iterable",
    "mock_id",
    "mock_values",
    "recorded",
    "simulate_readable_stream",
]

_HOMES = {
    "convert_array_to_async_iterable": "ai_sdk.testing.values",
    "LoopbackServer": "ai_sdk.testing.loopback",
    "LoopbackWebSocketServer": "ai_sdk.testing.loopback_websocket",
    "MockEmbeddingModelV4": "ai_sdk.testing.mock_embedding_model_v4",
    "mock_id": "ai_sdk.testing.values",
    "MockImageModelV4": "ai_sdk.testing.mock_image_model_v4",
    "MockLanguageModelV4": "ai_sdk.testing.mock_language_model_v4",
    "MockProviderV4": "ai_sdk.testing.mock_provider_v4",
    "MockRerankingModelV4": "ai_sdk.testing.mock_reranking_model_v4",
    "MockSpeechModelV4": "ai_sdk.testing.mock_speech_model_v4",
    "MockTranscriptionModelV4": "ai_sdk.testing.mock_transcription_model_v4",
    "MockTransport": "ai_sdk.testing.mock_transport",
    "mock_values": "ai_sdk.testing.values",
    "MockVideoModelV4": "ai_sdk.testing.mock_video_model_v4",
    "answer_openai_chat": "ai_sdk.testing.openai_chat",
    "RecordedConnectionError": "ai_sdk.testing.recording.errors",
    "RecordingMismatchError": "ai_sdk.testing.recording.errors",
    "UnusedExchangesError": "ai_sdk.testing.recording.errors",
    "recorded": "ai_sdk.testing.recording.recorded",
    "Answer": "ai_sdk.testing.reply",
    "Reply": "ai_sdk.testing.reply",
    "Request": "ai_sdk.testing.reply",
    "simulate_readable_stream": "ai_sdk.util.simulate_readable_stream",
    "WebSocketSession": "ai_sdk.testing.loopback_websocket",
}
__getattr__ = lazy_names(__name__, _HOMES)
