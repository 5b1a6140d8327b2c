"""The AI SDK for Python: text, tools, agents, structured output, embeddings and media from any model.

A name loads its module when it is first used, so that importing the package costs nothing. The table below is the list
of names; `python -m codegen generate` writes the stub beside this file from it, for type checkers.
"""

from ai_sdk.lazy import lazy_names

_MODULES = {
    "agent.agent": "Agent AgentCallOptions AgentStreamOptions",
    "agent.agent_ui_stream_options": "AgentUIStreamOptions",
    "agent.create_agent_ui_stream": "create_agent_ui_stream",
    "agent.create_agent_ui_stream_response": "create_agent_ui_stream_response",
    "agent.tool_loop_agent": "ToolLoopAgent",
    "agent.tool_loop_agent_settings": "ToolLoopAgentSettings",
    "embed.embed": "embed",
    "embed.embed_events": "EmbedEndEvent EmbedStartEvent EmbeddingModelCallEndEvent EmbeddingModelCallStartEvent",
    "embed.embed_many": "embed_many",
    "embed.embed_result": "EmbedManyResult EmbedResult",
    "error": """
        InvalidArgumentError InvalidDataContentError InvalidMessageRoleError InvalidStreamPartError
        InvalidToolApprovalError InvalidToolApprovalSignatureError InvalidToolInputError MessageConversionError
        MissingToolResultsError NoImageGeneratedError NoObjectGeneratedError NoOutputGeneratedError
        NoSpeechGeneratedError NoSuchProviderError NoSuchToolError NoTranscriptGeneratedError
        NoTranslationGeneratedError NoVideoGeneratedError RetryError StreamAlreadyConsumedError StreamProviderError
        ToolCallNotFoundForApprovalError ToolCallRepairError ToolChoiceViolationError UIMessageStreamError
        UnsupportedModelVersionError
    """,
    "generate_image.generate_image": "generate_image",
    "generate_image.generate_image_result": "GenerateImageCall GenerateImageResult",
    "generate_image.image_prompt": "GenerateImagePrompt ImagePrompt",
    "generate_object.generate_object": "generate_object",
    "generate_object.generate_object_result": "GenerateObjectResult",
    "generate_object.object_stream_part": """
        ObjectStreamErrorPart ObjectStreamFinishPart ObjectStreamObjectPart ObjectStreamPart ObjectStreamTextDeltaPart
    """,
    "generate_object.repair_text": "RepairTextFunction RepairTextOptions",
    "generate_object.stream_object": "stream_object",
    "generate_object.stream_object_result": "StreamObjectResult",
    "generate_object.structured_output_events": """
        GenerateObjectEndEvent GenerateObjectStartEvent GenerateObjectStepEndEvent GenerateObjectStepStartEvent
    """,
    "generate_speech.generate_speech": "generate_speech",
    "generate_speech.generate_speech_result": "SpeechResult",
    "generate_speech.generated_audio_file": "GeneratedAudioFile",
    "generate_speech.speech_events": "GenerateSpeechEndEvent GenerateSpeechStartEvent StreamSpeechErrorEvent",
    "generate_speech.stream_speech": "experimental_stream_speech",
    "generate_speech.stream_speech_result": """
        SpeechStreamAudioPart SpeechStreamPart SpeechStreamUsage SpeechTextPart StreamSpeechResult
    """,
    "generate_text.content_part": "Citation ContentPart FileOutput ReasoningFileOutput ReasoningOutput Source",
    "generate_text.filter_active_tools": "ActiveTools filter_active_tools",
    "generate_text.generate_text": "generate_text",
    "generate_text.generate_text_events": """
        GenerateTextAbortEvent GenerateTextEndEvent GenerateTextStartEvent GenerateTextStepEndEvent
        GenerateTextStepErrorEvent GenerateTextStepStartEvent Instructions
    """,
    "generate_text.generate_text_result": "GenerateTextResult",
    "generate_text.generated_file": "DefaultGeneratedFile GeneratedFile",
    "generate_text.language_model_events": """
        LanguageModelCallEndEvent LanguageModelCallPerformance LanguageModelCallStartEvent
    """,
    "generate_text.language_model_stream_part": "LanguageModelStreamPart",
    "generate_text.metadata": "LanguageModelRequestMetadata LanguageModelResponseMetadata ResponseMessage",
    "generate_text.output": "Output",
    "generate_text.partial_output": "PartialOutput",
    "generate_text.performance": "OutputChunkTimingStats StepResultPerformance",
    "generate_text.prepare_step": "PrepareStep PrepareStepOptions PrepareStepResult",
    "generate_text.prune_messages": "prune_messages",
    "generate_text.smooth_stream": "ChunkDetector smooth_stream",
    "generate_text.steering": "Steering SteeringNotDeliveredReason SteeringOutcome experimental_create_steering",
    "generate_text.step_result": "ModelInfo StepResult",
    "generate_text.stop_condition": "StopCondition StopConditionOptions has_tool_call is_loop_finished is_step_count",
    "generate_text.stream_language_model_call": "experimental_stream_language_model_call",
    "generate_text.stream_text.result": "StreamTextResult",
    "generate_text.stream_text.single_consumer_result": "StreamTextSingleConsumerResult",
    "generate_text.stream_text.stream_text": "experimental_stream_text_low_memory stream_text",
    "generate_text.stream_text.stream_text_events": "StreamTextChunkEvent StreamTextEndEvent StreamTextErrorEvent",
    "generate_text.stream_text_transform": "StreamTextTransform",
    "generate_text.text_options": "GenerationOptions Include TextOptions",
    "generate_text.text_stream_part": """
        FinishReason TextStreamAbortPart TextStreamCustomPart TextStreamErrorPart TextStreamFilePart
        TextStreamFinishPart TextStreamFinishStepPart TextStreamFinishStepResponse TextStreamPart TextStreamPingPart
        TextStreamRawPart TextStreamReasoningDeltaPart TextStreamReasoningEndPart TextStreamReasoningFilePart
        TextStreamReasoningStartPart TextStreamSourceDocumentPart TextStreamSourceUrlPart TextStreamStartPart
        TextStreamStartStepPart TextStreamSteeringMessagePart TextStreamTextDeltaPart TextStreamTextEndPart
        TextStreamTextStartPart TextStreamToolApprovalRequestPart TextStreamToolApprovalResponsePart
        TextStreamToolCallPart TextStreamToolErrorPart TextStreamToolInputDeltaPart TextStreamToolInputEndPart
        TextStreamToolInputStartPart TextStreamToolOutputDeniedPart TextStreamToolResultPart
    """,
    "generate_text.tool_approval_configuration": """
        GenericToolApprovalFunction GenericToolApprovalOptions SingleToolApprovalFunction SingleToolApprovalOptions
        ToolApprovalConfiguration ToolApprovalDecision ToolApprovalStatus
    """,
    "generate_text.tool_call": """
        ToolApprovalRequestOutput ToolApprovalResponseOutput TypedToolCall TypedToolError TypedToolOutputDenied
        TypedToolResult
    """,
    "generate_text.tool_call_repair_function": "ToolCallRepairFunction ToolCallRepairOptions",
    "generate_text.tool_caller_configuration": "ToolCallers",
    "generate_text.tool_execution_events": "ToolExecutionEndEvent ToolExecutionStartEvent",
    "generate_text.tool_fingerprint": "ToolDrift detect_tool_drift fingerprint_tools",
    "generate_text.tool_input_refinement": "ToolInputRefinement",
    "generate_text.usage": "ImageModelUsage LanguageModelUsage",
    "generate_video.generate_video": "experimental_generate_video generate_video",
    "generate_video.generate_video_result": "GenerateVideoResult",
    "generate_video.get_video_status": "GetVideoStatusResult experimental_get_video_status get_video_status",
    "generate_video.start_video": "StartVideoResult experimental_start_video start_video",
    "generate_video.video_inputs": "FrameImage GenerateVideoPrompt InputReference VideoPrompt",
    "generate_video.video_operation": "GenerateVideoPollOptions GenerateVideoWebhook GenerateVideoWebhookFactory",
    "logger.log_warnings": "set_warning_logger",
    "middleware.add_tool_input_examples_middleware": "add_tool_input_examples_middleware",
    "middleware.default_embedding_settings_middleware": """
        DefaultEmbeddingSettings default_embedding_settings_middleware
    """,
    "middleware.default_instructions_middleware": "default_instructions_middleware",
    "middleware.default_settings_middleware": "DefaultSettings default_settings_middleware",
    "middleware.embedding_model_middleware": "EmbeddingModelMiddleware",
    "middleware.extract_json_middleware": "extract_json_middleware",
    "middleware.extract_reasoning_middleware": "ReasoningDelimiters extract_reasoning_middleware",
    "middleware.image_model_middleware": "ImageModelMiddleware",
    "middleware.language_model_middleware": "LanguageModelMiddleware",
    "middleware.simulate_streaming_middleware": "simulate_streaming_middleware",
    "middleware.transform_stream": "transform_stream",
    "middleware.wrap_embedding_model": "wrap_embedding_model",
    "middleware.wrap_image_model": "wrap_image_model",
    "middleware.wrap_language_model": "wrap_language_model",
    "middleware.wrap_provider": "wrap_provider",
    "model.resolve_model": "get_default_provider set_default_provider",
    "prompt.data_content": "convert_data_content_to_base64_string",
    "prompt.language_model_call_options": "LanguageModelCallOptions",
    "prompt.message_schemas": """
        assistant_model_message_schema model_message_schema system_model_message_schema tool_model_message_schema
        user_model_message_schema
    """,
    "prompt.prepare_tool_choice": "ToolChoice",
    "prompt.prepare_tools": "ToolOrder",
    "prompt.request_options": """
        TimeoutConfiguration get_chunk_timeout_ms get_first_chunk_timeout_ms get_step_timeout_ms get_tool_timeout_ms
        get_total_timeout_ms
    """,
    "provider": """
        AISDKError APICallError EmptyResponseBodyError InvalidPromptError InvalidResponseDataError JSONParseError
        JSONValue LoadAPIKeyError LoadSettingError NoContentGeneratedError NoSuchModelError NoSuchProviderReferenceError
        TooManyEmbeddingValuesForCallError TypeValidationError UnsupportedFunctionalityError
    """,
    "provider_utils.abort": "AbortController AbortError AbortSignal",
    "provider_utils.content_part": """
        CustomPart DataContent FilePart ImagePart ProviderOptions ProviderReference ReasoningFilePart ReasoningPart
        TextPart ToolApprovalRequest ToolApprovalResponse ToolCallPart ToolResultPart
    """,
    "provider_utils.execute_function": "ExecuteFunction",
    "provider_utils.generate_id": "IdGenerator create_id_generator generate_id",
    "provider_utils.model_message": """
        AssistantContent AssistantModelMessage ModelMessage SystemModelMessage ToolContent ToolModelMessage UserContent
        UserModelMessage
    """,
    "provider_utils.provider_tool_caller": "ProviderToolCaller",
    "provider_utils.response_handler": "DownloadError",
    "provider_utils.sandbox": "SandboxProcess SandboxResult SandboxSession",
    "provider_utils.schema": "FlexibleSchema Schema as_schema json_schema",
    "provider_utils.tool": """
        Tool ToolContext ToolExecutionOptions ToolSet as_tool_set dynamic_tool is_executable_tool tool
    """,
    "provider_utils.tool_caller": "DIRECT_TOOL_CALL LocalToolCaller ToolCallerDefinition tool_caller",
    "provider_utils.tool_execution_options": "ToolInputAvailableOptions ToolInputDeltaOptions ToolModelOutputOptions",
    "providers.gateway": "create_gateway gateway",
    "registry.custom_provider": "custom_provider",
    "registry.provider_registry": "ProviderRegistryProvider create_provider_registry",
    "rerank.rerank": "rerank",
    "rerank.rerank_events": "RerankEndEvent RerankStartEvent RerankingModelCallEndEvent RerankingModelCallStartEvent",
    "rerank.rerank_result": "RankedDocument RerankResponse RerankResult",
    "telemetry.telemetry": "Telemetry",
    "telemetry.telemetry_options": "TelemetryOptions",
    "telemetry.telemetry_registry": "register_telemetry",
    "text_stream.create_text_stream_response": "create_text_stream_response to_text_stream",
    "text_stream.stream_response": "StreamResponse",
    "tool_search.tool_search": "ToolSearchFunction ToolSearchOptions tool_search",
    "transcribe.stream_transcribe": "experimental_stream_transcribe",
    "transcribe.stream_transcribe_result": "StreamTranscriptionResult TranscriptionStreamPart",
    "transcribe.transcribe": "transcribe",
    "transcribe.transcribe_result": "TranscriptionResult",
    "transcribe.transcription_events": """
        StreamTranscriptionEndEvent StreamTranscriptionStartEvent TranscriptionEndEvent TranscriptionStartEvent
    """,
    "ui.call_completion_api": "call_completion_api",
    "ui.chat": "Chat",
    "ui.chat_options": "ChatFinishEvent ChatOptions ChatStatus ChatToolCallEvent",
    "ui.chat_transport": "ChatRequestOptions ChatTransport",
    "ui.convert_to_model_messages": "convert_to_model_messages",
    "ui.default_chat_transport": "DefaultChatTransport",
    "ui.direct_chat_transport": "DirectChatTransport",
    "ui.http_chat_transport": """
        HttpChatTransport HttpChatTransportOptions PrepareReconnectToStreamRequest PrepareSendMessagesRequest
    """,
    "ui.last_assistant_message_is_complete_with_approval_responses": """
        last_assistant_message_is_complete_with_approval_responses
    """,
    "ui.last_assistant_message_is_complete_with_tool_calls": "last_assistant_message_is_complete_with_tool_calls",
    "ui.text_stream_chat_transport": "TextStreamChatTransport",
    "ui.ui_messages": """
        CustomContentUIPart DataUIPart DynamicToolUIPart FileUIPart ReasoningFileUIPart ReasoningUIPart
        SourceDocumentUIPart SourceUrlUIPart SteeringMessageUIPart StepStartUIPart TextUIPart ToolOutputErrorUIPart
        ToolUIPart UIMessage UIMessagePart get_static_tool_name get_tool_name is_custom_content_ui_part is_data_ui_part
        is_dynamic_tool_ui_part is_file_ui_part is_reasoning_file_ui_part is_reasoning_ui_part is_static_tool_ui_part
        is_text_ui_part is_tool_output_error_ui_part is_tool_ui_part
    """,
    "ui.validate_ui_messages": """
        InvalidUIMessages SafeValidateUIMessagesResult ValidUIMessages safe_validate_ui_messages validate_ui_messages
    """,
    "ui_message_stream.consume_sse_stream": "ConsumeSseStream",
    "ui_message_stream.create_ui_message_stream": "create_ui_message_stream",
    "ui_message_stream.create_ui_message_stream_response": "UIMessageStreamResponse create_ui_message_stream_response",
    "ui_message_stream.json_to_sse": "json_to_sse",
    "ui_message_stream.read_ui_message_stream": "read_ui_message_stream",
    "ui_message_stream.to_ui_message_chunk": "to_ui_message_chunk",
    "ui_message_stream.to_ui_message_stream": "to_ui_message_stream",
    "ui_message_stream.ui_message_chunks": "UIMessageChunk ui_message_chunk_schema",
    "ui_message_stream.ui_message_stream_headers": "UI_MESSAGE_STREAM_HEADERS",
    "ui_message_stream.ui_message_stream_options": "UIMessageStreamOptions",
    "ui_message_stream.ui_message_stream_outcome": """
        UIMessageStreamEndEvent UIMessageStreamOnEndCallback UIMessageStreamOnStepEndCallback UIMessageStreamOutcome
        UIMessageStreamStepEndEvent
    """,
    "ui_message_stream.ui_message_stream_writer": "UIMessageStreamWriter",
    "upload_file.upload_file": "UploadFileResult upload_file",
    "upload_skill.upload_skill": "UploadSkillResult upload_skill",
    "util.consume_stream": "consume_stream",
    "util.cosine_similarity": "cosine_similarity",
    "util.data_url": "get_text_from_data_url",
    "util.download.create_download": "create_download",
    "util.download.download_function": "DownloadFunction",
    "util.is_deep_equal_data": "is_deep_equal_data",
    "util.parse_partial_json": "parse_partial_json",
    "util.serial_job_executor": "SerialJobExecutor",
    "util.simulate_readable_stream": "simulate_readable_stream",
    "warm_up": "warm_up",
}

_HOMES = {name: f"{__name__}.{module}" for module, names in _MODULES.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605 - the table is the list
__getattr__ = lazy_names(__name__, _HOMES)
