"""What an import loads: the functions of the core bring neither validation nor HTTP nor the machinery of a call."""

import json
import subprocess
import sys

import pytest

HEAVY = {"pydantic", "pydantic_core", "httpx", "httpcore", "aiohttp", "asyncio", "ssl", "socket", "email", "websockets"}

LOADED = """
import json, sys
before = set()
{code}
print(json.dumps(sorted(set(sys.modules) - before)))
"""

FIRST_CALLS = """
import asyncio
from ai_sdk import generate_text, stream_text, warm_up
from ai_sdk.testing import MockTransport, Reply
from ai_sdk.providers.groq import create_groq
{warm_up}
before = set(sys.modules)
message = {{"role": "assistant", "content": "Hello!"}}
answer = {{"choices": [{{"index": 0, "message": message, "finish_reason": "stop"}}]}}
chunk = {{"choices": [{{"index": 0, "delta": message, "finish_reason": "stop"}}]}}
model = create_groq(
    api_key="key",
    http_client=MockTransport([Reply.json(answer), Reply(chunks=(f"data: {{json.dumps(chunk)}}\\n\\n".encode(),))]),
)("llama")
async def main():
    generated = await generate_text(model=model, prompt="Hi")
    streamed = await stream_text(model=model, prompt="Hi").text
    assert (generated.text, streamed) == ("Hello!", "Hello!")
asyncio.run(main())
"""


def loaded(code: str) -> set[str]:
    program = LOADED.format(code=code)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    modules: list[str] = json.loads(done.stdout)
    return set(modules)


@pytest.mark.parametrize(
    "name",
    [
        *("stream_text", "generate_text", "Output", "is_step_count", "tool", "dynamic_tool", "ToolLoopAgent"),
        *("embed", "embed_many", "rerank", "wrap_language_model", "create_provider_registry", "smooth_stream"),
        *("UserModelMessage", "TextPart", "APICallError", "json_schema"),
        *("experimental_stream_transcribe", "experimental_stream_speech"),
    ],
)
def test_importing_a_name_of_the_core_loads_neither_validation_nor_http_nor_a_provider(name: str) -> None:
    modules = loaded(f"from ai_sdk import {name}")
    assert HEAVY & modules == set()
    assert [module for module in modules if module.startswith("ai_sdk.providers")] == []


def test_importing_the_functions_that_generate_text_loads_what_their_signatures_need_and_no_more() -> None:
    modules = loaded("from ai_sdk import generate_text, stream_text")
    assert {module for module in modules if module.startswith("ai_sdk")} == {
        "ai_sdk",
        "ai_sdk.error",
        "ai_sdk.error.invalid_argument_error",
        "ai_sdk.generate_text",
        "ai_sdk.generate_text.generate_text",
        "ai_sdk.generate_text.stream_text",
        "ai_sdk.generate_text.stream_text.stream_text",
        "ai_sdk.generate_text.stream_text.stream_text_options",
        "ai_sdk.generate_text.text_options",
        "ai_sdk.lazy",
        "ai_sdk.prompt",
        "ai_sdk.prompt.language_model_call_options",
        "ai_sdk.provider",
        "ai_sdk.provider.errors",
        "ai_sdk.provider.json_value",
    }


def first_calls_load(warm_up: str) -> set[str]:
    """Return the packages, those of the core one by one, of which the first calls load a module."""
    modules = loaded(FIRST_CALLS.format(warm_up=warm_up))
    return {".".join(name.split(".")[: 2 if name.startswith("ai_sdk.") else 1]) for name in modules}


def test_after_warming_up_the_first_calls_load_only_what_is_the_providers() -> None:
    machinery = {"pydantic", "ai_sdk.generate_text", "ai_sdk.prompt", "ai_sdk.telemetry", "ai_sdk.model"}
    assert machinery <= first_calls_load("")
    assert first_calls_load("warm_up()") & (machinery | HEAVY) == set()
    assert {"httpx", "httpcore", "ssl"} <= loaded("import ai_sdk; ai_sdk.warm_up()")
