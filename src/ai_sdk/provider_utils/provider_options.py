"""Provider options: what a user passes for one provider, read as that provider's options model.

Ports: @ai-sdk/provider-utils/src/parse-provider-options.ts
Ports: @ai-sdk/provider-utils/src/resolve-provider-options.ts
"""

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeVar

from pydantic import BaseModel

from ai_sdk.provider.errors import InvalidArgumentError, TypeValidationError
from ai_sdk.provider_utils.json import validate_types

__all__ = ["parse_provider_options", "resolve_provider_options"]

OptionsT = TypeVar("OptionsT", bound=BaseModel)


def parse_provider_options(
    provider: str, provider_options: Mapping[str, Any] | None, schema: type[OptionsT]
) -> OptionsT | None:
    """Return the options given for `provider`, or `None` when there are none.

    Raises `InvalidArgumentError` when they do not fit; its cause names the path.
    """
    given = None if provider_options is None else provider_options.get(provider)
    if given is None:
        return None
    try:
        options: OptionsT = validate_types(schema, given)
    except TypeValidationError as error:
        raise InvalidArgumentError(
            f"invalid {provider} provider options", argument="providerOptions", cause=error
        ) from error
    return options


def resolve_provider_options(
    provider_options: Mapping[str, Any] | None,
    namespaces: Iterable[str],
    schema: type[OptionsT],
    *,
    resolution: Literal["first", "merge"],
) -> tuple[OptionsT | None, list[str]]:
    """Return the options given under the first of `namespaces`, or under all of them merged, and which had some.

    Raises `InvalidArgumentError` when options do not fit.
    """
    matched: dict[str, OptionsT] = {}
    for namespace in dict.fromkeys(namespaces):
        options = parse_provider_options(namespace, provider_options, schema)
        if options is not None:
            matched[namespace] = options
            if resolution == "first":
                break
    return _merge(list(matched.values())), list(matched)


def _merge(options: list[OptionsT]) -> OptionsT | None:
    if not options:
        return None
    merged = options[0]
    for later in options[1:]:
        merged = merged.model_copy(update={name: getattr(later, name) for name in later.model_fields_set})
    return merged
