"""The error tree of the specification; every error of this library is one of these.

AISDKError
├─ APICallError                          a request failed, or its answer could not be read
├─ EmptyResponseBodyError                the answer had no body where one was needed
├─ InvalidArgumentError                  an argument has a value that cannot be
├─ InvalidPromptError                    the prompt cannot be turned into a request
├─ InvalidResponseDataError              the provider sent what its interface does not allow
├─ JSONParseError                        a text is not JSON
├─ LoadAPIKeyError, LoadSettingError     a key or a setting is missing
├─ NoContentGeneratedError               the model generated nothing
├─ NoSuchModelError                      the provider has no such model
├─ NoSuchProviderReferenceError          an uploaded file is not known to this provider
├─ TooManyEmbeddingValuesForCallError    more values than one call takes
├─ TypeValidationError                   a value does not fit its schema
└─ UnsupportedFunctionalityError         the model cannot do this

Ports: @ai-sdk/provider/src/errors/ai-sdk-error.ts, @ai-sdk/provider/src/errors/api-call-error.ts
Ports: @ai-sdk/provider/src/errors/empty-response-body-error.ts, @ai-sdk/provider/src/errors/get-error-message.ts
Ports: @ai-sdk/provider/src/errors/invalid-argument-error.ts, @ai-sdk/provider/src/errors/invalid-prompt-error.ts
Ports: @ai-sdk/provider/src/errors/invalid-response-data-error.ts, @ai-sdk/provider/src/errors/json-parse-error.ts
Ports: @ai-sdk/provider/src/errors/load-api-key-error.ts, @ai-sdk/provider/src/errors/load-setting-error.ts
Ports: @ai-sdk/provider/src/errors/no-content-generated-error.ts, @ai-sdk/provider/src/errors/no-such-model-error.ts
Ports: @ai-sdk/provider/src/errors/no-such-provider-reference-error.ts
Ports: @ai-sdk/provider/src/errors/too-many-embedding-values-for-call-error.ts
Ports: @ai-sdk/provider/src/errors/type-validation-error.ts
Ports: @ai-sdk/provider/src/errors/unsupported-functionality-error.ts
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Literal, Self

from ai_sdk.provider.json_value import stringify

__all__ = [
    "AISDKError",
    "APICallError",
    "EmptyResponseBodyError",
    "InvalidArgumentError",
    "InvalidPromptError",
    "InvalidResponseDataError",
    "JSONParseError",
    "LoadAPIKeyError",
    "LoadSettingError",
    "ModelType",
    "NoContentGeneratedError",
    "NoSuchModelError",
    "NoSuchProviderReferenceError",
    "TooManyEmbeddingValuesForCallError",
    "TypeValidationContext",
    "TypeValidationError",
    "UnsupportedFunctionalityError",
    "get_error_message",
]

_RETRYABLE_STATUS_CODES = frozenset({408, 409, 429})
_FIRST_SERVER_ERROR = 500

ModelType = Literal[
    "languageModel",
    "embeddingModel",
    "imageModel",
    "transcriptionModel",
    "speechModel",
    "rerankingModel",
    "videoModel",
    "decisionModel",
]


def get_error_message(error: Any) -> str:
    """Say in one text what `error` is: an exception, a text, or a JSON value that a provider sent."""
    if error is None:
        return "unknown error"
    if isinstance(error, str):
        return error
    if isinstance(error, BaseException):
        named = getattr(type(error), "name", None)  # of the class: a NameError's own `name` is the missing one
        return f"{named if isinstance(named, str) else type(error).__name__}: {error}"
    return stringify(error)


class AISDKError(Exception):
    """The base of every error of this library.

    `name` is the error's TypeScript name (`AI_APICallError`), `message` the text, `cause` the exception behind it.
    """

    name: str = "AI_Error"
    fields: ClassVar[tuple[str, ...]] = ()
    """The attributes that the error adds to name, message and cause."""
    null_fields: ClassVar[frozenset[str]] = frozenset()
    """Those of `fields` that hold a JSON value, where `None` is null and not absent."""

    def __init__(self, message: str, *, cause: BaseException | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.cause: BaseException | str | None = cause
        self.__cause__ = cause

    def __reduce__(self) -> tuple[Any, ...]:
        """Let errors cross process borders although their constructors take keywords."""
        return _rebuild, (type(self), self.message), self.__dict__


def _rebuild(error_type: type[AISDKError], message: str) -> AISDKError:
    error = error_type.__new__(error_type, message)
    Exception.__init__(error, message)
    return error


class APICallError(AISDKError):
    """A request failed, or its answer could not be read.

    `status_code`, `response_headers` (names in lower case) and `response_body` (text) are there when an answer came;
    `data` is the parsed error body; `is_retryable` says whether trying again may help.
    """

    name = "AI_APICallError"
    fields = ("url", "status_code", "response_headers", "response_body", "is_retryable", "data")

    def __init__(
        self,
        message: str,
        *,
        url: str,
        request_body_values: Any,
        status_code: int | None = None,
        response_headers: dict[str, str] | None = None,
        response_body: str | None = None,
        cause: BaseException | None = None,
        is_retryable: bool | None = None,
        data: Any = None,
    ) -> None:
        super().__init__(message, cause=cause)
        self.url = url
        self.request_body_values = request_body_values
        self.status_code = status_code
        self.response_headers = response_headers
        self.response_body = response_body
        self.data = data
        self.is_retryable = _is_retryable(status_code) if is_retryable is None else is_retryable


def _is_retryable(status_code: int | None) -> bool:
    return status_code is not None and (status_code in _RETRYABLE_STATUS_CODES or status_code >= _FIRST_SERVER_ERROR)


class EmptyResponseBodyError(AISDKError):
    """The answer had no body where one was needed."""

    name = "AI_EmptyResponseBodyError"

    def __init__(self, message: str = "Empty response body") -> None:
        super().__init__(message)


class InvalidArgumentError(AISDKError):
    """An argument has a value that cannot be; `argument` names it."""

    name = "AI_InvalidArgumentError"
    fields = ("argument",)

    def __init__(self, message: str, *, argument: str, cause: BaseException | None = None) -> None:
        super().__init__(message, cause=cause)
        self.argument = argument


class InvalidPromptError(AISDKError):
    """The prompt cannot be turned into a request."""

    name = "AI_InvalidPromptError"
    fields = ("prompt",)

    def __init__(self, message: str, *, prompt: Any, cause: BaseException | None = None) -> None:
        super().__init__(f"Invalid prompt: {message}", cause=cause)
        self.prompt = prompt


class InvalidResponseDataError(AISDKError):
    """The provider sent what its interface does not allow; `data` is what it sent."""

    name = "AI_InvalidResponseDataError"
    fields = ("data",)

    def __init__(self, message: str | None = None, *, data: Any) -> None:
        super().__init__(f"Invalid response data: {stringify(data)}." if message is None else message)
        self.data = data


class JSONParseError(AISDKError):
    """A text is not JSON."""

    name = "AI_JSONParseError"
    fields = ("text",)

    def __init__(self, *, text: str, cause: BaseException) -> None:
        super().__init__(f"JSON parsing failed: Text: {text}.\nError message: {get_error_message(cause)}", cause=cause)
        self.text = text


class LoadAPIKeyError(AISDKError):
    """An API key is missing."""

    name = "AI_LoadAPIKeyError"


class LoadSettingError(AISDKError):
    """A setting is missing."""

    name = "AI_LoadSettingError"


class NoContentGeneratedError(AISDKError):
    """The model generated nothing."""

    name = "AI_NoContentGeneratedError"

    def __init__(self, message: str = "No content generated.") -> None:
        super().__init__(message)


class NoSuchModelError(AISDKError):
    """The provider has no model of that name or kind."""

    name = "AI_NoSuchModelError"
    fields: ClassVar[tuple[str, ...]] = ("model_id", "model_type")

    def __init__(self, message: str | None = None, *, model_id: str, model_type: ModelType) -> None:
        super().__init__(f"No such {model_type}: {model_id}" if message is None else message)
        self.model_id = model_id
        self.model_type = model_type


class NoSuchProviderReferenceError(AISDKError):
    """An uploaded file is not known to this provider; upload it there first."""

    name = "AI_NoSuchProviderReferenceError"
    fields = ("provider", "reference")

    def __init__(self, message: str | None = None, *, provider: str, reference: dict[str, str]) -> None:
        super().__init__(
            f"No provider reference found for provider '{provider}'. Available providers: {', '.join(reference)}"
            if message is None
            else message
        )
        self.provider = provider
        self.reference = reference


class TooManyEmbeddingValuesForCallError(AISDKError):
    """More values than one call takes."""

    name = "AI_TooManyEmbeddingValuesForCallError"
    fields = ("provider", "model_id", "max_embeddings_per_call", "values")

    def __init__(self, *, provider: str, model_id: str, max_embeddings_per_call: int, values: list[Any]) -> None:
        super().__init__(
            "Too many values for a single embedding call. "
            f'The {provider} model "{model_id}" can only embed up to '
            f"{max_embeddings_per_call} values per call, but {len(values)} values were provided."
        )
        self.provider = provider
        self.model_id = model_id
        self.max_embeddings_per_call = max_embeddings_per_call
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeValidationContext:
    """Where a value came from: the field's path, and the kind and id of the thing that has it."""

    field: str | None = None
    entity_name: str | None = None
    entity_id: str | None = None

    def describe(self) -> str:
        """Return the context as the tail of `Type validation failed`."""
        names = [self.entity_name] if self.entity_name else []
        if self.entity_id:
            names.append(f'id: "{self.entity_id}"')
        return (f" for {self.field}" if self.field else "") + (f" ({', '.join(names)})" if names else "")


def _show(value: Any) -> str:
    try:
        return stringify(value)
    except TypeError:  # an object of the user's own, which was to be a tool's context, for example
        return repr(value)


class TypeValidationError(AISDKError):
    """A value does not fit its schema; `cause` is what the schema said, a text when there was no schema to ask."""

    name = "AI_TypeValidationError"
    fields = ("value", "context")
    null_fields = frozenset({"value"})

    def __init__(self, *, value: Any, cause: BaseException | str, context: TypeValidationContext | None = None) -> None:
        where = context.describe() if context else ""
        super().__init__(
            f"Type validation failed{where}: Value: {_show(value)}.\nError message: {get_error_message(cause)}",
            cause=cause if isinstance(cause, BaseException) else None,
        )
        self.cause = cause
        self.value = value
        self.context = context

    @classmethod
    def wrap(cls, *, value: Any, cause: BaseException, context: TypeValidationContext | None = None) -> Self:
        """Return `cause` when it already says this of the same value, and a new error otherwise."""
        if isinstance(cause, cls) and cause.value is value and cause.context == context:
            return cause
        return cls(value=value, cause=cause, context=context)


class UnsupportedFunctionalityError(AISDKError):
    """The model or provider cannot do this; `functionality` names what."""

    name = "AI_UnsupportedFunctionalityError"
    fields = ("functionality",)

    def __init__(self, message: str | None = None, *, functionality: str) -> None:
        super().__init__(f"'{functionality}' functionality not supported." if message is None else message)
        self.functionality = functionality
