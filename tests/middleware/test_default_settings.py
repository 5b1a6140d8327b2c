"""Default settings give way to what a call says, and are merged with it where both are objects."""

from typing import Any

import pytest

from ai_sdk.error import InvalidArgumentError
from ai_sdk.middleware.default_embedding_settings_middleware import default_embedding_settings_middleware
from ai_sdk.middleware.default_settings_middleware import default_settings_middleware
from ai_sdk.middleware.wrap_embedding_model import wrap_embedding_model
from ai_sdk.provider import EmbeddingModelV4CallOptions, LanguageModelV4FunctionTool
from ai_sdk.testing import MockEmbeddingModelV4
from tests.middleware.reading import sent_options

pytestmark = pytest.mark.anyio

CASES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "what is open is filled": ({"temperature": 0.7}, {"topP": 0.5}, {"temperature": 0.7, "topP": 0.5}),
    "what the call says counts": ({"temperature": 0.7}, {"temperature": 0.2}, {"temperature": 0.2}),
    "zero is a value": ({"temperature": 0.7, "seed": 1}, {"temperature": 0, "seed": 0}, {"temperature": 0, "seed": 0}),
    "an empty list is a value": ({"stopSequences": ["a"]}, {"stopSequences": []}, {"stopSequences": []}),
    "lists are replaced": ({"stopSequences": ["a", "b"]}, {"stopSequences": ["c"]}, {"stopSequences": ["c"]}),
    "names may be snake_case": ({"max_output_tokens": 9, "top_k": 3}, {}, {"maxOutputTokens": 9, "topK": 3}),
    "headers are merged": (
        {"headers": {"a": "1", "b": "1"}},
        {"headers": {"b": "2"}},
        {"headers": {"a": "1", "b": "2"}},
    ),
    "a header without a value gives way": ({"headers": {"a": "1"}}, {"headers": {"a": None}}, {"headers": {"a": "1"}}),
    "provider options are merged deeply": (
        {"providerOptions": {"p": {"a": {"x": 1, "y": [1]}, "b": 1}, "q": {"c": 1}}},
        {"providerOptions": {"p": {"a": {"y": [2]}, "b": None}}},
        {"providerOptions": {"p": {"a": {"x": 1, "y": [2]}, "b": None}, "q": {"c": 1}}},
    ),
    "response formats are merged": (
        {"responseFormat": {"type": "json", "name": "n", "schema": {"type": "object", "title": "T"}}},
        {"responseFormat": {"type": "json", "schema": {"type": "array"}}},
        {"responseFormat": {"type": "json", "name": "n", "schema": {"type": "array", "title": "T"}}},
    ),
    "another kind of response format takes over": (
        {"responseFormat": {"type": "json", "name": "n"}},
        {"responseFormat": {"type": "text"}},
        {"responseFormat": {"type": "text"}},
    ),
    "a tool choice is filled": ({"toolChoice": {"type": "required"}}, {}, {"toolChoice": {"type": "required"}}),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
async def test_settings_of_a_language_model(case: tuple[dict[str, Any], dict[str, Any], dict[str, Any]]) -> None:
    settings, given, sent = case
    assert await sent_options(default_settings_middleware(settings=settings), **given) == {"prompt": [], **sent}


async def test_settings_may_hold_values_of_the_specification() -> None:
    tool = LanguageModelV4FunctionTool(name="clock", input_schema={"type": "object"})
    sent = await sent_options(default_settings_middleware(settings={"tools": [tool]}))
    assert sent["tools"] == [{"type": "function", "name": "clock", "inputSchema": {"type": "object"}}]


async def test_neither_the_settings_nor_the_call_are_changed() -> None:
    settings: dict[str, Any] = {"providerOptions": {"p": {"a": 1}}}
    middleware = default_settings_middleware(settings=settings)
    given: dict[str, Any] = {"p": {"b": 2}}
    for _ in range(2):
        sent = await sent_options(middleware, providerOptions=given)
        assert sent["providerOptions"] == {"p": {"a": 1, "b": 2}}
    assert (settings, given) == ({"providerOptions": {"p": {"a": 1}}}, {"p": {"b": 2}})


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"temprature": 1}, "Invalid argument for parameter settings: unknown settings: temprature"),
        ({"prompt": []}, "unknown settings: prompt"),
        ({"temperature": "hot"}, "temperature"),
    ],
)
def test_a_setting_that_calls_do_not_have_is_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        default_settings_middleware(settings=settings)


async def test_settings_of_an_embedding_model() -> None:
    settings = {"dimensions": 8, "headers": {"a": "1"}, "providerOptions": {"p": {"a": 1}}}
    model = MockEmbeddingModelV4(do_embed={"embeddings": []})
    wrapped = wrap_embedding_model(model=model, middleware=default_embedding_settings_middleware(settings=settings))
    await wrapped.do_embed(EmbeddingModelV4CallOptions(values=["a"], provider_options={"p": {"b": 2}}))
    assert model.do_embed_calls == [
        EmbeddingModelV4CallOptions(
            values=["a"], dimensions=8, headers={"a": "1"}, provider_options={"p": {"a": 1, "b": 2}}
        )
    ]
