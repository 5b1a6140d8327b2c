"""The Open Responses provider: its settings, its extensions, its exports."""

import re
import subprocess
import sys

import pytest

import ai_sdk.providers.open_responses as module
from ai_sdk.provider import InvalidArgumentError, LanguageModelV4, NoSuchModelError
from ai_sdk.providers.open_responses import OpenResponsesExtension, create_open_responses

URL = "https://barn.dev/v1/responses"


def encode(*, name, args):
    return {"name": name, **args}


def decode_item(*, item, mode):
    return [item, mode]


def decode_event(*, event, state):
    return [event, state]


def test_each_accessor_makes_a_language_model_of_the_providers_name():
    provider = create_open_responses(name="barn", url=URL)
    models = [provider("a"), provider.language_model("a")]
    assert [(model.model_id, model.provider) for model in models] == [("a", "barn.responses")] * 2
    assert isinstance(models[0], LanguageModelV4)
    assert models[0].supported_urls == {"image/*": [re.compile(r"^https?:\/\/.*$")]}
    assert models[0].config.url("", "a") == URL


@pytest.mark.parametrize("accessor", ["embedding_model", "image_model"])
def test_kinds_that_the_server_lacks_raise(accessor):
    with pytest.raises(NoSuchModelError):
        getattr(create_open_responses(name="barn", url=URL), accessor)("a")


@pytest.mark.anyio
@pytest.mark.parametrize(("api_key", "sent"), [(None, None), ("", None), (lambda: "hay", "Bearer hay")])
async def test_a_key_is_sent_where_there_is_one(api_key, sent):
    provider = create_open_responses(name="barn", url=URL, api_key=api_key, headers={"X-Own": "1"})
    headers = await provider.request_headers()
    assert (headers.get("authorization"), headers["x-own"]) == (sent, "1")


@pytest.mark.parametrize(
    ("extension", "words"),
    [
        ({"id": "acme"}, "ID acme must use <implementor>.<extension> format."),
        ({"id": ".x"}, "ID .x must use <implementor>.<extension> format."),
        ({}, "acme.x must register a tool, item, or event capability."),
        ({"tool_type": "acme:x"}, "acme.x must provide toolType and encodeTool together."),
        ({"encode_tool": encode}, "acme.x must provide toolType and encodeTool together."),
        (
            {"encode_tool_choice": encode, "event_types": ["acme:e"], "decode_event": decode_event},
            "acme.x cannot provide encodeToolChoice without toolType and encodeTool.",
        ),
        ({"item_types": ["acme:i"]}, "acme.x must provide itemTypes and decodeItem together."),
        ({"item_types": [], "decode_item": decode_item}, "acme.x must register at least one item type."),
        (
            {"encode_input_item": decode_item, "event_types": ["acme:e"], "decode_event": decode_event},
            "acme.x cannot provide encodeInputItem without itemTypes and decodeItem.",
        ),
        ({"event_types": ["acme:e"]}, "acme.x must provide eventTypes and decodeEvent together."),
        ({"event_types": [], "decode_event": decode_event}, "acme.x must register at least one event type."),
        (
            {"tool_type": "other:x", "encode_tool": encode},
            "acme.x has invalid toolType value other:x. Extension wire types must use the acme: namespace.",
        ),
        (
            {"item_types": ["acme:i", "acme:i"], "decode_item": decode_item},
            "acme.x cannot register item type acme:i because it is already registered by acme.x.",
        ),
    ],
)
def test_an_extension_that_is_not_whole_is_refused(extension, words):
    with pytest.raises(InvalidArgumentError) as caught:
        create_open_responses(
            name="barn", url=URL, experimental_extensions=[OpenResponsesExtension(**{"id": "acme.x", **extension})]
        )
    error = caught.value
    assert (error.message, error.argument) == (f"Open Responses extension {words}", "experimental_extensions")


def test_two_extensions_share_no_type():
    first = OpenResponsesExtension(id="acme.a", tool_type="acme:t", encode_tool=encode)
    second = OpenResponsesExtension(id="acme.b", tool_type="acme:t", encode_tool=encode)
    with pytest.raises(InvalidArgumentError, match="toolType acme:t because it is already registered"):
        create_open_responses(name="barn", url=URL, experimental_extensions=[first, second])


def test_every_export_is_there_and_nothing_else():
    assert {name for name in module.__all__ if getattr(module, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing


def test_importing_the_provider_loads_no_wire_types():
    code = "import sys, ai_sdk.providers.open_responses; print([m for m in sys.modules if m.endswith('.wire')])"
    output = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert output.strip() == "[]"
