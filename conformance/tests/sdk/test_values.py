"""The special values that only functions of the `ai` package know, and that both languages know the same ones."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from conformance.case import SCHEMA_PATH
from conformance.sdk.call import SdkCall
from conformance.sdk.transforms import _TRANSFORMS
from conformance.sdk.values import _SPECIAL, decode_for
from conformance.tests.sdk.miniature_sdk import Exports, MiniSdk
from conformance.vocabulary import _PLAIN, NotPortedError, Surroundings

ORACLE = Path(__file__).parents[2] / "oracle"
SURROUNDINGS = Surroundings(lambda name: name.encode(), lambda argument: ("signal", argument))


@dataclass
class Part:
    """A part of a stream."""

    type: str
    text: str = ""


class Registry:
    """Remembers what it was made of."""

    def __init__(self, *made_of: Any) -> None:
        self.made_of = made_of

    def language_model(self, model_id: str) -> Any:
        return (*self.made_of, model_id)


EXPORTS: Exports = {
    "isStepCount": lambda count: f"{count} steps",
    "hasToolCall": lambda name: f"called {name}",
    "isLoopFinished": lambda: "finished",
    "jsonSchema": lambda schema, validate=None: (schema, validate),
    "tool": lambda **options: ("tool", options),
    "dynamicTool": lambda **options: ("dynamic", options),
    "toolSearch": lambda **options: ("search", options),
    "Output": SimpleNamespace(object=lambda schema: ("object", schema)),
    "smoothStream": lambda **options: ("smooth", options),
    "createProviderRegistry": lambda providers, **options: Registry(providers, options),
    "customProvider": lambda **options: Registry(options),
    "TextStreamPart": dict[str, Any],
}
PROVIDER = SimpleNamespace(
    chat=lambda model_id: f"chat {model_id}", tools=SimpleNamespace(web_search=lambda **options: ("search", options))
)


def call() -> SdkCall:
    """Return a call with a provider."""
    return SdkCall({}, MiniSdk(EXPORTS), SURROUNDINGS, provider=PROVIDER)


DECODED: list[tuple[dict[str, Any], Any]] = [
    ({"$stepCount": 3}, "3 steps"),
    ({"$hasToolCall": "soil"}, "called soil"),
    ({"$isLoopFinished": True}, "finished"),
    ({"$jsonSchema": {"type": "object"}}, ({"type": "object"}, None)),
    (
        {"$tool": {"inputSchema": {"$jsonSchema": {}}, "needsApproval": True}},
        ("tool", {"input_schema": ({}, None), "needs_approval": True}),
    ),
    ({"$tool": {"type": "dynamic", "title": "T"}}, ("dynamic", {"title": "T"})),
    ({"$toolSearch": {"maxResults": 2}}, ("search", {"max_results": 2})),
    ({"$providerTool": {"name": "webSearch", "args": {"maxUses": 1}}}, ("search", {"max_uses": 1})),
    ({"$output": {"type": "object", "schema": {"$jsonSchema": {}}}}, ("object", ({}, None))),
    ({"$smoothStream": {"delayInMs": None}}, ("smooth", {"delay_in_ms": None})),
    ({"$modelOf": {"accessor": "chat", "args": ["m"]}}, "chat m"),
    ({"$url": "https://a.test"}, "https://a.test"),
    ({"$throw": "mud"}, {"$throw": "mud"}),
    ({"$bytes": "AP8="}, b"\x00\xff"),
    ({"$abortSignal": "aborted"}, ("signal", "aborted")),
]


@pytest.mark.parametrize(("value", "expected"), DECODED, ids=lambda value: next(iter(value)) if value else None)
def test_a_special_value_is(value: dict[str, Any], expected: Any) -> None:
    assert decode_for(call(), {"here": [value]}) == {"here": [expected]}


def test_models_of_a_registry_and_of_a_custom_provider_rest_on_the_provider_of_the_case() -> None:
    registry = {"$registryModel": {"providers": ["a", "b"], "separator": "/", "id": "b/m"}}
    assert decode_for(call(), registry) == ({"a": PROVIDER, "b": PROVIDER}, {"separator": "/"}, "b/m")
    models = {"quick": {"$modelOf": {"accessor": "chat", "args": ["m"]}}}
    custom = {"$customModel": {"languageModels": models, "fallback": True, "id": "quick"}}
    made_of = {"language_models": {"quick": "chat m"}, "fallback_provider": PROVIDER}
    assert decode_for(call(), custom) == (made_of, "quick")


def test_a_validating_schema_returns_what_fits_and_raises_for_the_rest() -> None:
    _, validate = decode_for(call(), {"$validatingSchema": {"type": "string"}})
    assert validate("x") == "x"
    with pytest.raises(SyntaxError, match="expected string"):
        validate(1)


def test_what_becomes_of_a_steering_message_is_an_event() -> None:
    futures: list[asyncio.Future[Any]] = []

    def steer(message: str, *, id: str) -> asyncio.Future[Any]:  # noqa: A002 - TypeScript's name
        futures.append(asyncio.get_running_loop().create_future())
        futures[-1].set_result({"id": id, "message": message})
        return futures[-1]

    async def run(running: SdkCall) -> None:
        decode_for(running, {"$steering": {"messages": [{"do": "steer", "message": "Faster", "id": "s1"}]}})
        await asyncio.sleep(0)

    subject = MiniSdk({"experimental_createSteering": lambda: SimpleNamespace(steer=steer)})
    running = SdkCall({}, subject, SURROUNDINGS)
    asyncio.run(run(running))
    assert running.events == [{"event": "steering", "args": {"id": "s1", "message": "Faster"}}]


def transformed(options: dict[str, Any], stopped: list[bool]) -> list[Any]:
    """Return three parts after a transform."""

    async def source() -> AsyncIterator[Part]:
        for part in (Part("start"), Part("text-delta", "keep"), Part("text-delta", "soil")):
            yield part

    async def run() -> list[Any]:
        transform: Callable[..., Any] = decode_for(call(), {"$transform": options})
        change = transform(tools={}, stop_stream=lambda: stopped.append(True))
        return [part async for part in change(source())]

    return asyncio.run(run())


def test_transforms_change_drop_and_stop() -> None:
    stopped: list[bool] = []
    upper = [Part("start"), Part("text-delta", "KEEP"), Part("text-delta", "SOIL")]
    assert transformed({"do": "upperCase"}, stopped) == upper
    assert transformed({"do": "drop", "type": "text-delta"}, stopped) == [Part("start")]
    assert not stopped
    *kept, step, end = transformed({"do": "stopAt", "word": "soil"}, stopped)
    assert (kept, step["type"], end["type"], stopped) == (
        [Part("start"), Part("text-delta", "keep")],
        "finish-step",
        "finish",
        [True],
    )
    with pytest.raises(NotPortedError, match="no transform spin"):
        transformed({"do": "spin"}, stopped)


def names(file: str, table: str) -> set[str]:
    """Return the keys of a table of the oracle."""
    source = (ORACLE / file).read_text("utf-8")
    start = source.index(f"const {table} = {{")
    return set(re.findall(r"^  (\$?\w+): ", source[start : source.index("\n};", start)], re.MULTILINE))


def test_both_languages_and_the_schema_know_the_same_special_values() -> None:
    definitions = json.loads(SCHEMA_PATH.read_text("utf-8"))["$defs"]
    schema = {f"${name.removeprefix('special-')}" for name in definitions if name.startswith("special-")}
    python = {*_PLAIN, *_SPECIAL, "$bytesFile", "$abortSignal", "$regexp"}
    assert python == names("vocabulary.mjs", "PLAIN") | names("vocabulary.mjs", "SDK") | {"$throw"}
    assert python == schema - {"$model"}
    assert set(_TRANSFORMS) == names("transforms.mjs", "TRANSFORMS")
    assert set(_TRANSFORMS) == set(
        definitions["special-transform"]["properties"]["$transform"]["properties"]["do"]["enum"]
    )
