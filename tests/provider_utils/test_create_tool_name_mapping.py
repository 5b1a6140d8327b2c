from ai_sdk.provider import LanguageModelV4FunctionTool, LanguageModelV4ProviderTool
from ai_sdk.provider_utils.create_tool_name_mapping import ToolNameMapping, create_tool_name_mapping

NAMES = {"openai.web_search": "web_search", "openai.shell": "shell"}


def test_provider_tools_are_named_both_ways() -> None:
    tools = [
        LanguageModelV4ProviderTool(id="openai.web_search", name="search"),
        LanguageModelV4ProviderTool(id="openai.shell", name="terminal"),
    ]
    mapping = create_tool_name_mapping(tools, NAMES)
    assert [mapping.to_provider_tool_name(name) for name in ("search", "terminal")] == ["web_search", "shell"]
    assert [mapping.to_custom_tool_name(name) for name in ("web_search", "shell")] == ["search", "terminal"]


def test_functions_and_unknown_provider_tools_keep_their_names() -> None:
    tools = [
        LanguageModelV4FunctionTool(name="search", input_schema={}),
        LanguageModelV4ProviderTool(id="other.web_search", name="web"),
    ]
    assert create_tool_name_mapping(tools, NAMES) == ToolNameMapping()
    assert create_tool_name_mapping(None, NAMES).to_provider_tool_name("search") == "search"
