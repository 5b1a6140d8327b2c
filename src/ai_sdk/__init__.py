"""The AI SDK for Python: text, tools, agents, structured output, embeddings and media from any model.

A name loads its module when it is first used, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING

from ai_sdk.lazy import lazy_names

if TYPE_CHECKING:
    from ai_sdk.embed.embed import (
        embed as embed,
    )
    from ai_sdk.embed.embed_events import (
        EmbeddingModelCallEndEvent as EmbeddingModelCallEndEvent,
        EmbeddingModelCallStartEvent as EmbeddingModelCallStartEvent,
        EmbedEndEvent as EmbedEndEvent,
        EmbedStartEvent as EmbedStartEvent,
    )
    from ai_sdk.embed.embed_many import (
        embed_many as embed_many,
    )
    from ai_sdk.embed.embed_result import (
        EmbedManyResult as EmbedManyResult,
        EmbedResult as EmbedResult,
    )
    from ai_sdk.error import (
        InvalidArgumentError as InvalidArgumentError,
        InvalidDataContentError as InvalidDataContentError,
        InvalidMessageRoleError as InvalidMessageRoleError,
        InvalidStreamPartError as InvalidStreamPartError,
        InvalidToolApprovalError as InvalidToolApprovalError,
        InvalidToolApprovalSignatureError as InvalidToolApprovalSignatureError,
        InvalidToolInputError as InvalidToolInputError,
        MessageConversionError as MessageConversionError,
        MissingToolResultsError as MissingToolResultsError,
        NoImageGeneratedError as NoImageGeneratedError,
        NoObjectGeneratedError as NoObjectGeneratedError,
        NoOutputGeneratedError as NoOutputGeneratedError,
        NoSpeechGeneratedError as NoSpeechGeneratedError,
        NoSuchProviderError as NoSuchProviderError,
        NoSuchToolError as NoSuchToolError,
        NoTranscriptGeneratedError as NoTranscriptGeneratedError,
        NoTranslationGeneratedError as NoTranslationGeneratedError,
        NoVideoGeneratedError as NoVideoGeneratedError,
        RetryError as RetryError,
        StreamAlreadyConsumedError as StreamAlreadyConsumedError,
        StreamProviderError as StreamProviderError,
        ToolCallNotFoundForApprovalError as ToolCallNotFoundForApprovalError,
        ToolCallRepairError as ToolCallRepairError,
        ToolChoiceViolationError as ToolChoiceViolationError,
        UIMessageStreamError as UIMessageStreamError,
        UnsupportedModelVersionError as UnsupportedModelVersionError,
    )
    from ai_sdk.generate_image.generate_image import (
        generate_image as generate_image,
    )
    from ai_sdk.generate_image.generate_image_result import (
        GenerateImageCall as GenerateImageCall,
        GenerateImageResult as GenerateImageResult,
    )
    from ai_sdk.generate_image.image_prompt import (
        GenerateImagePrompt as GenerateImagePrompt,
        ImagePrompt as ImagePrompt,
    )
    from ai_sdk.generate_speech.generate_speech import (
        generate_speech as generate_speech,
    )
    from ai_sdk.generate_speech.generate_speech_result import (
        SpeechResult as SpeechResult,
    )
    from ai_sdk.generate_speech.generated_audio_file import (
        GeneratedAudioFile as GeneratedAudioFile,
    )
    from ai_sdk.generate_speech.speech_events import (
        GenerateSpeechEndEvent as GenerateSpeechEndEvent,
        GenerateSpeechStartEvent as GenerateSpeechStartEvent,
    )
    from ai_sdk.generate_text.filter_active_tools import (
        ActiveTools as ActiveTools,
        filter_active_tools as filter_active_tools,
    )
    from ai_sdk.generate_text.generate_text import (
        generate_text as generate_text,
    )
    from ai_sdk.generate_text.generate_text_events import (
        GenerateTextAbortEvent as GenerateTextAbortEvent,
        GenerateTextEndEvent as GenerateTextEndEvent,
        GenerateTextStartEvent as GenerateTextStartEvent,
        GenerateTextStepErrorEvent as GenerateTextStepErrorEvent,
        GenerateTextStepStartEvent as GenerateTextStepStartEvent,
    )
    from ai_sdk.generate_text.generate_text_result import (
        GenerateTextResult as GenerateTextResult,
    )
    from ai_sdk.generate_text.generated_file import (
        DefaultGeneratedFile as DefaultGeneratedFile,
        GeneratedFile as GeneratedFile,
    )
    from ai_sdk.generate_text.output import (
        Output as Output,
    )
    from ai_sdk.generate_text.prepare_step import (
        PrepareStepOptions as PrepareStepOptions,
        PrepareStepResult as PrepareStepResult,
    )
    from ai_sdk.generate_text.prune_messages import (
        prune_messages as prune_messages,
    )
    from ai_sdk.generate_text.steering import (
        Steering as Steering,
        experimental_create_steering as experimental_create_steering,
    )
    from ai_sdk.generate_text.step_result import (
        StepResult as StepResult,
    )
    from ai_sdk.generate_text.stop_condition import (
        StopCondition as StopCondition,
        StopConditionOptions as StopConditionOptions,
        has_tool_call as has_tool_call,
        is_loop_finished as is_loop_finished,
        is_step_count as is_step_count,
    )
    from ai_sdk.generate_text.text_stream_part import (
        TextStreamPart as TextStreamPart,
    )
    from ai_sdk.generate_text.tool_approval_configuration import (
        GenericToolApprovalFunction as GenericToolApprovalFunction,
        GenericToolApprovalOptions as GenericToolApprovalOptions,
        SingleToolApprovalFunction as SingleToolApprovalFunction,
        SingleToolApprovalOptions as SingleToolApprovalOptions,
        ToolApprovalConfiguration as ToolApprovalConfiguration,
        ToolApprovalDecision as ToolApprovalDecision,
        ToolApprovalStatus as ToolApprovalStatus,
    )
    from ai_sdk.generate_text.tool_call import (
        TypedToolCall as TypedToolCall,
        TypedToolError as TypedToolError,
        TypedToolResult as TypedToolResult,
    )
    from ai_sdk.generate_text.tool_call_repair_function import (
        ToolCallRepairFunction as ToolCallRepairFunction,
        ToolCallRepairOptions as ToolCallRepairOptions,
    )
    from ai_sdk.generate_text.tool_caller_configuration import (
        ToolCallers as ToolCallers,
    )
    from ai_sdk.generate_text.tool_fingerprint import (
        ToolDrift as ToolDrift,
        detect_tool_drift as detect_tool_drift,
        fingerprint_tools as fingerprint_tools,
    )
    from ai_sdk.generate_text.tool_input_refinement import (
        ToolInputRefinement as ToolInputRefinement,
    )
    from ai_sdk.generate_text.usage import (
        LanguageModelUsage as LanguageModelUsage,
    )
    from ai_sdk.generate_video.generate_video import (
        experimental_generate_video as experimental_generate_video,
        generate_video as generate_video,
    )
    from ai_sdk.generate_video.generate_video_result import (
        GenerateVideoResult as GenerateVideoResult,
    )
    from ai_sdk.generate_video.get_video_status import (
        GetVideoStatusResult as GetVideoStatusResult,
        experimental_get_video_status as experimental_get_video_status,
        get_video_status as get_video_status,
    )
    from ai_sdk.generate_video.start_video import (
        StartVideoResult as StartVideoResult,
        experimental_start_video as experimental_start_video,
        start_video as start_video,
    )
    from ai_sdk.generate_video.video_inputs import (
        FrameImage as FrameImage,
        GenerateVideoPrompt as GenerateVideoPrompt,
        InputReference as InputReference,
        VideoPrompt as VideoPrompt,
    )
    from ai_sdk.generate_video.video_operation import (
        GenerateVideoPollOptions as GenerateVideoPollOptions,
        GenerateVideoWebhook as GenerateVideoWebhook,
        GenerateVideoWebhookFactory as GenerateVideoWebhookFactory,
    )
    from ai_sdk.logger.log_warnings import (
        set_warning_logger as set_warning_logger,
    )
    from ai_sdk.middleware.add_tool_input_examples_middleware import (
        add_tool_input_examples_middleware as add_tool_input_examples_middleware,
    )
    from ai_sdk.middleware.default_embedding_settings_middleware import (
        DefaultEmbeddingSettings as DefaultEmbeddingSettings,
        default_embedding_settings_middleware as default_embedding_settings_middleware,
    )
    from ai_sdk.middleware.default_instructions_middleware import (
        default_instructions_middleware as default_instructions_middleware,
    )
    from ai_sdk.middleware.default_settings_middleware import (
        DefaultSettings as DefaultSettings,
        default_settings_middleware as default_settings_middleware,
    )
    from ai_sdk.middleware.embedding_model_middleware import (
        EmbeddingModelMiddleware as EmbeddingModelMiddleware,
    )
    from ai_sdk.middleware.extract_json_middleware import (
        extract_json_middleware as extract_json_middleware,
    )
    from ai_sdk.middleware.extract_reasoning_middleware import (
        ReasoningDelimiters as ReasoningDelimiters,
        extract_reasoning_middleware as extract_reasoning_middleware,
    )
    from ai_sdk.middleware.image_model_middleware import (
        ImageModelMiddleware as ImageModelMiddleware,
    )
    from ai_sdk.middleware.language_model_middleware import (
        LanguageModelMiddleware as LanguageModelMiddleware,
    )
    from ai_sdk.middleware.simulate_streaming_middleware import (
        simulate_streaming_middleware as simulate_streaming_middleware,
    )
    from ai_sdk.middleware.transform_stream import (
        transform_stream as transform_stream,
    )
    from ai_sdk.middleware.wrap_embedding_model import (
        wrap_embedding_model as wrap_embedding_model,
    )
    from ai_sdk.middleware.wrap_image_model import (
        wrap_image_model as wrap_image_model,
    )
    from ai_sdk.middleware.wrap_language_model import (
        wrap_language_model as wrap_language_model,
    )
    from ai_sdk.middleware.wrap_provider import (
        wrap_provider as wrap_provider,
    )
    from ai_sdk.model.resolve_model import (
        get_default_provider as get_default_provider,
        set_default_provider as set_default_provider,
    )
    from ai_sdk.prompt.data_content import (
        convert_data_content_to_base64_string as convert_data_content_to_base64_string,
    )
    from ai_sdk.prompt.prepare_tool_choice import (
        ToolChoice as ToolChoice,
    )
    from ai_sdk.prompt.prepare_tools import (
        ToolOrder as ToolOrder,
    )
    from ai_sdk.prompt.request_options import (
        TimeoutConfiguration as TimeoutConfiguration,
        get_chunk_timeout_ms as get_chunk_timeout_ms,
        get_first_chunk_timeout_ms as get_first_chunk_timeout_ms,
        get_step_timeout_ms as get_step_timeout_ms,
        get_tool_timeout_ms as get_tool_timeout_ms,
        get_total_timeout_ms as get_total_timeout_ms,
    )
    from ai_sdk.provider import (
        AISDKError as AISDKError,
        APICallError as APICallError,
        EmptyResponseBodyError as EmptyResponseBodyError,
        InvalidPromptError as InvalidPromptError,
        InvalidResponseDataError as InvalidResponseDataError,
        JSONParseError as JSONParseError,
        LoadAPIKeyError as LoadAPIKeyError,
        LoadSettingError as LoadSettingError,
        NoContentGeneratedError as NoContentGeneratedError,
        NoSuchModelError as NoSuchModelError,
        NoSuchProviderReferenceError as NoSuchProviderReferenceError,
        TooManyEmbeddingValuesForCallError as TooManyEmbeddingValuesForCallError,
        TypeValidationError as TypeValidationError,
        UnsupportedFunctionalityError as UnsupportedFunctionalityError,
    )
    from ai_sdk.provider_utils.abort import (
        AbortController as AbortController,
        AbortError as AbortError,
        AbortSignal as AbortSignal,
    )
    from ai_sdk.provider_utils.content_part import (
        CustomPart as CustomPart,
        FilePart as FilePart,
        ImagePart as ImagePart,
        ReasoningFilePart as ReasoningFilePart,
        ReasoningPart as ReasoningPart,
        TextPart as TextPart,
        ToolApprovalRequest as ToolApprovalRequest,
        ToolApprovalResponse as ToolApprovalResponse,
        ToolCallPart as ToolCallPart,
        ToolResultPart as ToolResultPart,
    )
    from ai_sdk.provider_utils.execute_function import (
        ExecuteFunction as ExecuteFunction,
    )
    from ai_sdk.provider_utils.generate_id import (
        create_id_generator as create_id_generator,
        generate_id as generate_id,
    )
    from ai_sdk.provider_utils.model_message import (
        AssistantModelMessage as AssistantModelMessage,
        ModelMessage as ModelMessage,
        SystemModelMessage as SystemModelMessage,
        ToolModelMessage as ToolModelMessage,
        UserModelMessage as UserModelMessage,
    )
    from ai_sdk.provider_utils.provider_tool_caller import (
        ProviderToolCaller as ProviderToolCaller,
    )
    from ai_sdk.provider_utils.response_handler import (
        DownloadError as DownloadError,
    )
    from ai_sdk.provider_utils.schema import (
        FlexibleSchema as FlexibleSchema,
        Schema as Schema,
        as_schema as as_schema,
        json_schema as json_schema,
    )
    from ai_sdk.provider_utils.tool import (
        Tool as Tool,
        ToolContext as ToolContext,
        ToolExecutionOptions as ToolExecutionOptions,
        ToolSet as ToolSet,
        as_tool_set as as_tool_set,
        dynamic_tool as dynamic_tool,
        is_executable_tool as is_executable_tool,
        tool as tool,
    )
    from ai_sdk.provider_utils.tool_caller import (
        DIRECT_TOOL_CALL as DIRECT_TOOL_CALL,
        LocalToolCaller as LocalToolCaller,
        ToolCallerDefinition as ToolCallerDefinition,
        tool_caller as tool_caller,
    )
    from ai_sdk.provider_utils.tool_execution_options import (
        ToolInputAvailableOptions as ToolInputAvailableOptions,
        ToolInputDeltaOptions as ToolInputDeltaOptions,
        ToolModelOutputOptions as ToolModelOutputOptions,
    )
    from ai_sdk.registry.custom_provider import (
        custom_provider as custom_provider,
    )
    from ai_sdk.registry.provider_registry import (
        ProviderRegistryProvider as ProviderRegistryProvider,
        create_provider_registry as create_provider_registry,
    )
    from ai_sdk.rerank.rerank import (
        rerank as rerank,
    )
    from ai_sdk.rerank.rerank_events import (
        RerankEndEvent as RerankEndEvent,
        RerankingModelCallEndEvent as RerankingModelCallEndEvent,
        RerankingModelCallStartEvent as RerankingModelCallStartEvent,
        RerankStartEvent as RerankStartEvent,
    )
    from ai_sdk.rerank.rerank_result import (
        RankedDocument as RankedDocument,
        RerankResponse as RerankResponse,
        RerankResult as RerankResult,
    )
    from ai_sdk.telemetry.telemetry import (
        Telemetry as Telemetry,
    )
    from ai_sdk.telemetry.telemetry_options import (
        TelemetryOptions as TelemetryOptions,
    )
    from ai_sdk.telemetry.telemetry_registry import (
        register_telemetry as register_telemetry,
    )
    from ai_sdk.text_stream.create_text_stream_response import (
        create_text_stream_response as create_text_stream_response,
        to_text_stream as to_text_stream,
    )
    from ai_sdk.text_stream.stream_response import (
        StreamResponse as StreamResponse,
    )
    from ai_sdk.tool_search.tool_search import (
        ToolSearchFunction as ToolSearchFunction,
        ToolSearchOptions as ToolSearchOptions,
        tool_search as tool_search,
    )
    from ai_sdk.transcribe.transcribe import (
        transcribe as transcribe,
    )
    from ai_sdk.transcribe.transcribe_result import (
        TranscriptionResult as TranscriptionResult,
    )
    from ai_sdk.transcribe.transcription_events import (
        TranscriptionEndEvent as TranscriptionEndEvent,
        TranscriptionStartEvent as TranscriptionStartEvent,
    )
    from ai_sdk.ui.ui_messages import (
        CustomContentUIPart as CustomContentUIPart,
        DataUIPart as DataUIPart,
        DynamicToolUIPart as DynamicToolUIPart,
        FileUIPart as FileUIPart,
        ReasoningFileUIPart as ReasoningFileUIPart,
        ReasoningUIPart as ReasoningUIPart,
        SourceDocumentUIPart as SourceDocumentUIPart,
        SourceUrlUIPart as SourceUrlUIPart,
        SteeringMessageUIPart as SteeringMessageUIPart,
        StepStartUIPart as StepStartUIPart,
        TextUIPart as TextUIPart,
        ToolOutputErrorUIPart as ToolOutputErrorUIPart,
        ToolUIPart as ToolUIPart,
        UIMessage as UIMessage,
        UIMessagePart as UIMessagePart,
        get_static_tool_name as get_static_tool_name,
        get_tool_name as get_tool_name,
        is_custom_content_ui_part as is_custom_content_ui_part,
        is_data_ui_part as is_data_ui_part,
        is_dynamic_tool_ui_part as is_dynamic_tool_ui_part,
        is_file_ui_part as is_file_ui_part,
        is_reasoning_file_ui_part as is_reasoning_file_ui_part,
        is_reasoning_ui_part as is_reasoning_ui_part,
        is_static_tool_ui_part as is_static_tool_ui_part,
        is_text_ui_part as is_text_ui_part,
        is_tool_output_error_ui_part as is_tool_output_error_ui_part,
        is_tool_ui_part as is_tool_ui_part,
    )
    from ai_sdk.ui_message_stream.create_ui_message_stream_response import (
        UIMessageStreamResponse as UIMessageStreamResponse,
        create_ui_message_stream_response as create_ui_message_stream_response,
    )
    from ai_sdk.ui_message_stream.json_to_sse import (
        json_to_sse as json_to_sse,
    )
    from ai_sdk.ui_message_stream.to_ui_message_chunk import (
        to_ui_message_chunk as to_ui_message_chunk,
    )
    from ai_sdk.ui_message_stream.ui_message_chunks import (
        UIMessageChunk as UIMessageChunk,
        ui_message_chunk_schema as ui_message_chunk_schema,
    )
    from ai_sdk.ui_message_stream.ui_message_stream_headers import (
        UI_MESSAGE_STREAM_HEADERS as UI_MESSAGE_STREAM_HEADERS,
    )
    from ai_sdk.upload_file.upload_file import (
        UploadFileResult as UploadFileResult,
        upload_file as upload_file,
    )
    from ai_sdk.upload_skill.upload_skill import (
        UploadSkillResult as UploadSkillResult,
        upload_skill as upload_skill,
    )
    from ai_sdk.util.consume_stream import (
        consume_stream as consume_stream,
    )
    from ai_sdk.util.cosine_similarity import (
        cosine_similarity as cosine_similarity,
    )
    from ai_sdk.util.data_url import (
        get_text_from_data_url as get_text_from_data_url,
    )
    from ai_sdk.util.download.create_download import (
        create_download as create_download,
    )
    from ai_sdk.util.is_deep_equal_data import (
        is_deep_equal_data as is_deep_equal_data,
    )
    from ai_sdk.util.parse_partial_json import (
        parse_partial_json as parse_partial_json,
    )
    from ai_sdk.util.serial_job_executor import (
        SerialJobExecutor as SerialJobExecutor,
    )
    from ai_sdk.util.simulate_readable_stream import (
        simulate_readable_stream as simulate_readable_stream,
    )

_MODULES = {
    "embed.embed": """
        embed
    """,
    "embed.embed_events": """
        EmbedEndEvent EmbedStartEvent EmbeddingModelCallEndEvent EmbeddingModelCallStartEvent
    """,
    "embed.embed_many": """
        embed_many
    """,
    "embed.embed_result": """
        EmbedManyResult EmbedResult
    """,
    "error": """
        InvalidArgumentError InvalidDataContentError InvalidMessageRoleError InvalidStreamPartError
        InvalidToolApprovalError InvalidToolApprovalSignatureError InvalidToolInputError MessageConversionError
        MissingToolResultsError NoImageGeneratedError NoObjectGeneratedError NoOutputGeneratedError
        NoSpeechGeneratedError NoSuchProviderError NoSuchToolError NoTranscriptGeneratedError
        NoTranslationGeneratedError NoVideoGeneratedError RetryError StreamAlreadyConsumedError StreamProviderError
        ToolCallNotFoundForApprovalError ToolCallRepairError ToolChoiceViolationError UIMessageStreamError
        UnsupportedModelVersionError
    """,
    "generate_image.generate_image": """
        generate_image
    """,
    "generate_image.generate_image_result": """
        GenerateImageCall GenerateImageResult
    """,
    "generate_image.image_prompt": """
        GenerateImagePrompt ImagePrompt
    """,
    "generate_speech.generate_speech": """
        generate_speech
    """,
    "generate_speech.generate_speech_result": """
        SpeechResult
    """,
    "generate_speech.generated_audio_file": """
        GeneratedAudioFile
    """,
    "generate_speech.speech_events": """
        GenerateSpeechEndEvent GenerateSpeechStartEvent
    """,
    "generate_text.filter_active_tools": """
        ActiveTools filter_active_tools
    """,
    "generate_text.generate_text": """
        generate_text
    """,
    "generate_text.generate_text_events": """
        GenerateTextAbortEvent GenerateTextEndEvent GenerateTextStartEvent GenerateTextStepErrorEvent
        GenerateTextStepStartEvent
    """,
    "generate_text.generate_text_result": """
        GenerateTextResult
    """,
    "generate_text.generated_file": """
        DefaultGeneratedFile GeneratedFile
    """,
    "generate_text.output": """
        Output
    """,
    "generate_text.prepare_step": """
        PrepareStepOptions PrepareStepResult
    """,
    "generate_text.prune_messages": """
        prune_messages
    """,
    "generate_text.steering": """
        Steering experimental_create_steering
    """,
    "generate_text.step_result": """
        StepResult
    """,
    "generate_text.stop_condition": """
        StopCondition StopConditionOptions has_tool_call is_loop_finished is_step_count
    """,
    "generate_text.text_stream_part": """
        TextStreamPart
    """,
    "generate_text.tool_approval_configuration": """
        GenericToolApprovalFunction GenericToolApprovalOptions SingleToolApprovalFunction SingleToolApprovalOptions
        ToolApprovalConfiguration ToolApprovalDecision ToolApprovalStatus
    """,
    "generate_text.tool_call": """
        TypedToolCall TypedToolError TypedToolResult
    """,
    "generate_text.tool_call_repair_function": """
        ToolCallRepairFunction ToolCallRepairOptions
    """,
    "generate_text.tool_caller_configuration": """
        ToolCallers
    """,
    "generate_text.tool_fingerprint": """
        ToolDrift detect_tool_drift fingerprint_tools
    """,
    "generate_text.tool_input_refinement": """
        ToolInputRefinement
    """,
    "generate_text.usage": """
        LanguageModelUsage
    """,
    "generate_video.generate_video": """
        experimental_generate_video generate_video
    """,
    "generate_video.generate_video_result": """
        GenerateVideoResult
    """,
    "generate_video.get_video_status": """
        GetVideoStatusResult experimental_get_video_status get_video_status
    """,
    "generate_video.start_video": """
        StartVideoResult experimental_start_video start_video
    """,
    "generate_video.video_inputs": """
        FrameImage GenerateVideoPrompt InputReference VideoPrompt
    """,
    "generate_video.video_operation": """
        GenerateVideoPollOptions GenerateVideoWebhook GenerateVideoWebhookFactory
    """,
    "logger.log_warnings": """
        set_warning_logger
    """,
    "middleware.add_tool_input_examples_middleware": """
        add_tool_input_examples_middleware
    """,
    "middleware.default_embedding_settings_middleware": """
        DefaultEmbeddingSettings default_embedding_settings_middleware
    """,
    "middleware.default_instructions_middleware": """
        default_instructions_middleware
    """,
    "middleware.default_settings_middleware": """
        DefaultSettings default_settings_middleware
    """,
    "middleware.embedding_model_middleware": """
        EmbeddingModelMiddleware
    """,
    "middleware.extract_json_middleware": """
        extract_json_middleware
    """,
    "middleware.extract_reasoning_middleware": """
        ReasoningDelimiters extract_reasoning_middleware
    """,
    "middleware.image_model_middleware": """
        ImageModelMiddleware
    """,
    "middleware.language_model_middleware": """
        LanguageModelMiddleware
    """,
    "middleware.simulate_streaming_middleware": """
        simulate_streaming_middleware
    """,
    "middleware.transform_stream": """
        transform_stream
    """,
    "middleware.wrap_embedding_model": """
        wrap_embedding_model
    """,
    "middleware.wrap_image_model": """
        wrap_image_model
    """,
    "middleware.wrap_language_model": """
        wrap_language_model
    """,
    "middleware.wrap_provider": """
        wrap_provider
    """,
    "model.resolve_model": """
        get_default_provider set_default_provider
    """,
    "prompt.data_content": """
        convert_data_content_to_base64_string
    """,
    "prompt.prepare_tool_choice": """
        ToolChoice
    """,
    "prompt.prepare_tools": """
        ToolOrder
    """,
    "prompt.request_options": """
        TimeoutConfiguration get_chunk_timeout_ms get_first_chunk_timeout_ms get_step_timeout_ms get_tool_timeout_ms
        get_total_timeout_ms
    """,
    "provider": """
        AISDKError APICallError EmptyResponseBodyError InvalidPromptError InvalidResponseDataError JSONParseError
        LoadAPIKeyError LoadSettingError NoContentGeneratedError NoSuchModelError NoSuchProviderReferenceError
        TooManyEmbeddingValuesForCallError TypeValidationError UnsupportedFunctionalityError
    """,
    "provider_utils.abort": """
        AbortController AbortError AbortSignal
    """,
    "provider_utils.content_part": """
        CustomPart FilePart ImagePart ReasoningFilePart ReasoningPart TextPart ToolApprovalRequest
        ToolApprovalResponse ToolCallPart ToolResultPart
    """,
    "provider_utils.execute_function": """
        ExecuteFunction
    """,
    "provider_utils.generate_id": """
        create_id_generator generate_id
    """,
    "provider_utils.model_message": """
        AssistantModelMessage ModelMessage SystemModelMessage ToolModelMessage UserModelMessage
    """,
    "provider_utils.provider_tool_caller": """
        ProviderToolCaller
    """,
    "provider_utils.response_handler": """
        DownloadError
    """,
    "provider_utils.schema": """
        FlexibleSchema Schema as_schema json_schema
    """,
    "provider_utils.tool": """
        Tool ToolContext ToolExecutionOptions ToolSet as_tool_set dynamic_tool is_executable_tool tool
    """,
    "provider_utils.tool_caller": """
        DIRECT_TOOL_CALL LocalToolCaller ToolCallerDefinition tool_caller
    """,
    "provider_utils.tool_execution_options": """
        ToolInputAvailableOptions ToolInputDeltaOptions ToolModelOutputOptions
    """,
    "registry.custom_provider": """
        custom_provider
    """,
    "registry.provider_registry": """
        ProviderRegistryProvider create_provider_registry
    """,
    "rerank.rerank": """
        rerank
    """,
    "rerank.rerank_events": """
        RerankEndEvent RerankStartEvent RerankingModelCallEndEvent RerankingModelCallStartEvent
    """,
    "rerank.rerank_result": """
        RankedDocument RerankResponse RerankResult
    """,
    "telemetry.telemetry": """
        Telemetry
    """,
    "telemetry.telemetry_options": """
        TelemetryOptions
    """,
    "telemetry.telemetry_registry": """
        register_telemetry
    """,
    "text_stream.create_text_stream_response": """
        create_text_stream_response to_text_stream
    """,
    "text_stream.stream_response": """
        StreamResponse
    """,
    "tool_search.tool_search": """
        ToolSearchFunction ToolSearchOptions tool_search
    """,
    "transcribe.transcribe": """
        transcribe
    """,
    "transcribe.transcribe_result": """
        TranscriptionResult
    """,
    "transcribe.transcription_events": """
        TranscriptionEndEvent TranscriptionStartEvent
    """,
    "ui.ui_messages": """
        CustomContentUIPart DataUIPart DynamicToolUIPart FileUIPart ReasoningFileUIPart ReasoningUIPart
        SourceDocumentUIPart SourceUrlUIPart SteeringMessageUIPart StepStartUIPart TextUIPart ToolOutputErrorUIPart
        ToolUIPart UIMessage UIMessagePart get_static_tool_name get_tool_name is_custom_content_ui_part
        is_data_ui_part is_dynamic_tool_ui_part is_file_ui_part is_reasoning_file_ui_part is_reasoning_ui_part
        is_static_tool_ui_part is_text_ui_part is_tool_output_error_ui_part is_tool_ui_part
    """,
    "ui_message_stream.create_ui_message_stream_response": """
        UIMessageStreamResponse create_ui_message_stream_response
    """,
    "ui_message_stream.json_to_sse": """
        json_to_sse
    """,
    "ui_message_stream.to_ui_message_chunk": """
        to_ui_message_chunk
    """,
    "ui_message_stream.ui_message_chunks": """
        UIMessageChunk ui_message_chunk_schema
    """,
    "ui_message_stream.ui_message_stream_headers": """
        UI_MESSAGE_STREAM_HEADERS
    """,
    "upload_file.upload_file": """
        UploadFileResult upload_file
    """,
    "upload_skill.upload_skill": """
        UploadSkillResult upload_skill
    """,
    "util.consume_stream": """
        consume_stream
    """,
    "util.cosine_similarity": """
        cosine_similarity
    """,
    "util.data_url": """
        get_text_from_data_url
    """,
    "util.download.create_download": """
        create_download
    """,
    "util.is_deep_equal_data": """
        is_deep_equal_data
    """,
    "util.parse_partial_json": """
        parse_partial_json
    """,
    "util.serial_job_executor": """
        SerialJobExecutor
    """,
    "util.simulate_readable_stream": """
        simulate_readable_stream
    """,
}

_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
