"""Images and references of a video come in several forms, and some win over others."""

from typing import Any

import pytest

from ai_sdk.generate_video.video_inputs import FrameImage, InputReference, VideoPrompt, normalize_video_call_inputs
from ai_sdk.provider import VideoModelV4FileData, VideoModelV4FileUrl, VideoModelV4FrameImage

PNG, MP4 = b"\x89PNG\r\n", b"\0\0\0\x18ftypmp42"
PNG_FILE = VideoModelV4FileData(media_type="image/png", data=PNG)
ADDRESS = "https://a.example/a"


def test_a_text_is_the_prompt() -> None:
    inputs = normalize_video_call_inputs("waves", None, None)
    assert (inputs.prompt, inputs.image, inputs.frame_images, inputs.input_references) == ("waves", None, None, None)


@pytest.mark.parametrize("prompt", [VideoPrompt(image=PNG, text="waves"), {"image": PNG, "text": "waves"}])
def test_an_image_to_start_from_comes_with_the_prompt(prompt: Any) -> None:
    inputs = normalize_video_call_inputs(prompt, None, None)
    assert (inputs.prompt, inputs.image, inputs.warnings) == ("waves", PNG_FILE, [])


@pytest.mark.parametrize(
    ("image", "file"),
    [
        (ADDRESS, VideoModelV4FileUrl(url=ADDRESS)),
        ("iVBORw0K", PNG_FILE),
        ("data:image/webp;base64,SGk=", VideoModelV4FileData(media_type="image/webp", data=b"Hi")),
        ("data:base64", VideoModelV4FileData(media_type="base64", data=b"")),
        (MP4, VideoModelV4FileData(media_type="image/png", data=MP4)),
    ],
)
def test_an_image_may_be_a_url_base64_or_bytes(image: Any, file: Any) -> None:
    assert normalize_video_call_inputs({"image": image}, None, None).image == file


@pytest.mark.parametrize(
    ("reference", "file"),
    [
        (MP4, VideoModelV4FileData(media_type="video/mp4", data=MP4)),
        (ADDRESS, VideoModelV4FileUrl(url=ADDRESS)),
        ({"data": ADDRESS, "media_type": "video/mp4"}, VideoModelV4FileUrl(url=ADDRESS, media_type="video/mp4")),
        (InputReference(data=PNG, media_type="image/x"), VideoModelV4FileData(media_type="image/x", data=PNG)),
        (InputReference(data=PNG), PNG_FILE),
    ],
)
def test_a_reference_may_be_a_video_and_say_its_media_type(reference: Any, file: Any) -> None:
    assert normalize_video_call_inputs("waves", None, [reference]).input_references == [file]


def test_frame_images_win_over_references() -> None:
    inputs = normalize_video_call_inputs("waves", [{"image": PNG, "frameType": "last_frame"}], [PNG])
    assert inputs.frame_images == [VideoModelV4FrameImage(image=PNG_FILE, frame_type="last_frame")]
    assert (inputs.input_references, inputs.image) == (None, None)
    assert [warning.message[:35] for warning in inputs.warnings] == ["inputReferences were ignored becaus"]


def test_no_frame_images_leave_the_references() -> None:
    inputs = normalize_video_call_inputs("waves", [], [PNG])
    assert (inputs.frame_images, inputs.input_references, inputs.warnings) == ([], [PNG_FILE], [])


def test_a_first_frame_wins_over_the_prompts_image() -> None:
    frame = FrameImage(image=ADDRESS, frame_type="first_frame")
    inputs = normalize_video_call_inputs({"image": PNG}, [frame], None)
    assert inputs.image == VideoModelV4FileUrl(url=ADDRESS)
    assert [warning.message[:24] for warning in inputs.warnings] == ["prompt.image was ignored"]
