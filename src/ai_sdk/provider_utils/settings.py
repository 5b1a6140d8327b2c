"""Keys and settings from arguments or the environment, and base URLs.

Ports: @ai-sdk/provider-utils/src/load-api-key.ts, @ai-sdk/provider-utils/src/load-setting.ts
Ports: @ai-sdk/provider-utils/src/load-optional-setting.ts, @ai-sdk/provider-utils/src/without-trailing-slash.ts
Ports: @ai-sdk/provider-utils/src/validate-base-url.ts
"""

import os

from ai_sdk.provider.errors import InvalidArgumentError, LoadAPIKeyError, LoadSettingError

__all__ = ["load_api_key", "load_optional_setting", "load_setting", "validate_base_url", "without_trailing_slash"]


def load_api_key(
    *, api_key: object, environment_variable_name: str, description: str, api_key_parameter_name: str = "apiKey"
) -> str:
    """Return `api_key`, or the environment's when it is `None`.

    Raises `LoadAPIKeyError` when there is none, or when it is not a string. The text never holds a key.
    """
    if isinstance(api_key, str):
        return api_key
    if api_key is not None:
        raise LoadAPIKeyError(f"{description} API key must be a string.")
    key = os.environ.get(environment_variable_name)
    if key is None:
        raise LoadAPIKeyError(
            f"{description} API key is missing. Pass it using the '{api_key_parameter_name}' parameter "
            f"or the {environment_variable_name} environment variable."
        )
    return key


def load_setting(*, setting_value: object, environment_variable_name: str, setting_name: str, description: str) -> str:
    """Return a setting that must be there, from the argument or the environment.

    Raises `LoadSettingError` when there is none, or when it is not a string.
    """
    if isinstance(setting_value, str):
        return setting_value
    if setting_value is not None:
        raise LoadSettingError(f"{description} setting must be a string.")
    value = os.environ.get(environment_variable_name)
    if value is None:
        raise LoadSettingError(
            f"{description} setting is missing. Pass it using the '{setting_name}' parameter "
            f"or the {environment_variable_name} environment variable."
        )
    return value


def load_optional_setting(*, setting_value: object, environment_variable_name: str) -> str | None:
    """Return a setting from the argument or the environment, or `None`."""
    if isinstance(setting_value, str):
        return setting_value
    return None if setting_value is not None else os.environ.get(environment_variable_name)


def without_trailing_slash(url: str) -> str:
    """Return `url` without one slash at its end."""
    return url.removesuffix("/")


def validate_base_url(base_url: str | None) -> str | None:
    """Return `base_url`; raises `InvalidArgumentError` when it is blank."""
    if base_url is not None and not base_url.strip():
        raise InvalidArgumentError("baseURL must be a non-empty string.", argument="baseURL")
    return base_url
