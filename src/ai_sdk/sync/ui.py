"""`convert_to_model_messages` and `validate_ui_messages`, waiting."""

from ai_sdk.sync.blocking import blocking
from ai_sdk.ui.convert_to_model_messages import convert_to_model_messages as async_convert_to_model_messages
from ai_sdk.ui.validate_ui_messages import validate_ui_messages as async_validate_ui_messages

__all__ = ["convert_to_model_messages", "validate_ui_messages"]

convert_to_model_messages = blocking(async_convert_to_model_messages)
validate_ui_messages = blocking(async_validate_ui_messages)
