"""An image model that answers what a test told it to.

Ports: ai/src/test/mock-image-model-v4.ts
"""

from collections.abc import Awaitable, Callable
from typing import Literal

from ai_sdk.provider.image_model import ImageModelV4CallOptions, ImageModelV4Result
from ai_sdk.testing.script import Results, Script, loader, mock_response

__all__ = ["MockImageModelV4"]


class MockImageModelV4:
    """Answers each call with a fixed result, with the next of a list, or with what a function returns.

    A result is an `ImageModelV4Result`, the same as JSON data (`warnings` and `response` may be left out), or an
    exception to raise. Raises what `MockLanguageModelV4` raises.
    """

    specification_version: Literal["v4"] = "v4"

    def __init__(
        self,
        *,
        provider: str = "mock-provider",
        model_id: str = "mock-model-id",
        max_images_per_call: int | Callable[[str], int | Awaitable[int | None] | None] | None = 1,
        supports_file_inputs: bool | None = None,
        supports_mask_inputs: bool | None = None,
        do_generate: Results[ImageModelV4Result, ImageModelV4CallOptions] | None = None,
    ) -> None:
        self.provider = provider
        self.model_id = model_id
        self.max_images_per_call = max_images_per_call
        self.supports_file_inputs = supports_file_inputs
        self.supports_mask_inputs = supports_mask_inputs
        self._generate = Script[ImageModelV4CallOptions, ImageModelV4Result](
            "MockImageModelV4.do_generate",
            do_generate,
            loader(ImageModelV4Result, warnings=[], response=mock_response(model_id)),
        )

    @property
    def do_generate_calls(self) -> list[ImageModelV4CallOptions]:
        """The options of each call of `do_generate`."""
        return self._generate.calls

    async def do_generate(self, options: ImageModelV4CallOptions) -> ImageModelV4Result:
        """Return the result for this call, or raise it."""
        return await self._generate.run(options)
