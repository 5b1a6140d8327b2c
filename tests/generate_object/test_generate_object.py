"""`generate_object` calls the model once and reads its answer as the object that was asked for."""

import asyncio
import logging
from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import BaseModel

from ai_sdk import generate_object
from ai_sdk.error import InvalidArgumentError, NoObjectGeneratedError, RetryError
from ai_sdk.generate_object.repair_text import RepairTextOptions
from ai_sdk.logger.log_warnings import reset_log_warnings_state
from ai_sdk.provider import APICallError, InvalidPromptError
from ai_sdk.provider.codec import dump
from ai_sdk.provider.errors import JSONParseError
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.model_message import UserModelMessage
from ai_sdk.telemetry.telemetry import Telemetry
from ai_sdk.testing import MockLanguageModelV4
from ai_sdk.version import AI_VERSION
from tests.instant_clock import InstantClock

ANSWER = {
    "content": [
        {"type": "reasoning", "text": "Pasta."},
        {"type": "text", "text": '{"name": "Lasagna", '},
        {"type": "reasoning", "text": "Long."},
        {"type": "text", "text": '"minutes": 90}'},
    ],
    "finish_reason": {"unified": "stop", "raw": "end"},
    "usage": {"inputTokens": {"total": 3}, "outputTokens": {"total": 4}},
    "warnings": [{"type": "other", "message": "careful"}],
    "provider_metadata": {"mock": {"a": 1}},
    "request": {"url": "https://api.example.com/v1/chat?key=secret", "body": {"b": 1}},
    "response": {
        "id": "answer-1",
        "timestamp": "2026-01-02T03:04:05Z",
        "modelId": "model-1",
        "headers": {"x": "y"},
        "body": "the body",
    },
}
ENUM = {"enum": ["sunny", "rainy"], "output": "enum"}


class Recipe(BaseModel):
    name: str
    minutes: int


def generate(answer: Any = ANSWER, **options: Any) -> Any:
    model = answer if isinstance(answer, MockLanguageModelV4) else MockLanguageModelV4(do_generate=answer)
    return asyncio.run(generate_object(model=model, **{"prompt": "Cook!", **options}))


def test_the_result_is_the_object_and_what_is_known_of_the_call() -> None:
    assert dump(generate(schema=Recipe)) == {
        "object": {"name": "Lasagna", "minutes": 90},
        "reasoning": "Pasta.\nLong.",
        "finishReason": "stop",
        "usage": {
            "inputTokens": 3,
            "inputTokenDetails": {},
            "outputTokens": 4,
            "outputTokenDetails": {},
            "totalTokens": 7,
        },
        "warnings": [{"type": "other", "message": "careful"}],
        "request": {"url": "https://api.example.com", "body": {"b": 1}},
        "response": {
            "id": "answer-1",
            "timestamp": datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            "modelId": "model-1",
            "headers": {"x": "y"},
            "body": "the body",
        },
        "providerMetadata": {"mock": {"a": 1}},
    }


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ('{"name": "Soup", "minutes": 20}', {"schema": Recipe}, Recipe(name="Soup", minutes=20)),
        (
            '{"elements": [{"name": "Soup", "minutes": 20}]}',
            {"schema": Recipe, "output": "array"},
            [Recipe(name="Soup", minutes=20)],
        ),
        ('{"result": "rainy"}', ENUM, "rainy"),
        ("[1, null]", {"output": "no-schema"}, [1, None]),
        ('{"a": 1}', {}, {"a": 1}),
    ],
)
def test_each_kind_of_object_is_read(text: str, options: dict[str, Any], expected: Any) -> None:
    assert generate(text, **options).object == expected


def test_the_model_is_told_what_the_caller_gave() -> None:
    model = MockLanguageModelV4(do_generate=ANSWER, provider="mock.chat")
    generate(
        model,
        schema={"type": "object"},
        schema_name="recipe",
        schema_description="How to cook",
        instructions="Be brief",
        temperature=0.5,
        headers={"x-a": "b"},
        provider_options={"mock": {"c": 1}},
    )
    (call,) = model.do_generate_calls
    assert dump(call) == {
        "prompt": [
            {"role": "system", "content": "Be brief"},
            {"role": "user", "content": [{"type": "text", "text": "Cook!"}]},
        ],
        "responseFormat": {
            "type": "json",
            "schema": {"type": "object"},
            "name": "recipe",
            "description": "How to cook",
        },
        "temperature": 0.5,
        "headers": {"x-a": "b", "user-agent": f"ai/{AI_VERSION}"},
        "providerOptions": {"mock": {"c": 1}},
    }


def test_the_text_that_the_provider_names_is_the_one_that_is_read() -> None:
    answer = {**ANSWER, "structured_output_text": '{"name": "Soup", "minutes": 20}'}
    assert generate(answer, schema=Recipe).object == Recipe(name="Soup", minutes=20)


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("Sure!", {"schema": Recipe}, "No object generated: could not parse the response."),
        ('{"name": 1}', {"schema": Recipe}, "No object generated: response did not match schema."),
        ("[]", {"schema": Recipe, "output": "array"}, "No object generated: response did not match schema."),
        ('{"result": "snowy"}', ENUM, "No object generated: response did not match schema."),
    ],
)
def test_an_answer_that_is_not_what_was_asked_for_is_an_error(text: str, options: Any, message: str) -> None:
    with pytest.raises(NoObjectGeneratedError) as caught:
        generate({**ANSWER, "content": [{"type": "text", "text": text}]}, **options)
    error = caught.value
    assert (str(error), error.text, error.finish_reason) == (message, text, "stop")
    assert (error.response.id, error.usage.total_tokens) == ("answer-1", 7)


def test_an_answer_without_text_is_an_error() -> None:
    with pytest.raises(NoObjectGeneratedError) as caught:
        generate({**ANSWER, "content": []}, schema=Recipe)
    assert str(caught.value) == "No object generated: the model did not return a response."
    assert caught.value.text is None


def test_a_text_is_mended_once_by_a_function_or_a_coroutine() -> None:
    seen: list[RepairTextOptions] = []

    async def mend(options: RepairTextOptions) -> str | None:
        seen.append(options)
        return options.text + "}"

    text = '{"name": "Soup", "minutes": 20'
    assert generate(text, schema=Recipe, repair_text=mend).object.name == "Soup"
    assert [(each.text, type(each.error)) for each in seen] == [(text, JSONParseError)]
    with pytest.raises(NoObjectGeneratedError) as caught:
        generate(text, schema=Recipe, repair_text=lambda _: "[1")
    assert caught.value.text == "[1"
    with pytest.raises(NoObjectGeneratedError) as caught:
        generate(text, schema=Recipe, repair_text=lambda _: None)
    assert caught.value.text == text


NOT_SUPPORTED = [
    ({"schema": Recipe, "output": "no-schema"}, "schema: Schema is not supported for no-schema output."),
    (
        {"schema_name": "x", "output": "no-schema"},
        "schemaName: Schema name is not supported for no-schema output.",
    ),
    (
        {"schema_description": "x", "output": "no-schema"},
        "schemaDescription: Schema description is not supported for no-schema output.",
    ),
    ({"enum": ["a"], "output": "no-schema"}, "enumValues: Enum values are not supported for no-schema output."),
    ({"enum": ["a"], "schema": Recipe}, "enumValues: Enum values are not supported for object output."),
    (
        {"enum": ["a"], "schema": Recipe, "output": "array"},
        "enumValues: Enum values are not supported for array output.",
    ),
    ({"schema": Recipe, **ENUM}, "schema: Schema is not supported for enum output."),
    ({"schema_name": "x", **ENUM}, "schemaName: Schema name is not supported for enum output."),
    (
        {"schema_description": "x", **ENUM},
        "schemaDescription: Schema description is not supported for enum output.",
    ),
    ({"enum": [1], "output": "enum"}, "enumValues: Enum values must be strings."),
    ({"max_retries": -1}, "maxRetries: maxRetries must be >= 0"),
    ({"max_output_tokens": 0}, "maxOutputTokens: maxOutputTokens must be >= 1"),
]


@pytest.mark.parametrize(("options", "message"), NOT_SUPPORTED)
def test_options_that_do_not_fit_together_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        generate(**options)
    assert str(caught.value) == f"Invalid argument for parameter {message}"


def test_an_option_that_does_not_exist_is_refused() -> None:
    with pytest.raises(TypeError, match=r"generate_object\(\) got an unexpected keyword argument 'shema'"):
        generate(shema=Recipe)


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="Unsupported output: list"):
        generate(output="list")


class Recorder(Telemetry):
    def __init__(self) -> None:
        self.events: list[tuple[str, Any]] = []

    def on_start(self, event: Any) -> None:
        self.events.append(("start", event))

    def on_object_step_start(self, event: Any) -> None:
        self.events.append(("step start", event))

    def on_object_step_end(self, event: Any) -> None:
        self.events.append(("step end", event))

    def on_end(self, event: Any) -> None:
        self.events.append(("end", event))

    def on_error(self, event: Any) -> None:
        self.events.append(("error", event))


def test_callbacks_and_telemetry_are_told_what_happens() -> None:
    events: list[tuple[str, Any]] = []
    names = {"on_start": "start", "on_step_start": "step start", "on_step_end": "step end", "on_finish": "end"}
    callbacks = {option: (lambda event, name=name: events.append((name, event))) for option, name in names.items()}
    recorder = Recorder()
    generate(
        schema=Recipe,
        schema_name="recipe",
        telemetry={"integrations": [recorder]},
        _internal={"generate_id": lambda: "id-1"},
        **callbacks,
    )
    assert [name for name, _ in events] == [name for name, _ in recorder.events] == list(names.values())
    start, step_start, step_end, end = (event for _, event in events)
    assert (start.call_id, start.operation_id, start.output, start.schema_name, start.max_retries) == (
        "id-1",
        "ai.generateObject",
        "object",
        "recipe",
        2,
    )
    assert (start.prompt, start.messages, start.schema["required"]) == ("Cook!", None, ["name", "minutes"])
    assert (step_start.step_number, step_start.prompt_messages[0].role) == (0, "user")
    assert (step_end.object_text, step_end.reasoning) == ('{"name": "Lasagna", "minutes": 90}', "Pasta.\nLong.")
    assert (end.object, end.error, end.call_id) == (Recipe(name="Lasagna", minutes=90), None, "id-1")


def test_the_start_has_messages_as_objects() -> None:
    events: list[Any] = []
    message = {"role": "user", "content": "Cook!"}
    generate(schema=Recipe, prompt=None, messages=[message], on_start=events.append)
    assert (events[0].prompt, events[0].messages) == (None, [UserModelMessage(content="Cook!")])


def test_a_failed_call_is_tried_again_and_told_to_telemetry() -> None:
    busy = APICallError("busy", url="http://a", request_body_values={}, status_code=500)
    recorder = Recorder()
    with use_clock(InstantClock()):
        assert generate([busy, ANSWER], schema=Recipe).object.name == "Lasagna"
        with pytest.raises(RetryError):
            generate([busy, busy], schema=Recipe, max_retries=1, telemetry={"integrations": [recorder]})
    assert [name for name, _ in recorder.events] == ["start", "step start", "error"]


def test_a_prompt_that_is_missing_is_an_error_after_the_start() -> None:
    recorder = Recorder()
    with pytest.raises(InvalidPromptError, match="prompt or messages must be given"):
        generate(schema=Recipe, prompt=None, telemetry={"integrations": [recorder]})
    assert [name for name, _ in recorder.events] == ["start", "error"]


def test_the_deprecation_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    reset_log_warnings_state()
    with caplog.at_level(logging.WARNING, "ai_sdk"):
        generate('{"a": 1}')
    assert caplog.messages[-1] == (
        '[AISDK_DEP_GENERATE_OBJECT] AI SDK Warning: Deprecated: "generateObject". '
        "Use generateText with an output setting instead."
    )
