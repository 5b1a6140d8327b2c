from typing import Any

import pytest

from ai_sdk.providers.openai.credentials import redact_openai_response, redact_openai_tool_args

HIDDEN = "[redacted]"


@pytest.mark.parametrize(
    ("tool_type", "args", "redacted"),
    [
        (
            "mcp",
            {"serverUrl": "https://a.example", "authorization": "secret", "headers": {"x-key": "secret"}},
            {"serverUrl": "https://a.example", "authorization": HIDDEN, "headers": {"x-key": HIDDEN}},
        ),
        ("mcp", {"headers": None}, {"headers": None}),
        (
            "shell",
            {"environment": {"networkPolicy": {"domainSecrets": [{"name": "a", "value": "secret"}, "odd"]}}},
            {"environment": {"networkPolicy": {"domainSecrets": [{"name": "a", "value": HIDDEN}, "odd"]}}},
        ),
        ("code_interpreter", {"container": "id"}, {"container": "id"}),
        ("code_interpreter", {"container": {"fileIds": []}}, {"container": {"fileIds": []}}),
        ("web_search", {"authorization": "kept"}, {"authorization": "kept"}),
        (None, {"container": {}}, {"container": {}}),
    ],
)
def test_the_credentials_of_a_tool_are_blotted_out(
    tool_type: str | None, args: dict[str, Any], redacted: dict[str, Any]
) -> None:
    assert redact_openai_tool_args(tool_type, args) == redacted


def test_a_body_is_redacted_by_the_keys_of_the_wire() -> None:
    policy = {"network_policy": {"domain_secrets": [{"name": "a", "value": "secret"}]}}
    body = {"model": "m", "tools": [{"type": "code_interpreter", "container": policy}, "odd"]}
    assert redact_openai_response(body) == {
        "model": "m",
        "tools": [
            {
                "type": "code_interpreter",
                "container": {"network_policy": {"domain_secrets": [{"name": "a", "value": HIDDEN}]}},
            },
            "odd",
        ],
    }
    assert policy["network_policy"]["domain_secrets"][0]["value"] == "secret"


@pytest.mark.parametrize("body", [None, "text", {"tools": None}, {"model": "m"}])
def test_a_body_without_tools_stays(body: Any) -> None:
    assert redact_openai_response(body) == body
