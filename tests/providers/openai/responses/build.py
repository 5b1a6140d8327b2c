"""Requests, answers and streams of the Responses API, built in one line."""

from typing import Any

from ai_sdk_generated.openai.responses import wire

from ai_sdk.provider import AISDKError, JSONObject, LanguageModelV4CallOptions, LanguageModelV4StreamPart
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.http_language_model import PreparedRequest
from ai_sdk.provider_utils.json import json_parser, stringify, validate_types
from ai_sdk.providers.openai import create_openai
from ai_sdk.providers.openai.responses.context import ResponsesContext
from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel
from ai_sdk.providers.openai.responses.response import read_response
from ai_sdk.providers.openai.responses.stream import OpenAIResponsesStream, ResponsesChunkType, StreamOrigin

USER = {"role": "user", "content": [{"type": "text", "text": "Hi"}]}
parse_chunk = json_parser(ResponsesChunkType)


def call_options(**options: Any) -> LanguageModelV4CallOptions:
    """Load call options from TypeScript-shaped JSON."""
    return load(LanguageModelV4CallOptions, {"prompt": [USER], **options})


def request(model_id: str = "gpt-4o", **options: Any) -> PreparedRequest:
    """Build a request."""
    model = create_openai(api_key="key").responses(model_id)
    assert isinstance(model, OpenAIResponsesLanguageModel)
    return model.build_request(call_options(**options))


def body(model_id: str = "gpt-4o", **options: Any) -> JSONObject:
    """Build a request without warnings and return its body."""
    prepared = request(model_id, **options)
    assert prepared.warnings == []
    return prepared.body


def converted(*prompt: Any, **options: Any) -> list[JSONObject]:
    """Convert a prompt, without warnings."""
    items: list[JSONObject] = body(prompt=list(prompt), **options)["input"]
    return items


def numbered_ids() -> Any:
    """Return a generator of the ids id-0, id-1, ..."""
    numbers = iter(range(1000))
    return lambda: f"id-{next(numbers)}"


def context(**facts: Any) -> ResponsesContext:
    """Return the facts of a call whose generated ids are numbered."""
    return ResponsesContext(**{"generate_id": numbered_ids(), **facts})


def answer(*output: Any, facts: ResponsesContext | None = None, **response: Any) -> JSONObject:
    """Read a whole answer and return it as TypeScript-shaped JSON."""
    value = {"id": "resp", "created_at": 1, "model": "m", "output": list(output), **response}
    result = read_response(validate_types(wire.OpenaiResponsesResponse, value), facts or context())
    return {
        "content": dump(result.content),
        "finish_reason": dump(result.finish_reason),
        "usage": dump(result.usage),
        "metadata": result.provider_metadata,
        "text": result.structured_output_text,
    }


def content(*output: Any, facts: ResponsesContext | None = None) -> list[JSONObject]:
    """Read a whole answer and return its content."""
    parts: list[JSONObject] = answer(*output, facts=facts)["content"]
    return parts


def streamed(*chunks: Any, facts: ResponsesContext | None = None) -> list[JSONObject]:
    """Stream events and return all parts, the finish included, as TypeScript-shaped JSON."""
    stream = OpenAIResponsesStream(facts or context(), StreamOrigin(url="https://u", request_body_values={}))
    parts: list[LanguageModelV4StreamPart] = []
    for chunk in chunks:
        parts += feed(stream, chunk)
    parsed: list[JSONObject] = dump([*parts, *stream.finish()])
    return parsed


def feed(stream: OpenAIResponsesStream, chunk: Any) -> list[LanguageModelV4StreamPart]:
    """Hand one event to a stream as the transport does."""
    value = parse_chunk(stringify(chunk).encode())
    return stream.error(value) if isinstance(value, AISDKError) else list(stream.feed(value))


def said(*chunks: Any, facts: ResponsesContext | None = None) -> list[JSONObject]:
    """Stream events and return the parts before the finish."""
    *parts, finish = streamed(*chunks, facts=facts)
    assert finish["type"] == "finish"
    return parts


def added(item: JSONObject, index: int = 0) -> JSONObject:
    """Announce an output item."""
    return {"type": "response.output_item.added", "output_index": index, "item": item}


def done(item: JSONObject, index: int = 0) -> JSONObject:
    """Complete an output item."""
    return {"type": "response.output_item.done", "output_index": index, "item": item}


def openai(**values: Any) -> JSONObject:
    """Return provider options or metadata of OpenAI."""
    return {"openai": values}
