"""The specification: what a provider implements and the core relies on (`@ai-sdk/provider`).

Names load their module when they are first used.
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.provider.abort_signal import *
    from ai_sdk.provider.embedding_model import *
    from ai_sdk.provider.embedding_model_middleware import *
    from ai_sdk.provider.errors import *
    from ai_sdk.provider.files import *
    from ai_sdk.provider.image_model import *
    from ai_sdk.provider.image_model_middleware import *
    from ai_sdk.provider.json_value import *
    from ai_sdk.provider.language_model import *
    from ai_sdk.provider.language_model_middleware import *
    from ai_sdk.provider.model_capabilities import *
    from ai_sdk.provider.provider_model import *
    from ai_sdk.provider.reranking_model import *
    from ai_sdk.provider.shared import *
    from ai_sdk.provider.skills import *
    from ai_sdk.provider.speech_model import *
    from ai_sdk.provider.speech_model_stream import *
    from ai_sdk.provider.supported_urls import *
    from ai_sdk.provider.transcription_model import *
    from ai_sdk.provider.transcription_model_stream import *
    from ai_sdk.provider.video_model import *

_MODULES = {
    "abort_signal": """
        AbortSignal
    """,
    "embedding_model": """
        EmbeddingModelV4 EmbeddingModelV4CallOptions EmbeddingModelV4Embedding EmbeddingModelV4Result
        EmbeddingModelV4ResultResponse EmbeddingModelV4Usage
    """,
    "embedding_model_middleware": """
        EmbeddingModelV4Middleware EmbeddingModelV4TransformOptions EmbeddingModelV4WrapOptions
    """,
    "errors": """
        AISDKError APICallError EmptyResponseBodyError InvalidArgumentError InvalidPromptError
        InvalidResponseDataError JSONParseError LoadAPIKeyError LoadSettingError ModelType NoContentGeneratedError
        NoSuchModelError NoSuchProviderReferenceError TooManyEmbeddingValuesForCallError TypeValidationContext
        TypeValidationError UnsupportedFunctionalityError get_error_message
    """,
    "files": """
        FilesV4 FilesV4DeleteFileCallOptions FilesV4DeleteFileResult FilesV4DownloadFileCallOptions
        FilesV4DownloadFileResult FilesV4GetFileMetadataCallOptions FilesV4GetFileMetadataResult
        FilesV4UploadFileCallOptions FilesV4UploadFileResult FilesV4UploadFileStreamData
    """,
    "image_model": """
        ImageModelV4 ImageModelV4CallOptions ImageModelV4File ImageModelV4FileData ImageModelV4FileUrl
        ImageModelV4ProviderMetadata ImageModelV4Result ImageModelV4ResultResponse ImageModelV4Usage
    """,
    "image_model_middleware": """
        ImageModelV4Middleware ImageModelV4TransformOptions ImageModelV4WrapOptions
    """,
    "json_value": """
        JSONArray JSONObject JSONValue is_json_array is_json_object is_json_value stringify
    """,
    "language_model": """
        LanguageModelV4 LanguageModelV4AssistantMessage LanguageModelV4CallOptions LanguageModelV4Citation
        LanguageModelV4Content LanguageModelV4CustomContent LanguageModelV4CustomPart LanguageModelV4Error
        LanguageModelV4File LanguageModelV4FilePart LanguageModelV4Finish LanguageModelV4FinishReason
        LanguageModelV4FunctionTool LanguageModelV4GenerateResult LanguageModelV4GenerateResultResponse
        LanguageModelV4InputExample LanguageModelV4InputTokens LanguageModelV4Message LanguageModelV4OutputTokens
        LanguageModelV4Ping LanguageModelV4Prompt LanguageModelV4ProviderTool LanguageModelV4Raw
        LanguageModelV4Reasoning LanguageModelV4ReasoningDelta LanguageModelV4ReasoningEffort
        LanguageModelV4ReasoningEnd LanguageModelV4ReasoningFile LanguageModelV4ReasoningFilePart
        LanguageModelV4ReasoningPart LanguageModelV4ReasoningStart LanguageModelV4RequestMetadata
        LanguageModelV4ResponseFormat LanguageModelV4ResponseFormatJson LanguageModelV4ResponseFormatText
        LanguageModelV4ResponseMetadata LanguageModelV4ResponseMetadataPart LanguageModelV4Source
        LanguageModelV4SourceDocument LanguageModelV4SourceUrl LanguageModelV4StreamPart LanguageModelV4StreamResult
        LanguageModelV4StreamResultResponse LanguageModelV4StreamStart LanguageModelV4SystemMessage
        LanguageModelV4Text LanguageModelV4TextDelta LanguageModelV4TextEnd LanguageModelV4TextPart
        LanguageModelV4TextStart LanguageModelV4Tool LanguageModelV4ToolApprovalRequest
        LanguageModelV4ToolApprovalResponsePart LanguageModelV4ToolCall LanguageModelV4ToolCallPart
        LanguageModelV4ToolChoice LanguageModelV4ToolChoiceAuto LanguageModelV4ToolChoiceNone
        LanguageModelV4ToolChoiceRequired LanguageModelV4ToolChoiceTool LanguageModelV4ToolInputDelta
        LanguageModelV4ToolInputEnd LanguageModelV4ToolInputStart LanguageModelV4ToolMessage
        LanguageModelV4ToolResult LanguageModelV4ToolResultContentCustom LanguageModelV4ToolResultContentFile
        LanguageModelV4ToolResultContentText LanguageModelV4ToolResultOutput LanguageModelV4ToolResultOutputContent
        LanguageModelV4ToolResultOutputErrorJson LanguageModelV4ToolResultOutputErrorText
        LanguageModelV4ToolResultOutputExecutionDenied LanguageModelV4ToolResultOutputJson
        LanguageModelV4ToolResultOutputText LanguageModelV4ToolResultPart LanguageModelV4UnifiedFinishReason
        LanguageModelV4Usage LanguageModelV4UserMessage
    """,
    "language_model_middleware": """
        LanguageModelV4Middleware LanguageModelV4TransformOptions LanguageModelV4WrapOptions
    """,
    "model_capabilities": """
        ModelCapabilities ModelCapability ModelEntry ModelProviderOptions ProviderOptionDefinition
        ProviderOptionDefinitions
    """,
    "provider_model": """
        ProviderV4
    """,
    "reranking_model": """
        RerankingModelV4 RerankingModelV4CallOptions RerankingModelV4Documents RerankingModelV4DocumentsObject
        RerankingModelV4DocumentsText RerankingModelV4RankedDocument RerankingModelV4Result
        RerankingModelV4ResultResponse
    """,
    "shared": """
        RequestMetadata SharedV4AudioFormat SharedV4FileData SharedV4FileDataData SharedV4FileDataReference
        SharedV4FileDataText SharedV4FileDataUrl SharedV4Headers SharedV4ProviderMetadata SharedV4ProviderOptions
        SharedV4ProviderReference SharedV4Warning SharedV4WarningCompatibility SharedV4WarningDeprecated
        SharedV4WarningOther SharedV4WarningUnsupported
    """,
    "skills": """
        SkillsV4 SkillsV4File SkillsV4UploadSkillCallOptions SkillsV4UploadSkillResult
    """,
    "speech_model": """
        SpeechModelV4 SpeechModelV4CallOptions SpeechModelV4Result SpeechModelV4ResultResponse
    """,
    "speech_model_stream": """
        SpeechModelV4Audio SpeechModelV4Error SpeechModelV4Finish SpeechModelV4Raw SpeechModelV4ResponseMetadataPart
        SpeechModelV4StreamOptions SpeechModelV4StreamPart SpeechModelV4StreamResult SpeechModelV4StreamResultResponse
        SpeechModelV4StreamStart SpeechModelV4StreamTextPart SpeechModelV4StreamUsage StreamingSpeechModelV4
    """,
    "supported_urls": """
        SupportedUrls
    """,
    "transcription_model": """
        TranscriptionModelV4 TranscriptionModelV4CallOptions TranscriptionModelV4Result
        TranscriptionModelV4ResultResponse TranscriptionModelV4Segment TranscriptionModelV4TimestampGranularity
        TranscriptionModelV4UrlCallOptions
    """,
    "transcription_model_stream": """
        StreamingTranscriptionModelV4 TranscriptionModelV4Error TranscriptionModelV4Finish TranscriptionModelV4Raw
        TranscriptionModelV4ResponseMetadataPart TranscriptionModelV4StreamOptions TranscriptionModelV4StreamPart
        TranscriptionModelV4StreamResult TranscriptionModelV4StreamResultResponse TranscriptionModelV4StreamStart
        TranscriptionModelV4TranscriptDelta TranscriptionModelV4TranscriptFinal TranscriptionModelV4TranscriptPartial
    """,
    "video_model": """
        VideoModelV4 VideoModelV4CallOptions VideoModelV4File VideoModelV4FileData VideoModelV4FileUrl
        VideoModelV4FrameImage VideoModelV4FrameType VideoModelV4OperationStartResult
        VideoModelV4OperationStatusCompleted VideoModelV4OperationStatusError VideoModelV4OperationStatusPending
        VideoModelV4OperationStatusResult VideoModelV4OperationWebhook VideoModelV4Result VideoModelV4ResultResponse
        VideoModelV4StatusOptions VideoModelV4VideoData VideoModelV4VideoDataBase64 VideoModelV4VideoDataBinary
        VideoModelV4VideoDataUploaded VideoModelV4VideoDataUrl
    """,
}
_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
