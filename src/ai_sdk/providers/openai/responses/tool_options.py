"""What a function tool says under `provider_options["openai"]`.

Ports: @ai-sdk/openai/src/responses/openai-responses-prepare-tools.ts
"""

from typing import Literal, NotRequired

from typing_extensions import TypedDict

from ai_sdk.provider import JSONObject

__all__ = ["OpenAIToolNamespace", "OpenAIToolOptions"]


class OpenAIToolNamespace(TypedDict):
    """The group that a tool belongs to."""

    name: str
    description: str


# `async` is a word of Python's grammar, which a class cannot declare.
OpenAIToolOptions = TypedDict(
    "OpenAIToolOptions",
    {
        "allowedCallers": NotRequired[list[Literal["direct", "programmatic"]]],
        "async": NotRequired[bool],
        "deferLoading": NotRequired[bool],
        "omitFromRequestTools": NotRequired[bool],
        "outputSchema": NotRequired[JSONObject],
        "namespace": NotRequired[OpenAIToolNamespace],
    },
)
"""Who may call the tool, and when the model is told of it.

With `async` the model goes on without waiting for the result. `omitFromRequestTools` keeps a tool out of the request
that the history has supplied.
"""
