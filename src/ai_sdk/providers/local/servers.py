"""The servers: a fact sheet each, with a factory and a default instance."""

from typing import TYPE_CHECKING, Unpack
from urllib.parse import urlsplit

from ai_sdk.provider.errors import InvalidArgumentError
from ai_sdk.provider_utils.provider import ProviderDefinition
from ai_sdk.providers.local.provider import LocalProvider, LocalSettings
from ai_sdk.providers.local.server import LocalServer

if TYPE_CHECKING:
    from ai_sdk.providers.openai_compatible.chat.dialect import ChatDialect

__all__ = [
    "LMStudioProvider",
    "LlamaCppProvider",
    "OllamaProvider",
    "VLLMProvider",
    "create_llama_cpp",
    "create_lm_studio",
    "create_ollama",
    "create_vllm",
    "llama_cpp",
    "lm_studio",
    "ollama",
    "vllm",
]

_OLLAMA_PORT = 11434
# Addresses to listen on that are none to connect to.
_EVERYWHERE = frozenset({"", "0.0.0.0", "::"})  # noqa: S104 - nothing is bound here


class OllamaProvider(LocalProvider):
    """Models of Ollama."""

    definition = ProviderDefinition(name="ollama", base_url=f"http://127.0.0.1:{_OLLAMA_PORT}/v1")
    server = LocalServer(title="Ollama", start="ollama serve", address_variable="OLLAMA_HOST")

    def read_address(self, address: str) -> str:
        """Return the base URL of what Ollama itself takes: a host, a port, both, or a URL without `/v1`.

        Raises `InvalidArgumentError` when the port is none.

        >>> OllamaProvider().read_address("0.0.0.0:9000")
        'http://127.0.0.1:9000/v1'
        """
        text = address.strip().strip("\"'")
        has_scheme = "://" in text
        parts = urlsplit(text if has_scheme else f"http://{text}")
        try:
            port = parts.port
        except ValueError as error:
            raise InvalidArgumentError(
                f"OLLAMA_HOST has no valid port: {address!r}.", argument="OLLAMA_HOST", cause=error
            ) from error
        if port is None and not has_scheme:
            port = _OLLAMA_PORT
        host = "127.0.0.1" if (parts.hostname or "") in _EVERYWHERE else parts.hostname
        location = f"[{host}]" if ":" in (host or "") else host
        return f"{parts.scheme}://{location}{'' if port is None else f':{port}'}{parts.path.rstrip('/')}/v1"


class LMStudioProvider(LocalProvider):
    """Models of LM Studio."""

    definition = ProviderDefinition(name="lmstudio", base_url="http://127.0.0.1:1234/v1")
    server = LocalServer(title="LM Studio's server", start="lms server start", address_variable="LM_STUDIO_BASE_URL")

    def chat_dialect(self, model_id: str) -> "ChatDialect":
        """Return how chat completions differ from OpenAI's."""
        from ai_sdk.providers.local.dialect import LM_STUDIO_DIALECT

        del model_id
        return LM_STUDIO_DIALECT


class VLLMProvider(LocalProvider):
    """Models of vLLM."""

    definition = ProviderDefinition(name="vllm", base_url="http://127.0.0.1:8000/v1")
    server = LocalServer(
        title="vLLM", start="vllm serve MODEL", address_variable="VLLM_BASE_URL", key_variable="VLLM_API_KEY"
    )


class LlamaCppProvider(LocalProvider):
    """Models of llama.cpp's `llama-server`, or of `llama_cpp.server` in Python."""

    definition = ProviderDefinition(name="llamacpp", base_url="http://127.0.0.1:8080/v1")
    server = LocalServer(
        title="llama.cpp's server",
        start="llama-server -m MODEL.gguf",
        address_variable="LLAMA_CPP_BASE_URL",
        key_variable="LLAMA_API_KEY",
    )


def create_ollama(**settings: Unpack[LocalSettings]) -> OllamaProvider:
    """Return a provider of Ollama's models; without `base_url` it goes by `OLLAMA_HOST`, as Ollama does.

    >>> create_ollama(base_url="http://gpu.lan:11434/v1")("qwen3").provider
    'ollama.chat'
    """
    return OllamaProvider(**settings)


def create_lm_studio(**settings: Unpack[LocalSettings]) -> LMStudioProvider:
    """Return a provider of LM Studio's models; without `base_url` it goes by `LM_STUDIO_BASE_URL`."""
    return LMStudioProvider(**settings)


def create_vllm(**settings: Unpack[LocalSettings]) -> VLLMProvider:
    """Return a provider of vLLM's models.

    Without `base_url` it goes by `VLLM_BASE_URL`, and without key by `VLLM_API_KEY`, as the server does.
    """
    return VLLMProvider(**settings)


def create_llama_cpp(**settings: Unpack[LocalSettings]) -> LlamaCppProvider:
    """Return a provider of llama.cpp's models.

    Without `base_url` it goes by `LLAMA_CPP_BASE_URL`, and without key by `LLAMA_API_KEY`, as the server does.
    """
    return LlamaCppProvider(**settings)


ollama = create_ollama()
"""Ollama where the environment says."""
lm_studio = create_lm_studio()
"""LM Studio where the environment says."""
vllm = create_vllm()
"""vLLM where the environment says."""
llama_cpp = create_llama_cpp()
"""llama.cpp where the environment says."""
