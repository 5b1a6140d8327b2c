"""What can go wrong in the core; the errors of the specification are in `ai_sdk.provider`.

Every one is an `AISDKError`. Names load their module when they are first used.

Ports: ai/src/error/index.ts
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.error.approval_errors import (
        InvalidToolApprovalError as InvalidToolApprovalError,
        InvalidToolApprovalSignatureError as InvalidToolApprovalSignatureError,
        ToolCallNotFoundForApprovalError as ToolCallNotFoundForApprovalError,
    )
    from ai_sdk.error.invalid_argument_error import (
        InvalidArgumentError as InvalidArgumentError,
    )
    from ai_sdk.error.model_errors import (
        NoSuchProviderError as NoSuchProviderError,
        UnsupportedModelVersionError as UnsupportedModelVersionError,
    )
    from ai_sdk.error.no_output_errors import (
        NoImageGeneratedError as NoImageGeneratedError,
        NoObjectGeneratedError as NoObjectGeneratedError,
        NoOutputGeneratedError as NoOutputGeneratedError,
        NoSpeechGeneratedError as NoSpeechGeneratedError,
        NoTranscriptGeneratedError as NoTranscriptGeneratedError,
        NoTranslationGeneratedError as NoTranslationGeneratedError,
        NoVideoGeneratedError as NoVideoGeneratedError,
    )
    from ai_sdk.error.prompt_errors import (
        InvalidDataContentError as InvalidDataContentError,
        InvalidMessageRoleError as InvalidMessageRoleError,
        MessageConversionError as MessageConversionError,
        MissingToolResultsError as MissingToolResultsError,
    )
    from ai_sdk.error.retry_error import (
        RetryError as RetryError,
        RetryErrorReason as RetryErrorReason,
    )
    from ai_sdk.error.stream_errors import (
        InvalidStreamPartError as InvalidStreamPartError,
        StreamAlreadyConsumedError as StreamAlreadyConsumedError,
        StreamProviderError as StreamProviderError,
        UIMessageStreamError as UIMessageStreamError,
    )
    from ai_sdk.error.tool_errors import (
        EnforcedToolChoice as EnforcedToolChoice,
        InvalidToolInputError as InvalidToolInputError,
        NoSuchToolError as NoSuchToolError,
        ToolCallRepairError as ToolCallRepairError,
        ToolChoiceViolationError as ToolChoiceViolationError,
    )

_MODULES = {
    "approval_errors": """
        InvalidToolApprovalError InvalidToolApprovalSignatureError ToolCallNotFoundForApprovalError
    """,
    "invalid_argument_error": """
        InvalidArgumentError
    """,
    "model_errors": """
        NoSuchProviderError UnsupportedModelVersionError
    """,
    "no_output_errors": """
        NoImageGeneratedError NoObjectGeneratedError NoOutputGeneratedError NoSpeechGeneratedError
        NoTranscriptGeneratedError NoTranslationGeneratedError NoVideoGeneratedError
    """,
    "prompt_errors": """
        InvalidDataContentError InvalidMessageRoleError MessageConversionError MissingToolResultsError
    """,
    "retry_error": """
        RetryError RetryErrorReason
    """,
    "stream_errors": """
        InvalidStreamPartError StreamAlreadyConsumedError StreamProviderError UIMessageStreamError
    """,
    "tool_errors": """
        EnforcedToolChoice InvalidToolInputError NoSuchToolError ToolCallRepairError ToolChoiceViolationError
    """,
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
