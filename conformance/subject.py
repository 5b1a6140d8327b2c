"""The SDK under test as the harness sees it: the only place that knows how `ai_sdk` is called."""

import importlib
import importlib.metadata
import importlib.util
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import ModuleType
from typing import Any, Protocol

from conformance.naming import module_name, python_name
from conformance.normalize import Foreign
from conformance.vocabulary import NotPortedError

_CALL_OPTIONS = {
    "image": "ImageModelV4CallOptions",
    "speech": "SpeechModelV4CallOptions",
    "transcription": "TranscriptionModelV4CallOptions",
    "video": "VideoModelV4CallOptions",
    "embedding": "EmbeddingModelV4CallOptions",
    "reranking": "RerankingModelV4CallOptions",
}
_METHOD_OPTIONS = {
    "doGenerateFromUrl": "TranscriptionModelV4UrlCallOptions",
    "doStatus": "VideoModelV4StatusOptions",
    "uploadFile": "FilesV4UploadFileCallOptions",
    "uploadSkill": "SkillsV4UploadSkillCallOptions",
    "getFileMetadata": "FilesV4GetFileMetadataCallOptions",
    "downloadFile": "FilesV4DownloadFileCallOptions",
    "deleteFile": "FilesV4DeleteFileCallOptions",
}


def options_class(kind: str, method: str) -> str:
    """Return the name of the dataclass that a model method takes."""
    return _METHOD_OPTIONS.get(method) or _CALL_OPTIONS.get(kind, "LanguageModelV4CallOptions")


class Subject(Protocol):
    """What the harness needs from the SDK under test."""

    @property
    def foreign(self) -> Foreign:
        """How to read the SDK's values."""

    def versions(self) -> dict[str, str]:
        """Return name and version of the SDK and of what it rests on."""

    def provider_module(self, package: str, entry: str | None) -> ModuleType:
        """Return the module of an npm provider package. Raises `NotPortedError` when there is none."""

    def export(self, name: str) -> Any:
        """Return what the `ai` package exports under a TypeScript name. Raises `NotPortedError` without it."""

    def url(self, text: str) -> Any:
        """Return what stands for a `URL` object."""

    def load(self, name: str, value: Any) -> Any:
        """Return a value of the type that the `ai` package exports under a name, built from TypeScript-shaped JSON."""

    def load_options(self, name: str, value: dict[str, Any]) -> Any:
        """Return the call options dataclass `name` built from TypeScript-shaped JSON."""

    def use_clock(self, clock: Any) -> AbstractContextManager[Any]:
        """Make the SDK use a clock for as long as the context is open."""

    def contain(self, make_client: Callable[[], Any]) -> AbstractContextManager[Any]:
        """Make the SDK use these HTTP clients where it was given none, and keep its warnings off the terminal."""

    def abort_controller(self) -> Any:
        """Return an object with `signal` and `abort()`."""


class AiSdk:
    """The Python port in `ai_sdk`."""

    def __init__(self) -> None:
        self._provider = importlib.import_module("ai_sdk.provider")
        self._codec = importlib.import_module("ai_sdk.provider.codec")
        self._clock = importlib.import_module("ai_sdk.provider_utils.clock")
        self._client_owner = importlib.import_module("ai_sdk.provider_utils.client_owner")
        self._log_warnings = importlib.import_module("ai_sdk.logger.log_warnings")
        self._abort = importlib.import_module("ai_sdk.provider_utils.abort")
        self.foreign = Foreign(
            dump=self._codec.dump,
            dump_error=self._dump_error,
            is_url=lambda value: isinstance(value, self._codec.URL),
        )

    def _dump_error(self, error: BaseException) -> dict[str, Any] | None:
        return self._codec.dump_error(error) if isinstance(error, self._provider.AISDKError) else None

    def versions(self) -> dict[str, str]:
        """Return the versions of the port and of its dependencies."""
        names = ("ai-sdk-python", "httpx", "pydantic", "anyio")
        return {name: _version(name) for name in names}

    def provider_module(self, package: str, entry: str | None) -> ModuleType:
        """Import the provider's module; only its absence means that it is not ported."""
        name = module_name(package, entry)
        parents = [".".join(name.split(".")[:depth]) for depth in range(1, name.count(".") + 2)]
        for parent in parents:
            if importlib.util.find_spec(parent) is None:
                raise NotPortedError(f"module {parent}")
            module = importlib.import_module(parent)
        return module

    def export(self, name: str) -> Any:
        """Read the name from `ai_sdk`: a name, or the module behind a lazy name, that is not there is not ported."""
        found = next((item for item in map(_read, _exported(name)) if item is not None), None)
        if found is None or isinstance(found, ModuleType):  # a module is the package of what is not exported yet
            raise NotPortedError(f"function {name}")
        return found

    def url(self, text: str) -> Any:
        """Return the text that TypeScript has as a `URL`."""
        return self._codec.URL(text)

    def load(self, name: str, value: Any) -> Any:
        """Build it through the codec."""
        return self._codec.load(self.export(name), value)

    def load_options(self, name: str, value: dict[str, Any]) -> Any:
        """Build call options through the codec; an abort signal is handed over as the object it is."""
        if not hasattr(self._provider, name):
            raise NotPortedError(f"options {name}")
        return self._codec.load(getattr(self._provider, name), value)

    def use_clock(self, clock: Any) -> AbstractContextManager[Any]:
        """Route the SDK's clock to this one."""
        context: AbstractContextManager[Any] = self._clock.use_clock(clock)
        return context

    @contextmanager
    def contain(self, make_client: Callable[[], Any]) -> Iterator[None]:
        """Replace what makes default clients; silence the logger of warnings."""
        before = self._client_owner.default_client
        vars(self._client_owner)["default_client"] = make_client
        self._log_warnings.set_warning_logger(False)
        try:
            yield
        finally:
            vars(self._client_owner)["default_client"] = before
            self._log_warnings.set_warning_logger(True)

    def abort_controller(self) -> Any:
        """Return a new controller of the port."""
        return self._abort.AbortController()


def _exported(name: str) -> tuple[str, ...]:
    """Return what a TypeScript export may be called: a class keeps its name, `experimental_` may have gone."""
    if name[0].isupper():
        return (name,)
    return python_name(name.removeprefix("experimental_")), python_name(name)


def _read(name: str) -> Any:
    try:
        return getattr(importlib.import_module("ai_sdk"), name)
    except (AttributeError, ImportError):
        return None


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return "source tree"
