"""Settings, thinking, structured output and options of a request."""

import pytest

from ai_sdk.provider import InvalidArgumentError, NoSuchProviderReferenceError, UnsupportedFunctionalityError
from tests.providers.anthropic.build import ASK, betas, build, warnings

HAIKU_3 = "claude-3-haiku-20240307"
SCHEMA = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
JSON = {"type": "json", "schema": SCHEMA}
TOOL = {"type": "function", "name": "focus", "inputSchema": {"type": "object"}}


def own(**options):
    return {"anthropic": options}


def test_settings_are_sent_and_those_that_anthropic_lacks_are_named():
    request = build(
        maxOutputTokens=9, temperature=0.5, topK=3, stopSequences=["x"], seed=1, frequencyPenalty=1, presencePenalty=1
    )
    assert request.body == {
        "model": "claude-opus-4-6",
        "max_tokens": 9,
        "temperature": 0.5,
        "top_k": 3,
        "stop_sequences": ["x"],
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}],
    }
    assert warnings(request) == ["frequencyPenalty", "presencePenalty", "seed"]


@pytest.mark.parametrize(
    ("hooks", "given", "sent", "warning"),
    [
        ({}, 1.5, 1, "1.5 exceeds anthropic maximum of 1.0. clamped to 1.0"),
        ({}, -1, 0, "-1 is below anthropic minimum of 0. clamped to 0"),
        (
            {"max_temperature": 2, "provider": "mini.messages"},
            2.5,
            2,
            "2.5 exceeds mini maximum of 2.0. clamped to 2.0",
        ),
    ],
)
def test_the_temperature_is_clamped_to_the_providers_range(hooks, given, sent, warning):
    request = build(temperature=given, hooks=hooks)
    assert (request.body["temperature"], warnings(request)) == (sent, [warning])


def test_top_p_gives_way_to_a_temperature_unless_the_model_is_someone_elses():
    both = {"temperature": 0.5, "topP": 0.5}
    claude, other = build(**both), build("quarry-1", maxOutputTokens=5, **both)
    assert "top_p" not in claude.body
    assert warnings(claude) == ["topP is not supported when temperature is set. topP is ignored."]
    assert (other.body["top_p"], warnings(other)) == (0.5, [])


def test_a_model_that_refuses_sampling_gets_none():
    request = build("claude-opus-4-8", temperature=0.5, topP=0.5, topK=1)
    assert not request.body.keys() & {"temperature", "top_p", "top_k"}
    assert warnings(request) == [
        f"{feature} is not supported by claude-opus-4-8 and will be ignored"
        for feature in ("temperature", "topK", "topP")
    ]


def test_the_token_limit_follows_the_model_and_its_thinking():
    thinking = own(thinking={"type": "enabled", "budgetTokens": 2000})
    within = build("claude-sonnet-4-5", maxOutputTokens=100, providerOptions=thinking)
    beyond = build("claude-sonnet-4-5", maxOutputTokens=63000, providerOptions=thinking)
    unsaid = build("claude-sonnet-4-5", providerOptions=thinking)
    unknown = build("quarry-1")
    assert [request.body["max_tokens"] for request in (within, beyond, unsaid, unknown)] == [2100, 64000, 64000, 4096]
    assert [len(request.warnings) for request in (within, beyond, unsaid, unknown)] == [0, 1, 0, 1]
    assert warnings(beyond)[0].startswith("65000 (maxOutputTokens + thinkingBudget) is greater than")


@pytest.mark.parametrize(
    ("model", "reasoning", "thinking", "effort"),
    [
        ("claude-opus-4-6", "low", {"type": "adaptive", "display": "summarized"}, "low"),
        ("claude-opus-4-6", "xhigh", {"type": "adaptive", "display": "summarized"}, "high"),
        ("claude-opus-4-8", "xhigh", {"type": "adaptive", "display": "summarized"}, "xhigh"),
        ("claude-opus-4-6", "none", {"type": "disabled"}, None),
        ("claude-fable-5", "none", None, "low"),
        ("claude-sonnet-5-5", "none", {"type": "between_tools"}, None),
        ("claude-opus-4-5", "medium", {"type": "enabled", "budget_tokens": 19200}, None),
        (HAIKU_3, "max", {"type": "enabled", "budget_tokens": 3891}, None),
        (HAIKU_3, "provider-default", None, None),
    ],
)
def test_reasoning_becomes_what_the_model_knows(model, reasoning, thinking, effort):
    body = build(model, reasoning=reasoning).body
    assert body.get("thinking") == thinking
    assert (body.get("output_config") or {}).get("effort") == effort


@pytest.mark.parametrize(
    ("model", "thinking", "sent", "effort"),
    [
        ("claude-opus-5", {"type": "disabled"}, {"type": "disabled"}, "high"),
        ("claude-opus-4-6", {"type": "disabled"}, {"type": "disabled"}, "max"),
        ("claude-opus-5-5", {"type": "disabled"}, None, "max"),
        ("claude-sonnet-5-5", {"type": "disabled"}, {"type": "between_tools"}, "high"),
        ("claude-haiku-5-5", {"type": "enabled", "budgetTokens": 2000}, {"type": "adaptive"}, "max"),
        ("claude-opus-4-6", {"type": "enabled"}, {"type": "enabled", "budget_tokens": 1024}, "max"),
        (
            "claude-opus-4-6",
            {"blockBinding": {"prefixMismatchBehavior": "error"}},
            {"block_binding": {"prefix_mismatch_behavior": "error"}},
            "max",
        ),
    ],
)
def test_thinking_that_the_model_refuses_is_replaced(model, thinking, sent, effort):
    request = build(model, providerOptions=own(thinking=thinking, effort="max"))
    assert (request.body.get("thinking"), request.body["output_config"]["effort"]) == (sent, effort)


def test_thinking_drops_sampling_unless_the_provider_takes_it():
    given = {"temperature": 0.5, "topP": 0.5, "topK": 1, "providerOptions": own(thinking={"type": "adaptive"})}
    dropped = build(**given)
    kept = build(**given, hooks={"supports_temperature_and_top_p_with_thinking": True})
    assert not dropped.body.keys() & {"temperature", "top_p", "top_k"}
    assert (kept.body["temperature"], kept.body["top_p"], kept.body.get("top_k")) == (0.5, 0.5, None)
    assert (len(dropped.warnings), len(kept.warnings)) == (3, 1)


def test_json_is_asked_for_by_its_schema_where_the_model_takes_it():
    assert build(responseFormat=JSON).body["output_config"] == {"format": {"type": "json_schema", "schema": SCHEMA}}


def test_json_is_the_input_of_a_tool_elsewhere():
    request = build(HAIKU_3, responseFormat=JSON, tools=[TOOL], providerOptions=own(disableParallelToolUse=False))
    assert [tool["name"] for tool in request.body["tools"]] == ["focus", "json"]
    assert request.body["tool_choice"] == {"type": "any", "disable_parallel_tool_use": True}
    assert warnings(request)[0].startswith("`disableParallelToolUse: false` is ignored")
    assert request.context.uses_json_response_tool


def test_a_model_that_refuses_forced_tools_gets_the_schema_all_the_same():
    hooks = {"supports_native_structured_output": False}
    forced = build("claude-opus-5-5", responseFormat=JSON, hooks=hooks)
    lossy = build("claude-opus-5-5", responseFormat={"type": "json", "schema": {"type": "object"}}, hooks=hooks)
    assert "format" in forced.body["output_config"]
    assert lossy.body["tool_choice"] == {"type": "auto", "disable_parallel_tool_use": True}


def test_json_without_a_schema_is_not_asked_for():
    request = build(responseFormat={"type": "json"})
    assert "output_config" not in request.body
    assert warnings(request) == ["JSON response format requires a schema. The response format is ignored."]


MCP_SERVER = {
    "type": "url",
    "name": "n",
    "url": "u",
    "authorizationToken": None,
    "toolConfiguration": {"enabled": True},
}
SKILLS = [
    {"type": "anthropic", "skillId": "pdf"},
    {"type": "custom", "providerReference": {"anthropic": "s"}, "version": "2"},
]


def test_options_become_parts_of_the_body_and_betas():
    request = build(
        providerOptions=own(
            cacheControl={"type": "ephemeral", "ttl": "1h"},
            metadata={"userId": "u"},
            mcpServers=[MCP_SERVER],
            container={"id": "c", "skills": SKILLS},
            taskBudget={"type": "tokens", "total": 20000},
            speed="standard",
            serviceTier="auto",
            inferenceGeo="us",
            fallbacks=[{"model": "m", "max_tokens": 3}],
            safeguards=[{"type": "dangerous_tool_use"}],
            compaction={"type": "summarize"},
        )
    )  # fmt: skip
    assert request.body == {
        "model": "claude-opus-4-6",
        "max_tokens": 128000,
        "output_config": {"task_budget": {"type": "tokens", "total": 20000}},
        "speed": "standard",
        "service_tier": "auto",
        "inference_geo": "us",
        "fallbacks": [{"model": "m", "max_tokens": 3}],
        "cache_control": {"type": "ephemeral", "ttl": "1h"},
        "metadata": {"user_id": "u"},
        "mcp_servers": [
            {
                "type": "url",
                "name": "n",
                "url": "u",
                "authorization_token": None,
                "tool_configuration": {"enabled": True},
            }
        ],
        "container": {
            "id": "c",
            "skills": [{"type": "anthropic", "skill_id": "pdf"}, {"type": "custom", "skill_id": "s", "version": "2"}],
        },
        "safeguards": [{"type": "dangerous_tool_use"}],
        "compaction": {"type": "summarize"},
        "messages": [{"role": "user", "content": [{"type": "text", "text": "Hi"}]}],
    }
    assert betas(request) == [
        "mcp-client-2025-04-04",
        "dangerous-tool-use-2026-09-03",
        "compact-2026-09-04",
        "code-execution-2025-08-25",
        "skills-2025-10-02",
        "files-api-2025-04-14",
        "task-budgets-2026-03-13",
        "server-side-fallback-2026-06-01",
    ]
    assert warnings(request) == ["code execution tool is required when using skills"]


def test_context_edits_are_written_in_snake_case():
    edits = [
        {
            "type": "clear_tool_uses_20250919",
            "clearAtLeast": {"type": "input_tokens", "value": 1},
            "excludeTools": ["a"],
        },
        {"type": "compact_20260112", "pauseAfterCompaction": True},
    ]
    request = build(providerOptions=own(contextManagement={"edits": edits}))
    assert request.body["context_management"] == {
        "edits": [
            {
                "type": "clear_tool_uses_20250919",
                "clear_at_least": {"type": "input_tokens", "value": 1},
                "exclude_tools": ["a"],
            },
            {"type": "compact_20260112", "pause_after_compaction": True},
        ]
    }
    assert betas(request) == ["context-management-2025-06-27", "compact-2026-01-12"]


@pytest.mark.parametrize(
    ("options", "betas_wanted"),
    [
        ({"fallbacks": "default"}, ["server-side-fallback-2026-07-01"]),
        ({"thinking": {"type": "adaptive", "display": "updates"}}, ["thinking-display-updates-2026-08-18"]),
        ({"container": {"id": "c"}}, []),
    ],
)
def test_some_options_need_betas(options, betas_wanted):
    assert betas(build(providerOptions=own(**options))) == betas_wanted


@pytest.mark.parametrize(
    ("provider", "tier", "sent"),
    [
        ("anthropic.messages", "priority", None),
        ("minimax.messages", "auto", None),
        ("minimax.messages", "standard", "standard"),
        ("cloud", "auto", "auto"),
    ],
)
def test_a_service_tier_that_the_provider_lacks_is_dropped(provider, tier, sent):
    request = build(providerOptions=own(serviceTier=tier), hooks={"provider": provider})
    assert request.body.get("service_tier") == sent
    assert len(request.warnings) == (sent is None)


def test_a_compatible_providers_own_options_win_and_are_remembered():
    given = {"anthropic": {"effort": "low", "speed": "fast"}, "cloud": {"effort": "high"}}
    request = build(providerOptions=given, hooks={"provider": "cloud.anthropic.messages"})
    assert (request.body["output_config"], request.body["speed"]) == ({"effort": "high"}, "fast")
    assert request.context.metadata_namespaces == ("anthropic", "cloud")
    legacy = build(providerOptions={"vertex": {"effort": "low"}}, hooks={"provider": "googleVertex.anthropic"})
    assert (legacy.body["output_config"], legacy.context.metadata_namespaces) == ({"effort": "low"}, ("anthropic",))


THREAD = {"type": "continue", "previousMessageId": "m"}


def test_a_thread_that_goes_on_leaves_out_system_and_tools_and_says_so():
    pdf = {"type": "file", "mediaType": "application/pdf", "data": {"type": "url", "url": "https://a.dev/x.pdf"}}
    prompt = [{"role": "system", "content": "S"}, {"role": "user", "content": [pdf]}]
    request = build(prompt=prompt, tools=[TOOL], providerOptions=own(thread=THREAD))
    assert not request.body.keys() & {"system", "tools"}
    assert request.body["thread"] == {"type": "continue", "previous_message_id": "m"}
    beta_warning, definition_warning = warnings(request)
    assert beta_warning.startswith("Message content enabled beta headers: pdfs-2024-09-25. Thread requests require")
    assert definition_warning.startswith(
        "Continuation uses the system prompt and tool definitions stored by the create"
    )


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"compaction": {"type": "summarize"}, "contextManagement": {"edits": []}}, InvalidArgumentError),
        ({"compaction": {"type": "summarize"}, "thread": THREAD}, InvalidArgumentError),
        ({"contextManagement": {"edits": [{"type": "compact_20260112"}]}, "thread": THREAD}, InvalidArgumentError),
        ({"container": {"skills": [{"type": "custom", "providerReference": {}}]}}, NoSuchProviderReferenceError),
        ({"effort": "huge"}, InvalidArgumentError),
    ],
)
def test_options_that_cannot_be_are_refused(options, error):
    with pytest.raises(error):
        build(providerOptions=own(**options))


def test_a_platform_without_threads_refuses_them():
    with pytest.raises(UnsupportedFunctionalityError, match="does not support Anthropic message threads"):
        build(providerOptions=own(thread=THREAD), hooks={"supports_message_threads": False})


def test_a_thread_with_cache_control_uses_one_breakpoint():
    cached = {"type": "text", "text": "x", "providerOptions": own(cacheControl={"type": "ephemeral"})}
    request = build(
        prompt=[{"role": "user", "content": [cached] * 4}],
        providerOptions=own(thread={"type": "create"}, cacheControl={"type": "ephemeral"}),
    )
    assert warnings(request) == ["Maximum 4 cache breakpoints exceeded (found 5). This breakpoint will be ignored."]


CHAT = [*ASK, {"role": "assistant", "content": [{"type": "text", "text": "a"}]}]


def inline(tool):
    change = {"type": "tool_addition", "tool": tool}
    return {"role": "system", "content": "", "providerOptions": own(toolChanges=[change])}


def test_a_forced_choice_that_falls_back_switches_off_mcp_servers():
    request = build(
        "claude-opus-5-5",
        prompt=[*CHAT, inline(TOOL)],
        tools=[TOOL],
        toolChoice={"type": "tool", "toolName": "focus"},
        providerOptions=own(
            mcpServers=[{"type": "url", "name": "n", "url": "u", "toolConfiguration": {"allowedTools": ["a"]}}]
        ),
    )
    assert request.body["mcp_servers"][0]["tool_configuration"] == {"allowed_tools": ["a"], "enabled": False}
    assert request.body["tool_choice"] == {"type": "auto"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"toolChoice": {"type": "tool", "toolName": "park"}}, "'focus' conflicts with named tool choice 'park'"),
        (
            {"toolChoice": {"type": "none"}, "responseFormat": {"type": "json", "schema": {"type": "object"}}},
            "conflicts with tool choice 'none'",
        ),
    ],
)
def test_an_inline_tool_must_agree_with_a_choice_that_falls_back(options, words):
    with pytest.raises(InvalidArgumentError, match=words):
        build("claude-opus-5-5", prompt=[*CHAT, inline(TOOL)], tools=[{**TOOL, "name": "park"}], **options)


def test_an_inline_server_tool_is_compared_by_the_name_that_is_sent():
    search = {"type": "provider", "id": "anthropic.web_search_20260318", "name": "look", "args": {}}
    request = build(
        HAIKU_3, prompt=[*CHAT, inline(search)], responseFormat=JSON, toolChoice={"type": "tool", "toolName": "look"}
    )
    assert request.body["tools"][0]["name"] == "json"


def test_tools_stream_their_input_unless_told_otherwise():
    eager = build(stream=True, tools=[TOOL]).body["tools"][0]
    plain = build(stream=True, tools=[TOOL], providerOptions=own(toolStreaming=False)).body["tools"][0]
    assert (eager.get("eager_input_streaming"), plain.get("eager_input_streaming")) == (True, None)
