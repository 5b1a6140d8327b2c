"""The tools of a Responses call."""

from ai_sdk.providers.openai.responses.tools.prepare import PreparedTools, prepare_responses_tools

__all__ = ["PreparedTools", "prepare_responses_tools"]
