"""Answers from the most fitting of three documents and prints what it cites; needs COHERE_API_KEY."""

import asyncio

from ai_sdk.provider import (
    LanguageModelV4CallOptions,
    LanguageModelV4FilePart,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
    RerankingModelV4CallOptions,
    RerankingModelV4DocumentsText,
    SharedV4FileDataText,
)
from ai_sdk.providers.cohere import create_cohere

QUESTION = "Who keeps the lamp?"
DOCUMENTS = ["Maren keeps the lamp at Skagen.", "The harbour has two cranes.", "Fog is common in November."]


async def main() -> None:
    async with create_cohere() as cohere:
        documents = RerankingModelV4DocumentsText(values=DOCUMENTS)
        ranked = await cohere.reranking("rerank-v3.5").do_rerank(
            RerankingModelV4CallOptions(query=QUESTION, documents=documents, top_n=1)
        )
        best = DOCUMENTS[ranked.ranking[0].index]
        file = LanguageModelV4FilePart(
            media_type="text/plain", filename="log.txt", data=SharedV4FileDataText(text=best)
        )
        message = LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text=QUESTION), file])
        result = await cohere("command-a-03-2025").do_generate(LanguageModelV4CallOptions(prompt=[message]))
        for part in result.content:
            match part.type:
                case "text":
                    print(part.text)
                case "source":
                    print(f"cited from {part.title}: {(part.provider_metadata or {})['cohere']['text']}")


asyncio.run(main())
