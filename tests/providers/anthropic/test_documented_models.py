"""What is documented of Anthropic's models."""

import pytest
from ai_sdk_generated.anthropic.messages.options import AnthropicLanguageModelOptions

from ai_sdk.provider import ModelCapabilities
from ai_sdk.providers.anthropic.documented_models import ANTHROPIC_MODEL_CATALOG, get_anthropic_language_model_entry

OPTIONS = {info.alias or name for name, info in AnthropicLanguageModelOptions.model_fields.items()}


def test_an_old_model_is_known_with_what_it_cannot_do() -> None:
    entry = ANTHROPIC_MODEL_CATALOG["claude-opus-4-1"]
    assert entry["capabilities"]["language"] == {
        "inputs": {"image": True, "audio": False},
        "objectGeneration": True,
        "tools": {
            "usage": True,
            "streaming": True,
            "forcedChoice": True,
            "computerUse": True,
            "webSearch": True,
            "toolSearch": False,
        },
        "reasoning": {
            "support": True,
            "adaptive": False,
            "budget": True,
            "canDisable": True,
            "canDisableAboveHighEffort": True,
            "supportsXhighEffort": False,
            "betweenTools": False,
        },
        "sampling": {"temperature": True, "topP": True, "topK": True, "logprobs": False},
        "structuredOutput": {"native": True},
        "compaction": False,
    }
    assert entry["requestConfig"] == {"language": {"maxOutputTokens": 32000, "knownModel": True}}
    special = {"effort": False, "speed": False, "taskBudget": "unknown"}
    assert entry["providerOptions"]["language"] == {**dict.fromkeys(OPTIONS, True), **special}


def test_of_a_new_model_the_conditions_are_known() -> None:
    language = get_anthropic_language_model_entry("claude-sonnet-5-5")["capabilities"]["language"]
    condition = {"condition": "Only supported when thinking is disabled."}
    assert language["sampling"] == {"temperature": condition, "topP": condition, "topK": condition, "logprobs": False}
    assert language["reasoning"] == {
        "support": True,
        "efforts": ["low", "medium", "high", "xhigh", "max"],
        "adaptive": True,
        "budget": False,
        "canDisable": False,
        "canDisableAboveHighEffort": False,
        "supportsXhighEffort": True,
        "betweenTools": True,
    }


def test_of_a_model_that_is_not_documented_only_the_rules_of_requests_are_known() -> None:
    entry = get_anthropic_language_model_entry("mine")
    assert entry["requestConfig"] == {"language": {"maxOutputTokens": 4096, "knownModel": False}}
    known = {"includePings": True, "thinking": True}
    assert entry["providerOptions"]["language"] == {**dict.fromkeys(OPTIONS, "unknown"), **known}
    language = entry["capabilities"]["language"]
    assert (language["inputs"], language["compaction"]) == ({"image": "unknown", "audio": "unknown"}, "unknown")


@pytest.mark.parametrize(("model_id", "option"), [("claude-opus-4-6", "speed"), ("claude-opus-4-7", "taskBudget")])
def test_some_options_are_documented_for_one_model(model_id: str, option: str) -> None:
    takers = [
        each for each, entry in ANTHROPIC_MODEL_CATALOG.items() if entry["providerOptions"]["language"][option] is True
    ]
    assert takers == [model_id]


@pytest.mark.parametrize("model_id", ANTHROPIC_MODEL_CATALOG)
def test_every_entry_is_a_declaration_of_capabilities(model_id: str) -> None:
    capabilities = ANTHROPIC_MODEL_CATALOG[model_id]["capabilities"]
    declared = ModelCapabilities.model_validate(capabilities)
    assert declared.language is not None
    assert declared.language.object_generation is True
