"""What a deployment on Vercel knows of itself, for the gateway's logs.

Ports: @ai-sdk/gateway/src/vercel-environment.ts
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

from ai_sdk.provider_utils.settings import load_optional_setting

__all__ = ["observability_headers", "vercel_request_header", "vercel_request_headers"]

_FROM_ENVIRONMENT = {
    "ai-o11y-deployment-id": "VERCEL_DEPLOYMENT_ID",
    "ai-o11y-environment": "VERCEL_ENV",
    "ai-o11y-region": "VERCEL_REGION",
    "ai-o11y-project-id": "VERCEL_PROJECT_ID",
}
_NO_REQUEST: Mapping[str, str] = {}
_request_headers: ContextVar[Mapping[str, str]] = ContextVar("vercel_request_headers", default=_NO_REQUEST)


@contextmanager
def vercel_request_headers(headers: Mapping[str, str]) -> Iterator[None]:
    """Say which request a Vercel function is answering, for the calls within the block.

    Its `x-vercel-id` goes into the gateway's logs, and its `x-vercel-oidc-token` authenticates.

    >>> with vercel_request_headers({"x-vercel-id": "fra1::abc"}):
    ...     observability_headers()["ai-o11y-request-id"]
    'fra1::abc'
    """
    lower = {name.lower(): value for name, value in headers.items()}
    token = _request_headers.set(lower)
    try:
        yield
    finally:
        _request_headers.reset(token)


def vercel_request_header(name: str) -> str | None:
    """Return a header of the request that is being answered; `name` is in lower case."""
    return _request_headers.get().get(name)


def observability_headers() -> dict[str, str | None]:
    """Return the headers that tell the gateway where a call comes from; none outside of Vercel."""
    found = {
        header: load_optional_setting(setting_value=None, environment_variable_name=variable)
        for header, variable in _FROM_ENVIRONMENT.items()
    }
    found["ai-o11y-request-id"] = vercel_request_header("x-vercel-id")
    return {header: value for header, value in found.items() if value}
