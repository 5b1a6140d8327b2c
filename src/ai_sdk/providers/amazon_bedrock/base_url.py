"""Where a Bedrock service lives in a region.

Ports: @ai-sdk/amazon-bedrock/src/resolve-amazon-bedrock-base-url.ts
"""

from collections.abc import Callable
from typing import Literal
from urllib.parse import quote

from ai_sdk.provider_utils.settings import load_optional_setting, without_trailing_slash

__all__ = ["BedrockService", "encode_model_id", "resolve_amazon_bedrock_base_url"]

BedrockService = Literal["bedrock-runtime", "bedrock-agent-runtime"]

# AWS has partitions outside of its commercial one, each with its own domain.
_DNS_SUFFIXES = (
    ("cn-", "amazonaws.com.cn"),
    ("us-iso-", "c2s.ic.gov"),
    ("us-isob-", "sc2s.sgov.gov"),
    ("eu-isoe-", "cloud.adc-e.uk"),
    ("us-isof-", "csp.hci.ic.gov"),
    ("eusc-", "amazonaws.eu"),
)


def resolve_amazon_bedrock_base_url(
    service: BedrockService, *, base_url: str | None, get_region: Callable[[], str]
) -> str:
    """Return the URL without a slash at its end: the argument's, else the environment's, else that of the region.

    >>> resolve_amazon_bedrock_base_url("bedrock-runtime", base_url=None, get_region=lambda: "cn-north-1")
    'https://bedrock-runtime.cn-north-1.amazonaws.com.cn'
    """
    variables = (f"AWS_ENDPOINT_URL_{service.replace('-', '_').upper()}", "AWS_ENDPOINT_URL")
    for variable in variables:
        if base_url is None:
            base_url = load_optional_setting(setting_value=None, environment_variable_name=variable)
    if base_url is not None:
        return without_trailing_slash(base_url)
    region = get_region()
    suffix = next((suffix for prefix, suffix in _DNS_SUFFIXES if region.startswith(prefix)), "amazonaws.com")
    return f"https://{service}.{region}.{suffix}"


def encode_model_id(model_id: str) -> str:
    """Escape a model id, which may be an ARN, as JavaScript's `encodeURIComponent` does.

    >>> encode_model_id("anthropic.claude-3-haiku-20240307-v1:0")
    'anthropic.claude-3-haiku-20240307-v1%3A0'
    """
    return quote(model_id, safe="!'()*")
