"""Lets a model on OpenAI's Chat Completions API call a tool, and streams the answer; needs OPENAI_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4AssistantMessage,
    LanguageModelV4CallOptions,
    LanguageModelV4FunctionTool,
    LanguageModelV4Message,
    LanguageModelV4TextPart,
    LanguageModelV4ToolCall,
    LanguageModelV4ToolCallPart,
    LanguageModelV4ToolMessage,
    LanguageModelV4ToolResultOutputText,
    LanguageModelV4ToolResultPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.openai import create_openai

WEATHER = LanguageModelV4FunctionTool(
    name="weather",
    description="The weather in a city",
    input_schema={
        "type": "object",
        "properties": {"city": {"type": "string"}},
        "required": ["city"],
        "additionalProperties": False,
    },
    strict=True,
)


def answer(call: LanguageModelV4ToolCall) -> list[LanguageModelV4Message]:
    part = LanguageModelV4ToolCallPart(tool_call_id=call.tool_call_id, tool_name=call.tool_name, input=call.input)
    result = LanguageModelV4ToolResultPart(
        tool_call_id=call.tool_call_id,
        tool_name=call.tool_name,
        output=LanguageModelV4ToolResultOutputText(value="18 degrees, light rain"),
    )
    return [LanguageModelV4AssistantMessage(content=[part]), LanguageModelV4ToolMessage(content=[result])]


async def main() -> None:
    async with create_openai() as openai:
        model = openai.chat("gpt-4.1-mini")
        question = LanguageModelV4TextPart(text="What is the weather in Zürich?")
        prompt: list[LanguageModelV4Message] = [LanguageModelV4UserMessage(content=[question])]
        first = await model.do_generate(LanguageModelV4CallOptions(prompt=prompt, tools=[WEATHER]))
        for call in first.content:
            if isinstance(call, LanguageModelV4ToolCall):
                print(f"{call.tool_name}({call.input})")
                prompt += answer(call)
        second = await model.do_stream(LanguageModelV4CallOptions(prompt=prompt, tools=[WEATHER]))
        async for part in second.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)
            elif part.type == "finish":
                print(f"\n{part.usage.input_tokens.total} tokens in, {part.usage.output_tokens.total} out")


asyncio.run(main())
