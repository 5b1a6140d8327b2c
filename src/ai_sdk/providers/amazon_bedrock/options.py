"""Provider options of Bedrock, which have a name of their own and an older one."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from ai_sdk.provider_utils.provider_options import resolve_provider_options

__all__ = ["NAMESPACES", "read_bedrock_options"]

OptionsT = TypeVar("OptionsT", bound=BaseModel)

NAMESPACES = ("amazonBedrock", "bedrock")


def read_bedrock_options(provider_options: Mapping[str, Any] | None, schema: type[OptionsT]) -> OptionsT | None:
    """Return the options given as `amazonBedrock`, else those given as `bedrock`.

    Raises `InvalidArgumentError` when they do not fit.
    """
    return resolve_provider_options(provider_options, NAMESPACES, schema, resolution="first")[0]
