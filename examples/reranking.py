"""Orders documents by their relevance to a query, with a model that listens on this machine."""

import asyncio

from ai_sdk import rerank
from ai_sdk.providers.cohere import create_cohere
from ai_sdk.testing import LoopbackServer, Reply, Request

DOCUMENTS = ["sunny day at the beach", "rainy afternoon in the city", "snowy night, no rain"]


def answer(request: Request) -> Reply:
    """Score each document by how many letters of the query are in it."""
    body = request.json()
    query = set(body["query"])
    scores = [len(query & set(document)) / len(query) for document in body["documents"]]
    best = sorted(range(len(scores)), key=lambda index: -scores[index])[: body["top_n"]]
    return Reply.json({"results": [{"index": index, "relevance_score": scores[index]} for index in best], "meta": {}})


async def main() -> None:
    async with LoopbackServer(answer) as server, create_cohere(api_key="none", base_url=server.url) as cohere:
        model = cohere.reranking_model("rerank-v3.5")
        result = await rerank(model=model, documents=DOCUMENTS, query="rainy city", top_n=2)
        for ranked in result.ranking:
            print(f"{ranked.score:.2f} {ranked.original_index} {ranked.document}")


asyncio.run(main())
