"""Chat on Fireworks: its dialect and its errors."""

import httpx
import pytest

from ai_sdk.provider import (
    APICallError,
    LanguageModelV4CallOptions,
    LanguageModelV4TextPart,
    LanguageModelV4UserMessage,
)
from ai_sdk.providers.fireworks import create_fireworks
from ai_sdk.providers.fireworks.dialect import CHAT
from tests.providers.openai.server import Server, reply

OPTIONS = LanguageModelV4CallOptions(prompt=[LanguageModelV4UserMessage(content=[LanguageModelV4TextPart(text="Hi")])])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"a": 1}, {"a": 1}),
        ({"reasoning_effort": "minimal"}, {"reasoning_effort": "low"}),
        ({"reasoning_effort": "xhigh"}, {"reasoning_effort": "high"}),
        ({"reasoning_effort": "medium"}, {"reasoning_effort": "medium"}),
        ({"reasoning_effort": None}, {}),
        ({"promptCacheKey": "k", "serviceTier": "priority"}, {"prompt_cache_key": "k", "service_tier": "priority"}),
        (
            {"thinking": {"type": "enabled", "budgetTokens": 2048}},
            {"thinking": {"type": "enabled", "budget_tokens": 2048}},
        ),
        ({"thinking": {"budget_tokens": 2048}}, {"thinking": {"budget_tokens": 2048}}),
        ({"thinking": None, "reasoningHistory": ""}, {}),
        ({"reasoningHistory": "preserved"}, {"reasoning_history": "preserved"}),
    ],
)  # fmt: skip
def test_bodies_get_fireworks_names_and_levels(body, expected):
    assert CHAT.transform_request_body is not None
    assert CHAT.transform_request_body(body, []) == expected


@pytest.mark.anyio
@pytest.mark.parametrize("error", ["Dark.", {"message": "Dark.", "code": 17, "param": None}])
async def test_an_error_is_a_text_or_has_a_message(error):
    server = Server(*(reply({"error": error}, 400) for _ in range(3)))
    client = httpx.AsyncClient(transport=httpx.MockTransport(server.answer))
    provider = create_fireworks(api_key="key", http_client=client)
    for model in (provider("m"), provider.completion_model("m")):
        with pytest.raises(APICallError, match=r"^Dark\.$"):
            await model.do_generate(OPTIONS)
    assert provider.embedding_model("m").error_structure is CHAT.error_structure
