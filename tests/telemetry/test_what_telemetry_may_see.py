import asyncio
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from ai_sdk.error.retry_error import RetryError
from ai_sdk.generate_text.content_part import ReasoningOutput, TextOutput
from ai_sdk.generate_text.tool_call import TypedToolCall
from ai_sdk.provider import LanguageModelV4ProviderTool, LanguageModelV4RequestMetadata
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import APICallError
from ai_sdk.provider_utils.model_message import UserModelMessage
from ai_sdk.provider_utils.telemetry_redaction import redact_telemetry_value, with_telemetry_redaction
from ai_sdk.telemetry.create_telemetry_dispatcher import create_telemetry_dispatcher
from ai_sdk.telemetry.filter_telemetry_event import filter_telemetry_event
from ai_sdk.telemetry.get_request_origin import get_request_origin, sanitize_request_metadata
from ai_sdk.telemetry.redact_telemetry_credentials import redact_telemetry_credentials
from ai_sdk.telemetry.telemetry import Telemetry, TelemetryErrorEvent
from ai_sdk.telemetry.telemetry_options import TelemetryOptions
from tests.telemetry import events, other_events
from tests.telemetry.spans import Recorder

SECRET = "sk-very-secret"


def blot(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "key": "[redacted]"}


def secret() -> dict[str, Any]:
    return with_telemetry_redaction({"key": SECRET, "port": 1}, blot)


BLOTTED = {"key": "[redacted]", "port": 1}


@pytest.mark.parametrize(
    ("event", "seen"),
    [
        (events.model_call_start(tools=[LanguageModelV4ProviderTool(id="a.b", name="b", args=secret())]), "tools"),
        (events.step_start(step_tools=[LanguageModelV4ProviderTool(id="a.b", name="b", args=secret())]), "step_tools"),
        (events.step(request=LanguageModelV4RequestMetadata(body=secret())), "request"),
        (events.step(response=[{"body": secret()}, None]), "response"),
        (
            events.step(request={"body": with_telemetry_redaction({"tools": {"b": {"args": secret()}}}, dict)}),
            "request",
        ),
        (events.end(events.step(request={"body": secret()})), "final_step"),
        (events.step_start(steps=[events.step(request={"body": secret()})]), "steps"),
    ],
)
def test_credentials_that_a_provider_marked_are_blotted_on_a_copy(event: Any, seen: str) -> None:
    before = deepcopy(dump(event))
    redacted = redact_telemetry_credentials(event)
    assert SECRET not in repr(dump(redacted))
    assert repr(BLOTTED) in repr(dump(getattr(redacted, seen)))
    assert SECRET in repr(dump(event))
    assert repr(dump(event)) == repr(before)
    assert type(redacted) is type(event)


def test_errors_are_blotted_with_all_that_they_hold() -> None:
    call = APICallError("failed", url="https://a.dev", request_body_values=secret())
    retry = RetryError("gave up", reason="maxRetriesExceeded", errors=[ValueError("x"), call])
    event = redact_telemetry_credentials(TelemetryErrorEvent(call_id="c", error=retry))
    assert isinstance(event.error, RetryError)
    assert event.error.last_error.request_body_values == BLOTTED
    assert [getattr(error, "request_body_values", None) for error in event.error.errors] == [None, BLOTTED]
    assert (str(event.error), event.error.reason) == ("gave up", "maxRetriesExceeded")
    assert call.request_body_values == secret()


def test_an_error_that_cannot_be_copied_shows_nothing() -> None:
    class StubbornError(Exception):
        def __init__(self, *, body: Any) -> None:
            super().__init__("stubborn")
            self.request_body_values = body

    assert repr(redact_telemetry_credentials(StubbornError(body=secret()))) == "Exception('AI SDK operation failed')"


def test_what_nobody_marked_stays_the_same_object() -> None:
    event = events.end()
    assert redact_telemetry_credentials(event) is event
    assert redact_telemetry_value(event.request.body) is event.request.body


def test_a_broken_redactor_shows_nothing_and_fails_nothing() -> None:
    broken = with_telemetry_redaction({"key": SECRET}, lambda value: value["absent"])
    assert redact_telemetry_value(broken) is None
    assert redact_telemetry_credentials(events.step(request={"body": broken})).request == {"body": None}


def test_a_marked_dict_is_a_dict_and_its_copy_is_marked() -> None:
    copied = deepcopy(secret())
    assert copied == {"key": SECRET, "port": 1}
    assert redact_telemetry_value(copied) == BLOTTED


def test_hidden_inputs_and_outputs_of_a_reranking() -> None:
    end = other_events.rerank()[-1][1]
    inputs = filter_telemetry_event(end, TelemetryOptions(record_inputs=False))
    assert (inputs.documents, inputs.query, [dump(entry) for entry in inputs.ranking]) == (
        [],
        "",
        [{"originalIndex": 1, "score": 0.9, "document": {}}],
    )
    assert filter_telemetry_event(end, TelemetryOptions(record_outputs=False)).ranking == []
    assert filter_telemetry_event(end, TelemetryOptions()) is end


def test_the_text_of_speech_is_an_input_and_all_other_text_an_output() -> None:
    speech = other_events.speech()[0][1]
    transcript = other_events.transcribe()[1][1]
    no_inputs, no_outputs = TelemetryOptions(record_inputs=False), TelemetryOptions(record_outputs=False)
    assert [filter_telemetry_event(event, no_inputs).text for event in (speech, transcript)] == ["", "Hello"]
    assert [filter_telemetry_event(event, no_outputs).text for event in (speech, transcript)] == ["Hello", ""]


def test_hidden_tool_inputs_and_outputs() -> None:
    end = events.tool_end({"celsius": 18})
    failed = events.tool_end(error=ValueError("Paris?"))
    inputs = filter_telemetry_event(end, TelemetryOptions(record_inputs=False))
    outputs = filter_telemetry_event(end, TelemetryOptions(record_outputs=False))
    assert (inputs.tool_call.input, inputs.tool_output.input, inputs.tool_output.output) == (
        None,
        None,
        {"celsius": 18},
    )
    assert (outputs.tool_call.input, outputs.tool_output.output) == ({"city": "Paris"}, None)
    assert filter_telemetry_event(failed, TelemetryOptions(record_outputs=False)).tool_output.error is None
    hidden = filter_telemetry_event(failed, TelemetryOptions(record_inputs=False)).tool_output.error
    assert repr(hidden) == "Exception('AI SDK operation failed')"


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        (None, None),
        ("https://user:pw@API.example.com/v1?key=1#f", "https://api.example.com"),
        ("http://localhost:8080/v1", "http://localhost:8080"),
        ("http://localhost:80", "http://localhost"),
        ("https://[::1]:8443/", "https://[::1]:8443"),
        ("wss://api.example.com", None),
        ("file:///etc/passwd", None),
        ("https://a.dev:port", None),
        ("no url", None),
    ],
)
def test_of_a_url_only_the_origin_is_told(url: str | None, origin: str | None) -> None:
    assert get_request_origin(url) == origin
    assert sanitize_request_metadata(LanguageModelV4RequestMetadata(body="b", url=url)) == (
        LanguageModelV4RequestMetadata(body="b", url=origin)
    )


def test_no_request_is_no_request() -> None:
    assert sanitize_request_metadata(None) is None


def _generation(word: str) -> list[tuple[str, Any]]:
    """Return the events of a generation that has `word` in every place of content, and as every credential."""
    call: TypedToolCall[Any] = TypedToolCall(tool_call_id="call-1", tool_name="weather", input={"city": word})
    content = [ReasoningOutput(text=word), TextOutput(text=word), call]
    said: dict[str, Any] = {"messages": [UserModelMessage(content=word)], "instructions": word}
    step = events.step(content=content, provider_metadata={"p": {"k": word}}, request={"body": word})
    tools = [LanguageModelV4ProviderTool(id="openai.mcp", name="mcp", args={"authorization": word})]
    return [
        ("on_start", events.start(**said, runtime_context={"key": word})),
        ("on_step_start", events.step_start(**said, runtime_context={"key": word})),
        ("on_language_model_call_start", events.model_call_start(**said, tools=tools)),
        ("on_language_model_call_end", events.model_call_end(content=content, provider_metadata={"p": {"k": word}})),
        ("on_tool_execution_start", events.tool_start(call)),
        ("on_tool_execution_end", events.tool_end({"found": word})),
        ("on_step_end", step),
        ("on_step_start", events.step_start(**said, steps=[step])),
        ("on_tool_execution_start", events.tool_start(call)),
        ("on_tool_execution_end", events.tool_end(error=ValueError(word))),
        ("on_step_error", events.step_error(ValueError(word), **said, steps=[step])),
        ("on_error", TelemetryErrorEvent(call_id="call", error=ValueError(word))),
    ]


@settings(max_examples=25, deadline=None)
@given(st.text("abcdefghijklmnop", min_size=1, max_size=5).map(lambda text: f"secret-{text}"))
def test_what_is_not_recorded_is_in_no_event_no_span_and_no_metric(word: str) -> None:
    switches = ("usage", "provider_metadata", "runtime_context", "headers", "tool_choice")
    hidden: dict[str, Any] = {"record_inputs": False, "record_outputs": False}
    recorder = Recorder(hidden, **dict.fromkeys(switches, True))
    recorder.send(_generation(word))
    heard = _hear(_generation(word), hidden)
    assert len(recorder.finished) == 6
    assert len(heard) == len(_generation(word))
    assert word not in repr(recorder.tree()) + repr(recorder.metrics())
    assert word not in "".join(span.to_json() for span in recorder.finished)
    assert word not in repr([dump(event) for event in heard])


@settings(max_examples=25, deadline=None)
@given(st.text("abcdefghijklmnop", min_size=1, max_size=5).map(lambda text: f"secret-{text}"))
def test_credentials_and_contexts_are_in_no_span_even_when_all_is_recorded(word: str) -> None:
    recorder = Recorder(runtime_context=True)
    sent = events.start(runtime_context={"key": word}, tools_context={"weather": {"token": word}})
    tools = [LanguageModelV4ProviderTool(id="openai.mcp", name="mcp", args={"authorization": word})]
    recorder.send(
        [
            ("on_start", sent),
            ("on_step_start", events.step_start(runtime_context={"key": word})),
            ("on_language_model_call_start", events.model_call_start(tools=tools)),
            ("on_language_model_call_end", events.model_call_end()),
            ("on_step_end", events.step(runtime_context={"key": word})),
            ("on_end", events.end(events.step(runtime_context={"key": word}))),
        ]
    )
    assert len(recorder.finished) == 3
    assert word not in "".join(span.to_json() for span in recorder.finished)


def _hear(sent: list[tuple[str, Any]], options: dict[str, Any]) -> list[Any]:
    heard: list[Any] = []
    log = type("Log", (Telemetry,), {name: lambda self, event: heard.append(event) for name, _ in sent})()

    async def send() -> None:
        dispatcher = create_telemetry_dispatcher(TelemetryOptions(integrations=log, **options))
        for name, event in sent:
            await getattr(dispatcher, name)(event)

    asyncio.run(send())
    return heard
