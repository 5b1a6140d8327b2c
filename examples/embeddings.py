"""Embeds sentences and finds the one that is closest to a question, with a model that listens on this machine."""

import asyncio

from ai_sdk import cosine_similarity, embed, embed_many
from ai_sdk.providers.openai_compatible import create_openai_compatible
from ai_sdk.testing import LoopbackServer, Reply, Request

SENTENCES = ["The bees are back in the garden.", "The train leaves at noon.", "Honey comes from flowers."]
WORDS = ["bees", "train", "honey", "flowers", "garden"]


def answer(request: Request) -> Reply:
    """Embed each text as the counts of a few words, which is what a very small model would do."""
    texts = request.json()["input"]
    vectors = [[float(text.lower().count(word)) for word in WORDS] for text in texts]
    data = [{"embedding": vector, "index": index} for index, vector in enumerate(vectors)]
    return Reply.json({"data": data, "usage": {"prompt_tokens": len(texts)}})


async def main() -> None:
    async with (
        LoopbackServer(answer) as server,
        create_openai_compatible(name="loopback", base_url=f"{server.url}/v1") as loopback,
    ):
        model = loopback.embedding_model("any-model")
        sentences = await embed_many(model=model, values=SENTENCES)
        question = await embed(model=model, value="Do flowers make honey?")
        scores = [cosine_similarity(question.embedding, vector) for vector in sentences.embeddings]
        for score, sentence in sorted(zip(scores, SENTENCES, strict=True), reverse=True):
            print(f"{score:.2f} {sentence}")
        print(f"{sentences.usage.tokens} tokens")


asyncio.run(main())
