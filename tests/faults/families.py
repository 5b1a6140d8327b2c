"""One call of each wire family, against a server that misbehaves as it is told."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from ai_sdk.provider import (
    ImageModelV4CallOptions,
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    TranscriptionModelV4CallOptions,
)
from ai_sdk.providers.amazon_bedrock import create_amazon_bedrock
from ai_sdk.providers.fireworks import create_fireworks
from ai_sdk.providers.groq import create_groq

PROMPT = LanguageModelV4CallOptions(
    prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Tell me of the sea.")])]
)
JOB = b'{"request_id": "job-1"}'


@dataclass(slots=True)
class Outcome:
    """What a caller has in hand when a call is over: what arrived, and the error that ended it."""

    arrived: list[Any]
    error: BaseException | None = None


async def stream(url: str) -> Outcome:
    """Server-sent events, on Groq."""
    outcome = Outcome([])
    async with create_groq(api_key="key", base_url=url) as groq:
        try:
            result = await groq("m").do_stream(PROMPT)
            async for part in result.stream:
                outcome.arrived.append(part)
        except Exception as error:  # noqa: BLE001 - the tests say which it must be
            outcome.error = error
    return outcome


async def aws_stream(url: str) -> Outcome:
    """The binary AWS event stream, on Amazon Bedrock."""
    outcome = Outcome([])
    async with create_amazon_bedrock(api_key="key", region="eu-west-1", base_url=url) as bedrock:
        try:
            result = await bedrock("m").do_stream(PROMPT)
            async for part in result.stream:
                outcome.arrived.append(part)
        except Exception as error:  # noqa: BLE001 - as above
            outcome.error = error
    return outcome


async def whole(url: str) -> Outcome:
    """JSON, on Groq."""
    async with create_groq(api_key="key", base_url=url) as groq:
        return await caught(lambda: groq("m").do_generate(PROMPT))


async def multipart(url: str) -> Outcome:
    """A multipart upload that is answered with JSON, on Groq."""
    options = TranscriptionModelV4CallOptions(audio=b"RIFF", media_type="audio/wav")
    async with create_groq(api_key="key", base_url=url) as groq:
        return await caught(lambda: groq.transcription("whisper-large-v3").do_generate(options))


async def polling(url: str) -> Outcome:
    """A job that is asked for until it is ready, on Fireworks."""
    async with create_fireworks(api_key="key", base_url=url) as fireworks:
        model = fireworks.image("accounts/fireworks/models/flux-kontext-pro")
        return await caught(lambda: model.do_generate(ImageModelV4CallOptions(prompt="The sea.")))


async def caught(call: Callable[[], Awaitable[Any]]) -> Outcome:
    try:
        return Outcome([await call()])
    except Exception as error:  # noqa: BLE001 - as above
        return Outcome([], error)


FAMILIES = {"sse": stream, "aws": aws_stream, "json": whole, "multipart": multipart, "polling": polling}
