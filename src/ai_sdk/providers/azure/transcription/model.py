"""The transcription model on Azure: OpenAI's interface or Azure Speech, as the call or the model's name says.

Ports: @ai-sdk/azure/src/azure-openai-provider.ts, @ai-sdk/azure/src/azure-transcription-model-options.ts
"""

from dataclasses import replace
from typing import ClassVar, Literal

from ai_sdk_generated.azure.transcription.options import AzureTranscriptionModelOptions

from ai_sdk.provider import (
    SharedV4Warning,
    SharedV4WarningUnsupported,
    TranscriptionModelV4CallOptions,
    TranscriptionModelV4Result,
)
from ai_sdk.provider_utils.provider_options import parse_provider_options
from ai_sdk.providers.azure.transcription.speech import AzureSpeechTranscriptionModel, is_mai_transcribe_2
from ai_sdk.providers.openai.transcription.model import OpenAITranscriptionModel

__all__ = ["AzureTranscriptionModel"]


class AzureTranscriptionModel:
    """Turns speech into text."""

    specification_version: ClassVar[Literal["v4"]] = "v4"
    provider: ClassVar[str] = "azure.transcription"

    def __init__(self, model_id: str, openai: OpenAITranscriptionModel, speech: AzureSpeechTranscriptionModel) -> None:
        self.model_id = model_id
        self._openai = openai
        self._speech = speech

    async def do_generate(self, options: TranscriptionModelV4CallOptions) -> TranscriptionModelV4Result:
        """Transcribe a recording in one call.

        `api` of the provider options chooses the interface; else MAI-Transcribe-2 is asked for on Azure Speech, and
        everything else on OpenAI's. Raises `InvalidArgumentError` for options that do not fit, and `APICallError` when
        the request fails.
        """
        given = parse_provider_options("azure", options.provider_options, AzureTranscriptionModelOptions)
        given = given or AzureTranscriptionModelOptions()
        if (given.api or ("speech" if is_mai_transcribe_2(self.model_id) else "openai")) == "speech":
            return await self._speech.do_generate(options, given)
        result = await self._openai.do_generate(options)
        return replace(result, warnings=[*result.warnings, *_unused(given)])


def _unused(given: AzureTranscriptionModelOptions) -> list[SharedV4Warning]:
    details = "This option requires the Azure Speech API."
    fields = AzureTranscriptionModelOptions.model_fields
    unused = [field.alias or name for name, field in fields.items() if name in given.model_fields_set - {"api"}]
    return [SharedV4WarningUnsupported(feature=f"providerOptions.azure.{name}", details=details) for name in unused]
