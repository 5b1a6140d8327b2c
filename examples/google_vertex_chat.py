"""Streams an answer from Gemini on Vertex AI; needs GOOGLE_VERTEX_PROJECT, GOOGLE_VERTEX_LOCATION and a login.

`gcloud auth application-default login` is one; so is a key in GOOGLE_VERTEX_API_KEY, which needs neither of the two.
"""

import asyncio

from ai_sdk.provider import LanguageModelV4CallOptions, LanguageModelV4TextPart, LanguageModelV4UserMessage
from ai_sdk.providers.google_vertex import create_google_vertex


async def main() -> None:
    async with create_google_vertex() as google_vertex:
        question = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="How does a Fresnel lens work?")])
        result = await google_vertex("gemini-2.5-flash").do_stream(LanguageModelV4CallOptions(prompt=[question]))
        async for part in result.stream:
            if part.type == "text-delta":
                print(part.delta, end="", flush=True)


asyncio.run(main())
