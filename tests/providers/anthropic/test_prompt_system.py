"""System messages: the instructions, and what they change within a conversation."""

from tests.providers.anthropic.build import ASK, betas, build, warnings

CACHED = {"cache_control": {"type": "ephemeral"}}


def system(words, **options):
    return {"role": "system", "content": words, "providerOptions": {"anthropic": options}}


def url(address):
    return {"type": "url", "url": address}


def data(contents):
    return {"type": "data", "data": contents}


def test_the_first_system_messages_become_the_system_text():
    request = build(prompt=[system("One."), system("Two.", cacheControl={"type": "ephemeral"}), *ASK])
    assert request.body["system"] == [{"type": "text", "text": "One."}, {"type": "text", "text": "Two.", **CACHED}]
    assert request.body["messages"] == ASK


def test_a_late_system_message_becomes_the_system_text_when_there_is_none():
    request = build(prompt=[*ASK, system("Late.")])
    assert (request.body["system"], request.body["messages"]) == ([{"type": "text", "text": "Late."}], ASK)


def test_a_system_message_within_the_conversation_stays_there():
    request = build(prompt=[system("One."), *ASK, system("Now.", clearAt="next_user_message", effort="low")])
    assert request.body["messages"][1:] == [
        {
            "role": "system",
            "content": [{"type": "text", "text": "Now."}],
            "clear_at": "next_user_message",
            "output_config": {"effort": "low"},
        }
    ]
    assert betas(request) == [
        "mid-conversation-system-2026-04-07",
        "mid-conversation-system-clear-at-2026-08-21",
        "mid-conversation-output-config-2026-07-01",
    ]


def test_an_initial_message_may_set_the_effort_alone():
    request = build(prompt=[system("", effort="low"), system("One.", effort="high"), *ASK])
    assert request.body["messages"][0] == {"role": "system", "content": [], "output_config": {"effort": "low"}}
    assert request.body["system"] == [{"type": "text", "text": "One."}]
    assert warnings(request)[0].startswith("clearAt and effort on this initial system message are not supported")


FUNCTION = {"type": "function", "name": "slew", "inputSchema": {"type": "object"}, "description": "Slews."}


def test_tools_come_and_go_within_the_conversation():
    changes = [
        {"type": "tool_addition", "tool": FUNCTION},
        {"type": "tool_addition", "toolName": "look"},
        {"type": "tool_removal", "toolName": "focus"},
    ]
    search = {"type": "provider", "id": "anthropic.web_search_20250305", "name": "look", "args": {}}
    request = build(prompt=[*ASK, system("", toolChanges=changes)], tools=[search], toolChoice={"type": "auto"})
    assert request.body["messages"][1]["content"] == [
        {
            "type": "tool_addition",
            "tool": {
                "type": "tool_definition",
                "definition": {"name": "slew", "description": "Slews.", "input_schema": {"type": "object"}},
            },
        },
        {"type": "tool_addition", "tool": {"type": "tool_reference", "name": "web_search"}},
        {"type": "tool_removal", "tool": {"type": "tool_reference", "name": "focus"}},
    ]
    assert "inline-tools-2026-09-15" in betas(request)


def test_changes_by_name_alone_need_another_beta():
    change = {"type": "tool_removal", "toolName": "focus"}
    assert "mid-conversation-tool-changes-2026-07-01" in betas(build(prompt=[*ASK, system("", toolChanges=[change])]))


def test_tool_changes_that_cannot_be_made_are_ignored_with_a_warning():
    def change(tool_id):
        added = {"type": "provider", "id": tool_id, "name": "t", "args": {}}
        return system("", toolChanges=[{"type": "tool_addition", "tool": added}])

    request = build(prompt=[*ASK, change("anthropic.computer_20250124"), change("other.tool")])
    initial = build(prompt=[system("S", toolChanges=[{"type": "tool_removal", "toolName": "a"}]), *ASK])
    assert request.body["messages"] == ASK
    assert warnings(request)[0].startswith("The tool 't' cannot be added by value in a tool change.")
    assert warnings(request)[1] == "provider-defined tool other.tool"
    assert warnings(initial)[0].startswith("tool changes on the initial system message are not supported")
