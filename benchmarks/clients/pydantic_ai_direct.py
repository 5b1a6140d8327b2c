"""pydantic-ai, without its agents."""

from openai import AsyncOpenAI
from pydantic_ai import ModelRequest
from pydantic_ai.direct import model_request, model_request_stream
from pydantic_ai.messages import PartDeltaEvent, PartStartEvent
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider

from benchmarks.plan import PROMPT


class PydanticAIDirect:
    """Direct requests to a model."""

    def __init__(self, url: str) -> None:
        self._client = AsyncOpenAI(api_key="none", base_url=url, max_retries=0)
        self._messages = [ModelRequest.user_text_prompt(PROMPT)]

    def _model(self, name: str) -> OpenAIChatModel:
        return OpenAIChatModel(name, provider=OpenAIProvider(openai_client=self._client))

    async def call(self) -> None:
        """Make a call and read its answer."""
        await model_request(self._model("bench"), self._messages)

    async def stream(self, model: str) -> int:
        """Read a stream and return how many pieces of text came."""
        count = 0
        async with model_request_stream(self._model(model), self._messages) as events:
            async for event in events:
                count += isinstance(event, PartStartEvent | PartDeltaEvent)
        return count

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.close()
