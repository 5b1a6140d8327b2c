from typing import Any

import pytest

from ai_sdk.provider import AISDKError, APICallError, LanguageModelV4StreamPart
from ai_sdk.provider.codec import dump
from ai_sdk.providers.openai import create_openai
from ai_sdk.providers.openai.responses.model import OpenAIResponsesLanguageModel
from tests.providers.openai.responses.build import call_options, openai
from tests.providers.openai.server import Pieces, Server, events, reply, stream

pytestmark = pytest.mark.anyio

ANSWER = {
    "id": "resp",
    "created_at": 1,
    "model": "gpt",
    "output": [
        {
            "type": "message",
            "role": "assistant",
            "id": "it",
            "content": [{"type": "output_text", "text": "Hi", "annotations": []}],
        }
    ],
    "usage": {"input_tokens": 1, "output_tokens": 1},
}
CREATED = {"type": "response.created", "response": {"id": "r", "created_at": 1, "model": "m"}}
ACCEPTED = {**CREATED, "type": "response.in_progress"}
DELTA = {"type": "response.output_text.delta", "item_id": "it", "delta": "Hi"}
ERROR = {"type": "error", "sequence_number": 1, "message": "slow", "code": "rate_limit_exceeded"}
FAILED = {"type": "response.failed", "sequence_number": 1, "response": {"error": {"message": "bad"}}}


async def read(server: Server, **options: Any) -> list[LanguageModelV4StreamPart]:
    result = await server.provider().responses("gpt-4o").do_stream(call_options(**options))
    return [part async for part in result.stream]


def test_images_and_documents_at_any_url_are_left_to_the_provider() -> None:
    urls = create_openai(api_key="key").responses("gpt-4o").supported_urls
    assert isinstance(urls, dict)
    assert {kind: [pattern.pattern for pattern in patterns] for kind, patterns in urls.items()} == {
        "image/*": [r"^https?:\/\/.*$"],
        "application/pdf": [r"^https?:\/\/.*$"],
    }


async def test_a_call_posts_to_responses_and_reads_the_answer() -> None:
    server = Server(reply(ANSWER))
    server.responses[0].headers["x-request-id"] = "7"
    result = await server.provider().responses("gpt-4o").do_generate(call_options())
    (request,) = server.requests
    assert (str(request.url), server.body["model"]) == ("https://api.openai.com/v1/responses", "gpt-4o")
    assert dump(result.content) == [{"type": "text", "text": "Hi", "providerMetadata": openai(itemId="it")}]
    assert result.response is not None
    assert result.response.headers is not None
    assert (result.response.id, result.response.body, result.response.headers["x-request-id"]) == ("resp", ANSWER, "7")


@pytest.mark.parametrize(
    ("answer", "message", "status_code"),
    [
        ({"error": {"message": "boom", "type": "t", "code": "c"}}, "boom", 400),
        ({"id": "r"}, "Responses API returned no output", 500),
        ({"incomplete_details": {"reason": "x"}}, "Responses API returned no output (x)", 500),
    ],
)
async def test_an_answer_that_is_an_error_is_raised(answer: Any, message: str, status_code: int) -> None:
    with pytest.raises(APICallError) as raised:
        await Server(reply(answer)).provider().responses("gpt-4o").do_generate(call_options())
    error = raised.value
    assert (error.message, error.status_code, error.is_retryable) == (message, status_code, False)
    assert (error.url, error.response_body) == ("https://api.openai.com/v1/responses", answer)


async def test_a_stream_is_asked_for_and_read_part_by_part() -> None:
    server = Server(stream(events(CREATED, ACCEPTED, DELTA)))
    parts = await read(server)
    assert server.body["stream"] is True
    assert [part.type for part in parts] == ["stream-start", "response-metadata", "text-delta", "finish"]


@pytest.mark.parametrize("early", [[ERROR], [CREATED, ERROR], [CREATED, ACCEPTED, ERROR]])
async def test_an_error_before_any_output_is_raised(early: list[Any]) -> None:
    body = Pieces([events(*early)])
    with pytest.raises(APICallError) as raised:
        await read(Server(stream(body)))
    assert (raised.value.message, raised.value.status_code, raised.value.data) == ("slow", 429, ERROR)
    assert body.is_closed


async def test_a_response_that_fails_at_once_is_raised() -> None:
    with pytest.raises(APICallError, match="bad"):
        await read(Server(stream(events(CREATED, FAILED))))


@pytest.mark.parametrize("failure", [ERROR, FAILED])
async def test_an_error_behind_output_is_a_part(failure: Any) -> None:
    parts = await read(Server(stream(events(CREATED, DELTA, failure))))
    assert [part.type for part in parts][2:] == ["text-delta", "error", "finish"]


async def test_a_failed_response_without_an_error_is_an_end() -> None:
    failed = {"type": "response.failed", "sequence_number": 1, "response": {}}
    finish = (await read(Server(stream(events(CREATED, failed)))))[-1]
    assert dump(finish)["finishReason"] == {"unified": "error", "raw": "error"}


async def test_a_chat_completions_stream_is_explained_with_the_request() -> None:
    parts = await read(Server(stream(events({"choices": []}))))
    error = dump(parts[1])["error"]
    assert isinstance(error, APICallError)
    assert (error.url, error.response_headers, error.request_body_values["stream"]) == (
        "https://api.openai.com/v1/responses",
        {"content-type": "text/event-stream"},
        True,
    )


async def test_closing_a_stream_that_was_not_read_closes_the_response() -> None:
    body = Pieces([events(CREATED, DELTA)])
    result = await Server(stream(body)).provider().responses("gpt-4o").do_stream(call_options())
    await result.stream.aclose()  # type: ignore[attr-defined]
    assert body.is_closed


async def test_servers_that_speak_the_same_api_have_their_hooks() -> None:
    server = Server(reply(ANSWER))
    config = server.provider(name="azure").config(
        "responses",
        request_model_id="deployment",
        explicit_message_item_type=True,
        supports_web_search_sources_include=False,
    )
    model = OpenAIResponsesLanguageModel("gpt-4o", config)
    tools = [{"type": "provider", "id": "openai.web_search", "name": "web_search", "args": {}}]
    result = await model.do_generate(call_options(tools=tools))
    assert server.body == {
        "model": "deployment",
        "input": [{"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hi"}]}],
        "tools": [{"type": "web_search"}],
    }
    assert (model.model_id, result.provider_metadata) == ("gpt-4o", {"azure": {"responseId": "resp"}})


async def test_another_server_s_options_come_before_openai_s() -> None:
    server = Server(reply(ANSWER))
    model = server.provider(name="azure").responses("gpt-4o")
    await model.do_generate(
        call_options(providerOptions={"azure": {"user": "a"}, "openai": {"user": "o", "store": True}})
    )
    assert (server.body["user"], "store" in server.body) == ("a", False)


async def test_an_http_error_says_what_the_provider_said() -> None:
    server = Server(reply({"error": {"message": "no key", "type": "auth"}}, 401))
    with pytest.raises(AISDKError, match="no key"):
        await server.provider().responses("gpt-4o").do_generate(call_options())
