"""What the first calls would load, loaded beforehand."""

from importlib import import_module

__all__ = ["warm_up"]

_MACHINERY = (
    "ai_sdk.generate_text.text_generation",
    "ai_sdk.generate_text.stream_text.result",
    "ai_sdk.provider_utils.http_language_model",
    "httpcore",  # httpx loads it with its first request
)


def warm_up() -> None:
    """Load now what generations of text and the requests of providers need, for servers that prefer to pay at start.

    Without it the first call pays: it loads the machinery, pydantic and httpx, and the certificates of the system, a
    few hundred milliseconds during which the event loop stands still. Nothing is sent, and no client is made.

    >>> warm_up()
    """
    from ai_sdk.provider.codec import load
    from ai_sdk.provider_utils.connection_pool import default_ssl_context
    from ai_sdk.provider_utils.model_message import ModelMessage

    for module in _MACHINERY:
        import_module(module)
    load(list[ModelMessage], [])
    default_ssl_context()
