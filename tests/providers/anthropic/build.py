"""Requests, answers and streams of Anthropic, written as JSON."""

from typing import Any

from ai_sdk_generated.anthropic.messages import wire

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import validate_types
from ai_sdk.providers.anthropic.config import AnthropicConfig
from ai_sdk.providers.anthropic.messages.request import build_request
from ai_sdk.providers.anthropic.messages.response import read_response
from ai_sdk.providers.anthropic.messages.stream.state import AnthropicStream
from tests.providers.openai.server import Server

ASK = [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}]
MODEL = "claude-opus-4-6"
START = {"type": "message_start", "message": {"id": "msg_1", "model": "m", "usage": {"input_tokens": 3}}}
END = {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 2}}
STOP = {"type": "message_stop"}


def config(**hooks: Any) -> AnthropicConfig:
    async def headers() -> dict[str, str | None]:
        return {}

    return AnthropicConfig(
        **{"provider": "anthropic.messages", "supports_message_threads": True, **hooks},
        url=lambda path, _model_id: path,
        headers=headers,
        transport=Server,
        generate_id=lambda: "id",
    )


def build(model_id: str = MODEL, *, stream: bool = False, hooks: Any = None, **options: Any) -> PreparedRequest:
    """Build a request of call options that are written as JSON."""
    call = load(LanguageModelV4CallOptions, {"prompt": ASK, **options})
    return build_request(model_id, config(**(hooks or {})), call, stream=stream)


def warnings(request: PreparedRequest) -> list[Any]:
    return [
        warning.get("details") or warning.get("message") or warning["feature"] for warning in dump(request.warnings)
    ]


def betas(request: PreparedRequest) -> list[str]:
    return list(request.context.betas)


def messages(*prompt: Any, **options: Any) -> list[Any]:
    """Return the messages of a request without their betas and warnings."""
    found: list[Any] = build(prompt=list(prompt), **options).body["messages"]
    return found


def answer(*content: Any, model_id: str = MODEL, extra: Any = None, **options: Any) -> dict[str, Any]:
    """Read an answer with these content blocks."""
    body = {"type": "message", "content": list(content), "usage": {"input_tokens": 3, "output_tokens": 2}}
    response = validate_types(wire.AnthropicResponse, {**body, **(extra or {})})
    output = read_response(response, build(model_id, **options).context, lambda: "id")
    return {
        "content": dump(output.content),
        "finish": dump(output.finish_reason),
        "usage": dump(output.usage),
        "metadata": output.provider_metadata,
    }


def parts(*events: Any, model_id: str = MODEL, **options: Any) -> list[Any]:
    """Feed events to a stream and return its parts."""
    state = AnthropicStream(build(model_id, stream=True, **options).context, lambda: "id")
    fed = [part for event in events for part in state.feed(validate_types(wire.AnthropicChunk, event))]
    found: list[Any] = dump([*fed, *state.finish()])
    return found


def block(index: int, **content: Any) -> dict[str, Any]:
    return {"type": "content_block_start", "index": index, "content_block": content}


def delta(index: int, **content: Any) -> dict[str, Any]:
    return {"type": "content_block_delta", "index": index, "delta": content}


def stop(index: int) -> dict[str, Any]:
    return {"type": "content_block_stop", "index": index}
