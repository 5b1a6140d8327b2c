"""Images become files of a form."""

import httpx
import pytest

from ai_sdk.provider import ImageModelV4FileData, ImageModelV4FileUrl
from ai_sdk.provider_utils.client_owner import ClientOwner
from ai_sdk.provider_utils.convert_image_model_file_to_form_file import convert_image_model_file_to_form_file
from ai_sdk.provider_utils.form_data import FormFile

pytestmark = pytest.mark.anyio


def transport(**headers: str):
    answer = httpx.Response(200, headers=headers, content=b"png")
    return ClientOwner(httpx.AsyncClient(transport=httpx.MockTransport(lambda _: answer))).transport()


@pytest.mark.parametrize("data", [b"png", "cG5n"])
async def test_data_is_the_content(data):
    file = ImageModelV4FileData(media_type="image/png", data=data)
    assert await convert_image_model_file_to_form_file(file, transport()) == FormFile(b"png", content_type="image/png")


@pytest.mark.parametrize(
    ("headers", "content_type"),
    [({"content-type": "image/webp"}, "image/webp"), ({}, "application/octet-stream")],
)
async def test_a_url_is_downloaded(headers, content_type):
    file = ImageModelV4FileUrl(url="https://img.dev/1.png")
    converted = await convert_image_model_file_to_form_file(file, transport(**headers))
    assert converted == FormFile(b"png", content_type=content_type)
