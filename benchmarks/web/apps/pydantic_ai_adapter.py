"""pydantic-ai: an agent behind its adapter for the AI SDK, in the newest version of the protocol that it has."""

from fastapi import FastAPI, Request, Response
from openai import AsyncOpenAI
from pydantic_ai import Agent
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.ui.vercel_ai import VercelAIAdapter


def make_app(url: str) -> FastAPI:
    """Return the application."""
    app = FastAPI()
    provider = OpenAIProvider(openai_client=AsyncOpenAI(api_key="none", base_url=url, max_retries=0))
    agent = Agent()

    @app.post("/api/chat/{model}")
    async def chat(model: str, request: Request) -> Response:
        chosen = OpenAIChatModel(model, provider=provider)
        response: Response = await VercelAIAdapter.dispatch_request(request, agent=agent, model=chosen, sdk_version=7)
        return response

    return app
