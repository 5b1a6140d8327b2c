"""Images on Azure.

Ports: @ai-sdk/azure/src/azure-openai-provider.ts
"""

from ai_sdk.providers.openai.image.model import OpenAIImageModel

__all__ = ["AzureImageModel"]


class AzureImageModel(OpenAIImageModel):
    """Makes and edits images. Its id is a deployment's, named by its owner, and says nothing of the model."""

    supports_file_inputs = None
    supports_mask_inputs = None
