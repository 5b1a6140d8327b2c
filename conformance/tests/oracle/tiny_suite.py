"""A suite of tiny cases that call a groq chat model."""

import json
from typing import Any

from conformance.suite import Suite

PROMPT = [{"role": "user", "content": [{"type": "text", "text": "Is the ferry late?"}]}]
ANSWER = {
    "id": "gq-ferry",
    "created": 1755000000,
    "model": "ferry-1",
    "choices": [{"index": 0, "message": {"content": "No."}, "finish_reason": "stop"}],
}
JSON_HEADERS = {"content-type": "application/json"}


def answer(body: Any, status: int = 200, **more: Any) -> dict[str, Any]:
    """Return an exchange that answers with JSON."""
    return {"response": {"status": status, "headers": JSON_HEADERS, "body": {"json": body}, **more}}


def case(case_id: str, exchanges: list[Any], options: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    """Return a case that calls a groq chat model."""
    return {
        "format": 1,
        "id": case_id,
        "title": case_id,
        "tags": [],
        "provider": {"package": "groq", "factory": "createGroq", "settings": {"apiKey": "k"}},
        "model": {"kind": "chat", "accessor": "()", "args": ["llama-3.1-8b-instant"]},
        "call": {"api": "model", "method": "doGenerate", "args": [{"prompt": PROMPT, **(options or {})}]},
        "exchanges": exchanges,
        **more,
    }


class SuiteFolder(Suite):
    """A suite that tests write into."""

    def add(self, *cases: dict[str, Any]) -> None:
        """Write cases."""
        for one in cases:
            path = self.root / "cases" / f"{one['id']}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(one), "utf-8")
