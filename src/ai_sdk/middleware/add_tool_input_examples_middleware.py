"""Tells a model the examples of a tool's input in the tool's description.

Ports: ai/src/middleware/add-tool-input-examples-middleware.ts
"""

from collections.abc import Callable
from dataclasses import replace

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4InputExample,
    LanguageModelV4Middleware,
    LanguageModelV4Tool,
    LanguageModelV4TransformOptions,
    stringify,
)

__all__ = ["add_tool_input_examples_middleware"]


def add_tool_input_examples_middleware(
    *,
    prefix: str = "Input Examples:",
    format: Callable[[LanguageModelV4InputExample, int], str] | None = None,  # noqa: A002 - its name in TypeScript
    remove: bool = True,
) -> LanguageModelV4Middleware:
    """Return middleware that adds the input examples of tools to their descriptions, after a line with `prefix`.

    For providers that do not take examples. `format` gets an example and its index, and writes it, by default as
    JSON. With `remove` the examples are not sent otherwise.

    >>> add_tool_input_examples_middleware(prefix="For example:").transform_params is not None
    True
    """
    write = format or _as_json

    def describe(tool: LanguageModelV4Tool) -> LanguageModelV4Tool:
        if not (isinstance(tool, LanguageModelV4FunctionTool) and tool.input_examples):
            return tool
        lines = [prefix, *(write(example, index) for index, example in enumerate(tool.input_examples))]
        section = "\n".join(lines)
        description = f"{tool.description}\n\n{section}" if tool.description else section
        return replace(tool, description=description, input_examples=None if remove else tool.input_examples)

    async def transform_params(options: LanguageModelV4TransformOptions) -> LanguageModelV4CallOptions:
        params = options.params
        return replace(params, tools=[describe(tool) for tool in params.tools]) if params.tools else params

    return LanguageModelV4Middleware(transform_params=transform_params)


def _as_json(example: LanguageModelV4InputExample, _index: int) -> str:
    return stringify(example.input)
