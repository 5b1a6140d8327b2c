"""The limit of an agent that has none, which says so when it is reached.

Ports: ai/src/agent/default-stop-condition.ts
"""

from ai_sdk.generate_text.stop_condition import StopCondition, StopConditionOptions
from ai_sdk.logger.log_warnings import log_warnings
from ai_sdk.provider.shared import SharedV4WarningOther

__all__ = ["create_default_stop_condition"]


def create_default_stop_condition(step_count: int) -> StopCondition:
    """Return a condition that ends the loop after so many steps and logs a warning.

    Conditions are only asked when the loop could go on, so a call that ends by itself at the limit warns of nothing.
    """

    def condition(options: StopConditionOptions) -> bool:
        if len(options.steps) != step_count:
            return False
        model = options.steps[-1].model
        log_warnings(warnings=[_warning(step_count)], provider=model.provider, model=model.model_id)
        return True

    return condition


def _warning(step_count: int) -> SharedV4WarningOther:
    return SharedV4WarningOther(
        message=f"The tool loop stopped because it reached the default stopWhen condition, isStepCount({step_count}). "
        "To allow more steps, set stopWhen to isStepCount(...) with a higher limit or provide a custom stop condition. "
        "Learn more: https://ai-sdk.dev/docs/agents/loop-control"
    )
