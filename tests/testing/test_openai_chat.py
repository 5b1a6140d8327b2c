"""The offline model says back what it is told, whole and word by word."""

import pytest

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FilePart,
    LanguageModelV4SystemMessage,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    SharedV4FileDataUrl,
)
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, answer_openai_chat

pytestmark = pytest.mark.anyio

PICTURE = LanguageModelV4FilePart(media_type="image/png", data=SharedV4FileDataUrl(url="https://a.example/x.png"))


def prompt(*parts) -> LanguageModelV4CallOptions:
    return LanguageModelV4CallOptions(prompt=[LanguageModelV4UserMessage(content=list(parts))])


async def test_an_answer_holds_the_users_words_and_counts_its_own() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        result = await loopback("echo").do_generate(prompt(LanguageModelV4TextPart(text="Good morning"), PICTURE))
        assert [part.text for part in result.content] == ["You said: Good morning"]
        assert (result.usage.output_tokens.total, result.finish_reason.unified) == (4, "stop")


async def test_a_stream_has_a_part_for_each_word() -> None:
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        result = await loopback("echo").do_stream(prompt(LanguageModelV4TextPart(text="Good morning")))
        parts = [part async for part in result.stream]
    assert [part.delta for part in parts if part.type == "text-delta"] == ["You ", "said: ", "Good ", "morning"]


async def test_a_prompt_without_a_user_is_answered_too() -> None:
    options = LanguageModelV4CallOptions(prompt=[LanguageModelV4SystemMessage(content="Be brief.")])
    async with (
        LoopbackServer(answer_openai_chat) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        result = await loopback("echo").do_generate(options)
    assert [part.text for part in result.content] == ["You said: nothing"]


async def test_the_server_has_an_address_only_while_it_runs() -> None:
    server = LoopbackServer(answer_openai_chat)
    with pytest.raises(RuntimeError, match="only inside its `async with` block"):
        _ = server.url
