"""The bodies of frontends are validated, and FastAPI documents them."""

from typing import Any

import pytest
from fastapi import FastAPI
from pydantic import ValidationError

from ai_sdk.integrations.fastapi import ChatRequest, CompletionRequest

MESSAGE = {"id": "1", "role": "user", "parts": [{"type": "text", "text": "Hi"}], "metadata": {"at": 1}}
PARTS = {
    "TextUIPart",
    "ReasoningUIPart",
    "FileUIPart",
    "SourceUrlUIPart",
    "SourceDocumentUIPart",
    "StepStartUIPart",
    "UIMessagePartData",
    "UIMessagePartToolInputAvailable",
    "UIMessagePartToolOutputAvailable",
    "UIMessagePartToolApprovalResponded",
    "DynamicToolUIPartOutputAvailable",
}


def test_the_body_of_a_chat_keeps_its_messages_and_what_the_page_adds() -> None:
    body = {"id": "7", "messages": [MESSAGE], "trigger": "regenerate-message", "messageId": "1", "model": "fast"}
    request = ChatRequest.model_validate(body)
    assert [message.model_dump(by_alias=True, exclude_unset=True) for message in request.messages] == [MESSAGE]
    assert (request.trigger, request.message_id, request.extra) == ("regenerate-message", "1", {"model": "fast"})
    assert request.model_dump(by_alias=True, exclude_unset=True) == body


def test_the_body_of_a_completion_keeps_what_the_page_adds() -> None:
    request = CompletionRequest.model_validate({"prompt": "Hi", "tone": "dry"})
    assert (request.prompt, request.extra) == ("Hi", {"tone": "dry"})


@pytest.mark.parametrize(
    "body",
    [
        {"messages": []},
        {"id": "7", "messages": [{"id": "1", "role": "robot", "parts": []}]},
        {"id": "7", "messages": [{**MESSAGE, "parts": [{"type": "text"}]}]},
        {"id": "7", "messages": [], "trigger": "guess"},
    ],
)
def test_a_body_that_no_frontend_sends_is_refused(body: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        ChatRequest.model_validate(body)


def test_fastapi_documents_the_body_with_all_parts_of_messages() -> None:
    app = FastAPI()

    @app.post("/chat")
    async def chat(request: ChatRequest) -> None: ...

    document = app.openapi()
    schemas = document["components"]["schemas"]
    body = document["paths"]["/chat"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert body == {"$ref": "#/components/schemas/ChatRequest"}
    assert schemas["ChatRequest"]["properties"]["messages"]["items"] == {"$ref": "#/components/schemas/UIMessage"}
    assert (
        schemas["ChatRequest"]["properties"]["messageId"]["description"]
        == "The message to answer anew, or that was edited."
    )
    assert schemas["ChatRequest"]["additionalProperties"] is True
    assert schemas["UIMessage"]["properties"]["parts"]["items"] == {"$ref": "#/components/schemas/UIMessagePart"}
    assert set(schemas) >= PARTS
