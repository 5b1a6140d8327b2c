from typing import Any

import pytest

from ai_sdk.provider import SharedV4WarningUnsupported, TypeValidationError, UnsupportedFunctionalityError
from ai_sdk.providers.openai import openai as provider
from tests.providers.openai.responses.build import body, openai, request

FUNCTION = {"type": "function", "name": "f", "inputSchema": {"type": "object"}}
WIRE_FUNCTION = {"type": "function", "name": "f", "parameters": {"type": "object"}, "strict": False}


def tool(tool_id: str, name: str | None = None, **args: Any) -> dict[str, Any]:
    return {"type": "provider", "id": f"openai.{tool_id}", "name": name or tool_id, "args": args}


def with_options(**options: Any) -> dict[str, Any]:
    return {**FUNCTION, "providerOptions": openai(**options)}


SECRETS = [{"domain": "a.b", "name": "n", "value": "v"}]
POLICY = {"type": "allowlist", "allowedDomains": ["a.b"], "domainSecrets": SECRETS}
WIRE_POLICY = {"type": "allowlist", "allowed_domains": ["a.b"], "domain_secrets": SECRETS}
ZIP = {"type": "base64", "mediaType": "application/zip", "data": "eA=="}


@pytest.mark.parametrize(
    ("given", "written"),
    [
        (tool("local_shell"), {"type": "local_shell"}),
        (tool("shell"), {"type": "shell"}),
        (tool("shell", environment={}), {"type": "shell", "environment": {"type": "local"}}),
        (
            tool("shell", environment={"type": "containerReference", "containerId": "c"}),
            {"type": "shell", "environment": {"type": "container_reference", "container_id": "c"}},
        ),
        (
            tool(
                "shell",
                environment={
                    "type": "containerAuto",
                    "memoryLimit": "4g",
                    "networkPolicy": POLICY,
                    "skills": [
                        {"type": "skillReference", "providerReference": {"openai": "s"}},
                        {"type": "inline", "name": "n", "description": "d", "source": ZIP},
                    ],
                },
            ),
            {
                "type": "shell",
                "environment": {
                    "type": "container_auto",
                    "memory_limit": "4g",
                    "network_policy": WIRE_POLICY,
                    "skills": [
                        {"type": "skill_reference", "skill_id": "s", "version": "latest"},
                        {
                            "type": "inline",
                            "name": "n",
                            "description": "d",
                            "source": {"type": "base64", "media_type": "application/zip", "data": "eA=="},
                        },
                    ],
                },
            },
        ),
        (tool("code_interpreter"), {"type": "code_interpreter", "container": {"type": "auto"}}),
        (tool("code_interpreter", container="c"), {"type": "code_interpreter", "container": "c"}),
        (
            tool("code_interpreter", container={"fileIds": ["f"], "networkPolicy": {"type": "disabled"}}),
            {
                "type": "code_interpreter",
                "container": {"type": "auto", "file_ids": ["f"], "network_policy": {"type": "disabled"}},
            },
        ),
        (
            tool("file_search", vectorStoreIds=["v"], ranking={"scoreThreshold": 0.5}, maxNumResults=3),
            {
                "type": "file_search",
                "vector_store_ids": ["v"],
                "max_num_results": 3,
                "ranking_options": {"score_threshold": 0.5},
            },
        ),
        (
            tool("web_search", filters={"blockedDomains": ["a"]}, externalWebAccess=False),
            {"type": "web_search", "filters": {"blocked_domains": ["a"]}, "external_web_access": False},
        ),
        (
            tool("web_search_preview", searchContextSize="low"),
            {"type": "web_search_preview", "search_context_size": "low"},
        ),
        (
            tool("image_generation", inputImageMask={"fileId": "f"}, partialImages=2, size="1024x1024"),
            {
                "type": "image_generation",
                "input_image_mask": {"file_id": "f"},
                "partial_images": 2,
                "size": "1024x1024",
            },
        ),
        (
            tool("mcp", serverLabel="s", serverUrl="https://m", allowedTools={"readOnly": True}),
            {
                "type": "mcp",
                "server_label": "s",
                "server_url": "https://m",
                "allowed_tools": {"read_only": True},
                "require_approval": "never",
            },
        ),
        (
            tool("mcp", serverLabel="s", tunnelId="t", requireApproval={"never": {"toolNames": ["a"]}}),
            {
                "type": "mcp",
                "server_label": "s",
                "tunnel_id": "t",
                "require_approval": {"never": {"tool_names": ["a"]}},
            },
        ),
        (
            tool("mcp", serverLabel="s", connectorId="c", requireApproval="always", allowedTools=["x"]),
            {
                "type": "mcp",
                "server_label": "s",
                "connector_id": "c",
                "require_approval": "always",
                "allowed_tools": ["x"],
            },
        ),
        (tool("custom", "poem", description="d"), {"type": "custom", "name": "poem", "description": "d"}),
        (tool("tool_search", execution="client"), {"type": "tool_search", "execution": "client"}),
    ],
)
def test_provider_defined_tools_are_written_as_the_api_names_them(given: Any, written: Any) -> None:
    assert body(tools=[given])["tools"] == [written]


@pytest.mark.parametrize(
    "given",
    [
        tool("mcp", serverLabel="s"),
        tool("mcp", serverLabel="s", serverUrl="https://m", tunnelId="t"),
        tool("file_search"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(given: Any) -> None:
    with pytest.raises(TypeValidationError):
        request(tools=[given])


def test_unknown_provider_tools_are_left_out() -> None:
    assert body(tools=[tool("nothing")])["tools"] == []


def test_no_tools_mean_no_choice() -> None:
    assert body(tools=[], toolChoice={"type": "required"}).keys() == {"model", "input"}


def test_functions_carry_their_options() -> None:
    given = with_options(deferLoading=True, allowedCallers=["programmatic"], outputSchema={"type": "string"})
    assert body(tools=[{**given, "description": "d", "strict": True}])["tools"] == [
        {
            **WIRE_FUNCTION,
            "description": "d",
            "strict": True,
            "defer_loading": True,
            "allowed_callers": ["programmatic"],
            "output_schema": {"type": "string"},
        }
    ]


def test_options_of_functions_may_be_written_in_snake_case() -> None:
    given = with_options(defer_loading=True, output_schema={"type": "string"})
    assert body(tools=[given])["tools"] == [
        {**WIRE_FUNCTION, "defer_loading": True, "output_schema": {"type": "string"}}
    ]


def test_functions_of_one_namespace_stand_together() -> None:
    crm = {"name": "crm", "description": "d"}
    tools = [with_options(namespace=crm), {**FUNCTION, "name": "g"}, {**with_options(namespace=crm), "name": "h"}]
    assert body(tools=tools)["tools"] == [
        {"type": "namespace", **crm, "tools": [WIRE_FUNCTION, {**WIRE_FUNCTION, "name": "h"}]},
        {**WIRE_FUNCTION, "name": "g"},
    ]
    other = {**with_options(namespace={"name": "crm", "description": "x"}), "name": "h"}
    with pytest.raises(UnsupportedFunctionalityError, match='conflicting descriptions for OpenAI tool namespace "crm"'):
        request(tools=[with_options(namespace=crm), other])


def test_older_models_wait_for_every_tool() -> None:
    given = [with_options(**{"async": True}), tool("custom", "poem", **{"async": True})]
    prepared = request("gpt-4o", tools=given)
    details = "Async tool calling is only supported by GPT-6 and later models."
    assert prepared.body["tools"] == [WIRE_FUNCTION, {"type": "custom", "name": "poem"}]
    assert prepared.warnings == [
        SharedV4WarningUnsupported(feature=f'async tool calling for "{name}"', details=details)
        for name in ("f", "poem")
    ]
    assert [wire["async"] for wire in body("gpt-6-sol", tools=given)["tools"]] == [True, True]


def test_a_tool_that_the_history_loads_is_not_sent_and_cannot_be_forced() -> None:
    given = with_options(omitFromRequestTools=True)
    assert body(tools=[given])["tools"] == []
    with pytest.raises(UnsupportedFunctionalityError, match='forcing tool "f" omitted from the request'):
        request(tools=[given], toolChoice={"type": "tool", "toolName": "f"})


@pytest.mark.parametrize(
    ("choice", "written"),
    [
        ({"type": "auto"}, "auto"),
        ({"type": "none"}, "none"),
        ({"type": "required"}, "required"),
        ({"type": "tool", "toolName": "f"}, {"type": "function", "name": "f"}),
        ({"type": "tool", "toolName": "web"}, {"type": "web_search"}),
        ({"type": "tool", "toolName": "poem"}, {"type": "custom", "name": "poem"}),
    ],
)
def test_a_choice_names_tools_as_the_api_does(choice: Any, written: Any) -> None:
    tools = [FUNCTION, tool("web_search", "web"), tool("custom", "poem")]
    assert body(tools=tools, toolChoice=choice)["tool_choice"] == written


def test_an_allowlist_takes_the_place_of_the_choice() -> None:
    tools = [
        FUNCTION,
        tool("web_search", "web"),
        tool("mcp", "docs", serverLabel="s", serverUrl="u"),
        tool("custom", "p"),
    ]
    options = openai(allowedTools={"toolNames": ["f", "web", "docs", "p"], "mode": "required"})
    assert body(tools=tools, toolChoice={"type": "none"}, providerOptions=options)["tool_choice"] == {
        "type": "allowed_tools",
        "mode": "required",
        "tools": [
            {"type": "function", "name": "f"},
            {"type": "web_search"},
            {"type": "mcp", "server_label": "s"},
            {"type": "custom", "name": "p"},
        ],
    }


def test_names_that_an_allowlist_cannot_have_are_warned_of() -> None:
    tools = [
        with_options(deferLoading=True),
        {**with_options(namespace={"name": "n", "description": "d"}), "name": "g"},
        tool("tool_search", "find"),
        tool("shell", "one"),
        tool("shell", "two"),
        tool("mcp", "a", serverLabel="a", serverUrl="u"),
        tool("mcp", "b", serverLabel="b", serverUrl="u"),
        {**FUNCTION, "name": "web_search"},
        tool("web_search", "web"),
    ]
    names = ["f", "g", "find", "shell", "mcp", "web_search", "nobody"]
    prepared = request(tools=tools, providerOptions=openai(allowedTools={"toolNames": names}))
    assert prepared.body["tool_choice"]["tools"] == [
        {"type": "shell"},
        {"type": "function", "name": "web_search"},
        {"type": "function", "name": "nobody"},
    ]
    details = {
        "f": "deferred tools are not visible to tool_choice.allowed_tools; the tool is removed from the allowed tools",
        "g": "tools inside an OpenAI tool namespace are not visible to tool_choice.allowed_tools; "
        "the tool is removed from the allowed tools",
        "find": "OpenAI does not support tool_search tools in tool_choice.allowed_tools; "
        "the tool is removed from the allowed tools",
        "mcp": "several tools in this request share this provider tool name; "
        "use the tool name from the tools for this request instead",
        "web_search": "this name is both a tool name and the provider tool name of another tool in this request; "
        "the tool with this name is allowed",
        "nobody": "the tool is not part of the tools for this request and is sent as a function tool",
    }
    assert prepared.warnings == [
        SharedV4WarningUnsupported(feature=f'allowedTools entry "{name}"', details=text)
        for name, text in details.items()
    ]


def test_an_allowlist_without_any_tool_is_refused() -> None:
    tools = [with_options(omitFromRequestTools=True)]
    with pytest.raises(UnsupportedFunctionalityError, match=r"cannot be allow-listed \(f\)"):
        request(tools=tools, providerOptions=openai(allowedTools={"toolNames": ["f"]}))


def test_the_factories_give_arguments_that_requests_take() -> None:
    made = [
        provider.tools.web_search(search_context_size="low"),
        provider.tools.mcp(server_label="s", server_url="https://m"),
        provider.tools.custom_tool(description="d"),
        provider.tools.apply_patch(),
    ]
    given = [{"type": "provider", "id": each.id, "name": each.name, "args": each.args} for each in made]
    assert [wire["type"] for wire in body(tools=given)["tools"]] == ["web_search", "mcp", "custom", "apply_patch"]


def test_every_tool_that_openai_defines_has_a_factory() -> None:
    assert len(provider.tools.__all__) == 13
    assert [name for name in provider.tools.__all__ if not callable(getattr(provider.tools, name))] == []
