"""What is asked of MiniMax for a video, and what the caller is told about the rest."""

import pytest
from hypothesis import given, strategies as st

from ai_sdk.provider import InvalidArgumentError, VideoModelV4CallOptions
from ai_sdk.provider.codec import load
from ai_sdk.providers.minimax.video.request import build_request

H3, MAX = "MiniMax-H3", "MiniMax-H3-Max"
AUDIO = ["https://a.dev/1.mp3"]


def link(name, media_type=None):
    file = {"type": "url", "url": f"https://a.dev/{name}"}
    return file if media_type is None else {**file, "mediaType": media_type}


def ask(model_id=H3, minimax=None, **settings):
    given = {"prompt": "p", "providerOptions": {} if minimax is None else {"minimax": minimax}, **settings}
    return build_request(model_id, load(VideoModelV4CallOptions, given))


def body(*arguments, **settings):
    """Return what differs from the request of a prompt alone, and what was warned of."""
    request, plain = ask(*arguments, **settings), ask(*arguments[:1]).body
    sent = {name: request.body.get(name) for name in {**plain, **request.body}}
    changed = {name: value for name, value in sent.items() if value != plain.get(name)}
    return changed, [warning.feature for warning in request.warnings]


def content(*arguments, **settings):
    """Return role and address of each file that is sent, and the warnings."""
    request = ask(*arguments, **settings)
    _, *files = request.body["content"]
    return [(file["role"], file[file["type"]]["url"].removeprefix("https://a.dev/")) for file in files], [
        warning.details for warning in request.warnings
    ]


def frame(kind, name, media_type=None):
    return {"frameType": f"{kind}_frame", "image": link(name, media_type)}


def test_a_prompt_alone_gets_the_defaults_of_its_model():
    prompt = [{"type": "text", "text": "p"}]
    assert ask().body == {"model": H3, "content": prompt, "resolution": "2K", "duration": 5, "ratio": "16:9"}
    assert (ask(MAX).body["resolution"], ask("newer").body["resolution"]) == ("768P", "2K")
    assert ask(prompt=None).body["content"] == [{"type": "text", "text": ""}]


@pytest.mark.parametrize(
    ("given", "changed", "features"),
    [
        ({"fps": 1, "seed": 1, "n": 2, "generateAudio": True}, {}, ["fps", "seed", "n", "generateAudio"]),
        ({"n": 1, "webhookUrl": "https://me.dev"}, {"callback_url": "https://me.dev"}, []),
        ({"resolution": "768x1366"}, {"resolution": "768P"}, []),
        ({"resolution": "768p"}, {"resolution": "768P"}, []),
        ({"resolution": "480x480"}, {}, ["resolution"]),
        ({"resolution": "1x1"}, {}, ["resolution"]),
        ({"minimax": {"resolution": "480P"}}, {}, ["resolution"]),
        ({"minimax": {"resolution": "768P"}, "resolution": "768x768"}, {"resolution": "768P"}, []),
        ({"minimax": {"resolution": "768P"}, "resolution": "2K"}, {"resolution": "768P"}, ["resolution"]),
        ({"minimax": {"resolution": "768P"}, "resolution": "1x1"}, {"resolution": "768P"}, ["resolution"]),
        ({"aspectRatio": "4:3"}, {"ratio": "4:3"}, []),
        ({"aspectRatio": "4:3", "minimax": {"ratio": "1:1"}}, {"ratio": "1:1"}, []),
        ({"aspectRatio": "2:1"}, {}, ["aspectRatio"]),
        ({"aspectRatio": "adaptive"}, {}, ["aspectRatio"]),
        ({"duration": 8}, {"duration": 8}, []),
        ({"duration": 8.5}, {"duration": 9}, ["duration"]),
        ({"duration": 15.5}, {"duration": 15}, ["duration", "duration"]),
        ({"duration": 3}, {"duration": 4}, ["duration"]),
        ({"minimax": {"aigcWatermark": False}}, {"aigc_watermark": False}, []),
    ],
)
def test_settings_are_sent_as_minimax_takes_them_or_warned_of(given, changed, features):
    assert body(**given) == (changed, features)


def test_the_smallest_duration_depends_on_the_model():
    assert [ask(model, duration=4).body["duration"] for model in (H3, MAX, "newer")] == [4, 5, 5]


def test_references_have_no_ratio_unless_one_is_asked_for():
    image = [link("1", "image/png")]
    ratios = [{}, {"aspectRatio": "1:1"}, {"aspectRatio": "2:1"}, {"minimax": {"ratio": "adaptive"}}]
    assert [ask(inputReferences=image, **ratio).body.get("ratio") for ratio in ratios] == [
        None,
        "1:1",
        None,
        "adaptive",
    ]


def test_with_a_frame_the_ratio_is_that_of_the_frame():
    request = ask(image=link("1"), aspectRatio="1:1")
    assert "ratio" not in request.body
    assert [warning.feature for warning in request.warnings] == ["aspectRatio"]


def test_the_first_frame_comes_before_the_image_and_inline_data_becomes_a_url():
    last = {"frameType": "last_frame", "image": {"type": "file", "mediaType": "image/png", "data": "aGk="}}
    assert content(image=link("0"), frameImages=[last, frame("first", "1", "image/png")]) == (
        [("first_frame", "1"), ("last_frame", "data:image/png;base64,aGk=")],
        [],
    )


@pytest.mark.parametrize(
    ("given", "files", "warned"),
    [
        (
            {"image": link("1", "video/mp4")},
            [],
            [f"{H3} does not accept a video as a frame image. The video was ignored."],
        ),
        (
            {"frameImages": [frame("first", "1", "audio/mpeg"), frame("last", "2")]},
            [],
            [
                f'{H3} only accepts an image as a frame image; the "audio/mpeg" file was ignored.',
                f"{H3} requires a first_frame when a last_frame is provided. The last_frame was ignored.",
            ],
        ),
        (
            {"image": link("1"), "frameImages": [frame("last", "2", "video/mp4")]},
            [("first_frame", "1")],
            [f"{H3} does not accept a video as a frame image. The last_frame video was ignored."],
        ),
        (
            {"image": link("1"), "frameImages": [frame("last", "2", "text/plain")]},
            [("first_frame", "1")],
            [f'{H3} only accepts an image as a frame image; the "text/plain" last_frame was ignored.'],
        ),
        (
            {"image": link("1"), "inputReferences": [link("2", "image/png")]},
            [("first_frame", "1")],
            ["MiniMax-H3 cannot combine frame images with reference inputs. The references were ignored."],
        ),
        (
            {"minimax": {"referenceAudioUrls": AUDIO}},
            [],
            [
                (
                    "MiniMax-H3 reference audio must be paired with at least one reference image or video. "
                    "The audio was ignored."
                )
            ],
        ),
    ],
)
def test_files_that_do_not_fit_are_left_out_with_a_warning(given, files, warned):
    assert content(**given) == (files, warned)


def test_references_are_sorted_and_counted():
    references = [link("1", "video/mp4"), link("2"), link("3", "application/pdf"), link("4", "image/png")]
    request = ask(inputReferences=references, minimax={"referenceAudioUrls": AUDIO})
    files, warned = content(inputReferences=references, minimax={"referenceAudioUrls": AUDIO})
    assert files == [
        ("reference_image", "2"),
        ("reference_image", "4"),
        ("reference_video", "1"),
        ("reference_audio", "1.mp3"),
    ]
    assert [text.split()[1] for text in warned] == ["requires", "only"]
    assert (request.inputs.image_count, request.inputs.video_indices) == (2, [0])


def test_more_references_than_minimax_takes_are_left_out():
    images = [link(f"{index}.png", "image/png") for index in range(10)]
    videos = [link(f"{index}.mp4", "video/mp4") for index in range(4)]
    request = ask(inputReferences=[*images, *videos], minimax={"referenceAudioUrls": AUDIO * 4})
    kinds = [part["type"] for part in request.body["content"]]
    assert [kinds.count(kind) for kind in ("image_url", "video_url", "audio_url")] == [9, 3, 3]
    assert [warning.feature for warning in request.warnings] == [
        "inputReferences",
        "inputReferences",
        "referenceAudioUrls",
    ]
    assert (request.inputs.image_count, request.inputs.video_indices) == (9, [10, 11, 12])


def test_the_smaller_model_takes_no_references():
    files, warned = content(MAX, inputReferences=[link("1")], minimax={"referenceAudioUrls": AUDIO})
    assert files == []
    assert warned == [
        "MiniMax-H3-Max does not support reference-to-video inputs. The references were ignored.",
        "MiniMax-H3-Max does not support reference audio. The audio was ignored.",
    ]


def test_an_option_that_does_not_fit_is_an_error():
    with pytest.raises(InvalidArgumentError, match="invalid minimax provider options"):
        ask(minimax={"pollIntervalMs": 0})


@given(st.floats(0, 1e6) | st.integers(0, 10**6), st.sampled_from([H3, MAX, "newer"]))
def test_a_duration_is_always_whole_and_within_the_limits(duration, model):
    sent = ask(model, duration=duration).body["duration"]
    assert sent == int(sent)
    assert 4 <= sent <= 15
