"""The types of Google's provider metadata have the fields that upstream's types have."""

from typing import Any, get_args, get_origin

import pytest
from ai_sdk_generated.google.generate_content import request, wire
from pydantic import BaseModel, TypeAdapter
from typing_extensions import get_type_hints, is_typeddict

from ai_sdk.provider import LanguageModelV4CallOptions
from ai_sdk.provider.codec import load
from ai_sdk.providers.google import GoogleProviderMetadata, GoogleVideoMetadata
from tests.providers.google.calls import provider
from tests.providers.openai.server import Server, reply

PAIRS: list[tuple[Any, type[BaseModel]]] = [
    (GoogleProviderMetadata, request.GoogleProviderMetadata),
    (GoogleVideoMetadata, wire.GoogleVideoMetadata),
]


def inside(annotation: Any, is_wanted: Any) -> Any:
    """Return the first type within an annotation that is wanted."""
    if is_wanted(annotation):
        return annotation
    value = getattr(annotation, "__value__", None)
    found = (inside(each, is_wanted) for each in ([value] if value is not None else get_args(annotation)))
    return next((each for each in found if each is not None), None)


def is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, BaseModel)


def fields_of_dict(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: fields_of_dict(inner) if (inner := inside(hints[name], is_typeddict)) else {} for name in hints}


def fields_of_model(kind: type[BaseModel]) -> dict[str, Any]:
    fields = {info.alias or name: info.annotation for name, info in kind.model_fields.items()}
    return {
        name: fields_of_model(inner) if (inner := inside(annotation, is_model)) and inner.model_fields else {}
        for name, annotation in fields.items()
    }


@pytest.mark.parametrize(("kind", "model"), PAIRS)
def test_the_fields_are_those_of_upstream(kind: Any, model: type[BaseModel]) -> None:
    assert fields_of_dict(kind) == fields_of_model(model)


@pytest.mark.anyio
async def test_the_metadata_of_an_answer_is_of_its_type() -> None:
    chunk = {"web": {"uri": "https://a.example", "title": "A"}}
    candidate = {
        "content": {"role": "model", "parts": [{"text": "Nine miles."}]},
        "finishReason": "STOP",
        "groundingMetadata": {"groundingChunks": [chunk], "webSearchQueries": ["miles"]},
        "safetyRatings": [{"category": "HARM", "probability": "LOW", "blocked": False}],
    }
    usage = {"promptTokenCount": 2, "promptTokensDetails": [{"modality": "TEXT", "tokenCount": 2}]}
    server = Server(reply({"candidates": [candidate], "usageMetadata": usage}))
    prompt = [{"role": "user", "content": [{"type": "text", "text": "How far?"}]}]
    options = load(LanguageModelV4CallOptions, {"prompt": prompt})
    result = await provider(server)("gemini-2.5-flash").do_generate(options)
    metadata = result.provider_metadata["google"]
    assert TypeAdapter(GoogleProviderMetadata).validate_python(metadata, strict=True) == metadata
    assert metadata["groundingMetadata"]["groundingChunks"] == [chunk]
