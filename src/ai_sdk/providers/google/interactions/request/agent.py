"""What only agents take: their configuration, and the sandbox that they work in.

Ports: @ai-sdk/google/src/interactions/google-interactions-language-model.ts
Ports: @ai-sdk/google/src/interactions/google-interactions-agent.ts
"""

from typing import Any

from ai_sdk_generated.google.interactions.options import (
    GoogleInteractionsLanguageModelOptions,
    GoogleInteractionsLanguageModelOptionsAgentConfigDeepResearch,
    GoogleInteractionsLanguageModelOptionsEnvironment,
)

from ai_sdk.provider import JSONObject, SharedV4Warning, SharedV4WarningOther
from ai_sdk.provider_utils.json import dump_wire, omit_none

__all__ = ["build_agent_config", "build_environment"]

_ONLY_WITH_AGENTS = (
    "google.interactions: environment is only supported when an agent is set; "
    "environment will be omitted from the request body."
)


def build_agent_config(given: GoogleInteractionsLanguageModelOptions) -> JSONObject | None:
    """Return the configuration of an agent."""
    config = given.agent_config
    if not isinstance(config, GoogleInteractionsLanguageModelOptionsAgentConfigDeepResearch):
        return None if config is None else {"type": "dynamic"}
    return omit_none(
        {
            "type": "deep-research",
            "thinking_summaries": config.thinking_summaries,
            "visualization": config.visualization,
            "collaborative_planning": config.collaborative_planning,
        }
    )


def build_environment(
    given: GoogleInteractionsLanguageModelOptions, warnings: list[SharedV4Warning], *, is_agent: bool
) -> str | JSONObject | None:
    """Return the sandbox: the id of one, or how to make one."""
    environment = given.environment
    if environment is not None and not is_agent:
        warnings.append(SharedV4WarningOther(message=_ONLY_WITH_AGENTS))
        return None
    if not isinstance(environment, GoogleInteractionsLanguageModelOptionsEnvironment):
        return environment
    sources = [omit_none(dump_wire(source)) for source in environment.sources or ()]
    return omit_none({"type": "remote", "sources": sources or None, "network": _network(environment.network)})


def _network(network: Any) -> str | JSONObject | None:
    if network is None or isinstance(network, str):
        return network
    return {"allowlist": [omit_none(dump_wire(entry)) for entry in network.allowlist]}
