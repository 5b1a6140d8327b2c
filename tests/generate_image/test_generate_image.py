"""`generate_image` makes images in as many calls as the model needs, and puts their results together."""

import asyncio
from typing import Any

import pytest

from ai_sdk.error.no_output_errors import NoImageGeneratedError
from ai_sdk.error.retry_error import RetryError
from ai_sdk.generate_image.generate_image import generate_image
from ai_sdk.generate_image.image_prompt import ImagePrompt
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.provider import (
    APICallError,
    ImageModelV4CallOptions,
    ImageModelV4FileData,
    ImageModelV4FileUrl,
    ImageModelV4Usage,
)
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.testing import MockImageModelV4
from ai_sdk.version import AI_VERSION
from tests.instant_clock import InstantClock

PNG, JPEG = b"\x89PNG\r\n", b"\xff\xd8\xff"
EMPTY: dict[str, Any] = {"images": []}


def server_error() -> APICallError:
    return APICallError("busy", url="http://a", request_body_values={}, status_code=500)


def run(model: MockImageModelV4, **settings: Any) -> Any:
    return asyncio.run(generate_image(model=model, **{"prompt": "a cat", **settings}))


def test_the_model_gets_all_options_and_this_library_in_the_user_agent() -> None:
    model, signal = MockImageModelV4(do_generate={"images": [PNG]}), AbortController().signal
    settings = {"size": "8x8", "aspect_ratio": "1:1", "seed": 7, "provider_options": {"mock": {"style": "vivid"}}}
    run(model, **settings, abort_signal=signal, headers={"X-Team": "a"})
    assert model.do_generate_calls == [
        ImageModelV4CallOptions(
            prompt="a cat",
            n=1,
            abort_signal=signal,
            headers={"x-team": "a", "user-agent": f"ai/{AI_VERSION}"},
            **settings,
        )
    ]


def test_the_media_type_is_what_the_bytes_say_and_png_otherwise() -> None:
    model = MockImageModelV4(max_images_per_call=3, do_generate={"images": [PNG, JPEG, b"?"]})
    result = run(model, n=3)
    assert [image.media_type for image in result.images] == ["image/png", "image/jpeg", "image/png"]
    assert result.image is result.images[0]
    assert result.images[1] == GeneratedFile(data=JPEG, media_type="image/jpeg")


@pytest.mark.parametrize(
    ("model_limit", "own_limit", "counts"),
    [
        (2, None, [2, 2, 1]),
        (None, None, [1, 1, 1, 1, 1]),
        (2, 4, [4, 1]),
        (lambda model_id: 3 if model_id == "mock-model-id" else 1, None, [3, 2]),
        (10, None, [5]),
    ],
)
def test_the_number_is_split_by_the_limit(model_limit: Any, own_limit: int | None, counts: list[int]) -> None:
    model = MockImageModelV4(max_images_per_call=model_limit, do_generate={"images": [PNG]})
    run(model, n=5, max_images_per_call=own_limit)
    assert [call.n for call in model.do_generate_calls] == counts


def test_a_limit_may_be_awaitable() -> None:
    async def limit(_: str) -> int:
        return 2

    model = MockImageModelV4(max_images_per_call=limit, do_generate={"images": [PNG]})
    run(model, n=3)
    assert [call.n for call in model.do_generate_calls] == [2, 1]


def test_results_of_calls_are_joined_in_order() -> None:
    def answer(number: int) -> dict[str, Any]:
        return {
            "images": [PNG + bytes([number])],
            "warnings": [{"type": "other", "message": str(number)}],
            "provider_metadata": {"openai": {"images": [{"seed": number}], "dropped": True}},
            "usage": {"input_tokens": number},
        }

    result = run(MockImageModelV4(do_generate=[answer(1), answer(2)]), n=2)
    assert [image.data[-1] for image in result.images] == [1, 2]
    assert [image.provider_metadata for image in result.images] == [{"openai": {"seed": 1}}, {"openai": {"seed": 2}}]
    assert [call.images for call in result.calls] == [[result.images[0]], [result.images[1]]]
    assert result.calls[0].provider_metadata == {"openai": {"images": [{"seed": 1}], "dropped": True}}
    assert result.provider_metadata == {"openai": {"images": [{"seed": 1}, {"seed": 2}]}}
    assert result.usage == ImageModelV4Usage(input_tokens=3)
    assert dump(result.warnings) == [{"type": "other", "message": "1"}, {"type": "other", "message": "2"}]
    assert len(result.responses) == 2


def test_a_failed_call_and_an_empty_one_are_tried_again() -> None:
    model, clock = MockImageModelV4(do_generate=[server_error(), EMPTY, {"images": [PNG]}]), InstantClock()
    with use_clock(clock):
        result = run(model)
    assert (len(result.images), [len(call.images) for call in result.calls], clock.slept) == (1, [0, 1], [2.0, 4.0])


def test_no_image_after_all_retries_is_an_error_with_the_calls() -> None:
    model = MockImageModelV4(do_generate=EMPTY)
    with use_clock(InstantClock()), pytest.raises(NoImageGeneratedError, match="No image generated") as raised:
        run(model)
    assert (len(model.do_generate_calls), len(raised.value.calls or []), len(raised.value.responses or [])) == (3, 3, 3)


@pytest.mark.parametrize(
    ("answer", "settings"), [({"images": [], "is_retryable": False}, {}), (EMPTY, {"max_retries": 0})]
)
def test_no_image_is_not_tried_again_when_that_does_not_help_or_is_not_wanted(answer: Any, settings: Any) -> None:
    model = MockImageModelV4(do_generate=answer)
    with pytest.raises(NoImageGeneratedError):
        run(model, **settings)
    assert len(model.do_generate_calls) == 1


def test_another_error_after_an_empty_answer_is_raised() -> None:
    model = MockImageModelV4(do_generate=[EMPTY, ValueError("no")])
    with use_clock(InstantClock()), pytest.raises(RetryError) as raised:
        run(model)
    assert str(raised.value.last_error) == "no"


def test_one_empty_call_of_several_is_no_error() -> None:
    model = MockImageModelV4(do_generate=[{"images": [], "is_retryable": False}, {"images": [PNG]}])
    assert len(run(model, n=2).images) == 1


def test_images_to_change_become_files_and_urls() -> None:
    model = MockImageModelV4(do_generate={"images": [PNG]})
    images = [JPEG, "iVBORw0KGgo=", "https://a.example/b.png", "data:image/webp;base64,SGk=", "data:;base64,SGk="]
    run(model, prompt=ImagePrompt(images=images, text="blue", mask=PNG))
    [options] = model.do_generate_calls
    assert options.prompt == "blue"
    assert options.files == [
        ImageModelV4FileData(data=JPEG, media_type="image/jpeg"),
        ImageModelV4FileData(data=b"\x89PNG\r\n\x1a\n", media_type="image/png"),
        ImageModelV4FileUrl(url="https://a.example/b.png"),
        ImageModelV4FileData(data=b"Hi", media_type="image/webp"),
        ImageModelV4FileData(data=b"Hi", media_type="image/png"),
    ]
    assert options.mask == ImageModelV4FileData(data=PNG, media_type="image/png")


def test_a_prompt_may_be_a_dict() -> None:
    model = MockImageModelV4(do_generate={"images": [PNG]})
    run(model, prompt={"images": [PNG], "text": "blue"})
    assert (model.do_generate_calls[0].prompt, model.do_generate_calls[0].mask) == ("blue", None)
