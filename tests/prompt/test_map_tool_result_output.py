"""Results of tools as models take them: the older spellings of files become files."""

from typing import Any

import pytest

from ai_sdk.prompt.map_tool_result_output import get_downloadable_file_part, map_tool_result_output
from ai_sdk.provider import SharedV4Warning
from ai_sdk.provider.codec import dump, load
from ai_sdk.provider_utils.download import Download
from ai_sdk.provider_utils.tool_result_output import ToolResultContentPart, ToolResultOutput

OPTIONS = {"toy": {"a": 1}}
REFERENCE = "the \"file\" type with mediaType and { type: 'reference', reference }"
DATA = "the \"file\" type with mediaType and { type: 'data', data }"
URL = "the \"file\" type with mediaType and { type: 'url', url }"
IMAGE_URL = "the \"file\" type with mediaType 'image' (or a specific image/* subtype) and { type: 'url', url }"


def convert(item: Any, *, provider: str | None = "toy", downloaded: Any = None) -> tuple[Any, list[SharedV4Warning]]:
    warnings: list[SharedV4Warning] = []
    output = load(ToolResultOutput, {"type": "content", "value": [item]})
    made = map_tool_result_output(output, provider=provider, warnings=warnings, downloaded_assets=downloaded or {})
    return dump(made)["value"][0], warnings


@pytest.mark.parametrize(
    ("item", "file", "successor"),
    [
        (
            {"type": "file-data", "data": "SGk=", "mediaType": "text/plain", "filename": "f"},
            {"data": {"type": "data", "data": "SGk="}, "mediaType": "text/plain", "filename": "f"},
            DATA,
        ),
        (
            {"type": "file-url", "url": "https://a.dev/x", "mediaType": "text/plain"},
            {"data": {"type": "url", "url": "https://a.dev/x"}, "mediaType": "text/plain"},
            URL,
        ),
        (
            {"type": "file-url", "url": "https://a.dev", "mediaType": "text/plain"},
            {
                "data": {"type": "url", "url": "https://a.dev/", "originalUrl": "https://a.dev"},
                "mediaType": "text/plain",
            },
            URL,
        ),
        (
            {"type": "file-id", "fileId": "f1"},
            {"data": {"type": "reference", "reference": {"toy": "f1"}}, "mediaType": "application"},
            REFERENCE,
        ),
        (
            {"type": "file-id", "fileId": {"other": "f1"}},
            {"data": {"type": "reference", "reference": {"other": "f1"}}, "mediaType": "application"},
            REFERENCE,
        ),
        (
            {"type": "file-reference", "providerReference": {"toy": "f1"}},
            {"data": {"type": "reference", "reference": {"toy": "f1"}}, "mediaType": "application"},
            REFERENCE,
        ),
        (
            {"type": "image-data", "data": "SGk=", "mediaType": "image/png"},
            {"data": {"type": "data", "data": "SGk="}, "mediaType": "image/png"},
            DATA,
        ),
        (
            {"type": "image-url", "url": "https://a.dev/x"},
            {"data": {"type": "url", "url": "https://a.dev/x"}, "mediaType": "image"},
            IMAGE_URL,
        ),
        (
            {"type": "image-file-id", "fileId": "f1"},
            {"data": {"type": "reference", "reference": {"toy": "f1"}}, "mediaType": "image"},
            REFERENCE,
        ),
        (
            {"type": "image-file-reference", "providerReference": {"toy": "f1"}},
            {"data": {"type": "reference", "reference": {"toy": "f1"}}, "mediaType": "image"},
            REFERENCE,
        ),
    ],
)
def test_an_older_spelling_becomes_a_file_and_is_warned_of(item: Any, file: Any, successor: str) -> None:
    made, warnings = convert({**item, "providerOptions": OPTIONS})
    assert made == {"type": "file", **file, "providerOptions": OPTIONS}
    kind = item["type"]
    assert dump(warnings) == [
        {
            "type": "deprecated",
            "setting": f'"tool-result" content of type "{kind}"',
            "message": f'The "{kind}" type for tool result content is deprecated. Use {successor} instead.',
        }
    ]


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        ("https://a.dev/cat.PNG?x=1", "image/png"),
        ("https://a.dev/.png", "image/png"),
        ("https://a.dev/a.b.pdf", "application/pdf"),
        ("https://a.dev/cat.xyz", None),
        ("https://a.dev/png", None),
        ("https://[", None),
    ],
)
def test_a_missing_media_type_is_read_off_the_url(url: str, media_type: str | None) -> None:
    made, warnings = convert({"type": "file-url", "url": url})
    unknown = "application/octet-stream"
    how = (
        f"Inferred media type '{media_type}' from URL."
        if media_type
        else f"Unable to infer media type from URL. Defaulting to '{unknown}'."
    )
    assert made["mediaType"] == (media_type or unknown)
    assert dump(warnings)[0]["message"] == (
        f'The "file-url" tool result content part with URL "{url}" is missing a "mediaType". {how} '
        f'The "file-url" type for tool result content is deprecated. Use {URL} instead.'
    )


@pytest.mark.parametrize("kind", ["file", "file-url", "image-url"])
def test_what_was_downloaded_is_inlined(kind: str) -> None:
    url = "https://a.dev/x"
    item = {"type": "file", "data": {"type": "url", "url": url}, "mediaType": "text", "filename": "f"}
    given = item if kind == "file" else {"type": kind, "url": url}
    made, _ = convert(given, downloaded={url: Download(data=b"Hi", media_type="text/plain")})
    assert made["data"] == {"type": "data", "data": b"Hi"}
    assert made["mediaType"] == ("application/octet-stream" if kind == "file-url" else "text/plain")


@pytest.mark.parametrize("item", [{"type": "text", "text": "Hi"}, {"type": "custom", "providerOptions": OPTIONS}])
def test_other_content_stays_as_it_is(item: Any) -> None:
    assert convert(item) == (item, [])


@pytest.mark.parametrize("output", [{"type": "text", "value": "Hi"}, {"type": "error-json", "value": None}])
def test_other_outputs_stay_as_they_are(output: Any) -> None:
    loaded = load(ToolResultOutput, output)
    assert map_tool_result_output(loaded, provider=None, warnings=[], downloaded_assets={}) is loaded


def test_the_id_of_a_file_needs_a_provider() -> None:
    with pytest.raises(ValueError, match="Cannot convert string fileId to provider reference without a provider ID"):
        convert({"type": "file-id", "fileId": "f1"}, provider=None)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ({"type": "file-url", "url": "https://a.dev/x.png"}, ("https://a.dev/x.png", "image/png")),
        ({"type": "image-url", "url": "https://a.dev/x"}, ("https://a.dev/x", "image")),
        ({"type": "text", "text": "Hi"}, None),
    ],
)
def test_files_that_may_have_to_be_downloaded_are_found(item: Any, expected: Any) -> None:
    part: Any = get_downloadable_file_part(load(ToolResultContentPart, item))
    assert (part and (part.data.url, part.media_type)) == expected
