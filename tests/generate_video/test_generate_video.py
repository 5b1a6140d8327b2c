"""`generate_video` makes videos in as many calls as the model needs, and downloads those that lie at URLs."""

import asyncio
import logging
from typing import Any

import pytest

from ai_sdk.error.no_output_errors import NoVideoGeneratedError
from ai_sdk.generate_text.generated_file import GeneratedFile
from ai_sdk.generate_video.generate_video import experimental_generate_video, generate_video
from ai_sdk.generate_video.video_generation_error import VideoGenerationError
from ai_sdk.provider import APICallError, VideoModelV4CallOptions
from ai_sdk.provider.codec import dump
from ai_sdk.provider_utils.abort import AbortController
from ai_sdk.provider_utils.clock import use_clock
from ai_sdk.provider_utils.download import Download
from ai_sdk.testing import MockVideoModelV4
from ai_sdk.util.download.download_function import DownloadRequest
from ai_sdk.version import AI_VERSION
from tests.instant_clock import START, InstantClock

MP4, WEBM = b"\0\0\0\x18ftypmp42", b"\x1a\x45\xdf\xa3"
ADDRESS = "https://a.example/video"
BASE64 = {"type": "base64", "data": "AAAA", "media_type": "video/webm"}


def run(model: Any, **settings: Any) -> Any:
    return asyncio.run(generate_video(model=model, **{"prompt": "waves", **settings}))


def test_the_model_gets_all_options_and_this_library_in_the_user_agent() -> None:
    model, signal = MockVideoModelV4(do_generate={"videos": [BASE64]}), AbortController().signal
    settings = {
        "aspect_ratio": "16:9", "resolution": "8x8", "duration": 5, "fps": 24, "seed": 7, "generate_audio": True,
        "provider_options": {"mock": {"o": 1}}, "abort_signal": signal,
    }  # fmt: skip
    run(model, **settings, headers={"X-Team": "a"})
    headers = {"x-team": "a", "user-agent": f"ai/{AI_VERSION}"}
    assert model.do_generate_calls == [VideoModelV4CallOptions(prompt="waves", n=1, headers=headers, **settings)]


def test_the_number_is_split_by_the_limit_and_results_are_joined() -> None:
    def answer(number: int) -> dict[str, Any]:
        return {
            "videos": [{**BASE64, "data": b"%d" % number, "type": "binary"}],
            "warnings": [{"type": "other", "message": str(number)}],
            "provider_metadata": {"mock": {"videos": [number], "last": number}},
            "response": {"timestamp": START, "model_id": "m"},
        }

    model = MockVideoModelV4(max_videos_per_call=2, do_generate=[answer(1), answer(2)])
    result = run(model, n=3)
    assert [call.n for call in model.do_generate_calls] == [2, 1]
    assert [video.data for video in result.videos] == [b"1", b"2"]
    assert result.provider_metadata == {"mock": {"videos": [1, 2], "last": 2}}
    assert dump(result.warnings) == [{"type": "other", "message": "1"}, {"type": "other", "message": "2"}]
    assert dump(result.responses) == [
        {"timestamp": START, "modelId": "m", "providerMetadata": {"mock": {"videos": [1], "last": 1}}},
        {"timestamp": START, "modelId": "m", "providerMetadata": {"mock": {"videos": [2], "last": 2}}},
    ]


@pytest.mark.parametrize(
    ("video", "expected"),
    [
        (BASE64, GeneratedFile(data="AAAA", media_type="video/webm")),
        ({**BASE64, "media_type": ""}, GeneratedFile(data="AAAA", media_type="video/mp4")),
        ({"type": "binary", "data": WEBM, "media_type": ""}, GeneratedFile(data=WEBM, media_type="video/webm")),
        ({"type": "binary", "data": b"?", "media_type": ""}, GeneratedFile(data=b"?", media_type="video/mp4")),
    ],
)
def test_a_video_in_the_answer_is_a_file(video: Any, expected: GeneratedFile) -> None:
    assert run(MockVideoModelV4(do_generate={"videos": [video]})).video == expected


@pytest.mark.parametrize(
    ("own", "servers", "data", "expected"),
    [
        ("video/quicktime", "video/webm", MP4, "video/quicktime"),
        ("application/octet-stream", "video/webm", MP4, "video/webm"),
        ("", "application/octet-stream", WEBM, "video/webm"),
        ("", None, b"?", "video/mp4"),
    ],
)
def test_a_video_at_a_url_is_downloaded(own: str, servers: str | None, data: bytes, expected: str) -> None:
    requests: list[DownloadRequest] = []

    async def download(request: DownloadRequest) -> Download:
        requests.append(request)
        return Download(data=data, media_type=servers)

    signal = AbortController().signal
    model = MockVideoModelV4(do_generate={"videos": [{"type": "url", "url": ADDRESS, "media_type": own}]})
    result = run(model, download=download, abort_signal=signal)
    assert requests == [DownloadRequest(url=ADDRESS, abort_signal=signal)]
    assert result.videos == [GeneratedFile(data=data, media_type=expected)]


def test_uploaded_videos_are_counted() -> None:
    uploaded = {"type": "uploaded", "media_type": "video/mp4"}
    model = MockVideoModelV4(max_videos_per_call=2, do_generate={"videos": [uploaded, uploaded]})
    result = run(model, n=2)
    assert (result.uploaded_videos, result.videos) == (2, [])
    with pytest.raises(NoVideoGeneratedError, match="Use uploadedVideos instead of video"):
        _ = result.video


def test_no_video_is_an_error_with_the_responses() -> None:
    with pytest.raises(NoVideoGeneratedError, match="No video generated") as raised:
        run(MockVideoModelV4(do_generate={"videos": []}))
    assert len(raised.value.responses) == 1


def test_a_failed_call_is_tried_again() -> None:
    error = APICallError("busy", url="http://a", request_body_values={}, status_code=500)
    clock = InstantClock()
    with use_clock(clock):
        run(MockVideoModelV4(do_generate=[error, {"videos": [BASE64]}]))
    assert clock.slept == [2.0]


def test_a_model_that_can_do_nothing_is_refused() -> None:
    with pytest.raises(VideoGenerationError, match="does not implement doGenerate or doStart/doStatus"):
        run(MockVideoModelV4(has_generate=False))


def test_polling_without_operations_is_warned_of(caplog: pytest.LogCaptureFixture) -> None:
    model = MockVideoModelV4(do_generate={"videos": [BASE64]})
    with caplog.at_level(logging.WARNING, logger="ai_sdk"):
        assert len(run(model, poll={}).videos) == 1
    assert "Falling back to doGenerate." in caplog.text


def test_warnings_about_inputs_come_first_and_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    answer = {"videos": [BASE64], "warnings": [{"type": "other", "message": "slow"}]}
    frame = {"image": "https://a.example/a.png", "frame_type": "first_frame"}
    with caplog.at_level(logging.WARNING, logger="ai_sdk"):
        result = run(MockVideoModelV4(do_generate=answer), frame_images=[frame], input_references=[b"?"])
    assert [warning.message for warning in result.warnings][1:] == ["slow"]
    assert "inputReferences were ignored" in result.warnings[0].message
    assert all(any(warning.message in line for line in caplog.messages) for warning in result.warnings)


def test_the_function_has_its_experimental_name_too() -> None:
    assert experimental_generate_video is generate_video
